"""The same words, typeset by other hands: the rows of our own plans stay what they are."""
from __future__ import annotations

import pytest

from benchmarks.score_layouts import LAYOUTS, plain_score
from tests.plans import making

# plans without hard lines and tables of one line a cell: those hold their own line breaks, which a second wrapping would break again
PLANS = ("cong-dien-bao", "cong-van-giao-viec", "dang-uy-hoc-tap", "huyen-kien-co", "ke-hoach-mau", "phong-chay-rung", "tet-thanh-pho",
         "tinh-uy-can-bo", "truong-hoc")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("plan", PLANS)
def test_the_rows_stay(plan: str, layout: str) -> None:
    text = (making.HERE / f"{plan}.txt").read_text(encoding="utf-8")
    made = plain_score(LAYOUTS[layout](text), making.HERE / "gold" / f"{plan}.json")
    assert made.rows_share >= 0.93, made.misses
    assert made.tasks.f1 >= 0.96, made.misses
