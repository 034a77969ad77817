"""The company's records on the command line: recipients, consents, disclosures, authorities, policies."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")
HOST = ("--name", "Hébergeur SA", "--role", "processor", "--country", "fr")
PAUL = ("--email", "paul@acme.example")
RECORD = ("--purpose", "newsletter", "--given-on", "2026-03-02", "--proof", "form")


@pytest.fixture
def host(dsr, with_register):
    return dsr("recipients", "add", *HOST, "--activity", "PA3", "--json").json


def test_a_recipient_is_added_listed_changed_and_removed(dsr, host):
    assert (host["id"], host["country"], host["activities"]) == (1, "FR", ["PA3"])
    changed = dsr(
        "recipients", "change", "1", "--contract-on", "2025-01-09", "--contact", "x", "--json"
    )

    (listed,) = dsr("recipients", "--json").json["recipients"]
    assert changed.json["contract_on"] == "2025-01-09"
    assert listed == {**changed.json, "gaps": [], "received": []}
    assert dsr("recipients").lines == ["1  Hébergeur SA: Processor · France · PA3"]
    assert dsr("recipients", "remove", "1", "--json").json == {"id": 1}
    assert dsr("recipients").lines == ["No recipient is recorded."]


@pytest.mark.usefixtures("host")
def test_what_a_recipient_lacks_stands_below_it(dsr):
    assert dsr("recipients").lines[1:] == [
        "    no contract of art. 28 recorded", "    no contact recorded",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ("recipients", "add", "--name", "x", "--role", "processor", "--country", "XX"),
        ("recipients", "add", *HOST, "--activity", "PA9"),
        ("recipients", "add", *HOST, "--contract-on", "2999-01-01"),
        ("recipients", "change", "404"), ("recipients", "remove", "404"),
        ("consents", "record", *PAUL, "--purpose", "sms", "--proof", "form"),
        ("consents", "record", *RECORD), ("consents", "record", "--email", "paul", *RECORD),
        ("consents", "record", *PAUL, *RECORD, "--withdrawn-on", "2026-03-01"),
        ("consents", "withdraw", "404"), ("consents", "of"),
        ("disclosures", "record", "--recipient", "404", "--purpose", "x", "--field", "name",
         "--persons", "1"),
        ("disclosures", "about", "DSR-2026-0404"),
        ("authorities", "add", "--authority", "x", "--requisition", "y", "--received", "2999-01-01"),
        ("authorities", "settle", "404"),
        ("policies", "add", "", "--from", "2026-01-01"),
        ("policies", "add", "v1", "--from", "2026-01-01", "--file", "/nowhere/policy.txt"),
        ("policies", "add", "v1", "--from", "2026-06-31"),
        ("activities", "add", "--name", "Paie", "--basis", "because"),
        ("activities", "set", "PA9", "--detail", "purposes=x"),
        ("activities", "set", "PA1", "--detail", "colour=blue"),
        ("activities", "controller", "--name", " "),
        ("retention", "figures", "--set", "full_file=6"),
        ("retention", "figures", "--set", "full_file=0", "--reason", "x"),
        ("retention", "figures", "--set", "shoes=6", "--reason", "x"),
        ("retention", "requests", "--purge", "DSR-2026-0404"),
    ],
)  # fmt: skip
def test_what_cannot_be_gets_a_sentence_and_changes_nothing(refused, arguments):
    assert refused(*arguments)


@pytest.mark.parametrize(
    "arguments",
    [("recipients", "add", "--name", "x"), ("recipients", "add", *HOST, "--role", "friend"),
     ("disclosures", "record"), ("authorities", "add"), ("policies", "add", "v1")],
)  # fmt: skip
def test_what_no_one_can_mean_is_wrong_use(misused, arguments):
    assert misused(*arguments)


def test_a_consent_is_recorded_withdrawn_and_found_by_the_address(dsr):
    added = dsr("consents", "record", *PAUL, *RECORD, "--json").json
    assert (added["id"], added["is_given"], added["given_on"]) == (1, True, "2026-03-02")
    assert "digests" not in added

    dsr("consents", "withdraw", "1", "--on", "2026-06-01")

    (found,) = dsr("consents", "of", *PAUL, "--json").json["consents"]
    assert (found["is_withdrawn"], found["withdrawn_on"]) == (True, "2026-06-01")
    assert dsr("consents").lines == [
        "1  newsletter: given on 2 March 2026 · withdrawn on 1 June 2026"
    ]
    assert dsr("consents", "of", "--email", "zoe@acme.example", "--json").json == {
        "consents": [], "allowed": {},
    }  # fmt: skip


def test_opt_in_columns_of_lists_are_shown_with_their_rows(dsr, tmp_path, write_csv):
    file = write_csv(tmp_path / "fair.csv", [["E-mail", "Opt-in newsletter"], [PAUL[1], "oui"]])
    assert dsr("import", file).code == 0

    (found,) = dsr("consents", "of", *PAUL, "--json").json["consents"]

    assert (found["purpose"], found["is_given"], found["row"]) == ("newsletter", True, 2)
    assert dsr("consents", "of", *PAUL).lines == [
        "newsletter: given, day unknown · fair.csv · fair, row 2"
    ]


@pytest.mark.usefixtures("host")
def test_a_disclosure_against_the_policy_is_recorded_and_warned_of(dsr):
    result = dsr("disclosures", "record", "--recipient", "1", "--purpose", "Sale", "--field", "name",
                 "--persons", "12", "--opposed", "2", "--json")  # fmt: skip

    assert result.code == 0
    assert (result.json["recipient"], result.json["warning"]) == ("Hébergeur SA", "sale")
    assert result.sentence.startswith("The privacy policy excludes selling data.")
    assert dsr("recipients", "--json").json["recipients"][0]["received"] == [1]
    (line,) = dsr("disclosures").lines
    assert line.endswith("Sale · 12 people · name · 2 opposed")


@pytest.mark.usefixtures("host")
def test_the_disclosures_about_the_person_of_a_request_are_listed(dsr):
    dsr("request", "new", "--right", "access", "--received", "2025-06-20", *PAUL)
    dsr("disclosures", "record", "--recipient", "1", "--purpose", "x", "--field", "name", "--persons", "1",
        *PAUL)  # fmt: skip

    told = dsr("disclosures", "about", "DSR-2025-0001", "--json").json["disclosures"]

    assert [one["id"] for one in told] == [1]


def test_a_request_of_an_authority_is_recorded_and_settled(dsr):
    dsr("authorities", "add", "--authority", "Gendarmerie", "--requisition", "PV 118",
        "--received", "2026-11-02", "--basis", "CPP art. 77-1-1")  # fmt: skip
    early = dsr("authorities", "settle", "1", "--outcome", "disclosed", "--left", "name",
                "--left-on", "2026-11-03")  # fmt: skip
    settled = dsr("authorities", "settle", "1", "--outcome", "disclosed", "--left", "name",
                  "--left-on", "2026-11-03", "--checked-on", "2026-11-03", "--may-tell-from",
                  "2027-01-01", "--json").json  # fmt: skip

    assert early.code == 1
    assert "basis is checked" in early.sentence
    assert (settled["may_tell"], settled["may_tell_from"]) == ("from_a_day", "2027-01-01")
    assert dsr("authorities").lines == [
        "1  Gendarmerie: PV 118 · 2 November 2026 · Handed over · "
        "the person may be told from 1 January 2027"
    ]


def test_policies_show_the_imports_under_each(dsr, tmp_path, write_csv):
    file = write_csv(tmp_path / "fair.csv", [["E-mail"], [PAUL[1]]])
    dsr("import", file, "--policy-version", "2026-01")
    added = dsr("policies", "add", "2026-01", "--from", "2026-01-01", "--json").json

    assert added["version"] == "2026-01"
    assert dsr("policies").lines == ["2026-01: in force from 1 January 2026 · 1 import"]
    (use,) = dsr("policies", "--json").json["policies"]
    assert (use["name"], use["sources"], use["recorded"]["id"]) == ("2026-01", [1], 1)


def test_the_record_of_processing_is_shown_with_its_hints(dsr):
    shown = dsr("activities", "show", "--json").json

    assert [one["code"] for one in shown["activities"]] == ["PA1", "PA2", "PA3", "PA4", "PA5"]
    assert shown["activities"][0]["details"]["data_subjects"] == "Visitors, prospects"
    assert "purposes" in shown["activities"][0]["proposed"]
    assert {"kind": "basis_open", "activity": "PA1"}.items() <= next(
        one for one in shown["hints"] if one["activity"] == "PA1"
    ).items()
    assert any("Purposes: Answer requests" in line for line in dsr("activities", "show").lines)


def test_an_activity_is_added_and_written(dsr):
    dsr("activities", "add", "--name", "Payroll", "--basis", "6(1)(c)", "--detail", "purposes=Pay")

    written = dsr("activities", "set", "PA6", "--detail", "security=Safe", "--json").json

    assert (written["name"], written["confirmed"]) == ("Payroll", True)
    assert written["details"] == {"purposes": "Pay", "security": "Safe"}


def test_the_controller_is_shown_and_changed(dsr):
    changed = dsr("activities", "controller", "--contact", "1 rue X, Metz", "--json").json

    assert (changed["name"], changed["contact"]) == ("Exemple SAS", "1 rue X, Metz")
    assert "contact: 1 rue X, Metz" in dsr("activities", "controller").lines


def test_the_figures_of_retention_are_shown_with_their_sources_and_changed(dsr):
    changed = dsr("retention", "figures", "--set", "full_file=6", "--reason", "less", "--json").json

    figures = {one["kept"]: one for one in changed["figures"]}
    assert figures["full_file"]["months"] == 6
    assert figures["evidence"] == {
        "kept": "evidence", "default": 60, "lowest": 12, "highest": 72,
        "source": "Code civil art. 2224, Code de procédure pénale art. 8",
        "checked_on": "2026-11-22", "editable": True, "months": 60,
    }  # fmt: skip
    assert dsr("retention", "requests").lines == ["No file of a request is due."]


def test_a_version_of_the_policy_is_changed_and_removed(dsr, refused):
    added = dsr("policies", "add", "1.0", "--from", "2026-01-01", "--json").json
    changed = dsr("policies", "change", str(added["id"]), "--note", "clearer", "--json").json

    assert changed == {**added, "note": "clearer"}
    removed = dsr("policies", "remove", str(added["id"]), "--json").json
    assert removed == {"id": added["id"], "imports": 0}
    assert "no version" in refused("policies", "change", str(added["id"]), "--name", "2.0")


def test_what_a_person_allows_is_told_by_purpose(dsr):
    dsr(
        "consents",
        "record",
        *PAUL,
        "--purpose",
        "sms",
        "--given-on",
        "2025-01-02",
        "--proof",
        "form",
    )

    assert dsr("consents", "of", *PAUL, "--json").json["allowed"] == {"sms": True}
