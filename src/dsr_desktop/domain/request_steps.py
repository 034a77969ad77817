"""The steps of a request's checklist (domain catalogue 1.5): which there are, how each is marked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.right import Right


class StepCode(StrEnum):
    """The codes of the catalogue."""

    C01 = "C01"
    C02 = "C02"
    C03 = "C03"
    C04 = "C04"
    C05 = "C05"
    C06 = "C06"
    C07 = "C07"
    C08 = "C08"
    C09 = "C09"
    C10 = "C10"
    C11 = "C11"
    A01 = "A01"
    A02 = "A02"
    A03 = "A03"
    A04 = "A04"
    X01 = "X01"
    X02 = "X02"
    X03 = "X03"
    E01 = "E01"
    E02 = "E02"
    E03 = "E03"
    E04 = "E04"
    E05 = "E05"
    E06 = "E06"
    E07 = "E07"
    E08 = "E08"
    E09 = "E09"
    E10 = "E10"
    E11 = "E11"
    E12 = "E12"
    L01 = "L01"
    L02 = "L02"
    L03 = "L03"
    L04 = "L04"
    L05 = "L05"
    P01 = "P01"
    P02 = "P02"
    P03 = "P03"
    P04 = "P04"
    P05 = "P05"
    O01 = "O01"
    O02 = "O02"
    O03 = "O03"
    O04 = "O04"
    M01 = "M01"
    M02 = "M02"
    M03 = "M03"
    M04 = "M04"


@dataclass(frozen=True)
class StepMark:
    """What somebody said of a step: done on a day, or why it does not apply.

    Raises InvalidInputError for both, for neither, and for a reason without words.
    """

    code: StepCode
    done_on: date | None = None
    done_by: str = ""
    note: str = ""
    not_applicable: str = ""

    def __post_init__(self) -> None:
        if (self.done_on is None) == (not self.not_applicable.strip()):
            raise InvalidInputError(
                mark("Step {code} is done on a day, or does not apply for a reason: say one."),
                code=self.code,
            )


COMMON_STEPS = (
    StepCode.C01, StepCode.C02, StepCode.C03, StepCode.C04, StepCode.C05, StepCode.C06,
    StepCode.C07, StepCode.C08, StepCode.C09, StepCode.C10, StepCode.C11,
)  # fmt: skip
_ERASURE_STEPS = (
    StepCode.E01, StepCode.E02, StepCode.E03, StepCode.E04, StepCode.E05, StepCode.E06,
    StepCode.E07, StepCode.E08, StepCode.E09, StepCode.E10, StepCode.E11, StepCode.E12,
)  # fmt: skip
STEPS_OF_RIGHT: dict[Right, tuple[StepCode, ...]] = {
    Right.ACCESS: (StepCode.A01, StepCode.A02, StepCode.A03, StepCode.A04),
    Right.RECTIFICATION: (StepCode.X01, StepCode.X02, StepCode.X03),
    Right.ERASURE: _ERASURE_STEPS,
    Right.MINOR_ERASURE: _ERASURE_STEPS,
    Right.RESTRICTION: (StepCode.L01, StepCode.L02, StepCode.L03, StepCode.L04, StepCode.L05),
    Right.PORTABILITY: (StepCode.P01, StepCode.P02, StepCode.P03, StepCode.P04, StepCode.P05),
    Right.OBJECTION: (StepCode.O01, StepCode.O02, StepCode.O03, StepCode.O04),
    Right.OBJECTION_MARKETING: (StepCode.M01, StepCode.M02, StepCode.M03, StepCode.M04),
}
ERASING_STEPS = frozenset(
    {StepCode.E06, StepCode.E07, StepCode.E08, StepCode.E09, StepCode.E10, StepCode.E12}
)
"""Steps that erase, or tell others to: locked until the person's copy is sent (R-TYP-2)."""

MANDATORY_STEPS = frozenset(
    {
        *(set(COMMON_STEPS) - {StepCode.C02}),
        StepCode.E02, StepCode.E06, StepCode.E12, StepCode.P02, StepCode.M01, StepCode.M02,
    }
)  # fmt: skip
"""Steps without which nothing is closed (R-CHK-1); the others remind."""
