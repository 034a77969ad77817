"""Small records come back as they were stored, each field in its own type."""

from dataclasses import replace
from datetime import date

from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.recipient import Recipient, RecipientRole, Safeguard
from dsr_desktop.store.records import CONSENTS, DISCLOSURES, RECIPIENTS

HOST = Recipient("Hébergeur", RecipientRole.PROCESSOR, "US", Safeguard.ADEQUACY, date(2025, 1, 9),
                 "dpo@host.example", ("PA1", "PA3"), "é\n\"quoted\"")  # fmt: skip


def test_a_record_comes_back_as_it_was_with_an_id(register):
    added = RECIPIENTS.add(register.database, HOST)

    assert added == replace(HOST, id=1)
    assert RECIPIENTS.read(register.database, 1) == added
    assert RECIPIENTS.read(register.database, 2) is None


def test_what_is_not_known_comes_back_as_not_known(register):
    bare = Recipient("Host", RecipientRole.CONTROLLER, "FR")

    assert RECIPIENTS.add(register.database, bare) in RECIPIENTS.read_all(register.database)


def test_truth_comes_back_as_truth(register):
    consent = CONSENTS.add(register.database, Consent("sms", is_given=True, digests=("ab",)))
    (found,) = CONSENTS.read_all(register.database)

    assert found == consent
    assert (found.is_given, found.is_withdrawn) == (True, False)
    assert isinstance(found.is_given, bool)


def test_a_change_is_of_one_record_and_a_removed_id_is_never_given_again(register):
    first, second = (RECIPIENTS.add(register.database, HOST) for _n in range(2))

    RECIPIENTS.change(register.database, replace(second, name="Other", safeguard=None))
    RECIPIENTS.remove(register.database, second.id)
    third = RECIPIENTS.add(register.database, HOST)

    assert RECIPIENTS.read_all(register.database) == (first, third)
    assert third.id == 3


def test_numbers_and_lists_come_back(register):
    RECIPIENTS.add(register.database, HOST)
    made = Disclosure(1, "letter", date(2026, 11, 16), ("e-mail",), 12, opposed=3, sources=("4",))

    assert DISCLOSURES.add(register.database, made) == DISCLOSURES.read(register.database, 1)
