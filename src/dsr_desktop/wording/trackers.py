"""Words of the register of trackers, for the window, the terminal and the policy page."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.tracker import Party, Storage, Tracker, TrackerCategory, TrackerGap
from dsr_desktop.wording.language import Tr

_CATEGORIES = {
    TrackerCategory.NECESSARY: mark("Strictly necessary"),
    TrackerCategory.ANALYTICS: mark("Audience measurement"),
    TrackerCategory.ADS: mark("Advertising"),
    TrackerCategory.SECURITY: mark("Security"),
}
_PARTIES = {Party.FIRST: mark("the site itself"), Party.THIRD: mark("a third party")}
_STORAGES = {
    Storage.COOKIE: mark("Cookie"),
    Storage.SESSION_STORAGE: mark("Session storage"),
    Storage.LOCAL_STORAGE: mark("Local storage"),
}
_GAPS = {
    TrackerGap.NO_PURPOSE: mark("Its purpose is missing in French or in English"),
    TrackerGap.NO_LIFETIME: mark("How long it stays in the browser is missing"),
    TrackerGap.NO_PROVIDER: mark("Who sets it is missing"),
}
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def category_label(tr: Tr, category: TrackerCategory) -> str:
    """Name a category."""
    return tr(_CATEGORIES[category])


def party_label(tr: Tr, party: Party) -> str:
    """Say who sets a tracker."""
    return tr(_PARTIES[party])


def storage_label(tr: Tr, storage: Storage) -> str:
    """Say where the browser keeps it."""
    return tr(_STORAGES[storage])


def tracker_gap_label(tr: Tr, gap: TrackerGap) -> str:
    """Say what the record of a tracker lacks."""
    return tr(_GAPS[gap])


def lifetime_label(tr: Tr, tracker: Tracker) -> str:
    """Say how long a tracker stays: "365 days", "10 minutes"; "" for an unknown time."""
    seconds = tracker.lifetime
    if seconds is None:
        return ""
    if seconds == 0:
        is_cookie = tracker.storage is Storage.COOKIE
        return tr("until the browser is closed") if is_cookie else tr("until the tab is closed")
    if seconds % _DAY == 0:
        return tr.count("{n} day", "{n} days", seconds // _DAY)
    if seconds % _HOUR == 0:
        return tr.count("{n} hour", "{n} hours", seconds // _HOUR)
    if seconds % _MINUTE == 0:
        return tr.count("{n} minute", "{n} minutes", seconds // _MINUTE)
    return tr.count("{n} second", "{n} seconds", seconds)
