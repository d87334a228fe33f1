"""PDF files: text by the places of its characters, pages that are pictures by OCR."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.errors import MissingPart, UnreadableFile
from core.model import PlanText
from core.reading.build import Counter, Progress, assemble
from core.reading.encodings import by_font, guess_set, set_of_font, to_unicode, vietnamese_share
from core.reading.garbled import is_garbled
from core.reading.layout import lay_out
from core.reading.letters import kept_any
from core.reading.package import locked
from core.reading.pdf_page import read_page
from core.reading.symbols import without_private
from core.reading.words import Page

MOST_PAGES = 3000
_FEW_WORDS = 12  # a page with fewer words and a picture over it is a scan


@dataclass(slots=True)
class _Read:
    page: Page
    scan: bool
    garbled: bool = False  # its letters cannot be told, so its picture is read


def read_pdf(data: bytes, progress: Progress | None = None) -> PlanText:
    """The text of a PDF. Raises UnreadableFile, MissingPart (a scan without OCR); what ``progress`` raises passes through."""
    document = open_pdf(data)
    try:
        count = len(document)
        if count == 0:
            raise _damaged()
        if count > MOST_PAGES:
            raise UnreadableFile(f"Tệp PDF có {count} trang, quá dài cho một kế hoạch.", "Hãy tách phần kế hoạch ra một tệp riêng.")
        counter = Counter()
        read = [_read_page(document, number, count, progress) for number in range(count)]
        scans = [each.page.number for each in read if each.scan]
        pages = [each.page for each in read]
        garbled = sum(each.garbled for each in read)
        if scans and (garbled or len(scans) > count // 2 or any(_worth_reading(document, number) for number in scans)):
            from core.reading.from_scan import ocr_pages

            try:
                recognised = ocr_pages(document, scans, counter, progress, 0.1)
                pages = [recognised.get(page.number, page) for page in pages]
                counter.add("garbled", garbled)
            except MissingPart:
                if garbled or any(each.scan and len(each.page.words) < _FEW_WORDS for each in read):
                    raise  # else the poor text that a scanner laid under its pictures is better than none
    finally:
        document.close()
    _mend_letters(pages, counter)
    for page in pages:
        for word in page.words:
            if word.text > "\uf000":  # bullets of symbol fonts: lines are told by them
                word.text = without_private(word.text)
    if progress is not None:
        progress(0.95, "Đang ghép các dòng thành đoạn…")
    laid = lay_out(pages, counter)
    if scans:
        from core.reading.scan_mend import mend_pieces

        mend_pieces(laid.pieces, counter, set(scans))
    kind = "scan" if len(scans) * 2 > count else "pdf"
    return assemble(laid.pieces, kind=kind, pages=count, notes=laid.notes, counter=counter)


def _damaged() -> UnreadableFile:
    return UnreadableFile("Tệp PDF bị hỏng hoặc chưa tải về hết nên không đọc được.", "Hãy lấy lại tệp rồi thử lại.")


def open_pdf(data: bytes) -> Any:
    """A PDFium document. Raises UnreadableFile: locked by a password, damaged."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise locked("Tệp PDF") from error
        raise _damaged() from error


def _read_page(document: Any, index: int, count: int, progress: Progress | None) -> _Read:
    import pypdfium2

    if progress is not None and index % 4 == 0:
        progress(0.1 * index / count if count else 0.0, f"Đang đọc trang {index + 1}/{count}…")
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return _Read(Page(index + 1, 595.0, 842.0, []), False)
    try:
        read, words, pictures = read_page(page, index + 1)
        scan = pictures > 0.3 and (words < _FEW_WORDS or (pictures > 0.6 and _poor(read)))
        garbled = not scan and is_garbled(read.words)
        return _Read(read, scan or garbled, garbled)
    except pypdfium2.PdfiumError:
        return _Read(Page(index + 1, 595.0, 842.0, []), False)
    finally:
        page.close()


def _poor(page: Page) -> bool:
    """Whether the text that a scanner laid under a picture is no Vietnamese: hardly a word with marks, or words that make no sense."""
    words = [word.text for word in page.words]
    marked = sum(1 for word in words if not word.isascii())
    return marked < 0.2 * len(words) or vietnamese_share(" ".join(words)) < 0.7


def _worth_reading(document: Any, number: int) -> bool:
    """A picture page among pages of text is read too when it fills the page."""
    page = document[number - 1]
    try:
        return read_page(page, number)[2] > 0.6
    finally:
        page.close()


def _mend_letters(pages: list[Page], counter: Counter) -> None:
    """Words in fonts of TCVN3 or VNI become Unicode; so does a document whose words only make sense that way."""
    changed: dict[str, int] = {}
    old = {font: set_of_font(font) for font in {word.font for page in pages for word in page.words} if font and set_of_font(font)}
    for page in pages if old else ():
        for word in page.words:
            letters = old.get(word.font, "")
            if letters:
                better = by_font(word.text, letters)
                if better != word.text:
                    word.text = better
                    changed[letters[:5]] = changed.get(letters[:5], 0) + 1
    if not changed and not kept_any():
        sample = " ".join(word.text for page in pages[:8] for word in page.words)
        letters = guess_set(sample)
        if letters:
            for page in pages:
                for word in page.words:
                    word.text = to_unicode(word.text, letters)
            changed[letters] = sum(len(page.words) for page in pages)
    for letters, count in changed.items():
        counter.add("vni" if letters == "vni" else "tcvn3", count)
