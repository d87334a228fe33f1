"""The directory of agencies out to Excel and back in."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from core.book import Book
from core.delta import Delta
from ui import background, messages
from ui.jobs import read_directory_file, write_directory_file


class DirectoryExchange(QObject):
    """``book()`` holds the directory as it is, ``do`` writes what is taken over."""

    def __init__(self, book: Callable[[], Book], do: Callable[[Delta], bool], page: QWidget) -> None:
        super().__init__(page)
        self._book, self._do, self._page = book, do, page

    def export(self) -> None:
        from core.directory_sheet import to_rows

        start = str(Path.home() / self.tr("Danh bạ cơ quan.xlsx"))
        name, _ = QFileDialog.getSaveFileName(self._page, self.tr("Xuất danh bạ"), start, "Excel (*.xlsx)")
        if name:
            target = Path(name if name.lower().endswith(".xlsx") else name + ".xlsx")
            background.run(write_directory_file, to_rows(self._book()), target,
                           on_done=lambda made: messages.notice(self.tr("Đã xuất danh bạ: {}").format(made), kind="ok"))

    def bring_in(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._page, self.tr("Nhập danh bạ"), str(Path.home()), "Excel (*.xlsx)")
        if name:
            self.bring_in_file(Path(name))

    def bring_in_file(self, path: Path) -> None:
        background.run(read_directory_file, path, on_done=self._take_over)

    def _take_over(self, rows: list[tuple[str, ...]]) -> None:
        from core.directory_sheet import take_over

        found = take_over(self._book(), rows)
        left_out = "\n".join(found.problems[:12]) + ("\n…" if len(found.problems) > 12 else "")
        if not found.delta:
            messages.info(self._page, self.tr("Bảng này không đổi gì trong danh bạ."), left_out)
            return
        more = self.tr("Không cơ quan nào bị xoá. Có thể hoàn tác.") + (f"\n\n{left_out}" if left_out else "")
        message = self.tr("Nhập {new} cơ quan mới và sửa {changed} cơ quan?").format(new=found.new, changed=found.changed)
        if messages.ask(self._page, message, more, yes=self.tr("Nhập"), no=self.tr("Huỷ")):
            self._do(found.delta)
