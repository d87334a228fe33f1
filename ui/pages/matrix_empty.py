"""What stands in the place of the table when it has no row: why it is empty, and the way out."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui.pages.empty import EmptyState

if TYPE_CHECKING:
    from ui.pages.matrix import MatrixPage


def _tr(text: str) -> str:
    return QCoreApplication.translate("matrix_empty", text)


class NothingToShow(QObject):
    """Takes the pane's place while no task passes the filter, or the plan has none. Its two screens are made when first needed."""

    def __init__(self, page: MatrixPage) -> None:
        super().__init__(page)
        self._page = page
        self._made: dict[bool, EmptyState] = {}
        page.status_changed.connect(self.refresh)

    def refresh(self) -> None:
        grid = self._page.grid
        empty = grid is not None and grid.shown == 0
        filtered = grid is not None and len(grid.order) > 0
        for kind, screen in self._made.items():
            screen.setVisible(empty and kind == filtered)
        self._page.pane.setVisible(not empty)
        if empty and filtered not in self._made:
            self._made[filtered] = made = self._filtered() if filtered else self._bare()
            self._page.put_beside(made)
            made.show()

    def _filtered(self) -> EmptyState:
        return EmptyState("filter", _tr("Không có nhiệm vụ nào khớp bộ lọc"),
                          _tr("Các nhiệm vụ vẫn còn nguyên, chỉ đang bị bộ lọc ở trên che đi."),
                          [(_tr("Bỏ mọi bộ lọc"), "close", self._unfilter)], self._page)

    def _bare(self) -> EmptyState:
        return EmptyState("matrix", _tr("Kế hoạch này chưa có nhiệm vụ nào"),
                          _tr("Hãy thêm nhiệm vụ, hoặc sang trang Rà soát và bôi đen câu giao việc trong văn bản."),
                          [(_tr("Thêm nhiệm vụ"), "plus", self._page.add_task),
                           (_tr("Sang Rà soát"), "review", lambda: self._page.session.page_wanted.emit("review"))], self._page)

    def _unfilter(self) -> None:
        self._page.clear_filter()
        self._page.focus_first()
