"""Names of the steps of a request's checklist (domain catalogue 1.5)."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.wording.language import Tr

_STEPS = {
    StepCode.C01: mark("Register: receipt date, channel, text"),
    StepCode.C02: mark("Acknowledge receipt"),
    StepCode.C03: mark("Say which rights are asked"),
    StepCode.C04: mark("Identity: is there a doubt, how was it checked"),
    StepCode.C05: mark("Deadline: is an extension to be notified"),
    StepCode.C06: mark("Search all sources"),
    StepCode.C07: mark("Confirm or reject each match"),
    StepCode.C08: mark("Decide, with reasons"),
    StepCode.C09: mark("Read the answer again: other people in it, plain words"),
    StepCode.C10: mark("Send through a verified, secure channel"),
    StepCode.C11: mark("Close, purge papers and working copies"),
    StepCode.A01: mark("Information of art. 15(1) complete"),
    StepCode.A02: mark("Copy built"),
    StepCode.A03: mark("Data of other people reviewed"),
    StepCode.A04: mark("Codes explained"),
    StepCode.X01: mark("Value compared and decided"),
    StepCode.X02: mark("Corrected in each source"),
    StepCode.X03: mark("Recipients told of the correction"),
    StepCode.E01: mark("Ground of art. 17(1) chosen"),
    StepCode.E02: mark("The person's copy sent, if asked"),
    StepCode.E03: mark("Exceptions, holds and statutory periods checked"),
    StepCode.E04: mark("Restricted at once what is erased later"),
    StepCode.E05: mark("Suppression entry made before the erasure"),
    StepCode.E06: mark("Erased, or kept with a reason, in each source"),
    StepCode.E07: mark("Data held in the app purged"),
    StepCode.E08: mark("Processors instructed"),
    StepCode.E09: mark("Recipients told of the erasure"),
    StepCode.E10: mark("Public data: other controllers told"),
    StepCode.E11: mark("Backups listed, with the day the last one rolls off"),
    StepCode.E12: mark("Control search finds nothing"),
    StepCode.L01: mark("Ground of art. 18(1) chosen"),
    StepCode.L02: mark("Flagged or locked in each source"),
    StepCode.L03: mark("Recipients told of the restriction"),
    StepCode.L04: mark("Date of review set"),
    StepCode.L05: mark("Person informed before it is lifted"),
    StepCode.P01: mark("Scope of each dataset settled"),
    StepCode.P02: mark("Bundle built and checked"),
    StepCode.P03: mark("Exclusions listed"),
    StepCode.P04: mark("Archive encrypted"),
    StepCode.P05: mark("Passphrase sent another way"),
    StepCode.O01: mark("Legal basis looked at"),
    StepCode.O02: mark("Restricted meanwhile"),
    StepCode.O03: mark("Interests weighed, in words"),
    StepCode.O04: mark("Stopped, or grounds demonstrated"),
    StepCode.M01: mark("Marketing blocked now"),
    StepCode.M02: mark("On the suppression list"),
    StepCode.M03: mark("Mailing provider told"),
    StepCode.M04: mark("Short confirmation sent"),
}


def step_label(tr: Tr, code: StepCode) -> str:
    """Name of a step with its code: "C06 Search all sources"."""
    return f"{code} {tr(_STEPS[code])}"
