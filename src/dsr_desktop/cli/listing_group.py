"""Groups of commands that list what there is when no command of theirs is given."""

from collections.abc import Callable

import click

from dsr_desktop.cli.session import DONE, Session, common_options


def listing_group(
    name: str, show: Callable[[Session], int], *, about: str, listing: str
) -> click.Group:
    """Return a group that calls `show` by itself, and as its command `list`.

    `about` is the help of the group, `listing` that of the command.
    """

    @click.group(name, invoke_without_command=True, help=about)
    @common_options
    @click.pass_context
    def group(context: click.Context) -> int:
        return DONE if context.invoked_subcommand is not None else show(context.obj)

    @group.command("list", help=listing)
    @common_options
    @click.pass_obj
    def list_(session: Session) -> int:
        return show(session)

    return group
