"""The process is killed at random moments of import, edit, undo, merge, backup, restore and migration: see torture.py."""
from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need fork and SIGKILL")


def torture(kills: int, seed: int) -> dict[str, Any]:
    result = subprocess.run([sys.executable, "-m", "tests.db.torture", str(kills), str(seed)], cwd=ROOT, capture_output=True, text=True,
                            check=False, timeout=3000)
    assert result.returncode == 0, result.stderr[-3000:]
    assert "Traceback" not in result.stderr, result.stderr[-3000:]
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_fifteen_kills_lose_nothing_confirmed_and_leave_nothing_half() -> None:
    found = torture(15, 7)
    assert found["wrong"] == []
    assert found["kills"] == 15


@pytest.mark.long
def test_five_hundred_kills() -> None:
    found = torture(500, int(time.time()))
    print(json.dumps(found))
    assert found["wrong"] == []
    assert found["kills"] >= 500
    assert set(found["under way"]) >= {"import", "edit", "merge", "backup", "restore", "migrate", "undo"}
