"""Ties the form that brings a register in to the services."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.register_columns import ACTIVITY_TITLES, REQUEST_TITLES
from dsr_desktop.gui.jobs import Failed, Ok, Outcome
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.registers.bringing.form import BringInForm
from dsr_desktop.gui.pages.registers.bringing.views import Order, Seen, SeenColumn
from dsr_desktop.gui.pages.registers.handing_over import register_options
from dsr_desktop.gui.pages.registers.views import Told
from dsr_desktop.services.register import Register
from dsr_desktop.services.register_exports import RegisterKind
from dsr_desktop.services.register_imports import (
    RegisterChoices,
    RegisterPreview,
    import_register,
    preview_register,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.register_columns import column_label, problem_sentence


class BringInDesk(Presenter):
    """`told` brings a Told once a register was brought in."""

    told = Signal(object)

    def open(self, path: Path, kind: str, page: QWidget) -> BringInForm:
        """Open the form for a file, as the register that is likelier."""
        workspace = self.workspace
        options = [(str(key), name) for key, name in register_options(workspace.tr)]
        order = Order(path, kind)
        form = BringInForm(workspace.theme, workspace.tr, order, options, page)
        form.asked.connect(lambda order: self._preview(form, order))
        form.submitted.connect(lambda order: self._bring_in(form, order))
        form.finished.connect(form.deleteLater)
        form.open()
        others = (order.of_register(key) for key, _name in options if key != kind)
        self._preview(form, order, *others)
        return form

    def _preview(self, form: BringInForm, order: Order, *others: Order) -> None:
        """Preview the first order that the file allows."""
        workspace, today = self.workspace, self.workspace.today()

        def settle(outcome: Outcome[tuple[Order, RegisterPreview]]) -> None:
            if form.answer() != order or not form.isVisible():
                return
            match outcome:
                case Ok((meant, preview)):
                    form.show_seen(meant, seen_of(workspace.tr, preview))
                case Failed(error):
                    form.show_refusal(problem_sentence(workspace.tr, error))

        workspace.run(
            workspace.tr("Reading the file"),
            lambda _progress: _first_seen(workspace.register, (order, *others), today),
            settle,
        )

    def _bring_in(self, form: BringInForm, order: Order) -> None:
        workspace, kind = self.workspace, RegisterKind(order.kind)
        today = workspace.today()
        self.record(
            form,
            lambda _progress: import_register(
                workspace.register, kind, order.path, today, _choices(order)
            ),
            lambda preview: self.told.emit(_told(workspace.tr, preview)),
        )


def _first_seen(
    register: Register, orders: Sequence[Order], today: date
) -> tuple[Order, RegisterPreview]:
    """Return the first order that can be previewed; raises what stands in the way of the first."""
    first, *others = orders
    kind = RegisterKind(first.kind)
    try:
        return first, preview_register(register, kind, first.path, today, _choices(first))
    except InvalidInputError:
        if not others:
            raise
        with suppress(InvalidInputError):
            return _first_seen(register, others, today)
        raise


def seen_of(tr: Tr, preview: RegisterPreview) -> Seen:
    """Put a preview into words: what would be recorded, and what not with its row and reason."""
    titles = REQUEST_TITLES if preview.kind is RegisterKind.REQUESTS else ACTIVITY_TITLES
    count = len(preview.entries)
    return Seen(
        sheets=(preview.sheet, *preview.other_sheets),
        meanings=tuple((one, column_label(tr, one)) for one in titles),
        columns=_columns(preview),
        first_rows=preview.first_rows,
        summary=_summary(tr, preview),
        verb=tr.count("Bring in {n} entry", "Bring in {n} entries", count),
        refusal=_refusal(tr, preview),
        problems=tuple(problem_sentence(tr, one) for one in (*preview.problems, *preview.warnings)),
    )


def _columns(preview: RegisterPreview) -> tuple[SeenColumn, ...]:
    """Return the columns; one can only be chosen by a title that no other one has."""
    seen = Counter(title for title, _meaning in preview.columns)
    return tuple(
        SeenColumn(title, str(meaning or ""), not title or seen[title] > 1)
        for title, meaning in preview.columns
    )


def _summary(tr: Tr, preview: RegisterPreview) -> str:
    entries = tr.count(
        "{n} entry would be recorded", "{n} entries would be recorded", len(preview.entries)
    )
    if not preview.problems:
        return entries
    wrong = tr.count("{n} row cannot be", "{n} rows cannot be", len(preview.problems))
    return tr("{entries}, {wrong}. Correct the file or the columns: it comes in whole or not at all.",
              entries=entries, wrong=wrong)  # fmt: skip


def _refusal(tr: Tr, preview: RegisterPreview) -> str:
    if preview.problems:
        return tr("Rows with a problem stand in the way")
    return "" if preview.entries else tr("There is no row below the titles")


def _told(tr: Tr, preview: RegisterPreview) -> Told:
    count = len(preview.entries)
    return Told(tr.count("{n} entry is recorded", "{n} entries are recorded", count))


def _choices(order: Order) -> RegisterChoices:
    return RegisterChoices(order.sheet, order.columns)
