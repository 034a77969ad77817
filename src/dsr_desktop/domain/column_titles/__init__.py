"""Column titles seen in real lists and the field each one means: a table a language or product."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from dsr_desktop.domain.column_titles import (
    clarity,
    contact_apps,
    dutch,
    english,
    forms,
    french,
    german,
    italian,
    marketing_tools,
    polish,
    portuguese,
    shops_and_events,
    spanish,
)
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.person import words

TABLES: tuple[Mapping[Field, str], ...] = (
    french.TITLES, english.TITLES, german.TITLES, spanish.TITLES, italian.TITLES, dutch.TITLES,
    portuguese.TITLES, polish.TITLES, contact_apps.TITLES, marketing_tools.TITLES,
    shops_and_events.TITLES, forms.TITLES, clarity.TITLES,
)  # fmt: skip


def key_of(parts: Iterable[str]) -> str:
    """Return folded words as the tables know them: "First name", first_name and firstName are one."""
    return "".join(parts)


def keys_of(titles: str) -> frozenset[str]:
    """Return the keys of titles that stand between bars."""
    return frozenset(key_of(words(title)) for title in titles.split("|"))


def entries() -> Iterator[tuple[str, Field]]:
    """Yield every title of the tables, as written there, with its field."""
    pairs = chain.from_iterable(table.items() for table in TABLES)
    return ((title, field) for field, titles in pairs for title in titles.split("|"))
