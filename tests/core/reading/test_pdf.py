"""PDF text: paragraphs by place, margins out, notes apart, columns and tables told."""

from __future__ import annotations

import pytest

from core.errors import Cancelled, UnreadableFile
from core.model import CellPlace
from core.reading.from_pdf import read_pdf
from tests.core.reading.made import SENTENCES, Pdf, lines


def _letterhead(pdf: Pdf) -> float:
    for x, y, words, size, bold in (
        (160, 70, "ỦY BAN NHÂN DÂN", 13, False),
        (160, 86, "TỈNH LAM SƠN", 13, True),
        (400, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True),
        (400, 86, "Độc lập - Tự do - Hạnh phúc", 13, True),
        (160, 112, "Số: 25/KH-UBND", 13, False),
        (400, 112, "Lam Sơn, ngày 05 tháng 3 năm 2026", 13, False),
    ):
        pdf.text(x, y, words, size, bold=bold, centre=True)
    pdf.text(312, 150, "KẾ HOẠCH", 14, bold=True, centre=True)
    return 190.0


def test_lines_become_paragraphs_over_pages_without_numbers_and_heads() -> None:
    pdf = Pdf()
    y = _letterhead(pdf)
    wanted = [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAM SƠN",
        "Số: 25/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Sơn, ngày 05 tháng 3 năm 2026",
        "KẾ HOẠCH",
    ]
    number = 1
    for n in range(60):
        words = f"{n // 2 + 1}. Sở Xây dựng:" if n % 2 == 0 else SENTENCES[n // 2 % 2]
        wanted.append(words)
        if y > 720:
            pdf.page()
            number += 1
            pdf.text(312, 40, str(number), 13, centre=True)
            pdf.text(85, 800, "Văn bản nội bộ tỉnh Lam Sơn", 10)
            y = 80.0
        y = pdf.flow(y, words)
    pdf.page()
    plan = read_pdf(pdf.bytes())
    assert lines(plan) == wanted
    assert plan.pages == number
    assert plan.paragraphs[7].page == 1
    assert plan.paragraphs[-1].page == number
    repairs = {r.kind: r.count for r in plan.repairs}
    assert repairs["page-number"] == number - 1
    assert repairs["joined-lines"] > 20


def test_a_paragraph_that_a_page_cuts_is_one() -> None:
    pdf = Pdf()
    whole = SENTENCES[0]
    words = whole.split()
    pdf.flow(760, " ".join(words[:16]))
    pdf.page()
    pdf.text(312, 40, "2", 13, centre=True)
    y = pdf.flow(80, " ".join(words[16:]), indent=0)
    pdf.flow(y, SENTENCES[1])
    read = read_pdf(pdf.bytes())
    assert len(lines(read)) <= 3  # the cut may fall where one more word would have fitted
    assert " ".join(lines(read)) == f"{whole} {SENTENCES[1]}"


def test_a_running_head_on_every_page_goes() -> None:
    pdf = Pdf()
    for n in range(5):
        pdf.text(85, 36, "UBND TỈNH LAM SƠN - KẾ HOẠCH 25", 10)
        y = pdf.flow(90, f"{n + 1}. Nhiệm vụ thứ {n + 1} của kế hoạch này.")
        pdf.flow(y, SENTENCES[n % 2])
        pdf.page()
    plan = read_pdf(pdf.bytes())
    assert "UBND TỈNH LAM SƠN" not in plan.text
    assert {r.kind: r.count for r in plan.repairs}["running-head"] == 5


def test_footnotes_lie_apart_and_know_their_place() -> None:
    pdf = Pdf()
    end = pdf.text(113, 100, "- Sở Du lịch xây dựng sản phẩm mới")
    pdf.text(end, 95, "1", 8)
    pdf.text(end + 6, 100, "trong năm 2026.")
    pdf.flow(124, SENTENCES[1])
    pdf.rule(85, 740, 200, 740)
    end = pdf.text(85, 750, "1", 7)
    pdf.text(end + 3, 754, "Như: du lịch cộng đồng, du lịch sinh thái, du lịch làng nghề, du lịch về nguồn và các loại", 10)
    pdf.text(85, 768, "hình khác phù hợp với từng địa phương.", 10)
    plan = read_pdf(pdf.bytes())
    assert lines(plan)[0] == "- Sở Du lịch xây dựng sản phẩm mới trong năm 2026."
    assert len(plan.notes) == 1
    note = plan.notes[0]
    assert note.mark == "1"
    assert (
        note.text
        == "Như: du lịch cộng đồng, du lịch sinh thái, du lịch làng nghề, du lịch về nguồn và các loại hình khác phù hợp với từng địa phương."  # noqa: E501
    )
    assert note.anchor is not None
    assert plan.text[: note.anchor] == "- Sở Du lịch xây dựng sản phẩm mới"


def test_a_hyphen_at_the_end_of_a_line_keeps_its_word_whole() -> None:
    pdf = Pdf()
    pdf.text(113, 100, "- Thực hiện có hiệu quả các nội dung được giao tại Quyết định số 165/QĐ-")
    pdf.text(85, 118, "TTg của Thủ tướng Chính phủ và Nghị quyết của Hội đồng nhân dân tỉnh.")
    plan = read_pdf(pdf.bytes())
    assert "165/QĐ-TTg của" in plan.text


def test_torn_words_and_widely_set_letters_are_put_together() -> None:
    pdf = Pdf()
    x = 200.0
    for word in ("KẾ", "HOẠCH"):
        for letter in word:
            x = pdf.text(x, 80, letter, 14, bold=True) + 9
        x += 12
    y = 120.0
    x = 113.0
    for piece, gap in (("-", 3.5), ("Ủ", 2.0), ("y", 3.5), ("ban", 3.5), ("nhâ", 2.0), ("n", 3.5), ("dân", 3.5), ("tỉnh", 3.5), ("chỉ", 3.5), ("đạo.", 3.5)):  # noqa: E501
        x = pdf.text(x, y, piece) + gap
    plan = read_pdf(pdf.bytes())
    assert lines(plan) == ["KẾ HOẠCH", "- Ủy ban nhân dân tỉnh chỉ đạo."]
    assert {r.kind for r in plan.repairs} == {"spaces"}


def test_a_signature_stamp_is_left_out() -> None:
    pdf = Pdf()
    pdf.text(380, 40, "Người ký: Ủy ban nhân dân tỉnh Lam Sơn", 8)
    pdf.text(380, 50, "Email: ubnd@lamson.example", 8)
    pdf.text(380, 60, "Thời gian ký: 05.03.2026 08:15:22 +07:00", 8)
    pdf.flow(120, SENTENCES[0])
    plan = read_pdf(pdf.bytes())
    assert lines(plan) == [SENTENCES[0]]
    assert {r.kind: r.count for r in plan.repairs}["stamp"] == 3


HEAD = ["TT", "Nhiệm vụ", "Chủ trì", "Hạn"]
XS = [60.0, 95.0, 330.0, 450.0, 540.0]


def _row(pdf: Pdf, y: float, row: list[str | list[str]]) -> None:
    for x, words in zip(XS, row, strict=False):
        for k, line in enumerate([words] if isinstance(words, str) else words):
            pdf.text(x + 5, y + 15 * k, line, 12)


def test_a_ruled_table_over_two_pages_is_one_grid() -> None:
    pdf = Pdf()
    pdf.flow(80, "Phụ lục phân công nhiệm vụ của các cơ quan.")
    pdf.grid(XS, [120, 140, 190, 230])
    _row(pdf, 134, list(HEAD))
    _row(pdf, 154, ["1", ["Xây dựng quy chế phối hợp giữa các cơ", "quan chuyên môn của tỉnh"], "Sở Nội vụ", "Quý II/2026"])
    _row(pdf, 204, ["2", "Rà soát danh mục thủ tục hành", "Văn phòng", "30/6/2026"])
    pdf.page()
    pdf.grid(XS, [60, 80, 100, 140])
    _row(pdf, 74, list(HEAD))
    _row(pdf, 94, ["", "chính đã công bố", "UBND tỉnh", ""])
    _row(pdf, 114, ["3", "Tổng hợp, báo cáo", "Sở Tài chính", "Hằng quý"])
    plan = read_pdf(pdf.bytes())
    cells = {(p.cell.row, p.cell.column): t for t, p in zip(lines(plan), plan.paragraphs, strict=True) if p.cell and p.cell.table == 0}
    assert cells == {
        (0, 0): "TT",
        (0, 1): "Nhiệm vụ",
        (0, 2): "Chủ trì",
        (0, 3): "Hạn",
        (1, 0): "1",
        (1, 1): "Xây dựng quy chế phối hợp giữa các cơ quan chuyên môn của tỉnh",
        (1, 2): "Sở Nội vụ",
        (1, 3): "Quý II/2026",
        (2, 0): "2",
        (2, 1): "Rà soát danh mục thủ tục hành chính đã công bố",
        (2, 2): "Văn phòng UBND tỉnh",
        (2, 3): "30/6/2026",
        (3, 0): "3",
        (3, 1): "Tổng hợp, báo cáo",
        (3, 2): "Sở Tài chính",
        (3, 3): "Hằng quý",
    }
    assert lines(plan)[0] == "Phụ lục phân công nhiệm vụ của các cơ quan."


@pytest.mark.parametrize("how", ["wide paper", "turned page", "turned text"])
def test_a_table_in_landscape(how: str) -> None:
    wide = how == "wide paper"
    pdf = Pdf((842.0, 595.0) if wide else (595.0, 842.0))
    if not wide:  # the text runs up the page; the page says so, or does not
        pdf.canvas.translate(595, 0)
        pdf.canvas.rotate(90)
        pdf.size = (842.0, 595.0)
        if how == "turned page":
            pdf.canvas.setPageRotation(90)
    xs = [60.0, 100.0, 500.0, 780.0]
    pdf.grid(xs, [100, 125, 150])
    for y, row in ((118, ("TT", "Nhiệm vụ được giao", "Cơ quan chủ trì")), (143, ("1", "Tổ chức hội nghị sơ kết", "Sở Công Thương"))):
        for x, words in zip(xs, row, strict=False):
            pdf.text(x + 5, y, words)
    plan = read_pdf(pdf.bytes())
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("TT", CellPlace(0, 0, 0)),
        ("Nhiệm vụ được giao", CellPlace(0, 0, 1)),
        ("Cơ quan chủ trì", CellPlace(0, 0, 2)),
        ("1", CellPlace(0, 1, 0)),
        ("Tổ chức hội nghị sơ kết", CellPlace(0, 1, 1)),
        ("Sở Công Thương", CellPlace(0, 1, 2)),
    ]


def test_merged_cells_stand_once() -> None:
    pdf = Pdf()
    for y in (100, 120, 160):
        pdf.rule(60, y, 540, y)
    pdf.rule(200, 140, 540, 140)
    for x in (60, 540):
        pdf.rule(x, 100, x, 160)
    pdf.rule(200, 120, 200, 160)
    pdf.text(70, 114, "I. NHIỆM VỤ CHUNG")
    pdf.text(70, 144, "Sở Y tế")
    pdf.text(210, 134, "Việc thứ nhất")
    pdf.text(210, 154, "Việc thứ hai")
    plan = read_pdf(pdf.bytes())
    assert [(t, p.cell) for t, p in zip(lines(plan), plan.paragraphs, strict=True)] == [
        ("I. NHIỆM VỤ CHUNG", CellPlace(0, 0, 0, 1, 2)),
        ("Sở Y tế", CellPlace(0, 1, 0, 2, 1)),
        ("Việc thứ nhất", CellPlace(0, 1, 1)),
        ("Việc thứ hai", CellPlace(0, 2, 1)),
    ]


def test_the_signature_block_is_read_column_by_column() -> None:
    pdf = Pdf()
    y = pdf.flow(80, SENTENCES[0])
    pdf.text(85, y + 10, "Nơi nhận:", 12)
    pdf.text(430, y + 10, "TM. ỦY BAN NHÂN DÂN", 14, bold=True, centre=True)
    pdf.text(85, y + 25, "- Như trên;", 11)
    pdf.text(430, y + 27, "CHỦ TỊCH", 14, bold=True, centre=True)
    pdf.text(85, y + 39, "- Lưu: VT.", 11)
    pdf.text(430, y + 90, "Trần Văn Mẫu", 14, bold=True, centre=True)
    assert lines(read_pdf(pdf.bytes())) == [
        SENTENCES[0],
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn Mẫu",
    ]


def test_hanging_items_and_headings_in_bold() -> None:
    pdf = Pdf()
    pdf.text(85, 100, "I. MỤC ĐÍCH", bold=True)
    y = 124.0
    for words in SENTENCES:  # the mark hangs out, the lines that go on stand further in
        y = pdf.flow(y, words, left=103, indent=-18)
    plan = read_pdf(pdf.bytes())
    assert lines(plan) == ["I. MỤC ĐÍCH", *SENTENCES]
    assert plan.paragraphs[0].bold
    assert not plan.paragraphs[1].bold


def test_locked_and_broken_files_say_so() -> None:
    pdf = Pdf(password="bí mật")
    pdf.text(100, 100, "Kế hoạch")
    with pytest.raises(UnreadableFile, match="mật khẩu"):
        read_pdf(pdf.bytes())
    with pytest.raises(UnreadableFile, match="hỏng"):
        read_pdf(b"%PDF-1.7\n" + b"x" * 500)


def test_stopping_between_pages() -> None:
    pdf = Pdf()
    for _ in range(9):
        pdf.flow(100, SENTENCES[0])
        pdf.page()
    seen: list[float] = []

    def stop(share: float, words: str) -> None:
        seen.append(share)
        if len(seen) > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_pdf(pdf.bytes(), stop)
    assert len(seen) == 2
