"""Several pages of a scan read at once: threads with an engine each, since Tesseract and Pillow let go of Python while they work."""
from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

from core.reading.build import Counter
from core.reading.words import Page

MOST_ENGINES = 2  # each holds a page's pictures, about 110 MB


class Sheet(NamedTuple):
    """A page to be read: its number, its picture (RGB) and its dots per inch."""

    number: int
    image: Any
    dpi: float


Recognise = Callable[[Any, Any, float, int, Counter], Page]


def read_sheets(sheets: Iterable[Sheet], engine: Callable[[], Any], recognise: Recognise, counter: Counter,
                before: Callable[[int], None], count: int) -> Iterator[Page]:
    """The pages in their order. ``before(n)`` is called before the n-th of ``count`` (from 0) is waited for; it may raise and so end it."""
    crew = max(1, min(MOST_ENGINES, os.cpu_count() or 1, count))
    own, engines = threading.local(), [engine()]  # the first one here, so that what is missing is told before any work
    spare = list(engines)

    def begin() -> None:
        own.api = spare.pop() if spare else engine()
        if own.api not in engines:
            engines.append(own.api)

    def one(sheet: Sheet) -> tuple[Page, Counter]:
        marks = Counter()
        return recognise(own.api, sheet.image, sheet.dpi, sheet.number, marks), marks

    pool = ThreadPoolExecutor(crew, initializer=begin)
    waiting: deque[Future[tuple[Page, Counter]]] = deque()
    try:
        source, n = iter(sheets), 0
        while True:
            while len(waiting) < crew and (sheet := next(source, None)) is not None:
                waiting.append(pool.submit(one, sheet))
            if not waiting:
                return
            before(n)
            page, marks = waiting.popleft().result()
            for kind, times in marks.counts.items():
                counter.add(kind, times)
            yield page
            n += 1
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        for api in engines:
            api.End()
