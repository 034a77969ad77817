"""Ties the form of a list that leaves to the services: counted first, then saved and recorded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.disclosure import against_policy
from dsr_desktop.domain.outgoing import ListUse, OutgoingList
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.gui.file_choice import choose_file, choose_folder
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.files.leaving.form import LeavingChoices, LeavingForm, LeavingOrder
from dsr_desktop.gui.pages.files.views import Summary
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.contact_exports import (
    ContactChoice,
    ContactsCounted,
    ExportFormat,
    count_contacts,
    export_contacts,
)
from dsr_desktop.services.list_checks import check_list, give_back_list
from dsr_desktop.services.recipients import list_recipients
from dsr_desktop.wording.contact_export import doubtful_sentence, twice_sentence, why_lines
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.list_check import doubts
from dsr_desktop.wording.records import warning_sentence

_FORMATS = tuple(ExportFormat)
Counts = tuple[str, str]
"""What is the matter, and all that is to be said of it."""


@dataclass(frozen=True)
class _Leaving:
    """One list that leaves: how it is counted, and how it is saved in a folder."""

    count: Callable[[LeavingOrder, Progress], Counts]
    save: Callable[[LeavingOrder, Path, Progress], Summary]


class LeavingDesk(Presenter):
    """`told` brings a Summary once a list was saved; `form` is the one opened last."""

    told = Signal(object)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(workspace)
        self._page = page
        self.form: LeavingForm | None = None

    def check_list(self) -> None:
        """Ask for a list, and open the form that checks it."""
        path = choose_file(self._page, self.workspace.tr("Check a list before sending"))
        if path is not None:
            self._with_recipients(lambda recipients: self._open_list(path, recipients))

    def export_contacts(self) -> None:
        """Open the form that hands contacts of the register over."""
        self._with_recipients(self._open_contacts)

    def _with_recipients(self, then: Callable[[Sequence[Recipient]], None]) -> None:
        register = self.workspace.register
        self.read(
            self.workspace.tr("Reading the recipients"),
            lambda _progress: [one.recipient for one in list_recipients(register)],
            then,
        )

    def _open_list(self, path: Path, recipients: Sequence[Recipient]) -> None:
        register, tr, today = self.workspace.register, self.workspace.tr, self.workspace.today()

        def count(order: LeavingOrder, progress: Progress) -> Counts:
            use = _use(order, recipients)
            return _list_counts(tr, check_list(register, path, use, today, progress), use)

        def save(order: LeavingOrder, folder: Path, progress: Progress) -> Summary:
            use = _use(order, recipients)
            made = give_back_list(register, path, use, folder, today, tr, progress)
            files = f"{made.path}\n{made.certificate_path}"
            return Summary(
                tr("The checked list and its certificate are saved"), files, is_good=True
            )

        title = tr("Check {name} before sending", name=path.name)
        choices = LeavingChoices([one.name for one in recipients])
        self._open(title, choices, _Leaving(count, save))

    def _open_contacts(self, recipients: Sequence[Recipient]) -> None:
        register, tr, today = self.workspace.register, self.workspace.tr, self.workspace.today()
        activities = register.activities

        def count(order: LeavingOrder, progress: Progress) -> Counts:
            choice, use = _choice(order, activities), _use(order, recipients)
            return _contact_counts(tr, count_contacts(register, choice, use, today, progress))

        def save(order: LeavingOrder, folder: Path, progress: Progress) -> Summary:
            choice, use = _choice(order, activities), _use(order, recipients)
            kind = _FORMATS[order.format]
            made = export_contacts(register, choice, use, kind, folder, today, tr, progress)
            return Summary(tr("The contacts are saved"), str(made.path), is_good=True)

        offered = [tr("All lists"), *(f"{one.code} · {one.name}" for one in activities)]
        formats = [tr("Excel workbook (.xlsx)"), tr("CSV"), tr("JSON")]
        choices = LeavingChoices([one.name for one in recipients], offered, formats)
        self._open(tr("Export contacts"), choices, _Leaving(count, save))

    def _open(self, title: str, choices: LeavingChoices, leaving: _Leaving) -> None:
        form = LeavingForm(self.workspace.theme, self.workspace.tr, title, choices, self._page)
        form.submitted.connect(lambda order: self._go_on(form, order, leaving))
        form.finished.connect(form.deleteLater)
        self.form = form
        form.open()

    def _go_on(self, form: LeavingForm, order: LeavingOrder, leaving: _Leaving) -> None:
        if not form.is_counted(order):
            self._count(form, order, leaving)
            return
        chosen = choose_folder(form, self.workspace.tr("Folder for the files"))
        if not chosen:
            form.wait_again()
            return
        folder = chosen[0]
        self.record(form, lambda progress: leaving.save(order, folder, progress), self.told.emit)

    def _count(self, form: LeavingForm, order: LeavingOrder, leaving: _Leaving) -> None:
        recorded_warning = against_policy(order.purpose)

        def settle(outcome: Outcome[Counts]) -> None:
            match outcome:
                case Ok((what, told)):
                    form.show_counts(order, what, told, warns=recorded_warning is not None)
                case Failed(error):
                    form.show_failure(error)
                case Cancelled():
                    form.wait_again()

        title = self.workspace.tr("Counting who may go")
        self.workspace.run(title, lambda progress: leaving.count(order, progress), settle)


def _use(order: LeavingOrder, recipients: Sequence[Recipient]) -> ListUse:
    return ListUse(recipients[order.recipient].id, order.purpose)


def _choice(order: LeavingOrder, activities: Sequence[Activity]) -> ContactChoice:
    return ContactChoice(activities[order.activity - 1].code if order.activity else None)


def _list_counts(tr: Tr, told: OutgoingList, use: ListUse) -> Counts:
    what = tr.count("{n} row goes", "{n} rows go", told.kept)
    warning = against_policy(use.purpose)
    lines = [tr.pair(label, n) for label, n in why_lines(tr, told.counts)]
    lines += [*doubts(tr, told), *([warning_sentence(tr, warning)] if warning else [])]
    return what, "\n".join(lines) or tr("Nobody has to be left out.")


def _contact_counts(tr: Tr, told: ContactsCounted) -> Counts:
    what = tr.count("{n} contact may go", "{n} contacts may go", told.kept)
    lines = [tr.pair(label, n) for label, n in why_lines(tr, told.left)]
    lines += [twice_sentence(tr, told.twice)] if told.twice else []
    lines += [doubtful_sentence(tr, told.doubtful)] if told.doubtful else []
    lines += [warning_sentence(tr, told.warning)] if told.warning else []
    return what, "\n".join(lines) or tr("Nobody has to be left out.")
