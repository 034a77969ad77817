"""Names of what is known of a column besides its meaning: who its values come from, and purposes."""

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import sheet_apart
from dsr_desktop.domain.unsettled import UnknownOrigin
from dsr_desktop.wording.language import Tr

_ORIGINS = {
    Origin.PROVIDED: mark("Provided by the person"),
    Origin.OBSERVED: mark("Observed"),
    Origin.INFERRED: mark("Inferred"),
    Origin.INTERNAL: mark("Internal"),
}
_CHOICES = {
    Origin.PROVIDED: mark("Provided by the person: typed, written, uploaded"),
    Origin.OBSERVED: mark("Observed: a log, a history, clicks"),
    Origin.INFERRED: mark("Inferred by the company: a score, a segment"),
    Origin.INTERNAL: mark("Internal: a note or a number of the company"),
}
_PURPOSES = {
    Purpose.NEWSLETTER: mark("Newsletter"),
    Purpose.SMS: mark("SMS"),
    Purpose.PHONE: mark("Phone calls"),
    Purpose.POST: mark("Post"),
    Purpose.WHATSAPP: mark("WhatsApp"),
    Purpose.FAX: mark("Fax"),
    Purpose.PARTNERS: mark("Partners' offers"),
    Purpose.PROFILING: mark("Profiling"),
    Purpose.EMAIL: mark("E-mails"),
}


def origin_label(tr: Tr, origin: Origin | None) -> str:
    """Name who the values of a column come from."""
    return tr(_ORIGINS[origin]) if origin else tr("Not known")


def origin_choice(tr: Tr, origin: Origin) -> str:
    """Name an origin with examples, for who has to choose one."""
    return tr(_CHOICES[origin])


def where_column(tr: Tr, one: UnknownOrigin) -> str:
    """Say which column it is: file, sheet, letters as a spreadsheet shows them, title."""
    letters = tr("column {letters}", letters=column_letters(one.column))
    sheet = sheet_apart(one.file, one.sheet)
    return " · ".join(filter(None, (one.file, sheet, letters, one.header)))


def purpose_label(tr: Tr, purpose: Purpose | None) -> str:
    """Name what an opt-in or opt-out is about."""
    return tr(_PURPOSES[purpose]) if purpose else tr("All of it")
