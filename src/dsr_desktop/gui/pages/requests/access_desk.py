"""Serves the access package: its review, the approval, and how it leaves."""

from collections.abc import Callable
from datetime import date

from dsr_desktop.domain.review import Choice, PackageReview, Span
from dsr_desktop.gui.pages.requests.access_dialogs import (
    AccessPassphraseDialog,
    HandOverForm,
    Leaving,
)
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.documents_card import DocumentsCard
from dsr_desktop.gui.pages.requests.made import access_shown, access_written
from dsr_desktop.gui.pages.requests.review_dialog import ReviewDialog
from dsr_desktop.services import package_reviews
from dsr_desktop.services.register import Register


class AccessDesk(Desk):
    """Opens the review from the card of documents."""

    def serve(self, card: DocumentsCard) -> None:
        """Do what is asked on the card."""
        card.access_requested.connect(self.review)

    def review(self) -> None:
        """Read what the package may hold, and show it."""
        register, today, ref = (
            self.workspace.register,
            self.workspace.today(),
            self.shown.request.ref,
        )
        self.presenter.read(
            self.tr("Reading the register"),
            lambda _progress: package_reviews.review_package(register, ref, today),
            self._open,
        )

    def _open(self, review: PackageReview) -> None:
        dialog = ReviewDialog(self.theme, self.tr, review, self.questions.page)
        ref = review.ref

        def decide(key: str, choice: Choice, spans: tuple[Span, ...], code: str) -> None:
            self._change(
                dialog,
                lambda register, today: package_reviews.decide_pieces(
                    register, ref, [key], choice, today, spans=spans, reason_code=code
                ),
            )

        dialog.decided.connect(decide)
        dialog.mask_all_requested.connect(
            lambda: self._change(
                dialog,
                lambda register, today: package_reviews.mask_what_is_pointed_out(
                    register, ref, today
                ),
            )
        )
        dialog.approve_requested.connect(
            lambda: self._change(
                dialog,
                lambda register, today: package_reviews.approve_package(register, ref, today),
            )
        )
        dialog.hand_over_requested.connect(lambda: self._hand_over(dialog, ref))
        self.questions.open(dialog)

    def _change(
        self, dialog: ReviewDialog, work: Callable[[Register, date], PackageReview]
    ) -> None:
        register, today = self.workspace.register, self.workspace.today()
        self.presenter.change(
            self.tr("Changing what leaves"),
            lambda _progress: work(register, today),
            dialog.show_review,
        )

    def _hand_over(self, review: ReviewDialog, ref: str) -> None:
        review.accept()
        form = HandOverForm(self.theme, self.tr, self.questions.page)
        form.submitted.connect(lambda said: self._build(form, ref, said))
        self.questions.open(form)

    def _build(self, form: HandOverForm, ref: str, said: Leaving) -> None:
        from dsr_desktop.services.access_packages import (  # noqa: PLC0415 - loads the writers
            AccessMade,
            HandingOver,
            build_access,
        )

        folder = self.questions.ask_folder(self.tr("Folder for the access package"))
        if not folder:
            form.wait_again()
            return

        def show(made: AccessMade) -> None:
            if made.passphrase:
                shown = access_shown(self.tr, made)
                self.questions.open(
                    AccessPassphraseDialog(self.theme, self.tr, shown, self.questions.page)
                )
            else:
                self.presenter.written.emit(access_written(self.tr, made))

        how = HandingOver(said.form, said.address, said.reason)
        self.presenter.write(
            form,
            lambda register, today: build_access(register, ref, folder[0], today, how),
            show,
        )
