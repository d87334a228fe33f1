"""The directory of agencies as an .xlsx that can be edited and read back (core/reading/directory.py)."""
from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from core.directory_sheet import HEADS, Row
from core.errors import CannotWrite

WIDTHS = (18, 44, 24, 22, 60, 13, 13, 40, 40, 30)


def write_directory(rows: Sequence[Row], target: Path) -> Path:
    """Write rows of core.directory_sheet.to_rows; a temporary file first, then replace. Raises CannotWrite."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh bạ cơ quan")
    sheet.freeze_panes = "C2"
    for place, width in enumerate(WIDTHS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    sheet.column_dimensions["A"].hidden = True
    heads = []
    for text in HEADS:
        cell = WriteOnlyCell(sheet, value=text)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E9EDF1")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        heads.append(cell)
    sheet.append(heads)
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text or None)
            cell.data_type = "s" if text else cell.data_type  # a name that begins with "=" or "+" stays a name
            cells.append(cell)
        sheet.append(cells)
    sheet.auto_filter.ref = f"A1:J{len(rows) + 1}"
    part = target.with_name(f"~{target.name}.part")
    try:
        book.save(part)
        os.replace(part, target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CannotWrite(f"Không ghi được “{target.name}”.", "Hãy đóng tệp này trong Excel, hoặc chọn nơi khác để ghi.") from error
    return target
