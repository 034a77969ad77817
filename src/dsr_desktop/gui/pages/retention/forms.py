"""The forms of the Retention page: an end, a hold, a rule."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.contact_retention import COUNTED, ClockMode, EndedBy, RetentionRule
from dsr_desktop.domain.suppression import LONGEST_REASON
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.retention.views import (
    ContactLine,
    EndGiven,
    HoldGiven,
    LawGiven,
    RuleGiven,
)
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.contact_retention import end_label, mode_label
from dsr_desktop.wording.language import Tr

_ENDS = tuple(one for one in EndedBy if one not in COUNTED)
_REVIEW_AFTER = timedelta(days=182)
_USUAL_LEGAL_YEARS = 10


class EndForm(RecordForm):
    """Asks when the processing of contacts ended, by what, and of which contacts."""

    def __init__(
        self, theme: Theme, tr: Tr, lines: tuple[ContactLine, ...], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Set the end of the processing"), verb=tr("Set the end"),
            sentence=tr("From this day the months of the rule count."), parent=parent,
        )  # fmt: skip
        self._today = today
        scopes = _scopes(tr, lines)
        if lines[0].activity:
            scopes = (*scopes, tr("All contacts of activity {code}", code=lines[0].activity))
        self.whole = ChoiceEditor(theme, scopes)
        self.why = ChoiceEditor(theme, tuple(end_label(tr, one) for one in _ENDS))
        self.day = self.add_day("day", tr("Ended on"), today)
        self.add_field("why", Field(theme, tr("What ended it"), self.why))
        self.add_field("whole", Field(theme, tr("Of whom"), self.whole))

    def answer(self) -> EndGiven:
        """Return what was given."""
        chosen = _ENDS[self.why.currentIndex()]
        return EndGiven(self.whole.currentIndex(), self.day.understood or self._today, chosen)

    def mistakes(self) -> dict[str, str]:
        """Refuse a day to come."""
        is_late = self.day.understood is not None and self.day.understood > self._today
        return {"day": self._tr("The day lies after today")} if is_late else {}


class HoldForm(RecordForm):
    """Asks why contacts are held, and when that is looked at again."""

    def __init__(
        self, theme: Theme, tr: Tr, lines: tuple[ContactLine, ...], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Hold contacts"), verb=tr("Hold them"),
            sentence=tr("Nothing of them is deleted before you release the hold, even after its review day."),
            parent=parent,
        )  # fmt: skip
        self._today = today
        self.reason = TextEditor()
        self.reason.setMaxLength(LONGEST_REASON)
        self.whole = ChoiceEditor(theme, _scopes(tr, lines))
        self.add_field("reason", Field(theme, tr("Reason"), self.reason))
        self.day = self.add_day("day", tr("Look at it again on"), today + _REVIEW_AFTER)
        self.add_field("whole", Field(theme, tr("Of whom"), self.whole))

    def answer(self) -> HoldGiven:
        """Return what was given."""
        review_on = self.day.understood or self._today + _REVIEW_AFTER
        return HoldGiven(self.whole.currentIndex(), self.reason.text().strip(), review_on)

    def mistakes(self) -> dict[str, str]:
        """Ask for a reason and a day to come (R-RT-3)."""
        found = {} if self.reason.text().strip() else {"reason": self._tr("Say why")}
        if self.day.understood is not None and self.day.understood <= self._today:
            found["day"] = self._tr("Choose a day to come")
        return found


class LawForm(RecordForm):
    """Asks until when a law has contacts kept (R-RT-4): an invoice, not the marketing copy."""

    def __init__(
        self, theme: Theme, tr: Tr, lines: tuple[ContactLine, ...], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Keep by law"), verb=tr("Keep them"),
            sentence=tr(
                "Past its own time, such a contact is kept for the law alone, is used for nothing else, "
                "and goes when the law lets it."
            ),
            parent=parent,
        )  # fmt: skip
        self._today = today
        self.whole = ChoiceEditor(theme, _scopes(tr, lines))
        later = add_months(today, 12 * _USUAL_LEGAL_YEARS)
        self.day = self.add_day("day", tr("Kept until"), later)
        self.add_field("whole", Field(theme, tr("Of whom"), self.whole))

    def answer(self) -> LawGiven:
        """Return what was given."""
        return LawGiven(self.whole.currentIndex(), self.day.understood or self._today)

    def mistakes(self) -> dict[str, str]:
        """Ask for a day to come."""
        is_past = self.day.understood is not None and self.day.understood <= self._today
        return {"day": self._tr("Choose a day to come")} if is_past else {}


ScopedForm = EndForm | HoldForm | LawForm
"""The forms about chosen contacts, or the whole list of the first."""


class RuleForm(RecordForm):
    """Asks how many months the contacts of an activity are kept, and what silence means (R-RT-1)."""

    def __init__(
        self, theme: Theme, tr: Tr, activity: str, rule: RetentionRule,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = (
            tr("Rule of activity {code}", code=activity)
            if activity
            else tr("Rule of lists without an activity")
        )
        super().__init__(
            theme, tr, title, verb=tr("Set the rule"),
            sentence=tr("The policy promises: during the processing, then at most 12 months."),
            parent=parent,
        )  # fmt: skip
        self.months = TextEditor(str(rule.months))
        self.silent = TextEditor(str(rule.silent_months or ""))
        self.mode = ChoiceEditor(theme, tuple(mode_label(tr, one) for one in ClockMode))
        self.mode.setCurrentIndex(tuple(ClockMode).index(rule.mode))
        self.add_field("months", Field(theme, tr("Months kept"), self.months))
        self.add_field("mode", Field(theme, tr("Counted"), self.mode))
        self.add_field(
            "silent",
            Field(
                theme, tr("Months without activity that end the processing"), self.silent,
                help_text=tr("Empty: silence ends nothing"), optional=tr("optional"),
            ),
        )  # fmt: skip

    def answer(self) -> RuleGiven:
        """Return what was given."""
        mode = tuple(ClockMode)[self.mode.currentIndex()]
        return RuleGiven(_number(self.months) or 0, _number(self.silent), mode)

    def mistakes(self) -> dict[str, str]:
        """Ask for whole months."""
        wrong = self._tr("Write whole months")
        found = {} if _number(self.months) else {"months": wrong}
        if self.silent.text().strip() and not _number(self.silent):
            found["silent"] = wrong
        return found


def _scopes(tr: Tr, lines: tuple[ContactLine, ...]) -> tuple[str, ...]:
    chosen = tr.count("{n} chosen contact", "{n} chosen contacts", len(lines))
    return chosen, tr("All contacts of {file}", file=lines[0].file)


def _number(editor: TextEditor) -> int | None:
    text = editor.text().strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 3 else None
