"""The text of a row as the index of words gets it: in the form in which words are searched for."""

import re
from collections.abc import Sequence

from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.romanised import has_other_letters, romanised_words

# Of these the index makes the same words by itself: letters with an accent, usual signs.
_SAME_WORDS = re.compile(
    "[\x00-%'-\xa9«¬®-±´-¸»¿-ÅÇ-ÏÑ-×Ù-Ýà-åç-ïñ-÷ù-ýÿ-ďĒ-ĥĨ-İĴ-ķĹ-ľŃ-ňŌ-őŔ-ťŨ-ſ\u2010-\u2029€]*"
)
_NO_WORD = re.compile(r"[^\w\x00-\x7f]")


def index_text(text: str, notes: Sequence[CellNote] = ()) -> str | None:
    """Return what the index of words gets for joined cells and their notes; None for `text` itself.

    What separates words for us then does so for the index too, which knows fewer signs. Words in
    another alphabet stand there in Latin letters as well.
    """
    if notes:
        text = " ".join((text, *(note.text for note in notes)))
    elif _has_same_words(text):
        return None
    folded = fold(text)
    if has_other_letters(folded):
        folded = " ".join((folded, *sorted(romanised_words(text))))
    return _NO_WORD.sub(" ", folded)


def _has_same_words(text: str) -> bool:
    return "&" not in text if text.isascii() else _SAME_WORDS.fullmatch(text) is not None
