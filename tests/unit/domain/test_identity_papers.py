"""No copy of an identity document enters, by whichever door (R-ID-6)."""

import pytest

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity_papers import (
    Suspicion,
    check_no_identity_document,
    suspicion_of,
)


@pytest.mark.parametrize(
    "name",
    [
        "cni.jpg", "CNI_Dupont.pdf", "scan-cni-2.PDF", "Passeport Camille.pdf", "PASSPORT.png",
        "CarteIdentite.pdf", "carte d'identité.docx", "carte_nationale_d_identite.txt",
        "pièce d’identité.eml", "piece identite recto.pdf", "titre de séjour.pdf", "id-card.zip",
        "ID Card.docx", "identity document.txt", "permis de conduire.pdf", "PermisConduire.heic",
        "driving_licence.txt", "drivers license.pdf", "residence-permit.pdf", "livret de famille.pdf",
        "carte vitale.txt", "Personalausweis.txt", "verso.jpg",
    ],
)  # fmt: skip
def test_r_id_6_what_is_named_like_an_identity_document_is_refused(name):
    assert suspicion_of(name) is Suspicion.REFUSE
    with pytest.raises(NotAllowedError, match="none is ever kept here"):
        check_no_identity_document(name, confirmed_none=True)


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("photo.jpg", b""),
        ("IMG_2041.HEIC", b""),
        ("scan.pdf", b""),
        ("letter", b"%PDF-1.7"),
        ("notes.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("notes.txt", b"\x89PNG\r\n\x1a\n"),
        ("notes.docx", b"II*\x00\x08\x00"),
        ("notes.csv", b"\x00\x00\x00\x18ftypheic"),
        ("message.eml", b"From: c@acme.example"),
        ("message", b"\xd0\xcf\x11\xe0\xa1\xb1"),
        ("all.zip", b""),
        ("letter.docx", b""),
        ("letter.xyz", b"PK\x03\x04"),
        ("notes.csv", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
    ],
)
def test_r_id_6_what_may_show_or_hold_one_is_asked_about_whatever_its_name(name, beginning):
    assert suspicion_of(name, beginning) is Suspicion.ASK
    with pytest.raises(InvalidInputError, match="confirm that it shows none"):
        check_no_identity_document(name, beginning)

    check_no_identity_document(name, beginning, confirmed_none=True)


@pytest.mark.parametrize(
    "name",
    ["request.txt", "réponse.md", "identity question.txt", "permis de construire.txt",
     "passage.txt", "accni.txt", "export.csv", "carte de visite.txt", "certificat.html"],
)  # fmt: skip
def test_other_documents_pass_unasked(name):
    assert suspicion_of(name, b"Dear Sir") is Suspicion.NONE
    check_no_identity_document(name, b"Dear Sir")


def test_a_refusal_names_no_file_as_the_name_may_name_the_person():
    with pytest.raises(NotAllowedError) as refusal:
        check_no_identity_document("CNI Camille Dupont.pdf")

    assert "Dupont" not in str(refusal.value)
