"""What is said about documents whose making was cut off."""

from dsr_desktop.domain.document import CutOffDocument
from dsr_desktop.wording.documents import cut_off_sentences
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
PDF, XLSX = "DSR-2026-0001_checklist.pdf", "DSR-2026-0001_checklist.xlsx"


def test_without_any_nothing_is_said():
    assert cut_off_sentences(ENGLISH, ()) == ()


def test_each_document_is_named_with_what_to_do():
    cut_off = [
        CutOffDocument("DSR-2026-0001", (PDF, XLSX)),
        CutOffDocument("DSR-2026-0002", ("b.zip",)),
    ]

    assert cut_off_sentences(ENGLISH, cut_off) == (
        f"The making of {PDF}, {XLSX} was cut off; what was left of them was removed. "
        "Make them again for DSR-2026-0001.",
        "The making of b.zip was cut off; what was left of it was removed. "
        "Make it again for DSR-2026-0002.",
    )


def test_what_was_kept_is_named_as_well():
    _cut_off, kept = cut_off_sentences(
        ENGLISH, [CutOffDocument("DSR-2026-0001", (PDF, XLSX), kept=(PDF,))]
    )

    assert kept == f"{PDF} was kept: it is not, or no longer, what the app wrote. Look at it."


def test_what_was_not_made_as_its_folder_is_gone_is_told_apart():
    removed, lost = cut_off_sentences(
        ENGLISH, [CutOffDocument("DSR-2026-0001", (PDF, XLSX), lost=(PDF,))]
    )

    assert removed.startswith(f"The making of {XLSX} was cut off; what was left of it was removed.")
    assert lost == (
        f"{PDF} was not made: its folder is gone. If the folder was moved, delete its hidden files "
        "that end in .part. Make it again for DSR-2026-0001."
    )


def test_several_files_are_spoken_of_as_several():
    both = (PDF, XLSX)
    lost, kept = cut_off_sentences(
        ENGLISH, [CutOffDocument("DSR-2026-0001", both, kept=both, lost=both)]
    )

    assert lost.startswith(f"{PDF}, {XLSX} were not made: their folder is gone. ")
    assert lost.endswith("Make them again for DSR-2026-0001.")
    assert kept == (
        f"{PDF}, {XLSX} were kept: they are not, or no longer, what the app wrote. Look at them."
    )


def test_the_report_of_a_search_without_a_request_is_to_be_saved_again():
    both = ("search_20261116.pdf", "search_20261116.json")

    (removed,) = cut_off_sentences(ENGLISH, [CutOffDocument("", both)])
    (lost,) = cut_off_sentences(ENGLISH, [CutOffDocument("", both, lost=both)])

    assert removed.endswith("what was left of them was removed. Make it again.")
    assert lost.endswith("that end in .part. Make it again.")
