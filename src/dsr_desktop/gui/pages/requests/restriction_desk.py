"""Asks what is restricted, lifted, kept or put right, and has it recorded."""

from dsr_desktop.domain.restriction import Ground
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.restriction_forms import (
    CorrectionOfValueForm,
    FileDecisionForm,
    LiftForm,
    RestrictForm,
)
from dsr_desktop.gui.pages.requests.restriction_card import RestrictionCard
from dsr_desktop.services.erasure_decisions import decide_dataset
from dsr_desktop.services.rectifying import rectify
from dsr_desktop.services.restricting import lift_restriction, restrict


class RestrictionDesk(Desk):
    """Serves the card of restrictions and of what is kept."""

    def serve(self, card: RestrictionCard) -> None:
        """Do what is asked on the card."""
        card.restrict_requested.connect(self.ask_restriction)
        card.lift_requested.connect(self.ask_lifting)
        card.decide_requested.connect(self.ask_decision)
        card.rectify_requested.connect(self.ask_correction)

    def ask_restriction(self) -> None:
        """Ask for a ground and a scope; what is proposed stands there first."""
        beside, today = self.shown.beside, self.shown.today
        proposed = next((one.ground for one in beside.restrictions.proposed), Ground.ACCURACY)
        activities = [one.code for one in self.workspace.register.activities]
        form = RestrictForm(
            self.theme, self.tr, today, activities, beside.datasets.files, proposed,
            self.questions.page,
        )  # fmt: skip
        self.ask(
            form,
            lambda register, ref, said, today: restrict(
                register, ref, said.ground, today, scope=said.scope, since=said.since,
                review_on=said.review_on, note=said.note,
            ),
        )  # fmt: skip

    def ask_lifting(self) -> None:
        """Ask which restriction is lifted, and when the person was told."""
        shown = self.shown.beside.restrictions.set
        held = [(one.restriction, one.rows) for one in shown if one.restriction.is_in_force]
        form = LiftForm(self.theme, self.tr, self.shown.today, held, self.questions.page)
        self.ask(
            form,
            lambda register, _ref, said, today: lift_restriction(
                register, said.id, said.told_on, today
            ),
        )

    def ask_decision(self) -> None:
        """Ask what becomes of the person's rows in a file."""
        files = self.shown.beside.datasets.files
        form = FileDecisionForm(self.theme, self.tr, self.shown.today, files, self.questions.page)
        self.ask(
            form,
            lambda register, ref, said, today: decide_dataset(
                register, ref, said.source_id, said.choice, today, reason_code=said.reason_code,
                until=said.until, note=said.note,
            ),
        )  # fmt: skip

    def ask_correction(self) -> None:
        """Ask for a wrong value and the right one."""
        form = CorrectionOfValueForm(self.theme, self.tr, self.questions.page)
        self.ask(
            form,
            lambda register, ref, said, today: rectify(
                register, ref, said.before, said.after, today
            ),
        )
