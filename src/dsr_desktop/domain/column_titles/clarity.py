"""Column titles of what Microsoft Clarity recorded, as our own reader writes them."""

from dsr_desktop.domain.fields import Field

TITLES = {Field.IDENTIFIER: "clarity user id|clarity session id"}
