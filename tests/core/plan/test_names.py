"""Where names of agencies begin and end, and how lists of them are read."""
from __future__ import annotations

import pytest

from core.plan.lists import is_agency_list, read_list
from core.plan.tokens import tokens_of

CASES = {
    "Sở Tài chính chủ trì": ["Sở Tài chính"],
    "Sở Kế hoạch và Đầu tư và Sở Tài chính rà soát": ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"],
    "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế tổ chức": ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"],
    "Các Sở: Y tế, Nội vụ và Tài chính báo cáo": ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính"],
    "Sở Y tế, Nội vụ xây dựng": ["Sở Y tế", "Sở Nội vụ"],
    "các Sở, ban, ngành, địa phương triển khai": ["các Sở, ban, ngành, địa phương"],
    "Công an tỉnh và các sở, ngành liên quan kiểm tra": ["Công an tỉnh", "các sở, ngành liên quan"],
    "Ban Quản lý Khu kinh tế, công nghiệp tỉnh:": ["Ban Quản lý Khu kinh tế, công nghiệp tỉnh"],
    "Ban Quản lý dự án Đầu tư xây dựng và Phát triển đô thị tỉnh theo dõi": ["Ban Quản lý dự án Đầu tư xây dựng và Phát triển đô thị tỉnh"],
    "Báo và Phát thanh, Truyền hình tỉnh; Sở Tư pháp": ["Báo và Phát thanh, Truyền hình tỉnh", "Sở Tư pháp"],
    "UBND các xã Bình An, Hòa Lợi và phường Tân Phú rà soát": ["UBND xã Bình An", "UBND xã Hòa Lợi", "UBND phường Tân Phú"],
    "UBND các huyện, thị xã và thành phố Bình Minh": ["UBND các huyện, thị xã và thành phố Bình Minh"],
    "Giám đốc Sở Nội vụ, Chánh Văn phòng UBND tỉnh": ["Sở Nội vụ", "Văn phòng UBND tỉnh"],
    "Giám đốc (Thủ trưởng) các sở, ban, ngành chỉ đạo": ["các sở, ban, ngành"],
    "Trường Đại học Bình Minh mở ít nhất 02 lớp": ["Trường Đại học Bình Minh"],
    "Trung tâm Xúc tiến đầu tư, thương mại và du lịch": ["Trung tâm Xúc tiến đầu tư, thương mại và du lịch"],
    "Ngân hàng Nhà nước - Chi nhánh Bình Minh chỉ đạo": ["Ngân hàng Nhà nước - Chi nhánh Bình Minh"],
    "Liên đoàn Lao động tỉnh, Tỉnh đoàn, Hội Nông dân tỉnh": ["Liên đoàn Lao động tỉnh", "Tỉnh đoàn", "Hội Nông dân tỉnh"],
    "Tổ chức kiểm tra": [],
    "Bố trí kinh phí": [],
    "Số hóa dữ liệu": [],
    "Hội nghị tổng kết": [],
}


@pytest.mark.parametrize("text", CASES)
def test_names_of_a_list(text: str) -> None:
    assert [name.text for name in read_list(text, tokens_of(text), 0).names] == CASES[text]


@pytest.mark.parametrize("text", CASES)
def test_names_point_into_the_text(text: str) -> None:
    for name in read_list(text, tokens_of(text), 0).names:
        assert name.text.endswith(text[name.start:name.end].split()[-1])


def test_a_cell_of_agencies_is_told_from_work() -> None:
    assert is_agency_list("Sở Tài chính; các sở, ban, ngành")
    assert not is_agency_list("Sở Tài chính rà soát nguồn vốn")
    assert not is_agency_list("Xây dựng kế hoạch")
