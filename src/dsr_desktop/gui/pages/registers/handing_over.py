"""A register written as files: which one, in which formats, into which folder."""

from functools import partial

from dsr_desktop.gui.pages.registers.inputs import Input, Typed
from dsr_desktop.gui.pages.registers.views import Action, Answer, Asked, Desk, Told
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.services.register_exports import (
    RegisterFiles,
    RegisterFormat,
    RegisterKind,
    export_register,
)
from dsr_desktop.wording.language import Tr


def register_options(tr: Tr) -> tuple[tuple[object, str], ...]:
    """Return the registers that are brought in as well as handed over, with their names."""
    return (
        (RegisterKind.ACTIVITIES, tr("Record of processing activities")),
        (RegisterKind.REQUESTS, tr("Register of requests")),
    )


def handing_over(desk: Desk) -> Action:
    """Return the action that writes a register as files."""
    tr = desk.tr
    formats = (
        (RegisterFormat.PDF, tr("PDF, to read and to print")),
        (RegisterFormat.XLSX, tr("XLSX, a workbook")),
        (RegisterFormat.CSV, tr("CSV, for other programs")),
    )
    asked = Asked(
        tr("Hand a register over"), tr("Write the files"),
        (
            Input("kind", tr("Register"), Typed.CHOICE, RegisterKind.ACTIVITIES,
                  options=(*register_options(tr),
                           (RegisterKind.SUPPRESSION, tr("Suppression list, hashes only")))),
            Input("formats", tr("Files"), Typed.TICKS, tuple(RegisterFormat), required=True,
                  options=formats),
            Input("folder", tr("Folder"), Typed.FOLDER, required=True),
        ),
        sentence=tr("As it stands today, in the language of the window. The authority may ask for "
                    "it, art. 30(4)."),
    )  # fmt: skip
    return Action(tr("Hand over…"), Icon.DOWNLOAD, asked, partial(_write, desk), partial(_told, tr))


def _write(desk: Desk, answer: Answer) -> RegisterFiles:
    return export_register(
        desk.register, answer["kind"], answer["folder"], desk.today, desk.tr,
        formats=answer["formats"],
    )  # fmt: skip


def _told(tr: Tr, files: RegisterFiles) -> Told:
    names = ", ".join(path.name for path in files.paths)
    where = tr("{names} in {folder}", names=names, folder=str(files.paths[0].parent))
    warning = " ".join(files.table.warnings)
    tone = Tone.SOON if warning else Tone.OK
    return Told(
        tr("{title} is written", title=files.table.title), f"{where} {warning}".strip(), tone
    )
