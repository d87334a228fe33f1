"""Bullets in scans: told by their shape, kept before their line."""
from __future__ import annotations

from typing import Any

import pytest

from core.reading.from_scan import read_image
from core.reading.scan_marks import bullet_before, bullet_of
from tests.core.reading.made import SENTENCES, Pdf, lines
from tests.core.reading.test_scan import picture, png

pytest.importorskip("tesserocr")
DPI = 250
POINT = DPI / 72
SIGNS = ["•", "-", "–", "+", "o", "e", "©", "I.", "1.", "a)", "*", "A"]


@pytest.fixture(scope="module")
def gray() -> Any:
    """A page with these signs in a column, words behind each."""
    from PIL import ImageFilter

    pdf = Pdf()
    for k, sign in enumerate(SIGNS):
        pdf.text(100, 100 + 40 * k, sign, 13)
        pdf.text(125, 100 + 40 * k, "Sở Y tế chủ trì", 13)
    return picture(pdf, DPI).convert("L").filter(ImageFilter.GaussianBlur(0.8))


def test_bullets_are_told_by_their_shape(gray: Any) -> None:
    left, right = round(98 * POINT), round(118 * POINT)
    boxes = [(left, round((90 + 40 * k) * POINT), right, round((103 + 40 * k) * POINT)) for k in range(len(SIGNS))]
    told = [bullet_of(text, gray, box, 13 * POINT) for text, box in zip(["e©", "—", *SIGNS[2:]], boxes, strict=True)]
    assert told == ["•", "-", "-", "+", "+", "", "", "", "", "", "", ""]


def test_bullets_that_ocr_left_out_are_found(gray: Any) -> None:
    found = [bullet_before(gray, round(125 * POINT), (100 + 40 * k) * POINT, 13 * POINT) for k in range(len(SIGNS))]
    assert [each[0] if each else "" for each in found] == ["•", "-", "-", "", "", "", "", "", "", "", "", ""]


def test_a_scan_keeps_its_bullets() -> None:
    pdf = Pdf()
    y = pdf.flow(80, SENTENCES[0])
    wanted = ["• Lễ phát động Tháng Công nhân tại khu công nghiệp", "– Thời gian: ngày 26/4/2024.", "– Phụ trách: Ban Tuyên giáo.",
              "• Tọa đàm về văn hóa an toàn lao động", "+ Thành phần: đoàn viên các công đoàn cơ sở."]
    for k, line in enumerate(wanted):
        pdf.text(113, y + 24 * k, line, 14)
    read = lines(read_image(png(picture(pdf, 200))))[1:]
    assert [line[:1] for line in read] == ["•", "-", "-", "•", "+"]
    assert [line[5:] for line in read] == [line[5:] for line in wanted]


def test_footnotes_of_a_scan_lie_apart() -> None:
    pdf = Pdf()
    y = 80.0
    for text in SENTENCES:
        y = pdf.flow(y, text)
    end = pdf.text(113, y, "- Phát triển sản phẩm du lịch có lợi thế", 14)
    pdf.text(end, y - 5, "1", 8)
    pdf.rule(85, 700, 230, 700)
    pdf.text(85, 714, "1", 7)
    pdf.text(91, 718, "Như: sản phẩm du lịch văn hóa, du lịch chăm sóc sức khỏe, du lịch nghỉ dưỡng kết hợp", 10.5)
    pdf.text(85, 731, "khám chữa bệnh, du lịch sinh thái tại các xã ven biển của tỉnh Lam Sơn.", 10.5)
    plan = read_image(png(picture(pdf, 200)))
    assert not any("khám chữa" in line for line in lines(plan))
    assert [note.text.endswith("tỉnh Lam Sơn.") for note in plan.notes] == [True]
