"""Tables of rich text: rows with the right edges of their cells become a grid with merged cells."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model import CellPlace
from core.reading.build import Piece

_SAME = 40  # twips within which two edges are one
MOST_COLUMNS = 2000


@dataclass(slots=True)
class CellShape:
    """A cell as its row defines it: its right edge in twips; ``below`` and ``beside`` continue the cell above or before."""

    right: int
    below: bool = False
    beside: bool = False


@dataclass(slots=True)
class Row:
    left: int = 0
    shapes: list[CellShape] = field(default_factory=list)
    cells: list[list[Piece]] = field(default_factory=list)


def place_cells(rows: Sequence[Row], table: int) -> list[Piece]:
    """The paragraphs of a table's cells with their places, row by row."""
    edges = _edges(rows)
    out: list[Piece] = []
    above: dict[int, list[Piece]] = {}  # by column: the paragraphs of the cell that a cell below may continue
    for number, row in enumerate(rows):
        met: dict[int, list[Piece]] = {}
        last: list[Piece] = []
        for column, width, shape, pieces in _spread(row, edges):
            if shape is not None and shape.beside and last:
                _grow(last, columns=width)
                met[column] = last
            elif shape is not None and shape.below and column in above:
                _grow(above[column], rows=1)
                met[column] = last = above[column]
            else:
                for piece in pieces:
                    piece.cell = CellPlace(table, number, column, 1, width)
                met[column] = last = pieces
                out += pieces
                continue
            for piece in pieces:  # words in a cell that is covered are shown with the cell that covers it
                piece.cell = last[-1].cell if last else CellPlace(table, number, column, 1, width)
                out.append(piece)
        above = met
    return out


def _grow(pieces: list[Piece], rows: int = 0, columns: int = 0) -> None:
    for piece in pieces:
        cell = piece.cell
        if cell is not None:
            piece.cell = CellPlace(cell.table, cell.row, cell.column, cell.rows + rows, cell.columns + columns)


def _edges(rows: Sequence[Row]) -> list[int]:
    """The lines of the grid, from left to right."""
    found: list[int] = []
    for edge in sorted({e for row in rows if row.shapes for e in (row.left, *(s.right for s in row.shapes))}):
        if not found or edge - found[-1] > _SAME:
            found.append(edge)
    return found[:MOST_COLUMNS]


def _spread(row: Row, edges: Sequence[int]) -> list[tuple[int, int, CellShape | None, list[Piece]]]:
    """Column, width, shape and paragraphs of a row's cells."""
    rights = [shape.right for shape in row.shapes]
    if len(row.shapes) < len(row.cells) or rights != sorted(rights):  # a row that does not say how it is cut
        return [(n, 1, None, pieces) for n, pieces in enumerate(row.cells)]
    found: list[tuple[int, int, CellShape | None, list[Piece]]] = []
    left = _nearest(edges, row.left)
    for shape, pieces in zip(row.shapes, row.cells, strict=False):
        right = max(_nearest(edges, shape.right), left + 1)
        found.append((left, right - left, shape, pieces))
        left = right
    return found


def _nearest(edges: Sequence[int], at: int) -> int:
    k = bisect_left(edges, at - _SAME)
    return min(k, len(edges) - 1) if edges else 0
