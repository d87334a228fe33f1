"""A database that no longer opens: offer the newest backup in its place, and keep the damaged file."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.errors import DamagedStore, UserError
from ui import messages
from ui.workspace import Workspace, default_database


def _tr(text: str) -> str:
    return QCoreApplication.translate("rescue", text)


def open_or_rescue(database: Path | None) -> Workspace | None:
    """The workspace; None where it cannot be opened, which the person has then been told."""
    try:
        return Workspace.open(database)
    except DamagedStore as error:
        path = database if database is not None else default_database()
        return _rescued(path, error)
    except UserError as error:
        messages.error(None, error)
        return None


def _rescued(path: Path, error: DamagedStore) -> Workspace | None:
    from ui.store_jobs import backups_of, replace_damaged

    problem: UserError = error
    for backup in backups_of(path):
        when = backup.at.strftime("%H:%M %d/%m/%Y")
        more = _tr("Có bản sao lưu lúc {}. Dùng bản đó thay vào? Tệp hỏng được giữ lại bên cạnh.").format(when)
        if not messages.ask(None, problem.message, more, yes=_tr("Dùng bản sao lưu"), no=_tr("Không")):
            return None
        try:
            aside = replace_damaged(path, backup.path)
            workspace = Workspace.open(path)
        except UserError as again:  # this backup is broken too: the one before it
            problem = again
            continue
        messages.info(None, _tr("Đã mở bản sao lưu lúc {}.").format(when), _tr("Tệp hỏng được giữ ở {}").format(aside))
        return workspace
    messages.error(None, problem)
    return None
