"""Old Word files without LibreOffice or Word at hand: text, tables, notes and fields as in the Word file that they were made of."""
from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from core.errors import UnreadableFile
from core.model import PlanText
from core.reading.doc_binary import BinaryWord
from core.reading.from_doc import read_doc
from core.reading.from_docx import read_docx
from tests.core.reading.made import abstract, cell, docx, lines, num, par, run, table, told

FIELD = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://x.invalid" </w:instrText></w:r>'
         '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("kết quả") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[PlanText, bytes]:
    """What a Word file says, and the .doc that LibreOffice made of it."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here to make a .doc")
    folder = tmp_path_factory.mktemp("doc")
    grid = '<w:tblGrid>' + '<w:gridCol w:w="2000"/>' * 3 + "</w:tblGrid>"
    body = (par("KẾ HOẠCH", more='<w:jc w:val="center"/>') + par(inner=run("Xem ") + FIELD + run(" ở dưới"))
            + par("Mục tiêu", num=1, level=0)
            + par(inner=run("Sở Y tế") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" chủ trì")
                  + '<w:r><w:endnoteReference w:id="2"/></w:r>' + run(" đề án"))
            + table(cell(par("TT")) + cell(par("Nhiệm vụ"), '<w:gridSpan w:val="2"/>'),
                    cell(par("1"), '<w:vMerge w:val="restart"/>') + cell(par("Xây dựng đề án")) + cell(par("Sở Nội vụ") + par("Sở Y tế")),
                    cell(par(""), "<w:vMerge/>") + cell(par("")) + cell(par("30/6/2026"))).replace("<w:tblGrid/>", grid)
            + par("Giữa") + table(cell(par("a")) + cell(par("b"))) + par("Nơi nhận"))
    made = docx(body, numbering=abstract(0, [("upperRoman", "%1.")]) + num(1, 0),
                footnotes='<w:footnote w:id="2">' + par("Theo báo cáo.") + "</w:footnote>",
                endnotes='<w:endnote w:id="2">' + par("Ghi chú cuối.") + "</w:endnote>")
    source = folder / "plan.docx"
    source.write_bytes(made)
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "doc:MS Word 97",
                    "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120)
    return read_docx(made), (folder / "plan.doc").read_bytes()


def bare(plan: PlanText) -> list[tuple[str, object]]:
    """Paragraphs without their automatic numbers, with their cells."""
    return [(text[len(p.label):].strip(), p.cell) for text, p in zip(lines(plan), plan.paragraphs, strict=True)]


def test_text_tables_notes_and_fields_are_those_of_the_word_file(pair: tuple[PlanText, bytes]) -> None:
    word, data = pair
    old = read_doc(data, converter=None)
    assert bare(old) == bare(word)
    assert {(n.text, n.anchor is not None and old.text[:n.anchor].split()[-1]) for n in old.notes} == {
        ("Theo báo cáo.", "tế"), ("Ghi chú cuối.", "trì")}
    assert old.paragraphs[0].centred
    assert any(r.kind == "no-numbers" for r in old.repairs)


def test_whatever_bytes_are_broken_it_ends_well(pair: tuple[PlanText, bytes]) -> None:
    _, data = pair
    for at in range(512, len(data), 97):
        broken = bytearray(data)
        broken[at:at + 4] = b"\xff\xff\xff\x7f"
        try:
            lines(read_doc(bytes(broken), converter=None))
        except UnreadableFile as error:
            told(error)


@pytest.mark.parametrize("word", [b"", b"\xec\xa5" * 10, bytes(2) + struct.pack("<H", 0x65) + bytes(2000),
                                  bytes(2) + struct.pack("<H", 0xC1) + bytes(2000)])
def test_streams_that_do_not_hold_together_are_refused(word: bytes) -> None:
    with pytest.raises((ValueError, struct.error, IndexError)):
        BinaryWord(word, b"").read()


def test_the_plan_of_the_program_itself_keeps_its_table(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not here to make a .doc")
    sample = Path(__file__).resolve().parents[3] / "resources" / "samples" / "ke-hoach-mau.docx"
    subprocess.run(["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "doc:MS Word 97",
                    "--outdir", str(tmp_path), str(sample)], check=True, capture_output=True, timeout=120)
    old = read_doc((tmp_path / "ke-hoach-mau.doc").read_bytes(), converter=None)
    assert bare(old) == bare(read_docx(sample.read_bytes()))
