"""Zip packages and XML of office files, opened so that a hostile one can do no harm: sizes first, no entities, no network."""
from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from core.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PART_BYTES = 120 * 1024 * 1024  # one XML part; a plan of 1,000 pages has about 10 MB
MOST_RATIO = 400  # XML of Word packs 10 to 60 times

DAMAGED = "Tệp bị hỏng hoặc chưa tải về hết nên không đọc được."
DAMAGED_ADVICE = "Hãy mở thử bằng Word, lưu lại rồi nhập lại."
HOSTILE = "Tệp có nội dung nén bất thường nên chương trình không mở."
HOSTILE_ADVICE = "Hãy xin lại tệp từ nơi gửi."


def damaged() -> UnreadableFile:
    return UnreadableFile(DAMAGED, DAMAGED_ADVICE)


def locked(what: str) -> UnreadableFile:
    return UnreadableFile(f"{what} được bảo vệ bằng mật khẩu nên không đọc được.", "Hãy mở bằng mật khẩu, lưu bản không khóa rồi nhập lại.")


def hostile() -> UnreadableFile:
    return UnreadableFile(HOSTILE, HOSTILE_ADVICE)


class Package:
    """The parts of a zip package by name. Raises UnreadableFile for what is damaged or too big when unpacked."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = {info.filename.replace("\\", "/"): info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError, EOFError, UnicodeDecodeError) as error:
            raise damaged() from error

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of one part; KeyError where there is none."""
        info = self.names[name]
        if info.flag_bits & 1:
            raise locked("Tệp")
        if info.file_size > MOST_PART_BYTES or (info.file_size > 1_000_000 and info.file_size > MOST_RATIO * max(info.compress_size, 1)):
            raise hostile()
        try:
            with self._zip.open(info) as part:  # the sizes in the directory may lie: never read more than was promised
                data = part.read(MOST_PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError) as error:
            raise damaged() from error
        if len(data) > MOST_PART_BYTES:
            raise hostile()
        return data

    def get(self, name: str) -> bytes | None:
        """The bytes of a part that may be missing or damaged without harm to the rest (None then)."""
        if name not in self.names:
            return None
        try:
            return self.read(name)
        except UnreadableFile:
            return None


_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def xml(data: bytes) -> _Element:
    """The root element of one part, strict OOXML names turned into the usual ones. Raises UnreadableFile where it is no sound XML."""
    from lxml import etree

    if _DOCTYPE.search(data[:4096]) and b"<!ENTITY" in data:
        raise hostile()
    if b"purl.oclc.org" in data[:8192]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root is None:
        raise damaged()
    return root
