"""What stands beside a name in its cell and is no part of it: civilities, an e-mail, a phone."""

from functools import lru_cache

from dsr_desktop.domain.person import EMAIL_PATTERN, may_hold_email, phones_in, spelt_out, words

CIVILITIES = frozenset(words(
    "m mm mr mrs ms miss mx mme mmes mlle mlles monsieur messieurs madame mesdames mademoiselle "
    "mesdemoiselles madam dr dre drs docteur docteure doctor doktor pr prof professeur "
    "professeure professor me maître herr herrn frau sig sigra signor signora signorina sig.ra dott.ssa sr sra "
    "srta señor señora señorita ing dipl"
))  # fmt: skip
_LABELS = frozenset(words(
    "e mail email mailto courriel mél tél tel téléphone telephone phone mobile portable port gsm "
    "fixe cell"
))  # fmt: skip


@lru_cache(maxsize=1024)
def name_alone(text: str) -> str:
    """Leave out e-mails, phones and their labels; `text` itself where nothing else is left."""
    bare = EMAIL_PATTERN.sub(" ", spelt_out(text)) if may_hold_email(text) else text
    for number in sorted(phones_in(bare), key=len, reverse=True):
        bare = bare.replace(number, " ")
    if bare == text:
        return text
    kept = [part for part in bare.split() if not _LABELS.issuperset(words(part))]
    return " ".join(kept) or text


def without_civilities(there: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Leave civilities out of the folded words `there`, but for those that are `wanted`."""
    if CIVILITIES.isdisjoint(there):
        return there
    return tuple(word for word in there if word in wanted or word not in CIVILITIES)
