"""Backup and restore: the copies that there are, what restoring one would change, a new copy, everything into one file."""
from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from core.errors import UserError
from ui import loans, messages
from ui.dialogs.listing import ListingDialog, differences_html
from ui.models.lines import Line
from ui.pages.flow import FlowLayout
from ui.session import Session
from ui.store_jobs import make_backup, preview_restore, write_package

if TYPE_CHECKING:
    from ui.workspace import Backup, PlanDifference


class BackupDialog(ListingDialog):
    """The newest copy first. Choosing one shows what would differ; nothing changes before "Khôi phục"."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, ["", "", ""], [150, 90])
        self.setWindowTitle(self.tr("Sao lưu và khôi phục"))
        self.setAccessibleName(self.windowTitle())
        self.model.setTitles([self.tr("Sao lưu lúc"), self.tr("Dung lượng"), self.tr("Tệp")])
        self.session = session
        self._previews: dict[Path, str] = {}
        self.heading(self.tr("Chương trình tự sao lưu mỗi giờ khi có thay đổi"),
                     self.tr("Các bản nằm trong thư mục “sao-luu” cạnh cơ sở dữ liệu. Nên thỉnh thoảng xuất toàn bộ ra USB hoặc ổ khác."))
        self.column.addWidget(self.split, 1)
        self.column.addWidget(self.status)
        self.now = self._button(self.tr("Sao lưu ngay"), self.back_up)
        self.everything = self._button(self.tr("Xuất toàn bộ ra tệp…"), self.export_all)
        self.other = self._button(self.tr("Mở bản khác…"), self.open_other)
        self.look = self._button(self.tr("Xem khác gì"), self.preview)
        self.yes = self._button(self.tr("Khôi phục bản này…"), self.restore)
        self._beside(0, self.view, (self.now, self.everything, self.other))
        self._beside(1, self.detail, (self.look, self.yes))
        self.split.setSizes([600, 440])
        self.hold(self.now, self.everything, self.other, self.look, self.yes)
        self.buttons(self.tr("Đóng"), kind="plain")
        self.load()

    def _beside(self, place: int, what: QWidget, buttons: tuple[QPushButton, ...]) -> None:
        """A half of the dialog with what can be done with it, on a second line where the words are long."""
        half = QWidget(self)
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        flow = FlowLayout(gap=8)
        for button in buttons:
            flow.addWidget(button)
        column.addWidget(what, 1)
        column.addLayout(flow)
        self.split.insertWidget(place, half)

    def _button(self, text: str, handler: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(handler)
        return button

    def load(self, extra: Path | None = None) -> None:
        lines = [Line((b.at.strftime("%d/%m/%Y %H:%M"), _size(b.size), b.path.name), b.path, str(b.path))
                 for b in self.session.workspace.backups()]
        if extra is not None:
            size = extra.stat().st_size if extra.exists() else 0
            lines.insert(0, Line((self.tr("(tệp đã chọn)"), _size(size), extra.name), extra, str(extra)))
        self.fill(lines)
        if not lines:
            self.status.setText(self.tr("Chưa có bản sao lưu nào."))
        self._enable()

    def _enable(self) -> None:
        writable = not self.session.workspace.read_only
        has = self.current() is not None
        self.now.setEnabled(writable)
        self.look.setEnabled(has)
        self.yes.setEnabled(has and writable)

    def _busy(self, words: str) -> None:
        super()._busy(words)
        if not words:
            self._enable()

    def show_line(self, line: Line) -> None:
        known = self._previews.get(line.value)
        if known is None:
            self.detail.setPlainText(self.tr("Bấm “Xem khác gì” để so bản này với dữ liệu hiện tại."))
        else:
            self.detail.setHtml(known)

    def back_up(self) -> None:
        def done(made: Backup) -> None:
            self.load()
            self.status.setText(self.tr("Đã sao lưu và đọc lại kiểm tra: {}").format(made.path.name))

        self.run(self.tr("Đang sao lưu…"), make_backup, self.session.workspace.path, done=done)

    def export_all(self) -> None:
        start = Path(self.session.settings.text("backup/folder", str(Path.home()))) / "phan-cong-toan-bo.zip"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Xuất toàn bộ"), str(start), self.tr("Tệp nén") + " (*.zip)")
        if name:
            self.session.settings.set("backup/folder", str(Path(name).parent))
            self.run(self.tr("Đang xuất toàn bộ…"), write_package, self.session.workspace.path, Path(name), None,
                     done=lambda made: self.status.setText(self.tr("Đã xuất toàn bộ ra {}").format(made)))

    def open_other(self) -> None:
        start = self.session.settings.text("backup/folder", str(Path.home()))
        kinds = self.tr("Bản sao lưu hoặc bản xuất toàn bộ") + " (*.db *.zip)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Mở bản sao lưu"), start, kinds)
        if name:
            self.load(Path(name))
            self.preview()

    def preview(self) -> None:
        path = self.current()
        if path is None:
            return

        def done(found: list[PlanDifference]) -> None:
            self._previews[path] = preview_html(found)
            if self.current() == path:
                self.detail.setHtml(self._previews[path])

        self.run(self.tr("Đang so sánh…"), preview_restore, self.session.workspace.path, path, done=done)

    def restore(self) -> None:
        path = self.current()
        if path is None or not messages.ask(
                self, self.tr("Thay toàn bộ dữ liệu hiện tại bằng bản “{}”?").format(path.name),
                self.tr("Dữ liệu hiện tại được sao lưu trước, nên vẫn lấy lại được."), yes=self.tr("Khôi phục"), no=self.tr("Huỷ")):
            return

        def restored(before: Backup) -> None:
            self._previews.clear()
            self._busy("")
            self.load()
            self.status.setText(self.tr("Đã khôi phục. Dữ liệu trước đó nằm ở {}").format(before.path.name))

        def failed(problem: BaseException) -> None:
            self._busy("")
            if not isinstance(problem, UserError):
                raise problem
            messages.error(self, problem)

        self._busy(self.tr("Đang khôi phục, xin chờ…"))
        loans.restore(self.session, path, restored, failed)

    def done(self, result: int) -> None:
        if not self.session.workspace.lent:  # what is being put in place cannot be stopped half way
            super().done(result)


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def preview_html(found: list[PlanDifference]) -> str:
    """What restoring would bring, take away and change, plan by plan."""
    from PySide6.QtCore import QCoreApplication

    def tr(text: str) -> str:
        return QCoreApplication.translate("BackupDialog", text)

    if not found:
        return f"<p>{escape(tr('Giống hệt dữ liệu hiện tại.'))}</p>"
    parts = []
    for plan in found:
        title = escape(plan.title)
        if not plan.here:
            parts.append(f"<h3>{title}</h3><p>{escape(tr('Khôi phục sẽ đưa kế hoạch này trở lại.'))}</p>")
        elif not plan.there:
            parts.append(f"<h3>{title}</h3><p>{escape(tr('Khôi phục sẽ bỏ kế hoạch này (bản sao lưu chưa có nó).'))}</p>")
        else:
            parts.append(f"<h3>{title}</h3>{differences_html(plan.details, 30)}")
    return "".join(parts)


def open_backup(parent: QWidget | None, session: Session) -> None:
    BackupDialog(session, parent).exec()
