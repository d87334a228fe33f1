"""OpenDocument, web pages, Excel, RTF, .doc: the same plan comes out of each."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from core.errors import Cancelled, MissingPart, UnreadableFile
from core.model import CellPlace
from core.reading import read
from core.reading.from_doc import WORD, convert, find_converter, read_doc
from core.reading.from_html import html_text, read_html, read_mht
from core.reading.from_odt import read_odt
from core.reading.from_rtf import read_rtf
from core.reading.from_xlsx import read_xlsx, shown
from tests.core.reading.made import abstract, docx, lines, num, par, zipped

_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)


def odt(body: str, styles: str = "") -> bytes:
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}, zipfile.ZIP_STORED)


_LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>'
    '<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1"/>'
    '<text:list-level-style-number text:level="3" style:num-suffix="." style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="–"/></text:list-style>'
)


def _item(text: str, deeper: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{deeper}</text:list-item>"


def _list(inner: str, more: str = "") -> str:
    return f"<text:list {more}>{inner}</text:list>"


def test_odt_lists_are_counted_as_shown() -> None:
    body = (
        _list(
            _item("MỤC TIÊU", _list(_item("Chung", _list(_item("Một", _list(_item("gạch"))) + _item("Hai"))) + _item("Riêng"))),
            'text:style-name="L" xml:id="x"',
        )
        + "<text:p>Xen giữa</text:p>"
        + _list(_item("NHIỆM VỤ", _list(_item("Đầu"))), 'text:style-name="L" text:continue-numbering="true"')
        + _list(_item("MỚI"), 'text:style-name="L"')
    )
    assert lines(read_odt(odt(body, _LIST))) == [
        "I. MỤC TIÊU",
        "1. Chung",
        "1.1. Một",
        "- gạch",
        "1.2. Hai",
        "2. Riêng",
        "Xen giữa",
        "II. NHIỆM VỤ",
        "1. Đầu",
        "I. MỚI",
    ]


def test_odt_tables_notes_spaces_and_changes() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>xóa</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>Sở<text:s text:c="2"/>Y tế<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Chú thích.</text:p>'
        "</text:note-body></text:note> chủ<text:tab/>trì</text:p>"
        '<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Đầu</text:p>'
        "</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>1"
        "</text:p></table:table-cell><table:table-cell><text:p>Việc</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Khung<draw:frame><draw:text-box><text:p>trong khung</text:p></draw:text-box></draw:frame></text:p>"
    )
    plan = read_odt(odt(body))
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("Sở Y tế chủ trì", None),
        ("Đầu", CellPlace(0, 0, 0, 1, 2)),
        ("1", CellPlace(0, 1, 0)),
        ("Việc", CellPlace(0, 1, 1)),
        ("Khung", None),
        ("trong khung", None),
    ]
    assert [(n.mark, n.text, n.anchor) for n in plan.notes] == [("1", "Chú thích.", 7)]
    assert {r.kind for r in plan.repairs} == {"deleted", "footnote"}


def test_html_lists_tables_and_hidden_parts() -> None:
    page = (
        "<html><head><title>thừa</title><style>p{}</style></head><body><script>x</script><p style='display:none'>ẩn</p>"
        "<p align=center><b>KẾ HOẠCH</b><br>năm 2026</p><ol type=I><li>Mục tiêu<ol><li>Chung</li><li value=5>Năm</li></ol></li></ol>"
        "<ul><li>gạch<ul><li>cộng</li></ul></li></ul>"
        "<table><tr><th rowspan=2>TT</th><th colspan=2>Việc</th></tr><tr><td>a</td><td>b<p>c</p></td></tr></table>cuối&nbsp;trang</body></html>"  # noqa: E501
    )
    plan = read_html(page.encode())
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("KẾ HOẠCH", None),
        ("năm 2026", None),
        ("I. Mục tiêu", None),
        ("1. Chung", None),
        ("5. Năm", None),
        ("- gạch", None),
        ("+ cộng", None),
        ("TT", CellPlace(0, 0, 0, 2, 1)),
        ("Việc", CellPlace(0, 0, 1, 1, 2)),
        ("a", CellPlace(0, 1, 1)),
        ("b", CellPlace(0, 1, 2)),
        ("c", CellPlace(0, 1, 2)),
        ("cuối trang", None),
    ]
    assert plan.paragraphs[0].centred


def test_html_in_old_letters_and_old_bytes() -> None:
    page = '<meta charset="windows-1258"><p><font face=".VnTime">Uû ban nh©n d©n</font> <span style="font-family:VNI-Times">tænh</span></p>'
    assert lines(read_html(page.encode("latin-1"))) == ["Uỷ ban nhân dân tỉnh"]


def test_words_clipboard_keeps_the_numbers_that_word_wrote() -> None:
    html = "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>2.1.<span>&nbsp;&nbsp; </span></span><![endif]>Sở Y tế</p>"  # noqa: E501
    assert html_text(html).text == "2.1. Sở Y tế"


def test_mht_reads_its_page() -> None:
    import quopri

    page = quopri.encodestring("<html><body><p>Kế hoạch số 5</p><img src='http://example.invalid/a.png'></body></html>".encode()).decode()
    data = (
        f'From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset="utf-8"\r\n'  # noqa: E501
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n--B--\r\n"
    ).encode()
    assert read_mht(data).text == "Kế hoạch số 5"


def test_excel_sheets_become_tables(tmp_path: Path) -> None:
    from datetime import date

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["PHỤ LỤC PHÂN CÔNG"])
    sheet.merge_cells("A1:D1")
    sheet.append(["TT", "Nhiệm vụ", "Chủ trì", "Hạn"])
    sheet.append([1, "Xây dựng đề án\n- phần một", "Sở Nội vụ", date(2026, 6, 30)])
    sheet.append([2, "dòng ẩn", "x", None])
    sheet.append([3.5, "Tổng hợp", "Sở Tài chính", 0.25])
    sheet["D5"].number_format = "0%"
    sheet.row_dimensions[4].hidden = True
    hidden = book.create_sheet("nháp")
    hidden["A1"] = "ẩn"
    hidden.sheet_state = "hidden"
    path = tmp_path / "giao việc.xlsx"
    book.save(path)
    plan = read(path)
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("PHỤ LỤC PHÂN CÔNG", CellPlace(0, 0, 0, 1, 4)),
        ("TT", CellPlace(0, 1, 0)),
        ("Nhiệm vụ", CellPlace(0, 1, 1)),
        ("Chủ trì", CellPlace(0, 1, 2)),
        ("Hạn", CellPlace(0, 1, 3)),
        ("1", CellPlace(0, 2, 0)),
        ("Xây dựng đề án", CellPlace(0, 2, 1)),
        ("- phần một", CellPlace(0, 2, 1)),
        ("Sở Nội vụ", CellPlace(0, 2, 2)),
        ("30/06/2026", CellPlace(0, 2, 3)),
        ("3,5", CellPlace(0, 3, 0)),
        ("Tổng hợp", CellPlace(0, 3, 1)),
        ("Sở Tài chính", CellPlace(0, 3, 2)),
        ("25%", CellPlace(0, 3, 3)),
    ]
    assert shown(True, "") == "x"
    assert shown(12.0, "") == "12"


def _rtf(text: str) -> str:
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)


def test_rtf_keeps_numbers_drops_deleted_and_turns_old_letters() -> None:
    old = "Uû ban nh©n d©n tØnh".encode("latin-1")
    escaped = "".join(chr(b) if b < 128 else f"\\'{b:02x}" for b in old)
    data = (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}{\\f1\\fcharset0 .VnTime;}}{\\header thua\\par}"
        f"{{\\listtext\\pard I.\\tab}}{_rtf('MỤC ĐÍCH')}\\par {{\\pntext 1.\\tab}}{_rtf('Sở Y tế')} {{\\deleted {_rtf('bỏ')}}}{_rtf('chủ trì')}\\par "  # noqa: E501
        f"{{\\f1 {escaped}}}\\par }}"
    ).encode("ascii")
    plan = read_rtf(data)
    assert lines(plan) == ["I. MỤC ĐÍCH", "1. Sở Y tế chủ trì", "Uỷ ban nhân dân tỉnh"]
    assert {r.kind for r in plan.repairs} == {"deleted", "tcvn3"}


def test_a_locked_rtf_says_so() -> None:
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        read_rtf(b"{\\rtf1{\\*\\passwordhash 010000}x}")


@pytest.mark.parametrize(
    ("module", "reader"),
    [
        ("legacy_doc", lambda: read_doc(b"x", converter=None)),
        ("tesserocr", lambda: _image()),
    ],
)
def test_a_missing_part_says_what_to_install(module: str, reader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, f"{module}.{module}", None)
    assert callable(reader)
    with pytest.raises(MissingPart, match="pip install") as caught:
        reader()
    assert module.replace("_", "-") in str(caught.value)


def _image() -> None:
    import io

    from PIL import Image

    from core.reading.from_scan import read_image

    out = io.BytesIO()
    Image.new("L", (400, 500), 255).save(out, "PNG")
    read_image(out.getvalue())


@pytest.fixture(scope="module")
def old_word_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A real .doc, made by LibreOffice out of a Word package with automatic numbers."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here to make a .doc")
    import subprocess

    folder = tmp_path_factory.mktemp("doc")
    source = folder / "plan.docx"
    source.write_bytes(
        docx(
            par("MỤC TIÊU", num=1, level=0) + par("Sở Y tế chủ trì, phối hợp với Sở Tài chính.", num=1, level=1),
            numbering=abstract(0, [("upperRoman", "%1."), ("decimal", "%2.")]) + num(1, 0),
        )
    )
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "doc",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "plan.doc").read_bytes()


def test_doc_through_libreoffice_keeps_numbers(old_word_file: bytes) -> None:
    program = find_converter()
    assert program
    plan = read_doc(old_word_file, converter=program)
    assert lines(plan) == ["I. MỤC TIÊU", "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính."]
    assert plan.kind == "doc"


def test_doc_without_libreoffice_gives_the_words_and_says_that_numbers_are_missing(old_word_file: bytes) -> None:
    plan = read_doc(old_word_file, converter=None)
    assert lines(plan) == ["MỤC TIÊU", "Sở Y tế chủ trì, phối hợp với Sở Tài chính."]
    assert [r.kind for r in plan.repairs] == ["no-numbers"]


def test_a_locked_doc_says_so(old_word_file: bytes) -> None:
    """The flag of encryption in the head of Word's stream (FIB, bit 8 of the word at 10) is set by hand."""
    locked = bytearray(old_word_file)
    head = locked.index(b"\xec\xa5")
    locked[head + 11] |= 0x01
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        read_doc(bytes(locked), converter=None)


def test_doc_through_word_where_only_word_is_there(old_word_file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for PowerShell does what Word would: it takes the paths from the environment and writes the .docx there."""
    stand_in = tmp_path / "powershell"
    stand_in.write_text(
        '#!/bin/sh\ncase "$*" in *Word.Application*SaveAs2*) ;; *) exit 9;; esac\n'
        f'test -s "$PHANCONG_SOURCE" && cp "{tmp_path}/ready.docx" "$PHANCONG_TARGET"\n'
    )
    stand_in.chmod(0o755)
    (tmp_path / "ready.docx").write_bytes(docx(par("Từ Word", num=1), numbering=abstract(0, [("decimal", "%1.")]) + num(1, 0)))
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    plan = read_doc(old_word_file, converter=WORD)
    assert lines(plan) == ["1. Từ Word"]


def test_stopping_ends_libreoffice_too(old_word_file: bytes) -> None:
    def stop(share: float, words: str) -> None:
        raise Cancelled

    program = find_converter()
    assert program
    with pytest.raises(Cancelled):
        convert(old_word_file, program, stop)


def test_odt_and_xlsx_that_are_damaged_say_so() -> None:
    for reader, data in (
        (read_odt, zipped({"content.xml": "<a>"})),
        (read_odt, zipped({"mimetype": "x"})),
        (read_xlsx, zipped({"xl/workbook.xml": "<a/>"})),
    ):
        with pytest.raises(UnreadableFile):
            reader(data)


@pytest.mark.parametrize("page", [
    # Word
    """<p>Sở Y tế<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> chủ trì</p>
       <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>
       <a href="#_ftnref1" name="_ftn1">[1]</a> Theo <b>báo cáo</b></p><p>năm 2025.</p></div></div>""",
    # LibreOffice
    """<p>Sở Y tế<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> chủ trì</p>
       <div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Theo báo cáo năm 2025.</p></div>""",
    # Google Docs
    """<p>Sở Y tế<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> chủ trì</p>
       <hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Theo báo cáo năm 2025.</p></div>"""])
def test_footnotes_of_pages_lie_apart_with_their_places(page: str) -> None:
    plan = read_html(f"<html><body>{page}<p>Sau</p></body></html>".encode())
    assert lines(plan) == ["Sở Y tế chủ trì", "Sau"]
    assert [(n.mark, n.text, n.anchor) for n in plan.notes] == [("1", "Theo báo cáo năm 2025.", 7)]


@pytest.mark.parametrize("page", [
    '<p>a<a href="#_ftn1">[1]</a></p><p>b</p>', '<p>a<a href="#_ftnref1">[1]</a> b</p>',
    '<p>a<a href="#_ftn1">[1]</a> <a href="#_ftnref1">[1]</a> b</p>'])
def test_links_that_point_at_no_note_stay_words(page: str) -> None:
    plan = read_html(f"<html><body>{page}</body></html>".encode())
    assert "[1]" in plan.text
    assert plan.notes == ()


def test_control_characters_behind_a_note_do_no_harm() -> None:
    page = '<p>a<a href="#_ftn1">[1]</a>&#1; b</p><div id=ftn1><p><a href="#_ftnref1">[1]</a>&#2; ghi</p></div>&#3;'
    plan = read_html(f"<html><body>{page}</body></html>".encode())
    assert [n.text for n in plan.notes] == ["ghi"]
    assert lines(plan) == ["a b"]
