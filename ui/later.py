"""What the window leaves for after its first paint, in pieces short enough to be felt by nobody: the pages that were not asked for yet."""
from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.workspace import IMPORTED_LATER

if TYPE_CHECKING:
    from ui.window import MainWindow


def pieces(window: MainWindow) -> Iterator[bool]:
    """True after each. What is seen does not change, but for the end of the list of plans."""
    complete = getattr(window.page("plans"), "complete", None)
    if complete is not None:
        complete()
        yield True
    window.table.tell_shortcuts()
    yield True
    import_module("ui.opening").attach(window)
    yield True
    for module in IMPORTED_LATER:
        import_module(module)
        yield True
    for page_id, spec in window.specs.items():
        for module in spec.needs if page_id not in window.pages else ():
            import_module(module)
            yield True
        if page_id not in window.pages:
            window.unjoined[page_id] = spec.make(window.session)
            yield True
        window.page(page_id)
        yield True
    for module in ("ui.store_actions", "ui.background"):
        import_module(module)
        yield True
    window.add_store_actions()
    yield True
    _back_up(window)
    yield True
    from ui import background

    background.warm()


def _back_up(window: MainWindow) -> None:
    """A backup in the background where one is due; looked at every hour."""
    from ui.store_actions import back_up_if_due

    if not window.closed:
        back_up_if_due(window.session)
        QTimer.singleShot(3_600_000, window, lambda: _back_up(window))
