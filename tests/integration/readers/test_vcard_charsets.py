"""Address books in vCard of which nobody says the encoding, or says it for some values only."""

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import FileFound, Warned
from tests.integration.readers.read_sheets import messages_of, warnings_of
from tests.integration.readers.test_vcard import vcf

DOUBT = {Problem.ENCODING_UNSURE}


def test_letters_that_fit_two_encodings_are_pointed_out_where_no_charset_is_named():
    assert warnings_of(vcf("FN:Zoë", encoding="cp1252")) == DOUBT
    assert warnings_of(vcf("FN;CHARSET=x-unknown:Zoë", encoding="cp1252")) == DOUBT
    assert warnings_of(vcf("FN;CHARSET=UTF-8:Zoë", encoding="cp1252")) == DOUBT
    assert warnings_of(vcf("FN;CHARSET=Windows-1257:Zoë", "NOTE:Zoë", encoding="cp1252")) == DOUBT


def test_a_named_charset_leaves_nothing_to_ask():
    named = vcf("FN;CHARSET=Windows-1252:Zoë", encoding="cp1252")

    assert messages_of(named)[0] == FileFound("vcf", "cp1252")
    assert warnings_of(named) == warnings_of(vcf("FN:Jörg Müller", encoding="cp1252")) == set()


def test_bytes_that_are_in_another_encoding_than_the_rest_are_counted():
    rest = vcf(*["FN:Éloïse"] * 9)

    assert Warned(Problem.STRAY_BYTES, {"count": 1}) in messages_of(
        rest + vcf("FN:Léa", encoding="cp1252")
    )
    assert warnings_of(rest + vcf("FN;CHARSET=latin1:Léa", encoding="cp1252")) == set()
