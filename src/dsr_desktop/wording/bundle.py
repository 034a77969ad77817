"""The text that comes with a portability bundle: what it is, how to read it, what is left out."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from dsr_desktop.domain.bundle_tables import Table, tables_of
from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.portability import BundleContents, Exclusion, ExclusionReason
from dsr_desktop.domain.source import sheet_apart
from dsr_desktop.wording.language import Tr

_WIDTH = 88
_REASONS = {
    ExclusionReason.BASIS: mark(
        "kept on another legal basis than consent or contract, which the right does not cover "
        "(art. 20(1)(a))"
    ),
    ExclusionReason.INFERRED: mark("noted or derived by the company, not provided by you"),
    ExclusionReason.OTHERS: mark(
        "it is, in whole or in part, about somebody else, and handing it on would adversely "
        "affect that person (art. 20(4))"
    ),
    ExclusionReason.UNKNOWN_ORIGIN: mark("the company has not recorded where it comes from"),
    ExclusionReason.NOT_STORED: mark(
        "not taken over when the company read this list, so it was not looked at"
    ),
}


def readme_name(tr: Tr) -> str:
    """Name of the text in its own language."""
    return "LISEZMOI.txt" if tr.language == "fr" else "README.txt"


def exclusion_reason(tr: Tr, reason: ExclusionReason) -> str:
    """Say why a value is left out, as the end of a sentence."""
    return tr(_REASONS[reason])


def bundle_title(tr: Tr) -> str:
    """Name the bundle, as its descriptor does."""
    return tr("Personal data (GDPR, art. 20)")


def bundle_file_name(tr: Tr, ref: str, made_on: date) -> str:
    """Name the archive in the language of the request, by its reference only: R-HND-1."""
    word = "portabilite" if tr.language == "fr" else "portability"
    return f"{ref}_{word}_{made_on:%Y%m%d}.zip"


def readme_text(tr: Tr, contents: BundleContents, paths: Sequence[str]) -> str:
    """Word the text; `paths` are the data files of the bundle, relative to it."""
    sections = (
        _opening(tr, contents),
        _files(tr, contents, paths),
        _exclusions(tr, contents.scope.excluded),
        _rights(tr, contents),
    )
    return "\n\n".join("\n".join(_fold(section)) for section in sections) + "\n"


def _opening(tr: Tr, contents: BundleContents) -> Iterator[str]:
    yield tr("{company}: your personal data, to take with you", company=contents.company)
    yield ""
    yield tr("Request: {ref}", ref=contents.ref)
    yield tr("Right: data portability (GDPR, art. 20)")
    yield tr("Made on: {day}", day=tr.date(contents.made_on))


def _files(tr: Tr, contents: BundleContents, paths: Sequence[str]) -> Iterator[str]:
    yield tr("What is in this folder")
    for table in tables_of(contents):
        yield _counted(tr, table)
    yield tr("Each record says in which list, sheet and row it stands.")
    yield tr("Files: {paths}.", paths=", ".join(paths))
    if any(path.endswith(".json") for path in paths):
        yield tr(
            "The JSON files hold every value exactly as the company has it; the folder schema says "
            "how they are built."
        )
    if any(path.endswith(".csv") for path in paths):
        yield from _about_csv(tr, contents)
    if any(path.endswith(".vcf") for path in paths):
        yield tr("contact.vcf is a card that address books and telephones take over.")
    yield tr("datapackage.json describes the files for programs (Data Package 2.0).")
    yield tr("manifest-sha256.txt has the checksum of every file (sha256sum -c).")


def _about_csv(tr: Tr, contents: BundleContents) -> Iterator[str]:
    yield tr(
        "The CSV files (UTF-8, comma) open in a spreadsheet. An apostrophe stands before a "
        "value that a spreadsheet would take for a formula: remove it to get the value itself."
    )
    if contents.has_byte_order_mark:
        yield tr("They begin with a byte-order mark, so that Excel reads their accents.")


def _counted(tr: Tr, table: Table) -> str:
    n = len(table.rows)
    match table.name:
        case "contacts":
            return tr.count("- contacts: {n} record", "- contacts: {n} records", n)
        case "messages":
            return tr.count(
                "- messages: {n} text that you wrote", "- messages: {n} texts that you wrote", n
            )
        case "consents":
            return tr.count(
                "- consents: {n} time that you agreed, refused or withdrew",
                "- consents: {n} times that you agreed, refused or withdrew", n,
            )  # fmt: skip
    return tr.count(
        "- other_values: {n} further value, such as a second phone number",
        "- other_values: {n} further values, such as a second phone number", n,
    )  # fmt: skip


def _exclusions(tr: Tr, excluded: Sequence[Exclusion]) -> Iterator[str]:
    yield tr("What is left out, and why")
    if not excluded:
        yield tr("Nothing was left out.")
        return
    for one in excluded:
        yield _exclusion(tr, one)
    reasons = {one.reason for one in excluded}
    if reasons - {ExclusionReason.OTHERS}:
        yield tr("You can ask for these values too: by the right of access (art. 15).")
    if ExclusionReason.OTHERS in reasons:
        yield tr(
            "Of what is about somebody else, the right of access (art. 15) covers what is said "
            "about you."
        )


def exclusion_line(tr: Tr, one: Exclusion) -> str:
    """Say in one line which column was left out and why, for a letter."""
    return _exclusion(tr, one).removeprefix("- ")


def _exclusion(tr: Tr, one: Exclusion) -> str:
    parts = {
        "column": column_letters(one.column),
        "place": _place(tr, one),
        "values": _values(tr, one),
        "reason": exclusion_reason(tr, one.reason),
        "code": one.reason.value,
    }
    header = " ".join(one.header.split())
    if not header:
        return tr("- column {column} of {place} ({values}): {reason} [{code}]", **parts)
    return tr(
        "- “{header}”, column {column} of {place} ({values}): {reason} [{code}]",
        header=header,
        **parts,
    )


def _values(tr: Tr, one: Exclusion) -> str:
    if one.reason is ExclusionReason.NOT_STORED:
        return tr("number not known")
    return tr.count("{n} value", "{n} values", one.values)


def _place(tr: Tr, one: Exclusion) -> str:
    if not (sheet := sheet_apart(one.file, one.sheet)):
        return one.file
    return tr("{file}, sheet {sheet}", file=one.file, sheet=sheet)


def _rights(tr: Tr, contents: BundleContents) -> Iterator[str]:
    yield tr("Your rights")
    yield tr("This copy erases nothing: the company keeps its data as before (art. 20(3)).")
    contact = ", ".join(part for part in (contents.dpo_name, contents.dpo_contact) if part)
    yield tr(
        "Questions: data protection officer of {company}: {contact}",
        company=contents.company,
        contact=contact or contents.company,
    )
    if contents.country == "FR":
        yield tr(
            "If you disagree, you may complain to the CNIL (3 place de Fontenoy, TSA 80715, "
            "75334 Paris Cedex 07, cnil.fr/plaintes) and go to the competent court."
        )
    else:
        yield tr(
            "If you disagree, you may complain to the data protection authority of your country "
            "and go to the competent court."
        )


def _fold(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        indent = "  " if line.startswith("- ") else ""
        yield from textwrap.wrap(
            line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        ) or [""]
