"""Files to text: ``read(path)`` gives the PlanText of any format that plans come in. The only place that opens files for reading."""
from __future__ import annotations

import re
from pathlib import Path

from core.errors import UnreadableFile, UserError
from core.model import PlanText
from core.reading.build import Progress
from core.reading.files import kind_of, load, unknown_format
from core.reading.letters import accounted, with_account

__all__ = ["load", "pasted_bytes", "read", "read_again", "read_clipboard"]


def read(path: Path, *, progress: Progress | None = None, data: bytes | None = None, keep_letters: bool = False) -> PlanText:
    """The text of a plan file, by what its bytes are (its ending only decides between kinds of plain text).

    ``data``: the bytes, where they are loaded already. ``keep_letters``: what looks like TCVN3, VNI or Windows-1258 stays as it is.
    ``progress(share, words)`` is called with shares 0…1; what it raises (core.errors.Cancelled) ends the reading.

    Raises UnreadableFile, MissingPart.
    """
    path = Path(path)
    if progress is not None:
        progress(0.0, f"Đang mở {path.name}…")
    if data is None:
        data = load(path)
    kind = kind_of(data, path.name)
    with accounted(keep_letters) as letters:
        text = with_account(_read(kind, data, path.name, progress), letters)
    if not text.text.strip():
        raise UnreadableFile(f"Không có chữ nào trong tệp “{path.name}”.", "Hãy kiểm tra xem có chọn nhầm tệp không.")
    if progress is not None:
        progress(1.0, "Đã đọc xong.")
    return text


def _read(kind: str, data: bytes, name: str, progress: Progress | None) -> PlanText:
    try:
        return _reader(kind, data, name, progress)
    except UserError:
        raise
    except (RecursionError, MemoryError) as error:
        raise UnreadableFile(f"Tệp “{name}” quá phức tạp nên không đọc được.", "Hãy lưu lại thành .docx hoặc PDF rồi nhập lại.") from error


def _reader(kind: str, data: bytes, name: str, progress: Progress | None) -> PlanText:
    if kind == "docx":
        from core.reading.from_docx import read_docx

        return read_docx(data, progress)
    if kind in ("txt", "md"):
        return _plain(data, kind, name)
    if kind == "pdf":
        from core.reading.from_pdf import read_pdf

        return read_pdf(data, progress)
    if kind == "image":
        from core.reading.from_scan import read_image

        return read_image(data, progress)
    return _other(kind, data, name, progress)


def _other(kind: str, data: bytes, name: str, progress: Progress | None) -> PlanText:
    if kind in ("odt", "ods"):
        from core.reading.from_odt import read_odt

        return read_odt(data, progress, kind)
    if kind == "html":
        from core.reading.from_html import read_html

        return read_html(data)
    if kind == "mht":
        from core.reading.from_html import read_mht

        return read_mht(data)
    if kind == "xlsx":
        from core.reading.from_xlsx import read_xlsx

        return read_xlsx(data, progress)
    if kind == "rtf":
        from core.reading.from_rtf import read_rtf

        return read_rtf(data)
    if kind == "doc":
        from core.reading.from_doc import read_doc

        return read_doc(data, progress)
    raise unknown_format(name)


def _plain(data: bytes, kind: str, name: str) -> PlanText:
    from core.reading.encodings import decode
    from core.reading.plain import looks_like_text, with_repairs

    decoded = decode(data)
    if not looks_like_text(decoded.text, guessed="latin" in decoded.repairs):
        raise unknown_format(name)
    return with_repairs(decoded.text, kind, decoded.repairs)


def read_clipboard(text: str | None, html: str | None, *, keep_letters: bool = False) -> PlanText:
    """The PlanText of what lies on the clipboard: HTML where it keeps more (lists, tables), else the text, whose broken lines are mended.

    Raises UnreadableFile where there are no words.
    """
    with accounted(keep_letters) as letters:
        return with_account(_pasted(text, html), letters)


def pasted_bytes(text: str, html: str | None) -> bytes:
    """What is kept of the clipboard as the plan's original: its HTML where that is what was read."""
    return f"<html>{_fragment(html)}".encode("utf-8", "replace") if html and uses_html(text, html) else text.encode("utf-8", "replace")


def read_again(kind: str, name: str, data: bytes, *, progress: Progress | None = None, keep_letters: bool = False) -> PlanText:
    """What was stored as an original, read another time. ``kind`` is that of the first reading. Raises UnreadableFile, MissingPart."""
    if kind != "clipboard":
        return read(Path(name), progress=progress, data=data, keep_letters=keep_letters)
    words = data.decode("utf-8", "replace")
    return read_clipboard(None, words, keep_letters=keep_letters) if words.startswith("<html>") else \
        read_clipboard(words, None, keep_letters=keep_letters)


def _pasted(text: str | None, html: str | None) -> PlanText:
    from core.reading.from_html import html_text
    from core.reading.plain import with_repairs

    result: PlanText | None = None
    if html and uses_html(text, html):
        try:
            result = html_text(_fragment(html), "clipboard")
        except UnreadableFile:
            result = None
    if (result is None or not result.text.strip()) and text and text.strip():
        result = with_repairs(text, "clipboard", ())
    if result is None or not result.text.strip():
        raise UnreadableFile("Trong bộ nhớ tạm không có chữ nào.", "Hãy chép (Ctrl+C) phần văn bản kế hoạch rồi dán lại.")
    return result


def uses_html(text: str | None, html: str | None) -> bool:
    """Whether the HTML of the clipboard keeps more than its text."""
    return bool(html) and (_HTML_MATTERS.search(html or "") is not None or not (text and text.strip()))


_HTML_MATTERS = re.compile(r"<(?:li|td|th)\b|mso-list\s*:|href=[\"']?#_?(?:ftn|edn)", re.IGNORECASE)
_CLIP_HEAD = re.compile(r"\s*Version:[\d.]+\s.*?(?=<)", re.DOTALL)


def _fragment(html: str) -> str:
    """Windows puts a head of offsets before the HTML and marks the part that was chosen."""
    html = _CLIP_HEAD.sub("", html, count=1) if html.lstrip().startswith("Version:") else html
    begin, end = html.find("<!--StartFragment-->"), html.rfind("<!--EndFragment-->")
    return html[begin + 20:end] if 0 <= begin < end else html
