"""An .xlsx with a directory of agencies, as the program writes it and as a clerk has edited it: file → rows of words."""
from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

from core.directory_sheet import HEADS, Row
from core.errors import UnreadableFile
from core.fold import words
from core.reading.files import load

MOST_ROWS = 20_000


def read_directory(path: Path) -> list[Row]:
    """Rows in the order of HEADS, found by the words of the heading row (columns may be moved or missing). Raises UnreadableFile."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    data = load(path)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = [tuple(_words(value) for value in row) for row in book.worksheets[0].iter_rows(max_row=MOST_ROWS, values_only=True)]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, TypeError) as error:
        raise UnreadableFile(f"“{path.name}” không phải là bảng Excel (.xlsx) đọc được.",
                             "Hãy xuất danh bạ từ chương trình này, sửa rồi nhập lại.") from error
    heads = {words(h): place for place, h in enumerate(HEADS)}
    for number, row in enumerate(rows[:10]):
        places = {heads[words(cell)]: column for column, cell in enumerate(row) if words(cell) in heads}
        if HEADS.index("Tên cơ quan") in places:
            return [tuple(r[places[p]] if p in places and places[p] < len(r) else "" for p in range(len(HEADS))) for r in rows[number + 1:]]
    raise UnreadableFile(f"Không thấy cột “Tên cơ quan” trong “{path.name}”.", "Hãy giữ nguyên dòng tiêu đề của bảng đã xuất.")


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    return str(value)
