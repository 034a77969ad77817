"""What is said about documents: those whose making was cut off."""

from collections.abc import Iterator, Sequence

from dsr_desktop.domain.document import CutOffDocument
from dsr_desktop.wording.language import Tr


def cut_off_sentences(tr: Tr, cut_off: Sequence[CutOffDocument]) -> tuple[str, ...]:
    """Say of each document that it was not made, what is left of it, and what to do."""
    return tuple(sentence for one in cut_off for sentence in _sentences(tr, one))


def _sentences(tr: Tr, one: CutOffDocument) -> Iterator[str]:
    if removed := [name for name in one.names if name not in one.lost]:
        yield tr(
            "The making of {names} was cut off; what was left of it was removed. "
            "Make it again for {ref}.",
            names=", ".join(removed), ref=one.ref,
        )  # fmt: skip
    if one.lost:
        yield tr(
            "{names} was not made: its folder is gone. If the folder was moved, delete its hidden "
            "files that end in .part. Make it again for {ref}.",
            names=", ".join(one.lost), ref=one.ref,
        )  # fmt: skip
    if one.kept:
        yield tr(
            "{names} was kept: it is not, or no longer, what the app wrote. Look at it.",
            names=", ".join(one.kept),
        )
