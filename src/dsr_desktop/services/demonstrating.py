"""The demonstration: the main job from end to end on generated lists."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.sample_people import CAMILLE, LUCIA, LUKASZ, SamplePerson
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.folders import make_folder
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.importing import ImportOptions, ImportReport, import_paths
from dsr_desktop.services.origins import origins_to_say, say_origins
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import Company, Register, make_register, register_files
from dsr_desktop.services.rescanning import Rescan, rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.search_reports import save_report_of_request
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.keys import STRONG_COST
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.atomic import passing_names, whole_file
from dsr_desktop.writers.sample_lists import LIST_NAMES, erase_from_lists, write_sample_lists

PASSPHRASE = "exercise only, no real people"  # noqa: S105 - printed for whoever tries the demonstration
_MARKER = ".dsr-demo"
_REGISTER = "register.dsr"
_NAMES_GIVEN = (
    "lists", *(f"lists/{name}" for name in LIST_NAMES),
    *(f"lists/{passing.name}" for name in LIST_NAMES for passing in passing_names(Path(name))),
    "documents", "documents/DSR-*", "documents/.DSR-*", "pictures", "pictures/*-*-*.png",
)  # fmt: skip
"""Patterns of the files and folders that a demonstration makes, beside its register's."""


@dataclass(frozen=True)
class Demonstration:
    """What the demonstration made: paths, and results to show."""

    folder: Path
    register: Path
    lists: Path
    imported: ImportReport
    requests: tuple[str, ...]
    documents: tuple[Path, ...]
    before: Rescan
    after: Rescan
    sound: bool


def sample_register(
    folder: Path, today: date, tr: Tr, *, cost: int = STRONG_COST
) -> tuple[Register, ImportReport, tuple[str, ...]]:
    """Make a register with generated lists, and three requests with their hits found.

    Returns the open register, the import's report and the references of the requests for
    access, erasure and portability.
    """
    lists = folder / "lists"
    write_sample_lists(lists)
    company = Company("Exemple SAS", "FR", None, "Nora Vidal", "dpo@exemple.example")
    register = make_register(folder / _REGISTER, PASSPHRASE, company, tr=tr, cost=cost)
    try:
        options = ImportOptions(activity="PA3", channel="web_form", supplied_by="Hugo Perrin")
        report = import_paths(register, [lists], options, today)
        refs = tuple(
            _request(register, person, rights, received, today)
            for person, rights, received in (
                (CAMILLE, (Right.ACCESS,), today - timedelta(days=20)),
                (LUKASZ, (Right.ERASURE,), today - timedelta(days=27)),
                (LUCIA, (Right.PORTABILITY,), today - timedelta(days=4)),
            )
        )
    except BaseException:
        register.close()
        raise
    return register, report, refs


def demonstrate(
    folder: Path, today: date, tr: Tr, *, progress: Progress = no_progress, cost: int = STRONG_COST
) -> Demonstration:
    """Run the main job into `folder`: lists, register, requests, report, checklist, bundle, re-scan.

    What an earlier demonstration made there goes first, also one that was killed; what others put
    there stays. Raises InvalidInputError if the folder holds things and no demonstration,
    OutputFileError if it cannot be written.
    """
    make_folder(folder)
    _clear(folder)
    before = set(folder.rglob("*"))
    try:
        return _run(folder, today, tr, progress, cost)
    finally:
        remember_made(folder, set(folder.rglob("*")) - before)


def remember_made(folder: Path, made: Iterable[Path]) -> None:
    """Note which files and folders in `folder` the next demonstration may take away."""
    lines = sorted(path.relative_to(folder).as_posix() for path in made)
    before = (folder / _MARKER).read_text(encoding="utf-8")
    _note(folder, before + "".join(f"{line}\n" for line in lines))


def _note(folder: Path, made: str) -> None:
    with whole_file(folder / _MARKER) as marker:
        marker.write(made.encode())


def _run(folder: Path, today: date, tr: Tr, progress: Progress, cost: int) -> Demonstration:
    progress(0, 4, tr("lists and register"))
    register, report, refs = sample_register(folder, today, tr, cost=cost)
    try:
        for ref in refs:
            judge_hits(register, ref, confirm_strong=True, today=today)
        access, erasure, portability = refs
        searched = save_report_of_request(register, access, folder / "documents", today, tr)
        progress(1, 4, tr("erasure checklist"))
        checklist = write_checklist(register, erasure, folder / "documents", today, tr)
        progress(2, 4, tr("portability bundle"))
        notes = dict.fromkeys(origins_to_say(register, portability, today), Origin.INTERNAL)
        say_origins(register, notes)
        passphrase = folder / "documents" / f"{portability}_passphrase.txt"
        asked = origins_to_say(register, portability, today)
        say_origins(register, dict.fromkeys(asked, Origin.PROVIDED))
        bundle = build_portability(
            register, portability, folder / "documents", today, tr, passphrase_out=passphrase
        )
        progress(3, 4, tr("reading the lists again"))
        before = rescan(register, erasure)
        erase_from_lists(folder / "lists", LUKASZ.email)
        after = rescan(register, erasure)
        progress(4, 4, "")
        return Demonstration(
            folder, register.path, folder / "lists", report, refs,
            (searched.pdf, searched.json, checklist.pdf, checklist.xlsx, bundle.path, passphrase),
            before, after, verify(register).sound,
        )  # fmt: skip
    finally:
        register.close()


def _request(
    register: Register,
    person: SamplePerson,
    rights: tuple[Right, ...],
    received_on: date,
    today: date,
) -> str:
    criteria = Criteria(
        name=(f"{person.given_name} {person.family_name}",),
        email=(person.email,),
        phone=(person.phone,),
    )
    view = new_request(register, rights, criteria, received_on, Channel.EMAIL_GENERAL, today)
    find_person(register, view.request.ref, today)
    return view.request.ref


def _clear(folder: Path) -> None:
    marker = folder / _MARKER
    if marker.is_file():
        noted = marker.read_text(encoding="utf-8").splitlines()
        _remove_made(folder, noted or _left_by_a_killed_run(folder))
        for file in register_files(folder / _REGISTER):
            file.unlink(missing_ok=True)
    elif set(folder.iterdir()) - set(passing_names(marker)):
        raise InvalidInputError(
            mark(
                "The folder {name} holds something that no demonstration made. Move or delete it, "
                "or name a new folder."
            ),
            name=folder.name,
        )
    _note(folder, "")


def _left_by_a_killed_run(folder: Path) -> Iterator[str]:
    """Name what is there and is called as only a demonstration calls it: such a run noted nothing."""
    for pattern in _NAMES_GIVEN:
        for path in folder.glob(pattern):
            yield path.relative_to(folder).as_posix()


def _remove_made(folder: Path, made: Iterable[str]) -> None:
    """Remove what was noted, folders last and only once they are empty."""
    inside = (line for line in made if not {"..", Path(line).anchor} & set(Path(line).parts))
    for path in sorted((folder / line for line in inside), reverse=True):
        if path.is_dir() and not path.is_symlink():
            with suppress(OSError):  # it holds something of somebody else
                path.rmdir()
        else:
            path.unlink(missing_ok=True)
