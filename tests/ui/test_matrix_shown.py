"""What the matrix page shows: filters, orders, the turned table, saved views, loads as heat and bars, and nothing at all."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from core import edits
from core.matrix_view import GridFilter, GridView, Order, Window
from core.model import Role
from tests.ui.matrix_book import FIRST, SECOND
from tests.ui.matrix_hands import COOP, LEAD, click, opened, role, shown
from ui import messages
from ui.models.matrix import Frozen
from ui.pages.matrix import MatrixPage
from ui.pages.matrix_picker import AgencyPicker


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> MatrixPage:
    return opened(qtbot, tmp_path)


# ---------------------------------------------------------------- what is shown


def test_the_filter_bar_narrows_as_one_types_and_says_so(page: MatrixPage) -> None:
    QTest.keyClicks(page.filter_bar.text, "dau tu")
    assert shown(page) == ["t1"]
    assert "1 trong 6 nhiệm vụ" in page.status()
    assert "“dau tu”" in page.status()
    page.filter_bar.clear.click()
    assert len(shown(page)) == 6
    assert page.filter_bar.text.text() == ""


@pytest.mark.parametrize(("wanted", "tasks"), [
    (GridFilter(agencies=frozenset({"nv"})), ["t1", "t2", "t3", "t6"]), (GridFilter(agencies=frozenset({"nv"}), role=LEAD), ["t3"]),
    (GridFilter(role=COOP), ["t1", "t2", "t4", "t6"]), (GridFilter(section=SECOND), ["t4", "t5", "t6"]),
    (GridFilter(window=Window.LATE), ["t1"]), (GridFilter(window=Window.WEEK), ["t2"]),
    (GridFilter(window=Window.MONTH), ["t1", "t2", "t4"]), (GridFilter(window=Window.QUARTER), ["t1", "t2", "t4"]),
    (GridFilter(window=Window.NONE), ["t3", "t5"]), (GridFilter(doubt=True), ["t5"]),
    (GridFilter(without_lead=True), ["t5"]), (GridFilter(text="QUÝ"), ["t3"]),
])
def test_every_filter_shows_its_tasks(page: MatrixPage, wanted: GridFilter, tasks: list[str]) -> None:
    page.apply(GridView(wanted))
    assert shown(page) == tasks


def test_the_bar_sets_every_filter(page: MatrixPage) -> None:
    bar = page.filter_bar
    bar.role.setCurrentIndex(1)
    bar.role.activated.emit(1)
    bar.window_.activated.emit(1)
    bar.section.activated.emit(1)
    bar.doubt.click()
    bar.lonely.click()
    assert page.view.filter == GridFilter("", frozenset(), LEAD, FIRST, Window.LATE, True, True)
    bar.clear.click()
    bar.agency.click()
    picker = page.findChild(AgencyPicker)
    assert picker is not None
    for name in ("y te", "cong an"):
        picker.field.setText(name)
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert page.view.filter.agencies == {"yt", "cat"}
    assert bar.agency.text() == "2 cơ quan"


def test_a_row_that_no_longer_fits_the_filter_stays_until_the_filter_is_used_again(page: MatrixPage) -> None:
    page.apply(GridView(GridFilter(without_lead=True), only_working=False))
    page.pane.go_to("t5", "yt")
    QTest.keyClick(page.pane.cells, Qt.Key.Key_C)
    assert shown(page) == ["t5"]
    page.apply(page.view)
    assert shown(page) == []


def test_columns_by_name_by_load_and_only_those_with_work(page: MatrixPage) -> None:
    assert page.grid is not None
    page.apply(GridView(order=Order.NAME, only_working=False))
    assert page.grid.columns == ["cat", "nv", "tc", "yt", "all"]
    page.apply(GridView(order=Order.LOAD))
    assert page.grid.columns == ["tc", "nv", "all", "yt"]


def test_the_turned_table_edits_the_same_cells(page: MatrixPage) -> None:
    page.pane.go_to("t4", "cat")
    page.apply(GridView(only_working=False, transposed=True))
    assert page.pane.current_pair() == ("t4", "cat")
    assert page.cell_model.rowCount() == 5
    assert page.cell_model.columnCount() == 6
    click(page, "t4", "cat")
    assert role(page, "t4", "cat") is LEAD
    page.apply(GridView(only_working=False))
    assert page.pane.current_pair() == ("t4", "cat")


def test_views_are_saved_under_names_and_come_back(page: MatrixPage) -> None:
    page.apply(GridView(GridFilter(window=Window.LATE), Order.LOAD))
    with messages.recorded() as told:
        page.save_view("Việc quá hạn")
    assert "Việc quá hạn" in told.notices[0].text
    page.apply(GridView())
    page.tools._fill_views()
    page.tools.saved.menu().actions()[0].trigger()
    assert page.view == GridView(GridFilter(window=Window.LATE), Order.LOAD)
    assert page.tools.saved.text() == "Việc quá hạn"
    page.views.remove("Việc quá hạn")
    assert page.views.all() == {}


def test_what_the_page_looks_like_is_remembered_but_not_the_filter(page: MatrixPage, qtbot: QtBot) -> None:
    page.apply(GridView(GridFilter(text="x"), Order.LOAD, spread=frozenset({"all"})))
    page.pane.set_zoom(1.25)
    page.set_lines(4)
    page.toggle_heat()
    page.toggle_chart()
    page.pane.widths[Frozen.TEXT] = 411
    page.remember()
    again = MatrixPage(page.session)
    qtbot.addWidget(again)
    assert (again.pane.zoom, again.pane.lines, again.pane.cells.heat, again.chart_on) == (1.25, 4, True, True)
    assert again.pane.widths[Frozen.TEXT] == 411
    assert again.view == GridView(GridFilter(), Order.LOAD, spread=frozenset({"all"}))


def test_the_chart_stands_under_its_columns_and_tells_the_load(page: MatrixPage) -> None:
    page.toggle_chart()
    QApplication.processEvents()
    header = page.pane.header
    x = page.pane.frozen.width() + header.sectionViewportPosition(2) + 5
    assert page.chart.column_at(x) == 2
    assert "Sở Tài chính: 2 chủ trì, 1 phối hợp" in page.chart.accessibleDescription()
    page.pane.go_to("t3", "tc")
    QTest.keyClick(page.pane.cells, Qt.Key.Key_C)
    assert "Sở Tài chính: 3 chủ trì, 1 phối hợp" in page.chart.accessibleDescription()


def test_agencies_of_the_plan_come_before_ministries_and_strangers() -> None:
    from core.model import Agency, AgencyKind
    from ui.pages.matrix_picker import ranked

    agencies = [Agency("b", "Bộ Văn hóa, Thể thao và Du lịch", kind=AgencyKind.CENTRAL), Agency("s", "Sở Văn hóa và Thể thao", "Sở VH&TT"),
                Agency("t", "Sở Văn hóa, Thể thao và Du lịch"), Agency("x", "Công an tỉnh", aliases=("Công an",))]
    assert [a.id for a in ranked(agencies, "van hoa", {"t"})] == ["t", "s", "b"]
    assert [a.id for a in ranked(agencies, "vhtt", {"t"})] == ["t", "s", "b"]
    assert [a.id for a in ranked(agencies, "svhtt")] == ["s", "t"]
    assert [a.id for a in ranked(agencies, "cong an")] == ["x"]
    assert [a.id for a in ranked(agencies, "du lịch thể thao")] == ["t", "b"]
    assert ranked(agencies, "hải quan") == []


def test_a_filter_that_nothing_passes_says_so_and_offers_the_way_out(page: MatrixPage) -> None:
    page.apply(GridView(filter=GridFilter(text="không có chữ này")))
    assert page.pane.isHidden()
    (screen,) = page.nothing._made.values()
    assert screen.isVisible()
    screen.buttons[0].click()
    assert page.pane.isVisible()
    assert not screen.isVisible()
    assert len(shown(page)) > 0
    assert page.pane.cells.hasFocus()


def test_nothing_missing_is_told_as_good_news(page: MatrixPage) -> None:
    book = page.session.book
    assert book is not None
    lonely = [t.id for t in book.tasks if not book.names(t.id, Role.LEAD)]
    assert lonely
    page.session.do(edits.set_role(book, [(t, "yt") for t in lonely], LEAD))
    page.filter_bar.lonely.click()
    (screen,) = page.nothing._made.values()
    assert "Nhiệm vụ nào cũng đã có cơ quan chủ trì" in [label.text() for label in screen.findChildren(QLabel)]
    page.filter_bar.text.setText("xyzzy")
    assert not screen.isVisible()
    assert len(page.nothing._made) == 2  # two filters at once: that nothing passes both says nothing of the plan


def test_a_plan_without_tasks_offers_to_add_one(page: MatrixPage) -> None:
    book = page.session.book
    assert book is not None
    page.session.do(edits.delete_tasks(book, [t.id for t in book.tasks]))
    assert page.pane.isHidden()
    (screen,) = page.nothing._made.values()
    screen.buttons[0].click()
    assert page.pane.isVisible()
    assert len(book.tasks) == 1


# ---------------------------------------------------------------- loads, and names that two agencies share


def test_a_group_does_not_dwarf_the_loads(page: MatrixPage) -> None:
    """The group leads one task and helps in one, but were it in forty: the measure is the busiest agency."""
    grid = page.grid
    assert grid is not None
    assert grid.heaviest() == grid.totals["tc"].all == 3
    assert page.session.book is not None
    page.session.do(edits.set_role(page.session.book, [(task, "all") for task in ("t2", "t3", "t4", "t5")], COOP))
    assert grid.totals["all"].all == 6
    assert grid.heaviest() == 3
    page.toggle_heat()
    page.toggle_chart()
    assert not page.grab().isNull()
    assert page.pane.header.most == 3


def test_the_turned_table_has_headings_loads_and_no_bars(page: MatrixPage) -> None:
    page.toggle_heat()
    page.toggle_chart()
    assert page.chart.isVisible()
    before = page.pane.cells.grab().toImage()
    page.apply(replace(page.view, transposed=True))
    assert not page.chart.isVisible()
    assert not page.tools.chart.isEnabled()
    assert page.pane.frozen_header.band.startswith("6 nhiệm vụ")
    assert page.pane.cells.grab().toImage() != before
    assert page.grid is not None
    assert [page.grid.section_of(slot) for slot in page.grid.slots] == [FIRST] * 3 + [SECOND] * 3
    header = page.pane.header
    x, y = header.sectionViewportPosition(4) + 3, header.band_rect().center().y()
    QApplication.sendEvent(header.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(x, y), header.mapToGlobal(QPoint(x, y))))
    assert QToolTip.text() == SECOND[0]
    page.apply(replace(page.view, transposed=False))
    assert page.chart.isVisible()


def test_two_agencies_of_one_short_name_show_their_whole_names(page: MatrixPage) -> None:
    """Columns that look alike would be filled in wrongly."""
    def heads() -> list[str]:
        return [str(page.cell_model.headerData(n, Qt.Orientation.Horizontal)) for n in range(page.cell_model.columnCount())]

    assert heads()[:2] == ["STC", "SNV"]
    assert page.session.book is not None
    page.session.do(edits.edit_agency(page.session.book, "nv", short="STC"))
    assert heads()[:3] == ["Sở Tài chính", "Sở Nội vụ", "SYT"]
    page.session.undo()
    assert heads()[:2] == ["STC", "SNV"]


def test_the_filter_bar_is_one_line_beside_a_narrow_window_and_nothing_in_it_is_cut(page: MatrixPage, qtbot: QtBot) -> None:
    bar = page.filter_bar
    whole = bar.flow.heightForWidth(10_000)
    for width in (1284, 1198, 944, 858, 829, 548):  # 1366 × 768 and 1920 × 1080 at 100 % and 150 %, with and without the panel
        page.resize(width, 600)
        qtbot.wait(10)
        assert page.width() == width
        assert bar.height() == whole or width < 829, width
        for widget in (bar.agency, bar.doubt, bar.lonely, page.tools.zoom):
            if widget.isVisible():
                assert widget.width() == widget.sizeHint().width(), width
                assert widget.geometry().right() < width
        for combo in (bar.role, bar.section, bar.window_):
            assert combo.fontMetrics().horizontalAdvance(combo.currentText()) + 30 <= combo.width(), width


def test_the_text_of_the_tasks_takes_what_few_agencies_leave_free(page: MatrixPage, qtbot: QtBot) -> None:
    page.resize(1700, 600)
    qtbot.wait(10)
    wide = page.pane.frozen.columnWidth(Frozen.TEXT)
    assert 600 < wide <= 680
    page.resize(1000, 600)
    qtbot.wait(10)
    assert page.pane.frozen.columnWidth(Frozen.TEXT) < wide
    page.pane.frozen_header.resizeSection(Frozen.TEXT, 300)  # her own width stays hers
    page.resize(1700, 600)
    qtbot.wait(10)
    assert page.pane.frozen.columnWidth(Frozen.TEXT) == 300


def test_the_bar_stays_one_line_after_a_filter_by_agency(page: MatrixPage, qtbot: QtBot) -> None:
    """Seen at 150 %: the button kept its words when the filter was gone, and the bar a second line."""
    bar = page.filter_bar
    page.resize(829, 420)
    qtbot.waitUntil(lambda: bar.width() == 829 and bar.height() == bar.flow.heightForWidth(829))
    high, style = bar.height(), bar.agency.toolButtonStyle()
    bar._set(GridFilter(agencies=frozenset({"yt"})), tell=True)
    assert bar.agency.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    qtbot.wait(20)
    assert bar.height() == high  # the button names the agency, others make room for it
    page.clear_filter()
    assert bar.agency.toolButtonStyle() is style
    assert style is Qt.ToolButtonStyle.ToolButtonIconOnly
    qtbot.waitUntil(lambda: bar.height() == high)


def test_bare_buttons_say_what_they_are_and_wide_ones_show_it(page: MatrixPage, qtbot: QtBot) -> None:
    bar, tools = page.filter_bar, page.tools
    bare = Qt.ToolButtonStyle.ToolButtonIconOnly
    buttons = (bar.agency, bar.doubt, bar.lonely, tools.look, tools.saved, tools.heat, tools.chart)
    words = {}
    bare_at: dict[int, list[str]] = {}
    for width in (1838, 1284, 829):
        page.resize(width, 600)
        qtbot.waitUntil(lambda w=width: bar.width() == w)  # type: ignore[misc]
        for button in buttons:
            words[button] = button.text()
            assert button.toolTip().startswith(button.text())
            assert button.accessibleName().startswith(button.text())
            if button.isVisible():
                assert button.geometry().right() < width
        bare_at[width] = [b.text() for b in buttons if b.toolButtonStyle() is bare]
    assert bare_at[1838] == []
    assert bare_at[1284] in (["Chế độ xem", "Bản đồ nhiệt", "Biểu đồ"], ["Hiển thị", "Chế độ xem", "Bản đồ nhiệt", "Biểu đồ"])
    assert len(bare_at[829]) >= 6
    assert all(words.values())
    page.save_view("Của tôi")
    assert tools.saved.text() == "Của tôi"
    assert tools.saved.toolButtonStyle() is not bare  # a name that says how the table looks is worth its room
    assert bar.height() == bar.flow.heightForWidth(829)
