"""Our own plans may not be read worse than they are, and the forms that unseen plans brought keep being read."""
from __future__ import annotations

import json

import pytest

from benchmarks.score_plans import read_plan
from benchmarks.scoring import score
from core.model import FindingKind
from core.plan.extract import extract
from core.reading.from_plain import from_text
from tests.plans import making

FLOORS = {
    "muoi-bien": 0.94, "lich-ky-thi": 0.95, "bo-giao-duc-thuong-xuyen": 0.96, "caobang-giamngheo": 0.97, "ma-tuy": 0.97,
}
PLANS = sorted(path.stem for path in (making.HERE / "gold").glob("*.json"))
PARTS = "KẾ HOẠCH\nLàm một việc\n\nI. MỤC ĐÍCH\nLàm tốt.\n\nII. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize("name", PLANS)
def test_rows_do_not_fall(name: str) -> None:
    predicted, _ = read_plan(making.HERE / f"{name}.txt")
    gold = json.loads((making.HERE / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    result = score(predicted["tasks"], gold["tasks"])
    assert result.rows_share >= FLOORS.get(name, 0.999), result.misses


def leads(text: str) -> list[list[str]]:
    return [[m.name for m in task.leads] for task in extract(from_text(PARTS + text)).tasks]


def test_numbers_with_a_hyphen_and_labels_before_the_items() -> None:
    assert leads("1- Đào tạo\nPhụ trách: Phòng Điều dưỡng\n- Tập huấn cho viên chức toàn viện.\n- Kiểm tra tay nghề hằng quý.\n") == [
        ["Phòng Điều dưỡng"], ["Phòng Điều dưỡng"]]


def test_roles_in_the_bracket_of_a_heading() -> None:
    draft = extract(from_text(PARTS + "1. Hạ tầng (Phòng Kỹ thuật chủ trì; các khoa phối hợp)\n- Nâng cấp máy chủ.\n- Kết nối phần mềm.\n"))
    assert [([m.name for m in t.leads], [m.name for m in t.coops]) for t in draft.tasks] == [(["Phòng Kỹ thuật"], ["các khoa"])] * 2


def test_a_heading_known_by_its_neighbours_leads_under_a_doubt() -> None:
    draft = extract(from_text(PARTS + "1. Sở Y tế\n- Khám bệnh cho học sinh.\n2. Sở Tài chính\n- Bố trí kinh phí.\n"
                              "3. Già làng uy tín\n- Vận động bà con đưa con đến trường.\n"))
    assert [m.name for m in draft.tasks[2].leads] == ["Già làng uy tín"]
    assert FindingKind.UNKNOWN_AGENCY in {d.kind for d in draft.tasks[2].doubts}


def test_an_order_behind_a_semicolon_is_a_task_of_its_own() -> None:
    assert leads("1. Sở Y tế kiểm tra các bếp ăn trên địa bàn; Thủ trưởng các cơ quan chỉ đạo, kiểm tra ở đơn vị mình.\n") == [
        ["Sở Y tế"], ["các cơ quan"]]
