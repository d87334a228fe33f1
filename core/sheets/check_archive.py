"""The proofs that a PDF of ours may be kept for good: what ISO 19005-2 level B asks of it, read from its bytes.

Only the rules that can touch such a file are here (no pictures, no forms, no transparency are ever drawn): the form of the file, fonts,
colours, description. It is a reading of our own; the validator of others that was asked is named in ARCHITECTURE.md.
"""
from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from

from core.sheets.checker import Proof

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n")
_DEFINED = ("pdfaid:part>2</", "pdfaid:conformance>B</", "dc:title>", "dc:creator>", "xmp:CreateDate>", "pdf:Producer>")
_FORBIDDEN = (b"/JavaScript", b"/JS ", b"/AA ", b"/Launch", b"/EmbeddedFile", b"/XFA", b"/SMask", b"/Encrypt", b"/LZWDecode",
              b"/OpenAction", b"/Crypt", b"/BM ", b"/ca ", b"/CA ", b"/FFilter")
_OPERATORS = frozenset(("q", "Q", "cm", "w", "g", "G", "m", "l", "re", "S", "f", "n", "BT", "ET", "Tf", "Tm", "Tj", "Tw", "Td", "TL",
                        "BDC", "BMC", "EMC"))
_TOKEN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<<.*?>>|[^\s()<>]+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of the file: its dictionary as it stands there, and its stream (unpacked)."""

    entries: bytes
    stream: bytes | None = None
    sound: bool = True  # the stream has the length that it says and ends with a line break


def proofs(path: Path) -> Iterator[Proof]:
    data = path.read_bytes()
    things = _things(data)
    for rule, found in (
            ("tệp đúng cấu trúc", _form(data, things)), ("chữ nhúng đủ, đúng bề rộng, tra được Unicode", _fonts(things)),
            ("màu có hồ sơ ICC", _colours(things)),
            ("không có gì bị cấm", [name.decode() for name in _FORBIDDEN if name in _plain(things)]),
            ("thông tin mô tả XMP", _description(things)), ("nội dung trang chỉ có lệnh được phép", _contents(things))):
        yield Proof(f"PDF/A-2b: {rule}", not found, "; ".join(found[:3]), habit=True)
    found = _structure(things)
    yield Proof("PDF có cấu trúc để trình đọc màn hình đọc đúng thứ tự", not found, "; ".join(found[:3]), habit=True)


def _things(data: bytes) -> dict[int, Thing]:
    found = {}
    for match in _OBJECT.finditer(data):
        end = data.find(b"\nendobj", match.end())
        start = data.find(b"\nstream\n", match.end(), end if end > 0 else len(data))
        if start < 0:
            found[int(match[1])] = Thing(data[match.end():end])
            continue
        entries = data[match.end():start]
        length = int((re.search(rb"/Length (\d+)", entries) or [b"", b"0"])[1])
        raw = data[start + 8:start + 8 + length]
        unpacked = _unpacked(raw) if b"[ /FlateDecode ]" in entries else raw
        sound = data[start + 8 + length:].startswith(b"\nendstream\nendobj\n") and unpacked is not None
        found[int(match[1])] = Thing(entries, unpacked, sound)
    return found


def _unpacked(raw: bytes) -> bytes | None:
    try:
        return zlib.decompress(raw)
    except zlib.error:
        return None


def _plain(things: dict[int, Thing]) -> bytes:
    return b"\n".join(thing.entries for thing in things.values())


def _form(data: bytes, things: dict[int, Thing]) -> list[str]:
    wrong = []
    lines = data.split(b"\n", 2)
    if not re.fullmatch(rb"%PDF-1\.[0-7]", lines[0]) or sum(byte > 127 for byte in lines[1][1:5]) < 4:
        wrong.append("dòng đầu tệp")
    tail = data[data.rfind(b"\ntrailer\n"):]
    if not re.search(rb"/ID\s*\[", tail) or not data.endswith(b"%%EOF\n"):
        wrong.append("phần cuối tệp")
    start = int((re.search(rb"startxref\n(\d+)", tail) or [b"", b"0"])[1])
    places = re.findall(rb"(\d{10}) 00000 n \n", data[start:])
    if len(places) != len(things) or any(not data[int(p):].startswith(b"%d 0 obj\n" % n) for n, p in enumerate(places, start=1)):
        wrong.append("bảng địa chỉ")
    return wrong + [f"luồng {n}" for n, thing in things.items() if not thing.sound]


def _colours(things: dict[int, Thing]) -> list[str]:
    intent = re.search(rb"/OutputIntents\s*\[\s*<<(.*?)>>", _plain(things), re.DOTALL)
    if intent is None or b"/S /GTS_PDFA1" not in intent[1]:
        return ["không có OutputIntent"]
    place = re.search(rb"/DestOutputProfile (\d+) 0 R", intent[1])
    profile = things[int(place[1])] if place else Thing(b"")
    if not profile.stream or profile.stream[36:40] != b"acsp" or b"/N 3" not in profile.entries:
        return ["hồ sơ màu hỏng"]
    return [] if unpack_from(">I", profile.stream)[0] == len(profile.stream) and profile.stream[16:20] == b"RGB " else ["hồ sơ màu hỏng"]


def _description(things: dict[int, Thing]) -> list[str]:
    from lxml import etree

    found = [t for t in things.values() if b"/Type /Metadata" in t.entries and t.stream]
    if len(found) != 1 or b"/Filter" in found[0].entries or b"/Metadata " not in _plain(things):
        return ["không có XMP"]
    text = (found[0].stream or b"").decode("utf-8")
    etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))
    return [name for name in _DEFINED if name not in text]


def _contents(things: dict[int, Thing]) -> list[str]:
    wrong: set[str] = set()
    for n in re.findall(rb"/Contents (\d+) 0 R", _plain(things)):
        for token in _TOKEN.findall(things[int(n)].stream or b""):
            if token[:1].isalpha() and token.decode() not in _OPERATORS:
                wrong.add(token.decode())
    return sorted(wrong)


def _structure(things: dict[int, Thing]) -> list[str]:
    """Every letter and line belongs to an element or is an artifact; pages, elements and their table of parents agree."""
    entries = _plain(things)
    tree = re.search(rb"/ParentTree<</Nums\[(.*)\]>>", entries)
    if tree is None or b"/Marked true" not in entries:
        return ["không có cây cấu trúc"]
    parents = {int(n): list(map(int, re.findall(rb"(\d+) 0 R", found))) for n, found in re.findall(rb"(\d+) \[([^]]*)\]", tree[1])}
    wrong = []
    for page in things.values():
        key = re.search(rb"/StructParents (\d+)", page.entries)
        content = re.search(rb"/Contents (\d+) 0 R", page.entries)
        if content is None:
            continue
        stream = things[int(content[1])].stream or b""
        used = list(map(int, re.findall(rb"/MCID (\d+)>> BDC", stream)))
        if key is None or used != list(range(len(parents.get(int(key[1]), [])))):
            wrong.append("số của nội dung không khớp")
        if not _all_marked(stream):
            wrong.append("có nội dung không thuộc phần nào")
    for elements in parents.values():
        wrong += [f"đối tượng {n} không phải phần tử" for n in elements if n not in things or b"/S/" not in things[n].entries]
    return wrong


def _all_marked(stream: bytes) -> bool:
    """Whether all that is drawn stands between a beginning (BDC, BMC) and its end; beginnings do not hold others."""
    inside = False
    for token in _TOKEN.findall(stream):
        if token in (b"BDC", b"BMC"):
            if inside:
                return False
            inside = True
        elif token == b"EMC":
            inside = False
        elif token in (b"Tj", b"S", b"f") and not inside:
            return False
    return not inside


def _fonts(things: dict[int, Thing]) -> list[str]:
    wrong = []
    for thing in things.values():
        if b"/Type /Font\n" not in thing.entries + b"\n" and b"/Type /Font " not in thing.entries:
            continue
        name = (re.search(rb"/BaseFont /(\S+)", thing.entries) or [b"", b"?"])[1].decode()
        refs = {key: int(n) for key, n in re.findall(rb"/(FontDescriptor|ToUnicode) (\d+) 0 R", thing.entries)}
        if set(refs) != {b"FontDescriptor", b"ToUnicode"}:
            wrong.append(f"{name}: thiếu mô tả")
            continue
        descriptor = things[refs[b"FontDescriptor"]].entries
        program = re.search(rb"/FontFile2 (\d+) 0 R", descriptor)
        flags = int((re.search(rb"/Flags (\d+)", descriptor) or [b"", b"0"])[1])
        if program is None or not flags & 4 or b"/Encoding" in thing.entries:
            wrong.append(f"{name}: không nhúng")
            continue
        wrong += [f"{name}: {what}" for what in _widths(thing.entries, things[int(program[1])].stream or b"")]
    return wrong


def _widths(entries: bytes, program: bytes) -> list[str]:
    """The widths that the dictionary tells are those of the embedded letters; its one table of codes is whole."""
    first, last = (int((re.search(rb"/%s (\d+)" % key, entries) or [b"", b"0"])[1]) for key in (b"FirstChar", b"LastChar"))
    told = [float(w) for w in (re.search(rb"/Widths \[([^]]*)\]", entries) or [b"", b""])[1].split()]
    tables = {program[12 + 16 * n:16 + 16 * n]: unpack_from(">I", program, 20 + 16 * n)[0] for n in range(unpack_from(">H", program, 4)[0])}
    units, = unpack_from(">H", program, tables[b"head"] + 18)
    known, = unpack_from(">H", program, tables[b"hhea"] + 34)
    at = tables[b"cmap"]
    count, = unpack_from(">H", program, at + 20)
    glyphs = unpack_from(f">{count}H", program, at + 22)
    if unpack_from(">HHHH", program, at) != (0, 1, 1, 0) or len(told) != last - first + 1 or count < len(told):
        return ["bảng mã"]
    real = [unpack_from(">H", program, tables[b"hmtx"] + 4 * min(glyph, known - 1))[0] * 1000 / units for glyph in glyphs]
    return [f"bề rộng của mã {n + first}" for n, width in enumerate(told) if abs(width - real[n + first]) > 1][:2]
