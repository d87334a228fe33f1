"""Any bytes give a PlanText or a UserError within ten seconds; ``make fuzz`` runs the long form."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import UserError
from core.model import PlanText
from core.reading import from_doc, read, read_clipboard
from tests.core.reading.made import SENTENCES, Pdf, abstract, cell, docx, lines, num, par, run, table, told, zipped
from tests.core.reading.test_formats import _LIST, _item, _list, odt

_SETTINGS = {"deadline": None, "suppress_health_check": list(HealthCheck)}
SHORT = settings(max_examples=25, **_SETTINGS)  # type: ignore[arg-type]
LONG = settings(max_examples=600, **_SETTINGS)  # type: ignore[arg-type]


@pytest.fixture(autouse=True, scope="module")
def _without_libreoffice() -> object:
    """Old Word files by their words alone: LibreOffice takes a second for each."""
    patch = pytest.MonkeyPatch()
    patch.setattr(from_doc, "find_converter", lambda: None)
    yield
    patch.undo()


def check(data: bytes, name: str) -> None:
    begun = time.process_time()  # the machine may be busy with other tests
    try:
        plan = read(Path(name), data=data)
    except UserError as error:
        told(error)
    else:
        assert isinstance(plan, PlanText)
        lines(plan)
        for note in plan.notes:
            assert note.anchor is None or 0 <= note.anchor <= len(plan.text)
        for span in plan.unsure:
            assert 0 <= span.start < span.end <= len(plan.text)
    assert time.process_time() - begun < 10


# ---------------------------------------------------------------- one sound file of each kind


def _docx() -> bytes:
    note = '<w:footnote w:id="2">' + par("Chú thích.") + "</w:footnote>"
    body = (
        par("MỤC TIÊU", num=1, level=0)
        + par("Sở Y tế", num=1, level=1)
        + table(cell(par("TT"), '<w:vMerge w:val="restart"/>') + cell(par("Việc")), cell(par(), "<w:vMerge/>") + cell(par("x")))
        + par(inner=run("a") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>')
    )
    return docx(
        body,
        numbering=abstract(0, [("upperRoman", "%1."), ("decimal", "%1.%2.")]) + num(1, 0),
        footnotes=note,
        styles='<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="A"/></w:style>',
    )


def _odt() -> bytes:
    return odt(
        _list(_item("MỤC TIÊU", _list(_item("Chung"))), 'text:style-name="L"') + "<text:p>Sở <text:span>Y tế</text:span></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>",
        _LIST,
    )


def _pdf() -> bytes:
    pdf = Pdf()
    y = pdf.flow(100, SENTENCES[0])
    pdf.grid([60, 200, 400], [y, y + 30, y + 60])
    pdf.text(70, y + 20, "Việc")
    pdf.page()
    pdf.flow(100, SENTENCES[1])
    return pdf.bytes()


def _xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TT", "Nhiệm vụ", "Chủ trì"])
    sheet.append([1, "Xây dựng đề án", "Sở Nội vụ"])
    sheet.merge_cells("A1:B1")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_RTF = (
    rb"{\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0 Times;}{\f1 .VnTime;}{\f2\fcharset2 Symbol;}}{\listtext\f2\'b7\tab}{\b So Y te}"
    rb"\par "
    rb"{\f1 U\'fb ban}{\footnote ghi {\i chu}} {\upr{a}{\*\ud{\u272?}}}{\*\shpinst{\shptxt khung\par}}\par "
    rb"\trowd\clvmgf\cellx500\cellx900 a\cell b\cell\row\trowd\clvmrg\cellx500\clmrg\cellx900 c\cell d\cell\row\pard\u272?"
    rb"{\field{\*\fldinst X}{\fldrslt y}}}")
_HTML = (
    "<html><head><meta charset=utf-8></head><body><ol type=a><li>Sở Y tế<ul><li>gạch</li></ul></li></ol><table><tr><td colspan=2>x</td></tr>"  # noqa: E501
    "<tr><td rowspan=2>y</td><td>z</td></tr></table><p style='font-family:.VnTime'>Uû ban<a href='#_ftn1'>[1]</a>"
    "</p><div id=ftn1><p><a href='#_ftnref1'>[1]</a>ghi</p></div></body></html>"
).encode()
_MHT = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>Ke hoach</p>\r\n--B--\r\n"  # noqa: E501
_TXT = (
    "KẾ HOẠCH\r\nThực hiện nhiệm vụ\r\nI. NHIỆM VỤ\r\n1. Sở Y tế chủ trì, phối hợp với Sở Tài chính:\r\n- Xây dựng đề án.\r\n"
    "| TT | Việc |\r\n|---|---|\r\n| 1 | a |\r\n"
).encode()
MAKERS: dict[str, Callable[[], bytes]] = {
    "docx": _docx,
    "odt": _odt,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "rtf": lambda: _RTF,
    "html": lambda: _HTML,
    "mht": lambda: _MHT,
    "txt": lambda: _TXT,
    "md": lambda: _TXT,
}
_HEADS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"{\\rtf1 ",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"MIME-Version: 1.0\nContent-Type: text/html\n\n",
)


@lru_cache(maxsize=32)
def sound(kind: str) -> bytes:
    return MAKERS[kind]()


def mutated(data: bytes, seed: int) -> bytes:
    """Bytes flipped, runs cut out, doubled, swapped or overwritten; for packages also inside their parts."""
    luck = random.Random(seed)
    if data[:2] == b"PK" and luck.random() < 0.75:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
        name = luck.choice(list(parts))
        part = parts[name]
        assert isinstance(part, bytes)
        parts[name] = _words_changed(part, luck) if luck.random() < 0.5 else _bytes_changed(part, luck)
        return zipped(parts)
    return _bytes_changed(data, luck)


def _bytes_changed(data: bytes, luck: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(luck.randint(1, 12)):
        if not out:
            break
        a = luck.randrange(len(out))
        b = min(len(out), a + luck.randint(1, 80))
        kind = luck.randrange(5)
        if kind == 0:
            out[a] ^= 1 << luck.randrange(8)
        elif kind == 1:
            del out[a:b]
        elif kind == 2:
            out[a:a] = out[a:b] * luck.randint(1, 4)
        elif kind == 3:
            out[a:b] = bytes(luck.randrange(256) for _ in range(b - a))
        else:
            del out[luck.randrange(len(out)) :]
    return bytes(out)


def _words_changed(part: bytes, luck: random.Random) -> bytes:
    """Keeps XML well-formed more often: numbers and names swapped for odd ones."""
    import re

    odd = (b"-1", b"0", b"999999999999", b"1e9", b"NaN", b"", b"\xc4\x91", b"%9", b"true")
    places = list(re.finditer(rb'"[^"<>]{0,40}"', part))
    for match in sorted(luck.sample(places, min(len(places), luck.randint(1, 6))), key=lambda m: -m.start()):
        part = part[: match.start() + 1] + luck.choice(odd) + part[match.end() - 1 :]
    return part


# ---------------------------------------------------------------- the proofs


@pytest.mark.parametrize("kind", MAKERS)
def test_the_sound_files_are_read(kind: str) -> None:
    assert read(Path(f"tệp.{kind}"), data=sound(kind)).text


@SHORT
@given(st.sampled_from(_HEADS), st.binary(max_size=2000), st.sampled_from(["txt", "docx", "html", "pdf"]))
def test_random_bytes(head: bytes, data: bytes, ending: str) -> None:
    check(head + data, f"tệp.{ending}")


@pytest.mark.parametrize("kind", MAKERS)
@SHORT
@given(seed=st.integers(0, 2**32))
def test_mutated_files(kind: str, seed: int) -> None:
    check(mutated(sound(kind), seed), f"tệp.{kind}")


@SHORT
@given(st.one_of(st.none(), st.text(max_size=400)), st.one_of(st.none(), st.text(max_size=400).map(lambda t: f"<p>{t}")))
def test_any_clipboard(text: str | None, html: str | None) -> None:
    try:
        lines(read_clipboard(text, html))
    except UserError as error:
        told(error)


@pytest.mark.long
@pytest.mark.parametrize("kind", MAKERS)
@LONG
@given(seed=st.integers(0, 2**32))
def test_mutated_files_long(kind: str, seed: int) -> None:
    check(mutated(sound(kind), seed), f"tệp.{kind}")


@pytest.mark.long
@LONG
@given(st.sampled_from(_HEADS), st.binary(max_size=20_000), st.sampled_from(["txt", "docx", "html", "pdf", "png"]))
def test_random_bytes_long(head: bytes, data: bytes, ending: str) -> None:
    check(head + data, f"tệp.{ending}")
