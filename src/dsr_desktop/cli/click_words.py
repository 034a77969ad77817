"""What click itself says on the command line, marked so that our catalogues translate it too."""

import gettext
import os

from dsr_desktop.domain.marking import mark
from dsr_desktop.resources import resource_path

_DOMAIN = "dsr_desktop"


def speak_click(language: str) -> None:
    """Let click take its words from the catalogue of `language`; it asks gettext for them."""
    gettext.bindtextdomain(_DOMAIN, str(resource_path("i18n")))
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = language


def count(one: str, many: str) -> tuple[str, str]:
    """Mark a text with a plural."""
    return one, many


CLICK_WORDS = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("required"),
    mark("Show this message and exit."),
    mark("Try '{command} {option}' for help."),
    mark("Error: {message}"),
    mark("Error: The two entered values do not match."),
    mark("Missing option"),
    mark("Missing argument"),
    mark("Missing command."),
    mark("Choose from:\n\t{choices}"),
    mark("No such option {name!r}."),
    mark("No such command {name!r}."),
    mark("Option {name!r} does not take a value."),
    mark("Invalid value for {param_hint}: {message}"),
    mark("{value!r} is not a valid {number_type}."),
    mark("{value} is not in the range {range}."),
    mark("{name} {filename!r} is a directory."),
    count("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    count("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    count("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    count("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
