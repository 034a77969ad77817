"""What the register itself says of a person, and keys to search for next: as JSON and as lines."""

from collections.abc import Iterator, Sequence

from dsr_desktop.domain.expansion import NewKey
from dsr_desktop.domain.matching import CONTRADICTIONS
from dsr_desktop.domain.own_record import OwnFound
from dsr_desktop.services.rounds import Proposal
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import explain_reason, level_label
from dsr_desktop.wording.own_records import own_record_line

Document = dict[str, object]


def own_record_document(tr: Tr, found: OwnFound) -> Document:
    """Shape of one entry of `own_records`."""
    position = found.position
    return {
        "kind": found.kind,
        "ref": found.ref or None,
        "entries": found.entries,
        "level": found.grade.level,
        "score": found.grade.score,
        "position": position
        and {"file": position.file, "sheet": position.sheet, "row": position.row},
        "reasons": [
            {
                "criterion": one.criterion, "part": found.part(one.column), "text": one.cell,
                "how": explain_reason(tr, one), "against": one.how in CONTRADICTIONS,
            }
            for one in found.grade.reasons
        ],
    }  # fmt: skip


def own_record_lines(tr: Tr, found: Sequence[OwnFound]) -> Iterator[str]:
    """Give each record a line for a person: level, name, why."""
    for one in found:
        yield f"{level_label(tr, one.grade.level):9} " + own_record_line(tr, one)


def key_document(key: NewKey) -> Document:
    """Shape of a key by which a person is found."""
    return {"criterion": key.criterion, "value": key.value}


def proposal_document(proposal: Proposal) -> Document:
    """Shape of one entry of `new_keys`."""
    return {**key_document(proposal.key), "hits": list(proposal.hits)}
