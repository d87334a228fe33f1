"""PDFs as other programs write them: letters set one by one, words without spaces, tables without ruling lines, odd fonts, turned pages."""
from __future__ import annotations

import unicodedata

import pytest

from core.model import CellPlace, PlanText
from core.reading.from_pdf import read_pdf
from tests.core.reading.made import SENTENCES, Pdf, lines

ITEM = "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch."


def placed(pdf: Pdf, words: list[str], space: float) -> None:
    x = 85.0
    for word in words:
        pdf.text(x, 100, word)
        x += pdf.width(word, "Serif", 14) + space


def test_letters_set_one_by_one() -> None:
    pdf = Pdf()
    placed(pdf, list(ITEM), 0.0)
    pdf.flow(130, SENTENCES[0])
    assert lines(read_pdf(pdf.bytes())) == [ITEM, SENTENCES[0]]


@pytest.mark.parametrize("space", [3.5, 2.4, 1.6])
def test_words_set_apart_without_spaces_however_tightly(space: float) -> None:
    pdf = Pdf()
    placed(pdf, ITEM.split(), space)
    pdf.flow(130, SENTENCES[0])
    assert lines(read_pdf(pdf.bytes())) == [ITEM, SENTENCES[0]]


@pytest.mark.parametrize("word", ["Marketing", "https://dichvucong.gov.vn/p/home", "TPHCM", "123/QĐ-UBND-TCCB", "Đắk-Lắk", "Microsoft"])
def test_words_that_are_no_syllables_stay_whole(word: str) -> None:
    pdf = Pdf()
    pdf.text(85, 100, f"Sở {word} tế")
    assert lines(read_pdf(pdf.bytes())) == [f"Sở {word} tế"]


def test_letters_set_wide_printed_twice_and_with_marks_apart() -> None:
    pdf = Pdf()
    wide = pdf.canvas.beginText(150, 742)
    wide.setFont("Serif-Bold", 14)
    wide.setCharSpace(6)
    wide.textOut("KẾ HOẠCH")
    wide.setCharSpace(0)
    pdf.canvas.drawText(wide)
    pdf.text(85, 130, ITEM)
    pdf.text(85.3, 130, ITEM)  # a bold of old programs
    pdf.text(85, 160, unicodedata.normalize("NFD", ITEM.replace("1.", "2.")))
    assert lines(read_pdf(pdf.bytes())) == ["KẾ HOẠCH", ITEM, ITEM.replace("1.", "2.")]


def test_a_page_that_is_turned_and_text_that_is_turned() -> None:
    pdf = Pdf((842.0, 595.0))
    pdf.canvas.setPageRotation(90)
    pdf.flow(100, ITEM)
    pdf.flow(140, SENTENCES[0])
    assert lines(read_pdf(pdf.bytes())) == [ITEM, SENTENCES[0]]
    pdf = Pdf()
    pdf.canvas.translate(595, 0)
    pdf.canvas.rotate(90)
    pdf.canvas.setFont("Serif", 14)
    pdf.canvas.drawString(85, 500, ITEM)
    assert lines(read_pdf(pdf.bytes())) == [ITEM]


def _objects(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode()


def _stream(content: bytes) -> bytes:
    return f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def test_drawn_fonts_with_their_letters_told_and_words_told_beside_the_glyphs() -> None:
    names = "".join(f"<{code:02x}> <{ord(char):04x}>\n" for code, char in zip(range(0x61, 0x67), "SởYtế ", strict=True))
    told = (f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n"
            f"6 beginbfchar\n{names}endbfchar endcmap end end").encode()
    procs = b"".join(b"/" + bytes((c,)) + b" 7 0 R" for c in b"abcdef")
    drawn = (b"<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 97/LastChar 102"
             b"/Widths[500 500 500 500 500 250]/Encoding<</Differences[97/a/b/c/d/e/f]>>/CharProcs<<" + procs + b">>/ToUnicode 8 0 R>>")
    page = (b"BT /F1 14 Tf 85 700 Td (abfcfde) Tj ET\n/Span<</ActualText (thay cho)>>BDC BT /F2 14 Tf 85 650 Td (xx yy) Tj ET EMC")
    data = _objects(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>/Contents 4 0 R>>",
                    _stream(page), drawn, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                    _stream(b"500 0 0 0 450 600 d1 0 0 450 600 re f"), _stream(told))
    assert lines(read_pdf(data)) == ["Sở Y tế", "thay cho"]


def test_numbers_that_a_narrow_column_and_the_page_have_cut() -> None:
    pdf = Pdf()
    xs = [60.0, 76.0, 300.0, 500.0]
    ys = [600.0, 640.0, 680.0, 720.0, 760.0]
    pdf.grid(xs, ys)
    for n, number in enumerate(("9", "10", "11")):
        for k, digit in enumerate(number):
            pdf.text(66, ys[n] + 14 + 14 * k, digit, 12)
        pdf.text(80, ys[n] + 14, f"Nhiệm vụ {number}.", 12)
        pdf.text(305, ys[n] + 14, "Sở Nội vụ", 12)
    pdf.text(66, 734, "1", 12)
    pdf.text(80, 734, "Mở lớp truyền dạy nghề dệt thổ", 12)
    pdf.text(305, 734, "Sở Y tế", 12)
    pdf.page()
    pdf.grid(xs, [60.0, 90.0, 120.0])
    pdf.text(66, 75, "2", 12)
    pdf.text(80, 75, "cẩm.", 12)
    pdf.text(66, 104, "1", 12)
    pdf.text(66, 117, "3", 12)
    pdf.text(80, 104, "Nhiệm vụ 13.", 12)
    found = cells(read_pdf(pdf.bytes()))
    assert [found[n, 0] for n in range(5)] == ["9", "10", "11", "12", "13"]
    assert found[3, 1] == "Mở lớp truyền dạy nghề dệt thổ cẩm."


# ---------------------------------------------------------------- tables without ruling lines


COLUMNS = (60.0, 95.0, 300.0, 420.0, 510.0)
HEAD = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Phối hợp", "Thời hạn")


def row(pdf: Pdf, y: float, cells: tuple[str, ...], *more: tuple[str, ...], bold: bool = False) -> float:
    for n, line in enumerate((cells, *more)):
        for x, words in zip(COLUMNS, line, strict=False):
            if words:
                pdf.text(x, y + 13 * n, words, 11, bold=bold)
    return y + 13 * len((cells, *more)) + 9


def cells(plan: PlanText) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for text, p in zip(lines(plan), plan.paragraphs, strict=True):
        if p.cell is not None:
            assert p.cell.table == 0
            key = (p.cell.row, p.cell.column)
            found[key] = f"{found[key]} | {text}" if key in found else text
    return found


def test_a_table_aligned_by_white_only() -> None:
    pdf = Pdf()
    y = pdf.flow(60, SENTENCES[0])
    y = row(pdf, y + 10, HEAD, bold=True)
    for n in range(1, 5):
        y = row(pdf, y, (str(n), f"Xây dựng đề án số {n} về phát triển", "Sở Nội vụ", "Sở Tài chính", f"0{n}/6/2026"),
                ("", "kinh tế tập thể của tỉnh", "tỉnh"))
    pdf.flow(y + 30, SENTENCES[1])
    plan = read_pdf(pdf.bytes())
    found = cells(plan)
    assert [found[0, c] for c in range(5)] == list(HEAD)
    for n in range(1, 5):
        assert [found[n, c] for c in range(5)] == [
            str(n), f"Xây dựng đề án số {n} về phát triển kinh tế tập thể của tỉnh", "Sở Nội vụ tỉnh", "Sở Tài chính", f"0{n}/6/2026"]
    outside = [text for text, p in zip(lines(plan), plan.paragraphs, strict=True) if p.cell is None]
    assert outside == list(SENTENCES)


def test_heads_of_two_lines_empty_cells_and_parts_of_the_table() -> None:
    pdf = Pdf()
    y = row(pdf, 100, ("", "", "Cơ quan", "Cơ quan", "Thời gian"), ("TT", "Nội dung nhiệm vụ", "chủ trì", "phối hợp", "hoàn thành"))
    pdf.text(60, y, "I", 11)
    pdf.text(95, y, "Hoàn thiện thể chế, chính sách về phát triển kinh tế - xã hội của tỉnh", 11, bold=True)
    y = row(pdf, y + 22, ("1", "Rà soát văn bản", "Sở Tư pháp", "", "Quý I"))
    y = row(pdf, y, ("2", "Lập danh mục", "Sở Nội vụ", "Sở Y tế", ""))
    row(pdf, y, ("3", "Báo cáo", "", "", "Quý IV"))
    plan = read_pdf(pdf.bytes())
    found = {place: text.replace(" | ", " ") for place, text in cells(plan).items()}
    assert [found[0, c] for c in range(5)] == ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"]
    assert found[1, 0] == "I"
    assert found[1, 1].startswith("Hoàn thiện thể chế")
    part = next(p.cell for p in plan.paragraphs if p.cell is not None and (p.cell.row, p.cell.column) == (1, 1))
    assert part == CellPlace(0, 1, 1, 1, part.columns)
    assert part.columns >= 2
    assert [found.get((2, c), "") for c in range(5)] == ["1", "Rà soát văn bản", "Sở Tư pháp", "", "Quý I"]
    assert [found.get((4, c), "") for c in range(5)] == ["3", "Báo cáo", "", "", "Quý IV"]


@pytest.mark.parametrize("head_again", [True, False])
def test_such_a_table_goes_on_over_the_page(head_again: bool) -> None:
    pdf = Pdf()
    y = row(pdf, 80, HEAD)
    for n in range(1, 33):
        if y > 760:
            pdf.text(297, 810, "1", 11, centre=True)
            pdf.page()
            y = row(pdf, 80, HEAD) if head_again else 80.0
        y = row(pdf, y, (str(n), f"Việc thứ {n} của kế hoạch", "Sở Nội vụ", "Sở Y tế", "Quý II"))
    found = cells(read_pdf(pdf.bytes()))
    assert [found[n, 0] for n in range(1, 33)] == [str(n) for n in range(1, 33)]
    assert all(found[n, 2] == "Sở Nội vụ" for n in range(1, 33))


@pytest.mark.parametrize("text", [
    ("Số TT của hồ sơ, nhiệm vụ và cơ quan chủ trì", "1 Sở Nội vụ", "2 Sở Y tế"),
    ("TT    Nhiệm vụ    Cơ quan chủ trì",),
    ("TT    Họ và tên    Năm sinh    Quê quán", "1    Nguyễn Văn A    1980    Lam Sơn", "2    Trần Thị B    1985    Lam Sơn")])
def test_what_only_looks_a_little_like_a_table_is_none(text: tuple[str, ...]) -> None:
    pdf = Pdf()
    for n, line in enumerate(text):
        x = 60.0
        for part in line.split("    "):
            pdf.text(x, 100 + 20 * n, part, 12)
            x += 130
    pdf.flow(200, SENTENCES[0])
    assert all(p.cell is None for p in read_pdf(pdf.bytes()).paragraphs)
