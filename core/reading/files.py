"""Files as bytes, and what they are: by their first bytes, then by their ending."""
from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from core.errors import UnreadableFile
from core.reading.package import Package, locked

MOST_BYTES = 300 * 1024 * 1024  # a scan of 300 pages at 300 dpi has about 100 MB

_NAMES = "Word (.docx, .doc), PDF, ảnh quét, .odt, .rtf, .html, .xlsx, .txt"


def load(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableFile: missing, a folder, empty, locked, too big."""
    name = path.name or str(path)
    try:
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableFile(f"Không tìm thấy tệp “{name}”.", "Hãy kiểm tra tệp có còn ở đó không.") from error
    except (OSError, ValueError) as error:
        raise _no_access(name) from error
    if stat.S_ISDIR(state.st_mode):
        raise UnreadableFile(f"“{name}” là một thư mục.", "Hãy chọn một tệp kế hoạch.")
    if not stat.S_ISREG(state.st_mode):
        raise UnreadableFile(f"“{name}” không phải là tệp thông thường nên không đọc được.")
    if state.st_size == 0:
        raise UnreadableFile(f"Tệp “{name}” trống (0 byte).", "Có thể tệp chưa tải về hết; hãy lấy lại tệp.")
    if state.st_size > MOST_BYTES:
        raise UnreadableFile(f"Tệp “{name}” quá lớn ({state.st_size / 2**20:,.0f} MB).".replace(",", "."),
                             f"Chương trình đọc tệp đến {MOST_BYTES // 2**20} MB; hãy tách kế hoạch ra khỏi tệp này.")
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _no_access(name) from error
    if not data:
        raise UnreadableFile(f"Tệp “{name}” trống (0 byte).", "Có thể tệp chưa tải về hết; hãy lấy lại tệp.")
    return data


def _no_access(name: str) -> UnreadableFile:
    return UnreadableFile(f"Không mở được tệp “{name}”: chương trình khác đang giữ tệp hoặc bạn không có quyền đọc.",
                          "Hãy đóng tệp trong Word (hoặc chương trình khác) rồi thử lại.")


_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|meta|table|div|p)\b", re.IGNORECASE)
_MIME = re.compile(rb"^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type):", re.IGNORECASE)


def kind_of(data: bytes, name: str = "") -> str:
    """docx, odt, ods, xlsx, doc, rtf, pdf, image, html, mht, md or txt. Raises UnreadableFile for what is known and not read here."""
    head = data[:4096]
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if bare.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")):
        return "image"
    if head.startswith(b"BM") and name.lower().endswith((".bmp", ".dib")):
        return "image"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _kind_of_zip(Package(data))
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _kind_of_ole(data)
    if b"%PDF-" in head[:1100]:
        return "pdf"
    return _kind_of_text(data, name)


def _kind_of_zip(package: Package) -> str:
    if "mimetype" in package:
        mime = package.read("mimetype")[:200]
        if b"opendocument.text" in mime:
            return "odt"
        if b"opendocument.spreadsheet" in mime:
            return "ods"
    names = package.names
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise UnreadableFile("Tệp Excel nhị phân (.xlsb) chưa đọc được.", "Hãy lưu lại thành .xlsx rồi nhập lại.")
    if any(name.startswith("ppt/") for name in names):
        raise UnreadableFile("Đây là tệp trình chiếu PowerPoint, không phải kế hoạch.", f"Chương trình đọc được: {_NAMES}.")
    if "content.xml" in names:
        return "odt"
    raise UnreadableFile("Đây là tệp nén (.zip) hoặc định dạng chưa biết.", "Hãy giải nén rồi chọn tệp kế hoạch bên trong.")


def _kind_of_ole(data: bytes) -> str:
    def stream(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if stream("EncryptedPackage") or stream("EncryptionInfo"):
        raise locked("Tệp Office")
    if stream("WordDocument"):
        return "doc"
    if stream("Workbook") or stream("Book"):
        raise UnreadableFile("Tệp Excel đời cũ (.xls) chưa đọc được.", "Hãy mở bằng Excel, lưu lại thành .xlsx rồi nhập lại.")
    if stream("PowerPoint Document"):
        raise UnreadableFile("Đây là tệp trình chiếu PowerPoint, không phải kế hoạch.", f"Chương trình đọc được: {_NAMES}.")
    raise UnreadableFile("Tệp Office này bị hỏng hoặc không phải văn bản Word.", "Hãy mở thử bằng Word, lưu lại thành .docx rồi nhập lại.")


def _kind_of_text(data: bytes, name: str) -> str:
    ending = os.path.splitext(name.lower())[1]
    head = data[:4096]
    plain = head.replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head.count(b"\x00") > len(head) // 4 else head
    plain = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if b"<?mso-application progid=\"Word.Document\"" in plain or b"w:wordDocument" in plain or b"pkg:package" in plain:
        raise UnreadableFile("Tệp Word dạng XML chưa đọc được.", "Hãy mở bằng Word, lưu lại thành .docx rồi nhập lại.")
    if _MIME.match(plain) and re.search(rb"multipart/|text/html", plain, re.IGNORECASE):
        return "mht"
    if plain.startswith(b"<") and _HTML.search(plain[:2000]):
        return "html"
    if ending in (".html", ".htm", ".xhtml") and _HTML.search(data[:200_000].replace(b"\x00", b"")):
        return "html"
    return "md" if ending in (".md", ".markdown") else "txt"


def unknown_format(name: str) -> UnreadableFile:
    return UnreadableFile(f"Không nhận ra định dạng của tệp “{name}”." if name else "Không nhận ra định dạng của tệp.",
                          f"Chương trình đọc được: {_NAMES}.")
