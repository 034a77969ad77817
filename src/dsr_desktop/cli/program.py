"""The command line: one program, one command a use case, exit codes that scripts rely on."""

import copy
import errno
import locale
import os
import sys
from collections.abc import Sequence
from datetime import date
from io import StringIO, TextIOWrapper
from itertools import pairwise
from types import TracebackType
from typing import TypeVar

import click

from dsr_desktop import __version__
from dsr_desktop.cli.access_commands import contents
from dsr_desktop.cli.activity_commands import activities
from dsr_desktop.cli.article14_commands import art14
from dsr_desktop.cli.authority_commands import authorities
from dsr_desktop.cli.backup_commands import backup, backups, restore
from dsr_desktop.cli.breach_commands import breach
from dsr_desktop.cli.calendar_commands import calendar
from dsr_desktop.cli.checklist_commands import checklist
from dsr_desktop.cli.circular_commands import circular
from dsr_desktop.cli.cleaning_commands import clean
from dsr_desktop.cli.click_words import speak_click
from dsr_desktop.cli.clock_commands import due
from dsr_desktop.cli.communication_commands import communication
from dsr_desktop.cli.consent_commands import consents
from dsr_desktop.cli.contact_commands import contacts
from dsr_desktop.cli.contact_retention_commands import retention
from dsr_desktop.cli.cookie_command import cookie
from dsr_desktop.cli.disclosure_commands import disclosures
from dsr_desktop.cli.document_commands import rescan
from dsr_desktop.cli.dossier_command import dossier
from dsr_desktop.cli.erase_commands import erase, erasures
from dsr_desktop.cli.figures_commands import figures
from dsr_desktop.cli.held_commands import held
from dsr_desktop.cli.import_commands import import_, sources
from dsr_desktop.cli.letter_commands import letter
from dsr_desktop.cli.limits_commands import limits
from dsr_desktop.cli.mapping_commands import mapping
from dsr_desktop.cli.package_command import package
from dsr_desktop.cli.policy_commands import policies
from dsr_desktop.cli.preview_commands import preview
from dsr_desktop.cli.printing import give_up, on_one_line, print_message
from dsr_desktop.cli.recipient_commands import recipients
from dsr_desktop.cli.rectification_commands import rectification
from dsr_desktop.cli.register_commands import init, verify
from dsr_desktop.cli.register_file_commands import registers, report
from dsr_desktop.cli.reminder_commands import reminders
from dsr_desktop.cli.request_commands import request
from dsr_desktop.cli.restriction_commands import restriction
from dsr_desktop.cli.review_commands import find, hits
from dsr_desktop.cli.screen_command import screen
from dsr_desktop.cli.search_commands import search
from dsr_desktop.cli.session import DONE, FAILED, common_options, default_session
from dsr_desktop.cli.source_task_commands import source_task
from dsr_desktop.cli.suppression_commands import suppression
from dsr_desktop.cli.system_commands import system
from dsr_desktop.cli.tracker_commands import trackers
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.fault import fault_place
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.errors import cut, word_error
from dsr_desktop.wording.language import LANGUAGES, Tr

Command = TypeVar("Command", bound=click.Command)


@click.group(
    help=mark("Answers data-protection requests, offline. Without a command it opens the window.")
)
@click.version_option(__version__, message="%(version)s", help=mark("Show the version and exit."))
@common_options
def program() -> None:
    """Group of all commands."""


for _command in (
    init, preview, import_, sources, mapping, activities, limits, search, due, request, find,
    hits, checklist, clean, rescan, contents, package, suppression, held, verify, system,
    source_task,
    communication, breach, letter, circular,
    recipients, consents, disclosures, contacts, screen, authorities, policies, registers, report,
    retention, cookie, trackers, calendar, art14, reminders,
    dossier, figures,
    restriction, rectification,
    erase, erasures, backup, backups, restore,
):  # fmt: skip
    program.add_command(_command)


def run(
    arguments: Sequence[str], more: Sequence[click.Command] = (), today: date | None = None
) -> int:
    """Run one command and return its exit code.

    `more` are commands that the caller adds; `today` is the day it works on, else that of the
    clock.
    """
    _write_utf8()
    session = default_session(chosen_language(arguments), today)
    speak_click(session.tr.language)
    commands = _translated(program, session.tr)
    for command in more:
        commands.add_command(_translated(command, session.tr))
    try:
        result = commands.main(list(arguments), "dsr-desktop", standalone_mode=False, obj=session)
    except click.ClickException as error:
        print_message(_wrong_use(error))
        return error.exit_code
    except (DsrError, click.Abort, UnicodeEncodeError, OSError) as error:
        session.say(_sentence(session.tr, error))
        return FAILED
    return result if isinstance(result, int) else DONE


def _wrong_use(error: click.ClickException) -> str:
    """Word what click refuses: how the command is used, and what is wrong."""
    words = StringIO()
    error.show(words)
    return "\n".join(on_one_line(line) for line in cut(words.getvalue()).splitlines())


def _sentence(tr: Tr, error: Exception) -> str:
    """Word what ended a command; what is no expected failure is raised again."""
    match error:
        case DsrError():
            return word_error(tr, error)
        case click.Abort():
            return tr(_STOPPED)
        case UnicodeEncodeError():  # what the shell passed was not in its encoding
            return tr("The command line holds bytes that are no text. Retype them.")
        case OSError(errno=errno.ENOSPC):
            give_up(sys.stdout)
            return tr("The disk is full. Free space, then try again.")
        case _:
            raise error


_STOPPED = mark("Stopped at your request. What was finished by then is kept, the rest is not.")


def tell_faults(arguments: Sequence[str]) -> None:
    """From now on, tell a bug that nobody caught in one sentence that holds no value."""
    tr = default_session(chosen_language(arguments)).tr

    def tell(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            print_message(tr(_STOPPED))
            return
        print_message(
            tr("The program met a fault of its own: {fault}. Report it.", fault=fault_place(error))
        )

    sys.excepthook = tell


def chosen_language(arguments: Sequence[str]) -> str:
    """Language named by the last --lang, else that of the system, else English."""
    split = [part for argument in arguments for part in argument.split("=", 1)]
    named = [value for option, value in pairwise(split) if option == "--lang"]
    if named and named[-1] in LANGUAGES:
        return named[-1]
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "fr" if system.lower().startswith(("fr", "french")) else "en"


def _write_utf8() -> None:
    """Write UTF-8 whatever the system's own encoding: JSON asks for it, and any name fits in."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _translated(command: Command, tr: Tr) -> Command:
    """Copy a command, with help in the language of `tr`; as deep as needed, deepcopy takes 15 ms."""
    command = copy.copy(command)
    command.help = command.help and tr(command.help)
    command.params = [_with_help(parameter, tr) for parameter in command.params]
    if isinstance(command, click.Group):
        children = command.commands.items()
        command.commands = {name: _translated(child, tr) for name, child in children}
    return command


def _with_help(parameter: click.Parameter, tr: Tr) -> click.Parameter:
    if not isinstance(parameter, click.Option):
        return parameter
    option = copy.copy(parameter)
    option.help = option.help and tr(option.help)
    return option
