"""Makes message files as Outlook saves them: a compound file (MS-CFB) of property streams."""

import struct

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT_SECTOR, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
HEADS = {"": 32, "message": 24, "part": 8}


def message(texts=(), fixed=(), binaries=(), inner=(), head=""):
    """Content of a storage: {name: bytes or storage}; tags as in MS-OXPROPS."""
    properties = bytearray(HEADS[head])
    for tag, (kind, value) in dict(fixed).items():
        properties += struct.pack("<IIQ", tag << 16 | kind, 6, value)
    storage = {"__properties_version1.0": bytes(properties)}
    for tag, text in dict(texts).items():
        storage[f"__substg1.0_{tag:04X}001F"] = text.encode("utf-16-le")
    for tag, content in dict(binaries).items():
        storage[f"__substg1.0_{tag:04X}0102"] = content
    return storage | dict(inner)


def named(numbers, names=()):
    """Table of named properties: numbers of the address set get 0x8000 and on, own names follow."""
    address_set = bytes.fromhex("0420060000000000c000000000000046")
    entries, strings = b"", b""
    for place, number in enumerate(numbers):
        entries += struct.pack("<IHH", number, 3 << 1, place)
    for place, name in enumerate(names, len(numbers)):
        entries += struct.pack("<IHH", len(strings), 2 << 1 | 1, place)
        text = name.encode("utf-16-le")
        strings += struct.pack("<I", len(text)) + text + b"\0" * (-len(text) % 4)
    return {
        "__substg1.0_00020102": address_set,
        "__substg1.0_00030102": entries,
        "__substg1.0_00040102": strings,
    }


def compound_file(root):
    """Bytes of a compound file with these streams and storages."""
    entries = [["Root Entry", 5, root, NONE, NONE]]
    _list(entries, 0)
    big, small = bytearray(), bytearray()
    fat, mini_fat, places = [], [], {}
    for index, (_name, kind, content, *_links) in enumerate(entries):
        if kind == 2 and len(content) < CUTOFF:
            places[index] = _add(small, mini_fat, content, MINI)
        elif kind == 2:
            places[index] = _add(big, fat, content, SECTOR)
    places[0] = _add(big, fat, bytes(small), SECTOR)
    mini_start = _add(big, fat, _packed(mini_fat), SECTOR)
    directory = b"".join(
        _entry(index, entry, places, len(small)) for index, entry in enumerate(entries)
    )
    directory += b"\0" * (-len(directory) % SECTOR)
    directory_start = _add(big, fat, directory, SECTOR)
    fat_sectors = 1
    while fat_sectors * 128 < len(fat) + fat_sectors:
        fat_sectors += 1
    first_fat = len(fat)
    fat += [FAT_SECTOR] * fat_sectors
    fat += [FREE] * (fat_sectors * 128 - len(fat))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, fat_sectors, directory_start, 0, CUTOFF, mini_start, -(-len(mini_fat) // 128), END, 0,
    )  # fmt: skip
    difat = [*range(first_fat, first_fat + fat_sectors)] + [FREE] * (109 - fat_sectors)
    return header + struct.pack("<109I", *difat) + bytes(big) + struct.pack(f"<{len(fat)}I", *fat)


def _list(entries, parent):
    """Append what a storage holds; siblings hang in a chain on the right."""
    previous = None
    for name, content in sorted(entries[parent][2].items(), key=lambda item: (len(item[0]), item[0].upper())):  # fmt: skip
        index = len(entries)
        entries.append([name, 1 if isinstance(content, dict) else 2, content, NONE, NONE])
        if previous is None:
            entries[parent][4] = index
        else:
            entries[previous][3] = index
        previous = index
        if isinstance(content, dict):
            _list(entries, index)


def _add(data, table, content, size):
    if not content:
        return END
    start = len(table)
    count = -(-len(content) // size)
    table += [*range(start + 1, start + count), END]
    data += content + b"\0" * (-len(content) % size)
    return start


def _packed(table):
    padded = table + [FREE] * (-len(table) % 128)
    return struct.pack(f"<{len(padded)}I", *padded)


def _entry(index, entry, places, small_size):
    name, kind, content, right, child = entry
    encoded = name.encode("utf-16-le") + b"\0\0"
    size = small_size if kind == 5 else len(content) if kind == 2 else 0
    start = places.get(index, 0)
    return struct.pack(
        "<64sHBBIII16sIQQIQ", encoded, len(encoded), kind, 1, NONE, right, child, b"", 0, 0, 0,
        start, size,
    )  # fmt: skip
