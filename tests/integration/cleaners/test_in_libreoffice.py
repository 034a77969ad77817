"""Cleaned workbooks open in LibreOffice as they are, and say what they have to."""

import csv
import shutil
import subprocess

import pytest
from openpyxl import Workbook

from tests.integration.cleaners.cleaned import WHOLE, cleaned

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

ROWS = [["Nom", "E-mail", "Montant"], *([f"Nom{n}", f"p{n}@foo.example", n] for n in range(2, 9))]


@pytest.fixture
def converted(tmp_path):
    """Return a function that has LibreOffice write a file as another kind."""

    def convert(path, kind):
        folder = tmp_path / f"as_{kind}"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", folder, path]
        subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=120)
        return folder / f"{path.stem}.{kind}"

    return convert


@pytest.mark.parametrize("kind", ["xlsx", "ods", "fods"])
def test_what_libreoffice_wrote_opens_again_without_the_row(tmp_path, converted, kind):
    book = Workbook()
    book.active.title = "Clients"
    for row in ROWS:
        book.active.append(row)
    book.active["D2"] = "=SUM(C2:C8)"
    book.save(tmp_path / "clients.xlsx")
    made = converted(tmp_path / "clients.xlsx", kind)
    made.write_bytes(cleaned(made, kind, {"Clients": {5: WHOLE}}))

    with converted(made, "csv").open(newline="", encoding="utf-8") as file:
        found = [row[:3] for row in csv.reader(file)]

    wanted = [list(map(str, row)) for row in ROWS]
    wanted[4] = ["", "", ""]
    assert found == wanted
