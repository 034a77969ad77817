"""What is said before the register is written without encryption, and after."""

from dsr_desktop.wording.language import Tr


def plain_export_warning(tr: Tr) -> str:
    """Say what the file is, and what it does not protect."""
    return tr(
        "The file holds everything in the register: people, requests, documents, the rows of all "
        "lists and the secret of the suppression list. Whoever has the file reads it. It is meant "
        "for moving to another program: delete it as soon as that is done."
    )


def plain_export_done(tr: Tr, tables: int) -> str:
    """Say that it was written."""
    return tr.count(
        "The register was written without encryption: {n} table",
        "The register was written without encryption: {n} tables", tables,
    )  # fmt: skip
