"""What signing portals, watermarks and fonts without letters do to a PDF: set apart, left out, or read from the picture."""
from __future__ import annotations

import difflib
import re
import sys

import pytest

from core.errors import MissingPart
from core.reading.from_pdf import read_pdf
from core.reading.garbled import is_garbled
from core.reading.words import Word
from tests.core.reading.made import SENTENCES, Pdf, lines

PLAN = ["I. NHIỆM VỤ", *SENTENCES, "2. Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ban, ngành:", *SENTENCES]


def plan(pdf: Pdf, y: float = 120) -> float:
    for text in PLAN:
        y = pdf.flow(y, text)
    return y


def kinds(data: bytes) -> dict[str, int]:
    return {repair.kind: repair.count for repair in read_pdf(data).repairs}


def test_a_signature_with_wrapped_lines_is_left_out_whole() -> None:
    pdf = Pdf()
    for k, line in enumerate(("Người ký: ỦY BAN NHÂN DÂN TỈNH LAM", "SƠN", "Email: ubnd@lamson.gov.vn", "Cơ quan: Tỉnh Lam Sơn",
                              "Ngày ký: 12.03.2026 15:04:11", "+07:00")):
        pdf.text(400, 20 + 10 * k, line, 9)
    y = plan(pdf)
    for k, line in enumerate(("Ký bởi: Nguyễn Văn A", "Cơ quan: Văn phòng Ủy ban nhân", "dân tỉnh Lam Sơn")):
        pdf.text(330, y + 20 + 10 * k, line, 9)
    pdf.text(330, y + 80, "Ghi chú cỡ nhỏ đứng riêng.", 9)
    data = pdf.bytes()
    assert lines(read_pdf(data)) == [*PLAN, "Ghi chú cỡ nhỏ đứng riêng."]
    assert kinds(data)["stamp"] == 9


def test_a_signature_in_letters_as_big_as_the_text() -> None:
    pdf = Pdf()
    pdf.text(230, 60, "Ký bởi: Nguyễn Văn A", 14)
    pdf.text(230, 78, "Thời gian ký: 12/03/2026 15:04:11 +07:00", 14)
    plan(pdf)
    assert lines(read_pdf(pdf.bytes())) == PLAN
    pdf = Pdf()
    pdf.text(85, 60, "Người ký: Chủ tịch Ủy ban nhân dân xã.", 14)
    assert lines(read_pdf(pdf.bytes())) == ["Người ký: Chủ tịch Ủy ban nhân dân xã."]


@pytest.mark.parametrize("angle", [45, 30, -52])
def test_a_watermark_is_no_text(angle: int) -> None:
    pdf = Pdf()
    plan(pdf)
    pdf.canvas.saveState()
    pdf.canvas.translate(300, 400)
    pdf.canvas.rotate(angle)
    pdf.canvas.setFont("Serif-Bold", 60)
    pdf.canvas.drawCentredString(0, 0, "BẢN DỰ THẢO")
    pdf.canvas.restoreState()
    assert lines(read_pdf(pdf.bytes())) == PLAN


def test_words_that_run_up_the_margin_are_no_text() -> None:
    pdf = Pdf()
    plan(pdf)
    pdf.canvas.saveState()
    pdf.canvas.translate(30, 200)
    pdf.canvas.rotate(90)
    pdf.canvas.setFont("Serif", 9)
    pdf.canvas.drawString(0, 0, "Văn bản được ký số theo Nghị định 130/2018/NĐ-CP ngày 27/9/2018")
    pdf.canvas.restoreState()
    assert lines(read_pdf(pdf.bytes())) == PLAN


# ---------------------------------------------------------------- letters that cannot be told


def without_map(pdf: Pdf) -> bytes:
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match[0]), pdf.bytes())


def test_a_font_without_letters_is_read_from_its_picture() -> None:
    pytest.importorskip("tesserocr")
    pdf = Pdf()
    plan(pdf)
    data = without_map(pdf)
    assert kinds(data)["garbled"] == 1
    assert difflib.SequenceMatcher(None, "\n".join(lines(read_pdf(data))), "\n".join(PLAN), autojunk=False).ratio() > 0.99


def test_without_ocr_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    pdf = Pdf()
    plan(pdf)
    with pytest.raises(MissingPart):
        read_pdf(without_map(pdf))


def words(text: str, font: str = "Times") -> list[Word]:
    return [Word(word, 0.0, 10.0, 10.0, 12.0, font) for word in text.split()]


@pytest.mark.parametrize("text", [
    " ".join(PLAN),
    "The Official Development Assistance programme will support the provincial departments with training and new equipment for staff",
    "KH-UBND QĐ-TTg NQ-CP UBND HĐND MTTQ TTHC CCHC KHCN GD&ĐT LĐTBXH VHTTDL TNMT NNPTNT KBNN BHXH TTPVHCC ĐVSN",
    "1.200 3.500 12% 45% 2026 2027 30/6/2026 15/9/2026 a b c 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17",
    "Krông Pắk Ea Kar Cư M'gar Buôn Đôn Ea H'leo Krông Búk Krông Năng M'Đrắk Lắk Krông Bông Cư Kuin Ea Súp Buôn Hồ Krông Ana",
])
def test_readable_words_are_not_garbled(text: str) -> None:
    assert not is_garbled(words(text))


def test_one_font_of_a_page_may_be_garbled_and_old_letters_are_not() -> None:
    lost = "Ch tr , ph i h p v i S T i ch nh v c c c quan li n quan x y d ng k ho ch chi ti t, tr nh y ban nh n d n t nh Lam S n"
    assert is_garbled(words(" ".join(PLAN)) + words(lost, "Bold"))
    assert is_garbled(words("\ue001\ue002\ue003 " * 20))
    old = "Chñ tr×, phèi hîp víi Së Tµi chÝnh vµ c¸c c¬ quan liªn quan x©y dùng kÕ ho¹ch chi tiÕt, tr×nh Uû ban nh©n d©n tØnh phª duyÖt"
    assert not is_garbled(words(old, "Unknown"))
    assert not is_garbled(words(old, ".VnTime"))
