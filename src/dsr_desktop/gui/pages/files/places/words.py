"""Puts the question on a place that is gone, and what became of it, into words."""

from collections.abc import Sequence
from pathlib import PurePath

from dsr_desktop.gui.pages.files.views import Summary
from dsr_desktop.gui.pages.reason_dialog import ReasonQuestion
from dsr_desktop.services.gone_places import PlaceStatement
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.rescanning import read_again_sentence


def gone_question(tr: Tr, path: str) -> ReasonQuestion:
    """Ask how the DPO knows that a file is gone for good, and say what follows from it."""
    return ReasonQuestion(
        tr("Is {name} gone for good?", name=PurePath(path).name),
        tr(
            "Re-scans report the file as gone instead of missing, with your name, the day and the "
            "reason; checklists say so too. You can take it back."
        ),
        tr("It is gone for good"),
        tr("How you know it"),
    )


def gone_summary(tr: Tr, said: PlaceStatement) -> Summary:
    """Say that a place is gone for good, and what to do next."""
    name = _name(said)
    return Summary(tr("{name} is gone for good", name=name), _next(tr, said.requests), is_good=True)


def not_gone_summary(tr: Tr, taken_back: PlaceStatement) -> Summary:
    """Say that a file is no longer taken for gone, and what to do next."""
    what = tr("{name} is no longer taken for gone", name=_name(taken_back))
    return Summary(what, _next(tr, taken_back.requests), is_good=True)


def _name(said: PlaceStatement) -> str:
    return PurePath(said.places[0].path).name


def _next(tr: Tr, requests: Sequence[str]) -> str:
    return read_again_sentence(tr, requests) if requests else ""
