"""Information under art. 14: one task for an import, its notice, and what was done."""

from datetime import date

import pytest

from dsr_desktop.domain.article14 import (
    Art14Exception,
    Art14Facts,
    Art14State,
    ObtainedFrom,
)
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.source import SourceKind
from dsr_desktop.services.article14 import (
    describe_art14,
    except_art14,
    list_art14,
    notice_of,
    tell_art14,
    write_notice,
)
from dsr_desktop.services.searching import search
from dsr_desktop.store.events import events
from dsr_desktop.store.records import DISCLOSURES, RECIPIENTS
from dsr_desktop.store.sources import remove_sources
from dsr_desktop.wording.language import speak

OBTAINED = date(2026, 10, 20)
PARTNER = Art14Facts(ObtainedFrom.PARTNER)


@pytest.fixture
def partner_list(register, tmp_path, write_csv, bring_in):
    file = write_csv(
        tmp_path / "partner.csv", [["Nom", "E-mail"], ["Paul", "paul@acme.example"]] * 3
    )
    bring_in(register, file, activity="PA2", collected_on=OBTAINED)
    return 1


def only(register):
    (task,) = list_art14(register)
    return task


def logged(register, kind):
    return [one.payload for one in events(register.database) if one.kind == kind]


def test_r_inf_1_an_import_is_one_task_however_many_rows(register, partner_list, today):
    assert only(register).state is Art14State.UNSAID

    task = describe_art14(register, partner_list, PARTNER, today)

    assert (task.state, task.rows) == (Art14State.TO_DO, 5)
    assert (task.obtained_on, task.due) == (OBTAINED, date(2026, 11, 20))
    assert only(register) == task


def test_r_inf_1_a_list_of_the_people_themselves_needs_nothing(register, partner_list, today):
    task = describe_art14(register, partner_list, Art14Facts(ObtainedFrom.PERSON), today)

    assert task.state is Art14State.NOT_NEEDED


def test_a_disclosure_of_the_list_makes_it_due_on_that_day(register, partner_list, today):
    describe_art14(register, partner_list, PARTNER, today)
    mailer = RECIPIENTS.add(register.database, Recipient("Mailer", RecipientRole.PROCESSOR, "FR"))
    for day in (date(2026, 11, 10), date(2026, 11, 3)):
        DISCLOSURES.add(
            register.database,
            Disclosure(mailer.id, "Mailing", day, (), 1, sources=(str(partner_list),)),
        )

    assert only(register).due == date(2026, 11, 3)


def test_working_copies_have_no_task(register, tmp_path, write_csv, bring_in):
    file = write_csv(tmp_path / "copy.csv", [["Nom"], ["Paul"]])
    bring_in(register, file, kind=SourceKind.COPY)

    assert list_art14(register) == ()


def test_telling_and_excepting_are_logged_without_the_reason(register, partner_list, today):
    describe_art14(register, partner_list, PARTNER, today)
    tell_art14(register, partner_list, today, today)
    assert only(register).state is Art14State.DONE

    except_art14(register, partner_list, Art14Exception.KNOWN, "Hugo Lenormand told them")
    assert only(register).state is Art14State.EXCEPTED

    told, excepted = logged(register, EventKind.ART14_SETTLED)
    assert (told["done_on"], excepted["exception"]) == ("2026-11-16", "known")
    assert "Hugo" not in repr(logged(register, EventKind.ART14_SETTLED))


def test_a_person_named_in_the_reason_is_found_by_a_search(register, partner_list, today):
    describe_art14(register, partner_list, PARTNER, today)
    except_art14(register, partner_list, Art14Exception.KNOWN, "Hugo Lenormand told them")

    found = search(register, make_criteria({"name": "Hugo Lenormand"})).own_records

    assert [(one.kind, one.ref) for one in found] == [("import", str(partner_list))]


def test_saying_more_later_keeps_what_was_settled(register, partner_list, today):
    describe_art14(register, partner_list, PARTNER, today)
    tell_art14(register, partner_list, today, today)

    task = describe_art14(register, partner_list, Art14Facts(ObtainedFrom.PUBLIC), today)

    assert (task.state, task.facts.done_on) == (Art14State.DONE, today)


def test_what_cannot_be_changes_nothing(register, partner_list, today):
    with pytest.raises(NotFoundError):
        describe_art14(register, 404, PARTNER, today)
    with pytest.raises(NotAllowedError):
        tell_art14(register, partner_list, today, today)
    with pytest.raises(InvalidInputError):
        describe_art14(
            register, partner_list, Art14Facts(ObtainedFrom.PARTNER, date(2026, 11, 17)), today
        )

    assert only(register).state is Art14State.UNSAID
    assert logged(register, EventKind.ART14_DETAILED) == []


def test_the_task_goes_with_its_import(register, partner_list, today):
    describe_art14(register, partner_list, PARTNER, today)

    remove_sources(register.database, [partner_list])

    assert list_art14(register) == ()


def test_the_notice_says_what_the_record_says_and_names_the_gaps(register, partner_list, today):
    describe_art14(register, partner_list, PARTNER, today)

    notice = notice_of(register, partner_list, today, speak("en"))

    said = dict(notice.parts)
    assert said["Who we are"] == "Exemple SAS"
    assert said["Where they come from"] == "a partner, obtained on 20 October 2026"
    assert notice.gaps == tuple(heading for heading, text in notice.parts if set(text) == {"…"})
    assert "Your rights" in notice.text
    assert "CNIL" in notice.text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_notice_is_written_in_both_languages(register, partner_list, today, tmp_path, language):
    written = write_notice(register, partner_list, tmp_path / "out", today, speak(language))

    assert written.path.read_bytes().startswith(b"%PDF")
    assert written.path.name == f"art14-{partner_list}-{language}.pdf"
    assert len(logged(register, EventKind.ART14_LETTER_MADE)) == 1


def test_a_list_without_an_activity_has_a_notice_full_of_gaps(
    register, tmp_path, write_csv, bring_in, today
):
    file = write_csv(tmp_path / "plain.csv", [["Nom"], ["Paul"]])
    bring_in(register, file)

    notice = notice_of(register, 1, today, speak("en"))

    assert {"Why we use your data", "Who receives them"} <= set(notice.gaps)
