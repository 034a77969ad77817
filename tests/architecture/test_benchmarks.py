"""The measurements: the lists are always the same, and the figures are worked out rightly.

No time is asserted here: how fast something is, `python3 dev.py bench` says.
"""

import csv
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from itertools import islice, takewhile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks import queries, vocabulary  # noqa: E402
from benchmarks.__main__ import BENCHMARKS  # noqa: E402
from benchmarks.lists import HEADER, csv_list, people, phone, write_xlsx, xlsx_list  # noqa: E402
from benchmarks.measure import (  # noqa: E402
    Goal,
    MeasureError,
    Run,
    Variant,
    compare,
    interleave,
    memory_of,
    percentile,
    run,
    significant,
)

README = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Small letters and digits without accents."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in decomposed if character.isalnum())


def same_letters(one: str, other: str) -> int:
    """How many letters from the beginning are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def is_one_edit(one: str, other: str) -> bool:
    """One letter left out, added or replaced, or two neighbours swapped."""
    start = same_letters(one, other)
    one, other = one[start:], other[start:]
    end = same_letters(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    swapped = len(one) == 2 and one == other[::-1]
    return swapped or (len(one), len(other)) in {(0, 1), (1, 0), (1, 1)}


@pytest.fixture(scope="module")
def many():
    return list(people(20_000))


# --- the lists


def test_the_same_seed_gives_the_same_people():
    assert list(people(500)) == list(people(500))


def test_another_seed_gives_other_people():
    assert list(people(500)) != list(people(500, seed=1))


def test_a_short_list_is_the_beginning_of_a_long_one():
    assert list(islice(people(25_000), 300)) == list(people(300))


@pytest.mark.parametrize("make", [csv_list, xlsx_list])
def test_the_same_people_make_the_same_file(make, tmp_path):
    one, other = make(700, tmp_path / "one"), make(700, tmp_path / "other")

    assert one.read_bytes() == other.read_bytes()


def test_a_list_that_is_there_is_not_made_again(tmp_path):
    first = csv_list(20, tmp_path)
    first.write_text("kept")

    assert csv_list(20, tmp_path).read_text() == "kept"


def test_a_list_of_other_people_is_thrown_away(tmp_path):
    outdated = tmp_path / "people-20-0123456789.csv"
    other_size = tmp_path / "people-30-0123456789.csv"
    outdated.touch()
    other_size.touch()

    made = csv_list(20, tmp_path)

    assert set(tmp_path.iterdir()) == {made, other_size}


def test_the_csv_file_holds_the_header_and_every_person(tmp_path):
    lines = csv_list(300, tmp_path).read_text(encoding="utf-8").splitlines()

    rows = list(csv.reader(lines))

    assert rows[0] == list(HEADER)
    assert rows[1:] == [[str(value) for value in person] for person in people(300)]


def test_the_workbook_holds_the_same_people_with_numbers_and_dates_as_such(tmp_path):
    path = tmp_path / "people.xlsx"
    write_xlsx(path, people(2_500), 2_500)

    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Contacts").to_python()

    assert rows[0] == list(HEADER)
    assert [tuple(row) for row in rows[1:]] == [tuple(person) for person in people(2_500)]


def test_a_phone_is_written_in_four_ways_one_of_them_a_number():
    ways = [phone(100_001, way) for way in range(4)]

    assert ways == ["+33 7 00 90 79 19", "07 00 90 79 19", "07.00.90.79.19", 33700907919]


def test_all_four_ways_are_met(many):
    shapes = Counter(re.sub(r"\d", "9", repr(person.phone)) for person in many)

    assert set(shapes) == {
        "'+99 9 99 99 99 99'", "'99 99 99 99 99'", "'99.99.99.99.99'", "99999999999", "''",
    }  # fmt: skip


def test_postcodes_are_text_some_with_a_leading_zero(many):
    assert all(re.fullmatch(r"\d{5}", person.postcode) for person in many)
    assert any(person.postcode.startswith("0") for person in many)


def test_no_address_leads_anywhere(many):
    assert all(person.email.endswith(".example") for person in many if person.email)


@pytest.mark.parametrize("field", ["id", "email", "phone"])
def test_what_identifies_is_nobody_elses(many, field):
    values = [getattr(person, field) for person in many]
    filled = [value for value in values if value]

    assert len(set(filled)) == len(filled) > len(many) * 0.9


def test_some_cells_are_empty(many):
    empty = {field for person in many for field, value in person._asdict().items() if value == ""}

    assert empty == {"email", "phone", "note"}


def test_common_names_are_met_more_often(many):
    met = Counter(person.family for person in many)
    common, rare = (vocabulary.family_names()[at : at + 100] for at in (0, 5_000))

    assert sum(met[name] for name in common) > 10 * sum(met[name] for name in rare)


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (vocabulary.given_names(), vocabulary.GIVEN_NAMES),
        (vocabulary.family_names(), vocabulary.FAMILY_NAMES),
    ],
    ids=["given", "family"],
)
def test_there_are_as_many_different_names_as_promised(names, count):
    assert len(set(names)) == len(names) == count


@pytest.mark.parametrize("sign", ["é", "-", "de la ", "O'"])
def test_names_have_accents_hyphens_and_particles(sign):
    assert any(sign in name for name in vocabulary.family_names())


# --- the queries


@pytest.fixture(scope="module")
def asked():
    return queries.make_queries(5_000)


@pytest.fixture(scope="module")
def meant(asked):
    """Pairs of query and the person whom it means."""
    listed = list(people(5_000))
    return [(query, listed[query.row - 2]) for query in asked]


def of_kind(meant, kind):
    return [(query.text, person) for query, person in meant if query.kind == kind]


def test_queries_are_always_the_same(asked):
    assert queries.make_queries(5_000) == asked


def test_no_query_is_asked_twice(asked):
    assert len({query.text for query in asked}) == len(asked)


def test_each_of_the_five_kinds_is_asked_forty_times(asked):
    assert Counter(query.kind for query in asked) == dict.fromkeys(queries.KINDS, 40)


def test_an_email_is_asked_in_capitals(meant):
    for text, person in of_kind(meant, "e-mail, upper case"):
        assert text == person.email.upper() != person.email


def test_a_phone_is_asked_in_another_format(meant):
    for text, person in of_kind(meant, "phone, other format"):
        assert text != str(person.phone)
        assert plain(text)[-9:] == plain(str(person.phone))[-9:]


def test_a_typo_is_one_letter_in_the_family_name(meant):
    for text, person in of_kind(meant, "name, one typo"):
        assert text.startswith(person.given + " ")
        assert is_one_edit(text.removeprefix(person.given + " "), person.family)
        assert plain(text) != plain(person.given + person.family)


def test_a_reversed_name_is_asked_in_capitals(meant):
    for text, person in of_kind(meant, "name, reversed, upper case"):
        assert text == f"{person.family} {person.given}".upper()


def test_a_name_is_asked_without_the_accents_it_has(meant):
    for text, person in of_kind(meant, "name, without accents"):
        assert text != f"{person.given} {person.family}"
        assert plain(text) == plain(person.given + person.family)


def test_a_list_too_short_for_the_queries_is_refused():
    with pytest.raises(ValueError, match="too short"):
        queries.make_queries(60)


# --- the arithmetic


def test_a_figure_is_the_ratio_of_the_medians_and_ranges_over_the_rounds():
    figure = compare("import", "floor", [6.0, 4.0, 9.0], [2.0, 1.0, 6.0])

    assert figure == {
        "figure": "import", "seconds": 6.0, "floor": "floor", "floor_seconds": 2.0,
        "ratio": 3.0, "ratio_range": [1.5, 4.0],
    }  # fmt: skip


def test_rounds_of_one_side_only_are_no_figure():
    with pytest.raises(ValueError, match="shorter"):
        compare("import", "floor", [1.0, 2.0], [1.0])


@pytest.mark.parametrize(
    ("share", "value"), [(0.0, 1), (0.25, 1), (0.5, 2), (0.51, 3), (0.95, 4), (1.0, 4)]
)
def test_a_percentile_is_one_of_the_values(share, value):
    assert percentile([4, 1, 3, 2], share) == value


@pytest.mark.parametrize(
    ("value", "shown"), [(1234.5, 1230.0), (0.0123456, 0.0123), (2.996, 3.0), (0.0, 0.0)]
)
def test_figures_are_given_to_three_digits(value, shown):
    assert significant(value) == shown


@pytest.mark.parametrize(
    ("at_least", "value", "met"),
    [(False, 2.2, True), (False, 2.201, False), (True, 2.2, True), (True, 2.199, False)],
)
def test_a_goal_is_met_up_to_its_limit(at_least, value, met):
    assert Goal("G1", "ratio", 2.2, at_least=at_least).judge(value)["met"] is met


@pytest.mark.parametrize(
    ("value", "rows"), [(1.0, 5_000), (None, 100_000)], ids=["other size", "not measured"]
)
def test_a_goal_is_neither_met_nor_missed(value, rows):
    assert Goal("G1", "ratio", 2.2, rows=100_000).judge(value, rows)["met"] is None


def test_memory_is_unknown_if_one_run_does_not_tell():
    runs = {"known": [Run(1.0, 20.4, {}), Run(1.0, 30.0, {})], "not": [Run(1.0, None, {})]}

    assert memory_of(runs) == {"known": 25, "not": None}


# --- the runs


def light(name: str) -> Variant:
    return Variant(name, "benchmarks.machine:versions", python=sys.executable)


def test_every_other_round_runs_backwards(capsys):
    runs = interleave([light("app"), light("floor")], 3)

    order = re.findall(r"round \d of 3: (\w+)", capsys.readouterr().err)
    assert order == ["app", "floor", "floor", "app", "app", "floor"]
    assert {name: len(several) for name, several in runs.items()} == {"app": 3, "floor": 3}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells the memory")
def test_a_run_tells_the_memory_of_its_process():
    assert run(light("app")).peak_mb > 5


def test_a_process_that_fails_gives_no_figure():
    too_few = Variant("app", "benchmarks.measure:check", (99, 100), python=sys.executable)

    with pytest.raises(MeasureError, match="99 rows instead of 100"):
        run(too_few)


def test_the_command_prints_one_json_document_with_ratios():
    command = [sys.executable, "-m", "benchmarks", "csv", "--rows", "250", "--rounds", "1"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    figures = json.loads(done.stdout)["benchmarks"]["csv"]["figures"]
    assert [figure["figure"] for figure in figures][:2] == ["import", "import"]
    assert all(figure["ratio"] > 0 for figure in figures)


def test_an_unknown_name_is_refused_with_the_known_ones():
    command = [sys.executable, "-m", "benchmarks", "tea"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert (
        "there is no tea, but xlsx, csv, many, suppression, search, window, requests, clean, screen, "
        "contacts, accuracy, faults, purge, changes" in done.stderr
    )


# --- the lock and the document


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


def test_what_is_measured_is_what_is_shipped():
    app, measured = locked("requirements.lock"), locked("benchmarks/requirements.lock")

    assert {"sqlcipher3", "python-calamine"} <= measured.keys()
    assert {name: app[name] for name in measured if name in app} == {
        name: version for name, version in measured.items() if name in app
    }


def test_every_package_measured_has_a_hash():
    lock = (ROOT / "benchmarks" / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=\w)", lock, flags=re.MULTILINE)[1:]

    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", BENCHMARKS)
def test_the_document_explains_every_measurement(name):
    assert f"| `{name}` |" in README
