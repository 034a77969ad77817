"""What leaving_speed measures of the app, each in a process of its own."""

import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.empty_register import PASSPHRASE, new_register
from benchmarks.measure import WORK, Result, check
from dsr_desktop.domain.outgoing import ListUse
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.contact_exports import ContactChoice, ExportFormat, export_contacts
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.list_checks import give_back_list
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.register import Register, open_register
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.wording.language import speak

_DAY = date(2026, 11, 2)
_MAILER = Recipient("Routeur SAS", RecipientRole.PROCESSOR, "FR")
_USE = ListUse(1, "Invitation")


def give_list_back(path: str, rows: int, emails: list[str]) -> Result:
    """Check a list and give it back without the people of `emails`, certificate and record included."""
    with (
        tempfile.TemporaryDirectory(dir=WORK) as folder,
        closing(new_register(Path(folder, "register.dsr"))) as register,
    ):
        _oppose(register, emails)
        started = time.perf_counter()
        out = Path(folder, "out")
        made = give_back_list(register, Path(path), _USE, out, _DAY, speak("en"))
        seconds = time.perf_counter() - started
    told = made.certificate.checked
    check(told.rows, rows)
    return {"seconds": seconds, "left_out": told.left_out.total}


def prepare(register: str, path: str, rows: int, emails: list[str]) -> Result:
    """Leave a register with a list and some people who opposed."""
    with closing(new_register(Path(register))) as opened:
        check(import_paths(opened, [Path(path)], ImportOptions(), _DAY).rows, rows)
        _oppose(opened, emails)
    return {"seconds": 0.0}


def export_to_workbook(register: str, rows: int) -> Result:
    """Write the contacts of a register as a workbook; opening the register does not count."""
    with (
        tempfile.TemporaryDirectory(dir=WORK) as folder,
        closing(open_register(Path(register), PASSPHRASE)) as opened,
    ):
        started = time.perf_counter()
        made = export_contacts(
            opened, ContactChoice(), _USE, ExportFormat.XLSX, Path(folder), _DAY, speak("en")
        )
        seconds = time.perf_counter() - started
    left = sum(made.counted.left.values())
    check(made.counted.kept + made.counted.twice + left, rows)
    return {"seconds": seconds, "left_out": left}


def _oppose(register: Register, emails: list[str]) -> None:
    add_recipient(register, _MAILER, _DAY)
    people = TypedKeys(emails=tuple(emails))
    add_to_list(register, people, SuppressionScope.ALL, SuppressionReason.OBJECTION, _DAY)
