"""The sentences of "why this date" and the chips of the deadline."""

from datetime import date

import holidays
import pytest

from dsr_desktop.domain.clock import (
    DeadlineSettings,
    DeadlineStatus,
    Extension,
    ExtensionMode,
    ExtensionReason,
    Pause,
    PauseReason,
    StepKind,
)
from dsr_desktop.domain.conditions import AuthorityLetter
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.other_clocks import deadline_of
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.workdays import COUNTRIES, OWN_HOLIDAY, WorkCalendar
from dsr_desktop.wording.deadlines import (
    HOLIDAY_NAMES,
    explain_step,
    holiday_label,
    how_reached,
    status_label,
)
from dsr_desktop.wording.language import speak
from tests.unit.domain.requests_made import TODAY, a_request

ENGLISH = speak("en")
FRANCE = WorkCalendar("FR")
BOTH_REASONS = frozenset(ExtensionReason)


def why(received_on, calendar=FRANCE, **details):
    deadline = compute_deadline(received_on, calendar, **details)
    return [(step.day.isoformat(), explain_step(ENGLISH, step)) for step in deadline.steps]


def pause(reason, asked_on, answered_on=None):
    return Pause(reason, asked_on, answered_on)


def only(explained, beginning):
    (found,) = [line for line in explained if line[1].startswith(beginning)]
    return found


def test_a_date_that_falls_on_easter_is_explained_step_by_step():
    assert why(date(2026, 3, 5)) == [
        ("2026-03-05", "Received: the clock starts on this day, art. 12(3)"),
        ("2026-04-05", "One month later, art. 12(3)"),
        (
            "2026-04-07",
            "Sunday, Easter Monday: moved to the next working day, Reg. 1182/71 art. 3(4)",
        ),
        (
            "2026-06-05",
            "Three months, if the notice of extension is sent by 7 April 2026, art. 12(3)",
        ),
        (
            "2026-03-27",
            "Internal target: a working day, 7 days or more before the month ends, "
            "EDPB 01/2022 §158",
        ),
    ]


def test_a_month_that_ends_on_a_working_day_says_so():
    assert why(date(2026, 11, 2))[1] == (
        "2026-12-02",
        "One month later, a working day, art. 12(3)",
    )


def test_a_month_without_the_day_number_says_why_it_ends_earlier():
    assert why(date(2026, 1, 31))[1] == (
        "2026-02-28",
        "One month later, the last day as there is no 31, Reg. 1182/71 art. 3(2)(c)",
    )


def test_the_days_moved_over_are_named_holidays_before_weekdays():
    assert why(date(2025, 11, 26), WorkCalendar("FR", "57"))[2][1].startswith(
        "Saint Stephen's Day, Saturday, Sunday: moved"
    )


def test_a_day_that_the_user_added_is_named_as_such():
    calendar = WorkCalendar("FR", added=frozenset({date(2026, 12, 2)}))

    assert why(date(2026, 11, 2), calendar)[2][1].startswith("Day added in Settings: moved")


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (
            PauseReason.IDENTITY,
            "Identity asked on 23 November 2026, answered on 30 November 2026: 7 days added, "
            "EDPB 01/2022 §159",
        ),
        (
            PauseReason.CLARIFICATION,
            "Details asked on 23 November 2026, answered on 30 November 2026: 7 days added, "
            "rec. 63",
        ),
    ],
)
def test_a_pause_tells_its_days_and_the_date_without_it(reason, sentence):
    lines = why(date(2026, 11, 20), pauses=[pause(reason, date(2026, 11, 23), date(2026, 11, 30))])

    assert lines[2] == ("2026-12-27", sentence)
    assert lines[4] == (
        "2026-12-21",
        "Date without a pause, the safe one, EDPB 01/2022 §159",
    )
    assert lines[5] == (
        "2027-03-01",
        "Three months and the pauses, if the notice of extension is sent by 28 December 2026, "
        "art. 12(3)",
    )


def test_a_pause_of_one_day_is_told_in_the_singular():
    identity = pause(PauseReason.IDENTITY, date(2026, 11, 23), date(2026, 11, 24))

    assert ": 1 day added," in why(date(2026, 11, 20), pauses=[identity])[2][1]


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (
            PauseReason.IDENTITY,
            "Identity asked on 23 November 2026, no answer yet: 1 day added so far, "
            "EDPB 01/2022 §159",
        ),
        (
            PauseReason.CLARIFICATION,
            "Details asked on 23 November 2026, no answer yet: 1 day added so far, rec. 63",
        ),
    ],
)
def test_an_open_pause_tells_the_days_so_far(reason, sentence):
    waiting = pause(reason, date(2026, 11, 23))

    lines = why(date(2026, 11, 20), pauses=[waiting], today=date(2026, 11, 24))

    assert lines[2] == ("2026-12-21", sentence)


@pytest.mark.parametrize(
    ("asked_on", "answered_on", "identity", "details"),
    [
        pytest.param(
            date(2026, 10, 20),
            date(2026, 10, 25),
            "Identity asked after 9 October 2026, when the answer was due: nothing added, "
            "EDPB 01/2022 §159",
            "Details asked after 9 October 2026, when the answer was due: nothing added, rec. 63",
            id="too late",
        ),
        pytest.param(
            date(2026, 9, 5),
            date(2026, 9, 8),
            "Identity asked during another pause: these days count once, EDPB 01/2022 §159",
            "Details asked during another pause: these days count once, rec. 63",
            id="inside another",
        ),
        pytest.param(
            date(2026, 9, 20),
            date(2026, 9, 20),
            "Identity asked and answered on this day: nothing added, EDPB 01/2022 §159",
            "Details asked and answered on this day: nothing added, rec. 63",
            id="same day",
        ),
    ],
)
def test_a_pause_that_adds_nothing_says_why(asked_on, answered_on, identity, details):
    other = pause(PauseReason.IDENTITY, date(2026, 9, 4), date(2026, 9, 11))

    for reason, sentence in zip(PauseReason, (identity, details), strict=True):
        lines = why(date(2026, 9, 2), pauses=[other, pause(reason, asked_on, answered_on)])

        assert (asked_on.isoformat(), sentence) in lines


def test_a_doubtful_pause_points_at_the_date_kept_for_alerts():
    late = pause(PauseReason.IDENTITY, date(2026, 9, 21), date(2026, 10, 5))

    assert only(why(date(2026, 9, 2), pauses=[late]), "Date without") == (
        "2026-10-02",
        "Date without a pause, kept for alerts: a question came late and its pause is doubtful, "
        "EDPB 01/2022 §159",
    )


@pytest.mark.parametrize(
    ("received_on", "extension", "mode", "day", "sentence"),
    [
        pytest.param(
            date(2026, 11, 6),
            Extension(BOTH_REASONS, date(2026, 12, 4)),
            ExtensionMode.RECEIPT,
            "2027-02-06",
            "Three months from receipt: notice of extension (complexity, number of requests) "
            "sent on 4 December 2026, art. 12(3)",
            id="extended",
        ),
        pytest.param(
            date(2026, 11, 30),
            Extension(frozenset(), date(2026, 12, 4)),
            ExtensionMode.RECEIPT,
            "2027-02-28",
            "Three months from receipt, the last day as there is no 30: "
            "notice of extension sent on 4 December 2026, art. 12(3)",
            id="no reason given, month end",
        ),
        pytest.param(
            date(2025, 1, 31),
            Extension(frozenset(), date(2025, 2, 20)),
            ExtensionMode.MIN,
            "2025-04-28",
            "Two months after the first date: notice of extension sent on 20 February 2025, "
            "art. 12(3)",
            id="earlier reading",
        ),
        pytest.param(
            date(2025, 1, 31),
            None,
            ExtensionMode.MIN,
            "2025-04-28",
            "Two months after the first date, if the notice of extension is sent by "
            "28 February 2025, art. 12(3)",
            id="earlier reading, possible",
        ),
        pytest.param(
            date(2026, 11, 6),
            Extension(BOTH_REASONS, date(2026, 12, 8)),
            ExtensionMode.RECEIPT,
            "2026-12-08",
            "Notice of extension sent after 7 December 2026: it does not count, art. 12(3)",
            id="too late",
        ),
        pytest.param(
            date(2026, 11, 6),
            Extension(BOTH_REASONS, date(2026, 12, 4), withdrawn=True),
            ExtensionMode.RECEIPT,
            "2026-12-07",
            "Extension withdrawn: the first date stands again, art. 12(3)",
            id="withdrawn",
        ),
    ],
)
def test_what_became_of_the_extension_is_told(received_on, extension, mode, day, sentence):
    figures = DeadlineSettings(extension_mode=mode)

    assert (day, sentence) in why(received_on, extension=extension, settings=figures)


def test_every_kind_of_step_has_a_sentence_that_cites_its_source():
    identity = [
        pause(PauseReason.IDENTITY, date(2026, 9, 4), date(2026, 9, 12)),
        pause(PauseReason.IDENTITY, date(2026, 9, 5), date(2026, 9, 6)),
        pause(PauseReason.IDENTITY, date(2026, 9, 7), date(2026, 9, 7)),
    ]
    late = pause(PauseReason.IDENTITY, date(2026, 10, 20))
    sent, too_late = date(2026, 10, 1), date(2026, 10, 19)
    requests = [
        {"pauses": [*identity, late], "extension": Extension(BOTH_REASONS, sent)},
        {"pauses": identity, "extension": Extension(BOTH_REASONS, too_late)},
        {"pauses": identity, "extension": Extension(BOTH_REASONS, sent, withdrawn=True)},
        {},
    ]
    steps = [
        step
        for details in requests
        for step in compute_deadline(
            date(2026, 9, 2), FRANCE, today=date(2026, 10, 2), **details
        ).steps
    ]

    untimed = [
        a_request(Right.CONSENT_WITHDRAWAL),
        a_request(Right.POST_MORTEM),
        a_request(Right.COMPLAINT, authority=AuthorityLetter("CNIL", "", date(2026, 12, 1))),
        a_request(
            Right.ACCESS, Right.COMPLAINT, authority=AuthorityLetter("CNIL", "", date(2026, 12, 1))
        ),
    ]
    steps += [step for one in untimed for step in deadline_of(one, FRANCE, TODAY).steps]

    assert {step.kind for step in steps} == set(StepKind)
    for step in steps:
        sentence = explain_step(ENGLISH, step)
        is_law = step.kind not in {
            StepKind.NO_STATUTORY_MONTH, StepKind.AUTHORITY_DATE, StepKind.AUTHORITY_FIRST,
        }  # fmt: skip
        cited = any(source in sentence for source in ("art. ", "§", "rec. "))
        assert cited or not is_law, sentence
        assert sentence[0].isupper()
        assert "{" not in sentence


@pytest.mark.parametrize(
    ("status", "days", "label"),
    [
        (DeadlineStatus.OVERDUE, -3, "3 days late"),
        (DeadlineStatus.OVERDUE, -1, "1 day late"),
        (DeadlineStatus.DUE_SOON, 0, "Due today"),
        (DeadlineStatus.DUE_SOON, 1, "1 day left"),
        (DeadlineStatus.DUE_SOON, 2, "2 days left"),
        (DeadlineStatus.ON_TIME, 11, "11 days left"),
        (DeadlineStatus.PAUSED, 11, "Clock paused"),
        (DeadlineStatus.ANSWERED, 11, "Answered"),
        (DeadlineStatus.ANSWERED_LATE, -2, "Answered late"),
    ],
)
def test_a_chip_names_the_days_or_the_state(status, days, label):
    assert status_label(ENGLISH, status, days) == label


@pytest.mark.parametrize(
    ("received_on", "pauses", "caption"),
    [
        pytest.param(date(2026, 11, 2), [], "", id="neither"),
        pytest.param(date(2026, 3, 5), [], "Moved to the next working day", id="rolled"),
        pytest.param(
            date(2026, 3, 2),
            [pause(PauseReason.IDENTITY, date(2026, 3, 4), date(2026, 3, 11))],
            "Suspended for 7 days",
            id="suspended",
        ),
        pytest.param(
            date(2026, 11, 20),
            [pause(PauseReason.IDENTITY, date(2026, 11, 23), date(2026, 11, 30))],
            "Suspended for 7 days · Moved to the next working day",
            id="both",
        ),
    ],
)
def test_r_dl_7_the_caption_says_how_the_date_was_reached(received_on, pauses, caption):
    assert how_reached(ENGLISH, compute_deadline(received_on, FRANCE, pauses=pauses)) == caption


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Easter Monday", "Easter Monday"),
        ("Pentecost Monday", "Whit Monday"),
        ("Labor Day", "Labour Day"),
        ("Boxing Day (observed)", "Boxing Day (observed)"),
        ("Labor Day (observed)", "Labour Day (observed)"),
        ("Ascension Day; Europe Day", "Ascension Day, Europe Day"),
        ("Day off (substituted from 01/10/2026)", "Day off in exchange for a Saturday"),
        ("Jan Hus Day", "Jan Hus Day"),
        (OWN_HOLIDAY, "Day added in Settings"),
    ],
)
def test_holidays_have_plain_english_names(name, label):
    assert holiday_label(ENGLISH, name) == label


def national_holidays(country, subdivision=None):
    days = holidays.country_holidays(
        country, subdiv=subdivision, years=range(2024, 2034), language="en_US"
    )
    labels = {holiday_label(ENGLISH, name).removesuffix(" (observed)") for name in days.values()}
    return {part for label in labels for part in label.split(", ")}


@pytest.mark.parametrize("country", ["FR", "BE", "LU", "CH", "DE", "IE", "GB"])
def test_the_holidays_of_france_and_its_neighbours_can_be_translated(country):
    assert national_holidays(country) <= set(HOLIDAY_NAMES)


@pytest.mark.parametrize("region", holidays.country_holidays("FR").subdivisions)
def test_the_holidays_of_the_french_regions_can_be_translated(region):
    assert national_holidays("FR", region) <= set(HOLIDAY_NAMES)


def test_no_name_is_listed_that_no_country_has():
    regions = [("FR", region) for region in holidays.country_holidays("FR").subdivisions]
    known = set().union(
        *(national_holidays(country) for country in COUNTRIES),
        *(national_holidays(country, region) for country, region in regions),
    )

    assert set(HOLIDAY_NAMES) - known == {OWN_HOLIDAY}
