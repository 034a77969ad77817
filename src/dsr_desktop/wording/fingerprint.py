"""The one place that words the fingerprint of the event log, for every document the app makes."""

from dsr_desktop.wording.language import Tr


def log_line(tr: Tr, fingerprint: str) -> str:
    """Say up to which event of the log a document stands; it goes to its foot."""
    return tr("Event log {fingerprint}", fingerprint=fingerprint)


def found_sentence(tr: Tr, number: int, total: int) -> str:
    """Say that the event with a fingerprint kept elsewhere is there, and how many followed it."""
    if number == total:
        return tr("The fingerprint is that of the last event: nothing was cut off.")
    return tr.count(
        "The fingerprint is that of event {number}, and {n} event followed: nothing was cut off.",
        "The fingerprint is that of event {number}, and {n} events followed: nothing was cut off.",
        total - number, number=tr.number(number),
    )  # fmt: skip
