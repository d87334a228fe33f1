"""The proofs for a Word document: sections, headers, styles and tables as they stand in its parts (lxml)."""
from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.sheets.checker import ELEMENTS, Proof, begins, margin_proofs, paper_proof, size_proof
from core.sheets.layout import FONT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TWIP = 25.4 / 1440


def proofs(path: Path) -> Iterator[Proof]:
    """All proofs of the file, section by section."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(path) as package:
        document = etree.fromstring(package.read("word/document.xml"), parser)
        styles = etree.fromstring(package.read("word/styles.xml"), parser)
        relations = etree.fromstring(package.read("word/_rels/document.xml.rels"), parser)
        targets = {r.get("Id"): r.get("Target") for r in relations}
        headers = {key: etree.fromstring(package.read(f"word/{target}"), parser) for key, target in targets.items()
                   if target.startswith("header")}
    looks = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    font = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    named = "" if font is None else font.get(f"{W}ascii")
    yield Proof("Phông chữ Times New Roman", named == FONT, named)
    colour = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}color")
    yield Proof("Chữ màu đen", colour is not None and colour.get(f"{W}val") == "000000", "")
    for n, section in enumerate(document.iter(f"{W}sectPr"), start=1):
        yield from _section(section, headers, looks, f"biểu {n}")
    yield from _texts(document, looks)
    yield from _tables(document)


def _section(section: Any, headers: dict[str, Any], looks: dict[str, Any], name: str) -> Iterator[Proof]:
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = (int(size.get(f"{W}{side}")) * TWIP for side in "wh")
    yield paper_proof(width, height, name)
    turned = size.get(f"{W}orient", "portrait")
    yield Proof(f"Hướng giấy ghi đúng với khổ, {name}", (turned == "landscape") == (width > height), turned)
    sides = {"trên": "top", "dưới": "bottom", "trái": "left", "phải": "right"}
    yield from margin_proofs({vi: int(margin.get(f"{W}{en}")) * TWIP for vi, en in sides.items()}, name)
    start = section.find(f"{W}pgNumType")
    yield Proof(f"Đánh số trang riêng từ 1, {name}", start is not None and start.get(f"{W}start") == "1")
    first = section.find(f"{W}titlePg") is not None and "PAGE" not in _header(section, headers, "first")
    yield Proof(f"Trang đầu không đánh số, {name}", first)
    header = next(headers[r.get(f"{R}id")] for r in section.iter(f"{W}headerReference") if r.get(f"{W}type") == "default")
    style = looks[header.find(f".//{W}pStyle").get(f"{W}val")]
    points, bold, italic = _letters(style)
    align = style.find(f"{W}pPr/{W}jc").get(f"{W}val")
    ok = "PAGE" in _header(section, headers, "default") and align == "center" and 13 <= points <= 14 and not bold and not italic
    yield Proof(f"Số trang giữa lề trên, cỡ 13-14, chữ đứng, {name}", ok, f"cỡ {points:g}, {align}")


def _header(section: Any, headers: dict[str, Any], kind: str) -> str:
    found = [headers[r.get(f"{R}id")] for r in section.iter(f"{W}headerReference") if r.get(f"{W}type") == kind]
    return " ".join(t.text or "" for header in found for t in header.iter(f"{W}instrText"))


def _letters(style: Any) -> tuple[float, bool, bool]:
    """(size in points, bold, italic) of a style."""
    size = style.find(f"{W}rPr/{W}sz")
    points = int(size.get(f"{W}val")) / 2 if size is not None else 13.0
    return points, style.find(f"{W}rPr/{W}b") is not None, style.find(f"{W}rPr/{W}i") is not None


def _texts(document: Any, looks: dict[str, Any]) -> Iterator[Proof]:
    seen: set[str] = set()
    for paragraph in document.iter(f"{W}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        if not text or named is None:
            continue
        style = looks[named.get(f"{W}val")]
        align = style.find(f"{W}pPr/{W}jc").get(f"{W}val")
        points, bold, italic = _letters(style)
        for start, rule, sizes, strong, slanted, capitals in ELEMENTS:
            if begins(text, start) and rule not in seen:
                seen.add(rule)
                yield size_proof(rule, sizes, points, bold, italic, (strong, slanted))
                yield Proof(f"{rule}: canh giữa", align == "center", align)
                if capitals:
                    yield Proof(f"{rule}: chữ in hoa", text == text.upper(), text)
        if named.get(f"{W}val").startswith(("TenPhuLuc", "TenPhieu")) and "title" not in seen:
            seen.add("title")
            yield size_proof("Tên biểu: in hoa, đậm, cỡ 13-14", (13, 14), points, bold, italic, (True, False))
            yield Proof("Tên biểu: chữ in hoa, canh giữa", text == text.upper() and align == "center", text)
        if named.get(f"{W}val") == "NoiDung":
            ok = 13 <= points <= 14 and align == "both"
            if not ok or "body" not in seen:
                yield Proof("Nội dung: cỡ 13-14, canh đều hai lề", ok, f"cỡ {points:g}, {align}")
            seen.add("body")


def _tables(document: Any) -> Iterator[Proof]:
    for n, table in enumerate((t for t in document.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblBorders") is not None), start=1):
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        yield Proof(f"Dòng đầu bảng lặp lại ở mỗi trang, bảng {n}", heads[0] and not any(heads[1:]), f"{len(rows)} dòng", habit=True)
