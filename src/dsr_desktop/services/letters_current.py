"""Which letters of a request tell what is decided now: one written before a new decision does not."""

from collections.abc import Iterable, Iterator

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.letters import LETTERS
from dsr_desktop.domain.letters_due import items_told
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.right import Right
from dsr_desktop.services.history import PastEvent, history
from dsr_desktop.services.register import Register


def as_decided(
    register: Register, request: Request, kept: Iterable[KeptLetter]
) -> tuple[KeptLetter, ...]:
    """Return those letters that no later decision, or correction of one, has overtaken (R-COM-2)."""
    events = history(register, request.ref)
    made = {
        str(one.payload.get("pdf_sha256")): one.seq
        for one in events
        if one.kind == EventKind.LETTER_MADE
    }
    decided = tuple(_decisions(events))
    return tuple(
        one
        for one in kept
        if not LETTERS[one.kind].is_answer
        or not _is_overtaken(one, request, made.get(one.pdf_sha256, 0), decided)
    )


def _is_overtaken(
    letter: KeptLetter, request: Request, made: int, decided: tuple[tuple[int, Right], ...]
) -> bool:
    told = {item.right for item in items_told(letter.kind, request)} or set(request.rights)
    return any(seq > made and right in told for seq, right in decided)


def _decisions(events: Iterable[PastEvent]) -> Iterator[tuple[int, Right]]:
    """Yield number and right of each decision, and of each correction of one."""
    rights: dict[object, Right] = {}
    for one in events:
        if one.kind == EventKind.DECIDED:
            rights[one.seq] = Right(str(one.payload["right"]))
            yield one.seq, rights[one.seq]
        elif one.kind == EventKind.STEP_CORRECTED and one.payload.get("corrects") in rights:
            yield one.seq, rights[one.payload.get("corrects")]
