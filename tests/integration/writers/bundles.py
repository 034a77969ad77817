"""Contents of bundles for the tests of what is written of them."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from dsr_desktop.domain.consent_event import ConsentEvent, EventState
from dsr_desktop.domain.contact_record import ContactRecord, OtherValue
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.portability import BundleContents, Scope

MADE_ON = date(2026, 11, 9)
NASTY = [
    "=1+1",
    "'@x",
    "\t=1",
    "\r\n",
    '"',
    "…,;",
    "☎ 🧑‍💻",
    "مرحبا",
    "é" * 32_000,
    "-5",
    "+33612345678",
]

texts = st.one_of(st.text(max_size=20), st.sampled_from(NASTY))
records = st.builds(
    ContactRecord, record_id=texts, name=texts, given_name=texts, family_name=texts, email=texts,
    phone_raw=texts, company=texts, address=texts, city=texts, birth_date=texts, note=texts,
    origin=st.sampled_from(Origin), legal_basis=texts, activity_id=texts, source_file=texts,
    source_sheet=texts, source_row=st.integers(1, 10**6),
)  # fmt: skip
others = st.builds(
    OtherValue, texts, st.sampled_from(["email", "phone", "note", ""]), texts, texts,
    st.sampled_from(Origin), legal_basis=texts,
)  # fmt: skip
consents = st.builds(
    ConsentEvent, texts, texts, st.sampled_from(EventState), st.none() | st.just(MADE_ON),
    texts, texts,
)  # fmt: skip
contents = st.builds(
    BundleContents, st.just("DSR-2026-0005"), texts, st.sampled_from(["FR", "BE"]), texts, texts,
    st.just(MADE_ON),
    st.builds(
        Scope, st.lists(records, max_size=3).map(tuple), st.lists(others, max_size=3).map(tuple),
        st.just(()),
    ),
    consents=st.lists(consents, max_size=3).map(tuple), has_byte_order_mark=st.booleans(),
)  # fmt: skip

RECORD = ContactRecord(
    record_id="02f3", name="Camille Dupont", given_name="Camille", family_name="Dupont",
    email="camille.dupont@acme.example", phone="+33612345678", phone_raw="06 12 34 56 78",
    company="ACME; Fils", note='=HYPERLINK("http://evil","x")', birth_date="1990-04-03",
    collected_on="2026-09-01", channel="web_form", origin=Origin.PROVIDED, legal_basis="6(1)(b)",
    activity_id="PA3", source_file="devis.csv", source_sheet="", source_row=2,
)  # fmt: skip
EMAIL_2 = OtherValue("02f3", "email", "Courriel 2", "cam@autre.example", Origin.PROVIDED, "6(1)(b)")
MESSAGE_2 = OtherValue("02f3", "note", "Message 2", "Merci", Origin.PROVIDED, "6(1)(b)")
GIVEN = ConsentEvent(
    "02f3-Newsletter-given", "newsletter", EventState.GIVEN, None, "", "Newsletter"
)
CONTENTS = BundleContents(
    "DSR-2026-0005", "Exemple SAS", "FR", "Dominique Roy", "dpo@exemple.example", MADE_ON,
    Scope((RECORD,), (EMAIL_2, MESSAGE_2), ()), (GIVEN,),
    "4a1f6c0e-7c1b-4a52-9d0a-3f6f2a1b9c55", "2026-11-09T10:15:00+01:00",
)  # fmt: skip


def of_records(*contacts, other_values=()):
    return replace(CONTENTS, scope=Scope(tuple(contacts), tuple(other_values), ()))
