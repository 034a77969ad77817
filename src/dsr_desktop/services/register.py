"""Makes and opens registers: the file, its key, the company's settings."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.company_calendar import CompanyCalendar, HolidayOverride
from dsr_desktop.domain.errors import InvalidInputError, NoRegisterError, RegisterFileError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.proposed_processing import PROPOSED_NAMES
from dsr_desktop.domain.workdays import WorkCalendar
from dsr_desktop.services.new_passphrase import check_passphrase
from dsr_desktop.store.database import Database, database_errors
from dsr_desktop.store.earlier_copies import copies, remove_copies
from dsr_desktop.store.events import append_event
from dsr_desktop.store.free_space import says_full
from dsr_desktop.store.integrity import broken_foreign_keys
from dsr_desktop.store.keys import (
    STRONG_COST,
    new_key_file,
    read_key_file,
    unwrap,
    write_key_file,
)
from dsr_desktop.store.making_lock import making_lock_path
from dsr_desktop.store.overrides import read_overrides
from dsr_desktop.store.settings import (
    add_activities,
    read_activities,
    read_settings,
    write_settings,
)
from dsr_desktop.wording.language import Tr, speak

KEYS_SUFFIX = ".keys"
LONGEST_DETAIL = 200
ONE_PAGE = 4096


@dataclass(frozen=True)
class Company:
    """The controller: where it acts decides the calendar (R-DL-8)."""

    name: str
    country: str = "FR"
    subdivision: str | None = None
    dpo_name: str = ""
    dpo_contact: str = ""
    overrides: tuple[HolidayOverride, ...] = ()

    @property
    def place(self) -> CompanyCalendar:
        """The calendar of the place where the controller acts, with the DPO's corrections."""
        return CompanyCalendar(self.country, self.subdivision, self.overrides)

    def calendar(self) -> WorkCalendar:
        """Return the working days of the place where the controller acts."""
        return self.place.workdays


class Register:
    """An open register; `actor` is who opened it and is named in every event."""

    def __init__(self, database: Database, actor: str) -> None:
        self.database = database
        self.actor = actor

    @property
    def path(self) -> Path:
        """The register's file."""
        return self.database.path

    @property
    def company(self) -> Company:
        """The controller as it is set now, with its calendar."""
        values = read_settings(self.database)
        return Company(
            name=values["company"],
            country=values["country"],
            subdivision=values.get("subdivision") or None,
            dpo_name=values.get("dpo_name", ""),
            dpo_contact=values.get("dpo_contact", ""),
            overrides=read_overrides(self.database),
        )

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The processing activities."""
        return read_activities(self.database)

    def log(self, kind: EventKind, ref: str | None = None, **payload: object) -> None:
        """Add an event by the actor; only names of things, never personal data (R-LOG-2)."""
        append_event(self.database, self.actor, kind, ref, **payload)

    @property
    def traces_left(self) -> bool:
        """Tell whether something removed could not be wiped yet: others have the file open."""
        return self.database.traces_left

    @contextmanager
    def damage_told(self) -> Iterator[None]:
        """Turn damage of the file met inside into a RegisterFileError that says what to do."""
        with database_errors(self.path):
            yield

    def close(self) -> None:
        """Close the file and forget the key."""
        self.database.close()


def make_register(
    path: Path, passphrase: str, company: Company, *, tr: Tr | None = None, cost: int = STRONG_COST
) -> Register:
    """Make a new register and its key file at `path`, and open it.

    `tr` names the preloaded activities in the company's language; `cost` is scrypt's N. Raises
    InvalidInputError for a weak passphrase, an unknown country or a company without a name,
    RegisterFileError if a file is already there or the folder cannot be written.
    """
    check_passphrase(passphrase, company.name)
    _check_details(company)
    company.calendar().is_working_day(date(2026, 1, 1))
    keys = keys_path(path)
    for existing in (path, keys):
        if os.path.lexists(existing):
            raise RegisterFileError(
                mark("{name} exists already. Choose another name, or open it."), name=existing.name
            )
    key_file, key = new_key_file(passphrase, "dpo", cost)
    with _nothing_half_made(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        write_key_file(keys, key_file)
        register = Register(Database(path, key), company.dpo_name or "dpo")
        try:
            _fill(register, company, tr or speak("en"))
        except BaseException:
            register.close()
            raise
    return register


def open_register(path: Path, passphrase: str) -> Register:
    """Open an existing register.

    Raises NoRegisterError if it is missing, RegisterFileError if it is damaged, in use or newer,
    WrongPassphraseError if the passphrase opens no key slot. One of an older version is brought up
    to date, after a copy of it was made beside it; the next opening removes that copy if the
    register is sound.
    """
    if _size_of(path) < ONE_PAGE:  # the driver would take it for a new, empty database
        raise RegisterFileError(
            mark("{name} is empty or cut off. Restore a backup."),
            name=path.name,
        )
    key, owner = unwrap(read_key_file(keys_path(path)), passphrase)
    database = Database(path, key)
    try:
        with database_errors(path):
            name = read_settings(database).get("dpo_name") or owner
            _remove_proven_copies(database)
    except BaseException:
        database.close()
        raise
    return Register(database, name if owner == "dpo" else owner)


def _remove_proven_copies(database: Database) -> None:
    """Remove the copies of before a migration, once the migrated register opens as a sound one."""
    if not database.was_older and copies(database.path) and not broken_foreign_keys(database):
        remove_copies(database.path)


def keys_path(path: Path) -> Path:
    """Return the key file that belongs beside a register."""
    return path.with_name(path.name + KEYS_SUFFIX)


def register_files(path: Path) -> tuple[Path, ...]:
    """Return every file of a register: its own, its key, its lock, the driver's, its copies."""
    return (*_files_of_its_own(path), *copies(path))


def _files_of_its_own(path: Path) -> tuple[Path, ...]:
    keys = keys_path(path)
    beside = [path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal")]
    return (path, keys, keys.with_name(keys.name + ".part"), making_lock_path(path), *beside)


_ACTIVITIES = (
    Activity("PA1", PROPOSED_NAMES["PA1"], "6(1)(b)", confirmed=False),
    Activity("PA2", PROPOSED_NAMES["PA2"], "6(1)(f)", confirmed=False),
    Activity("PA3", PROPOSED_NAMES["PA3"], "6(1)(b)", confirmed=True),
    Activity("PA4", PROPOSED_NAMES["PA4"], "6(1)(a)", confirmed=False),
    Activity("PA5", PROPOSED_NAMES["PA5"], "6(1)(c)", confirmed=True),
)


def _fill(register: Register, company: Company, tr: Tr) -> None:
    with register.database.transaction():
        write_settings(
            register.database,
            {
                "company": company.name,
                "country": company.country,
                "subdivision": company.subdivision or "",
                "dpo_name": company.dpo_name,
                "dpo_contact": company.dpo_contact,
            },
        )
        named = tuple(replace(activity, name=tr(activity.name)) for activity in _ACTIVITIES)
        add_activities(register.database, named)
        register.log(EventKind.REGISTER_MADE)


@contextmanager
def _nothing_half_made(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if not isinstance(error, FileExistsError):  # made by somebody else just now
            _remove(path)
        sentence = _NO_ROOM if says_full(error) else _NO_FOLDER
        raise RegisterFileError(sentence, name=path.name) from error
    except BaseException:
        _remove(path)
        raise


_NO_FOLDER = mark(
    "{name} cannot be made there: the folder cannot be written. Choose another place."
)
_NO_ROOM = mark(
    "{name} cannot be made there: the disk is full. Free space, or choose another place."
)


def _remove(path: Path) -> None:
    for file in _files_of_its_own(path):
        with suppress(OSError):
            file.unlink()


def _check_details(company: Company) -> None:
    """Refuse what no letter could show: a company without a name, an endless text."""
    if not company.name.strip():
        raise InvalidInputError(mark("The company has no name. Write it as letters shall show it."))
    for detail in (company.name, company.dpo_name, company.dpo_contact):
        if len(detail) > LONGEST_DETAIL:
            raise InvalidInputError(
                mark("{value} is too long. Use at most {n} characters."),
                value=detail[:40] + "…",
                n=LONGEST_DETAIL,
            )


def _size_of(path: Path) -> int:
    """Return the size of a register in bytes; RegisterFileError if it is none or out of reach."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoRegisterError(
            mark("There is no register at {path}. Make one there, or name the file of yours."),
            path=str(path),
        ) from error
    except OSError as error:
        raise _out_of_reach(path) from error
    if not stat.S_ISREG(found.st_mode):
        raise _out_of_reach(path)
    return found.st_size


def _out_of_reach(path: Path) -> RegisterFileError:
    return RegisterFileError(
        mark("{name} cannot be opened. Check that it is a register, and yours."), name=path.name
    )
