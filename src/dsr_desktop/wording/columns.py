"""Names of what is known of a column besides its meaning: who its values come from, and purposes."""

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_ORIGINS = {
    Origin.PROVIDED: mark("Provided by the person"),
    Origin.OBSERVED: mark("Observed"),
    Origin.INFERRED: mark("Inferred"),
    Origin.INTERNAL: mark("Internal"),
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


def purpose_label(tr: Tr, purpose: Purpose | None) -> str:
    """Name what an opt-in or opt-out is about."""
    return tr(_PURPOSES[purpose]) if purpose else tr("All of it")
