"""What Word, WPS, Google Docs and web programs write beyond the plain: read as the person sees it, each in a document of a few lines."""
from __future__ import annotations

import io
import zipfile

import pytest

from core.model import CellPlace
from core.reading.from_docx import read_docx
from tests.core.reading.made import abstract, cell, docx, lines, num, par, run, table

LIST = abstract(0, [("decimal", "%1."), ("lowerLetter", "%2)")]) + num(1, 0)


def read(body: str, numbering: str = LIST, styles: str = "", **more: str) -> list[str]:
    return lines(read_docx(docx(body, numbering=numbering, styles=styles, **more)))


def marked(text: str, mark: str, number: int | None = None) -> str:
    """A paragraph whose end carries a property: <w:del/>, <w:vanish/> …"""
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{numbered}<w:rPr>{mark}</w:rPr></w:pPr>{run(text)}</w:p>"


# ---------------------------------------------------------------- paragraphs that are one


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>", "<w:vanish/>", "<w:vanish/><w:specVanish/>"])
def test_a_paragraph_whose_end_is_deleted_or_hidden_goes_on_in_the_next(mark: str) -> None:
    assert read(marked("Sở Y tế chủ trì, ", mark) + par("phối hợp với Sở Tài chính.") + par("Tiếp")) == [
        "Sở Y tế chủ trì, phối hợp với Sở Tài chính.", "Tiếp"]
    assert read(par("một", num=1) + marked("Sở Y tế ", mark, 1) + par("chủ trì", num=1) + par("ba", num=1)) == [
        "1. một", "2. Sở Y tế chủ trì", "3. ba"]


def test_the_last_paragraph_may_have_a_deleted_end() -> None:
    assert read(par("a") + marked("b", "<w:del/>")) == ["a", "b"]
    assert read(marked("a", "<w:del/>") + table(cell(par("ô")))) == ["a", "ô"]
    assert read(table(cell(marked("a", "<w:del/>")) + cell(par("b")))) == ["a", "b"]


def test_a_hidden_item_takes_no_number() -> None:
    hidden = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>' + run("x", "<w:vanish/>") + "</w:p>"
    assert read(par("a", num=1) + hidden + par("b", num=1)) == ["1. a", "2. b"]


def test_a_drop_cap_is_the_first_letter_of_its_word() -> None:
    assert read('<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>' + run("T") + "</w:p>" + par("hực hiện Nghị quyết")) == [
        "Thực hiện Nghị quyết"]


# ---------------------------------------------------------------- letters as they are seen


def test_capitals_by_format_are_capitals() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="Muc"/><w:rPr><w:caps/></w:rPr></w:style>'
    assert read(par("Mục đích", style="H") + par(inner=run("I. yêu cầu ", "<w:caps/>") + run("khác", '<w:caps w:val="0"/>'))
                + par(inner=run("thường", '<w:caps w:val="0"/>'), style="H"), styles=styles) == [
        "MỤC ĐÍCH", "I. YÊU CẦU khác", "thường"]


def test_bullets_typed_in_symbol_fonts() -> None:
    fonts = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert read(par(inner=run("\uf0b7", fonts) + "<w:r><w:tab/></w:r>" + run("Sở Y tế")) + par(inner=run("\uf0fe", "") + run(" Có"))
                + par(inner='<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run(" Không"))
                + par(inner='<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>' + run(" gạch"))) == [
        "• Sở Y tế", "☑ Có", "☐ Không", "- gạch"]


def test_words_in_smart_tags_changes_and_directions() -> None:
    inner = ("<w:smartTag>" + run("Hà ") + "<w:smartTag>" + run("Nội") + "</w:smartTag></w:smartTag>"
             + '<w:customXml>' + run(" và ") + "</w:customXml>" + '<w:bdo w:val="ltr">' + run("Huế") + "</w:bdo>"
             + "<w:ins><w:moveTo>" + run(" nữa") + "</w:moveTo></w:ins>" + run(" hết", '<w:rtl/><w:cs/>'))
    assert read(par(inner=inner)) == ["Hà Nội và Huế nữa hết"]


# ---------------------------------------------------------------- content controls and fields


def test_the_prompt_of_an_empty_content_control_is_no_text() -> None:
    prompt = ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Bấm vào đây để nhập") + "</w:sdtContent></w:sdt>")
    filled = "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>" + run("Sở Y tế") + "</w:sdtContent></w:sdt>"
    box = '<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>'
    assert read(par(inner=run("Chủ trì: ") + filled + prompt) + par(inner=box + run(" Đồng ý"))) == ["Chủ trì: Sở Y tế", "☒ Đồng ý"]
    block = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + par("Nhập văn bản") + "</w:sdtContent></w:sdt>"
    assert read(block + par("thật")) == ["thật"]


def test_simple_fields_and_fields_inside_fields() -> None:
    inner = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("trong") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("kết quả") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert read(par(inner='<w:fldSimple w:instr=" REF b ">' + run("mục 5") + "</w:fldSimple>" + run(", ") + inner)) == ["mục 5, kết quả"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    assert read(par(inner=run("trước ") + begun) + par("1. Sở Y tế chủ trì.")) == ["trước", "1. Sở Y tế chủ trì."]


def test_only_one_branch_of_alternative_content_is_read() -> None:
    both = ('<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>mới</w:t></mc:Choice><mc:Fallback><w:t>cũ</w:t></mc:Fallback>'
            "</mc:AlternateContent></w:r>")
    assert read(par(inner=run("chữ ") + both)) == ["chữ mới"]


# ---------------------------------------------------------------- numbers


def test_what_follows_a_number_is_as_the_list_says() -> None:
    levels = [("decimal", "Điều %1"), ("decimal", "(%2)")]
    numbering = abstract(0, levels, {0: '<w:suff w:val="nothing"/>', 1: '<w:suff w:val="space"/>'}) + num(1, 0)
    plan = read_docx(docx(par(". Phạm vi", num=1) + par("khoản", num=1, level=1), numbering=numbering))
    assert lines(plan) == ["Điều 1. Phạm vi", "(1) khoản"]
    assert [p.label for p in plan.paragraphs] == ["Điều 1", "(1)"]


def test_a_number_is_cancelled_by_list_zero_in_the_paragraph_or_in_a_style() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr></w:style>'
    styles = ('<w:style w:type="paragraph" w:styleId="L">' + numbered.format(1)
              + '<w:style w:type="paragraph" w:styleId="M"><w:basedOn w:val="L"/>' + numbered.format(0) +
              '<w:style w:type="paragraph" w:styleId="N"><w:basedOn w:val="L"/></w:style>')
    assert read(par("a", style="L") + par("b", style="L", num=0) + par("c", style="M") + par("d", style="N"), styles=styles) == [
        "1. a", "b", "c", "2. d"]


def test_old_numbering_in_a_change_record_does_not_count() -> None:
    change = ('<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>')
    assert read(par("không số", more=change) + par("có số", num=1)) == ["không số", "1. có số"]


def test_levels_begin_where_the_list_says_and_zero_is_a_number() -> None:
    numbering = abstract(0, [("decimal", "%1."), ("decimal", "%1.%2.")]) + num(
        1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="0"/></w:lvlOverride>'
              '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>')
    assert read(par("a", num=1, level=0) + par("b", num=1, level=1) + par("c", num=1, level=1) + par("d", num=1, level=0)
                + par("e", num=1, level=1), numbering) == ["0. a", "0.5. b", "0.6. c", "1. d", "1.5. e"]


def test_google_docs_bullets_and_picture_bullets() -> None:
    numbering = (abstract(0, [("bullet", "●"), ("bullet", "○"), ("bullet", "■")], {2: '<w:lvlPicBulletId w:val="0"/>'}) + num(1, 0))
    assert read(par("a", num=1, level=0) + par("b", num=1, level=1) + par("c", num=1, level=2), numbering) == ["• a", "+ b", "• c"]


# ---------------------------------------------------------------- tables, notes, parts


def test_deleted_cells_and_merges_of_old_word() -> None:
    body = table(cell(par("a")) + cell(par("xoá"), "<w:cellDel/>") + cell(par("b"), '<w:gridSpan w:val="2"/>'),
                 cell(par("rộng"), '<w:hMerge w:val="restart"/>') + cell(par(""), "<w:hMerge/>") + cell(par("c")) + cell(par("d")))
    plan = read_docx(docx(body))
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("a", CellPlace(0, 0, 0)), ("b", CellPlace(0, 0, 2, 1, 2)), ("rộng", CellPlace(0, 1, 0, 1, 2)), ("c", CellPlace(0, 1, 2)),
        ("d", CellPlace(0, 1, 3))]


def test_a_note_with_a_mark_of_its_own() -> None:
    body = par(inner=run("Sở Y tế") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>' + run(" chủ trì"))
    plan = read_docx(docx(body, footnotes='<w:footnote w:id="2">' + par("Theo phân công.") + "</w:footnote>"))
    assert lines(plan) == ["Sở Y tế chủ trì"]
    assert [(n.mark, n.text, n.anchor) for n in plan.notes] == [("*", "Theo phân công.", 7)]


HTML = "<html><body><p>I. NHIỆM VỤ</p><table><tr><td>1</td><td>Sở Y tế</td></tr></table></body></html>"
MHT = ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n\n"
       + HTML + "\n--x--\n")


def with_chunk(name: str, data: bytes) -> bytes:
    """A document whose body only points to another file, as programs on the web make them."""
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made = docx(par("Trước") + f'<w:altChunk xmlns:r="{uri}" r:id="c1"/>' + table(cell(par("ô"))))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.namelist():
            part = old.read(item)
            if item == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="c1" Type="{uri}/aFChunk" Target="/word/{name}"/></Relationships>'.encode()
                part = part.replace(b"</Relationships>", link)
            new.writestr(item, part)
        new.writestr(f"word/{name}", data)
    return out.getvalue()


@pytest.mark.parametrize(("name", "data"), [("afchunk.mht", MHT.encode()), ("a.html", HTML.encode()),
                                            ("a.docx", docx(par("I. NHIỆM VỤ") + table(cell(par("1")) + cell(par("Sở Y tế")))))])
def test_a_document_inside_the_document(name: str, data: bytes) -> None:
    plan = read_docx(with_chunk(name, data))
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("Trước", None), ("I. NHIỆM VỤ", None), ("1", CellPlace(0, 0, 0)), ("Sở Y tế", CellPlace(0, 0, 1)), ("ô", CellPlace(1, 0, 0))]


def test_a_chunk_that_is_missing_broken_or_the_document_itself_costs_only_itself() -> None:
    assert lines(read_docx(with_chunk("a.html", b""))) == ["Trước", "ô"]
    assert lines(read_docx(with_chunk("a.docx", b"PK\x03\x04 broken"))) == ["Trước", "ô"]
    deep = docx(par("đáy"))
    for _ in range(30):
        deep = with_chunk("a.docx", deep)
    assert "Trước" in lines(read_docx(deep))
