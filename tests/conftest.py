"""What every test may use: registers, lists made on the spot, a fixed day, and four guards."""

import csv
import faulthandler
import gc
import io
import logging
import os
import sys
import threading
import zipfile
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from hypothesis import settings
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from dsr_desktop.gui.garbage import collect_what_is_due
from dsr_desktop.services import importing
from dsr_desktop.services import register as registers
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.register import Company
from dsr_desktop.store.keys import read_key_file, unwrap

PASSPHRASE = "cheval correct pile agrafe"
CHEAP = 2**10
TODAY = date(2026, 11, 16)
EXEMPLE = Company("Exemple SAS")

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.hookimpl(trylast=True)
def pytest_exception_interact(node):
    """Go on timing a test that failed: its end may wait for an answer that nobody gives."""
    limit = float(node.config.getini("faulthandler_timeout"))
    faulthandler.dump_traceback_later(limit, exit=True, file=sys.__stderr__)


@pytest.fixture(autouse=True)
def no_unexpected_log_records(caplog):
    """Fail a test that logs a warning or worse; one that means to looks at caplog and clears it."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [record for record in records if record.levelno >= logging.WARNING]
    assert not unexpected, [record.getMessage() for record in unexpected]


def pytest_sessionstart():
    """Let no thread but the main one collect garbage: any other would end the windows of a test."""
    gc.disable()


@pytest.fixture(autouse=True)
def garbage_is_collected_after_each_test():
    """Collect what is due while the test still counts: what hangs or fails then is its fault."""
    yield
    collect_what_is_due()


@pytest.fixture
def automatic_collection():
    """Let Python collect garbage during the test, on whichever thread passes a threshold."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def nothing_left_running():
    """Fail a test that leaves a thread or a child process behind."""
    threads, children = set(threading.enumerate()), children_of_this_process()
    yield
    assert set(threading.enumerate()) <= threads
    assert children_of_this_process() <= children


def children_of_this_process():
    """Ids of child processes, the dead ones not yet waited for included; none where unknown."""
    children = set()
    for task in Path("/proc/self/task").glob("*/children"):
        with suppress(FileNotFoundError):  # a thread that ended just now has none
            children.update(map(int, task.read_text().split()))
    return children


@pytest.fixture
def children():
    """Return the ids of this process's children whenever it is called."""
    return children_of_this_process


@pytest.fixture
def today():
    """A Monday."""
    return TODAY


@pytest.fixture
def passphrase():
    return PASSPHRASE


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """A register as `init` leaves it, to be copied: making one writes fifty times to the disk."""
    path = tmp_path_factory.mktemp("template") / "register.dsr"
    registers.make_register(
        path, PASSPHRASE, Company("Exemple SAS", dpo_name="Nora Vidal"), cost=CHEAP
    ).close()
    return path


@pytest.fixture(scope="session")
def copy_register(template):
    """Return a function that puts a fresh register at a path and opens it."""

    def copy(path):
        path.write_bytes(template.read_bytes())
        keys = registers.keys_path(path)
        keys.write_bytes(registers.keys_path(template).read_bytes())
        return registers.open_register(path, PASSPHRASE)

    return copy


@pytest.fixture
def register(copy_register, tmp_path):
    """A fresh, empty register of a French company, open."""
    (tmp_path / "register").mkdir()
    opened = copy_register(tmp_path / "register" / "register.dsr")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def make_register():
    """Return a function that makes a register with little work for the passphrase."""

    def make(path, passphrase=PASSPHRASE, company=EXEMPLE, cost=CHEAP, **details):
        return registers.make_register(path, passphrase, company, cost=cost, **details)

    return make


@pytest.fixture
def lists(tmp_path):
    """A folder of its own: the register lies in another one."""
    folder = tmp_path / "lists"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def write_csv():
    """Return a function that writes rows as delimited text."""

    def write(path, rows, *, delimiter=";", encoding="utf-8"):
        stream = io.StringIO()
        csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
        path.write_bytes(stream.getvalue().encode(encoding))
        return path

    return write


@pytest.fixture(scope="session")
def write_xlsx():
    """Return a function that writes sheets (name: rows) as a workbook."""

    def write(path, sheets, *, hidden=()):
        workbook = Workbook()
        workbook.remove(workbook.active)
        for name, rows in sheets.items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
            sheet.sheet_state = "hidden" if name in hidden else "visible"
        workbook.save(path)
        return path

    return write


@pytest.fixture(scope="session")
def write_partly_readable():
    """Return a function that writes a workbook of which three things are not read."""

    def write(path):
        workbook = Workbook()
        sheet = workbook.active
        sheet.append(["Nom", "Mail"])
        sheet.append([f"Hugo of {path.stem}", "hugo@brun.example"])
        sheet.oddHeader.center.text = "for Nora Vidal"
        workbook.defined_names["who"] = DefinedName("who", attr_text='"Hugo Perrin"')
        workbook.create_chartsheet("Chart")
        workbook.save(path)
        return path

    return write


@pytest.fixture(scope="session")
def bring_in():
    """Return a function that imports files into a register; keywords are import options."""

    def bring(register, *paths, progress=None, limits=None, **options):
        more = {"progress": progress} if progress else {}
        return importing.import_paths(
            register, paths, ImportOptions(**options), TODAY, limits=limits, **more
        )

    return bring


@pytest.fixture
def no_file_larger_than():
    """Return what a full disk does, without one: the kernel refuses to write beyond a size."""
    import resource  # noqa: PLC0415 - POSIX only

    @contextmanager
    def limit(size):
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limit


@pytest.fixture
def as_nobody():
    """Skip where permissions do not hold: the superuser may do everything."""
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("permissions do not bind this user")


@pytest.fixture(scope="session")
def decrypted():
    """Return a function that gives every page of a register file in clear text, free ones too."""

    def decrypt(path, passphrase=PASSPHRASE):
        key, _owner = unwrap(read_key_file(registers.keys_path(path)), passphrase)
        content = path.read_bytes()
        assert len(content) % PAGE == 0
        pages = (content[at : at + PAGE] for at in range(0, len(content), PAGE))
        clear = b"".join(clear_page(page, key, first=n == 0) for n, page in enumerate(pages))
        assert b"CREATE TABLE" in clear
        return clear

    return decrypt


PAGE, SALT, RESERVED, VECTOR = 4096, 16, 80, 16


def clear_page(page, key, *, first):
    """Decrypt one page of SQLCipher 4: text, initialisation vector, authentication code."""
    end = PAGE - RESERVED
    cipher = Cipher(AES256(key), CBC(page[end : end + VECTOR])).decryptor()
    return cipher.update(page[SALT if first else 0 : end])


FAR_SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>Dupont</t></is></c></row>
<row r="{row}"><c r="{column}{row}" t="inlineStr"><is><t>Petit</t></is></c></row>
</sheetData></worksheet>"""


@pytest.fixture(scope="session")
def write_far_cell(write_xlsx):
    """Return a function that writes a tiny workbook with one cell in A1 and one far away."""

    def write(path, column="XFD", row=1_048_576):
        write_xlsx(path, {"x": [["Dupont"]]})
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["xl/worksheets/sheet1.xml"] = FAR_SHEET.format(column=column, row=row).encode()
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return path

    return write
