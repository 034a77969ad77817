"""Nothing of anybody else leaves with her data, and nothing of hers is lost unsaid (art. 20(4))."""

import pytest

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.contact_record import CONTACT_FIELDS
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.headers import recognise_layout
from dsr_desktop.domain.person import fold, words
from dsr_desktop.domain.portability import ExclusionReason
from dsr_desktop.domain.source import Place, Sheet, Source, StoredRow
from tests.unit.domain.hostile_rows import HER_EMAIL, HOSTILE_ROWS, MARIE, HostileRow
from tests.unit.domain.said_origins import scope_once_said

ACTIVITIES = (Activity("PA3", "Service delivery", "6(1)(b)", confirmed=True),)
TEXTS = (*CONTACT_FIELDS, "phone_raw", "channel", "collected_on")
EACH_ROW = pytest.mark.parametrize("case", HOSTILE_ROWS, ids=[one.what for one in HOSTILE_ROWS])


def answer_to(case, name=MARIE):
    """The scope of the portability bundle for one person, of one confirmed row."""
    titles, cells = list(case.row), tuple(case.row.values())
    layout = recognise_layout([(1, titles), (2, cells)], len(titles))
    source = Source(
        id=1, path="/lists/crm.csv", name="crm.csv", sha256="0" * 64, size=1, format="csv",
        encoding="utf-8", kind="list", activity="PA3", channel=None, collected_on=None,
        policy_version=None, retention=None, status="imported", reason=None, warnings=(),
        row_count=1, imported_at="2026-11-02T09:00:00+00:00", imported_by="dpo", purge_on=None,
    )  # fmt: skip
    sheet = Sheet(1, 1, "crm", False, 1, layout.columns, 1)
    asked = make_ready(make_criteria({"name": name, "email": HER_EMAIL}), "FR")
    return scope_once_said(
        Place(StoredRow(2, 1, 2, False, cells), sheet, source), ACTIVITIES, asked
    )


def texts_given(scope):
    """Every text that leaves."""
    texts = [getattr(one, name) for one in scope.contacts for name in TEXTS]
    return [*filter(None, texts), *(one.value for one in scope.other_values)]


def squeezed(text):
    """Fold a text, and write its numbers without spaces."""
    return fold(text).replace(" ", "")


@EACH_ROW
def test_nothing_of_anybody_else_leaves(case: HostileRow):
    given = squeezed("|".join(texts_given(answer_to(case))))

    assert [one for one in case.others if squeezed(one) in given] == []


@EACH_ROW
def test_what_is_hers_is_given(case: HostileRow):
    given = texts_given(answer_to(case))

    assert [one for one in case.hers if one not in given] == []


@EACH_ROW
def test_every_cell_is_given_whole_or_listed_with_its_reason(case: HostileRow):
    scope = answer_to(case)
    given = texts_given(scope)
    listed = {one.header for one in scope.excluded}

    assert [
        title for title, cell in case.row.items() if cell not in given and title not in listed
    ] == []


def test_the_table_is_long_and_says_each_thing_once():
    assert len(HOSTILE_ROWS) >= 100
    assert len({one.what for one in HOSTILE_ROWS}) == len(HOSTILE_ROWS)


# --- any two people, joined in any of the ways people write it

LINKS = (
    " et ", " & ", " / ", ", ", "; ", " + ", " | ", "\n", "\t", "    ", " - ", " – ", " : ", " -> ",
    " => ", " • ", " ou ", " and ", " und ", " pour ", " for ", " für ", " par ", " by ", " via ", " avec ",
    " with ", " c/o ", " p/o ", " P/O ", " a/s ", " s/c de ", " o/b/o ", " p.o. ", " attn ", " chez Mme ",
    " c/o M. ", " Mme ", " M. ", " on behalf of ", " de la part de ", " au nom de ", " mère de ",
    ", fils d'", ", assistante de ", " représentée par ", " acting for ", ", à l'attention de ",
    " remplace ", " puis ", " son mari ", " and her husband ", " veuve de ", " cc ",
)  # fmt: skip
PEOPLE = (
    (("Marie", "Dupont"), ("Jean", "Roux")),
    (("Zoé", "Lefèvre"), ("Łukasz", "O'Neill")),
    (("Anne Lise", "Müller"), ("Jean-Baptiste", "Petit-Roux")),
    (("Fatima", "Parent"), ("Per", "Lemaire")),
)


def written(person, way):
    given, family = person
    return {
        "given first": f"{given} {family}", "family first": f"{family} {given}",
        "capitals": f"{family.upper()} {given}",
    }[way]  # fmt: skip


@pytest.mark.parametrize("way", ["given first", "family first", "capitals"])
@pytest.mark.parametrize("link", LINKS)
def test_whatever_stands_between_two_names_each_gets_hers_alone(link, way):
    for pair in PEOPLE:
        for hers, other in (pair, pair[::-1]):
            for cell in (written(hers, way) + link + written(other, way),
                         written(other, way) + link + written(hers, way)):  # fmt: skip
                row = {"Nom": cell, "E-mail": HER_EMAIL}
                given = texts_given(
                    answer_to(HostileRow(cell, row, (), ()), " ".join(hers)),
                )
                name = next(text for text in given if text != HER_EMAIL)

                assert set(words(name)) >= set(words(" ".join(hers)))
                assert set(words(name)).isdisjoint(words(" ".join(other)))


@pytest.mark.parametrize("noise", ["Jean Roux ", "AAAA ", "Aa bb ", "mari de ", ", ", "x"])
def test_a_cell_too_long_for_a_name_is_nobodys_and_listed(noise):
    row = {"Nom": MARIE + " " + noise * 6000, "E-mail": HER_EMAIL}
    scope = answer_to(HostileRow("long", row, (), ()))

    assert texts_given(scope) == [HER_EMAIL]
    assert [(one.header, one.reason) for one in scope.excluded] == [("Nom", ExclusionReason.OTHERS)]
