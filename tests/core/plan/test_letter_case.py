"""A title in capitals gets the letters of a sentence; names of bodies, places and documents keep their capitals, codes their letters."""
from __future__ import annotations

import pytest

from core.plan.heading import read
from core.plan.letter_case import in_capitals, own_case
from tests.core.plan.test_heading import plan

BODY = """I. MỤC ĐÍCH
1. Các cơ quan phối hợp nâng cao chất lượng phục vụ. Sở Y tế chủ trì.
- Nâng cao chất lượng hồ sơ của trạm;
- Nâng cao chất lượng đội ngũ.
Đến năm 2030 tăng cường kỷ luật. Tăng cường kỷ luật hành chính là nhiệm vụ thường xuyên;
+ Tăng cường kỷ luật ở cơ sở.
"""


@pytest.mark.parametrize(("title", "shown"), [
    # the capital with which an item begins is not the word's own
    ("THỰC HIỆN CHỈ THỊ SỐ 05-CT/TW VỀ NÂNG CAO CHẤT LƯỢNG VÀ TĂNG CƯỜNG KỶ LUẬT",
     "Thực hiện Chỉ thị số 05-CT/TW về nâng cao chất lượng và tăng cường kỷ luật"),
    # names that the body never says
    ("THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW CỦA BỘ CHÍNH TRỊ TRONG ĐẢNG BỘ TỈNH SƠN LA",
     "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị trong Đảng bộ tỉnh Sơn La"),
    ("PHỐI HỢP GIỮA SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG VÀ HỘI NÔNG DÂN TỈNH ĐỒNG THÁP",
     "Phối hợp giữa Sở Nông nghiệp và Môi trường và Hội Nông dân tỉnh Đồng Tháp"),
    ("TĂNG CƯỜNG SỰ LÃNH ĐẠO CỦA ĐẢNG, CỦA BAN THƯỜNG VỤ THÀNH ỦY VÀ CỦA CHÍNH PHỦ",
     "Tăng cường sự lãnh đạo của Đảng, của Ban Thường vụ Thành ủy và của Chính phủ"),
    ("PHÁT TRIỂN DU LỊCH TRÊN ĐỊA BÀN THÀNH PHỐ HẢI PHÒNG VÀ TỈNH THỪA THIÊN HUẾ",
     "Phát triển du lịch trên địa bàn thành phố Hải Phòng và tỉnh Thừa Thiên Huế"),
    # codes have letters of their own, whether the title keeps them or not
    ("THỰC HIỆN QUYẾT ĐỊNH SỐ 1130/QĐ-TTg CỦA THỦ TƯỚNG CHÍNH PHỦ", "Thực hiện Quyết định số 1130/QĐ-TTg của Thủ tướng Chính phủ"),
    ("THỰC HIỆN CHƯƠNG TRÌNH SỐ 26-CTR/TU VÀ QUYẾT ĐỊNH SỐ 9/QĐ-TTG", "Thực hiện Chương trình số 26-CTr/TU và Quyết định số 9/QĐ-TTg"),
    ("XÂY DỰNG PHONG TRÀO “BÌNH DÂN HỌC VỤ SỐ” Ở CƠ SỞ", "Xây dựng phong trào “Bình dân học vụ số” ở cơ sở"),
    ("Nâng cao chất lượng phục vụ năm 2026", "Nâng cao chất lượng phục vụ năm 2026")])
def test_a_title_that_the_body_does_not_repeat(title: str, shown: str) -> None:
    assert own_case(title, f"KẾ HOẠCH\n{title}\n{BODY}") == shown


def test_a_title_that_the_body_repeats_is_as_it_stands_there() -> None:
    title = "BAN HÀNH KẾ HOẠCH PHỔ BIẾN PHÁP LUẬT VỀ TIẾP CẬN THÔNG TIN"
    said = (f"{title}\nKẾ HOẠCH Phổ biến pháp luật về tiếp cận thông tin\n"
            f"Kế hoạch phổ biến pháp luật về tiếp cận thông tin gồm ba phần.\n{BODY}")
    assert own_case(title, said) == "Ban hành Kế hoạch phổ biến pháp luật về tiếp cận thông tin"


def test_codes_alone_are_no_title() -> None:
    assert not in_capitals("QĐ-TTg")
    assert not in_capitals("Quyết định SỐ 1")
    assert not in_capitals("")


def test_the_last_line_of_a_title_may_hold_years_only() -> None:
    text = f"KẾ HOẠCH\nBẢO ĐẢM AN TOÀN THỰC PHẨM TRÊN ĐỊA BÀN GIAI ĐOẠN\n2018 - 2020\n{BODY}"
    assert read(plan(text)).title == "Bảo đảm an toàn thực phẩm trên địa bàn giai đoạn 2018 - 2020"
