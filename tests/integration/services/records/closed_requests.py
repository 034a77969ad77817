"""A closed request, and the days on which its file is to be reduced and removed."""

from datetime import date

from dsr_desktop.domain.request import Channel, Decision
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, view_request

DAY = date(2025, 6, 20)
REDUCED, REMOVED = date(2026, 6, 20), date(2030, 6, 20)


def close(register, ref):
    for item in view_request(register, ref, DAY).request.items:
        decide(register, ref, item.right, Decision.REFUSED, DAY, reason_code="A11_2",
               reason_text="Camille's invoice")  # fmt: skip
    mark_sent(register, ref, DAY, Channel.POST, DAY)
    close_request(register, ref, DAY)
