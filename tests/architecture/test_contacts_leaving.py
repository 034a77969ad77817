"""No exporter uses rows that are set apart: each kind of document says how it keeps to that."""

import ast
from pathlib import Path

from dsr_desktop.domain.document import DocumentKind

SERVICES = Path(__file__).resolve().parents[2] / "src" / "dsr_desktop" / "services"
ANSWERS = {
    DocumentKind.CHECKLIST, DocumentKind.BUNDLE, DocumentKind.SEARCH_REPORT,
    DocumentKind.SOURCE_SLIP, DocumentKind.ATTACHMENT, DocumentKind.DOSSIER,
    DocumentKind.CERTIFICATE, DocumentKind.ACCESS_PACKAGE, DocumentKind.CLEANED_COPY,
    DocumentKind.LETTER,
}  # fmt: skip
"""Made to answer the person, or to show that it was done: art. 18 leaves these uses."""
WITHOUT_CONTACTS = {
    DocumentKind.REGISTER,
    DocumentKind.CALENDAR,
    DocumentKind.ART14_NOTICE,
    DocumentKind.RETENTION_RUN,
    DocumentKind.LETTER_TEMPLATES,
}
"""Hold no row of any list."""
ASKS = ("rows_set_apart", "restricted_people", "OutgoingRules", "ContactRows")
"""What every other writer of contacts asks before it writes; the last two ask the first two."""


def kinds_written():
    """Return each kind of document with the modules that make it, and whether they ask."""
    made = {}
    for file in sorted(SERVICES.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id == "DocumentKind"
            ):
                made.setdefault(DocumentKind[node.attr], []).append(
                    (file.name, any(word in text for word in ASKS))
                )
    return made


def test_every_document_is_an_answer_holds_no_contact_or_leaves_out_what_is_set_apart():
    made = kinds_written()

    assert set(DocumentKind) >= ANSWERS | WITHOUT_CONTACTS
    assert [
        (kind, name)
        for kind, modules in made.items()
        for name, asks in modules
        if kind not in ANSWERS | WITHOUT_CONTACTS and not asks
    ] == []


def test_all_documents_were_looked_at():
    assert set(kinds_written()) >= ANSWERS | WITHOUT_CONTACTS
