"""Words for what columns mean, how sure that is, and what the user should look at."""

from collections.abc import Sequence

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.columns import Column, Confidence, ToldBy
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.policy import Undeclared
from dsr_desktop.domain.preview import Question
from dsr_desktop.domain.source import Sheet
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr

_CONFIDENCE = {
    Confidence.SURE: mark("Sure"),
    Confidence.LIKELY: mark("Likely"),
    Confidence.GUESS: mark("A guess"),
    Confidence.UNKNOWN: mark("Not recognised"),
}
_UNDECLARED = {
    Undeclared.BIRTH_DATE: mark("birth"),
    Undeclared.NATIONAL_ID: mark("official number"),
    Undeclared.BANK_ACCOUNT: mark("bank account"),
    Undeclared.PAYMENT_CARD: mark("payment card"),
    Undeclared.HEALTH: mark("health"),
    Undeclared.BELIEF: mark("religion or politics"),
    Undeclared.UNION: mark("trade union"),
    Undeclared.ETHNIC_ORIGIN: mark("ethnic origin"),
    Undeclared.SEXUALITY: mark("sexual orientation"),
    Undeclared.OFFENCE: mark("offences"),
    Undeclared.PASSWORD: mark("password"),
    Undeclared.INCOME: mark("income"),
    Undeclared.FAMILY: mark("family situation"),
    Undeclared.NOTE: mark("notes"),
}
_QUESTIONS = {
    Question.PASSWORD: mark("It has a password. Give it, then look again."),
    Question.ENCODING: mark(
        "Its accented letters can be read in several ways. Choose the encoding."
    ),
    Question.HEADER: mark("It is not sure which row holds the titles. Choose the row."),
    Question.UNDECLARED_COLUMN: mark(
        "It has columns that the privacy policy does not announce. Skip them, or say why they stay."
    ),
    Question.NO_IDENTITY_COLUMN: mark(
        "No column says who a row is about. Say what the columns mean."
    ),
    Question.REPLACEMENT: mark("An earlier version of this file is in the register."),
    Question.MAPPING_UNSURE: mark("What some columns mean is a guess. Look at them."),
}


def confidence_label(tr: Tr, confidence: Confidence) -> str:
    """Name how sure the meaning of a column is."""
    return tr(_CONFIDENCE[confidence])


def why_label(tr: Tr, told_by: ToldBy) -> str:
    """Say what told the meaning of a column."""
    why = told_by.why
    return word_sentence(tr, why.sentence, why.details)


def undeclared_label(tr: Tr, undeclared: Undeclared) -> str:
    """Name what a column holds that the policy does not announce."""
    return tr(_UNDECLARED[undeclared])


def question_sentence(tr: Tr, question: Question) -> str:
    """Say what to look at in a file, and what to do."""
    return tr(_QUESTIONS[question])


def column_remarks(tr: Tr, sheets: Sequence[Sheet]) -> list[str]:
    """Name the columns kept though the policy does not announce them, and those not stored."""
    remarks = []
    for sheet in sheets:
        kept = [column for column in sheet.columns if column.awaits_choice]
        skipped = [column for column in sheet.columns if column.is_skipped]
        if kept:
            remarks.append(_kept(tr, sheet.name, kept))
        if skipped:
            remarks.append(_skipped(tr, sheet.name, skipped))
    return remarks


def hidden_remarks(tr: Tr, sheets: Sequence[Sheet]) -> list[str]:
    """Name the columns that a spreadsheet program does not show."""
    hidden = [(sheet, [one for one in sheet.columns if one.hidden]) for sheet in sheets]
    return [
        tr.count(
            "{sheet}: column {columns} is hidden in the file.",
            "{sheet}: columns {columns} are hidden in the file.",
            len(columns),
            sheet=sheet.name,
            columns=", ".join(column_letters(one.number) for one in columns),
        )
        for sheet, columns in hidden
        if columns
    ]


def _kept(tr: Tr, sheet: str, columns: Sequence[Column]) -> str:
    named = _named(tr, columns)  # apart: the extraction takes a `tr` among arguments for a call
    return tr.count(
        "{sheet}: the privacy policy does not announce column {columns}. It was kept; say why in a "
        "mapping, or skip it there.",
        "{sheet}: the privacy policy does not announce columns {columns}. They were kept; say why "
        "in a mapping, or skip them there.",
        len(columns),
        sheet=sheet,
        columns=named,
    )


def _skipped(tr: Tr, sheet: str, columns: Sequence[Column]) -> str:
    named = _named(tr, columns)  # apart: the extraction takes a `tr` among arguments for a call
    return tr.count(
        "{sheet}: column {columns} was not stored, as chosen.",
        "{sheet}: columns {columns} were not stored, as chosen.",
        len(columns),
        sheet=sheet,
        columns=named,
    )


def _named(tr: Tr, columns: Sequence[Column]) -> str:
    """Name columns by letter and by what they hold, never by a title that may be a value."""
    return ", ".join(
        tr("{column} ({words})", column=column_letters(one.number),
           words=undeclared_label(tr, one.undeclared))
        if one.undeclared else column_letters(one.number)
        for one in columns
    )  # fmt: skip
