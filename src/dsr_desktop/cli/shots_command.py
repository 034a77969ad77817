"""Pictures of the pages on the command line."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from dsr_desktop.cli.demo_command import TakePictures
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.demonstrating import PASSPHRASE, sample_register
from dsr_desktop.services.folders import make_folder
from dsr_desktop.wording.language import LANGUAGES, speak

_WEAK_COST = 2**10


def shots_command(take_pictures: TakePictures) -> click.Command:
    """Return the command; the pictures come from whoever knows the window."""

    @click.command(help=mark("Draw pictures of the pages, with generated lists, into DIR."))
    @click.argument("folder", metavar="DIR", type=PathGiven())
    @common_options
    @click.pass_obj
    def shots(session: Session, folder: Path) -> int:
        """Draw every page in both colours and both languages."""
        make_folder(folder)
        pictures: list[Path] = []
        for language in LANGUAGES:
            with TemporaryDirectory() as passing:
                register, _report, _refs = sample_register(
                    Path(passing), session.today, speak(language), cost=_WEAK_COST
                )
                register.close()
                pictures += take_pictures(register.path, PASSPHRASE, folder.absolute(), language)
        session.show(
            {"pictures": [str(path) for path in pictures]}, lambda: [str(path) for path in pictures]
        )
        return DONE

    return shots
