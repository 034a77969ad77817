"""Names of letters, of what is to be filled in, and why a letter cannot be written now."""

from collections.abc import Mapping
from dataclasses import replace

from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.letter_template import LetterPart
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.letters_due import Hurdle, LetterStanding, LetterState
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_KINDS = {
    LetterKind.ACKNOWLEDGEMENT: mark("Acknowledgement of receipt"),
    LetterKind.IDENTITY_REQUEST: mark("Question about the identity"),
    LetterKind.EXTENSION: mark("Notice of the extension"),
    LetterKind.EXTENSION_WITHDRAWN: mark("Withdrawal of the extension"),
    LetterKind.ACCESS: mark("Answer: access"),
    LetterKind.PORTABILITY: mark("Answer: portability"),
    LetterKind.TRANSFER: mark("Answer: transmission to another controller"),
    LetterKind.ERASURE: mark("Answer: erasure"),
    LetterKind.ERASURE_PARTIAL: mark("Answer: erasure in part"),
    LetterKind.RECTIFICATION: mark("Answer: rectification"),
    LetterKind.RESTRICTION: mark("Answer: restriction"),
    LetterKind.RESTRICTION_LIFTED: mark("Notice before a restriction is lifted"),
    LetterKind.OBJECTION: mark("Answer: objection"),
    LetterKind.MARKETING: mark("Answer: marketing stopped"),
    LetterKind.ANSWER: mark("Answer"),
    LetterKind.REFUSAL: mark("Refusal"),
    LetterKind.FEE_NOTICE: mark("Notice of a fee"),
    LetterKind.NOT_IDENTIFIABLE: mark("Answer: person not identifiable"),
    LetterKind.IDENTITY_NOT_CONFIRMED: mark("Answer: identity not confirmed"),
    LetterKind.WITHDRAWAL: mark("Answer: withdrawal of a consent"),
    LetterKind.HEIR: mark("Answer to an heir"),
    LetterKind.RECIPIENT_NOTICE: mark("Notice to a recipient, with reply slip"),
    LetterKind.ART14: mark("Information of people whose data came from elsewhere"),
    LetterKind.STILL_INTERESTED: mark("Question after three years: stay in touch?"),
    LetterKind.POLICY_CHANGE: mark("Change of the privacy policy"),
}
_STATES = {
    LetterState.DUE: mark("To be sent"),
    LetterState.POSSIBLE: mark("Possible"),
    LetterState.SENT: mark("Sent"),
    LetterState.NOT_NOW: mark("Not now"),
}
_HURDLES = {
    Hurdle.NOT_DECIDED: mark("Decide first; the letter tells the decision."),
    Hurdle.DECIDED_OTHERWISE: mark("No decision of this request asks for it."),
    Hurdle.NO_DOUBT: mark("No doubt about the identity is recorded."),
    Hurdle.NO_EXTENSION: mark("Record the extension with its reasons first."),
    Hurdle.EXTENSION_NOT_SENT: mark("No extension is in force."),
    Hurdle.ANSWERED: mark("The request was answered."),
    Hurdle.NOTHING_CARRIED_OUT: mark("Nothing was decided that it would tell of."),
    Hurdle.NOT_HANDED_OVER: mark("Record first that the data went to the organisation."),
    Hurdle.NO_FEE: mark("Record the fee with what proves it first."),
}
_NAMES = {
    "company": mark("Name of the company"),
    "company_contact": mark("Address of the company"),
    "dpo": mark("Name of the DPO"),
    "dpo_contact": mark("Contact of the DPO"),
    "today": mark("Date of the letter"),
    "ref": mark("Reference"),
    "received_on": mark("Day of receipt"),
    "channel": mark("How the request came in"),
    "rights": mark("Rights asked"),
    "due_on": mark("Day of the answer"),
    "first_due": mark("Day of the answer without the extension"),
    "extended_due": mark("Day of the answer with the extension"),
    "durations": mark("How long the request is kept"),
    "blocked_on": mark("Day on which marketing was stopped"),
    "asked_on": mark("Day on which the identity was asked for"),
    "authority": mark("Supervisory authority"),
    "rows": mark("Number of records"),
    "files": mark("Number of files"),
    "person": mark("Name in the greeting"),
    "addressee": mark("Name and address of the addressee"),
    "outcome": mark("What was decided"),
    "delivery": mark("How the copy is handed over"),
    "passphrase_by": mark("How the passphrase is handed over"),
    "package": mark("Name of the archive"),
    "purposes": mark("Purposes"),
    "categories": mark("Categories of data"),
    "recipients": mark("Recipients, by name"),
    "retention": mark("How long the data are kept, with the day for this person"),
    "origin": mark("Where the data come from"),
    "automated": mark("Automated decisions"),
    "transfers": mark("Transfers outside the European Union"),
    "sources": mark("Where was looked"),
    "measures": mark("What was done, and where"),
    "correction": mark("Old and new value"),
    "backups_until": mark("Day on which the last backup is overwritten"),
    "withheld": mark("What is refused or kept, and why"),
    "kept_until": mark("Until when it is kept"),
    "doubt": mark("The doubt about the identity"),
    "proof": mark("What the person is asked for"),
    "extension_reasons": mark("Reasons of the extension"),
    "reason": mark("Reason"),
    "fee": mark("Amount of the fee"),
    "answer_by": mark("Day of the reply"),
    "identifier": mark("Identifier that the person may bring"),
    "consent": mark("Consent that was withdrawn"),
    "receiver": mark("Who receives the data"),
    "transferred_on": mark("Day of the transmission"),
    "restricted": mark("What is restricted"),
    "restricted_since": mark("Restricted since"),
    "lifted_on": mark("Day on which the restriction ends"),
    "recipient": mark("Recipient written to"),
    "identifiers": mark("By what the recipient recognises the person"),
    "notice": mark("Information of art. 14"),
    "changes": mark("What changes"),
    "effective_on": mark("Day from which it holds"),
    "remark": mark("A remark of your own"),
}


def letter_label(tr: Tr, kind: LetterKind) -> str:
    """Name of a letter."""
    return tr(_KINDS[kind])


def letter_state_label(tr: Tr, state: LetterState) -> str:
    """Say where a letter stands."""
    return tr(_STATES[state])


def hurdle_sentence(tr: Tr, hurdle: Hurdle) -> str:
    """Say why a letter cannot be written now."""
    return tr(_HURDLES[hurdle])


def hurdle_marked(hurdle: Hurdle) -> str:
    """Return the same in English, to be translated where it is shown."""
    return _HURDLES[hurdle]


def standing_line(tr: Tr, one: LetterStanding) -> str:
    """Say where a letter stands, and if it cannot be written now, why."""
    line = tr.pair(letter_label(tr, one.kind), letter_state_label(tr, one.state))
    return f"{line}. {hurdle_sentence(tr, one.hurdle)}" if one.hurdle else line


def kept_line(tr: Tr, letter: KeptLetter) -> str:
    """Say of a letter when it was written and sent."""
    name, made = letter_label(tr, letter.kind), tr.date(letter.made_on)
    if letter.sent_on is None:
        return tr("{letter}: written on {day}, not sent", letter=name, day=made)
    sent = tr.date(letter.sent_on)
    return tr("{letter}: written on {day}, sent on {sent}", letter=name, day=made, sent=sent)


def placeholder_label(tr: Tr, name: str) -> str:
    """Say what stands for a placeholder."""
    return tr(_NAMES[name])


def substituted_note(tr: Tr, sign: str) -> str:
    """Say that the PDF lacks a character."""
    return tr("{sign} stands for a character that cannot be printed here.", sign=sign)


def sender_lines(tr: Tr, values: Mapping[str, str], dpo_name: str) -> tuple[str, ...]:
    """Word who writes: the company, its data protection officer, its address."""
    officer = tr("Data protection officer")
    dpo = tr.pair(officer, dpo_name) if dpo_name else officer
    return tuple(filter(None, (values["company"], dpo, values["company_contact"])))


def about_line(tr: Tr, values: Mapping[str, str]) -> str:
    """Word the reference, the day of receipt and the channel (domain.md 7.3).

    "" about no request, and to others than the person, who need not know how it came in.
    """
    if not values.get("ref") or values.get("recipient"):
        return ""
    return tr(
        "Ref. {ref} · Request received on {day} · {channel}",
        ref=values["ref"], day=values["received_on"], channel=values["channel"],
    )  # fmt: skip


def subject_line(tr: Tr, subject: str) -> str:
    """Word the subject as it stands above the letter."""
    return tr("Subject: {subject}", subject=subject)


def typeset(part: LetterPart, language: str) -> LetterPart:
    """Keep "art. 15" on one line; in French put no-break spaces before signs and inside quotation marks."""
    text = part.text.replace("art. ", "art.\u00a0").replace("Art. ", "Art.\u00a0")
    if language != "fr":
        return replace(part, text=text)
    for sign in (";", "?", "!"):
        text = text.replace(f" {sign}", f"\u202f{sign}")
    text = text.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    return replace(part, text=text)
