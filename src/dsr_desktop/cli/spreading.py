"""Options that take several values in a row: `--confirm 3 4 7` as well as `--confirm 3 --confirm 4`."""

from collections.abc import Sequence

import click


def spread(arguments: Sequence[str], options: frozenset[str]) -> list[str]:
    """Repeat each of `options` before every further value that follows it."""
    result: list[str] = []
    current: str | None = None
    values = 0
    for argument in arguments:
        if argument.startswith("-"):
            current, values = (argument, 0) if argument in options else (None, 0)
        elif current is not None:
            if values:
                result.append(current)
            values += 1
        result.append(argument)
    return result


class ManyValues(click.Command):
    """A command whose options of type "multiple" named in `spreading` take values in a row."""

    spreading: frozenset[str] = frozenset()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Spread the values, then parse as usual."""
        return super().parse_args(ctx, spread(args, self.spreading))


class ManyHits(ManyValues):
    """`hits REF --confirm ID… --reject ID…`."""

    spreading = frozenset({"--confirm", "--reject", "--reopen"})


class ManyRights(ManyValues):
    """`request new --right R…`."""

    spreading = frozenset({"--right"})


class ManySteps(ManyValues):
    """`request steps REF --done CODE… --not-applicable CODE…`."""

    spreading = frozenset({"--done", "--not-applicable"})
