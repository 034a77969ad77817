"""Workbooks: what hangs on cells, and warnings for what is not read."""

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import Warned
from tests.integration.readers.workbook_parts import (
    OFFICE,
    book,
    cells_of,
    notes_of,
    number,
    problems,
    read,
    relations,
    row,
    rows_of,
    sheet,
)

RELS = "xl/worksheets/_rels/sheet1.xml.rels"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@pytest.fixture
def workbook():
    workbook = Workbook()
    workbook.active.append(["Dupont", "camille@acme.example"])
    return workbook


@pytest.fixture
def saved(tmp_path):
    def save(workbook):
        workbook.save(tmp_path / "liste.xlsx")
        return (tmp_path / "liste.xlsx").read_bytes()

    return save


def test_a_comment_is_a_note_of_its_cell_with_its_author(workbook, saved):
    workbook.active["B1"].comment = Comment("Rappeler Paul Petit", "Nora")

    assert notes_of(saved(workbook)) == [(1, 2, "comment", "Nora: Rappeler Paul Petit")]
    assert problems(saved(workbook)) == []


def test_a_comment_that_begins_with_its_author_does_not_name_him_twice(workbook, saved):
    workbook.active["A1"].comment = Comment("Nora:\nRappeler", "Nora")

    assert notes_of(saved(workbook)) == [(1, 1, "comment", "Nora:\nRappeler")]


def test_comments_on_cells_that_are_empty_make_rows_in_their_places(workbook, saved):
    workbook.active["C9"] = "Petit"
    for place in ("D4", "E20"):
        workbook.active[place].comment = Comment("Paul", "Nora")
    content = saved(workbook)

    assert [n for n, _cells in rows_of(content)] == [1, 4, 9, 20]
    assert [note[:2] for note in notes_of(content)] == [(4, 4), (20, 5)]


def test_a_thread_is_read_once_with_the_names_of_those_who_wrote_it():
    copy = "[Threaded comment]\n\nComment:\n    Appeler Paul"
    comments = (
        f'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors>'
        f"<author>tc={{1}}</author><author>Zoé</author></authors><commentList>"
        f'<comment ref="A1" authorId="0"><text><t>{copy}</t></text></comment>'
        f'<comment ref="B1" authorId="1"><text><r><t>Vu</t></r><r><t> hier</t></r></text></comment>'
        "</commentList></comments>"
    )
    threads = (
        f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="A1" personId="{{P}}" id="{{1}}">'
        '<text>Appeler Paul</text></threadedComment><threadedComment ref="A1" personId="{Q}" '
        'parentId="{1}"><text>Fait</text></threadedComment></ThreadedComments>'
    )
    people = (
        f'<personList xmlns="{THREADS}"><person displayName="Nora Diallo" id="{{P}}"/>'
        '<person displayName="Jean Roux" id="{Q}"/></personList>'
    )
    content = book(
        sheet(row(1, "Dupont")),
        more={
            RELS: relations(
                ("c", "comments", "../comments1.xml"),
                ("t", "threadedComment", "/xl/threadedComments/threadedComment1.xml"),
            ),
            "xl/comments1.xml": comments,
            "xl/threadedComments/threadedComment1.xml": threads,
            "xl/persons/person.xml": people,
            "xl/_rels/workbook.xml.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("p", "person", "persons/person.xml"),
            ),
        },
    )

    assert notes_of(content) == [
        (1, 1, "comment", "Nora Diallo: Appeler Paul"),
        (1, 1, "comment", "Jean Roux: Fait"),
        (1, 2, "comment", "Zoé: Vu hier"),
    ]


def test_comments_that_are_missing_or_broken_are_warned_of():
    links = relations(("c", "comments", "../comments1.xml"))
    missing = book(sheet(row(1, "Dupont")), more={RELS: links})
    broken = book(sheet(row(1, "Dupont")), more={RELS: links, "xl/comments1.xml": "<comments>"})

    assert problems(missing) == [Problem.COMMENTS_NOT_READ]
    assert problems(broken) == [Problem.COMMENTS_NOT_READ]
    assert cells_of(broken) == ["Dupont"]


@pytest.mark.parametrize(
    "target",
    ["mailto:paul@acme.example", "mailto:paul%40acme.example?subject=x", "https://acme.example/"],
)
def test_the_target_of_a_link_is_a_note(workbook, saved, target):
    workbook.active["A1"].hyperlink = target

    assert notes_of(saved(workbook)) == [(1, 1, "link", target)]


def test_a_tip_of_a_link_is_read_and_a_place_in_the_workbook_is_none():
    after = (
        '<hyperlinks><hyperlink ref="A1:B2" location="Liste!A9" display="Dupont"/>'
        '<hyperlink ref="B1" location="Liste!A9" tooltip="Fiche de Paul"/></hyperlinks>'
    )

    assert notes_of(book(sheet(row(1, "Dupont"), after=after))) == [(1, 2, "link", "Fiche de Paul")]


@pytest.mark.parametrize(
    "formula",
    ['=IF(B1>0,"Paul Petit","")', '=HYPERLINK("mailto:paul@acme.example","x")', '="7"&A1'],
)
def test_a_formula_that_spells_words_is_a_note(workbook, saved, formula):
    workbook.active["C1"] = formula

    assert notes_of(saved(workbook)) == [(1, 3, "formula", formula)]


@pytest.mark.parametrize(
    "formula", ['=IF(A1="","",A1)', "=SUM(A1:A9)", "=Table1[@Nom]", '=A1&", "']
)
def test_a_formula_that_only_refers_to_cells_is_none(workbook, saved, formula):
    workbook.active["C1"] = formula

    assert notes_of(saved(workbook)) == []


def test_the_cached_value_of_a_formula_is_the_text_of_its_cell():
    cells = (
        (' t="str"', '<f>A2&amp;" &lt;x&gt;"</f><v>Paul &lt;x&gt;</v>'),
        ("", "<f>1+1</f><v>2</v>"),
        (' t="e"', "<f>NA()</f><v>#N/A</v>"),
        (' t="b"', "<f>TRUE()</f><v>1</v>"),
    )
    content = book(sheet(row(1, *cells)))

    assert cells_of(content) == ["Paul <x>", "2", "#N/A", "TRUE"]
    assert notes_of(content) == [(1, 1, "formula", '=A2&" <x>"')]


@pytest.mark.parametrize("mark", ["", "<!-- read by the parser -->"])
def test_formulas_without_a_stored_result_are_counted(mark):
    cells = (
        ("", "<f>A2</f>"),
        ("", "<f>A3</f><v/>"),
        (' t="str"', "<f>A4</f><v></v>"),
        ("", '<f t="shared" si="4"/>'),
        ("", "<f>1+1</f><v>2</v>"),
    )
    content = book(sheet(row(1, *cells) + mark))

    (warned,) = [message for message in read(content) if isinstance(message, Warned)]
    assert warned == Warned(Problem.RESULTS_NOT_STORED, {"count": 2})


def test_formulas_with_their_results_are_no_reason_to_warn():
    content = book(sheet(row(1, ("", "<f>1+1</f><v>2</v>"), (' t="str"', '<f>""</f><v></v>'))))

    assert problems(content) == []


def test_a_formula_that_cells_share_is_a_note_of_each():
    first = ("", '<f t="shared" ref="A1:A3" si="4">IF(B1=1,"Paul","")</f><v>0</v>')
    other = ("", '<f t="shared" si="4"/><v>0</v>')
    content = book(sheet(row(1, first) + row(2, other) + row(3, other)))

    assert notes_of(content) == [(n, 1, "formula", '=IF(B1=1,"Paul","")') for n in (1, 2, 3)]


def test_lists_of_allowed_words_and_filters_are_notes_of_their_first_cells(workbook, saved):
    allowed = DataValidation(type="list", formula1='"Dupont,Petit"')
    workbook.active.add_data_validation(allowed)
    allowed.add("G2:G9")
    workbook.active.auto_filter.ref = "A1:B1"
    workbook.active.auto_filter.add_filter_column(0, ["Roux", "Martin"])

    assert notes_of(saved(workbook)) == [
        (1, 1, "formula", "Roux\nMartin"), (2, 7, "formula", '"Dupont,Petit"'),
    ]  # fmt: skip


def drawing(shape, anchor="<xdr:from><xdr:col>2</xdr:col><xdr:row>4</xdr:row></xdr:from>"):
    return book(
        sheet(row(1, "Dupont"), after='<drawing r:id="d"/>'),
        more={
            RELS: relations(("d", "drawing", "../drawings/drawing1.xml")),
            "xl/drawings/drawing1.xml": (
                f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main" '
                f'xmlns:r="{OFFICE}" '
                'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                f"<xdr:twoCellAnchor>{anchor}{shape}</xdr:twoCellAnchor></xdr:wsDr>"
            ),
            "xl/drawings/_rels/drawing1.xml.rels": relations(
                ("h", "hyperlink", "mailto:paul@acme.example", "external")
            ),
        },
    )


TEXT_BOX = (
    '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>'
    "Voir </a:t></a:r><a:r><a:t>Paul</a:t></a:r></a:p><a:p><a:r><a:t>Petit</a:t></a:r></a:p>"
    "</xdr:txBody></xdr:sp>"
)


def test_the_text_of_a_box_is_a_note_of_the_cell_under_its_corner():
    assert notes_of(drawing(TEXT_BOX)) == [(5, 3, "comment", "Voir Paul\nPetit")]


def test_a_box_kept_in_two_versions_is_read_once():
    twice = (
        f"<mc:AlternateContent><mc:Choice>{TEXT_BOX}</mc:Choice><mc:Fallback>{TEXT_BOX}"
        "</mc:Fallback></mc:AlternateContent>"
    )

    assert notes_of(drawing(twice)) == [(5, 3, "comment", "Voir Paul\nPetit")]


def test_what_a_picture_is_said_to_show_and_links_to_are_notes():
    picture = (
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Picture 1" descr="Photo de Paul">'
        '<a:hlinkClick r:id="h"/></xdr:cNvPr></xdr:nvPicPr></xdr:pic>'
    )

    assert notes_of(drawing(picture, anchor="")) == [
        (1, 1, "comment", "Photo de Paul"), (1, 1, "link", "mailto:paul@acme.example"),
    ]  # fmt: skip


# --- what is not read


def test_a_workbook_of_cells_alone_is_read_completely(workbook, saved):
    assert problems(saved(workbook)) == []


def test_chart_sheets_are_named_as_not_read(workbook, saved):
    workbook.create_chartsheet("Ventes").add_chart(BarChart())

    assert problems(saved(workbook)) == [Problem.SHEETS_NOT_READ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dossier de Paul Petit", [Problem.PAGE_TEXT_NOT_READ]),
        ("Page &P / &N", []),
        ("Seite &P von &N", []),
        ('&"Arial,Bold"&12&K00FF00&P', []),
        ("&F &A &D", []),
        ("", []),
    ],
)
def test_text_printed_on_each_page_is_named_as_not_read(text, expected):
    written = text.replace("&", "&amp;")
    after = f"<headerFooter><oddHeader>&amp;C{written}</oddHeader></headerFooter>"

    assert problems(book(sheet(row(1, "Dupont"), after=after))) == expected


def test_names_for_fixed_texts_are_named_as_not_read(workbook, saved):
    workbook.defined_names["Chef"] = DefinedName("Chef", attr_text='"Paul Petit"')
    assert problems(saved(workbook)) == [Problem.NAMES_NOT_READ]


def test_names_for_cells_are_nothing_to_warn_of(workbook, saved):
    workbook.defined_names["Chef"] = DefinedName("Chef", attr_text="Sheet!$A$1")
    assert problems(saved(workbook)) == []


@pytest.mark.parametrize(
    ("part", "content", "problem"),
    [
        ("xl/pivotCache/pivotCacheRecords1.xml", "<x/>", Problem.PIVOT_NOT_READ),
        ("xl/pivotCache/pivotCacheDefinition1.xml",
         '<x><sharedItems><s v="Dupont"/></sharedItems></x>', Problem.PIVOT_NOT_READ),
        ("xl/drawings/vmlDrawing1.vml",
         "<xml><v:textbox style='x'><div><font>Paul<br></font></div></v:textbox></xml>",
         Problem.DRAWN_TEXT_NOT_READ),
        ("xl/embeddings/Doc1.docx", "x", Problem.OBJECTS_NOT_READ),
        ("xl/media/image1.png", "x", Problem.OBJECTS_NOT_READ),
    ],
)  # fmt: skip
def test_other_parts_that_may_name_people_are_named_as_not_read(part, content, problem):
    assert problems(book(sheet(row(1, "Dupont")), more={part: content})) == [problem]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/pivotCache/pivotCacheDefinition1.xml", '<x><sharedItems><n v="1"/></sharedItems></x>'),
        ("xl/drawings/vmlDrawing1.vml",
         "<xml><v:textbox><div style='text-align:left'></div></v:textbox></xml>"),
        ("xl/charts/chart1.xml", "<c:chart>Dupont</c:chart>"),
        ("xl/externalLinks/externalLink1.xml", "<x>Dupont</x>"),
    ],
)  # fmt: skip
def test_parts_without_people_are_nothing_to_warn_of(part, content):
    assert problems(book(sheet(row(1, "Dupont")), more={part: content})) == []


def test_smart_art_is_named_as_not_read():
    content = book(
        sheet(row(1, "Dupont")),
        more={
            RELS: relations(("d", "drawing", "../drawings/drawing1.xml")),
            "xl/drawings/drawing1.xml": "<wsDr/>",
            "xl/drawings/_rels/drawing1.xml.rels": relations(("g", "diagramData", "../d.xml")),
        },
    )

    assert problems(content) == [Problem.DRAWN_TEXT_NOT_READ]


def test_what_a_merged_cell_covers_is_read_too():
    content = book(
        sheet(
            row(1, "Dupont", number(7)), after='<mergeCells><mergeCell ref="A1:C2"/></mergeCells>'
        )
    )

    assert cells_of(content) == ["Dupont", "7"]
