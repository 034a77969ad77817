"""`search` finds one person in every row, best first; a batch asks for many."""

import json

import pytest

KEYS = {
    "id", "criteria", "searched", "unreadable", "partly", "skipped_columns", "total", "hits", "held",
    "own_records", "systems", "hints", "elapsed_ms",
}  # fmt: skip
HIT_KEYS = {
    "file", "copies", "sheet", "hidden", "row", "level", "score", "reasons", "values", "notes",
    "names_another",
}  # fmt: skip
VALUE_KEYS = {"column", "header", "field", "hidden", "text", "kept_from"}
REASON_KEYS = {"criterion", "column", "cell", "how", "against"}
CAMILLE = (
    "--name", "Camille Dupont", "--email", "camille.dupont@acme.example", "--phone", "0612345678",
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("with_lists")


@pytest.fixture
def search(dsr):
    """Search and return the document."""

    def search_(*arguments):
        result = dsr("search", *arguments, "--json")
        assert result.code == 0
        return result.json

    return search_


@pytest.fixture
def batch(tmp_path):
    """Write queries, or lines that are none, into a batch file."""

    def write(*queries, end="\n"):
        lines = [one if isinstance(one, str) else json.dumps(one) for one in queries]
        path = tmp_path / "batch.jsonl"
        path.write_bytes("".join(line + end for line in lines).encode())
        return path

    return write


def places(document):
    return [(hit["file"].rpartition("/")[2], hit["sheet"], hit["row"]) for hit in document["hits"]]


# --- what is found


def test_the_document_has_the_keys_that_scripts_rely_on(search):
    found = search(*CAMILLE)

    assert set(found) == KEYS
    assert set(found["searched"]) == {"files", "rows"}
    assert all(set(one) == {"path", "reason"} for one in found["unreadable"])
    for hit in found["hits"]:
        assert set(hit) == HIT_KEYS
        assert all(set(one) == REASON_KEYS for one in hit["reasons"])
        assert all(set(one) == VALUE_KEYS for one in hit["values"])


def test_a_known_prospect_is_found_twice_for_sure_and_once_by_name_alone(search):
    found = search(*CAMILLE)

    assert {
        (*place, hit["level"]) for place, hit in zip(places(found), found["hits"], strict=True)
    } == {
        ("crm.csv", "crm", 14, "strong"),
        ("newsletter.xlsx", "Abonnés", 3, "strong"),
        ("salon.csv", "salon", 9, "weak"),
    }
    assert found["total"] == 3
    assert found["searched"] == {"files": 3, "rows": 24}
    assert found["hits"][-1]["level"] == "weak"
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_a_hit_points_at_cells_and_says_why(search):
    best = search("--email", "camille.dupont@acme.example", "--phone", "+33 6 12 34 56 78")["hits"][
        0
    ]

    assert [(one["criterion"], one["column"], one["cell"]) for one in best["reasons"]] == [
        ("email", 4, "camille.dupont@acme.example"),
        ("phone", 5, "06 12 34 56 78"),
    ]
    assert best["reasons"][0]["how"] == "same e-mail"
    assert best["values"][4] == {
        "column": 5, "header": "Téléphone", "field": "phone", "hidden": False,
        "text": "06 12 34 56 78", "kept_from": None,
    }  # fmt: skip


def test_a_hit_in_a_hidden_sheet_is_marked(search):
    (hit,) = search("--phone", "07.51.33.09.60")["hits"]

    assert (hit["sheet"], hit["hidden"], hit["level"]) == ("Archive", True, "strong")


def test_an_id_that_only_a_batch_can_have_is_null_and_the_criteria_come_back(search):
    found = search("--name", "Camille  Dupont", "--name", "Camille Martin", "--city", "Lyon")

    assert found["id"] is None
    assert found["criteria"] == {"name": ["Camille Dupont", "Camille Martin"], "city": ["Lyon"]}


@pytest.mark.parametrize(
    "criterion",
    [
        ["--given-name", "camille", "--family-name", "DUPONT"],
        ["--identifier", "c99"],
        ["--text", "rappeler m. paul"],
        ["--company", "acme"],
        ["--email", "Camille.Dupont@ACME.example"],
    ],
    ids=lambda criterion: criterion[0],
)
def test_every_criterion_finds(search, criterion):
    assert ("crm.csv", "crm", 14) in places(search(*criterion))


@pytest.mark.parametrize(
    "criterion",
    ["name", "given-name", "family-name", "email", "phone", "company", "address", "postcode", "city",
     "birth-date", "identifier", "text"],
)  # fmt: skip
def test_every_criterion_may_repeat(search, criterion):
    found = search(f"--{criterion}", "first", f"--{criterion}", "second")

    assert found["criteria"] == {criterion.replace("-", "_"): ["first", "second"]}


def test_nothing_found_is_a_result_with_what_was_searched(search, lists):
    found = search("--name", "Nobody Anywhere")

    assert (found["total"], found["hits"]) == (0, [])
    assert found["searched"] == {"files": 3, "rows": 24}
    assert [one["path"] for one in found["unreadable"]] == [str(lists / "broken.xlsx")]
    assert found["unreadable"][0]["reason"].endswith(".")


def test_a_criterion_that_is_no_address_is_searched_as_text_and_told(dsr):
    result = dsr("search", "--email", "perrin.example", "--json")

    assert result.json["total"] > 0
    assert result.json["hints"] == [result.sentence]


# --- how much is shown


@pytest.mark.parametrize(("level", "total"), [("strong", 2), ("probable", 2), ("weak", 3)])
def test_the_least_level_shown_can_be_chosen(search, level, total):
    found = search(*CAMILLE, "--level", level)

    assert found["total"] == len(found["hits"]) == total


def test_pages_make_up_the_whole_and_the_total_stays(search):
    whole = search("--name", "Perrin")

    pages = [
        search("--name", "Perrin", "--limit", "8", "--offset", start) for start in (0, 8, 16, 24)
    ]

    assert whole["total"] == len(whole["hits"]) == 20
    assert [page["total"] for page in pages] == [20] * 4
    assert [len(page["hits"]) for page in pages] == [8, 8, 4, 0]
    assert [hit for page in pages for hit in page["hits"]] == whole["hits"]


def test_the_order_is_the_same_every_time(search):
    assert len({str(search("--name", "Perrin")["hits"]) for _ in range(3)}) == 1


def test_fifty_are_shown_unless_told_otherwise(dsr, search, tmp_path, write_csv):
    rows = [("Nom", "E-mail"), *(("Nowak", f"n{n}@nowak.example") for n in range(60))]
    dsr("import", write_csv(tmp_path / "nowak.csv", rows))

    found = search("--family-name", "Nowak")

    assert (found["total"], len(found["hits"])) == (61, 50)


def test_a_person_reads_first_what_was_not_searched_then_the_best_hit(dsr):
    lines = dsr("search", *CAMILLE).lines

    assert lines[0].startswith("broken.xlsx was not searched: ")
    assert lines[1:3] == ["Searched 3 files, 24 rows.", "3 hits"]
    assert lines[3].startswith("Strong    crm.csv · crm · 14: same e-mail")
    assert lines[5].startswith("Weak      salon.csv · salon · 9: ")


# --- what it refuses


def test_a_search_for_nothing_is_refused(refused):
    refused("search")
    refused("search", "--name", " \t ")
    assert "“Name”" in refused("search", "--name", "x" * 1001)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--limit", "0"), ("--limit", "-1"), ("--limit", "many"), ("--offset", "-1"),
        ("--level", "sure"), ("--birthday", "1990-01-01"),
    ],
)  # fmt: skip
def test_wrong_use_ends_with_two(misused, option, value):
    assert option in misused("search", "--name", "Camille", option, value)


# --- batch


def test_a_batch_answers_a_document_a_line_in_its_order(dsr, batch):
    path = batch(
        {"id": "q1", "name": "Camille Dupont", "email": ["camille.dupont@acme.example"]},
        {"id": "q2", "name": "Nobody Anywhere"},
        {"family_name": "Nowak", "given_name": ["Łukasz"]},
    )

    result = dsr("search", "--batch", path)

    first, second, third = map(json.loads, result.lines)
    assert result.code == 0
    assert [one["id"] for one in (first, second, third)] == ["q1", "q2", None]
    assert [one["total"] for one in (first, second, third)] == [3, 0, 1]
    assert [one["line"] for one in (first, second, third)] == [1, 2, 3]
    assert {frozenset(one) for one in (first, second, third)} == {frozenset({*KEYS, "line"})}


def test_a_batch_is_json_asked_for_or_not(dsr, batch):
    path = batch({"name": "Camille Dupont"}, {"name": "Hugo Perrin"})

    plain, asked = (
        [json.loads(line)["hits"] for line in dsr("search", "--batch", path, *more).lines]
        for more in ([], ["--json"])
    )

    assert plain == asked
    assert len(plain) == 2


def test_a_line_of_a_batch_answers_what_a_search_alone_answers(dsr, search, batch):
    path = batch({"name": "Camille Dupont", "phone": "06 12 34 56 78"})

    (line,) = dsr("search", "--batch", path).lines

    alone = search("--name", "Camille Dupont", "--phone", "06 12 34 56 78")
    assert json.loads(line) | {"elapsed_ms": 0} == alone | {"elapsed_ms": 0, "line": 1}


@pytest.mark.parametrize("query_id", ["q1", 7, 0, "", None, [1, 2]])
def test_an_id_comes_back_as_it_was_given(dsr, batch, query_id):
    (line,) = dsr("search", "--batch", batch({"id": query_id, "name": "x"})).lines

    assert json.loads(line)["id"] == query_id


def test_level_and_paging_hold_for_every_query(dsr, batch):
    path = batch({"name": "Perrin"}, {"email": "camille.dupont@acme.example"})

    lines = dsr(
        "search", "--batch", path, "--limit", "1", "--offset", "1", "--level", "strong"
    ).lines

    found = [json.loads(line) for line in lines]
    assert [(one["total"], len(one["hits"])) for one in found] == [(0, 0), (2, 1)]


def test_blank_lines_line_ends_and_unusual_spaces_do_no_harm(dsr, batch):
    camille, hugo = '{"name": "Camille\u2028Dupont"}', '{"name": "Hugo\u0085Perrin"}'
    path = batch("", camille, "", " \t\u00a0", hugo, end="\r\n")

    result = dsr("search", "--batch", path)

    told = [json.loads(line) for line in result.out.split("\n") if line]
    assert (result.code, [(one["line"], one["total"]) for one in told]) == (0, [(2, 3), (5, 3)])


def test_a_batch_with_a_byte_order_mark_is_read(dsr, batch):
    path = batch({"name": "Camille Dupont"})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert len(dsr("search", "--batch", path).lines) == 1


def test_an_empty_batch_answers_nothing(dsr, batch):
    result = dsr("search", "--batch", batch())

    assert (result.code, result.out) == (0, "")


@pytest.mark.parametrize(
    "line",
    [
        "Camille Dupont",
        '{"name": "Camille',
        '["name", "Camille"]',
        "null",
        "[" * 100_000,
        "{}",
        '{"id": "q2"}',
        '{"name": ""}',
        '{"name": 7}',
        '{"name": {"given": "Camille"}}',
        '{"name": ["Camille", null]}',
        '{"given-name": "Camille"}',
    ],
    ids=lambda line: line[:30],
)
def test_a_line_that_is_no_query_is_told_by_its_number_and_the_others_are_answered(
    dsr, batch, line
):
    path = batch({"id": "q1", "name": "Camille Dupont"}, line, {"id": "q3", "name": "Hugo Perrin"})

    result = dsr("search", "--batch", path)

    first, wrong, third = map(json.loads, result.lines)
    assert (result.code, first["total"], third["total"]) == (3, 3, 3)
    assert set(wrong) == {"id", "line", "error"}
    assert (wrong["line"], wrong["error"][-1]) == (2, ".")
    assert result.sentence == f"Line 2 of the batch: {wrong['error']}"


def test_a_line_that_says_too_much_keeps_its_id(dsr, batch):
    path = batch({"id": "q1", "name": "x" * 1001}, {"id": "q2", "name": ["x"] * 3, "city": [7]})

    result = dsr("search", "--batch", path)

    assert result.code == 1, "no line was a query"
    assert [json.loads(line)["id"] for line in result.lines] == ["q1", "q2"]
    assert ["Line 1" in result.err, "Line 2" in result.err] == [True, True]


def test_a_hint_says_which_line_it_is_about(dsr, batch):
    path = batch({"name": "Camille Dupont"}, "", {"id": 3, "email": "perrin.example"})

    result = dsr("search", "--batch", path)

    (hint,) = json.loads(result.lines[1])["hints"]
    assert result.sentence == f"Line 3 of the batch: {hint}"
    assert result.code == 0


def test_half_a_letter_in_a_batch_does_no_harm(dsr, batch):
    path = batch('{"id": 1, "name": "\\ud800"}', '{"id": 2, "name": "Camille Dupont\\udc00"}')

    result = dsr("search", "--batch", path)

    first, second = map(json.loads, result.lines)
    assert (result.code, first["line"], second["total"]) == (3, 1, 3)
    assert "nothing to search for" in first["error"]


def test_the_numbers_of_a_search_agree_with_their_words(dsr, tmp_path, write_csv):
    other = ("--register", tmp_path / "other.dsr")
    dsr("init", *other, "--company", "Acme", "--country", "FR")
    dsr("import", *other, write_csv(tmp_path / "one.csv", [("Nom",), ("Ana Ruiz",)]))

    assert dsr("search", *other, "--name", "Ana Ruiz").lines[:2] == [
        "Searched 1 file, 1 row.", "1 hit",
    ]  # fmt: skip


def test_a_batch_that_cannot_be_read_is_named(refused, tmp_path):
    (tmp_path / "latin.jsonl").write_bytes('{"name": "Zoé"}'.encode("cp1252"))

    assert "latin.jsonl" in refused("search", "--batch", tmp_path / "latin.jsonl")
    assert "gone.jsonl" in refused("search", "--batch", tmp_path / "gone.jsonl")


def test_criteria_beside_a_batch_are_refused(refused, batch):
    assert "--batch" in refused("search", "--batch", batch({"name": "x"}), "--name", "Camille")


# --- what was not searched, or only in part


@pytest.fixture
def partly(dsr, tmp_path, write_partly_readable):
    """A workbook of which three things were not read, in the register."""
    path = write_partly_readable(tmp_path / "fair.xlsx")
    dsr("import", path)
    return path


def test_a_file_read_in_part_is_named_with_all_that_was_not_read(search, partly):
    (named,) = search("--name", "Nobody Anywhere")["partly"]

    assert named["path"] == str(partly)
    for left_out in ("chart", "printed pages", "names to fixed texts"):
        assert left_out in named["reason"].casefold()


def test_files_read_in_part_stand_above_the_hits(dsr, partly):
    lines = dsr("search", "--name", "Camille Dupont").lines

    assert lines[0].startswith("broken.xlsx was not searched: ")
    assert lines[1].startswith("fair.xlsx was searched in part: ")
    assert lines[2].startswith("Searched ")


def test_a_search_for_a_request_names_them_at_the_top_as_well(dsr, new, partly):
    ref = new()["ref"]

    assert [one["path"] for one in dsr("find", ref, "--json").json["partly"]] == [str(partly)]
    lines = dsr("find", ref).lines
    assert lines[0].startswith("broken.xlsx was not searched: ")
    assert lines[1].startswith("fair.xlsx was searched in part: ")
    assert "crm.csv" in lines[2]
