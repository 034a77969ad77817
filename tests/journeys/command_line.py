"""A DPO at a terminal: one command after the other on a register, each on a day of its own."""

import json
from pathlib import Path

from dsr_desktop.cli.program import run


class CommandLine:
    """One register as commands know it: a file, a passphrase, a day."""

    def __init__(self, capsys, register, passphrase_file):
        self._capsys = capsys
        self.register = Path(register)
        self._passphrase_file = passphrase_file
        self.today = None

    def does(self, *arguments, code=0):
        """Run a command that works and return its document."""
        done, out, err = self._run(*arguments, "--json")
        assert (done, err) == (code, ""), err or out
        return json.loads(out)

    def refuses(self, *arguments):
        """Run what cannot be done and return the one sentence that says so."""
        done, out, err = self._run(*arguments)
        assert (done, out) == (1, "")
        return err.strip()

    def tells(self, *arguments, code=0):
        """Run a command and return what a person reads."""
        done, out, err = self._run(*arguments)
        assert (done, err) == (code, ""), err or out
        return out

    def at(self, register):
        """Return the same terminal at another register."""
        other = CommandLine(self._capsys, register, self._passphrase_file)
        other.today = self.today
        return other

    def _run(self, *arguments):
        there = ("--register", self.register, "--passphrase-file", self._passphrase_file)
        self._capsys.readouterr()
        code = run([str(one) for one in (*there, *arguments)], today=self.today)
        return (code, *self._capsys.readouterr())
