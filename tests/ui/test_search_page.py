"""Searching over all plans as a clerk types."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.ui.window_story import stored_plan
from ui.models.hits import HitModel
from ui.pages.search import SearchPage
from ui.window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> SearchPage:
    stored_plan(window.session.workspace, "02/KH-UBND", "Kế hoạch y tế cơ sở", plan_id="plan2", tasks=2)
    window.table.trigger("view.search")
    found = window.pages["search"]
    assert isinstance(found, SearchPage)
    QAbstractItemModelTester(found.model, QAbstractItemModelTester.FailureReportingMode.Fatal, found)
    return found


def typed(qtbot: QtBot, page: SearchPage, text: str) -> list[str]:
    page.field.clear()
    for end in range(1, len(text) + 1):  # as one types; QTest.keyClicks knows no Vietnamese letters
        page.field.setText(text[:end])
    qtbot.waitUntil(lambda: not page._later.isActive())
    return [hit.id for hit in page.model.hits]


def test_without_marks_and_half_a_word(qtbot: QtBot, page: SearchPage) -> None:
    found = typed(qtbot, page, "giai ngan von dau t")
    assert {"plan1.t1", "plan2.t1"} <= set(found)
    hit = next(h for h in page.model.hits if h.id == "plan1.t1")
    assert {"giải", "ngân", "vốn", "đầu"} <= {hit.text[m.start:m.end].lower() for m in hit.marks}
    assert "01/KH-UBND" in hit.where
    assert hit.who == "CT: STC; PH: các sở, ban, ngành"


def test_with_marks_and_abbreviation(qtbot: QtBot, page: SearchPage) -> None:
    assert typed(qtbot, page, "Đầu tư công")
    assert "dt" in typed(qtbot, page, "SKHDT")
    assert "plan2" in typed(qtbot, page, "y tế cơ sở")


def test_nothing_found_says_what_to_do(qtbot: QtBot, page: SearchPage) -> None:
    assert typed(qtbot, page, "khong the co") == []
    assert page._none.isVisible()
    assert page.status() == "0 kết quả"
    page.field.clear()
    qtbot.waitUntil(lambda: page._hint.isVisible())


def test_enter_goes_to_the_task(qtbot: QtBot, page: SearchPage, window: MainWindow) -> None:
    typed(qtbot, page, "nhiem vu 2")
    wanted = next(row for row, h in enumerate(page.model.hits) if h.kind == "task")
    for _ in range(wanted):
        QTest.keyClick(page.field, Qt.Key.Key_Down)
    hit = page.model.hits[wanted]
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert window.page_id == "matrix"
    assert window.session.task_id == hit.id
    assert window.session.book is not None
    assert window.session.book.plan.id == hit.plan


def test_enter_on_an_agency_goes_to_the_directory(qtbot: QtBot, page: SearchPage, window: MainWindow) -> None:
    found = typed(qtbot, page, "so y te")
    page.view.setCurrentIndex(page.model.index(found.index("yt")))
    page.go()
    assert window.page_id == "agencies"
    assert window.pages["agencies"].chosen().id == "yt"  # type: ignore[attr-defined]


def test_only_the_open_plan(qtbot: QtBot, page: SearchPage, window: MainWindow) -> None:
    window.session.open_plan("plan2")
    typed(qtbot, page, "giai ngan")
    page.here.setChecked(True)
    assert {h.plan for h in page.model.hits} == {"plan2"}


def test_ctrl_f_leads_here_from_a_page_without_a_field(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("plans")
    window.table.trigger("edit.find")
    assert window.page_id == "plans"  # this page has a field of its own
    window.show_page("search")
    window.table.trigger("edit.find")
    assert window.page_id == "search"


def test_a_change_shows_in_the_results(qtbot: QtBot, page: SearchPage, window: MainWindow) -> None:
    from core import edits

    window.session.open_plan("plan1")
    book = window.session.book
    assert book is not None
    assert typed(qtbot, page, "kho du lieu dung chung") == []
    window.session.do(edits.edit_task(book, "plan1.t1", text="Xây dựng kho dữ liệu dùng chung"))
    qtbot.waitUntil(lambda: [h.id for h in page.model.hits] == ["plan1.t1"])


def test_the_model_behaves(qtbot: QtBot) -> None:
    QAbstractItemModelTester(HitModel(), QAbstractItemModelTester.FailureReportingMode.Fatal)
