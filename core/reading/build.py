"""Paragraphs as the readers find them, put together into one PlanText: letters cleaned, offsets of notes and unsure words kept."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.model import CellPlace, Note, Paragraph, PlanText, Repair, Span
from core.reading.encodings import guess_set, may_be_old, to_unicode
from core.reading.letters import kept_any
from core.reading.symbols import has_private, without_private

Progress = Callable[[float, str], None]

# Unicode noncharacters: no document may hold them, so inside a reader they can mark places in a paragraph's text.
NOTE = "\ufdd0"  # a footnote's mark stood here; the n-th NOTE of the document belongs to the n-th note
UNSURE = "\ufdd1"  # a word that OCR was not sure of begins …
SURE = "\ufdd2"  # … and ends
BREAK = "\ufdd3"  # a manual line break

_MARKS = re.compile("[\ufdd0-\ufdd3]")
_FOREIGN = re.compile("[\ufdd0-\ufdef]")
# everything that makes a paragraph need cleaning: controls, odd spaces, zero-width letters, soft hyphens, object marks, doubled blanks
_DIRTY = re.compile("[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufdd0-\ufdef\ufe00-\ufe0f"
                    "\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e01ef]|  ")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
                      "\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e01ef]")
_BLANKS = re.compile("[\t\n\x0b\x0c\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_SENTENCE_OPEN = re.compile(r"[^.;:!?…)\"”»\-–_=*]$")
_LAID_OUT = ("pdf", "scan", "xlsx")  # their lines are joined by where they stand


@dataclass(slots=True)
class Piece:
    """A paragraph on its way into the text. ``text`` begins with ``label`` already; it may hold the marks above."""

    text: str
    label: str = ""
    level: int | None = None
    page: int | None = None
    cell: CellPlace | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    gap: bool = False  # an empty paragraph stood before it


@dataclass(slots=True)
class RawNote:
    mark: str
    text: str
    page: int | None = None


class Counter:
    """How often each kind of repair was made, and some of the words that letters were changed in."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.words: dict[str, dict[str, str]] = {}

    def add(self, kind: str, count: int = 1) -> None:
        if count:
            self.counts[kind] = self.counts.get(kind, 0) + count

    def changed(self, kind: str, before: str, after: str) -> None:
        """One word that was changed; a dozen different ones are kept to be shown."""
        self.add(kind)
        if len(self.words.setdefault(kind, {})) < 12:
            self.words[kind][before] = after

    def repairs(self) -> tuple[Repair, ...]:
        return tuple(Repair(kind, count, MESSAGES[kind].format(count=count), *self._example(kind)) for kind, count in self.counts.items())

    def _example(self, kind: str) -> tuple[str, str]:
        words = self.words.get(kind, {})
        return ", ".join(words), ", ".join(words.values())


MESSAGES = {
    "nfc": "Đã ghép lại dấu của {count} đoạn (Unicode tổ hợp → dựng sẵn); chữ nhìn thấy không đổi.",
    "tcvn3": "Đã đổi chữ TCVN3 (ABC) sang Unicode.",  # read() tells of these three with the words counted (core/reading/letters.py)
    "vni": "Đã đổi chữ VNI sang Unicode.",
    "cp1258": "Đã đổi chữ Windows-1258 sang Unicode.",
    "utf-16": "Đã đọc tệp theo bảng mã UTF-16.",
    "latin": "Bảng mã của tệp không rõ; có thể có chữ bị sai.",
    "deleted": "Đã bỏ qua {count} chỗ bị xóa trong chế độ theo dõi thay đổi (Track Changes).",
    "hidden": "Đã bỏ qua {count} đoạn chữ ẩn.",
    "footnote": "Đã để riêng {count} chú thích cuối trang hoặc cuối văn bản.",
    "contents": "Đã bỏ qua {count} dòng mục lục.",
    "page-number": "Đã bỏ {count} số trang.",
    "running-head": "Đã bỏ {count} dòng tiêu đề đầu trang, chân trang.",
    "stamp": "Đã bỏ {count} dòng của dấu hoặc chữ ký số.",
    "hyphen": "Đã nối {count} từ bị ngắt ở cuối dòng.",
    "joined-lines": "Đã nối {count} dòng bị ngắt thành đoạn.",
    "spaces": "Đã sửa khoảng trắng thiếu hoặc thừa ở {count} chỗ.",
    "ocr": "Đã nhận dạng chữ (OCR) {count} trang quét; hãy đối chiếu với bản gốc.",
    "garbled": "Phông chữ của {count} trang không cho biết chữ; đã đọc các trang đó bằng nhận dạng hình ảnh.",
    "deskew": "Đã xoay thẳng {count} trang bị nghiêng.",
    "ocr-number": "Đã sửa {count} số mục nhận dạng sai theo thứ tự của các mục trước.",
    "ocr-letters": "Đã sửa dấu của {count} từ nhận dạng sai theo cụm từ hành chính thường gặp.",
    "unsure": "Có {count} từ nhận dạng chưa chắc chắn.",
    "truncated": "Tệp bị hỏng một phần; chỉ đọc được phần còn lại ({count} chỗ).",
    "no-numbers": "Tệp này không cho biết số thứ tự tự động; hãy kiểm tra số mục.",
}


def clean(text: str, counter: Counter | None = None) -> str:
    """NFC, one space for any run of blanks, no controls nor zero-width letters; keeps the marks of this module."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        if counter is not None:
            counter.add("nfc")
    if has_private(text):
        text = without_private(text)
    if _DIRTY.search(text):
        text = _BLANKS.sub(" ", _DROPPED.sub("", text))
        if not unicodedata.is_normalized("NFC", text):  # letters that were kept apart by a dropped character
            text = unicodedata.normalize("NFC", text)
    return text.strip(" ")


def foreign(text: str) -> str:
    """``text`` from a file, without the code points that this module gives a meaning."""
    return _FOREIGN.sub("", text) if _FOREIGN.search(text) else text


def broken_lines(text: str) -> list[str]:
    """The lines of a paragraph with manual breaks. A break inside a sentence ("… Sở⏎Tài chính") is only layout and joins."""
    lines: list[str] = []
    for part in text.split(BREAK):
        part = clean(part)
        bare = _MARKS.sub("", part)
        before = _MARKS.sub("", lines[-1]) if lines else ""
        if bare[:1].islower() and _SENTENCE_OPEN.search(before) and not before.isupper():
            lines[-1] = f"{lines[-1]} {part}"
        elif part:
            lines.append(part)
    return lines


def assemble(pieces: Iterable[Piece], *, kind: str, pages: int | None = None, notes: Iterable[RawNote] = (),
             counter: Counter | None = None) -> PlanText:
    """The PlanText of these paragraphs; empty ones are left out. The n-th NOTE mark gets the n-th note as its anchor."""
    counter = counter or Counter()
    offset = 0
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    anchors: list[int] = []
    unsure: list[Span] = []
    pieces, notes = list(pieces), list(notes)
    _mend_letters(pieces, notes)
    if any(piece.cell is not None for piece in pieces):
        from core.reading.layout_tables import unboxed

        unboxed(pieces)
    if kind not in _LAID_OUT:
        from core.reading.hard_lines import rejoined

        pieces = rejoined(pieces, counter)
    joined = "!".join(piece.text for piece in pieces)  # most documents are clean from end to end: one look instead of thousands
    is_clean = joined.isprintable() and "  " not in joined and unicodedata.is_normalized("NFC", joined)
    for piece in pieces:
        text = piece.text.strip(" ") if is_clean else clean(piece.text, counter)
        for line in broken_lines(text) if BREAK in text else (text,):
            if _MARKS.search(line):
                line = _take_marks(line, offset, anchors, unsure)
            if not line:
                continue
            label = piece.label if piece.label and line.startswith(piece.label) else ""
            span = Span(offset, offset + len(line))
            paragraphs.append(Paragraph(span, label, piece.level, piece.page, piece.cell, piece.bold, piece.italic, piece.centred))
            texts.append(line)
            offset += len(line) + 1
    whole = "\n".join(texts)
    # a mark that stands alone in the last paragraph has no text of its own
    kept = tuple(Note(note.mark, clean(note.text), min(anchors[n], len(whole)) if n < len(anchors) else None, note.page)
                 for n, note in enumerate(notes))
    counter.add("footnote", len(kept))
    counter.add("unsure", len(unsure))
    return PlanText(whole, tuple(paragraphs), kind, pages, kept, counter.repairs(), tuple(unsure))


def _mend_letters(pieces: list[Piece], notes: list[RawNote]) -> None:
    """Words that no font names as TCVN3 or VNI and that only make sense so."""
    sample, length = [], 0
    for piece in pieces:
        if not piece.text.isascii():
            sample.append(piece.text)
            length += len(piece.text)
            if length > 4000:
                break
    if kept_any() or not sample or not may_be_old(" ".join(sample)):
        return
    letters = guess_set("\n".join(piece.text for piece in pieces))
    if letters:
        for piece in pieces:
            piece.text = to_unicode(piece.text, letters)
        for note in notes:
            note.text = to_unicode(note.text, letters)


def _take_marks(line: str, offset: int, anchors: list[int], unsure: list[Span]) -> str:
    """``line`` without its marks; where they stood goes into ``anchors`` and ``unsure`` as offsets in the whole text."""
    kept: list[str] = []
    length, begun, last = 0, -1, 0
    for match in _MARKS.finditer(line):
        kept.append(line[last:match.start()])
        length += match.start() - last
        last = match.end()
        if match[0] == NOTE:
            anchors.append(offset + length)
        elif match[0] == UNSURE:
            begun = offset + length
        elif match[0] == SURE and begun >= 0:
            if offset + length > begun:
                unsure.append(Span(begun, offset + length))
            begun = -1
    bare = "".join(kept) + line[last:]
    end = offset + len(bare.rstrip(" "))
    unsure[:] = [Span(span.start, min(span.end, end)) if span.end > end >= span.start else span for span in unsure]
    anchors[:] = [min(anchor, end) if anchor >= offset else anchor for anchor in anchors]
    return bare.rstrip(" ")
