"""Word documents: the numbers that Word shows, tables as grids, notes apart, deleted text gone."""

from __future__ import annotations

import pytest

from core.errors import Cancelled, UnreadableFile
from core.model import CellPlace
from core.reading.from_docx import read_docx
from core.reading.numbering import letter, roman, vietnamese_words
from core.reading.symbols import bullet
from tests.conftest import SHARED_PLANS, needs_real_plans
from tests.core.reading.made import NAMES, W_URI, abstract, cell, docx, lines, num, par, run, table

OUTLINE = [("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"), ("bullet", "\uf02d")]


def test_levels_restarts_and_bullets_as_word_shows_them() -> None:
    items = [
        (0, "I. MỤC ĐÍCH"),
        (1, "1. Mục đích"),
        (2, "1.1. Cụ thể hóa"),
        (3, "a) Sở Tài chính"),
        (3, "b) Sở Nội vụ"),
        (4, "- Công an tỉnh"),
        (2, "1.2. Việc khác"),
        (1, "2. Yêu cầu"),
        (2, "2.1. Tiến độ"),
        (3, "a) Kịp thời"),
        (0, "II. NHIỆM VỤ"),
        (1, "1. Chung"),
    ]
    body = "".join(par(text.split(" ", 1)[1], num=1, level=level) for level, text in items)
    plan = read_docx(docx(body, numbering=abstract(0, OUTLINE) + num(1, 0)))
    assert lines(plan) == [text for _, text in items]
    assert [p.level for p in plan.paragraphs] == [level for level, _ in items]
    assert plan.paragraphs[5].label == "-"


def test_two_lists_of_one_definition_go_on_unless_they_say_where_to_start() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(0, [("decimal", "%1.")]) + num(1, 0) + num(2, 0) + num(3, 0, start)
    plan = read_docx(docx(par("a", num=1) + par("b", num=2) + par("c", num=3) + par("d", num=3) + par("e", num=1), numbering=numbering))
    assert lines(plan) == ["1. a", "2. b", "5. c", "6. d", "7. e"]


def test_a_list_may_replace_a_whole_level() -> None:
    override = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1/"/></w:lvl>'
        "</w:lvlOverride>"
    )
    plan = read_docx(docx(par("a", num=1, level=0) + par("b", num=1, level=0), numbering=abstract(0, OUTLINE) + num(1, 0, override)))
    assert lines(plan) == ["C/ a", "D/ b"]


def test_levels_that_restart_later_or_never_and_legal_numbers() -> None:
    levels = [("upperRoman", "Phần %1"), ("decimal", "Điều %2."), ("decimal", "%1.%2.%3")]
    numbering = abstract(0, levels, {1: '<w:lvlRestart w:val="0"/>', 2: "<w:isLgl/>"}) + num(1, 0)
    body = "".join(par(t, num=1, level=k) for k, t in ((0, "x"), (1, "a"), (1, "b"), (0, "y"), (1, "c"), (2, "d")))
    assert lines(read_docx(docx(body, numbering=numbering))) == ["Phần I x", "Điều 1. a", "Điều 2. b", "Phần II y", "Điều 3. c", "2.3.1 d"]


def test_numbers_come_from_styles_too() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Off"><w:name w:val="off"/><w:basedOn w:val="H"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'  # noqa: E501
        "</w:style>"
    )
    numbering = abstract(0, [("upperRoman", "%1."), ("decimal", "%2.")], {0: '<w:pStyle w:val="H"/>', 1: '<w:pStyle w:val="H2"/>'}) + num(
        1, 0
    )
    body = (
        par("MỘT", style="H")
        + par("hai", style="H2")
        + par("ba", style="H2")
        + par("bốn", style="Off")
        + par("NĂM", style="H")
        + par("sáu", style="H", num=0)
    )
    plan = read_docx(docx(body, numbering=numbering, styles=styles))
    assert lines(plan) == ["I. MỘT", "1. hai", "2. ba", "bốn", "II. NĂM", "sáu"]
    assert [p.bold for p in plan.paragraphs] == [True] * 6


def test_a_list_defined_by_a_list_style() -> None:
    styles = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    numbering = (
        abstract(0, [("decimal", "(%1)")], head='<w:styleLink w:val="L"/>')
        + '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + num(9, 0)
        + num(1, 1)
    )
    assert lines(read_docx(docx(par("a", num=1) + par("b", num=1), numbering=numbering, styles=styles))) == ["(1) a", "(2) b"]


def test_formats_met_in_vietnam() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 1999, 0, 4000)] == ["I", "IV", "IX", "XIV", "XL", "MCMXCIX", "0", "4000"]
    assert [letter(n) for n in (1, 4, 5, 26, 27, 53)] == ["a", "d", "e", "z", "aa", "aaa"]  # Word has no đ
    assert [vietnamese_words(n) for n in (1, 10, 11, 15, 21, 35, 40)] == [
        "một",
        "mười",
        "mười một",
        "mười lăm",
        "hai mươi mốt",
        "ba mươi lăm",
        "bốn mươi",
    ]
    assert [bullet(g) for g in "-–+*\uf0b7\uf02do\uf0a7✓"] == ["-", "-", "+", "*", "•", "-", "+", "•", "•"]


def test_an_unknown_list_and_an_unknown_level_have_no_number() -> None:
    assert lines(
        read_docx(docx(par("a", num=7, level=0) + par("b", num=1, level=5), numbering=abstract(0, [("decimal", "%1.")]) + num(1, 0)))
    ) == ["a", "b"]


def test_tables_are_grids_in_body_order() -> None:
    body = (
        par("Trước")
        + table(
            cell(par("TT"), '<w:vMerge w:val="restart"/>') + cell(par("Nhiệm vụ"), '<w:gridSpan w:val="2"/>'),
            cell(par(""), "<w:vMerge/>") + cell(par("Nội dung")) + cell(par("Hạn") + par("(ngày)")),
            cell(par("1")) + cell(par("Xây dựng đề án")) + cell(par("30/6/2026")),
        )
        + par("Sau")
    )
    plan = read_docx(docx(body))
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("Trước", None),
        ("TT", CellPlace(0, 0, 0, 2, 1)),
        ("Nhiệm vụ", CellPlace(0, 0, 1, 1, 2)),
        ("Nội dung", CellPlace(0, 1, 1)),
        ("Hạn", CellPlace(0, 1, 2)),
        ("(ngày)", CellPlace(0, 1, 2)),
        ("1", CellPlace(0, 2, 0)),
        ("Xây dựng đề án", CellPlace(0, 2, 1)),
        ("30/6/2026", CellPlace(0, 2, 2)),
        ("Sau", None),
    ]


def test_nested_tables_deleted_rows_and_cells_in_content_controls() -> None:
    inner = table(cell(par("trong")))
    body = (
        table(cell(par("ngoài") + inner + par("")), "<w:sdt><w:sdtContent>" + cell(par("bọc")) + "</w:sdtContent></w:sdt>")
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>"
        + cell(par("xóa"))
        + '</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'
        + cell(par("còn"))
        + "</w:tr></w:tbl>"
    )
    plan = read_docx(docx(body))
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("ngoài", CellPlace(0, 0, 0)),
        ("trong", CellPlace(1, 0, 0)),
        ("bọc", CellPlace(0, 1, 0)),
        ("còn", CellPlace(2, 0, 1)),
    ]


def test_footnotes_and_endnotes_lie_apart_with_their_places() -> None:
    note = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>' + run(" Theo báo cáo năm 2025.") + "</w:p></w:footnote>"
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    body = par(
        inner=run("Sở Y tế") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" chủ trì") + '<w:r><w:endnoteReference w:id="1"/></w:r>'
    )
    plan = read_docx(docx(body, footnotes=separator + note, endnotes='<w:endnote w:id="1">' + par("Ghi chú cuối.") + "</w:endnote>"))
    assert lines(plan) == ["Sở Y tế chủ trì"]
    assert [(n.mark, n.text, n.anchor) for n in plan.notes] == [("1", "Theo báo cáo năm 2025.", 7), ("i", "Ghi chú cuối.", 15)]
    assert any(r.kind == "footnote" and r.count == 2 for r in plan.repairs)


def test_tracked_changes_count_as_accepted() -> None:
    body = (
        par(
            inner=run("Sở ")
            + "<w:ins>"
            + run("Nội vụ")
            + "</w:ins><w:del><w:r><w:delText>Tài chính</w:delText></w:r></w:del>"
            + run(" chủ trì")
        )
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Bỏ cả đoạn</w:delText></w:r></w:del></w:p>"
        + par(inner="<w:moveFrom>" + run("chuyển đi") + "</w:moveFrom>")
        + par(inner="<w:moveTo>" + run("chuyển đến") + "</w:moveTo>")
    )
    plan = read_docx(docx(body))
    assert lines(plan) == ["Sở Nội vụ chủ trì", "chuyển đến"]
    assert any(r.kind == "deleted" for r in plan.repairs)


def test_a_deleted_item_takes_no_number() -> None:
    gone = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'  # noqa: E501
    plan = read_docx(docx(par("a", num=1) + gone + par("b", num=1), numbering=abstract(0, [("decimal", "%1.")]) + num(1, 0)))
    assert lines(plan) == ["1. a", "2. b"]


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent>" + par("Trong khung") + "</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    only_old = f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'
    assert lines(read_docx(docx(par(inner=run("Thân") + both) + par("Tiếp")))) == ["Thân", "Trong khung", "Tiếp"]
    assert lines(read_docx(docx(par(inner=run("Thân") + only_old)))) == ["Thân", "Trong khung"]


def test_small_signs_breaks_symbols_and_hidden_words() -> None:
    body = (
        par(inner="<w:r><w:t>09</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t><w:tab/><w:t>thi</w:t><w:softHyphen/><w:t>ết</w:t></w:r>")
        + par(inner="<w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Thực hiện Đề án</w:t><w:br/><w:t>của tỉnh</w:t></w:r>")
        + par(inner=run("mật", "<w:vanish/>") + run("hiện") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>')
        + par(inner="<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>")
    )
    assert lines(read_docx(docx(body))) == ["09-NQ/TW thiết", "KẾ HOẠCH", "Thực hiện Đề án của tỉnh", "hiện°", "x=1"]


def test_fields_show_their_result_and_the_table_of_contents_is_left_out() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:t>ẩn</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("mục 2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        + par("I. MỤC ĐÍCH 3")
        + "</w:sdtContent></w:sdt>"
    )
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    plan = read_docx(
        docx(
            contents
            + par("II. NHIỆM VỤ 5", style="TOC1")
            + par(inner=run("theo ") + field)
            + "<w:sdt><w:sdtContent>"
            + par("giữ")
            + "</w:sdtContent></w:sdt>",
            styles=styles,
        )
    )
    assert lines(plan) == ["theo mục 2", "giữ"]


def test_strict_word_files_read_the_same() -> None:
    names = NAMES.replace(W_URI, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    data = docx(par("a", num=1), numbering=abstract(0, [("decimal", "%1.")]) + num(1, 0), names=names)
    assert lines(read_docx(data)) == ["1. a"]


def test_letters_of_old_fonts_become_unicode_by_the_font_of_the_run() -> None:
    body = (
        par(
            inner=run("Uû ban nh©n d©n tØnh ", '<w:rFonts w:ascii=".VnTime"/>')
            + run("Sở Y tế")
            + run(" KÕ HO¹CH", '<w:rFonts w:ascii=".VnTimeH"/>')
        )
        + par(inner=run("Uûy ban nhaân daân tænh", '<w:rFonts w:ascii="VNI-Times"/>'))
        + par("café © 2026")
    )
    plan = read_docx(docx(body))
    assert lines(plan) == ["Uỷ ban nhân dân tỉnh Sở Y tế KẾ HOẠCH", "Ủy ban nhân dân tỉnh", "café © 2026"]
    assert {r.kind for r in plan.repairs} == {"tcvn3", "vni"}


def test_combining_letters_are_put_together_and_told() -> None:
    plan = read_docx(docx(par("Kê\u0301 hoa\u0323ch")))
    assert lines(plan) == ["Kế hoạch"]
    assert [r.kind for r in plan.repairs] == ["nfc"]


@pytest.mark.parametrize("body", ["", par("")])
def test_an_empty_document_gives_an_empty_text(body: str) -> None:
    assert read_docx(docx(body)).text == ""


def test_damaged_packages_say_so() -> None:
    whole = docx(par("Kế hoạch"))
    for data in (whole[: len(whole) // 2], docx("<w:p>"), b"PK\x03\x04rest"):
        with pytest.raises(UnreadableFile):
            read_docx(data)


def test_stopping_ends_the_reading() -> None:
    def stop(share: float, words: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_docx(docx(par("Kế hoạch")), stop)


@needs_real_plans
def test_a_real_word_file() -> None:
    plan = read_docx((SHARED_PLANS / "ttg-ct07.docx").read_bytes())
    assert len(lines(plan)) > 60
    assert any(line.startswith("đ) ") for line in lines(plan))
