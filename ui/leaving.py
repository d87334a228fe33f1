"""What the window does when it closes: asks while plans are being read, writes down how it looked, ends what runs."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import background, messages

if TYPE_CHECKING:
    from ui.window import MainWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def may_close(window: MainWindow) -> bool:
    """Whether nothing is under way, or the person wants it to stop."""
    return not window.importing or messages.ask(window, _tr("Đang nhập kế hoạch. Dừng lại và đóng cửa sổ?"),
                                                yes=_tr("Dừng và đóng"), no=_tr("Chờ tiếp"))


def put_away(window: MainWindow) -> None:
    """Everything is remembered, and nothing of ours runs afterwards."""
    window.session.stop_opening()
    if window.importing:
        window.importer.cancel()
    _remember(window)
    background.close()
    if window.bar.show_notice in messages.boxes.bars:
        messages.boxes.bars.remove(window.bar.show_notice)


def _remember(window: MainWindow) -> None:
    settings = window.session.settings
    settings.set("window/geometry", window.saveGeometry())
    side = window.side_built
    if side is not None and side.isVisible():
        settings.set("window/side_width", side.width())
    for page in window.pages.values():
        remember = getattr(page, "remember", None)
        if remember is not None:
            remember()
    settings.save()
