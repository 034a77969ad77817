"""Says in one plain sentence each why a request is due when it is, and how it stands."""

from dsr_desktop.domain.clock import (
    Deadline,
    DeadlineStatus,
    ExtendedStep,
    ExtensionReason,
    MonthStep,
    MoveStep,
    NoticeStep,
    PauseReason,
    PauseStep,
    Step,
    StepKind,
    TargetStep,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.workdays import DayOff
from dsr_desktop.wording.language import Tr


def explain_step(tr: Tr, step: Step) -> str:
    """Explain `step` in one sentence with its article; its own day stands beside it, not in it."""
    match step:
        case MonthStep():
            sentence = _one_month(tr, step)
        case MoveStep():
            sentence = _moved(tr, step)
        case PauseStep():
            sentence = _pause(tr, step)
        case ExtendedStep():
            sentence = _extended(tr, step)
        case NoticeStep():
            sentence = _notice(tr, step)
        case TargetStep():
            sentence = _target(tr, step)
        case _:
            sentence = tr(_PLAIN_STEPS[step.kind])
    return sentence[:1].upper() + sentence[1:]


def status_label(tr: Tr, status: DeadlineStatus, days: int) -> str:
    """Name `status` for a chip; `days` are left until the legal date, negative once it is past."""
    if (label := _LABELS_WITHOUT_DAYS.get(status)) is not None:
        return tr(label)
    if days < 0:
        return tr.count("{n} day late", "{n} days late", -days)
    if days == 0:
        return tr("Due today")
    return tr.count("{n} day left", "{n} days left", days)


def how_reached(tr: Tr, deadline: Deadline) -> str:
    """Say whether a pause or a day off moved the legal date (R-DL-7); empty when neither did."""
    parts = []
    if days := deadline.paused_days:
        parts.append(tr.count("Suspended for {n} day", "Suspended for {n} days", days))
    if deadline.rolled:
        parts.append(tr("Moved to the next working day"))
    return " · ".join(parts)


def holiday_label(tr: Tr, name: str) -> str:
    """Translate the English `name` of a public holiday; a name not listed here stays as it is."""
    return ", ".join(_one_holiday(tr, part) for part in name.split("; "))


def _one_holiday(tr: Tr, name: str) -> str:
    if name.startswith("Day off (substituted"):
        return tr("Day off in exchange for a Saturday")
    actual = name.removesuffix(" (observed)")
    label = tr(_OTHER_WORDS.get(actual, actual))
    return label if actual == name else tr("{holiday} (observed)", holiday=label)


def _day_off(tr: Tr, off: DayOff) -> str:
    if off.holiday is not None:
        return holiday_label(tr, off.holiday)
    return tr("Saturday") if off.day.isoweekday() == 6 else tr("Sunday")


def _one_month(tr: Tr, step: MonthStep) -> str:
    if step.lacks_day is not None:
        return tr(
            "One month later, the last day as there is no {day}, Reg. 1182/71 art. 3(2)(c)",
            day=step.lacks_day,
        )
    if step.is_working_day:
        return tr("One month later, a working day, art. 12(3)")
    return tr("One month later, art. 12(3)")


def _moved(tr: Tr, step: MoveStep) -> str:
    return tr(
        "{days}: moved to the next working day, Reg. 1182/71 art. 3(4)",
        days=", ".join(_day_off(tr, off) for off in step.over),
    )


def _pause(tr: Tr, step: PauseStep) -> str:
    reason = step.pause.reason
    if (unchanged := _NOTHING_ADDED.get((step.kind, reason))) is not None:
        return tr(unchanged, due=tr.date(step.due))
    source = tr(_PAUSE_SOURCES[reason])
    asked = tr.date(step.pause.asked_on)
    if step.pause.answered_on is None:
        waiting = tr(_WAITING[reason], asked=asked)
        return tr.count(
            "{waiting}: {n} day added so far, {source}",
            "{waiting}: {n} days added so far, {source}",
            step.days,
            waiting=waiting,
            source=source,
        )
    pause = tr(_ANSWERED[reason], asked=asked, answered=tr.date(step.pause.answered_on))
    return tr.count(
        "{pause}: {n} day added, {source}",
        "{pause}: {n} days added, {source}",
        step.days,
        pause=pause,
        source=source,
    )


def _extended(tr: Tr, step: ExtendedStep) -> str:
    sent = tr.date(step.sent_on)
    reasons = ", ".join(tr(_REASONS[reason]) for reason in sorted(step.reasons))
    notice = (
        tr("notice of extension ({reasons}) sent on {sent}", reasons=reasons, sent=sent)
        if reasons
        else tr("notice of extension sent on {sent}", sent=sent)
    )
    if step.from_first_date:
        return tr("Two months after the first date: {notice}, art. 12(3)", notice=notice)
    if step.lacks_day is None:
        return tr("Three months from receipt: {notice}, art. 12(3)", notice=notice)
    return tr(
        "Three months from receipt, the last day as there is no {day}: {notice}, art. 12(3)",
        day=step.lacks_day,
        notice=notice,
    )


def _notice(tr: Tr, step: NoticeStep) -> str:
    limit = tr.date(step.limit)
    if step.kind is StepKind.EXTENSION_TOO_LATE:
        return tr(
            "Notice of extension sent after {limit}: it does not count, art. 12(3)", limit=limit
        )
    if step.from_first_date:
        return tr(
            "Two months after the first date, if the notice of extension is sent by {limit}, "
            "art. 12(3)",
            limit=limit,
        )
    if step.with_pauses:
        return tr(
            "Three months and the pauses, if the notice of extension is sent by {limit}, "
            "art. 12(3)",
            limit=limit,
        )
    return tr(
        "Three months, if the notice of extension is sent by {limit}, art. 12(3)", limit=limit
    )


def _target(tr: Tr, step: TargetStep) -> str:
    return tr.count(
        "Internal target: a working day, {n} day or more before the month ends, EDPB 01/2022 §158",
        "Internal target: a working day, {n} days or more before the month ends, EDPB 01/2022 §158",
        step.days,
    )


_PLAIN_STEPS = {
    StepKind.RECEIVED: mark("Received: the clock starts on this day, art. 12(3)"),
    StepKind.WITHOUT_PAUSE: mark("Date without a pause, the safe one, EDPB 01/2022 §159"),
    StepKind.WITHOUT_DOUBTFUL_PAUSE: mark(
        "Date without a pause, kept for alerts: a question came late and its pause is doubtful, "
        "EDPB 01/2022 §159"
    ),
    StepKind.EXTENSION_WITHDRAWN: mark(
        "Extension withdrawn: the first date stands again, art. 12(3)"
    ),
    StepKind.NO_STATUTORY_MONTH: mark(
        "No statutory month runs here: the date is an internal target, one month as elsewhere"
    ),
    StepKind.WITHDRAWAL_TARGET: mark(
        "Internal target: a consent withdrawn takes effect at once, art. 7(3)"
    ),
    StepKind.AUTHORITY_DATE: mark("The date set in the authority's letter: no other counts"),
    StepKind.AUTHORITY_FIRST: mark(
        "The date set in the authority's letter: it comes before that of the other rights"
    ),
}

_ANSWERED = {
    PauseReason.IDENTITY: mark("Identity asked on {asked}, answered on {answered}"),
    PauseReason.CLARIFICATION: mark("Details asked on {asked}, answered on {answered}"),
}

_WAITING = {
    PauseReason.IDENTITY: mark("Identity asked on {asked}, no answer yet"),
    PauseReason.CLARIFICATION: mark("Details asked on {asked}, no answer yet"),
}

_NOTHING_ADDED = {
    (StepKind.PAUSE_TOO_LATE, PauseReason.IDENTITY): mark(
        "Identity asked after {due}, when the answer was due: nothing added, EDPB 01/2022 §159"
    ),
    (StepKind.PAUSE_TOO_LATE, PauseReason.CLARIFICATION): mark(
        "Details asked after {due}, when the answer was due: nothing added, rec. 63"
    ),
    (StepKind.PAUSE_OVERLAPS, PauseReason.IDENTITY): mark(
        "Identity asked during another pause: these days count once, EDPB 01/2022 §159"
    ),
    (StepKind.PAUSE_OVERLAPS, PauseReason.CLARIFICATION): mark(
        "Details asked during another pause: these days count once, rec. 63"
    ),
    (StepKind.PAUSE_SAME_DAY, PauseReason.IDENTITY): mark(
        "Identity asked and answered on this day: nothing added, EDPB 01/2022 §159"
    ),
    (StepKind.PAUSE_SAME_DAY, PauseReason.CLARIFICATION): mark(
        "Details asked and answered on this day: nothing added, rec. 63"
    ),
}

_PAUSE_SOURCES = {
    PauseReason.IDENTITY: mark("EDPB 01/2022 §159"),
    PauseReason.CLARIFICATION: mark("rec. 63"),
}

_REASONS = {
    ExtensionReason.COMPLEXITY: mark("complexity"),
    ExtensionReason.NUMBER_OF_REQUESTS: mark("number of requests"),
}

_LABELS_WITHOUT_DAYS = {
    DeadlineStatus.PAUSED: mark("Clock paused"),
    DeadlineStatus.ANSWERED: mark("Answered"),
    DeadlineStatus.ANSWERED_LATE: mark("Answered late"),
}

_OTHER_WORDS = {
    "Labor Day": mark("Labour Day"),
    "Mi-Careme": mark("Mid-Lent"),
    "Pentecost Monday": mark("Whit Monday"),
}

HOLIDAY_NAMES = (
    mark("Abolition of Slavery"), mark("All Saints' Day"), mark("Armistice Day"),
    mark("Ascension Day"), mark("Assumption Day"), mark("August Bank Holiday"), mark("Boxing Day"),
    mark("Christmas Day"), mark("Christmas Eve"), mark("Citizenship Day"),
    mark("Constitution Day"), mark("Corpus Christi"), mark("Day added in Settings"),
    mark("Dormition of the Mother of God"), mark("Easter"), mark("Easter Monday"),
    mark("Easter Sunday"), mark("Epiphany"), mark("Europe Day"),
    mark("Feast of Saint Peter Chanel"), mark("Freedom Day"), mark("German Unity Day"),
    mark("Good Friday"), mark("Green Monday"), mark("Immaculate Conception"),
    mark("Independence Day"), mark("Internal Autonomy Day"), mark("June Bank Holiday"),
    mark("Labour Day"), mark("Liberation Day"), mark("Matāri'i"), mark("Maundy Thursday"),
    mark("May Bank Holiday"), mark("May Day"), mark("Mid-Lent"), mark("Midsummer Day"),
    mark("Midsummer Eve"), mark("Missionary Day"), mark("Mother's Day"), mark("National Day"),
    mark("New Year's Day"), mark("October Bank Holiday"), mark("Ohi Day"), mark("Pentecost"),
    mark("Republic Day"), mark("Restoration of Independence Day"), mark("Saint Brigid's Day"),
    mark("Saint Patrick's Day"), mark("Saint Stephen's Day"),
    mark("Saints Cyril and Methodius Day"), mark("Saints Peter and Paul Day"),
    mark("Second Day of Christmas"), mark("Spring Bank Holiday"), mark("Statehood Day"),
    mark("Territory Day"), mark("Victor Schoelcher Day"), mark("Victory Day"),
    mark("Whit Monday"),
)  # fmt: skip
"""Names to translate: France with its regions, its neighbours, and those two countries share."""
