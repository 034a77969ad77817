"""Writes letters: gathers what the register says, fills the template, makes PDF, .docx and draft.

A letter with something missing can be looked at, and is never written (R-LET-1, R-LET-2).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dsr_desktop.domain.communication import AddressState, check_may_send
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.letter import Letter, LetterSheet, check_ready
from dsr_desktop.domain.letters import (
    LETTERS,
    Block,
    LetterFacts,
    LetterKind,
    letter_language,
)
from dsr_desktop.domain.letters_due import LetterState
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.services.article14 import notice_of
from dsr_desktop.services.beside_files import backups_gone_on
from dsr_desktop.services.documents import Document, Documents, documents
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.letter_facts import (
    general_values,
    said_of_request,
)
from dsr_desktop.services.letter_templates import read_template, uses_own_words
from dsr_desktop.services.letters import letters_of_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.processing import read_controller
from dsr_desktop.services.register import Register
from dsr_desktop.store.events import short_fingerprint
from dsr_desktop.store.letters import LETTERS_KEPT
from dsr_desktop.store.records import RECIPIENTS
from dsr_desktop.store.requests import read_request
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import LANGUAGES, Tr, speak
from dsr_desktop.wording.letter_filling import fill_letter
from dsr_desktop.wording.letter_values import email_of, notice_lines
from dsr_desktop.wording.letters import (
    hurdle_marked,
)


@dataclass(frozen=True)
class LetterOrder:
    """Which letter is wanted: `written` are the DPO's own texts, `included` blocks that she adds.

    `ref` is "" for a letter about no request; `source_id` is the list of one under art. 14.
    """

    kind: LetterKind
    ref: str = ""
    written: Mapping[str, str] = field(default_factory=dict)
    included: frozenset[Block] = frozenset()
    source_id: int = 0
    language: str = ""


@dataclass(frozen=True)
class LetterDraft:
    """A letter to look at; `free` are the texts that the DPO may write, with what stands there now."""

    letter: Letter
    free: Mapping[str, str]


@dataclass(frozen=True)
class LetterFiles:
    """A letter and where it lies; `eml` is the unsent draft of a mail, None if none was asked."""

    letter: Letter
    pdf: Path
    docx: Path
    eml: Path | None = None


@at_one_moment
def letter_sheet(register: Register, order: LetterOrder, today: date) -> LetterSheet:
    """Return a letter with what the register says, for the DPO to write in.

    Raises NotFoundError, NotAllowedError for a letter that the request does not have now,
    InvalidInputError for a template that cannot be used.
    """
    if LETTERS[order.kind].of_request:
        return _of_request(register, order, today)
    return _of_none(register, order, today)


def draft_letter(register: Register, order: LetterOrder, today: date) -> LetterDraft:
    """Fill a letter without writing it: what is missing stands in it as {name}, and among its gaps.

    Raises as `letter_sheet`, and InvalidInputError for a text that is none of the letter's.
    """
    sheet = letter_sheet(register, order, today)
    letter, values = fill_letter(sheet, order.written), sheet.said(order.written)
    return LetterDraft(letter, {name: values.get(name, "") for name in sheet.free})


def write_letter(
    register: Register, order: LetterOrder, folder: Path, today: date,
    *, address: AddressState | None = None,
) -> LetterFiles:  # fmt: skip
    """Write a letter as PDF and .docx; with `address` also the draft of a mail that brings it.

    `address` is what is known of the address that it goes to. Raises as `draft_letter`,
    NotAllowedError for a letter with something missing or for data to an address that nobody
    verified (R-COM-9), OutputFileError; then no file and no event is left.
    """
    if address is not None:
        check_may_send(LETTERS[order.kind].message, address)
    with documents(register, DocumentKind.LETTER) as made:
        letter = draft_letter(register, order, today).letter
        check_ready(letter)
        if address is not None and not letter.to:
            raise NotAllowedError(
                mark(
                    "No e-mail address is known for this letter. Record it, or send the letter by post."
                ),
            )
        return _write(register, made, order, letter, folder, today, drafts=address is not None)


def _of_request(register: Register, order: LetterOrder, today: date) -> LetterSheet:
    if not order.ref.strip():
        raise InvalidInputError(
            mark("This letter is about a request. Say which one, by its reference.")
        )
    view = view_request(register, order.ref, today)
    request = view.request
    _check_possible(register, request, order.kind, today)
    language = order.language or letter_language(
        request.language, controller_language(register), LANGUAGES
    )
    tr = speak(language)
    said, facts = said_of_request(register, view, order.kind, order.included, tr)
    values = {
        **general_values(register, today, tr),
        **_rolling_off(register, request, today, tr),
        **said,
    }
    return _sheet(register, order, values, facts, tr, to=email_of(request))


def _rolling_off(register: Register, request: Request, today: date, tr: Tr) -> dict[str, str]:
    day = backups_gone_on(register, request, today)
    return {} if day is None else {"backups_until": tr.date(day)}


def _of_none(register: Register, order: LetterOrder, today: date) -> LetterSheet:
    if order.ref:
        raise InvalidInputError(mark("This letter is about no request. Leave the reference out."))
    tr = speak(order.language or controller_language(register))
    values = general_values(register, today, tr)
    if order.kind is LetterKind.ART14:
        if not order.source_id:
            raise InvalidInputError(mark("Say which list the letter is about."))
        notice = notice_of(register, order.source_id, today, tr)
        values["notice"] = notice_lines(tr, notice)
    return _sheet(register, order, values, LetterFacts(included=order.included), tr)


def _sheet(
    register: Register, order: LetterOrder, values: dict[str, str], facts: LetterFacts, tr: Tr,
    to: str = "",
) -> LetterSheet:  # fmt: skip
    return LetterSheet(
        order.kind, tr.language, read_template(register, order.kind, tr.language), facts, values,
        read_controller(register).dpo_name, log_line(tr, short_fingerprint(register.database)), to,
        uses_own_words(register, order.kind, tr.language),
        {one.name: one.contact for one in RECIPIENTS.read_all(register.database)},
    )  # fmt: skip


def _check_possible(register: Register, request: Request, kind: LetterKind, today: date) -> None:
    for one in letters_of_request(register, request.ref, today).standings:
        if one.kind is kind and one.state is LetterState.NOT_NOW and one.hurdle is not None:
            raise NotAllowedError(hurdle_marked(one.hurdle))


def _write(
    register: Register, made: Documents, order: LetterOrder, letter: Letter, folder: Path,
    today: date, *, drafts: bool,
) -> LetterFiles:  # fmt: skip
    # Loaded when met: 70 ms that the start of the window does without.
    from dsr_desktop.writers.letter_docx import write_letter_docx  # noqa: PLC0415
    from dsr_desktop.writers.letter_pdf import write_letter_pdf  # noqa: PLC0415

    name = f"{letter.ref or 'letter'}_{letter.kind}"
    endings = ("pdf", "docx", "eml") if drafts else ("pdf", "docx")
    files = made.begin(letter.ref, folder, *(f"{name}.{ending}" for ending in endings))
    write_letter_pdf(files[0].stream, letter, speak(letter.language), today)
    write_letter_docx(files[1].stream, letter, speak(letter.language), today)
    if drafts:
        _write_draft(files[2], files[0], letter)
    pdf, docx = files[0].sha256, files[1].sha256
    if letter.ref:
        made.then(lambda: _keep(register, order, letter, today, pdf, docx))
    made.log(
        EventKind.LETTER_MADE, letter.ref or None, letter=letter.kind, language=letter.language,
        pdf_sha256=pdf, docx_sha256=docx, draft=drafts, own_words=letter.own_words,
    )  # fmt: skip
    return LetterFiles(letter, files[0].path, files[1].path, files[2].path if drafts else None)


def _write_draft(eml: Document, pdf: Document, letter: Letter) -> None:
    """Write a mail that a mail program opens as a new one, not yet sent."""
    from dsr_desktop.writers.mail_file import mail_file  # noqa: PLC0415

    pdf.stream.seek(0)
    headers = ("X-Unsent: 1", f"To: {letter.to}", f"Subject: {letter.subject}")
    eml.stream.write(mail_file(headers, letter.body, [(pdf.path.name, pdf.stream.read())]))


def _keep(
    register: Register, order: LetterOrder, letter: Letter, today: date, pdf: str, docx: str
) -> None:
    request = read_request(register.database, letter.ref)
    written = json.dumps(dict(order.written), ensure_ascii=False, sort_keys=True)
    LETTERS_KEPT.add(
        register.database,
        KeptLetter(
            request.id, letter.kind, letter.language, letter.subject, letter.body, today,
            register.actor, pdf, docx, letter.names_remedies, written,
        ),
    )  # fmt: skip


def controller_language(register: Register) -> str:
    """Return the language in which the company writes where a request names none: that of its country."""
    return "fr" if register.company.country == "FR" else "en"
