"""Runs commands inside the test: on a register of its own, with nobody there to answer."""

import io
import json
import shutil
import sys
from dataclasses import dataclass
from datetime import date

import pytest

from dsr_desktop.cli.program import run
from dsr_desktop.cli.session import PASSPHRASE_VARIABLE
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.register import keys_path
from dsr_desktop.services.reviewing import find_person, judge_hits

TITLES = ["Nom", "E-mail"]
CAMILLES_ROW = ["Camille Dupont", "camille@acme.example"]
PAULS_ROW = ["Paul", "p@acme.example"]
CAMILLE = Criteria(
    name=("Camille Dupont",), email=("camille.dupont@acme.example",), phone=("06 12 34 56 78",)
)


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one document on standard output."""
        document, end, rest = self.out.partition("\n")
        assert (end, rest) == ("\n", "")
        return json.loads(document)

    @property
    def lines(self):
        return self.out.splitlines()

    @property
    def sentence(self):
        """The one sentence on standard error."""
        assert "Traceback" not in self.err
        lines = [line for line in self.err.splitlines() if line.strip()]
        assert len(lines) == 1
        assert lines[0].endswith(".")
        return lines[0]


@pytest.fixture
def dsr(capsys, monkeypatch, tmp_path, passphrase):
    """Return a function that runs a command; `passphrase=None` gives it none."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv(PASSPHRASE_VARIABLE, passphrase)

    def run_one(*arguments, passphrase=passphrase, more=()):
        if passphrase is None:
            monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
        else:
            monkeypatch.setenv(PASSPHRASE_VARIABLE, passphrase)
        capsys.readouterr()
        there = ["--register", str(tmp_path / "register.dsr")]
        code = run([*there, *map(str, arguments)], more)
        return Result(code, *capsys.readouterr())

    return run_one


@pytest.fixture
def refused(dsr, tmp_path):
    """Return a function that runs what cannot be done and gives the one sentence that says so."""

    def run_refused(*arguments, **more):
        before = everything_below(tmp_path)
        result = dsr(*arguments, **more)
        assert (result.code, result.out) == (1, "")
        assert everything_below(tmp_path) == before
        return result.sentence

    return run_refused


@pytest.fixture
def misused(dsr, tmp_path):
    """Return a function that runs what no one can mean and gives the message about its use."""

    def run_misused(*arguments):
        before = everything_below(tmp_path)
        result = dsr(*arguments)
        assert (result.code, result.out) == (2, "")
        assert "Traceback" not in result.err
        assert everything_below(tmp_path) == before
        return result.err.partition("Error: ")[2]

    return run_misused


@pytest.fixture
def new(dsr):
    """Record a request received on a Friday and return its document."""

    def new_(*rights, received="2025-06-20", more=()):
        asked = [part for right in rights or ("access",) for part in ("--right", right)]
        person = ("--name", "Camille Dupont")
        result = dsr("request", "new", *asked, "--received", received, *person, *more, "--json")
        assert result.code == 0
        return result.json

    return new_


@pytest.fixture
def request_(dsr):
    """Run a command on the request and return its document."""

    def run(command, *arguments):
        result = dsr("request", command, "DSR-2025-0001", *arguments, "--json")
        assert (result.code, result.err) == (0, "")
        return result.json

    return run


def everything_below(folder):
    return {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}


@pytest.fixture(scope="session")
def lists(tmp_path_factory, write_csv, write_xlsx):
    """Three lists and what is left of a fourth, with Camille Dupont as in scenario SC1."""
    folder = tmp_path_factory.mktemp("lists")
    write_lists(folder, write_csv, write_xlsx)
    return folder


@pytest.fixture
def own_lists(tmp_path, write_csv, write_xlsx):
    """The same lists in a folder where the test may change them."""
    folder = tmp_path / "lists"
    folder.mkdir()
    write_lists(folder, write_csv, write_xlsx)
    return folder


def write_lists(folder, write_csv, write_xlsx):
    others = [
        (
            f"C{n}",
            given,
            "Perrin",
            f"{given.lower()}@perrin.example",
            f"06 11 22 33 {n}",
            "Luma",
            "",
        )
        for n, given in enumerate(
            ("Hugo", "Zoé", "Noé", "Ana", "Léa", "Inès", "Paul", "Max", "Tom", "Eva", "Ida", "Bo"),
            start=10,
        )
    ]
    head = ("N° client", "Prénom", "Nom", "E-mail", "Téléphone", "Société", "Note")
    camille = ("C99", "Camille", "Dupont", "camille.dupont@acme.example", "06 12 34 56 78", "ACME",
               "rappeler M. Paul Martin 06 98 76 54 32")  # fmt: skip
    write_csv(folder / "crm.csv", [head, *others, camille], encoding="cp1252")
    people = [(f"{one[1]} Perrin", one[3]) for one in others[:7]]
    strangers = [("DUPONT Camille", "camille@autre.example", "Autre SARL")]
    rows = [("Contact", "Mail", "Société"), *((*one, "Luma") for one in people), *strangers]
    write_csv(folder / "salon.csv", rows, delimiter=",")
    subscribers = [("Adresse e-mail", "Nom complet"), ("hugo@perrin.example", "Hugo Perrin"),
                   ("CAMILLE.DUPONT@ACME.EXAMPLE", "Camille Dupont")]  # fmt: skip
    archive = [("Nom", "Prénom", "Mobile"), ("Nowak", "Łukasz", "07 51 33 09 60")]
    write_xlsx(
        folder / "newsletter.xlsx", {"Abonnés": subscribers, "Archive": archive}, hidden={"Archive"}
    )
    whole = (folder / "newsletter.xlsx").read_bytes()
    (folder / "broken.xlsx").write_bytes(whole[: len(whole) // 2])


@pytest.fixture(scope="session")
def made_registers(tmp_path_factory, copy_register, bring_in, lists):
    """Closed registers to be copied: with the lists, and with the hits of a request reviewed."""
    folder = tmp_path_factory.mktemp("registers")
    for name, work in (("imported", None), ("reviewed", ask_and_review)):
        register = copy_register(folder / name)
        bring_in(register, lists, activity="PA3", channel="web_form")
        if work:
            work(register)
        register.close()
    return folder


def ask_and_review(register):
    """Record DSR-2025-0001, received on a Friday, and confirm its strong hits."""
    day = date(2025, 6, 20)
    rights = [Right.ACCESS, Right.ERASURE, Right.PORTABILITY]
    ref = new_request(register, rights, CAMILLE, day, Channel.EMAIL_GENERAL, day).request.ref
    find_person(register, ref, day)
    judge_hits(register, ref, confirm_strong=True, today=day)


@pytest.fixture
def with_register(template, tmp_path):
    """An empty register for the commands of this test."""
    put(template, tmp_path)


@pytest.fixture
def with_lists(made_registers, tmp_path):
    """A register that has the lists."""
    put(made_registers / "imported", tmp_path)


@pytest.fixture
def with_review(made_registers, tmp_path):
    """A register that has the lists and a request of which the strong hits are confirmed."""
    put(made_registers / "reviewed", tmp_path)


def put(register, folder):
    path = folder / "register.dsr"
    shutil.copyfile(register, path)
    shutil.copyfile(keys_path(register), keys_path(path))


@pytest.fixture
def crm(tmp_path, write_csv):
    """A list with Camille Dupont and somebody else."""
    (tmp_path / "lists").mkdir()
    return write_csv(tmp_path / "lists" / "crm.csv", [TITLES, CAMILLES_ROW, PAULS_ROW])


@pytest.fixture
def copy(crm):
    """The same content at another place."""
    return shutil.copyfile(crm, crm.with_name("crm copy.csv"))


@pytest.fixture
def erase(write_csv):
    """Return a function that takes Camille Dupont out of the list at a place."""
    return lambda path: write_csv(path, [TITLES, PAULS_ROW])
