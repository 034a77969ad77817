"""Names of the countries whose working days are known, and of others where recipients often are."""

import unicodedata
from collections.abc import Iterable

from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_NAMES = {
    "AT": mark("Austria"), "BE": mark("Belgium"), "BG": mark("Bulgaria"), "CY": mark("Cyprus"),
    "CZ": mark("Czechia"), "DE": mark("Germany"), "DK": mark("Denmark"), "EE": mark("Estonia"),
    "ES": mark("Spain"), "FI": mark("Finland"), "FR": mark("France"), "GR": mark("Greece"),
    "HR": mark("Croatia"), "HU": mark("Hungary"), "IE": mark("Ireland"), "IT": mark("Italy"),
    "LT": mark("Lithuania"), "LU": mark("Luxembourg"), "LV": mark("Latvia"), "MT": mark("Malta"),
    "NL": mark("Netherlands"), "PL": mark("Poland"), "PT": mark("Portugal"), "RO": mark("Romania"),
    "SE": mark("Sweden"), "SI": mark("Slovenia"), "SK": mark("Slovakia"), "NO": mark("Norway"),
    "IS": mark("Iceland"), "LI": mark("Liechtenstein"), "CH": mark("Switzerland"),
    "GB": mark("United Kingdom"), "US": mark("United States"), "CA": mark("Canada"),
    "IN": mark("India"), "CN": mark("China"), "JP": mark("Japan"), "KR": mark("South Korea"),
    "IL": mark("Israel"), "MA": mark("Morocco"), "TN": mark("Tunisia"), "DZ": mark("Algeria"),
    "SN": mark("Senegal"), "MG": mark("Madagascar"), "MU": mark("Mauritius"),
    "AU": mark("Australia"), "NZ": mark("New Zealand"), "BR": mark("Brazil"),
    "AR": mark("Argentina"), "UY": mark("Uruguay"), "MX": mark("Mexico"), "SG": mark("Singapore"),
    "UA": mark("Ukraine"), "TR": mark("Turkey"), "RS": mark("Serbia"), "MC": mark("Monaco"),
    "AD": mark("Andorra"), "ZA": mark("South Africa"), "PH": mark("Philippines"),
    "RU": mark("Russia"),
}  # fmt: skip


def country_label(tr: Tr, code: str) -> str:
    """Name of a country; a code not listed here stays as it is."""
    return tr(_NAMES.get(code, code))


def sorted_by_name(tr: Tr, codes: Iterable[str]) -> tuple[str, ...]:
    """Sort country codes by their names in the language in force, accents aside."""
    return tuple(sorted(codes, key=lambda code: _plain(country_label(tr, code))))


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
