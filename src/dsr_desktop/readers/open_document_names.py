"""Names of OpenDocument: which prefix each namespace has here, whatever a document calls it."""

_OWN = ("office", "table", "text", "style", "drawing")
PREFIXES = {
    **{f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": name for name in _OWN},
    **{f"http://openoffice.org/2000/{name}": name for name in _OWN},
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "http://www.w3.org/2000/svg": "svg",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}
BARE = frozenset({"office", "table", "text", "style", "xlink"})
"""Prefixes whose attributes are named without."""
