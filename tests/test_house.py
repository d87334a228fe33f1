"""The house stays as it is drawn: arrows one way, types and style checked, no stub left behind."""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {"main.py", "ui", "core", "resources", "db", "tests", "build.spec", "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE",
             "pyproject.toml", "requirements.lock", "Makefile", "benchmarks", "docs", ".ci", ".gitignore"}


def run(*arguments: str) -> str:
    script = Path(sys.executable).parent / arguments[0]
    result = subprocess.run([str(script), *arguments[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def tracked() -> list[str]:
    try:
        return subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")


def test_the_arrows_between_the_rooms_point_one_way() -> None:
    assert "0 broken" in run("lint-imports", "--no-cache")


def test_types_are_strict() -> None:
    run("mypy", "--cache-dir=/dev/null")


def test_style() -> None:
    run("ruff", "check", "--no-cache", ".")


def test_top_level_is_fixed() -> None:
    assert {path.split("/")[0] for path in tracked()} <= TOP_LEVEL


def test_nothing_is_left_for_later() -> None:
    mark = re.compile(r"\b(" + "TO" + "DO|FIX" + r"ME|X{3})\b")
    left = [path for path in tracked() if path.endswith(".py") and mark.search((ROOT / path).read_text(encoding="utf-8"))]
    assert left == []
