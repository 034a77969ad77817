"""Cookies of Microsoft Clarity: the vectors of the specification, and every way to paste them."""

from datetime import UTC, date, datetime
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.clarity_cookies import ClarityCookie, CookieDoubt, CookieName, read_cookies
from dsr_desktop.domain.clarity_expiry import ClarityExpiry, expiry_of
from dsr_desktop.domain.errors import InvalidInputError

TODAY = date(2026, 11, 16)
CLCK = "1vvp31s|2|fse|0|1834"
CLSK = "wh0cab^1759531575824^11^0^v.clarity.ms/collect"
MUID = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"
CLID = "0123456789abcdef0123456789abcdef.20250620.20260703"


def read(pasted, today=TODAY):
    (cookie,) = read_cookies(pasted, today)
    return cookie


@pytest.mark.parametrize(
    ("value", "user", "version", "written", "consent", "seen"),
    [
        ("1vvp31s|2|fse|0|1834", "1vvp31s", "2", date(2025, 1, 8), False, date(2025, 1, 8)),
        ("1epb5ni%5E2%5Efzu%5E1%5E2102", "1epb5ni", "2", date(2025, 10, 3), True, date(2025, 10, 3)),
        ("f8psxo%7C2%7Cfxa%7C0%7C2000", "f8psxo", "2", date(2025, 7, 3), False, date(2025, 6, 23)),
        ("mv16w6|1|f0b|0", "mv16w6", "1", date(2022, 4, 3), False, None),
        ("abc123|2|f4x|0|1234", "abc123", "2", date(2022, 9, 16), False, date(2023, 5, 19)),
    ],
)  # fmt: skip
def test_a_user_cookie_says_who_and_when(value, user, version, written, consent, seen):
    cookie = read(value)

    assert cookie.name is CookieName.CLCK
    assert (cookie.user_id, cookie.version) == (user, version)
    assert (cookie.written_on, cookie.consent, cookie.first_seen) == (written, consent, seen)


@pytest.mark.parametrize(
    ("value", "session", "saved", "page", "recorded", "upload"),
    [
        ("wh0cab%5E1759531575824%5E11%5E0%5Ev.clarity.ms%2Fcollect", "wh0cab",
         datetime(2025, 10, 3, 22, 46, 15, 824_000, UTC), 11, False,
         "https://v.clarity.ms/collect"),
        ("1pjoez9|1736335959690|1|1|z.clarity.ms/collect", "1pjoez9",
         datetime(2025, 1, 8, 11, 32, 39, 690_000, UTC), 1, True,
         "https://z.clarity.ms/collect"),
    ],
)  # fmt: skip
def test_a_session_cookie_says_which_visit(value, session, saved, page, recorded, upload):
    cookie = read(value)

    assert cookie.name is CookieName.CLSK
    assert (cookie.session_id, cookie.saved_at) == (session, saved)
    assert (cookie.page_count, cookie.is_recorded, cookie.upload) == (page, recorded, upload)
    assert cookie.user_id is None


@pytest.mark.parametrize("upload", ["/collect", "https://proxy.site.example/collect"])
def test_an_address_that_is_whole_already_stays(upload):
    assert read(f"1pjoez9|1736335959690|1|1|{upload}").upload == upload


def test_a_session_cookie_of_six_parts_is_read():
    assert read("1pjoez9|1736335959690|1|1|z.clarity.ms/collect|x").session_id == "1pjoez9"


def test_the_number_of_a_browser_is_read():
    assert read(MUID) == ClarityCookie(CookieName.MUID, user_id=MUID)


def test_the_first_contact_of_a_browser_is_read():
    cookie = read(CLID)

    assert cookie.name is CookieName.CLID
    assert cookie.first_seen == date(2025, 6, 20)
    assert cookie.ends_on == date(2026, 7, 3)


def test_a_site_that_keeps_to_one_subdomain_is_told():
    cookie = read("x|2|f4x|0|1234~1")

    assert cookie.limited
    assert cookie.first_seen == date(2023, 5, 19)
    assert not read(CLCK).limited


@pytest.mark.parametrize(
    ("value", "doubts"),
    [
        (CLCK, ()),
        ("abc123|2|f4x|0|1234", (CookieDoubt.SEEN_AFTER_WRITTEN,)),
        ("abc123|3|fse|0|1834", (CookieDoubt.OTHER_VERSION,)),
        ("abc123|2|zzz|0|1834", (CookieDoubt.IN_THE_FUTURE,)),
        ("abc123|2|1|0", (CookieDoubt.NO_DAY,)),
        ("abc123|2|zzzzzz|0", (CookieDoubt.NO_DAY,)),
        ("1pjoez9|9736335959690|1|1|z.clarity.ms/collect", (CookieDoubt.IN_THE_FUTURE,)),
        ("0123456789abcdef0123456789abcdef.20259999.20260703", (CookieDoubt.NO_DAY,)),
    ],
)
def test_what_is_odd_is_told_and_the_rest_is_read(value, doubts):
    assert read(value).doubts == doubts


@pytest.mark.parametrize(
    "pasted",
    [
        f"  {CLCK}\n",
        f'"{CLCK}"',
        f"_clck={CLCK}",
        f"_clck: {CLCK}",
        f"_CLCK = {CLCK}; path=/; SameSite=Lax",
        f"Cookie: theme=dark; _clck={CLCK}; lang=fr",
        f".site.example\tTRUE\t/\tFALSE\t1790000000\t_clck\t{CLCK}",
        f"_clck\t{CLCK}\t.site.example\t/\t2026-01-08\t24",
        f'{{"domain": ".site.example", "name": "_clck", "value": "{CLCK}"}}',
        quote(CLCK),
        quote(quote(quote(CLCK))),
        CLCK.replace("|", "^"),
    ],
)
def test_a_cookie_is_read_however_it_was_pasted(pasted):
    assert read(pasted) == read(CLCK)


def test_all_cookies_of_a_header_are_read_in_their_order_and_once():
    header = f"Cookie: _clsk={CLSK}; a=b; _clck={CLCK}; MUID={MUID}; CLID={CLID}; _clck={CLCK}"

    names = [cookie.name for cookie in read_cookies(header, TODAY)]

    assert names == [CookieName.CLSK, CookieName.CLCK, CookieName.MUID, CookieName.CLID]


def test_a_name_tells_what_a_value_alone_would_not():
    assert read("_clck=1vvp31s").user_id == "1vvp31s"
    assert read(f"MUID={MUID.lower()}").user_id == MUID


def test_a_value_under_the_name_of_another_cookie_is_not_believed():
    with pytest.raises(InvalidInputError):
        read_cookies(f"_clsk={CLCK}", TODAY)


@pytest.mark.parametrize(
    "pasted",
    ["", "   ", "1vvp31s", "camille.dupont@acme.example", "a|b|c", MUID[:-1], "_clck=", "%"],
)
def test_what_is_no_such_cookie_is_refused(pasted):
    with pytest.raises(InvalidInputError, match="Copy the whole value"):
        read_cookies(pasted, TODAY)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(pasted):
    try:
        cookies = read_cookies(pasted, TODAY)
    except InvalidInputError:
        return
    assert all(cookie.user_id or cookie.session_id for cookie in cookies)


@given(
    st.integers(0, 2**32 - 1), st.dates(date(2023, 5, 1), TODAY), st.booleans(),
    st.sampled_from("|^"), st.integers(0, 3),
)  # fmt: skip
def test_what_clarity_would_write_is_read_back(number, written, consent, sign, encodings):
    """Write as `metadata.ts` does: the day is that of a year later, rounded up."""
    ends = (written - date(1970, 1, 1)).days + 366
    value = sign.join((base36(number), "2", base36(ends), str(int(consent)), "1234"))
    for _ in range(encodings):
        value = quote(value, safe="")

    cookie = read(value)

    assert (cookie.user_id, cookie.written_on, cookie.consent) == (base36(number), written, consent)


def base36(number):
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits


# --- R-TRK-1: what Microsoft still has


@pytest.mark.parametrize(
    ("seen", "playback", "clicks"),
    [
        (date(2025, 10, 3), date(2025, 11, 2), date(2026, 11, 3)),
        (date(2026, 10, 1), date(2026, 10, 31), date(2027, 11, 1)),
        (date(2027, 1, 31), date(2027, 3, 2), date(2028, 2, 29)),
    ],
)
def test_r_trk_1_recordings_go_after_30_days_and_clicks_after_13_months(seen, playback, clicks):
    assert expiry_of(seen) == ClarityExpiry(playback, clicks)


def test_the_day_of_a_visit_is_the_last_one_that_the_cookie_proves():
    assert read(CLSK).seen_on == date(2025, 10, 3)
    assert read(CLCK).seen_on == date(2025, 1, 8)
    assert read(MUID).seen_on is None
