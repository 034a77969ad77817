"""Words of the access package: the same document as a page to read, as PDF and as JSON (art. 15)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dsr_desktop.domain.access_package import AccessPackage, PackageForm
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.review import Withheld
from dsr_desktop.domain.review_item import ItemKind, ReviewItem
from dsr_desktop.domain.search_report import SourceResult
from dsr_desktop.wording.access_information import information_section
from dsr_desktop.wording.article14 import Notice
from dsr_desktop.wording.columns import origin_label
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.review import group_title, mask_words, place_label, what_label
from dsr_desktop.wording.search_report import age_line, result_line, unseen_of
from dsr_desktop.wording.systems import answer_line

PAGE, REPLY, DATA = "index.html", "reply.pdf", "data.json"


def access_table(tr: Tr, package: AccessPackage) -> RegisterTable:
    """Return the whole package as one document in the language of `tr`."""
    request = package.request
    return RegisterTable(
        name=f"{request.ref}_access",
        title=tr("Your personal data: answer to your request for access"),
        facts=tuple(_facts(tr, package)),
        notes=tuple(_letter(tr, package)),
        sections=(
            *_data(tr, package), information_section(tr, package), _searched(tr, package),
            *_systems(tr, package), _withheld(tr, package), _codes(tr), _rights(tr, package),
        ),
        made_on=package.made_on,
        footer=f"{request.ref} · {log_line(tr, package.fingerprint)}",
        is_for_the_person=True,
    )  # fmt: skip


def files_section(tr: Tr) -> TableSection:
    """Return the list of the files of a package, each with what it is."""
    return TableSection(
        tr("Files of this package"), (tr("File"), tr("What it is")), (2, 3),
        ((REPLY, tr("this text, to print")),
         (DATA, tr("the same data, for programs")),
         ("manifest-sha256.txt", tr("checksum of every file"))),
    )  # fmt: skip


def _facts(tr: Tr, package: AccessPackage) -> Iterator[tuple[str, str]]:
    request, who = package.request, package.controller
    yield tr("From"), " · ".join(filter(None, (who.name, who.contact)))
    if request.data_subject.names or request.person != request.ref:
        yield tr("To"), next(iter(request.data_subject.names), request.person)
    yield tr("Reference"), request.ref
    yield tr("Request received on"), tr.date(request.received_on)
    yield tr("Made on"), tr.date(package.made_on)
    if package.dispatch:
        yield tr("Dispatch number"), package.dispatch


def _letter(tr: Tr, package: AccessPackage) -> Iterator[str]:
    """Yield the sentences of the letter: outcome, what is here, what is not, how to object."""
    items, withheld = package.released.items, package.released.withheld
    if not package.has_data:
        yield tr(
            "We hold no data about you in our lists and systems beyond this request itself. What "
            "was searched stands below."
        )
    else:
        yield tr(
            "We process personal data about you. Here is the copy that you asked for, art. 15."
        )
    groups = len({item.group for item in items})
    values = tr.count("{n} value", "{n} values", len(items))
    yield tr.count("{values} from {n} source.", "{values} from {n} sources.", groups, values=values)
    if withheld:
        yield tr.count(
            "{n} piece is masked or was not given, since it is about somebody else or for another "
            "reason named below. You may object to that: see “Your rights”.",
            "{n} pieces are masked or were not given, since they are about somebody else or for "
            "another reason named below. You may object to that: see “Your rights”.",
            len(withheld),
        )
    else:
        yield tr("Nothing was withheld.")


def _data(tr: Tr, package: AccessPackage) -> Iterator[TableSection]:
    """Yield one table a source; records of the register that have no title of their own share one."""
    items = package.released.items
    headings = (tr("Where"), tr("What"), tr("Value"), tr("Where it comes from"))
    for title in dict.fromkeys(group_title(tr, one) for one in items):
        rows = [
            (place_label(tr, one), what_label(tr, one), one.text, provenance(tr, one))
            for one in items
            if group_title(tr, one) == title
        ]
        yield TableSection(title, headings, (1.3, 1.5, 3.4, 2), rows)


def provenance(tr: Tr, item: ReviewItem) -> str:
    """Say where a value comes from: who gave it, by which way, when, since when it is with us."""
    if item.kind is ItemKind.SYSTEM:
        return tr("Answer of {day}", day=_day(tr, item.day))
    if item.record is not None:
        return tr("Recorded by us")
    told = [origin_label(tr, item.origin)] if item.origin else []
    told += [item.channel] if item.channel else []
    if item.collected_on:
        told.append(tr("collected on {day}", day=_day(tr, item.collected_on)))
    told.append(tr("list read on {day}", day=_day(tr, item.day)))
    return " · ".join(told)


def _day(tr: Tr, text: str) -> str:
    return tr.date(date.fromisoformat(text[:10]))


def _searched(tr: Tr, package: AccessPackage) -> TableSection:
    report, words = package.report, mask_words(tr)
    rows = []
    for one in report.sources:
        unseen = tr.series(unseen_of(tr, one.coverage))
        result = _result(tr, one)
        name = package.released.hide(one.name, words)
        told = f"{result}. {package.released.hide(unseen, words)}" if unseen else result
        rows.append((name, age_line(tr, one.coverage, package.made_on), told))
    return TableSection(
        tr("What was searched"), (tr("File"), tr("List of"), tr("Result")), (2, 2, 4), rows,
        nothing=tr("No list was searched."),
    )  # fmt: skip


def _result(tr: Tr, one: SourceResult) -> str:
    """Say how many rows are the person's; rows that turned out to be somebody else's are not told."""
    rows = sum(hit.verdict is Verdict.CONFIRMED for hit in one.hits)
    if rows and one.was_searched:
        return tr.count("{n} row about you", "{n} rows about you", rows)
    return result_line(tr, replace(one, hits=()))


def _systems(tr: Tr, package: AccessPackage) -> Iterator[TableSection]:
    if systems := package.report.systems:
        words = mask_words(tr)
        rows = [
            (
                package.released.hide(one.name, words),
                package.released.hide(answer_line(tr, one), words),
            )
            for one in systems
        ]
        yield TableSection(tr("Systems asked"), (tr("System"), tr("Answer")), (2, 4), rows)


def _withheld(tr: Tr, package: AccessPackage) -> TableSection:
    rows = [_withheld_row(tr, one) for one in package.released.withheld]
    return TableSection(
        tr("What was not given, and why"),
        (tr("Source"), tr("Where"), tr("What"), tr("How"), tr("Why")), (2, 1.3, 1.5, 1.5, 2.5),
        rows, nothing=tr("Nothing was withheld."),
    )  # fmt: skip


def _withheld_row(tr: Tr, one: Withheld) -> tuple[str, ...]:
    how = (
        tr.count("{n} passage masked", "{n} passages masked", one.masked)
        if one.masked
        else tr("left out")
    )
    where, what = place_label(tr, one.item), what_label(tr, one.item)
    return group_title(tr, one.item), where, what, how, reason_label(tr, one.reason_code)


def withheld_line(tr: Tr, one: Withheld) -> str:
    """Say in one line what was not given, where it stands, and why."""
    source, where, what, how, why = _withheld_row(tr, one)
    return tr.pair(" · ".join(filter(None, (source, where, what))), f"{how}. {why}")


def _codes(tr: Tr) -> TableSection:
    rows = (
        (mask_words(tr), tr("Here stood data about somebody else, art. 15(4).")),
        (tr("Where"), tr("Sheet and row of our list, so that you can name a value to us.")),
        (tr("List of"), tr("The day the list is from, and how old that made it on the day of this text.")),
        (tr("Event log"), tr("Fingerprint of our log at the foot of each page: it proves what was done when.")),
    )  # fmt: skip
    return TableSection(tr("How to read this"), (tr("Sign"), tr("What it means")), (2, 5), rows)


def _rights(tr: Tr, package: AccessPackage) -> TableSection:
    who = package.controller
    dpo = ", ".join(filter(None, (who.dpo_name, who.dpo_contact))) or who.name
    complaint = (
        tr("To the CNIL: 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, cnil.fr/plaintes, and "
           "to the competent court.")
        if package.country == "FR"
        else tr("To the data protection authority of your country, and to the competent court.")
    )  # fmt: skip
    rows = (
        (tr("Correct, erase, restrict, object"), tr("You may ask us for this at any time, art. 16 to 18 and 21.")),
        (tr("Take your data with you"), tr("What you gave under consent or contract, in a form for programs, art. 20.")),
        (tr("Withdraw a consent"), tr("At any time; what was done before stays lawful, art. 7(3).")),
        (tr("Questions and objections"), tr("Data protection officer: {contact}", contact=dpo)),
        (tr("Complain"), complaint),
    )  # fmt: skip
    return TableSection(tr("Your rights"), (tr("Right"), tr("How")), (2, 5), rows)


def opening_notice(tr: Tr, package: AccessPackage, file: str, form: PackageForm) -> Notice:
    """Return the sheet that says how a package is opened; it names no person (R-HND-3)."""
    who = package.controller
    contact = ", ".join(filter(None, (who.dpo_name, who.dpo_contact))) or who.name
    if form is PackageForm.PDF:
        greeting, parts = _how_a_pdf_opens(tr)
    else:
        greeting, parts = _how_an_archive_opens(tr, file)
    cannot = (tr("If you cannot"), tr("Tell us: we also send the answer on paper."))
    return Notice(
        title=tr("How to open {file}", file=file),
        greeting=greeting,
        parts=(*parts, cannot),
        closing=tr("Questions: {contact}", contact=contact),
        gaps=(),
    )


def _how_a_pdf_opens(tr: Tr) -> tuple[str, tuple[tuple[str, str], ...]]:
    return (
        tr("This PDF is encrypted. You need a passphrase, which reaches you by another way."),
        (
            (tr("Computer"), tr("Double-click the file: the PDF reader asks for the passphrase. Type it with its hyphens. Adobe Reader, Preview, Firefox, Chrome and Edge open it.")),
            (tr("Phone"), tr("Open the file from the mail or the files; type the passphrase when it is asked for.")),
        ),
    )  # fmt: skip


def _how_an_archive_opens(tr: Tr, file: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    return (
        tr("This archive is encrypted. You need a passphrase, which reaches you by another way."),
        (
            (tr("Windows"), tr("Install 7-Zip (7-zip.org, free). Right-click the file, choose 7-Zip, then “Extract here”. Type the passphrase with its hyphens.")),
            (tr("Mac"), tr("Install Keka (keka.io) or The Unarchiver, and double-click the file.")),
            (tr("Linux"), tr("Run “7z x {file}”, or open it with the archive program.", file=file)),
            (tr("Then"), tr("Open {page} first: it has everything and needs no connection. {reply} is the same to print.", page=PAGE, reply=REPLY)),
        ),
    )  # fmt: skip


def reissued_sentence(tr: Tr) -> str:
    """Say that there was a package before, with a passphrase that stays its own."""
    return tr(
        "There was a package before: it has a passphrase of its own. Say which of them is sent."
    )
