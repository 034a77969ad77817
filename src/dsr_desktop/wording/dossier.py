"""Words that every dossier has: what it is, how its proof is checked, breach notes, its files."""

from collections.abc import Iterator, Sequence
from datetime import date

from dsr_desktop.domain.breach import Breach
from dsr_desktop.domain.dossier import DossierFrame
from dsr_desktop.domain.register_table import TableSection
from dsr_desktop.wording.breaches import step_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.search_report import moment

VERIFIER = "verify_dossier.py"
EVENTS = "events.jsonl"
INDEX = "index"
PAGE = f"{INDEX}.html"


def frame_facts(tr: Tr, frame: DossierFrame) -> Iterator[tuple[str, str]]:
    """Yield who made the dossier, when, and up to which event of the log it stands."""
    who = frame.controller
    yield tr("Controller"), " · ".join(filter(None, (who.name, who.contact)))
    dpo = " · ".join(filter(None, (who.dpo_name, who.dpo_contact)))
    yield tr("DPO"), dpo or tr("not recorded")
    made = tr("{day}, by {actor}", day=tr.date(frame.made_on), actor=frame.made_by)
    yield tr("Made on"), made
    events = tr.count("{n} event", "{n} events", frame.events)
    yield tr("Event log"), f"{events} · {frame.fingerprint}"


def frame_notes(tr: Tr) -> tuple[str, ...]:
    """Say how a reader checks that nothing in the dossier was changed."""
    return (
        tr(
            "To check that nothing was changed, run “python3 {script}” in this folder (Python 3.9 "
            "or later, nothing else is needed). It asks for the fingerprint of a letter or report.",
            script=VERIFIER,
        ),
        tr(
            "{file} holds the whole event log of the company. It names no person: references and "
            "kinds of acts only.",
            file=EVENTS,
        ),
    )


def frame_warnings(tr: Tr, frame: DossierFrame) -> tuple[str, ...]:
    """Say at the front that the event log was changed, if it was (R-LOG-1)."""
    if frame.broken_at is None:
        return ()
    return (broken_log_warning(tr, frame.broken_at),)


def broken_log_warning(tr: Tr, number: int) -> str:
    """Say from which event on the log no longer holds."""
    return tr("The event log was changed: it no longer holds from event {n} on.", n=number)


def files_section(tr: Tr, paths: Sequence[tuple[str, str]]) -> TableSection:
    """Return the list of the files in the dossier, each with what it is."""
    return TableSection(tr("Files of this dossier"), (tr("File"), tr("What it is")), (2, 3), paths)


def file_words(tr: Tr) -> tuple[tuple[str, str], ...]:
    """Name the files that every dossier has."""
    return (
        (PAGE, tr("this text, to read on screen")),
        (f"{INDEX}.pdf", tr("this text, to print")),
        (EVENTS, tr("the event log, one event a line")),
        (VERIFIER, tr("checks files and event log")),
        ("manifest-sha256.txt", tr("checksum of every file")),
    )


def attached_words(tr: Tr) -> str:
    """Say what an attached document is."""
    return tr("document of a message, as it was kept")


def report_words(tr: Tr) -> str:
    """Say what the search report is."""
    return tr("report of the last search")


def breaches_section(tr: Tr, breaches: Sequence[Breach], *, has_texts: bool = True) -> TableSection:
    """Return the breach notes with the end of their 72 hours and what was decided (art. 33(5))."""
    headings = (tr("No."), tr("Request"), tr("Aware since"), tr("72 hours end on"),
                tr("Facts, effects, measures"), tr("Decided"))  # fmt: skip
    rows = tuple(_breach_row(tr, one, has_texts=has_texts) for one in breaches)
    return TableSection(
        tr("Breach notes"), headings, (0.5, 1.3, 1.4, 1.4, 3.4, 3), rows,
        nothing=tr("There is no breach note."),
    )  # fmt: skip


def _breach_row(tr: Tr, one: Breach, *, has_texts: bool) -> tuple[str, ...]:
    texts = " / ".join(filter(None, (one.facts, one.effects, one.measures)))
    steps = (one.about_authority, one.about_person)
    said = [step_line(tr, step.kind, moment(tr, step.at)) for step in steps if step]
    reasons = [step.reason for step in steps if step and step.reason and has_texts]
    return (
        str(one.id), one.ref or "–", moment(tr, one.aware_at), moment(tr, one.ends_at),
        texts if has_texts else left_out(tr), tr.series([*said, *reasons]) or tr("nothing yet"),
    )  # fmt: skip


def dossier_sentence(tr: Tr, fingerprint: str) -> str:
    """Say that a dossier is ready, after it was checked, and its fingerprint to keep elsewhere."""
    return tr(
        "The dossier is made and checked. Fingerprint of its event log: {fingerprint}",
        fingerprint=fingerprint,
    )


def text_cut_note(tr: Tr, sign: str, file: str) -> str:
    """Say that some texts are not printed whole, and where they are."""
    return tr("A text that ends with {sign} is cut; {file} has all of it.", sign=sign, file=file)


def left_out(tr: Tr) -> str:
    """Stand in for a text that may tell of other people and was left out."""
    return tr("(text left out)")


def day(tr: Tr, on: date | None) -> str:
    """Write a day, or a dash for none."""
    return tr.date(on) if on else "–"
