"""Countries by their codes (ISO 3166-1), and those where data stay inside the GDPR's area."""

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


EEA = _codes(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
)
"""Member states of the European Economic Area: no transfer in the sense of GDPR chapter V."""

_ALL = _codes("""
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """)
_FRENCH_REGIONS = frozenset({"GF", "GP", "MQ", "RE", "YT", "MF"})
"""Outermost regions of France: the treaties hold there (TFEU art. 355(1))."""


def check_country(text: str) -> str:
    """Return a country's code in capitals; InvalidInputError for a code that is none."""
    code = text.strip().upper()
    if code not in _ALL:
        raise InvalidInputError(
            mark("{value} is no country code. Write its two letters, such as FR or US."),
            value=text.strip()[:20],
        )
    return code


def country_codes() -> frozenset[str]:
    """Return the codes of every country."""
    return _ALL


def is_in_eea(code: str) -> bool:
    """Tell whether data that go to a country stay under the GDPR."""
    return code in EEA or code in _FRENCH_REGIONS
