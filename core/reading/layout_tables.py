"""Tables that only set words side by side (letterheads, signatures, pages in a frame): their words are paragraphs like any other."""
from __future__ import annotations

import re
from collections import Counter as Tally
from collections import defaultdict

from core.reading.build import Piece

_STATE = re.compile(r"\s*(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM)", re.IGNORECASE)
_RECEIVERS = re.compile(r"\W*nơi nhận\b", re.IGNORECASE)
_SIGNS = re.compile(r"\s*(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s?[. ]\s?[A-ZĐÀ-Ỹ]{2}")
_MUCH = 12  # paragraphs in the only row or column of a table: a page, not a cell


def unboxed(pieces: list[Piece]) -> None:
    """Takes the places of cells from pieces of tables that are there for the layout."""
    tables: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.cell is not None:
            tables[piece.cell.table].append(piece)
    for inside in tables.values():
        if _is_layout(inside):
            for piece in inside:
                piece.cell = None


def _is_layout(inside: list[Piece]) -> bool:
    cells = [piece.cell for piece in inside if piece.cell is not None]
    columns = max(cell.column + cell.columns for cell in cells) - min(cell.column for cell in cells)
    rows = len({cell.row for cell in cells})
    if (rows == 1 or columns == 1) and max(Tally(cells).values()) >= _MUCH:
        return True
    texts = [piece.text for piece in inside]
    if rows > 4 or columns > 3 or sum(map(len, texts)) > 3000:
        return False
    return any(_STATE.match(text) for text in texts) or (
        any(_SIGNS.match(text) for text in texts) and any(_RECEIVERS.match(text) for text in texts))
