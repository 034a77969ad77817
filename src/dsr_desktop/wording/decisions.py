"""Names of the reason codes of decisions: the article, and what it says in a few words."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_REASONS = {
    "A12_5_unfounded": mark("Art. 12(5): manifestly unfounded"),
    "A12_5_excessive_repetitive": mark("Art. 12(5): excessive, repeated"),
    "A12_5_excessive_abusive": mark("Art. 12(5): excessive, abusive"),
    "A12_6_identity": mark("Art. 12(6): identity in doubt"),
    "A11_2": mark("Art. 11(2): person cannot be identified"),
    "A15_4": mark("Art. 15(4): rights of others"),
    "A16_accurate": mark("Art. 16: our value is correct"),
    "A17_no_ground": mark("Art. 17(1): no ground applies"),
    "A17_3_a": mark("Art. 17(3)(a): freedom of expression"),
    "A17_3_b": mark("Art. 17(3)(b): legal obligation"),
    "A17_3_c": mark("Art. 17(3)(c): public health"),
    "A17_3_d": mark("Art. 17(3)(d): archiving, research"),
    "A17_3_e": mark("Art. 17(3)(e): legal claims"),
    "A18_no_ground": mark("Art. 18(1): no ground applies"),
    "A20_1_basis": mark("Art. 20(1): other legal basis"),
    "A20_1_not_automated": mark("Art. 20(1): not automated"),
    "A20_1_inferred": mark("Art. 20(1): inferred, not provided"),
    "A20_3": mark("Art. 20(3): public-interest task"),
    "A20_4": mark("Art. 20(4): rights of others"),
    "A21_1_compelling": mark("Art. 21(1): compelling grounds"),
    "A21_1_claims": mark("Art. 21(1): legal claims"),
    "A21_basis": mark("Art. 21(1): other legal basis"),
    "A22_2_a": mark("Art. 22(2)(a): needed for a contract"),
    "A22_2_b": mark("Art. 22(2)(b): authorised by law"),
    "A22_2_c": mark("Art. 22(2)(c): explicit consent"),
    "A23_national": mark("Art. 23: national law"),
    "origin_unknown": mark("Origin not recorded"),
    "not_stored": mark("Left out at the import"),
    "not_about_person": mark("Not data about the person"),
    "not_controller": mark("We are not the controller"),
}


def reason_label(tr: Tr, code: str) -> str:
    """Name of a reason code; the text after a colon ("A23_national:…") is kept."""
    name, _colon, text = code.partition(":")
    label = tr(_REASONS[name]) if name in _REASONS else name
    return f"{label} ({text})" if text else label
