"""Expected failures: each is one sentence that the user can act on."""


class DsrError(Exception):
    """Something expected went wrong.

    `sentence` is English with named placeholders, marked for translation where it is raised;
    `details` fills the placeholders: file names, counts, dates, never a cell value. A tuple stands
    for several, each of which is worded where the sentence is shown.
    """

    def __init__(self, sentence: str, **details: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details

    def __str__(self) -> str:
        shown = {
            name: ", ".join(map(str, value)) if isinstance(value, tuple) else value
            for name, value in self.details.items()
        }
        return self.sentence.format(**shown)


class InvalidInputError(DsrError):
    """What was typed or passed cannot be meant as it stands."""


class WrongPassphraseError(DsrError):
    """No key slot opens with the passphrase given."""


class RegisterFileError(DsrError):
    """The register or its key file is missing, damaged, newer than the app or in use."""


class NoRegisterError(RegisterFileError):
    """There is no register where one was looked for."""


class RegisterBusyError(RegisterFileError):
    """The register cannot be written just now: another program has it, or it is read-only."""


class NotFoundError(DsrError):
    """The register has no such request, source or hit."""


class NotAllowedError(DsrError):
    """A rule of the field forbids the step now; the sentence names what is missing."""


class OutputFileError(DsrError):
    """A file could not be written; nothing is left half-written."""


class CancelledError(DsrError):
    """The user stopped the job; nothing of it was kept."""
