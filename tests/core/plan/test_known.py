"""Names that a document bounds itself tell where they end in its sentences."""
from __future__ import annotations

from core.plan.extract import extract
from core.plan.known import gather, known_alone, names_of
from core.plan.tokens import tokens_of
from core.reading.from_plain import from_text

PLAN = """KẾ HOẠCH
Thi hành Luật Nghề cá
I. NHIỆM VỤ
1. Cục Thuyền viên và Cán bộ quản lý bến cá chủ trì, phối hợp với Vụ Pháp chế hoàn thiện dự thảo.
2. Cục Thuyền viên và Cán bộ quản lý bến cá đánh giá tác động của chính sách, báo cáo Bộ trưởng.
3. Tạp chí Nghề cá
- Mở chuyên mục hỏi đáp.
4. Tạp chí Nghề cá xây dựng bộ câu hỏi về Luật.
"""


def leads(text: str) -> list[list[str]]:
    return [[m.name for m in task.leads] for task in extract(from_text(text)).tasks]


def test_a_name_set_alone_once_is_whole_everywhere() -> None:
    assert leads(PLAN) == [["Cục Thuyền viên và Cán bộ quản lý bến cá"]] * 2 + [["Tạp chí Nghề cá"]] * 2


def test_only_names_that_come_again_are_known_and_only_while_the_plan_is_read() -> None:
    text = from_text(PLAN)
    assert gather(text).at(tokens_of("Cục Thuyền viên và Cán bộ quản lý bến cá"), 0) == 10
    assert gather(from_text(PLAN.replace("2. Cục Thuyền viên và Cán bộ", "2. Cục Tàu bè"))).at(tokens_of(PLAN[50:]), 0) == 0
    with names_of(text):
        assert known_alone("Tạp chí Nghề cá")
    assert not known_alone("Tạp chí Nghề cá")


def test_several_names_in_a_cell_are_several() -> None:
    rows = "\n".join(f"| {n} | Việc thứ {n} của kế hoạch này | Sở A Pa, Vụ Học sinh, Sinh viên; Cục B và Hội C Chà |" for n in (1, 2, 3))
    known = gather(from_text(f"KẾ HOẠCH\n\n| TT | Nhiệm vụ | Cơ quan chủ trì |\n|---|---|---|\n{rows}\n"))
    assert known.at(tokens_of("Hội C Chà tham gia"), 0) == 3
    assert known.at(tokens_of("Cục B và Hội C Chà"), 0) == 2


def test_role_words_and_sentences_are_no_part_of_a_name() -> None:
    text = from_text("KẾ HOẠCH\n1. Sở A Pa là cơ quan thường trực, chủ trì.\n2. Sở A Pa là cơ quan thường trực.\n"
                     "Sở A Pa mở lớp.\nSở A Pa mở lớp.\n")
    known = gather(text)
    assert known.at(tokens_of("Sở A Pa là cơ quan thường trực"), 0) == 3
