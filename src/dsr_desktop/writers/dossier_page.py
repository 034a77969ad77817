"""Writes the index of a dossier as one HTML page that needs no other file and no network."""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.wording.checklist import aid_notice
from dsr_desktop.wording.language import Tr

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;color:#10151c;background:#fff;margin:0 auto;
max-width:76rem;padding:2rem 1.5rem}
h1{font-size:1.6rem;margin:0 0 1rem}h2{font-size:1.15rem;margin:2.2rem 0 .5rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;
border-bottom:1px solid #d4d9e0;overflow-wrap:anywhere}
thead th{border-bottom:2px solid #7d858f}tbody th{font-weight:500;color:#575f6b;width:14rem}
dl{margin:.3rem 0 1rem}.line{border-top:2px solid #7d858f;padding-top:.5rem;margin-top:1rem}
.warning{border-left:4px solid #b3261e;background:#fdf0ef;padding:.6rem .9rem;font-weight:600}
nav ul{columns:2;padding-left:1.2rem}a{color:#0b57a4}footer{margin-top:3rem;color:#575f6b}
@media print{body{max-width:none;padding:0}nav{display:none}thead{display:table-header-group}
tr{break-inside:avoid}}
"""
_MOST_COLUMNS = 10


def dossier_page(tr: Tr, table: RegisterTable, files: TableSection) -> bytes:
    """Return the page in the language of `tr`; `files` are linked by their paths in the dossier."""
    return "\n".join(_page(tr, table, files)).encode()


def _page(tr: Tr, table: RegisterTable, files: TableSection) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{tr.language}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(table.title)}</title><style>{_STYLE}</style></head><body>"
    yield f"<header><h1>{escape(table.title)}</h1></header><main>"
    for warning in table.warnings:
        yield f'<p class="warning" role="alert">{escape(warning)}</p>'
    yield from _pairs(table.facts)
    for note in table.notes:
        yield f"<p>{escape(note)}</p>"
    yield from _contents(tr, [*(one.title for one in table.sections), files.title])
    for number, section in enumerate(table.sections, 1):
        yield from _section(number, section)
    yield from _files(len(table.sections) + 1, files)
    foot = [table.footer, *([] if table.is_for_the_person else [aid_notice(tr)])]
    yield f"</main><footer>{escape(' · '.join(foot))}</footer>"
    yield "</body></html>"


def _contents(tr: Tr, titles: Sequence[str]) -> Iterator[str]:
    label = escape(tr("Contents"), quote=True)
    yield f'<nav aria-label="{label}"><ul>'
    for number, title in enumerate(titles, 1):
        yield f'<li><a href="#s{number}">{escape(title)}</a></li>'
    yield "</ul></nav>"


def _section(number: int, section: TableSection) -> Iterator[str]:
    yield f'<section aria-labelledby="s{number}"><h2 id="s{number}">{escape(section.title)}</h2>'
    if not section.rows:
        yield f"<p>{escape(section.nothing)}</p>"
    elif len(section.headings) > _MOST_COLUMNS:
        for row in section.rows:
            yield f'<p class="line"><strong>{escape(" · ".join(row[:2]))}</strong></p>'
            pairs = zip(section.headings[2:], row[2:], strict=True)
            yield from _pairs([pair for pair in pairs if pair[1]])
    else:
        yield from _head(section.headings)
        for row in section.rows:
            yield f"<tr>{''.join(f'<td>{_lines(text)}</td>' for text in row)}</tr>"
        yield "</tbody></table>"
    yield "</section>"


def _files(number: int, files: TableSection) -> Iterator[str]:
    yield f'<section aria-labelledby="s{number}"><h2 id="s{number}">{escape(files.title)}</h2>'
    yield from _head(files.headings)
    for path, what in files.rows:
        link = f'<a href="{quote(path)}">{escape(path)}</a>'
        yield f"<tr><td>{link}</td><td>{escape(what)}</td></tr>"
    yield "</tbody></table></section>"


def _head(headings: Sequence[str]) -> Iterator[str]:
    cells = "".join(f'<th scope="col">{escape(one)}</th>' for one in headings)
    yield f"<table><thead><tr>{cells}</tr></thead><tbody>"


def _pairs(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "<table><tbody>"
    for label, text in pairs:
        yield f'<tr><th scope="row">{escape(label)}</th><td>{_lines(text)}</td></tr>'
    yield "</tbody></table>"


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())
