"""OpenDocument spreadsheets: repeated rows and cells are split, and nothing else changes."""

import zipfile

import pytest

from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import Obstacle
from tests.integration.cleaners.cleaned import WHOLE, cleaned, parts, places_of

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:spreadsheet>'
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"


def text_cell(text, more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def row(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def table(*rows, name="Liste"):
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def written(path, content, more=None):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", HEAD + content + TAIL, zipfile.ZIP_DEFLATED)
        for name, text in (more or {}).items():
            archive.writestr(name, text, zipfile.ZIP_DEFLATED)
    return path


@pytest.fixture
def clean(tmp_path):
    def clean(content, rows):
        path = written(tmp_path / "a.ods", content)
        text = parts(cleaned(path, "ods", {"Liste": rows}))["content.xml"].decode()
        return text.removeprefix(HEAD).removesuffix(TAIL)

    return clean


PETIT, DUPONT = row(text_cell("Petit")), row(text_cell("Dupont"), text_cell("1 200"))
EMPTY = "<table:table-cell/>"


def test_a_row_is_emptied_and_the_others_stay(clean):
    assert clean(table(PETIT, DUPONT, PETIT), {2: WHOLE}) == table(PETIT, row(EMPTY, EMPTY), PETIT)


def test_a_repeated_row_is_split_around_the_one_that_goes(clean):
    repeated = row(text_cell("Dupont"), more=' table:number-rows-repeated="4"')

    done = clean(table(PETIT, repeated), {3: WHOLE})

    assert done == table(
        PETIT, row(text_cell("Dupont")), row(EMPTY),
        row(text_cell("Dupont"), more=' table:number-rows-repeated="2"'),
    )  # fmt: skip


def test_a_repeated_cell_is_split_around_the_one_that_goes(clean):
    three = text_cell("x", ' table:number-columns-repeated="3"')

    done = clean(table(row(three, text_cell("y"))), {1: frozenset({2})})

    assert done == table(row(text_cell("x"), EMPTY, text_cell("x"), text_cell("y")))


def test_styles_and_spans_stay_and_values_formulas_and_comments_go(clean):
    cell = (
        '<table:table-cell table:style-name="ce1" table:formula="of:=[.A1]" office:value-type="float" '
        'office:value="12" table:number-columns-spanned="2"><office:annotation><dc:creator>Nora'
        "</dc:creator><text:p>rappeler Dupont</text:p></office:annotation><text:p>12</text:p>"
        '<draw:frame draw:name="logo"/></table:table-cell>'
    )

    done = clean(table(row(cell)), {1: WHOLE})

    assert done == table(
        row('<table:table-cell table:style-name="ce1" table:number-columns-spanned="2">'
            '<draw:frame draw:name="logo"/></table:table-cell>')
    )  # fmt: skip


def test_other_sheets_are_not_touched(clean):
    other = table(DUPONT, name="Autre")

    assert clean(other + table(DUPONT), {1: WHOLE}) == other + table(row(EMPTY, EMPTY))


def test_changes_that_keep_the_text_are_accepted(clean):
    changes = "<table:tracked-changes><table:cell-content-change><text:p>Dupont</text:p></table:cell-content-change></table:tracked-changes>"

    assert clean(changes + table(DUPONT), {1: WHOLE}) == table(row(EMPTY, EMPTY))
    assert clean(changes + table(PETIT), {1: WHOLE}) == changes + table(row(EMPTY))


def test_part_of_a_formula_of_several_cells_is_left_to_the_owner(clean):
    matrix = text_cell("1", ' table:number-matrix-columns-spanned="2"')

    with pytest.raises(CannotCleanError) as met:
        clean(table(row(matrix)), {1: WHOLE})

    assert met.value.obstacle is Obstacle.SHARED_FORMULA


def test_properties_settings_charts_and_previews_tell_nothing_either(tmp_path):
    address = "camille.dupont@acme.example"
    more = {
        "meta.xml": f"<m><title>Dossier {address}</title></m>",
        "settings.xml": f"<s><item>{address}</item></s>",
        "Object 1/content.xml": f"<c><p>{address}</p><p>Petit</p></c>",
        "ObjectReplacements/Object 1": f"picture of {address}",
        "Thumbnails/thumbnail.png": "picture",
        "META-INF/manifest.xml": '<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml"/>'
        '<m:file-entry m:full-path="Thumbnails/thumbnail.png"/>'
        '<m:file-entry m:full-path="ObjectReplacements/Object 1"/></m:manifest>',
    }
    path = written(tmp_path / "a.ods", table(row(text_cell(address)), PETIT), more)

    done = cleaned(path, "ods", {"Liste": {1: WHOLE}})

    assert not places_of("camille", done)
    assert b"Petit" in parts(done)["Object 1/content.xml"]
    assert b"Thumbnails" not in parts(done)["META-INF/manifest.xml"]
    with zipfile.ZipFile(path) as before:
        assert next(iter(parts(done))) == before.namelist()[0] == "mimetype"


def test_a_flat_document_is_cleaned_too(tmp_path):
    path = tmp_path / "a.fods"
    path.write_text(HEAD + table(PETIT, DUPONT) + TAIL, encoding="utf-8")

    done = cleaned(path, "fods", {"Liste": {2: WHOLE}}).decode()

    assert done == HEAD + table(PETIT, row(EMPTY, EMPTY)) + TAIL


def test_signed_and_locked_documents_are_left_to_their_owner(tmp_path):
    signed = written(tmp_path / "s.ods", table(DUPONT), {"META-INF/documentsignatures.xml": "<s/>"})
    manifest = {"META-INF/manifest.xml": "<m><encryption-data/></m>"}
    locked = written(tmp_path / "l.ods", table(DUPONT), manifest)

    for path, obstacle in ((signed, Obstacle.SIGNED), (locked, Obstacle.LOCKED)):
        with pytest.raises(CannotCleanError) as met:
            cleaned(path, "ods", {"Liste": {1: WHOLE}})
        assert met.value.obstacle is obstacle
