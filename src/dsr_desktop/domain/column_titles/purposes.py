"""What an opt-in or opt-out is about, told by the words of its title."""

from enum import StrEnum

from dsr_desktop.domain.person import words


class Purpose(StrEnum):
    """Purpose or channel of a consent or an objection; a title without one means all of it."""

    NEWSLETTER = "newsletter"
    SMS = "sms"
    PHONE = "phone"
    POST = "post"
    WHATSAPP = "whatsapp"
    FAX = "fax"
    PARTNERS = "partners"
    PROFILING = "profiling"
    EMAIL = "email"


_WORDS = {
    Purpose.PARTNERS: (
        "partenaire partenaires partner partners partnerangebote third tiers terze terzi terceros "
        "partnerow partnerzy"
    ),
    Purpose.PROFILING: "profilage profiling profilierung profilazione profilowanie perfilado track tracking",
    Purpose.NEWSLETTER: (
        "newsletter newsletters newsletterabonnent newslettera infolettre lettre boletin boletim "
        "informativo nieuwsbrief nieuwsbrieven biuletyn"
    ),
    Purpose.SMS: "sms texto text",
    Purpose.WHATSAPP: "whatsapp",
    Purpose.PHONE: (
        "phone call calls telephone tel telefon telefonu telefoon telefono telefone telefoniczny appel "
        "appeler appele rappeler bloctel demarchage anrufe anrufen bellen llamar chiamare ligar dzwonic "
        "donotcall tps phoning"
    ),
    Purpose.POST: "post postal courrier brief papier letter letters",
    Purpose.FAX: "fax hasoptedoutoffax",
    Purpose.EMAIL: (
        "email emails mail mails mailing emailing courriel correo correos mailen maili "
        "hasoptedoutofemail mailer mailsperre"
    ),
}
_PURPOSES = {word: purpose for purpose, known in _WORDS.items() for word in words(known)}
PURPOSE_WORDS = frozenset({*_PURPOSES, "e"})
"""Words that name a purpose, with the first of "e-mail"."""


def purpose_of_title(title: str) -> Purpose | None:
    """Return what a consent or an objection is about; None if its title does not say."""
    said = {_PURPOSES[word] for word in words(title) if word in _PURPOSES}
    return next((purpose for purpose in Purpose if purpose in said), None)
