"""Words for what a message proposes: each with where it was found."""

from collections.abc import Iterator

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.proposals import Hint, Proposals
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label
from dsr_desktop.wording.requests import right_label

_HINTS = {
    Hint.REMINDER: mark("The person may have written before: look for an earlier request."),
    Hint.FOR_ANOTHER: mark("Somebody may be writing for the person: ask for a mandate."),
    Hint.PASSED_ON: mark(
        "A colleague passed this message on; the proposals are from the message inside."
    ),
}


def hint_sentence(tr: Tr, hint: Hint) -> str:
    """Say what else a message may be, and what to do."""
    return tr(_HINTS[hint])


def found_in(tr: Tr, words: str) -> str:
    """Say in which words something was found."""
    return tr("found in: {words}", words=words)


def proposal_lines(tr: Tr, found: Proposals) -> Iterator[str]:
    """Give each proposal a line; what is a hint comes last."""
    right, received, language = tr("right"), tr("received on"), tr("language")
    for asked in found.rights:
        yield _line(tr, right, right_label(tr, asked.right), asked.words)
    for kind, values in found.person.items():
        for one in values:
            yield _line(tr, criterion_label(tr, kind), one.value, one.words)
    if found.received_on is not None:
        yield _line(tr, received, tr.date(found.received_on), found.received_words)
    if found.language:
        yield _line(tr, language, found.language, found.language_words)
    for hint, words in found.hints:
        sentence = hint_sentence(tr, hint)
        yield f"{sentence} {found_in(tr, words)}" if words else sentence


def _line(tr: Tr, what: str, value: str, words: str) -> str:
    return f"{tr.pair(what, value)} · {found_in(tr, words)}"
