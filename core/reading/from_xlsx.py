"""Excel sheets (.xlsx): each sheet as a table of tasks, cells as they are shown, hidden rows and sheets left out."""
from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

from core.model import CellPlace, PlanText
from core.reading.build import BREAK, Counter, Piece, Progress, assemble, foreign
from core.reading.encodings import by_font, set_of_font
from core.reading.package import Package, damaged, hostile

MOST_COLUMNS = 500
MOST_ROWS = 50_000


def read_xlsx(data: bytes, progress: Progress | None = None) -> PlanText:
    """The cells of every visible sheet. Raises UnreadableFile."""
    package = Package(data)
    total = 0
    for name, info in package.names.items():
        if name.startswith("xl/") and name.endswith(".xml"):
            total += info.file_size
            raw = package.read(name)
            if b"<!ENTITY" in raw[:65536]:
                raise hostile()
    if total > 200 * 1024 * 1024:
        raise hostile()
    book = _open(data)
    counter = Counter()
    pieces: list[Piece] = []
    try:
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for number, sheet in enumerate(visible):
            if progress is not None:
                progress(0.2 + 0.7 * number / len(visible), f"Đang đọc trang tính “{sheet.title}”…")
            pieces.extend(_sheet(sheet, number, counter))
    except _BROKEN as error:
        raise damaged() from error
    finally:
        book.close()
    return assemble(pieces, kind="xlsx", counter=counter)


_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, SyntaxError, EOFError, OSError, LookupError,
           AssertionError)


def _open(data: bytes) -> Any:
    import warnings
    import zipfile
    import zlib

    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        except (*_BROKEN, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
            raise damaged() from error
        except Exception as error:  # openpyxl passes on the errors of whichever XML parser it found
            if type(error).__name__ in ("ParseError", "XMLSyntaxError", "InvalidFileException", "error"):
                raise damaged() from error
            raise


def _sheet(sheet: Any, number: int, counter: Counter) -> list[Piece]:
    if sheet.max_column > 16384 or sheet.max_row > 1048576:
        raise hostile()
    merged = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    filled = [(row, column) for (row, column), cell in sheet._cells.items() if cell.value is not None]
    if not filled:
        return []
    if len({column for _, column in filled}) > MOST_COLUMNS or len({row for row, _ in filled}) > MOST_ROWS:
        raise hostile()
    hidden_rows = {row for row, size in sheet.row_dimensions.items() if size.hidden}
    rows = {row: n for n, row in enumerate(sorted({row for row, _ in filled} - hidden_rows))}
    first_column = min(column for _, column in filled)
    pieces = []
    for row, column in sorted(filled):
        if row in hidden_rows:
            continue
        cell = sheet._cells[row, column]
        text = foreign(shown(cell.value, cell.number_format or ""))
        font = cell.font
        letters = set_of_font(font.name) if font is not None and font.name else ""
        better = by_font(text, letters)
        if better != text:
            counter.add("vni" if letters == "vni" else "tcvn3")
            text = better
        area = merged.get((row, column))
        tall = sum(1 for r in rows if area.min_row <= r <= area.max_row) if area else 1
        wide = min(area.max_col - area.min_col + 1, MOST_COLUMNS) if area else 1
        place = CellPlace(number, rows[row], column - first_column, max(1, tall), wide)
        bold, italic = bool(font and font.b), bool(font and font.i)
        for line in text.replace("\r\n", "\n").replace("_x000D_", "").split("\n"):
            if line.strip():
                pieces.append(Piece(line.replace(BREAK, " "), "", None, None, place, bold, italic))
    return pieces


def shown(value: object, form: str) -> str:
    """A cell's value about as Excel shows it, dates the Vietnamese way."""
    if isinstance(value, datetime):
        if "d" not in form.lower() and "m" in form.lower() and "y" in form.lower():
            return f"{value:%m/%Y}"
        return f"{value:%d/%m/%Y}" if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float):
        if form.endswith("%"):
            return f"{value * 100:g}%"
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}".replace(".", ",")
    return str(value) if value is not None else ""
