"""What is said about documents: those whose making was cut off."""

from collections.abc import Iterator, Sequence

from dsr_desktop.domain.document import CutOffDocument
from dsr_desktop.wording.language import Tr


def cut_off_sentences(tr: Tr, cut_off: Sequence[CutOffDocument]) -> tuple[str, ...]:
    """Say of each document that it was not made, what is left of it, and what to do."""
    return tuple(sentence for one in cut_off for sentence in _sentences(tr, one))


def _sentences(tr: Tr, one: CutOffDocument) -> Iterator[str]:
    if removed := [name for name in one.names if name not in one.lost]:
        yield _removed(tr, one, removed)
    if one.lost:
        yield _lost(tr, one)
    if one.kept:
        yield tr.count(
            "{names} was kept: it is not, or no longer, what the app wrote. Look at it.",
            "{names} were kept: they are not, or no longer, what the app wrote. Look at them.",
            len(one.kept), names=", ".join(one.kept),
        )  # fmt: skip


def _removed(tr: Tr, one: CutOffDocument, removed: Sequence[str]) -> str:
    names = ", ".join(removed)
    if not one.ref:
        return tr.count(
            "The making of {names} was cut off; what was left of it was removed. Make it "
            "again.",
            "The making of {names} was cut off; what was left of them was removed. Make it "
            "again.",
            len(removed), names=names,
        )  # fmt: skip
    return tr.count(
        "The making of {names} was cut off; what was left of it was removed. "
        "Make it again for {ref}.",
        "The making of {names} was cut off; what was left of them was removed. "
        "Make them again for {ref}.",
        len(removed), names=names, ref=one.ref,
    )  # fmt: skip


def _lost(tr: Tr, one: CutOffDocument) -> str:
    names = ", ".join(one.lost)
    if not one.ref:
        return tr.count(
            "{names} was not made: its folder is gone. If the folder was moved, delete its hidden "
            "files that end in .part. Make it again.",
            "{names} were not made: their folder is gone. If the folder was moved, delete its "
            "hidden files that end in .part. Make it again.",
            len(one.lost), names=names,
        )  # fmt: skip
    return tr.count(
        "{names} was not made: its folder is gone. If the folder was moved, delete its hidden "
        "files that end in .part. Make it again for {ref}.",
        "{names} were not made: their folder is gone. If the folder was moved, delete its "
        "hidden files that end in .part. Make them again for {ref}.",
        len(one.lost), names=names, ref=one.ref,
    )  # fmt: skip
