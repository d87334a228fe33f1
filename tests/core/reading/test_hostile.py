"""Hostile and broken files: one clear message or a result, quickly, and never a look at the network."""

from __future__ import annotations

import io
import socket
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from core.errors import UnreadableFile, UserError
from core.model import PlanText
from core.reading import read
from core.reading.from_docx import read_docx
from core.reading.from_html import html_text, read_html
from core.reading.from_odt import read_odt
from core.reading.from_pdf import read_pdf
from core.reading.from_rtf import read_rtf
from core.reading.from_scan import read_image
from core.reading.from_xlsx import read_xlsx
from core.reading.package import Package
from tests.core.reading.made import SENTENCES, Pdf, cell, docx, par, table, told, zipped

SECONDS = 10.0


@pytest.fixture(autouse=True)
def _no_network_and_no_hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader asked for the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("word/document.xml", "content.xml", "xl/workbook.xml"):
        _bomb(name)  # made once, before the clock runs
    begun = time.process_time()  # the machine may be busy with other tests
    yield
    assert time.process_time() - begun < SECONDS


@lru_cache(maxsize=4)
def _bomb(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package, package.open(name, "w", force_zip64=True) as part:
        for _ in range(122):
            part.write(b" " * 1_000_000)
    return out.getvalue()


def test_zip_bombs_are_refused_without_unpacking() -> None:
    for name, reader in (("word/document.xml", read_docx), ("content.xml", read_odt), ("xl/workbook.xml", read_xlsx)):
        with pytest.raises(UnreadableFile, match="nén bất thường"):
            reader(_bomb(name))


def test_a_size_that_lies_does_not_help_a_bomb() -> None:
    data = bytearray(_bomb("word/document.xml"))
    size = (122_000_000).to_bytes(4, "little")
    place = data.rfind(size)
    while place >= 0:
        data[place : place + 4] = (1000).to_bytes(4, "little")
        place = data.rfind(size)
    with pytest.raises(UnreadableFile):
        Package(bytes(data)).read("word/document.xml")


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {chr(99 + k)} "{f"&{chr(98 + k)};" * 10}">' for k in range(9))
    + "]><x>&k;</x>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://example.invalid/">]><x>&a;&b;</x>'
)


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE])
def test_entities_are_refused(text: str) -> None:
    for name, reader in (("word/document.xml", read_docx), ("content.xml", read_odt), ("xl/workbook.xml", read_xlsx)):
        with pytest.raises(UnreadableFile):
            reader(zipped({name: text}))


def test_a_document_type_from_the_network_is_not_fetched() -> None:
    page = '<!DOCTYPE html PUBLIC "x" "http://example.invalid/x.dtd"><p>Kế hoạch<img src="http://example.invalid/a.png"></p>'
    assert html_text(page).text == "Kế hoạch"


def test_deep_nesting_ends_in_a_message() -> None:
    deep = 3000
    blocks = "<w:sdt><w:sdtContent>" * deep + par("x") + "</w:sdtContent></w:sdt>" * deep
    tables = par("x")
    for _ in range(150):
        tables = table(cell(tables))
    runs = par(inner="<w:ins>" * 200 + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * 200)
    for body in (blocks, tables, runs):
        with pytest.raises(UnreadableFile):
            read_docx(docx(body))
    for page in ("<div>" * 100_000 + "x", "<table><tr><td>" * 5000 + "x", "<ul><li>" * 3000 + "x"):
        _either(lambda page=page: read_html(page.encode()))  # type: ignore[misc]
    _either(lambda: read_rtf(b"{\\rtf1 " + b"{" * 200_000 + b"x" + b"}" * 200_000 + b"}"))


def _either(reading: object) -> None:
    assert callable(reading)
    try:
        assert isinstance(reading(), PlanText)
    except UserError as error:
        told(error)


def test_ten_thousand_columns() -> None:
    wide = table("".join(cell(par("x")) for _ in range(10_000)))
    merged = table(cell(par("x"), '<w:gridSpan w:val="999999999"/>') + cell(par("y")))
    for body in (wide, merged):
        with pytest.raises(UnreadableFile):
            read_docx(docx(body))
    with pytest.raises(UnreadableFile):
        read_html(("<table><tr>" + "<td>x" * 10_000).encode())
    _either(lambda: read_html(b"<table><tr><td colspan=2000 rowspan=65534>x<tr><td colspan=1000000>y</table>"))


def test_a_sheet_of_far_corners() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "Kế hoạch", "xa"
    out = io.BytesIO()
    book.save(out)
    assert read_xlsx(out.getvalue()).text == "Kế hoạch\nxa"


def test_files_cut_short() -> None:
    pdf = Pdf()
    for _ in range(3):
        pdf.flow(100, SENTENCES[0])
        pdf.page()
    whole = {"a.docx": docx(par("Kế hoạch số 5")), "a.pdf": pdf.bytes(), "a.rtf": b"{\\rtf1\\ansi {\\b Ke hoach}\\par so 5}"}
    for data in whole.values():
        for share in (0.1, 0.5, 0.9, 0.99):
            part = data[: int(len(data) * share)]
            _either(lambda part=part: _read(part))  # type: ignore[misc]


def _read(data: bytes, name: str = "tệp.bin") -> PlanText:
    return read(Path(name), data=data)


@pytest.mark.parametrize("ending", ["docx", "pdf", "doc", "rtf", "odt", "xlsx", "html", "png", "txt"])
def test_one_byte_and_noise_under_every_ending(ending: str) -> None:
    for data in (
        b"\x00",
        b"P",
        b"PK",
        b"PK\x03\x04",
        b"%PDF-",
        b"{\\rtf",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x89PNG\r\n\x1a\n",
        b"<",
        b"\xff\xfe",
    ):
        _either(lambda data=data: _read(data, f"tệp.{ending}"))  # type: ignore[misc]


def test_pictures_that_are_none_or_monstrous() -> None:
    for data in (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, b"II*\x00" + b"\xff" * 40, b"GIF89a\x00", b"\xff\xd8\xff\xe0rest"):
        with pytest.raises(UnreadableFile):
            read_image(data)
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)  # a picture of 30 GB in a file of 57 bytes
    huge = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + b"IHDR"
        + head
        + struct.pack(">I", zlib.crc32(b"IHDR" + head))
        + b"\x00\x00\x00\x00IDAT"
    )
    with pytest.raises(UnreadableFile):
        read_image(huge)


def test_a_pdf_that_promises_too_much() -> None:
    pages = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999999>>endobj trailer<</Root 1 0 R>>"  # noqa: E501
    _either(lambda: read_pdf(pages))


def test_a_page_of_thousands_of_lines_does_not_hang() -> None:
    pdf = Pdf()
    for k in range(900):
        pdf.rule(50 + k * 0.5, 50, 50 + k * 0.5, 790)
        pdf.rule(50, 50 + k * 0.8, 540, 50 + k * 0.8)
    pdf.text(100, 100, "Bản đồ quy hoạch")
    assert "quy hoạch" in read_pdf(pdf.bytes()).text.replace("\n", " ")


def test_long_lines_without_blanks() -> None:
    for unit in ("a", "(", "1.", "{\\", "<b", "&#", "\u0301", "đ)", "* ", "| "):
        _either(lambda unit=unit: _read((unit * 200_000).encode()))  # type: ignore[misc]
