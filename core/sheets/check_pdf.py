"""The proofs for a PDF: every text and line is measured where it really stands on the page (pypdfium2)."""
from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.sheets.checker import ELEMENTS, SLACK, Proof, begins, margin_proofs, paper_proof, size_proof
from core.sheets.layout import MM

INK_SLACK = 1.2  # mm that a letter of a centred text may miss the middle


@dataclass(frozen=True, slots=True)
class Ink:
    """A text (or a drawn line, ``text`` "") with its box in mm from the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    font: str = ""
    size: float = 0.0
    embedded: bool = True
    upright: bool = True

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    height: float
    inks: tuple[Ink, ...]

    @property
    def texts(self) -> list[Ink]:
        return [ink for ink in self.inks if ink.text.strip()]


def proofs(path: Path) -> Iterator[Proof]:
    """All proofs of the file, sheet by sheet; a sheet begins at a bookmark of the first level."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    try:
        title = document.get_metadata_value("Title")
        yield Proof("PDF có tiêu đề", bool(title), title, habit=True)
        yield Proof("PDF ghi ngôn ngữ tiếng Việt", _language(document) == "vi", _language(document), habit=True)
        starts = [mark.get_dest().get_index() for mark in document.get_toc() if mark.level == 0]
        yield Proof("Mỗi biểu có dấu trang", bool(starts), f"{len(starts)} biểu", habit=True)
        for n, start in enumerate(starts):
            end = starts[n + 1] if n + 1 < len(starts) else len(document)
            yield from _sheet([read_page(document[i]) for i in range(start, end)], f"biểu {n + 1}")
    finally:
        document.close()


def _sheet(pages: list[Page], name: str) -> Iterator[Proof]:
    body = [(ink, page) for page in pages for ink in page.inks if not _is_number(ink, page)]
    area = (min(ink.left for ink, _ in body), max(ink.right for ink, _ in body))
    yield paper_proof(pages[0].width, pages[0].height, name)
    yield from _margins(body, name)
    yield from _numbers(pages, sum(area) / 2, name)
    yield from _fonts(pages, name)
    yield from _head(pages[0], sum(area) / 2, name)


def _margins(body: list[tuple[Ink, Page]], name: str) -> Iterator[Proof]:
    """The white borders of all pages laid upon each other, measured at the ink."""
    found = {"trên": min(ink.top for ink, _ in body), "trái": min(ink.left for ink, _ in body),
             "phải": min(page.width - ink.right for ink, page in body)}
    yield from margin_proofs(found, name)
    bottom = min(page.height - ink.bottom for ink, page in body)
    # pages may end early, so the ink proves only that the border stays free
    yield Proof(f"Lề dưới: 20 mm cuối trang để trống, {name}", bottom >= 20 - SLACK, f"{bottom:.1f} mm")


def _is_number(ink: Ink, page: Page) -> bool:
    """The page's number stands alone above the text; no other text begins so high."""
    return ink.text.strip().isdigit() and ink.bottom < 19 and abs(ink.middle - page.width / 2) < 20


def _numbers(pages: list[Page], centre: float, name: str) -> Iterator[Proof]:
    first = [ink for ink in pages[0].texts if _is_number(ink, pages[0])]
    yield Proof(f"Trang đầu không đánh số, {name}", not first, first[0].text if first else "không có số")
    wrong = []
    for n, page in enumerate(pages[1:], start=2):
        found = [ink for ink in page.texts if _is_number(ink, page)]
        ok = len(found) == 1 and found[0].text.strip() == str(n) and 13 <= found[0].size <= 14 and not found[0].bold and not found[0].italic
        if not ok or abs(found[0].middle - centre) > INK_SLACK:
            wrong.append(n)
    yield Proof(f"Số trang từ trang 2, giữa lề trên, cỡ 13-14, chữ đứng, {name}", not wrong,
                f"sai ở trang {wrong[:5]}" if wrong else f"{len(pages)} trang")


def _fonts(pages: list[Page], name: str) -> Iterator[Proof]:
    texts = [ink for page in pages for ink in page.texts]
    fonts = sorted({ink.font.partition("+")[2] or ink.font for ink in texts})
    ok = all(font.startswith("LiberationSerif") for font in fonts) and all(ink.embedded for ink in texts)
    yield Proof(f"Phông chữ Times New Roman (Liberation Serif cùng cỡ), nhúng trong tệp, {name}", ok, ", ".join(fonts))


def _head(page: Page, centre: float, name: str) -> Iterator[Proof]:
    texts = page.texts
    for start, rule, sizes, bold, italic, capitals in ELEMENTS:
        ink = next((t for t in texts if begins(t.text.strip(), start)), None)
        if ink is None:
            continue
        yield size_proof(f"{rule}, {name}", sizes, ink.size, ink.bold, ink.italic, (bold, italic))
        if capitals:
            yield Proof(f"{rule}: chữ in hoa, {name}", ink.text == ink.text.upper(), ink.text)
        if "giữa trang" in rule:
            yield Proof(f"{rule}: canh giữa, {name}", abs(ink.middle - centre) < INK_SLACK, f"lệch {ink.middle - centre:.1f} mm")
        if start.startswith("Độc lập"):
            yield _line_under(page, ink, 0.97, 1.03, f"Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ, {name}")
    yield from _titles(texts, centre, name)
    yield from _issuer(page, texts, name)


def _titles(texts: list[Ink], centre: float, name: str) -> Iterator[Proof]:
    """The line in capitals before "(Kèm theo": the title of the sheet."""
    end = next((n for n, t in enumerate(texts) if t.text.startswith(("(Kèm theo", "(Thực hiện"))), 0)
    titles = [t for t in texts[:end] if t.text == t.text.upper() and t.size >= 13.9]
    for ink in titles[-1:]:
        yield size_proof(f"Tên biểu: in hoa, đậm, cỡ 13-14, {name}", (13, 14), ink.size, ink.bold, ink.italic, (True, False))
        yield Proof(f"Tên biểu canh giữa, {name}", abs(ink.middle - centre) < INK_SLACK, f"lệch {ink.middle - centre:.1f} mm")


def _issuer(page: Page, texts: list[Ink], name: str) -> Iterator[Proof]:
    motto = next((t for t in texts if t.text.startswith("CỘNG HÒA")), None)
    if motto is None:
        return
    left = [t for t in texts if t.right < motto.left and t.top < motto.bottom + 14 and t.text == t.text.upper() and t.bold]
    if left:
        last = max(left, key=lambda t: t.top)
        yield size_proof(f"Tên cơ quan: in hoa, đậm, cỡ 12-13, {name}", (12, 13), last.size, last.bold, last.italic, (True, False))
        yield _line_under(page, last, 0.32, 0.51, f"Đường kẻ dưới tên cơ quan dài 1/3-1/2 dòng chữ, {name}")


def _line_under(page: Page, ink: Ink, low: float, high: float, rule: str) -> Proof:
    lines = [i for i in page.inks if not i.text and 0 <= i.top - ink.bottom < 3 and abs(i.middle - ink.middle) < 1]
    if not lines:
        return Proof(rule, False, "không có")
    share = (lines[0].right - lines[0].left) / max(0.1, ink.right - ink.left)
    return Proof(rule, low <= share <= high, f"{share:.2f} lần")


# ---------------------------------------------------------------- reading


def _language(document: Any) -> str:
    import pypdfium2.raw as raw

    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFCatalog_GetLanguage(document, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def read_page(page: Any) -> Page:
    """All texts and lines of a page, in the order in which they are drawn."""
    import pypdfium2.raw as raw

    width, height = page.get_size()
    text_page = page.get_textpage()
    inks = []
    for item in page.get_objects():
        left, bottom, right, top = item.get_bounds()
        box = (left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            inks.append(_text(item, text_page, box))
        else:
            inks.append(Ink("", *box))
    text_page.close()
    return Page(width / MM, height / MM, tuple(inks))


def _text(item: Any, text_page: Any, box: tuple[float, float, float, float]) -> Ink:
    import pypdfium2.raw as raw

    length = raw.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = (ctypes.c_ushort * max(1, length // 2))()
    raw.FPDFTextObj_GetText(item, text_page, buffer, length)
    text = bytes(buffer).decode("utf-16-le").rstrip("\0").replace("\x02", "-")  # so PDFium says a hyphen at a line's end
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(item, size)
    font = raw.FPDFTextObj_GetFont(item)
    count = raw.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(max(1, count))
    raw.FPDFFont_GetBaseFontName(font, name, count)
    return Ink(text, *box, name.value.decode(), round(size.value, 2), bool(raw.FPDFFont_GetIsEmbedded(font)))

