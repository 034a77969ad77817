"""A DPO at her desk: works on a register day by day through the use cases of the app."""

import zipfile
from datetime import date

from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Decision
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.services import clocking, closing, handling, request_facts, reviewing, source_tasks
from dsr_desktop.services.systems import add_system

FIRST_DAY = date(2026, 1, 5)
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def ods_with(path, rows):
    """Write a workbook of OpenDocument with one sheet of texts."""
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" '
        f'xmlns:text="{_TEXT}"><office:body><office:spreadsheet><table:table table:name="Salon">'
        f"{cells}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


class Desk:
    """One register and the request at hand; each act names its day."""

    def __init__(self, register):
        self.register = register
        self.ref = ""

    def receives(self, received_on, criteria, *rights, channel=Channel.EMAIL_GENERAL, **details):
        view = handling.new_request(
            self.register, rights, criteria, received_on, channel, received_on, **details
        )
        self.ref = view.request.ref
        return view

    def sees(self, today):
        return handling.view_request(self.register, self.ref, today)

    def finds(self, today):
        reviewing.find_person(self.register, self.ref, today)
        return self.sees(today).hits

    def confirms(self, today):
        reviewing.judge_hits(self.register, self.ref, confirm_strong=True, today=today)
        open_ones = [hit.id for hit in self.sees(today).open_hits]
        if open_ones:
            reviewing.judge_hits(self.register, self.ref, reject=open_ones, today=today)

    def doubts(self, today, why, result=IdentityResult.PENDING):
        return clocking.record_identity(
            self.register, self.ref, today, doubt=why, result=result,
            method=IdentityMethod.CODE_TO_KNOWN_CHANNEL,
        )  # fmt: skip

    def decides(self, today, right, decision=Decision.GRANTED, code=None, **details):
        return handling.decide(
            self.register, self.ref, right, decision, today, reason_code=code, **details
        )

    def sends(self, today, channel=Channel.EMAIL_GENERAL):
        return handling.mark_sent(self.register, self.ref, today, channel, today)

    def closes(self, today):
        return closing.close_request(self.register, self.ref, today)

    def marks(self, today, *steps):
        request_facts.mark_steps(self.register, self.ref, steps, today)

    def has_systems(self, *names):
        for name in names:
            system = System(name, SystemKind.OTHER, HowAsked.SLIP, FIRST_DAY, owner="Hugo Perrin")
            add_system(self.register, system, FIRST_DAY)

    def hears_from(self, today, name, kind=StepKind.NOTHING_FOUND, text=""):
        tasks = source_tasks.list_tasks(self.register, self.ref)
        [task] = [one for one in tasks if one.system.name == name]
        source_tasks.record_asked(self.register, self.ref, task.id, today, today)
        source_tasks.record_answer(
            self.register, self.ref, task.id, kind, today, today, by="Hugo Perrin", text=text
        )
