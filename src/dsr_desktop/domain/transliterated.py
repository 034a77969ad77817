"""Slavic and Armenian names in Latin letters, from the French way of writing them to the English and back.

Joukov is Zhukov, Tchekhov Chekhov; who is asked for in one way may stand in a list in the other.
"""

import re
from collections.abc import Iterator, Sequence

from dsr_desktop.domain.first_names.known import is_first_name

Words = tuple[str, ...]
_Rules = Sequence[tuple[re.Pattern[str], str]]

_FAMILY_NAME = re.compile(
    r"[a-z]{2,}(?:[oe](?:v|va|ff)|sk[iy]|enko|[oe]vit?ch|[a-z]{2}[iy]an|[cs]hkine?)"
)
_FRENCH_SIGNS = re.compile(r"tch|ou|^j|dj|gu[ei]|ff$|ine$|ski$|ian$|chk")


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return [(re.compile(written), other) for written, other in pairs]


_TO_ENGLISH = _rules(
    ("(?<!t)ch(?!tch)", "sh"), ("chtch", "shch"), ("tch", "ch"), ("(?<!d)j", "zh"), ("dj", "j"),
    ("^iou", "yu"), ("^i(?=[ae])", "y"), ("ou", "u"), ("gu(?=[eiy])", "g"), ("([oe])ff$", r"\1v"),
)  # fmt: skip
_ENGLISH_ENDINGS = _rules(
    ("ei$", "ey"), ("ie$", "i"), ("ian$", "yan"), ("ski$", "sky"), ("ine$", "in")
)
_TO_FRENCH = _rules(
    ("(?<!s)ch", "tch"), ("shch", "chtch"), ("sh", "ch"), ("(?<!d)j", "dj"), ("zh", "j"),
    ("^yu", "iou"), ("^y(?=[ae])", "i"), ("(?<!o)u", "ou"), ("g(?=[ei])", "gu"),
)  # fmt: skip
_FRENCH_ENDINGS = _rules(("ey$", "ei"), ("yan$", "ian"), ("sky$", "ski"), ("in$", "ine"))


def transliterated(name: Words) -> Iterator[Words]:
    """Yield folded Latin words as the other language writes them, with its endings and without.

    Nothing for a name in which no word has the ending of such a family name.
    """
    families = [word for word in name if _FAMILY_NAME.fullmatch(word) and not is_first_name(word)]
    if not families:
        return
    is_french = any(map(_FRENCH_SIGNS.search, families))
    letters, endings = (
        (_TO_ENGLISH, _ENGLISH_ENDINGS) if is_french else (_TO_FRENCH, _FRENCH_ENDINGS)
    )
    written = tuple(_written(word, letters) for word in name)
    ended = tuple(_written(word, endings) for word in written)
    yield from (one for one in dict.fromkeys((written, ended)) if one != name)


def _written(word: str, rules: _Rules) -> str:
    for pattern, other in rules:
        word = pattern.sub(other, word)
    return word
