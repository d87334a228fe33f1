"""The actions over the store: history, backups, hand-over, returned sheets, the clerk's name."""
from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.actions import ActionSpec
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("store_actions", text)


def store_actions(window: QWidget | None, session: Session) -> list[ActionSpec]:
    """In the order of the menu. The dialogs are imported when they are opened."""
    menu = _tr("Dữ liệu")

    def writable() -> bool:
        return not session.workspace.read_only

    def has_plan() -> bool:
        return session.book is not None

    return [
        ActionSpec("store.history", _tr("&Lịch sử…"), menu, lambda: _history(window, session), "Ctrl+Shift+H", "history",
                   tip=_tr("Ai đã sửa gì, lúc nào; đưa kế hoạch hoặc nhiệm vụ về một lúc trước đó")),
        ActionSpec("store.takeover", _tr("Nhận bảng &Excel đơn vị gửi lại…"), menu, lambda: _takeover(window, session), "", "import",
                   tip=_tr("So bảng đã gửi đi và được sửa tay với kế hoạch đang mở, nhận từng thay đổi"),
                   enabled=lambda: writable() and has_plan(), separator=True),
        ActionSpec("store.give", _tr("Ghi &gói bàn giao…"), menu, lambda: _give(window, session), "", "package",
                   tip=_tr("Một tệp để chép sang máy đồng nghiệp: kế hoạch, tệp gốc, lịch sử"), separator=True),
        ActionSpec("store.take", _tr("&Nhận gói bàn giao…"), menu, lambda: _take(window, session), "", "download",
                   tip=_tr("Mở gói của đồng nghiệp, xem từng mục khác nhau rồi nhận"), enabled=writable),
        ActionSpec("store.backup", _tr("&Sao lưu và khôi phục…"), menu, lambda: _backup(window, session), "", "backup",
                   tip=_tr("Các bản sao lưu tự động; xuất hoặc lấy lại toàn bộ dữ liệu"), separator=True),
        ActionSpec("store.person", _tr("&Tên của bạn…"), menu, lambda: _person(window, session), "", "edit",
                   tip=_tr("Tên được ghi bên mỗi thay đổi trong lịch sử"), enabled=writable, separator=True),
    ]


def back_up_if_due(session: Session) -> bool:
    """Begin a backup in the background where one is due (at start and every hour); whether one was begun. A failure is told as a notice."""
    from ui import messages
    from ui.background import runner
    from ui.store_jobs import make_backup

    if not session.workspace.backup_is_due():
        return False
    runner().run(make_backup, session.workspace.path,
                 on_error=lambda problem: messages.notice(_tr("Chưa sao lưu được: {}").format(problem), kind="warn"))
    return True


def _history(window: QWidget | None, session: Session) -> None:
    from ui.dialogs.history import open_history

    open_history(window, session)


def _takeover(window: QWidget | None, session: Session) -> None:
    from ui.dialogs.takeover import open_takeover

    open_takeover(window, session)


def _give(window: QWidget | None, session: Session) -> None:
    from ui.dialogs.handover import open_give

    open_give(window, session)


def _take(window: QWidget | None, session: Session) -> None:
    from ui.dialogs.handover import open_take

    open_take(window, session)


def _backup(window: QWidget | None, session: Session) -> None:
    from ui.dialogs.backup import open_backup

    open_backup(window, session)


def _person(window: QWidget | None, session: Session) -> None:
    from ui.dialogs.person import ask_person

    ask_person(window, session, again=True)
