"""The lines of a text on their way to paragraphs, and what was repaired in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.model import CellPlace, Note


@dataclass(slots=True)
class Line:
    """One line of the file, or one cell line of a table. ``gap``: a blank line stood before it; ``open_end``: it ended in a space."""

    text: str
    gap: bool = False
    open_end: bool = False
    cell: CellPlace | None = None
    page: int | None = None
    marks: tuple[tuple[int, int], ...] = ()  # (offset in the text, which note): a footnote's mark stood there
    begins: bool = False  # it cannot go on with the line before: its number came by itself, or its look is another
    origin: int = -1  # which paragraph of the file it is, for readers that keep more of it than its words


@dataclass(slots=True)
class Repaired:
    """Paragraphs (as joined lines) with what was taken out of them and how often each repair was made."""

    lines: list[Line]
    notes: list[Note] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, kind: str, number: int = 1) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + number
