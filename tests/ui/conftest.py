"""No box is ever really shown in a test: the door of messages is a recorder, and worker processes end with the test."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.window_story import open_window, stored_plan
from ui import background, messages
from ui.messages import Recorder
from ui.window import MainWindow


@pytest.fixture(autouse=True)
def door() -> Iterator[Recorder]:
    with messages.recorded() as recorder:
        yield recorder


@pytest.fixture(scope="session", autouse=True)
def _workers_end() -> Iterator[None]:
    yield
    background.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with one accepted plan of six tasks."""
    return open_window(qtbot, tmp_path, stored_plan)


@pytest.fixture
def empty_window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, tmp_path)
