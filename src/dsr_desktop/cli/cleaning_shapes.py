"""The JSON of cleaned copies; its keys are described in docs/json.md."""

from pathlib import Path

from dsr_desktop.domain.cleaning import CleanedFile, Cleaning
from dsr_desktop.domain.original import Originals
from dsr_desktop.wording.cleaning import cleaned_sentence, obstacle_sentence, original_label
from dsr_desktop.wording.language import Tr

Document = dict[str, object]


def cleaning_document(tr: Tr, cleaning: Cleaning, folder: Path) -> Document:
    """Shape of `clean`."""
    return {
        "ref": cleaning.ref,
        "files": [_file(tr, one, folder) for one in cleaning.files],
        "done": cleaning.done,
    }


def originals_document(tr: Tr, originals: Originals) -> Document:
    """Shape of `clean --replace` and `clean --undo`."""
    return {
        "ref": originals.ref,
        "files": [
            {"path": one.path, "status": one.status, "says": original_label(tr, one.status)}
            for one in originals.files
        ],
        "done": originals.done,
    }


def _file(tr: Tr, file: CleanedFile, folder: Path) -> Document:
    return {
        "path": file.path,
        "status": file.status,
        "says": cleaned_sentence(tr, file),
        "copy": str(folder / file.copy) if file.copy else None,
        "rows": file.rows,
        "sha256_before": file.sha256_before,
        "sha256_after": file.sha256_after,
        "obstacle": file.obstacle,
        "left": [{"sheet": one.sheet, "row": one.row, "what": list(one.what)} for one in file.left],
        "parts": list(file.parts),
        "by_hand": [
            {
                "sheet": one.sheet,
                "row": one.row,
                "why": one.why,
                "says": obstacle_sentence(tr, one.why),
            }
            for one in file.by_hand
        ],
    }
