"""Plain text (typed, pasted, out of a PDF or markdown) to PlanText: letters, tables, notes, page numbers and broken lines mended."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from core.column_heads import column_head
from core.markers import read_marker
from core.model import Paragraph, PlanText, Repair, Span
from core.reading.lines import Line, Repaired
from core.reading.repair import take_out_boiler, take_out_notes
from core.reading.text_tables import find_tables
from core.reading.wrapped import join_lines, shape_of

_MESSAGES = {
    "nfc": "Đã ghép lại dấu ở {count} dòng (Unicode tổ hợp → dựng sẵn); chữ nhìn thấy không đổi.",
    "markdown": "Đã bỏ {count} dấu định dạng (*, #) lẫn trong chữ.",
    "bookmark": "Đã bỏ {count} dấu trang của Word lẫn trong chữ.",
    "page-number": "Đã bỏ {count} số trang.",
    "boiler": "Đã bỏ {count} dòng không thuộc văn bản (địa chỉ, lời của trang mạng).",
    "footnote": "Đã để riêng {count} chú thích cuối trang.",
    "joined-lines": "Đã nối {count} dòng bị ngắt thành đoạn.",
}
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\ufffc\x00-\x08\x0b\x0e-\x1f\x7f]")
_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]{0,60}\]")
_ESCAPED = re.compile(r"\\([.\-+*#()\[\]_>!|~`])")  # "2\\. Sở Tài chính", as some programs write markdown
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")


def read(data: bytes) -> PlanText:
    """The text of a UTF-8 file; letters that are none become U+FFFD (core/reading/encodings.py knows the old encodings)."""
    return from_text(data.decode("utf-8-sig", errors="replace"))


def from_text(text: str, kind: str = "txt") -> PlanText:
    """The paragraphs of a text. Any string gives a PlanText; ``repairs`` tells what was changed on the way."""
    out = Repaired([])
    lines = find_tables(_lines(text, out))
    lines = take_out_boiler(lines, out)
    lines = take_out_notes(lines, out)
    lines = join_lines(lines, shape_of(lines), out)
    return _built(lines, out, kind)


def _lines(text: str, out: Repaired) -> list[Line]:
    lines: list[Line] = []
    gap = False
    text = _BLANKS.sub(
        " ", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\v", "\n").replace("\u2028", "\n")
    )
    columns = 0
    for raw in text.split("\n"):
        told = bool(raw.strip())
        columns = _tab_columns(raw, columns) if told else columns  # a blank line between two rows ends no table
        line = _clean("| " + raw.strip(" \n").replace("\t", " | ") + " |" if columns and told else raw, out)
        if not line:
            gap = True
            continue
        lines.append(Line(line, gap, raw.endswith(" ")))
        gap = False
    return lines


def _tab_columns(raw: str, columns: int) -> int:
    """How many columns a table with tabs between its cells has at this line: its head opens it, more tabs or none end it (a row whose
    last cells are empty may have lost their tabs)."""
    if "\t" not in raw:
        return 0
    cells = raw.strip(" \n").split("\t")
    if columns:
        return columns if len(cells) <= columns else 0
    known = sum(1 for cell in cells if column_head(cell))
    return len(cells) if len(cells) >= 3 and known >= 3 and known >= len(cells) - 1 else 0


def _clean(raw: str, out: Repaired) -> str:
    text = _NOTHING.sub("", raw)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        out.count("nfc")
    if "[bookmark:" in text:
        text, number = _BOOKMARK.subn("", text)
        out.count("bookmark", number)
    text = " ".join(text.split())
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "*" in text or text.startswith("#"):
        text = _without_stars(text, out)
    return text


def _without_stars(text: str, out: Repaired) -> str:
    """Markdown emphasis out; a star and a space at the start is a bullet, "(*)" the mark of a note."""
    hashes = _HASHES.match(text)
    if hashes:
        text = text[hashes.end() :]
    bullet = (
        text.startswith("* ") and not text[2:].startswith("*") and (text.count("*") % 2 == 1 or text.count("**") * 2 == text.count("*") - 1)
    )
    rest = text[2:] if bullet else text
    before = len(rest)
    rest = "(*)".join(part.replace("*", "") for part in rest.split("(*)"))
    out.count("markdown", before - len(rest) + bool(hashes))
    rest = " ".join(rest.split())
    return f"* {rest}" if bullet and rest else rest


def _built(lines: list[Line], out: Repaired, kind: str) -> PlanText:
    paragraphs: list[Paragraph] = []
    parts: list[str] = []
    anchors: dict[int, int] = {}
    place = 0
    for line in lines:
        anchors |= {number: place + min(at, len(line.text)) for at, number in line.marks}
        marker = read_marker(line.text) if line.cell is None else None
        label = line.text[: marker.length].strip() if marker else ""
        paragraphs.append(Paragraph(Span(place, place + len(line.text)), label=label, page=line.page, cell=line.cell))
        parts.append(line.text)
        place += len(line.text) + 1
    repairs = tuple(Repair(k, n, _MESSAGES[k].format(count=n)) for k, n in out.counts.items() if n)
    notes = tuple(replace(note, anchor=anchors.get(number)) for number, note in enumerate(out.notes))
    return PlanText("\n".join(parts), tuple(paragraphs), kind=kind, notes=notes, repairs=repairs)
