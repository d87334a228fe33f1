"""Texts that stand where tasks stand and give nobody work: praise, money, notes, names alone."""

from __future__ import annotations

import re

from core.plan.lists import is_agency_list
from core.plan.roles import read_opening


def nobody_acts(text: str) -> bool:
    """Words that are no duty: one word in capitals that lost its line, nothing but names of agencies."""
    praise = text[:40].lower().startswith(_PRAISE)
    if text.lower().startswith(("kinh phí thực hiện ", "kinh phí triển khai ")) and _FUNDED.search(text) and not read_opening(text).leads:
        return not any(word in text for word in (" giao ", "chủ trì", "có trách nhiệm", "tham mưu"))
    if text.lower().startswith(_TOLD) and not any(word in text for word in ("yêu cầu", "giao ", "đề nghị", "chủ trì", "có trách nhiệm")):
        return True  # "Theo Đài Khí tượng …, mưa lớn …": what moves the issuer, no order
    rate = text.startswith("Mức ") and ":" in text[:40]  # "Mức hỗ trợ: 100.000 đồng"
    return praise or rate or (len(text.split()) <= 2 and text.isupper()) or (len(text) < 300 and is_agency_list(_BRACKET.sub(" ", text)))


_FUNDED = re.compile(r"\b(?:từ|do|trong|bằng) (?:các )?(?:nguồn|ngân sách|dự toán)|\bđược (?:bảo đảm|đảm bảo|bố trí|lấy|cấp)\b")
_BRACKET = re.compile(r"\([^()]{0,60}\)")

_TOLD = ("theo dự báo ", "theo báo cáo của ", "theo tin từ ", "theo thông tin từ ", "theo số liệu ", "theo thống kê ", "theo đài khí tượng",
         "theo bản tin ", "theo trung tâm dự báo", "theo phản ánh ")
_PRAISE = (
    "đánh giá cao",
    "hoan nghênh",
    "ghi nhận",
    "cơ bản thống nhất",
    "cơ bản đồng ý",
    "thời gian qua",
    "trong thời gian qua",
    "trên đây là",
)


def is_money(text: str) -> bool:
    return text[:14].lower().lstrip().startswith(("kinh phí", "nguồn kinh phí", "nguồn vốn", "nguồn lực", "thời gian thực", "mức "))


def is_note(text: str) -> bool:
    head = text[:24].lower()
    annex = "phụ lục" in text.lower() or " biểu " in text.lower()
    if annex and len(text) < 250 and ("kèm theo" in text or "đính kèm" in text) and not read_opening(text).leads:
        return True
    return head.startswith(("(kèm theo", "(ban hành kèm", "ghi chú", "(*)", "chú thích", "(theo phụ lục", "(chi tiết")) or (
        len(text) < 200 and text.startswith("(") and text.rstrip("./ ").endswith(")")
    )
