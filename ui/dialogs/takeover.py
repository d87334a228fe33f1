"""A department's returned Excel sheet: each cell that differs, before → after, taken over by choice as one step."""
from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from core.errors import UserError
from ui import messages
from ui.dialogs.compare import word_difference
from ui.dialogs.listing import ListingDialog, shortened
from ui.models.lines import Line
from ui.session import Session
from ui.store_jobs import read_returned_sheet

if TYPE_CHECKING:
    from core.roundtrip import CellDifference, Returned


def _tr(text: str) -> str:
    return QCoreApplication.translate("TakeOverDialog", text)


class TakeOverDialog(ListingDialog):
    """Everything is ticked at first: the department was asked to edit the sheet."""

    def __init__(self, session: Session, found: Returned, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, ["", "", "", ""], [80, 180, 110], ticks=True)
        self.setWindowTitle(_tr("Nhận bảng Excel đơn vị gửi lại"))
        self.setAccessibleName(self.windowTitle())
        self.model.setTitles([_tr("Ô"), _tr("Nhiệm vụ"), _tr("Cột"), _tr("Trước → Sau")])
        self.session, self.found = session, found
        more = _tr("{} dòng đã đọc.").format(found.rows)
        if found.missing:
            more += " " + _tr("{} nhiệm vụ không có trong bảng: giữ nguyên.").format(found.missing)
        self.heading(_tr("“{}” khác kế hoạch ở {} ô").format(name, len(found.differences)), " ".join((more, *found.notes[:3])))
        self.column.addWidget(self.split, 1)
        tools = QHBoxLayout()
        tools.addWidget(self.status, 1)
        for text, on in ((_tr("Chọn hết"), True), (_tr("Bỏ chọn hết"), False)):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, o=on: self.model.tick_all(o))
            tools.addWidget(button)
        self.column.addLayout(tools)
        self.yes = self.buttons("", _tr("Để sau"))
        self.model.ticked.connect(self._count)
        self.fill((self._line(d) for d in found.differences), on=range(len(found.differences)))
        self._count()

    def _line(self, d: CellDifference) -> Line:
        short = f"{shortened(d.before, 60) or '–'} → {shortened(d.after, 60) or '–'}"
        return Line((f"{d.column}{d.row}", shortened(d.title, 80), d.label, short), d, f"{d.before or '–'} → {d.after or '–'}")

    def show_line(self, line: Line) -> None:
        d: CellDifference = line.value
        place = _tr("Trang “{}”, ô {}{}").format(d.sheet, d.column, d.row)
        new = f"<p><b>{escape(_tr('Cơ quan chưa có trong danh bạ, sẽ được thêm'))}:</b> {escape('; '.join(d.makes))}</p>" if d.makes else ""
        told = word_difference(d.before, d.after, names=d.key in ("leads", "coops"))
        self.detail.setHtml(f"<h3>{escape(shortened(d.title, 200))}</h3><p><i>{escape(place)}</i></p>"
                            f"<p><b>{escape(d.label)}</b><br>{told}</p>{new}")

    def _count(self) -> None:
        n = len(self.model.chosen())
        self.yes.setText(_tr("Nhận {} thay đổi").format(n) if n else _tr("Đóng"))

    def accept(self) -> None:
        from core.takeover import take_over

        book = self.session.book
        if book is not None and self.model.chosen():
            try:
                delta = take_over(book, self.model.chosen(), self.session.workspace.directory())
                if self.session.do(delta):
                    messages.notice(_tr("Đã nhận {} thay đổi từ Excel").format(len(self.model.chosen())), kind="ok")
            except UserError as error:
                messages.error(self, error)
                return
        super().accept()


def open_takeover(parent: QWidget | None, session: Session, path: Path | None = None) -> None:
    """Ask for the workbook (unless given), read it in the background, show what differs from the open plan."""
    book = session.book
    if book is None:
        return
    if path is None:
        name, _ = QFileDialog.getOpenFileName(parent, _tr("Nhận bảng Excel đơn vị gửi lại"),
                                              session.settings.text("takeover/folder", str(Path.home())), "Excel (*.xlsx)")
        if not name:
            return
        path = Path(name)
        session.settings.set("takeover/folder", str(path.parent))
    from ui.background import runner

    chosen = path

    def show(found: Returned) -> None:
        if session.book is None or session.book.plan.id != book.plan.id:
            return  # another plan was opened meanwhile
        if not found.differences:
            messages.info(parent, _tr("“{}” giống hệt kế hoạch đang mở: không có gì để nhận.").format(chosen.name),
                          " ".join(found.notes[:3]))
            return
        TakeOverDialog(session, found, chosen.name, parent).exec()

    messages.notice(_tr("Đang đọc bảng Excel…"))
    runner().run(read_returned_sheet, path, book.plan, list(book.records()), session.workspace.agencies(), session.today(), on_done=show)
