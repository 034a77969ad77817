"""Names of the legal bases on which a processing activity may rest."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_BASES = {
    "6(1)(a)": mark("Consent"),
    "6(1)(b)": mark("Contract or steps before it"),
    "6(1)(c)": mark("Legal obligation"),
    "6(1)(d)": mark("Vital interests"),
    "6(1)(e)": mark("Public task"),
    "6(1)(f)": mark("Legitimate interests"),
    "9(2)(a)": mark("Explicit consent, special categories"),
}


def basis_label(tr: Tr, article: str) -> str:
    """Name a legal basis with its article: "Consent, art. 6(1)(a)"."""
    where = tr("art. {article}", article=article)
    name = _BASES.get(article)
    return tr("{name}, {article}", name=tr(name), article=where) if name else where
