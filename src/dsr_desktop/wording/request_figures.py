"""The key figures of a year in words, and as the yearly report (domain.md 4.2)."""

from collections.abc import Iterator
from datetime import date

from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.request_figures import RequestFigures, percent
from dsr_desktop.domain.request_months import MonthFigures
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr, month_name
from dsr_desktop.wording.requests import channel_label, right_label


def yearly_table(
    tr: Tr, company: str, year: int, figures: RequestFigures, made_on: date, fingerprint: str
) -> RegisterTable:
    """Return the report of a year: figures, rights, channels and refusals one below the other."""
    headings = (tr("Figure"), tr("Value"))
    rows = (*figure_rows(tr, figures), *_breakdown(tr, figures))
    return RegisterTable(
        name=f"requests-{year}",
        title=tr("Requests received in {year}", year=year),
        facts=((tr("Controller"), company), (tr("Made on"), tr.date(made_on))),
        notes=(
            tr("Shares are of the answered requests that have a legal date (art. 12(3))."),
            tr("A month counts as the law counts it: pauses, weekends and holidays included."),
        ),
        sections=(TableSection(tr("Figures"), headings, (3, 1), rows),),
        made_on=made_on,
        footer=log_line(tr, fingerprint),
    )


def figure_rows(tr: Tr, one: RequestFigures) -> tuple[tuple[str, str], ...]:
    """Return the figures as pairs of name and value."""
    timed = one.answered_with_clock
    return (
        (tr("Received"), tr.number(one.received)),
        (tr("Open"), tr.number(one.open)),
        (tr("Overdue"), tr.number(one.overdue)),
        (tr("Answered"), tr.number(one.answered)),
        (tr("Answered within one month"), _share(tr, one.in_one_month, timed)),
        (tr("Answered within three months"), _share(tr, one.in_three_months, timed)),
        (tr("Answered later than that"), tr.number(one.late)),
        (tr("Median time to answer"), _days(tr, one.median_days)),
        (tr("Deadline extended"), _share(tr, one.extended, one.received)),
        (tr("Paused"), _share(tr, one.suspended, one.received)),
        (tr("Rights refused"), tr.number(sum(one.refusals.values()))),
    )


def month_sentence(tr: Tr, one: MonthFigures) -> str:
    """Say of a month how many requests came and how long their answers took."""
    month = tr("{month} {year}", month=month_name(tr, one.month), year=one.month.year)
    came = tr.count("{n} request", "{n} requests", one.received)
    if one.median_days is None:
        return tr.pair(month, came)
    days = _days(tr, one.median_days)
    return tr.pair(month, tr("{requests}, answered in {days}", requests=came, days=days))


def strip_rows(tr: Tr, one: RequestFigures) -> tuple[tuple[str, str], ...]:
    """Return the few figures that stand beside the chart of the year."""
    timed = one.answered_with_clock
    return (
        (tr("Answered within one month"), _share(tr, one.in_one_month, timed)),
        (tr("Median time to answer"), _days(tr, one.median_days)),
        (tr("Deadline extended"), _share(tr, one.extended, one.received)),
        (tr("Paused"), _share(tr, one.suspended, one.received)),
    )


def _breakdown(tr: Tr, one: RequestFigures) -> Iterator[tuple[str, str]]:
    for right, n in one.by_right.items():
        yield tr("Right: {name}", name=right_label(tr, right)), tr.number(n)
    for channel, n in one.by_channel.items():
        yield tr("Channel: {name}", name=channel_label(tr, channel)), tr.number(n)
    for reason, n in one.refusals.items():
        yield tr("Refused: {name}", name=reason or tr("no reason code")), tr.number(n)


def _share(tr: Tr, part: int, whole: int) -> str:
    share = percent(part, whole)
    if share is None:
        return tr("none")
    return tr("{part} of {whole} ({share} %)", part=tr.number(part), whole=tr.number(whole),
              share=share)  # fmt: skip


def _days(tr: Tr, median: float | None) -> str:
    if median is None:
        return tr("none")
    if median == int(median):
        return tr.count("{n} day", "{n} days", int(median))
    return tr("{n} and a half days", n=tr.number(int(median)))
