"""The bundled sample plan as a Word file: real automatic numbers, a letterhead table, a real table in the annex.

    python -m benchmarks.make_sample      resources/samples/ke-hoach-mau.txt → ke-hoach-mau.docx
"""
from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"
_LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("bullet", "-"))
_FORMS = ((re.compile(r"^[IVX]+\.\s"), 0), (re.compile(r"^\d+\.\d+\.\s"), 2), (re.compile(r"^\d+\.\s"), 1), (re.compile(r"^-\s"), 3))
_WIDTHS = (1.0, 4.4, 3.0, 3.2, 2.6, 2.3)  # cm: what an A4 page in portrait leaves between its margins
_FIXED = datetime(2026, 1, 15, tzinfo=UTC)


def make(text: str) -> bytes:
    """The .docx of a plan's text; the same text gives the same bytes."""
    import docx

    document = docx.Document()
    _page(document)
    number = _numbering(document)
    blocks = [b for b in text.split("\n") if b.strip()]
    body, annex = blocks[:blocks.index("PHỤ LỤC")], blocks[blocks.index("PHỤ LỤC"):]
    start = body.index("KẾ HOẠCH")
    end = next(i for i, b in enumerate(body) if b.startswith("Nơi nhận"))
    _letterhead(document, body[:start])
    for place, line in enumerate(body[start:end]):
        _paragraph(document, line, number, centred=place < 2)
    _signature(document, body[end:])
    rows = [b for b in annex if b.startswith("|")]
    for place, line in enumerate(annex[:len(annex) - len(rows)]):
        _paragraph(document, line, None, centred=True).paragraph_format.page_break_before = place == 0
    _table(document, [[cell.strip() for cell in r.strip("|").split("|")] for r in rows])
    return _frozen(document)


def _page(document: Any) -> None:
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(14)
    document.core_properties.created = document.core_properties.modified = _FIXED.replace(tzinfo=None)
    document.core_properties.author = "Phân công"
    document.core_properties.title = "Kế hoạch mẫu"


def _numbering(document: Any) -> int:
    """One list of four levels (I. → 1. → 1.1. → -), each starting again under the one above. The number to put on paragraphs."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn

    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
                     f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
                     for i, (form, shown) in enumerate(_LEVELS))
    part = document.part.numbering_part.element
    kind = '<w:multiLevelType w:val="multilevel"/>'
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{kind}{levels}</w:abstractNum>')
    part.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    num.append(link)
    part.append(num)
    return 77


def _paragraph(document: Any, line: str, number: int | None, *, centred: bool = False) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    level = next((lvl for form, lvl in _FORMS if form.match(line)), None) if number else None
    shown = line if level is None else line.split(" ", 1)[1]
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    run = paragraph.add_run(shown)
    heads = level == 0 or (level in {1, 2} and len(line) < 120 and not line.endswith((".", ";")))
    run.bold = heads or (centred and not line.startswith("("))
    run.italic = line.startswith("(")
    if level is None:
        paragraph.paragraph_format.first_line_indent = None if centred else Cm(1)
        return paragraph
    properties = paragraph._p.get_or_add_pPr()
    num = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", number)):
        part = OxmlElement(tag)
        part.set(qn("w:val"), str(value))
        num.append(part)
    properties.append(num)
    return paragraph


def _letterhead(document: Any, lines: list[str]) -> None:
    place = next(i for i, line in enumerate(lines) if line.startswith("CỘNG HÒA"))
    number = next(i for i, line in enumerate(lines) if line.startswith("Số"))
    cells = [[lines[:place], lines[place:number]], [[lines[number]], lines[number + 1:]]]
    _grid(document, cells, bold_rows=1, italic_last=True)


def _signature(document: Any, lines: list[str]) -> None:
    split = next(i for i, line in enumerate(lines) if line.startswith("TM."))
    signed = [*lines[split:-1], "", "", "", lines[-1]]
    _grid(document, [[lines[:split], signed]], bold_rows=0)


def _grid(document: Any, rows: list[list[list[str]]], *, bold_rows: int, italic_last: bool = False) -> None:
    """A table without borders: lines of text in two columns."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    table = document.add_table(rows=len(rows), cols=2)
    _widen(table, (6.5, 10.0))
    for r, row in enumerate(rows):
        for c, lines in enumerate(row):
            cell = table.cell(r, c)
            for n, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.paragraph_format.keep_with_next = n < len(lines) - 1
                left = lines[0].startswith("Nơi nhận")
                paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.CENTER
                run = paragraph.add_run(line)
                run.font.size = Pt(11 if left else 13)
                run.bold = r < bold_rows or (not left and bold_rows == 0) or (left and n == 0)
                run.italic = (italic_last and r == len(rows) - 1 and c == 1) or (left and n == 0)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _table(document: Any, rows: list[list[str]]) -> None:
    """The annex: a header row, group rows merged from the second column on, and the tasks."""
    from docx.shared import Pt

    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        group = r > 0 and len(row) > 2 and not any(row[2:])
        for c, words in enumerate(row):
            cell = table.cell(r, c)
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
            run = cell.paragraphs[0].add_run(words)
            run.font.size = Pt(12)
            run.bold = r == 0 or group
        if group:
            merged = table.cell(r, 1).merge(table.cell(r, len(row) - 1))
            for empty in merged.paragraphs[1:]:
                merged._tc.remove(empty._p)
    _widen(table, _WIDTHS)


def _widen(table: Any, widths: tuple[float, ...]) -> None:
    """Fixed widths in cm: in the grid for Word, on each cell for LibreOffice."""
    from docx.shared import Cm

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell in row._tr.tc_lst:
            cell.width = sum((Cm(w) for w in widths[cell.left:cell.right]), Cm(0))


def _frozen(document: Any) -> bytes:
    """The file with one date on every part, so that the same text gives the same bytes."""
    loose, fixed = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, (2026, 1, 15, 0, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def main() -> None:
    text = (SAMPLES / "ke-hoach-mau.txt").read_text(encoding="utf-8")
    data = make(text)
    (SAMPLES / "ke-hoach-mau.docx").write_bytes(data)
    print(f"ke-hoach-mau.docx: {len(data)} bytes")


if __name__ == "__main__":
    main()
