"""Where the tasks of a book lie in its text: found by place, without looking at all of them."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from core.book import Book
from core.model import Record, Span, Task


@dataclass(frozen=True, slots=True)
class Band:
    """A task's place in the text; ``number`` is its row in the list, from 1."""

    span: Span
    task: str
    number: int


class Bands:
    """The tasks of a book by their place in the text."""

    def __init__(self, book: Book | None) -> None:
        found = [Band(t.span, t.id, n) for n, t in enumerate(book.tasks, start=1) if t.span] if book else []
        self.all = sorted(found, key=lambda b: (b.span.start, b.number))
        self._starts = [b.span.start for b in self.all]
        self._reach: list[int] = []  # the furthest end so far: how far back a look for overlaps has to go
        for band in self.all:
            self._reach.append(max(band.span.end, self._reach[-1] if self._reach else 0))

    def between(self, start: int, end: int) -> list[Band]:
        """Bands that touch [start, end), in the order of the text."""
        first = bisect_left(self._reach, start)
        last = bisect_right(self._starts, end)
        return [b for b in self.all[first:last] if b.span.end > start]

    def covers(self, span: Span) -> bool:
        """Whether a task is just this place: its band shows it already."""
        return any(b.span.start <= span.start + 12 and b.span.end <= span.end + 2 for b in self.between(span.start, span.end))

    def same_place(self, span: Span) -> Band | None:
        """The task that this place is already, give or take a list mark or a full stop."""
        return next((b for b in self.between(span.start, span.end)
                     if min(b.span.end, span.end) - max(b.span.start, span.start) > 0.8 * max(len(b.span), len(span))), None)

    def at(self, offset: int) -> Band | None:
        """The innermost band around a character."""
        around = [b for b in self.between(offset, offset) if b.span.start <= offset <= b.span.end]
        return min(around, key=lambda b: len(b.span), default=None)


def moves_bands(before: Record | None, after: Record | None) -> bool:
    """Whether a change of this record can give a band another place, or number."""
    if isinstance(before, Task) and isinstance(after, Task):
        return (before.span, before.place) != (after.span, after.place)
    return isinstance(before or after, Task)
