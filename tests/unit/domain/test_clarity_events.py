"""Events of Microsoft Clarity: their names, their groups, and what one can read in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.clarity_events import (
    EventGroup,
    EventType,
    Told,
    event_name,
    group_of,
    tell,
)


@pytest.mark.parametrize(
    ("number", "name", "group"),
    [
        (0, "Metric", EventGroup.PAGE),
        (5, "Discover", EventGroup.PLAYBACK),
        (9, "Click", EventGroup.INTERACTION),
        (10, "Scroll", EventGroup.INTERACTION),
        (24, "Custom", EventGroup.CUSTOM),
        (27, "Input", EventGroup.INTERACTION),
        (31, "ScriptError", EventGroup.DIAGNOSTIC),
        (34, "Variable", EventGroup.CUSTOM),
        (47, "Consent", EventGroup.OTHER),
        (51, "CustomElement", EventGroup.PLAYBACK),
        (49, "Event 49", EventGroup.OTHER),
        (200, "Event 200", EventGroup.OTHER),
    ],
)
def test_an_event_has_the_name_and_the_group_of_the_policy(number, name, group):
    assert event_name(number) == name
    assert group_of(number) is group


@pytest.mark.parametrize(
    ("number", "tokens", "told"),
    [
        (9, [12, 10, 20, 1, 2, 0, 1, 0, "Envoyer", "https://site.example/c", "h", 1, 1, 5, 5,
             "BUTTON", "btn", "send", 0],
         Told("Envoyer", "https://site.example/c", "tag=BUTTON; class=btn; id=send")),
        (9, [12, 10, 20], Told()),
        (27, [7, "•••• •••••", 1], Told("•••• •••••")),
        (42, [7, "email", "jean@exemple.example", "c"],
         Told("jean@exemple.example", about="type=email")),
        (24, ["plan", "pro"], Told(about="plan=pro")),
        (24, ["visited"], Told(about="visited")),
        (34, ["userHint", ["ca*****"], "userType", ["email"]],
         Told(about="userHint=ca*****; userType=email")),
        (1, [0, ["Mozilla/5.0"], 9, ["fr-FR"], 77, ["x"]],
         Told(about="UserAgent=Mozilla/5.0; Language=fr-FR; 77=x")),
        (0, [0, 1759531575824, 14, 1920],
         Told(about="ClientTimestamp=1759531575824; ScreenWidth=1920")),
        (26, ["pagehide", 0], Told(about="pagehide")),
        (31, ["x is undefined", 4, 2, "stack", "https://site.example/a.js"],
         Told("x is undefined", "https://site.example/a.js")),
        (38, [3, 1], Told(about="copy")),
        (47, [1, 0, 1], Told(about="source=1; ad_storage=0; analytics_storage=1")),
        (10, [1, 2, 3], Told()),
        (49, ["x"], Told()),
    ],
)  # fmt: skip
def test_what_a_person_can_read_of_an_event(number, tokens, told):
    assert tell(number, tokens) == told


@given(
    st.sampled_from([int(one) for one in EventType]),
    st.lists(
        st.none() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3)), max_size=25
    ),
)
def test_no_tokens_break_what_is_told(number, tokens):
    told = tell(number, tokens)

    assert all(isinstance(one, str) for one in (told.text, told.link, told.about))
