"""Cells that are filled again and again, and the hidden lists that the drop-downs offer."""
from __future__ import annotations

from typing import Any

from core.sheets.layout import CellValue, Column, ColumnKind
from core.sheets.xlsx_styles import Styles


class ListSheet:
    """The hidden worksheet with the lists that the drop-downs offer; each list once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._lists: list[tuple[str, ...]] = []

    def range(self, choices: tuple[str, ...]) -> str:
        from openpyxl.utils import get_column_letter, quote_sheetname

        if choices not in self._lists:
            self._lists.append(choices)
        column = get_column_letter(self._lists.index(choices) + 1)
        return f"{quote_sheetname(self.name)}!${column}$1:${column}${len(choices)}"

    def write(self, book: Any) -> None:
        if not self._lists:
            return
        from openpyxl.cell import WriteOnlyCell

        from core.sheets.xlsx_styles import put

        sheet = book.create_sheet(self.name)
        sheet.sheet_state = "hidden"
        for n in range(max(len(choices) for choices in self._lists)):
            row: list[Any] = []
            for choices in self._lists:
                cell = WriteOnlyCell(sheet, None)
                put(cell, choices[n] if n < len(choices) else None)
                row.append(cell)
            sheet.append(row)


class KeptCell:
    """The cell of one column, filled anew for each row: making one costs more than writing it."""

    def __init__(self, styles: Styles, ws: Any, column: Column, size: float) -> None:
        self._styles, self._ws, self._column, self._size = styles, ws, column, size
        self._cells: dict[str, Any] = {}
        self._plain = _style_of(column, "")

    def of(self, value: CellValue) -> Any:
        """The column's cell with this value, good until the next row is made."""
        name = self._plain if isinstance(value, str) else _style_of(self._column, value)
        cell = self._cells.get(name)
        plain = isinstance(value, str) and value[:1].isalnum() and len(value) < 8000
        if cell is None or not (plain or type(value) is int):
            cell = self._styles.cell(self._ws, value or None if isinstance(value, str) else value, name, self._size)
            if plain or type(value) is int:
                self._cells[name] = cell
            return cell
        cell._value = value
        cell.data_type = "s" if plain else "n"
        return cell


def _style_of(column: Column, value: CellValue) -> str:
    if column.kind is ColumnKind.DATE:
        return "Ô ngày"
    if isinstance(value, float):
        return "Ô tỷ lệ"
    if column.kind in (ColumnKind.NUMBER, ColumnKind.BOX) or column.align.value == "center":
        return "Ô giữa"
    return "Ô chữ"
