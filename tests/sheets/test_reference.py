"""Every sheet of our own plan in every format, cell by cell and line by line as it was when people had looked at it.

After a change that is meant, look at the pages and renew: python -m tests.sheets.test_reference
"""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.sheets.checker import failures
from core.sheets.export import export
from core.sheets.options import SheetOptions
from tests.sheets.dump import dump
from tests.sheets.sample import sample_book

FOLDER = Path(__file__).parent / "references"
OPTIONS = SheetOptions(today=date(2026, 4, 1))
KINDS = ("assignment", "matrix", "checklist", "summary")
FORMATS = ("xlsx", "pdf", "docx")


def make(kind: str, format: str, folder: Path) -> Path:
    target = folder / f"{kind}.{format}"
    export(sample_book(), kind, target, each_agency=kind == "checklist", bundle="file", options=OPTIONS)
    return target


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_sheet_is_as_it_was(kind: str, format: str, tmp_path: Path) -> None:
    wanted = (FOLDER / f"{kind}.{format}.txt").read_text(encoding="utf-8").splitlines()
    assert dump(make(kind, format, tmp_path)) == wanted


@pytest.mark.parametrize("format", ["pdf", "docx"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_decree_is_kept(kind: str, format: str, tmp_path: Path) -> None:
    assert failures(make(kind, format, tmp_path)) == []


if __name__ == "__main__":
    import tempfile

    FOLDER.mkdir(exist_ok=True)
    for one in KINDS:
        for ending in FORMATS:
            with tempfile.TemporaryDirectory() as place:
                lines = dump(make(one, ending, Path(place)))
            (FOLDER / f"{one}.{ending}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
