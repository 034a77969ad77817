"""Building the portability bundle of a request, from the imported lists to the archive."""

import json
from datetime import date

import pytest
import pyzipper

from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import (
    CancelledError,
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    OutputFileError,
)
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.unsettled import UnsettledBasisError
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.consents import record_consent
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.register import Company, make_register
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.store.events import events, first_broken
from dsr_desktop.store.sources import remove_source
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 9)
REF = "DSR-2026-0001"
EMAIL = "camille.dupont@acme.example"
HEADER = "Prénom;Nom;Courriel;Tél;Mobile;Commentaire;Score\n"
CAMILLE = f"Camille;Dupont;{EMAIL};06 12 34 56 78;;@SUM(1) rappeler;87\n"
HUGO = "Hugo;Martin;hugo.martin@foo.example;06 98 76 54 32;;;12\n"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def register(tmp_path):
    company = Company("Exemple SAS", dpo_name="Dominique Roy", dpo_contact="dpo@exemple.example")
    register = make_register(tmp_path / "register.dsr", "a long passphrase", company, cost=16)
    yield register
    register.close()


@pytest.fixture
def import_list(register, tmp_path):
    """Import a list with these rows."""

    def import_(name, *rows, activity="PA3"):
        path = tmp_path / name
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        options = ImportOptions(
            activity=activity, channel="web form", collected_on=date(2026, 1, 15)
        )
        return import_paths(register, [path], options, RECEIVED).files[0].source_id

    return import_


@pytest.fixture
def ask(register):
    """Record a request of Camille, find her and confirm the strong hits."""

    def ask_(*rights):
        criteria = Criteria(email=(EMAIL,))
        ref = new_request(
            register, rights or [Right.PORTABILITY], criteria, RECEIVED, Channel.WEB_FORM, TODAY
        ).request.ref
        find_person(register, ref, TODAY)
        judge_hits(register, ref, confirm_strong=True, today=TODAY)
        return ref

    return ask_


@pytest.fixture
def build(register, folder):
    def build_(ref=REF, **options):
        return build_portability(register, ref, folder, TODAY, ENGLISH, **options)

    return build_


def files_in(bundle):
    with pyzipper.AESZipFile(bundle.path) as archive:
        archive.setpassword(bundle.passphrase.encode())
        return {name: archive.read(name) for name in archive.namelist()}


def document(bundle, name="contacts"):
    return json.loads(files_in(bundle)[f"{REF}/data/{name}.json"])


def test_the_bundle_holds_the_confirmed_row(import_list, ask, build):
    import_list("crm.csv", CAMILLE, HUGO)
    ask()

    bundle = build()

    (contact,) = document(bundle)["contacts"]
    assert (contact["given_name"], contact["family_name"], contact["email"]) == (
        "Camille", "Dupont", EMAIL,
    )  # fmt: skip
    assert (contact["phone"], contact["phone_raw"]) == ("+33612345678", "06 12 34 56 78")
    assert (contact["legal_basis"], contact["activity_id"]) == ("6(1)(b)", "PA3")
    assert (contact["channel"], contact["collected_on"]) == ("web form", "2026-01-15")
    assert (contact["source_file"], contact["source_row"]) == ("crm.csv", 2)
    assert bundle.records == 1


def test_nobody_else_is_in_it(import_list, ask, build):
    import_list("crm.csv", CAMILLE, HUGO)
    ask()

    assert not [name for name, content in files_in(build()).items() if b"Martin" in content]


def test_of_a_couple_in_one_row_the_person_gets_her_own_part(register, import_list, ask, build):
    import_list("crm.csv", f"Hugo et Camille;Dupont;hugo.dupont@foo.example, {EMAIL};;;;\n")
    (hit,) = view_request(register, ask(), TODAY).hits
    judge_hits(register, REF, confirm=[hit.id], today=TODAY)
    bundle = build()

    (contact,) = document(bundle)["contacts"]
    assert (contact["given_name"], contact["family_name"], contact["email"]) == (
        "Camille", "Dupont", EMAIL,
    )  # fmt: skip
    assert [(one.header, one.reason) for one in bundle.excluded] == [
        ("Prénom", "A20_4"), ("Courriel", "A20_4"),
    ]  # fmt: skip
    assert not [name for name, content in files_in(bundle).items() if b"ugo" in content]


def test_a_hit_that_was_rejected_stays_out(register, import_list, ask, build):
    import_list("crm.csv", CAMILLE)
    import_list("salon.csv", CAMILLE, HUGO)
    ask()
    hit = next(
        hit for hit in view_request(register, REF, TODAY).hits if hit.file.endswith("salon.csv")
    )
    judge_hits(register, REF, reject=[hit.id], reason="namesake", today=TODAY)

    assert [one["source_file"] for one in document(build())["contacts"]] == ["crm.csv"]


def test_it_is_named_by_reference_right_and_day(import_list, ask, build, folder):
    import_list("crm.csv", CAMILLE)
    ask()

    assert build().path == folder / "DSR-2026-0001_portability_20261109.zip"


def test_what_stays_out_is_listed_in_the_result_the_text_and_the_json(import_list, ask, build):
    import_list("crm.csv", CAMILLE)
    import_list("gl.csv", CAMILLE, HUGO, activity="PA5")
    ask()
    bundle = build()
    listed = [(one.file, one.header, one.reason) for one in bundle.excluded]
    readme = files_in(bundle)[f"{REF}/README.txt"].decode()

    assert listed == [
        ("crm.csv", "Commentaire", "A20_1_inferred"),
        ("crm.csv", "Score", "A20_1_inferred"),
        *(("gl.csv", header, "A20_1_basis") for header in
          ("Prénom", "Nom", "Courriel", "Tél", "Commentaire", "Score")),
    ]  # fmt: skip
    assert [
        (one["file"], one["header"], one["reason"]) for one in document(bundle)["dsr"]["excluded"]
    ] == listed
    assert all(f"“{header}”" in readme and f"[{reason}]" in readme for _, header, reason in listed)


@pytest.mark.parametrize(
    ("formats", "endings"),
    [(("json",), {".json"}), (("csv",), {".csv"}), (("json", "csv"), {".json", ".csv"})],
)
def test_the_formats_asked_for_are_written(import_list, ask, build, formats, endings):
    import_list("crm.csv", CAMILLE)
    ask()
    files = files_in(build(formats=formats))

    assert {name[name.rindex(".") :] for name in files if "/data/" in name} == endings | {".vcf"}


@pytest.mark.parametrize("formats", [(), ("xml",), ("json", "pdf")])
def test_another_format_is_refused(import_list, ask, build, formats):
    import_list("crm.csv", CAMILLE)
    ask()

    with pytest.raises(InvalidInputError, match="json, csv"):
        build(formats=formats)


def test_r_bnd_3_building_again_gives_the_same_files_but_for_id_and_day_under_a_new_passphrase(
    import_list, ask, build
):
    import_list("crm.csv", CAMILLE)
    import_list("salon.csv", CAMILLE, HUGO)
    ask()
    first = build()
    before = files_in(first)

    second = build()

    after = files_in(second)
    changed = {name.removeprefix(f"{REF}/") for name in before if after[name] != before[name]}
    described = [json.loads(files[f"{REF}/datapackage.json"]) for files in (before, after)]
    for one in described:
        del one["id"], one["created"]
    assert after.keys() == before.keys()
    assert changed == {"datapackage.json", "manifest-sha256.txt"}
    assert described[0] == described[1]
    assert second.passphrase != first.passphrase


def test_the_archive_is_named_in_the_language_of_the_request(register, folder, import_list, ask):
    import_list("crm.csv", CAMILLE)
    bundle = build_portability(register, ask(), folder, TODAY, speak("fr"))

    assert bundle.path.name == f"{REF}_portabilite_20261109.zip"
    assert f"{REF}/LISEZMOI.txt" in files_in(bundle)


def test_what_the_person_agreed_to_goes_with_it(register, import_list, ask, build, tmp_path):
    import_list("crm.csv", CAMILLE, HUGO)
    path = tmp_path / "news.csv"
    path.write_text(f"E-mail;Newsletter\n{EMAIL};oui\nhugo.martin@foo.example;oui\n")
    import_paths(register, [path], ImportOptions(activity="PA3"), RECEIVED)
    record_consent(
        register, Consent("events", is_given=True, given_on=date(2026, 3, 1), wording="v2",
                          is_withdrawn=True, withdrawn_on=date(2026, 5, 1), proof="form"),
        TypedKeys(emails=(EMAIL,)), TODAY,
    )  # fmt: skip
    ask()

    consents = document(build(), "consents")["consents"]

    assert [(one["purposes"], one["event_state"], one["event_time"]) for one in consents] == [
        (["newsletter"], "given", ""), (["events"], "given", "2026-03-01"),
        (["events"], "withdrawn", "2026-05-01"),
    ]  # fmt: skip
    assert consents[1]["controller"] == {
        "name": "Exemple SAS", "id": "", "contact": "dpo@exemple.example",
    }  # fmt: skip
    assert list(consents[0]) == [
        "schema_version", "record_id", "pii_principal_id", "notice", "language", "purposes",
        "personal_data", "recipients", "controller", "event_type", "event_state", "event_time",
        "validity_duration", "entity_id",
    ]  # fmt: skip


def test_csv_for_excel_begins_with_a_byte_order_mark_and_says_so(import_list, ask, build):
    import_list("crm.csv", CAMILLE)
    ask()
    files = files_in(build(byte_order_mark=True))

    marked = {name for name, content in files.items() if content.startswith(b"\xef\xbb\xbf")}
    assert marked == {name for name in files if name.endswith(".csv")}
    assert json.loads(files[f"{REF}/datapackage.json"])["dsr"]["csvByteOrderMark"] is True


def test_portability_deletes_nothing(register, import_list, ask, build):
    import_list("crm.csv", CAMILLE)
    ask()
    before = view_request(register, REF, TODAY)

    build()

    assert view_request(register, REF, TODAY) == before


def test_the_event_tells_what_was_built_but_nothing_of_the_person(
    register, import_list, ask, build
):
    import_list("crm.csv", CAMILLE)
    ask()
    bundle = build()
    event = list(events(register.database, REF))[-1]

    assert (event.kind, event.ref) == ("package_built", REF)
    assert event.payload == {
        "right": "portability", "file": bundle.path.name, "sha256": bundle.sha256,
        "formats": ["json", "csv"], "records": 1, "other_values": 0, "excluded": 2,
        "naming_others": 0,
    }  # fmt: skip
    assert first_broken(events(register.database)) is None


def test_the_passphrase_is_kept_nowhere(register, import_list, ask, build):
    import_list("crm.csv", CAMILLE)
    ask()
    bundle = build()

    assert not [one for one in events(register.database) if bundle.passphrase in str(one)]
    assert bundle.passphrase not in repr(bundle)
    assert bundle.passphrase.encode() not in b"".join(files_in(bundle).values())


def test_a_request_for_something_else_is_refused(import_list, ask, build):
    import_list("crm.csv", CAMILLE)
    ask(Right.ACCESS)

    with pytest.raises(InvalidInputError, match=f"{REF} does not ask for this right"):
        build()


def test_an_unknown_request_is_refused(build):
    with pytest.raises(NotFoundError):
        build("DSR-2026-0099")


def test_without_a_confirmed_hit_there_is_nothing_to_write(import_list, ask, build, folder):
    import_list("crm.csv", HUGO)
    ask()

    with pytest.raises(NotAllowedError, match=f"{REF} has no confirmed hit"):
        build()

    assert not folder.exists()


@pytest.mark.parametrize(
    ("activity", "unconfirmed"),
    [(None, set()), ("PA1", {"PA1"})],
    ids=["no activity", "not confirmed"],
)
def test_an_unsettled_legal_basis_blocks_and_says_what_to_do(
    import_list, ask, build, folder, activity, unconfirmed
):
    import_list("crm.csv", CAMILLE)
    import_list("salon.csv", CAMILLE, HUGO, activity=activity)
    ask()

    with pytest.raises(UnsettledBasisError) as refused:
        build()

    assert str(refused.value) == (
        "The legal basis of salon.csv is not settled: no activity is named, or the DPO has not "
        "confirmed it. Say which it is, then try again."
    )
    assert [source.id for source in refused.value.sources] == [2]
    assert refused.value.unconfirmed == unconfirmed
    assert not folder.exists()


def test_once_its_activity_is_confirmed_a_list_is_portable(register, import_list, ask, build):
    import_list("crm.csv", CAMILLE, activity="PA1")
    ask()

    confirm_activity(register, "PA1", "6(1)(b)", None, TODAY)

    assert build().records == 1


def test_a_file_without_a_confirmed_row_blocks_nothing(import_list, ask, build):
    import_list("crm.csv", CAMILLE)
    import_list("salon.csv", HUGO, activity=None)
    ask()

    assert build().records == 1


def test_nothing_in_scope_is_said_with_the_reasons(import_list, ask, build, folder):
    import_list("gl.csv", CAMILLE, activity="PA5")
    ask()

    with pytest.raises(NotAllowedError, match=r"Nothing in scope.*A20_1_basis.*Answer the person"):
        build()

    assert not folder.exists()


def test_a_confirmed_row_that_was_removed_is_not_skipped(register, import_list, ask, build):
    import_list("crm.csv", CAMILLE)
    removed = import_list("salon.csv", CAMILLE, HUGO)
    ask()
    remove_source(register.database, removed)

    with pytest.raises(NotAllowedError, match=r"no longer in the register: salon\.csv"):
        build()


def test_another_row_never_takes_the_place_of_a_removed_one(register, import_list, ask, build):
    remove_later = import_list("crm.csv", CAMILLE)
    ask()
    remove_source(register.database, remove_later)
    import_list("other.csv", HUGO)

    with pytest.raises(NotAllowedError, match=r"no longer in the register: crm\.csv"):
        build()


def test_a_file_that_cannot_be_written_leaves_no_event(register, import_list, ask, build, folder):
    import_list("crm.csv", CAMILLE)
    ask()
    folder.write_text("a file where the folder should be")

    with pytest.raises(OutputFileError):
        build()

    assert "package_built" not in {one.kind for one in events(register.database)}


@pytest.mark.parametrize("stage", range(4))
def test_a_bundle_that_is_stopped_leaves_neither_file_nor_event(
    register, import_list, ask, build, folder, stage
):
    import_list("crm.csv", CAMILLE)
    ask()

    def stop(done, _total, _what):
        if done == stage:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        build(progress=stop)

    assert not folder.exists() or list(folder.iterdir()) == []
    assert "package_built" not in [one.kind for one in events(register.database)]
    assert build().records == 1
