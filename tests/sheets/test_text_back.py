"""What is drawn can be copied: pdftotext gives every task back letter for letter, in NFC."""
from __future__ import annotations

import shutil
import subprocess
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from core.book import Book
from core.model import Plan
from core.sheets.export import export
from core.sheets.options import SheetOptions
from tests.conftest import SHARED_PLANS, needs_real_plans
from tests.sheets.sample import sample_book

OPTIONS = SheetOptions(today=date(2026, 4, 1))
NEEDS_PDFTOTEXT = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's pdftotext")
SUFFIXES = (".txt", ".docx", ".pdf")


def text_of(path: Path) -> str:
    made = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return made.stdout.decode("utf-8")


def without_spaces(text: str) -> str:
    """Lines are broken on paper; letters are not."""
    return "".join(text.split())


def assert_text_comes_back(book: Book, folder: Path) -> None:
    export(book, "assignment", folder / "a.pdf", options=OPTIONS)
    found = text_of(folder / "a.pdf")
    assert unicodedata.is_normalized("NFC", found)
    letters = without_spaces(found)
    for task in book.tasks:
        assert without_spaces(unicodedata.normalize("NFC", task.text)) in letters


def gold_plans() -> list[ParameterSet]:
    """The plans with a clerk's answers; the scan, which takes a minute to read, in the long form only."""
    gold = SHARED_PLANS / "gold"
    found = [path for path in sorted(SHARED_PLANS.glob("*")) if path.suffix in SUFFIXES and (gold / f"{path.stem}.json").exists()]
    return [pytest.param(path, id=path.stem, marks=[pytest.mark.long] if path.suffix == ".pdf" else []) for path in found]


@NEEDS_PDFTOTEXT
def test_the_sample_comes_back(tmp_path: Path) -> None:
    assert_text_comes_back(sample_book(), tmp_path)


@NEEDS_PDFTOTEXT
@needs_real_plans
@pytest.mark.parametrize("path", gold_plans())
def test_every_real_plan_comes_back(path: Path, tmp_path: Path) -> None:
    from core.agencies import shipped
    from core.edits import store_draft
    from ui.workspace import read_draft

    text, draft = read_draft(path)
    directory = shipped()
    plan, delta = store_draft(draft, directory, imported="2026-01-01T00:00:00")
    records = [change.after for change in delta.changes if change.after is not None and not isinstance(change.after, Plan)]
    assert_text_comes_back(Book(plan, [*directory.agencies, *records], text.text), tmp_path)
