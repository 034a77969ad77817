"""The request page and the bundle's dialogs point at confirmed rows of somebody else."""

import pytest
from PySide6.QtWidgets import QLabel

from dsr_desktop.domain.request import Right
from dsr_desktop.gui.pages.requests.bundle_dialogs import FormatDialog, PassphraseDialog
from dsr_desktop.services.reviewing import find_person, judge_hits, review

EMAIL = "camille.dupont@acme.example"
TITLE = "1 confirmed row names another person than the one asked for."
WHERE = "Reject what is not about the person who asks: acme.csv, row 3."


@pytest.fixture
def judged(register, bring_in, write_csv, tmp_path, ask, today):
    """Return a function that confirms some rows of a shared mailbox and rejects the others."""

    def judged_(*confirmed):
        rows = [["Nom", "Mail"], ["Camille Dupont", EMAIL], ["Jean Roux", EMAIL]]
        bring_in(register, write_csv(tmp_path / "acme.csv", rows), activity="PA3")
        ref = ask(Right.PORTABILITY)
        find_person(register, ref, today)
        hits = review(register, ref, today).view.hits
        judge_hits(
            register, ref, confirm=[hit.id for hit in hits if hit.row in confirmed],
            reject=[hit.id for hit in hits if hit.row not in confirmed], today=today,
        )  # fmt: skip
        return ref

    return judged_


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_the_page_says_which_confirmed_row_names_another(open_request, judged):
    page = open_request(judged(2, 3))

    banner = page.request.hits.banner
    assert (banner.accessibleName(), banner.accessibleDescription()) == (TITLE, WHERE)
    assert not any("Roux" in text for text in texts(page.request.hits))


def test_once_it_is_rejected_the_page_says_nothing(open_request, judged):
    assert open_request(judged(2)).request.hits.banner is None


@pytest.mark.parametrize(("rows", "is_told"), [((2, 3), True), ((2,), False)])
def test_the_bundle_says_it_before_and_after_and_is_built(
    open_request, judged, tmp_path, settle, rows, is_told
):
    page = open_request(judged(*rows))
    page.questions.ask_folder = lambda _title: [tmp_path]

    page.request.documents.bundle.button.click()
    before = page.questions.dialog
    assert isinstance(before, FormatDialog)
    told_before = texts(before)
    before.verb_button.click()
    settle()

    after = page.questions.dialog
    assert isinstance(after, PassphraseDialog)
    for told in (told_before, texts(after)):
        assert (TITLE in told, WHERE in told) == (is_told, is_told)
    assert len(list(tmp_path.glob("DSR*.zip"))) == 1
