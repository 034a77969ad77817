"""How the fee of a request is kept: one row at most."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply
from dsr_desktop.domain.iso_days import day_of, iso

FEE_COLUMNS = (
    "cents", "ground", "facts", "author", "told_on", "earlier", "reply", "replied_on",
)  # fmt: skip


def row_of_fee(fee: Fee) -> tuple[object, ...]:
    """Return the values of `FEE_COLUMNS`."""
    replied_on = iso(fee.replied_on)
    return (
        fee.cents, fee.ground, fee.facts, fee.author, fee.told_on.isoformat(),
        json.dumps(list(fee.earlier)), fee.reply, replied_on,
    )  # fmt: skip


def fee_of(rows: Sequence[Sequence[Any]]) -> Fee | None:
    """Return the fee that the rows of a request hold, None without any."""
    for cents, ground, facts, author, told_on, earlier, reply, replied_on in rows:
        return Fee(
            cents, FeeGround(ground), facts or "", author or "", date.fromisoformat(told_on),
            tuple(json.loads(earlier or "[]")), FeeReply(reply) if reply else None,
            day_of(replied_on),
        )  # fmt: skip
    return None
