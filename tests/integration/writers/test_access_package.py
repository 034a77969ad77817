"""The files of an access package: whatever is masked is in no byte of them, nor of their archive."""

import json
from datetime import UTC, date, datetime
from io import BytesIO

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from dsr_desktop.domain.access_package import AccessPackage, erased_by
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.processing import Controller
from dsr_desktop.domain.request import Channel, Item, Request, Right, Stage
from dsr_desktop.domain.review import Choice, make_decision, release, with_decisions
from dsr_desktop.domain.review_item import ItemKind, ItemToReview, ReviewItem
from dsr_desktop.domain.search_report import SearchReport
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.review import mask_words
from dsr_desktop.writers.access_package import access_files
from dsr_desktop.writers.bundle import MANIFEST, fill_archive, manifest
from dsr_desktop.writers.dossier_archive import fill_dossier

FR = speak("fr")
TODAY = date(2026, 11, 9)
REQUEST = Request(
    "DSR-2026-0001", date(2026, 11, 2), date(2026, 11, 2), Channel.POST, Stage.IN_PROGRESS,
    (Item(Right.ACCESS),), Criteria(name=("Camille Dupont",)),
)  # fmt: skip
REPORT = SearchReport(
    REQUEST.ref, "Exemple SAS", "1", TODAY, "dpo", datetime(2026, 11, 3, tzinfo=UTC), "dpo", {},
    0, 0, (),
)  # fmt: skip


def piece(key, text, **more):
    more = {"name": "crm.csv", "sheet": "crm", "row": 2, "column": 1, "day": "2026-11-03", **more}
    return ItemToReview(ReviewItem(key, "file:1", ItemKind.CELL, text, **more))


def package_of(pieces, **choices):
    bare = {one.item.key: one for one in with_decisions(pieces, {})}
    decided = {key: make_decision(bare[key], **how) for key, how in choices.items()}
    released = release(with_decisions(pieces, decided), mask_words(FR))
    return AccessPackage(
        REQUEST, Controller("Exemple SAS"), "FR", TODAY, released, (), REPORT, "0123456789abcdef"
    )


def words_of(pdf):
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


SECRETS = st.text(st.sampled_from("QXZ789@é"), min_size=6, max_size=20)
AROUND = st.text(st.sampled_from("abc \"'<&\\é\n;"), max_size=20)


@settings(max_examples=25)
@given(secret=SECRETS, hidden=SECRETS, before=AROUND, after=AROUND)
def test_no_masked_value_is_in_any_byte_of_the_package(secret, hidden, before, after):
    package = package_of(
        [
            piece("a", f"{before}{secret}{after}", header=f"{before}{secret}"),
            piece("b", f"{after}{secret.lower()}{before}", name=f"{secret}.csv"),
            piece("c", f"{hidden}!{hidden}"),
        ],
        a={"choice": Choice.MASK, "words": [secret]},
        c={"choice": Choice.EXCLUDE},
    )

    files = access_files(package, FR)
    plain = BytesIO()
    fill_dossier(plain, REQUEST.ref, {n: c for n, c in files.items() if n != MANIFEST}, TODAY)

    told = words_of(files["reply.pdf"]) + json.dumps(json.loads(files["data.json"]))
    for value in (secret, f"{hidden}!{hidden}"):
        escaped = json.dumps(value)[1:-1]
        assert value not in told
        assert escaped not in told
        for content in (*files.values(), plain.getvalue()):
            assert value.encode() not in content
            assert escaped.encode() not in content


def test_what_is_given_is_in_all_three_as_it_is():
    text = 'Ștefan <b>&amp;</b> "Łukasz" Ελένη'
    files = access_files(package_of([piece("a", text)]), FR)

    assert json.loads(files["data.json"])["data"][0]["value"] == text
    assert (
        "Ștefan &lt;b&gt;&amp;amp;&lt;/b&gt; &quot;Łukasz&quot; Ελένη"
        in files["index.html"].decode()
    )
    assert "Ștefan" in words_of(files["reply.pdf"])
    assert files[MANIFEST] == manifest(files)


def test_the_same_package_on_the_same_day_gives_the_same_files():
    one, other = (access_files(package_of([piece("a", "Camille")]), FR) for _ in range(2))

    assert one == other


def test_the_archive_checks_itself_and_names_no_person():
    stream = BytesIO()
    fill_archive(
        stream, REQUEST.ref, access_files(package_of([piece("a", "Camille")]), FR), "secret", TODAY
    )

    assert b"Camille" not in stream.getvalue()


def test_the_day_of_erasure_is_told_only_where_an_end_is_beyond_doubt():
    def ended(text):
        return piece("a", text, field=Field.PROCESSING_ENDED_ON, activity="PA1").item

    assert erased_by([ended("29/02/2028")], "PA1") == date(2029, 2, 28)
    assert erased_by([ended("2026-03-31"), ended("2026-01-31")], "PA1") == date(2027, 3, 31)
    assert erased_by([ended("2026-03-31")], "PA2") is None
    assert erased_by([ended("soon")], "PA1") is None
