"""The clerk's name, asked once: it stands beside every change in the history and in packages."""
from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from core.errors import UserError
from ui import messages
from ui.dialogs.base import Dialog
from ui.session import Session


class PersonDialog(Dialog):
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Tên của bạn"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(420)
        self.heading(self.tr("Tên nào được ghi bên mỗi thay đổi?"),
                     self.tr("Tên chỉ lưu trên máy này và đi kèm gói bàn giao, để đồng nghiệp biết ai đã sửa."))
        self.name = QLineEdit(name, self, maxLength=80, placeholderText=self.tr("Ví dụ: Nguyễn Thị Lan"))
        self.name.setAccessibleName(self.windowTitle())
        self.column.addWidget(self.name)
        yes = self.buttons(self.tr("Ghi nhớ"), self.tr("Huỷ"))
        yes.setEnabled(bool(name.strip()))
        self.name.textChanged.connect(lambda text: yes.setEnabled(bool(text.strip())))


def ask_person(parent: QWidget | None, session: Session, *, again: bool = False) -> bool:
    """Ask for the name where it is not known (``again``: to change it). False where the person went away."""
    workspace = session.workspace
    known = workspace.person()
    if workspace.read_only or (known and not again):
        return True
    dialog = PersonDialog(known, parent)
    if not dialog.exec():
        return False
    try:
        workspace.set_person(dialog.name.text())
    except UserError as error:
        messages.error(parent, error)
        return False
    return True
