"""The writing of rows leans on names of openpyxl that it promises to nobody: when a new version moves one, these tests say which."""
from __future__ import annotations

import inspect
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter

from core.sheets.xlsx_rows import RowWriter

ADVICE = ("openpyxl {} no longer has {}: core/sheets/xlsx_rows.py (or xlsx_styles.py) must be written anew for it, "
          "or the lock file must stay at 3.1.5")


def moved(name: str) -> str:
    return ADVICE.format(version("openpyxl"), name)


def test_the_rows_are_handed_over_as_we_think() -> None:
    """WriteOnlyWorksheet.append → _values_to_row → _writer.write_row(xf, row, number)."""
    for owner, name, parameters in ((WriteOnlyWorksheet, "_values_to_row", ["self", "values", "row_idx"]),
                                    (WriteOnlyWorksheet, "_get_writer", ["self"]),
                                    (WorksheetWriter, "write_row", ["self", "xf", "row", "row_idx"])):
        found = getattr(owner, name, None)
        assert found is not None, moved(f"{owner.__name__}.{name}")
        assert list(inspect.signature(found).parameters) == parameters, moved(f"{owner.__name__}.{name}{tuple(parameters)}")


def test_the_styles_lie_where_we_think() -> None:
    book = Workbook(write_only=True)
    for name in ("_fonts", "_named_styles", "_cell_styles"):
        assert hasattr(book, name), moved(f"Workbook.{name}")
    cell = WriteOnlyCell(book.create_sheet(), "x")
    for name in ("_style", "_value", "data_type", "style_id"):
        assert hasattr(cell, name), moved(f"Cell.{name}")
    book.close()


def cells(folder: Path, *, own: bool) -> list[list[tuple[Any, str, bool]]]:
    """The same rows written in our way and in openpyxl's own, read back."""
    book = Workbook(write_only=True)
    ws = book.create_sheet()
    rows: list[list[object]] = [["Chữ", 1, None, 2.5], [" cách ", "<&>", "hai\ndòng", 0], [None, None, None, "=1+1"]]
    writer = RowWriter(ws, 4) if own else None
    for row in rows:
        made = [WriteOnlyCell(ws, value) for value in row]
        for cell in made:
            if cell.data_type == "f":
                cell.data_type = "s"
        if writer is not None:
            writer.height = 20.0
        ws.append([(n, cell) for n, cell in enumerate(made) if cell.value is not None] if own else made)
    book.save(folder / f"{own}.xlsx")
    sheet = load_workbook(folder / f"{own}.xlsx").worksheets[0]
    return [[(cell.value, cell.data_type, cell.has_style) for cell in row] for row in sheet.iter_rows(max_col=4)]


def test_our_rows_are_those_that_openpyxl_would_write(tmp_path: Path) -> None:
    assert cells(tmp_path, own=True) == cells(tmp_path, own=False)


def test_a_version_that_moved_a_name_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(WriteOnlyWorksheet, "_values_to_row")
    with pytest.raises(AssertionError, match="_values_to_row"):
        test_the_rows_are_handed_over_as_we_think()
