"""Looks at the event log once a register is open, and tells if it was changed (R-LOG-1)."""

from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.verifying import Verification, check_log
from dsr_desktop.wording.errors import word_sentence


def check_log_of(workspace: Workspace) -> None:
    """Check the chain of the register while the user looks at the window; silent if it holds."""

    def settle(outcome: Outcome[Verification]) -> None:
        match outcome:
            case Ok(found):
                tr = workspace.tr
                workspace.tell_log_problems(
                    [word_sentence(tr, one.sentence, one.details) for one in found.problems]
                )
            case Failed(error):
                workspace.report(error)
            case Cancelled():
                pass

    workspace.run(
        workspace.tr("Checking the event log"),
        lambda _progress: check_log(workspace.register),
        settle,
        lane="ahead",
    )
