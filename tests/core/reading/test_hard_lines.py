"""Documents whose lines were broken by hand: Word files pasted from a PDF, text as web pages give it, pages of breaks only."""
from __future__ import annotations

import textwrap

import pytest

from core.reading.from_docx import read_docx
from core.reading.from_html import read_html
from core.reading.from_plain import from_text
from tests.core.reading.made import abstract, cell, docx, lines, num, par, run, table

PLAN = [
    "KẾ HOẠCH",
    "Thực hiện một số nhiệm vụ trọng tâm năm 2026",
    "I. NHIỆM VỤ",
    "1. Sở Khoa học và Công nghệ",
    "- Chủ trì, phối hợp với Sở Tài chính, Công an tỉnh và các cơ quan liên quan xây dựng kế hoạch chi tiết, trình Ủy ban nhân dân tỉnh "
    "phê duyệt trước ngày 15 tháng 9 năm 2026.",
    "- Tổng hợp tình hình, kết quả thực hiện của các cơ quan, đơn vị, địa phương; định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh, đồng thời "
    "đề xuất biện pháp tháo gỡ khó khăn, vướng mắc phát sinh trong quá trình triển khai.",
    "2. Ủy ban nhân dân các xã, phường",
    "a) Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị và Kế hoạch này, xây dựng kế hoạch của địa phương mình; bố "  # noqa: E501
    "trí kinh phí thực hiện theo quy định của pháp luật hiện hành về ngân sách.",
    "b) Rà soát, thống kê các hộ nghèo, hộ cận nghèo (theo chuẩn nghèo đa chiều giai đoạn 2026 - 2030 đã được Ủy ban nhân dân tỉnh công bố) "  # noqa: E501
    "để hỗ trợ kịp thời, đúng đối tượng, không để sót hộ nào.",
    "Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện; báo cáo Ủy ban nhân dân tỉnh trước ngày 10 tháng 12 hằng năm.",
]


def wrapped(width: int) -> list[str]:
    return [line for text in PLAN for line in textwrap.wrap(text, width, break_on_hyphens=False)]


@pytest.mark.parametrize("width", [66, 70, 78, 90])
def test_wrapped_text_without_blank_lines(width: int) -> None:
    assert lines(from_text("\n".join(wrapped(width)))) == PLAN


@pytest.mark.parametrize("width", [70, 90])
def test_a_word_document_whose_lines_are_paragraphs(width: int) -> None:
    plan = read_docx(docx("".join(par(line) for line in wrapped(width))))
    assert lines(plan) == PLAN
    assert "joined-lines" in {repair.kind for repair in plan.repairs}


def test_page_numbers_pasted_along_go_and_what_they_cut_is_one_again() -> None:
    broken = wrapped(80)
    pages = [*broken[:6], "2", *broken[6:19], "3", *broken[19:]]
    assert lines(read_docx(docx("".join(par(line) for line in pages)))) == PLAN
    listed = [text for n, line in enumerate(broken[:6], 1) for text in (str(n), line)]  # a table's rows, one cell a line
    assert [line for line in lines(read_docx(docx("".join(par(line) for line in listed)))) if line.isdigit()] != []


def test_a_page_of_one_paragraph_with_breaks() -> None:
    assert lines(read_html(f"<html><body><p>{'<br>'.join(wrapped(80))}</p></body></html>".encode())) == PLAN
    body = par(inner="<w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in wrapped(80)) + "</w:r>")
    assert lines(read_docx(docx(body))) == PLAN


def test_automatic_numbers_bold_heads_and_cells_begin_paragraphs_of_their_own() -> None:
    items = [line for text in PLAN[4:6] for line in textwrap.wrap(text[2:], 80)]
    body = "".join(par(line, num=1) if line[0].isupper() and line[:3] in ("Chủ", "Tổn") else par(line) for line in items)
    head = par(inner=run("Sở Khoa học và Công nghệ chủ trì các nhiệm vụ sau đây trong năm 2026 của tỉnh nhà", "<w:b/>"))
    numbering = abstract(0, [("bullet", "-")]) + num(1, 0)
    read = lines(read_docx(docx(head + body + table(cell(par("nội dung một")) + cell(par("nội dung hai"))), numbering=numbering)))
    assert read == ["Sở Khoa học và Công nghệ chủ trì các nhiệm vụ sau đây trong năm 2026 của tỉnh nhà", *PLAN[4:6], "nội dung một", "nội dung hai"]  # noqa: E501


def test_a_sentence_over_two_paragraphs_of_an_unwrapped_document() -> None:
    long = "Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch trình Ủy ban nhân dân"
    assert lines(read_docx(docx(par(long) + par("tỉnh phê duyệt.") + par("Sở Nội vụ theo dõi.")))) == [f"{long} tỉnh phê duyệt.", "Sở Nội vụ theo dõi."]  # noqa: E501
    for first in (f"{long};", "Kính gửi", "KẾ HOẠCH TRIỂN KHAI CÁC NHIỆM VỤ TRỌNG TÂM CỦA NĂM HAI NGHÌN HAI SÁU"):
        assert lines(read_docx(docx(par(first) + par("tỉnh phê duyệt.")))) == [first, "tỉnh phê duyệt."]
    assert lines(read_docx(docx(par(long) + par("") + par("tỉnh phê duyệt.")))) == [long, "tỉnh phê duyệt."]


def test_brackets_numbers_of_documents_and_lists_inside_a_sentence_stay_in_it() -> None:
    text = [*PLAN, "- Thực hiện Kế hoạch số 01/KH-UBND ngày 02 tháng 01 năm 2026 và Nghị quyết Đại hội Đảng bộ tỉnh (khóa XVI) về phát triển "  # noqa: E501
            "nông nghiệp: (i) giống cây trồng; (ii) chăn nuôi tập trung; (iii) chế biến, bảo quản sau thu hoạch; (iv) xúc tiến thương mại."]
    for width in range(60, 100):
        cut = [line for each in text for line in textwrap.wrap(each, width, break_on_hyphens=False)]
        assert lines(from_text("\n".join(cut)))[-1] == text[-1], width


def test_a_plan_behind_the_receivers_of_its_decision_is_joined_too() -> None:
    order = ["QUYẾT ĐỊNH", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.", "Nơi nhận:", "- Như Điều 1;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN"]  # noqa: E501
    assert lines(from_text("\n".join([*order, *wrapped(74)]))) == [*order, *PLAN]


def test_a_list_in_small_letters_without_marks_and_labels_stay_lines() -> None:
    items = ["xây dựng kế hoạch triển khai chuyển đổi số của xã", "tổ chức tập huấn cho cán bộ, công chức của xã",
             "bố trí kinh phí trong dự toán chi thường xuyên", "báo cáo kết quả về Ủy ban nhân dân tỉnh"]  # fmt: skip
    assert lines(read_docx(docx("".join(map(par, items))))) == items
    labelled = ["Tổ chức hội nghị triển khai Kế hoạch đến toàn thể cán bộ", "đơn vị thực hiện: Văn phòng", "Việc khác."]
    assert lines(read_docx(docx("".join(map(par, labelled))))) == labelled
