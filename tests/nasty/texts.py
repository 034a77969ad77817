"""Texts, lists of objects and address books made to do harm."""

import random
from functools import partial

from dsr_desktop.domain.reading import Problem
from tests.nasty.nasty_file import read, refused

HEAD = b"Nom;Ville\n"


def noise(size):
    return random.Random(20261116).randbytes(size)


def text(content):
    return partial(bytes, content)


def one_line_of_forty_megabytes():
    return HEAD + b"Dupont;" + b"x" * 40_000_000


def open_quote_of_forty_megabytes():
    return HEAD + b'Dupont;"' + b"Petit;Metz\n" * 4_000_000


def deep_json(opening):
    return opening * 200_000


TEXTS = (
    refused("nothing.csv", bytes, Problem.EMPTY),
    refused("nothing.xlsx", bytes, Problem.EMPTY),
    refused("only blank lines.csv", text(b"\r\n" * 5_000), Problem.NOTHING_INSIDE),
    refused("only a mark.csv", text(b"\xef\xbb\xbf"), Problem.NOTHING_INSIDE),
    refused("only a mark of utf-16.csv", text(b"\xff\xfe"), Problem.NOTHING_INSIDE),
    refused("only zeros.csv", partial(bytes, 100_000), Problem.NOT_TEXT),
    refused("zeros inside.csv", text(HEAD + b"Dup\0ont;Me\0tz\n" * 100), Problem.NOT_TEXT),
    refused("noise.csv", partial(noise, 200_000), Problem.NOT_TEXT),
    refused("noise.xlsx", partial(noise, 200_000), Problem.NOT_TEXT),
    refused(
        "noise behind the sign of a zip.xlsx",
        lambda: b"PK\x03\x04" + noise(100_000),
        Problem.DAMAGED,
    ),
    refused(
        "noise behind the sign of Office.xls",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(100_000),
        Problem.DAMAGED,
    ),
    refused(
        "noise behind the sign of a pdf.pdf",
        lambda: b"%PDF-1.7\n" + noise(100_000),
        Problem.DAMAGED,
    ),
    refused("one line of 40 MB.csv", one_line_of_forty_megabytes, Problem.CELL_TOO_LONG),
    refused("a quote never closed.csv", open_quote_of_forty_megabytes, Problem.TOO_MUCH_TEXT),
    refused("lists inside lists.json", partial(deep_json, b"["), Problem.NESTED_DATA_TOO_DEEP),
    refused(
        "objects inside objects.json", partial(deep_json, b'{"a":'), Problem.NESTED_DATA_TOO_DEEP
    ),
    refused(
        "a card of 40 MB.vcf",
        lambda: b"BEGIN:VCARD\r\nNOTE:" + b"x" * 40_000_000,
        Problem.CELL_TOO_LONG,
    ),
    refused("cards without end.vcf", lambda: b"BEGIN:VCARD\r\n" * 50_000, Problem.NOTHING_INSIDE),
    refused(
        "half a character.csv", lambda: "Nom;Ville\nDupont".encode("utf-16")[:-1], Problem.DAMAGED
    ),
    read("a formula that calls a program.csv", text(HEAD + b"=cmd|'/C calc'!A0;Metz\n"), 1),
)
