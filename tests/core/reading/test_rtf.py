"""Rich text: tables as grids, footnotes in their places, numbers, code pages, what is deleted or hidden."""
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import CellPlace, PlanText
from core.reading.from_docx import read_docx
from core.reading.from_rtf import read_rtf
from tests.core.reading.made import abstract, cell, docx, lines, num, par, run, table

HEAD = (r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset163 Arial;}{\f2\fcharset2 Symbol;}"
        r"{\f3\fnil\fcharset0 VNI-Times;}}{\stylesheet{\s0 Normal;}}")


def rtf(body: str) -> PlanText:
    escaped = "".join(c if ord(c) < 128 else f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in body)
    return read_rtf((HEAD + escaped + "}").encode("ascii"))


def cells(plan: PlanText) -> list[tuple[str, CellPlace | None]]:
    return [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)]


def test_a_table_is_a_grid_and_what_stands_around_it_is_not() -> None:
    row = r"\trowd\trleft-108\cellx500\cellx3000\cellx6000"
    plan = rtf(rf"\pard Trước\par {row}\pard\intbl 1\cell Sở Y tế\par Sở Tài chính\cell Xây dựng\cell\row "
               rf"{row}\pard\intbl 2\cell \cell Báo cáo\cell {{{row}\row}}\pard Sau\par "
               rf"\trowd\cellx900\pard\intbl bảng hai\cell\row\pard cuối\par")
    assert cells(plan) == [
        ("Trước", None), ("1", CellPlace(0, 0, 0)), ("Sở Y tế", CellPlace(0, 0, 1)), ("Sở Tài chính", CellPlace(0, 0, 1)),
        ("Xây dựng", CellPlace(0, 0, 2)), ("2", CellPlace(0, 1, 0)), ("Báo cáo", CellPlace(0, 1, 2)), ("Sau", None),
        ("bảng hai", CellPlace(1, 0, 0)), ("cuối", None)]


def test_merged_cells_keep_to_the_grid() -> None:
    plan = rtf(r"\trowd\cellx500\cellx6000\pard\intbl TT\cell Nhiệm vụ\cell\row "
               r"\trowd\clvmgf\cellx500\cellx3000\cellx6000\intbl 1\cell a\cell b\cell\row "
               r"\trowd\clvmrg\cellx500\cellx3010\cellx6000\intbl \cell c\cell d\cell\row "
               r"\trowd\clmgf\cellx500\clmrg\cellx3000\cellx6000\intbl rộng\cell \cell e\cell\row")
    assert cells(plan) == [
        ("TT", CellPlace(0, 0, 0)), ("Nhiệm vụ", CellPlace(0, 0, 1, 1, 2)), ("1", CellPlace(0, 1, 0, 2, 1)), ("a", CellPlace(0, 1, 1)),
        ("b", CellPlace(0, 1, 2)), ("c", CellPlace(0, 2, 1)), ("d", CellPlace(0, 2, 2)), ("rộng", CellPlace(0, 3, 0, 1, 2)),
        ("e", CellPlace(0, 3, 2))]


def test_a_row_that_does_not_say_how_it_is_cut_and_one_that_never_ends() -> None:
    assert cells(rtf(r"\pard\intbl a\cell b\cell\row\pard c\par")) == [("a", CellPlace(0, 0, 0)), ("b", CellPlace(0, 0, 1)), ("c", None)]
    assert cells(rtf(r"\trowd\cellx100\cellx200\intbl a\cell b")) == [("a", CellPlace(0, 0, 0)), ("b", CellPlace(0, 0, 1))]


def test_footnotes_lie_apart_with_their_places() -> None:
    plan = rtf(r"Sở Y tế{\super\chftn{\footnote\pard{\super\chftn} Theo {\b báo cáo}.\par Dòng hai}} chủ trì{\footnote hai}\par")
    assert lines(plan) == ["Sở Y tế chủ trì"]
    assert [(n.mark, n.text, n.anchor) for n in plan.notes] == [("1", "Theo báo cáo. Dòng hai", 7), ("2", "hai", 15)]


def test_letters_by_code_page_font_and_escape() -> None:
    plan = rtf(r"\f1 K\'ea\'ec ho\'bach\f0\par S\u7903\'3f Y t\u7871 ? {\uc0 c\u7911}{\uc2 \u272 ab}\par"
               r"{\f2\'b7}\tab b\par {\f3 UÛY BAN NHAÂN DAÂN}\par a\~b\_c\-d\emdash\endash\par".replace("Û", r"\'db").replace("Â", r"\'c2"))
    assert lines(plan)[0].startswith("Kế ho")
    assert lines(plan)[1:] == ["Sở Y tế củĐ", "• b", "ỦY BAN NHÂN DÂN", "a b-cd—–"]


def test_what_is_hidden_deleted_or_about_the_file_is_not_read() -> None:
    plan = rtf(r"{\info{\title Tên}}{\header đầu trang\par}{\*\generator Word;}{\*\bkmkstart x}giữ {\v ẩn}{\deleted bỏ}"
               r"{\field{\*\fldinst REF a}{\fldrslt kết quả}}{\pict 0102}{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt khung\par}}\par")
    assert " ".join(lines(plan)) == "giữ kết quả khung"
    assert {r.kind for r in plan.repairs} == {"deleted", "hidden"}


def test_text_written_twice_for_old_readers_is_read_once() -> None:
    assert lines(rtf(r"a{\upr{ANSI}{\*\ud{\u272?C}}}b\par")) == ["aĐCb"]


def test_numbers_looks_and_capitals() -> None:
    plan = rtf(r"\qc\b KẾ HOẠCH\b0\par\pard{\listtext\f2 \'b7\tab}mục\par{\pntext 1.\tab}{\i nghiêng}\par{\caps tiêu đề}\line tiếp\par"
               r"{\pard\plain\b cả{\b0  nửa}\par}")
    assert lines(plan) == ["KẾ HOẠCH", "• mục", "1. nghiêng", "TIÊU ĐỀ", "tiếp", "cả nửa"] or lines(plan)[3] == "TIÊU ĐỀ tiếp"
    first, bullet, item = plan.paragraphs[:3]
    assert (first.bold, first.centred, bullet.label, item.label, item.italic, plan.paragraphs[-1].bold) == (
        True, True, "•", "1.", True, False)


WORDS = ["{", "}", r"\par ", r"\cell ", r"\row ", r"\trowd", r"\cellx500", r"\cellx900 ", r"\clvmrg", r"\clmrg", r"\intbl ", r"\pard ",
         r"{\footnote ", r"{\*\shpinst{\shptxt ", r"{\listtext 1.\tab}", r"\u7903?", r"\'b7", r"\f2 ", r"\f3 ", r"\v ", r"\v0 ",
         r"\deleted ", r"\plain ", r"{\upr{", r"{\*\ud ", r"\bin3 ", r"\uc2 ", r"\line ", "chữ ", "Sở Y tế", r"\nestcell ",
         r"{\field{\*\fldinst "]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_row_of_control_words_gives_a_text_that_holds_together(words: list[str]) -> None:
    plan = rtf("".join(words))
    lines(plan)
    for p in plan.paragraphs:
        assert p.cell is None or min(p.cell.row, p.cell.column, p.cell.rows - 1, p.cell.columns - 1) >= 0
    assert all(n.anchor is None or 0 <= n.anchor <= len(plan.text) for n in plan.notes)


def test_binary_data_is_skipped() -> None:
    data = (HEAD + r"a{\pict\bin7 " + "}}{{\\xx" + r"}b\par}").encode("latin-1")
    assert lines(read_rtf(data)) == ["ab"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here to make an .rtf")
def test_a_file_made_by_libreoffice_reads_like_the_word_file(tmp_path: Path) -> None:
    note = '<w:footnote w:id="2">' + par("Theo báo cáo.") + "</w:footnote>"
    body = (par("KẾ HOẠCH") + par("Mục tiêu", num=1, level=0)
            + par(inner=run("Sở Y tế") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" chủ trì"), num=1, level=1)
            + table(cell(par("TT")) + cell(par("Nhiệm vụ"), '<w:gridSpan w:val="2"/>'),
                    cell(par("1"), '<w:vMerge w:val="restart"/>') + cell(par("Xây dựng đề án")) + cell(par("Sở Nội vụ") + par("Sở Y tế")),
                    cell(par(""), "<w:vMerge/>") + cell(par("Báo cáo")) + cell(par("30/6/2026"))).replace(
                "<w:tblGrid/>", "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 3 + "</w:tblGrid>")
            + par("Nơi nhận"))
    made = docx(body, numbering=abstract(0, [("upperRoman", "%1."), ("decimal", "%2.")]) + num(1, 0), footnotes=note)
    source = tmp_path / "plan.docx"
    source.write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "rtf", "--outdir", str(tmp_path), str(source)], check=True,
                   capture_output=True, timeout=120)
    word, rich = read_docx(made), read_rtf((tmp_path / "plan.rtf").read_bytes())
    assert cells(rich) == cells(word)
    assert [(n.text, n.anchor) for n in rich.notes] == [(n.text, n.anchor) for n in word.notes]


def test_more_groups_end_than_began() -> None:
    assert lines(rtf(r"a}}}\*\ud b\par}{\footnote c}d\par")) == ["ab", "d"]
