"""The buttons at the right of the filter bar: how the table looks, saved views, zoom."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.actions import native
from ui.pages import matrix_actions as actions
from ui.pages.matrix_filter import tool
from ui.popups import keeps_keys
from ui.theme import icon

if TYPE_CHECKING:
    from ui.pages.matrix import MatrixPage


class ViewTools(QObject):
    """``buttons()`` are put into the bar by the page; ``refresh`` after anything that they show has changed."""

    def __init__(self, page: MatrixPage) -> None:
        super().__init__(page)
        self.page = page
        self.look = self._menu_button("eye", self.tr("Hiển thị"), self.tr("Thứ tự cơ quan, xoay bảng, số dòng, cột sản phẩm"),
                                      self._fill_look)
        self.saved = self._menu_button("save", self.tr("Chế độ xem"), self.tr("Các chế độ xem đã lưu"), self._fill_views)
        self.heat = self._switch("heat", self.tr("Bản đồ nhiệt"), self.tr("Tô màu theo khối lượng việc"), "Ctrl+H", page.toggle_heat)
        self.chart = self._switch("chart", self.tr("Biểu đồ"), self.tr("Khối lượng việc của từng cơ quan"), "Ctrl+B", page.toggle_chart)
        self.zoom = self._menu_button("", "100 %", self.tr("Cỡ chữ của bảng"), self._fill_zoom)
        self.zoom.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def giving(self) -> list[list[QToolButton]]:
        """Those that show words where there is room, in the order in which they give them up."""
        return [[self.heat, self.chart], [self.saved], [self.look]]

    def spares(self) -> list[QWidget]:
        """Those that a narrow window does without: what they do is in the menus, too."""
        return [self.zoom, self.chart, self.heat]

    def buttons(self) -> list[QWidget]:
        return [self.look, self.saved, self.heat, self.chart, self.zoom]

    def _menu_button(self, name: str, text: str, tip: str, fill: Callable[[], object]) -> QToolButton:
        button = tool(self.page, name, text, tip)
        button.setProperty("kind", "")
        menu = QMenu(button)
        keeps_keys(menu)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _switch(self, name: str, text: str, tip: str, shortcut: str, run: Callable[[], object]) -> QToolButton:
        button = tool(self.page, name, text, tip, checkable=True)
        button.setProperty("kind", "")
        button.setToolTip(f"{button.toolTip()} ({native(shortcut)})")
        button.clicked.connect(run)
        return button

    def refresh(self) -> None:
        page = self.page
        self.heat.setChecked(page.pane.cells.heat)
        self.chart.setChecked(page.chart_on)
        self.chart.setEnabled(not page.view.transposed)  # its bars stand under the agencies
        self.zoom.setText(f"{round(page.pane.zoom * 100)} %")
        name = page.views.name_of(page.view)
        shown = name[:22] or self.tr("Chế độ xem")
        if shown != self.saved.text():
            self.saved.setText(shown)
            self.saved.setProperty("named", bool(name))
            page.filter_bar.fit()

    def _fill_look(self) -> None:
        menu = self.look.menu()
        menu.clear()
        specs = [s for s in actions.view_actions(self.page) if s.id not in ("matrix.save_view", "matrix.open_view", "matrix.clear_filter")]
        actions.fill_menu(menu, specs)

    def _fill_zoom(self) -> None:
        menu = self.zoom.menu()
        menu.clear()
        actions.fill_menu(menu, [s for s in actions.all_actions(self.page) if s.id.startswith("matrix.zoom")])

    def _fill_views(self) -> None:
        menu = self.saved.menu()
        menu.clear()
        here = self.page.views.name_of(self.page.view)
        for name, view in self.page.views.all().items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == here)
            action.triggered.connect(lambda _=False, v=view: self.page.apply(v))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(icon("save"), self.tr("Lưu chế độ xem…"), self.page.ask_view_name)
        gone = menu.addMenu(self.tr("Xoá chế độ xem"))
        gone.setEnabled(bool(self.page.views.all()))
        for name in self.page.views.all():
            gone.addAction(name).triggered.connect(lambda _=False, n=name: self._remove(n))

    def _remove(self, name: str) -> None:
        self.page.views.remove(name)
        self.refresh()

    def show_views(self) -> None:
        self.saved.showMenu()
