"""Address books: the card goes, the bytes of all others stay."""

import pytest

from dsr_desktop.cleaners.obstacles import CannotCleanError
from tests.integration.cleaners.cleaned import WHOLE, cleaned

PAUL = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Paul Petit\r\nNOTE:long\r\n  line\r\nEND:VCARD\r\n"
CAMILLE = (
    b"begin:vcard\nversion:2.1\nN:Dupont;Camille\nEMAIL:camille.dupont@acme.example\nend:vcard\n"
)
ZOE = b"BEGIN:VCARD\rVERSION:4.0\rFN:Zo\xc3\xa9\rEND:VCARD"
NESTED = (
    b"BEGIN:VCARD\nVERSION:2.1\nFN:Paul\nAGENT:\nBEGIN:VCARD\nFN:Camille\nEND:VCARD\nEND:VCARD\n"
)


@pytest.fixture
def clean(tmp_path):
    def clean(content, rows):
        path = tmp_path / "carnet.vcf"
        path.write_bytes(content)
        return cleaned(path, "vcf", {"carnet": rows})

    return clean


def test_a_card_goes_and_the_others_stay(clean):
    assert clean(PAUL + CAMILLE + b"\r\n" + ZOE, {3: WHOLE}) == PAUL + b"\r\n" + ZOE


def test_several_cards_go_and_the_mark_stays(clean):
    mark = b"\xef\xbb\xbf"

    assert clean(mark + CAMILLE + PAUL + CAMILLE, {2: WHOLE, 4: WHOLE}) == mark + PAUL


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (NESTED, {2: WHOLE}),
        (PAUL + b"FN:Camille\r\n", {2: WHOLE}),
        (PAUL + b"BEGIN:VCARD\r\nFN:Camille\r\n", {3: WHOLE}),
        (PAUL, {2: frozenset({1})}),
    ],
    ids=["one inside another", "outside of all", "without an end", "single values"],
)
def test_what_cannot_be_told_apart_is_left_to_the_owner(clean, content, rows):
    with pytest.raises(CannotCleanError):
        clean(content, rows)
