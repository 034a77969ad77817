"""A draft of a request begun from what a message proposes: nothing of it is decided."""

from datetime import date

from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.domain.request import Channel
from dsr_desktop.gui.pages.requests.draft import SEVERAL, Draft, Given


def draft_of(
    found: Proposals, today: date, channel: Channel, language: str, *given: Given
) -> Draft:
    """Return the draft that a message proposes, to be shown and confirmed in a form.

    `language` is used where the words do not tell; without a day in a header it is `today`. `given`
    are the messages to keep with the request.
    """
    return Draft(
        rights=tuple(one.right for one in found.rights),
        received_on=found.received_on or today,
        channel=channel,
        language=found.language or language,
        person={
            kind: "; ".join(one.value for one in found.person.get(kind, ())) for kind in SEVERAL
        },
        given=given,
    )
