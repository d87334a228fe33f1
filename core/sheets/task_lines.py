"""The text of a task on paper: the items that the plan has below it ("+ …", "a) …") each begin on a line of their own.

A task is stored in one line, as it is looked for and shown in a row of the window; where its lines were is told by the plan's text.
"""
from __future__ import annotations

from core.book import Book
from core.markers import read_marker
from core.model import Task
from core.sheets.wording import clean

ITEMS = frozenset({"number", "dotted", "letter", "paren", "star", "dash", "plus", "bullet", "romanparen"})
SAME = 30  # letters of an item by which it is found again; a person may have changed what follows


def task_text(book: Book, task: Task) -> str:
    """The task's text with a line break before each item that opens a line of the plan."""
    text = clean(task.text)
    if task.span is None or not book.text:
        return text
    lines = [" ".join(line.split()) for line in clean(task.span.of(book.text)).split("\n") if line.strip()]
    at = 0
    for item in lines[1:]:
        mark = read_marker(item)
        found = text.find(f" {item[:SAME]}", at) if mark is not None and mark.kind in ITEMS else -1
        if found >= 0:
            before = text[:found].rstrip()
            text = f"{before}\n{text[found + 1:]}"
            at = len(before)
    return text
