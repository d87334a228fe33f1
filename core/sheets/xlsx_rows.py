"""Rows of a write-only worksheet as ready XML, in place of openpyxl's way of one element after another (a third of the time).

Only cells with a text or a number are written here; a row with anything else (dates, text in several fonts) goes openpyxl's own way.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape


class RowWriter:
    """Takes over the writing of the rows of one worksheet. A row is a list of (place of the column, cell), blank ones left out."""

    def __init__(self, ws: Any, columns: int) -> None:
        from lxml.etree import fromstring
        from openpyxl.utils import get_column_letter

        ws._get_writer()
        self._ws, self._parse = ws, fromstring
        self._usual = ws._writer.write_row
        self._letters = [get_column_letter(n + 1) for n in range(columns)]
        self.height = 0.0  # of the next row, in points
        ws._values_to_row = lambda values, row: values
        ws._writer.write_row = self._write

    def _write(self, xf: Any, cells: Sequence[tuple[int, Any]], row: int) -> None:
        parts = []
        for place, cell in cells:
            letter = self._letters[place]
            value, kind = cell._value, cell.data_type
            if value is None:
                parts.append(f'<c r="{letter}{row}" s="{cell.style_id}"/>')
            elif kind == "n":
                parts.append(f'<c r="{letter}{row}" s="{cell.style_id}"><v>{value}</v></c>')
            elif kind == "s" and type(value) is str:
                space = ' xml:space="preserve"' if value != value.strip() else ""
                parts.append(f'<c r="{letter}{row}" s="{cell.style_id}" t="inlineStr"><is><t{space}>{escape(value)}</t></is></c>')
            else:
                self._ws.row_dimensions[row].height = self.height
                self._usual(xf, _placed(cells, row), row)
                return
        xf.write(self._parse(f'<row r="{row}" ht="{self.height}" customHeight="1">{"".join(parts)}</row>'))


def _placed(cells: Sequence[tuple[int, Any]], row: int) -> Iterator[Any]:
    for place, cell in cells:
        cell.column, cell.row = place + 1, row
        yield cell
