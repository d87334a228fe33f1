"""A made file as plain lines: what the reference sheets are compared by."""
from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def dump(path: Path) -> list[str]:
    return list({".xlsx": _xlsx, ".pdf": _pdf, ".docx": _docx}[path.suffix](path))


def _xlsx(path: Path) -> Iterator[str]:
    from openpyxl import load_workbook

    book = load_workbook(path)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        yield f"== {sheet.title}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    shown = cell.value.date().isoformat() if isinstance(cell.value, datetime) else cell.value
                    yield f"{cell.coordinate} [{cell.data_type}] {shown}".replace("\n", " ⏎ ")


def _pdf(path: Path) -> Iterator[str]:
    import pypdfium2 as pdfium

    from core.sheets.check_pdf import read_page

    document = pdfium.PdfDocument(path)
    for n, page in enumerate(document, start=1):
        yield f"== trang {n}"
        for ink in read_page(page).texts:
            yield f"{ink.left:.1f} {ink.top:.1f} {ink.size:g}{'b' if ink.bold else ''}{'i' if ink.italic else ''} {ink.text}"
    document.close()


def _docx(path: Path) -> Iterator[str]:
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    for item in body:
        if item.tag == f"{W}tbl":
            for row in item.iter(f"{W}tr"):
                yield " | ".join(" ⏎ ".join(_said(p) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc"))
        elif item.tag == f"{W}p":
            style = item.find(f"{W}pPr/{W}pStyle")
            name = "" if style is None else style.get(f"{W}val")
            yield f"{name}: {_said(item)}{' ‖' if item.find(f'{W}pPr/{W}sectPr') is not None else ''}"


def _said(paragraph: object) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))  # type: ignore[attr-defined]
