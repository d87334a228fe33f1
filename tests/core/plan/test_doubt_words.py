"""A doubt says which words it is about, so that it can be answered without looking for them."""
from __future__ import annotations

from core.model import FindingKind
from core.plan.extract import extract
from core.reading.from_plain import from_text

PLAN = """KẾ HOẠCH
Giúp đỡ các thôn vùng cao

I. MỤC ĐÍCH
Làm tốt.

II. TỔ CHỨC THỰC HIỆN
1. Thủ trưởng các sở, ban, ngành được phân công giúp đỡ thôn đặc biệt khó khăn
- Khảo sát tình hình sản xuất của thôn, gửi kết quả trước ngày 30/6/2026.
- Vận động nguồn lực giúp đỡ các hộ.
2. Sở Y tế: Khám bệnh cho người cao tuổi.
"""


def test_a_heading_that_says_more_than_a_name_is_quoted_with_the_name() -> None:
    doubts = [[d for d in t.doubts if d.kind is FindingKind.INHERITED] for t in extract(from_text(PLAN)).tasks]
    assert [len(d) for d in doubts] == [1, 1, 0]
    message = doubts[0][0].message
    assert "“1. Thủ trưởng các sở, ban, ngành được phân công giúp đỡ thôn đặc biệt khó khăn”" in message
    assert "hãy xem “các sở, ban, ngành” có đúng tên không" in message
    assert doubts[1][0].message == message  # asked alike, so that both can be answered at once


def test_a_deadline_before_the_document_itself_is_doubted() -> None:
    def said(day: str) -> list[str]:
        text = (f"UBND TỈNH LAM SƠN\nLam Sơn, {day} năm 2025\nKẾ HOẠCH\nPhát triển du lịch\nI. NHIỆM VỤ\n"
                "1. Sở Y tế chủ trì kiểm tra các cơ sở lưu trú trước ngày 01/5/2025.\n"
                "2. Sở Xây dựng chủ trì sửa đường trước ngày 01/9/2025.\n")
        return [d.message for t in extract(from_text(text)).tasks for d in t.doubts if "ngày ban hành" in d.message]

    assert said("ngày 15 tháng 7") == ["Thời hạn “trước ngày 01/5/2025” trước cả ngày ban hành văn bản (15/07/2025)."]
    assert len(said("ngày     tháng 7")) == 1  # the day was left blank
    assert said("ngày 15 tháng 4") == []
