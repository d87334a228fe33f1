"""What stands in the place of the table when it has no row: why it is empty, and the way out."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from core.matrix_view import GridFilter
from ui.pages.empty import EmptyState

if TYPE_CHECKING:
    from ui.pages.matrix import MatrixPage


def _tr(text: str) -> str:
    return QCoreApplication.translate("matrix_empty", text)


class NothingToShow(QObject):
    """Takes the pane's place while no task passes the filter, or the plan has none. Its screens are made when first needed."""

    def __init__(self, page: MatrixPage) -> None:
        super().__init__(page)
        self._page = page
        self._made: dict[str, EmptyState] = {}
        page.status_changed.connect(self.refresh)

    def refresh(self) -> None:
        grid = self._page.grid
        kind = self._kind() if grid is not None and grid.shown == 0 else ""
        for other, screen in self._made.items():
            screen.setVisible(other == kind)
        self._page.pane.setVisible(not kind)
        if kind and kind not in self._made:
            self._made[kind] = made = self._bare() if kind == "bare" else self._filtered(kind)
            self._page.put_beside(made)
            made.show()

    def _kind(self) -> str:
        """Why there is no row."""
        grid, wanted = self._page.grid, self._page.view.filter
        if grid is None or not grid.order:
            return "bare"
        return "lead" if wanted == GridFilter(without_lead=True) else "doubt" if wanted == GridFilter(doubt=True) else "filter"

    def _filtered(self, kind: str) -> EmptyState:
        """Where only what is missing was asked for, no row is good news."""
        picture, title, text = {
            "lead": ("done", _tr("Nhiệm vụ nào cũng đã có cơ quan chủ trì"), _tr("Không có gì phải bổ sung ở đây.")),
            "doubt": ("done", _tr("Không còn chỗ nào cần xem"), _tr("Mọi chỗ nghi ngờ của kế hoạch này đã được xem.")),
        }.get(kind, ("filter", _tr("Không có nhiệm vụ nào khớp bộ lọc"),
                     _tr("Các nhiệm vụ vẫn còn nguyên, chỉ đang bị bộ lọc ở trên che đi.")))
        return EmptyState(picture, title, text, [(_tr("Bỏ mọi bộ lọc"), "close", self._unfilter)], self._page)

    def _bare(self) -> EmptyState:
        return EmptyState("matrix", _tr("Kế hoạch này chưa có nhiệm vụ nào"),
                          _tr("Hãy thêm nhiệm vụ, hoặc sang trang Rà soát và bôi đen câu giao việc trong văn bản."),
                          [(_tr("Thêm nhiệm vụ"), "plus", self._page.add_task),
                           (_tr("Sang Rà soát"), "review", lambda: self._page.session.page_wanted.emit("review"))], self._page)

    def _unfilter(self) -> None:
        self._page.clear_filter()
        self._page.focus_first()
