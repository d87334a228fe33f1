"""The many ways of saying who leads and who takes part in one sentence, and what goes down from a heading."""
from __future__ import annotations

import pytest

from core.plan.extract import extract
from core.reading.from_plain import from_text

PARTS = "KẾ HOẠCH\nLàm một việc\n\nI. MỤC ĐÍCH\nLàm tốt.\n\nII. TỔ CHỨC THỰC HIỆN\n"


def roles(text: str) -> list[tuple[list[str], list[str]]]:
    return [([m.name for m in t.leads], [m.name for m in t.coops]) for t in extract(from_text(PARTS + text)).tasks]


@pytest.mark.parametrize("sentence", [
    "Sở Y tế chịu trách nhiệm chính, cùng với Sở Nội vụ rà soát biên chế.",
    "Sở Y tế chủ trì, cùng Sở Nội vụ rà soát biên chế.",
    "Sở Y tế chủ trì, có sự tham gia của Sở Nội vụ.",
    "Sở Y tế chủ trì rà soát biên chế với sự tham gia của Sở Nội vụ.",
    "Sở Y tế chủ trì với sự phối hợp của Sở Nội vụ rà soát biên chế.",
    "Sở Y tế chủ trì; Sở Nội vụ tham gia phối hợp rà soát biên chế.",
    "Sở Y tế chủ trì, Sở Nội vụ hỗ trợ rà soát biên chế.",
    "Sở Y tế chủ trì, phối hợp chặt chẽ, quyết liệt với Sở Nội vụ rà soát biên chế.",
    "Sở Y tế là cơ quan đầu mối, phối hợp cùng Sở Nội vụ rà soát biên chế.",
    "Sở Y tế - Cơ quan thường trực Ban Chỉ đạo, chủ trì, phối hợp với Sở Nội vụ rà soát biên chế.",
    "Theo đó, Chủ tịch UBND tỉnh giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ rà soát biên chế.",
    "UBND tỉnh giao Sở Y tế chủ trì, phối hợp Sở Nội vụ rà soát biên chế.",
])
def test_one_leads_and_one_takes_part(sentence: str) -> None:
    assert roles(f"1. {sentence}\n") == [(["Sở Y tế"], ["Sở Nội vụ"])]


def test_two_lead_together() -> None:
    assert roles("1. Sở Y tế, Sở Nội vụ đồng chủ trì, phối hợp với Sở Tài chính rà soát biên chế.\n") == [
        (["Sở Y tế", "Sở Nội vụ"],
                                                                                                           ["Sở Tài chính"])]


def test_partners_of_a_line_that_ends_in_a_colon_go_down() -> None:
    assert roles(
                 "1. Sở Y tế\na) Phối hợp với các sở, ngành liên quan triển khai:\n"
                 "- Mua sắm trang thiết bị.\n- Đào tạo nhân lực tại chỗ.\n") == [
        (["Sở Y tế"], ["các sở, ngành liên quan"])] * 2
    assert roles("1. Các sở, ngành chủ động phối hợp thường xuyên với thành phố Bình An, tập trung một số nội dung sau:\n"
                 "- Mua sắm trang thiết bị.\n- Đào tạo nhân lực tại chỗ.\n") == [(["Các sở, ngành"], ["thành phố Bình An"])] * 2


def test_bullets_below_a_collective_heading_name_their_own_without_a_doubt() -> None:
    draft = extract(from_text(PARTS + "2. Các sở, ngành\n- Công an tỉnh: tuần tra ban đêm tại các chợ.\n"
                              "- Sở Y tế: bố trí bác sĩ trực cấp cứu.\n"))
    assert [([m.name for m in t.leads], len(t.doubts)) for t in draft.tasks] == [(["Công an tỉnh"], 0), (["Sở Y tế"], 0)]


def test_a_title_behind_a_name_names_nobody_else() -> None:
    assert roles("1. Sở Y tế - Cơ quan thường trực Ban Chỉ đạo\n- Tham mưu thành lập các tổ công tác.\n2. Sở Nội vụ (Phó Trưởng ban):\n"
                 "- Bố trí nhân lực trực đêm.\n") == [(["Sở Y tế"], []), (["Sở Nội vụ"], [])]


def test_fields_behind_a_common_head() -> None:
    assert roles("1. Các bộ, cơ quan: Y tế, Tài chính, Văn phòng Chính phủ rà soát biên chế.\n") == [
        (["Bộ Y tế", "Bộ Tài chính", "Văn phòng Chính phủ"], [])]
