"""Fills a letter with what the register says and the DPO writes; what is missing stays to be seen."""

from collections.abc import Mapping

from dsr_desktop.domain.letter import Letter, LetterSheet, empty_blocks
from dsr_desktop.domain.letter_template import fill_template
from dsr_desktop.domain.letters import Block, blocks_due, must_not_be_empty
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.letters import about_line, sender_lines, typeset


def fill_letter(sheet: LetterSheet, written: Mapping[str, str]) -> Letter:
    """Return the letter in its language; what nothing fills stands in it as {name}.

    Raises InvalidInputError for a text that is none of the letter's.
    """
    tr, values = speak(sheet.language), sheet.said(written)
    due = [one for one in blocks_due(sheet.kind, sheet.facts) if one is not Block.SUBJECT]
    parts = tuple(
        typeset(one, sheet.language) for one in fill_template(sheet.template, due, values)
    )
    title = fill_template(sheet.template, [Block.SUBJECT], values)
    return Letter(
        kind=sheet.kind, ref=values.get("ref", ""), language=sheet.language,
        sender=sender_lines(tr, values, sheet.dpo_name),
        addressee=tuple(values.get("addressee", "").splitlines()),
        dated=values["today"], about=about_line(tr, values),
        subject=" ".join(typeset(one, sheet.language).text for one in title), parts=parts,
        gaps=tuple(dict.fromkeys(name for one in (*title, *parts) for name in one.gaps)),
        empty=empty_blocks(sheet.kind, parts, must_not_be_empty(sheet.kind, sheet.facts)),
        footer=sheet.footer, to=sheet.address_of(written), own_words=sheet.own_words,
    )  # fmt: skip
