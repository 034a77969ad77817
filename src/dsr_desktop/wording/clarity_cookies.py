"""What a cookie of Microsoft Clarity says, in words that the DPO can pass on."""

from collections.abc import Iterator

from dsr_desktop.domain.clarity_cookies import ClarityCookie, CookieDoubt, CookieName
from dsr_desktop.domain.clarity_expiry import expiry_of
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_PURPOSES = {
    CookieName.CLCK: mark("the visitor's Clarity number on this site, and her choices"),
    CookieName.CLSK: mark("one visit to this site"),
    CookieName.MUID: mark("the number of this browser on Microsoft's sites"),
    CookieName.CLID: mark("the number under which Clarity first saw this browser, on any site"),
}

_DOUBTS = {
    CookieDoubt.SEEN_AFTER_WRITTEN: mark("The first visit would be later than the day on which the cookie was written: do not rely on either."),
    CookieDoubt.IN_THE_FUTURE: mark("Its day lies after today: the clock of that computer was wrong, or the value was changed."),
    CookieDoubt.NO_DAY: mark("Its day makes no sense: the value was changed, or this version writes it otherwise."),
    CookieDoubt.OTHER_VERSION: mark("It has the form of another version of Clarity than those known here (1 and 2): check what it says."),
}  # fmt: skip


def doubt_sentence(tr: Tr, doubt: CookieDoubt) -> str:
    """Say what is odd about a cookie, and what to make of it."""
    return tr(_DOUBTS[doubt])


def cookie_lines(tr: Tr, cookie: ClarityCookie) -> Iterator[str]:
    """Yield what a cookie says, a line each: what it is, whose, when, and until when Microsoft has it."""
    yield tr.pair(cookie.name.value, tr(_PURPOSES[cookie.name]))
    yield from _numbers(tr, cookie)
    yield from _days(tr, cookie)
    if cookie.consent is not None:
        yield tr("Explicit consent: yes") if cookie.consent else tr("Explicit consent: no")
    if cookie.is_recorded is not None:
        yield (
            tr("Playback was recorded")
            if cookie.is_recorded
            else tr("Playback was not recorded, only counts")
        )
    if cookie.limited:
        yield tr("The site keeps its cookies to one subdomain (~1)")
    yield from _expiry(tr, cookie)
    yield from (doubt_sentence(tr, one) for one in cookie.doubts)


def _numbers(tr: Tr, cookie: ClarityCookie) -> Iterator[str]:
    if cookie.user_id:
        yield tr("User number: {id}", id=cookie.user_id)
    if cookie.session_id:
        yield tr("Session number: {id}", id=cookie.session_id)
    if cookie.page_count is not None:
        yield tr.count("{n} page in this visit", "{n} pages in this visit", cookie.page_count)
    if cookie.upload:
        yield tr("Sent to {address}", address=cookie.upload)


def _days(tr: Tr, cookie: ClarityCookie) -> Iterator[str]:
    if cookie.saved_at:
        day, hour = tr.date(cookie.saved_at.date()), f"{cookie.saved_at:%H:%M:%S}"
        yield tr("Last saved on {day} at {hour} UTC", day=day, hour=hour)
    elif cookie.written_on:
        yield tr("Written on {day}", day=tr.date(cookie.written_on))
    if cookie.first_seen:
        day = tr.date(cookie.first_seen)
        if cookie.name is CookieName.CLCK:
            yield tr("First seen on {day} (inferred, Microsoft does not document it)", day=day)
        else:
            yield tr("First seen on {day}", day=day)


def _expiry(tr: Tr, cookie: ClarityCookie) -> Iterator[str]:
    if cookie.seen_on is None:
        return
    gone = expiry_of(cookie.seen_on)
    yield tr(
        "Playback of that day is gone at Microsoft from {day}", day=tr.date(gone.playback_gone_on)
    )
    yield tr(
        "Clicks and labelled sessions of that day are gone at Microsoft from {day}",
        day=tr.date(gone.click_gone_on),
    )
