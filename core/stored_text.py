"""What was read from a file as it is kept: its text, the rest of it as JSON, and the key that finds this one reading of this one file."""
from __future__ import annotations

import json

from core.model import CellPlace, Note, Paragraph, PlanText, Repair, Source, Span

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def layout_of(text: PlanText) -> str:
    """Everything of a PlanText but its text, as compact JSON."""
    paragraphs = [[p.span.start, p.span.end, p.label, p.level, p.page,
                   None if p.cell is None else [p.cell.table, p.cell.row, p.cell.column, p.cell.rows, p.cell.columns],
                   (1 if p.bold else 0) | (2 if p.italic else 0) | (4 if p.centred else 0)] for p in text.paragraphs]
    return _compact({"kind": text.kind, "pages": text.pages, "paragraphs": paragraphs,
                     "notes": [[n.mark, n.text, n.anchor, n.page] for n in text.notes],
                     "repairs": [_repair(r) for r in text.repairs],
                     "unsure": [[s.start, s.end] for s in text.unsure]})


def _repair(repair: Repair) -> list[str | int]:
    return [repair.kind, repair.count, repair.message, *([repair.before, repair.after] if repair.before or repair.after else [])]


def plan_text(text: str, layout: str) -> PlanText:
    """The PlanText of a text and its layout. Raises ValueError, KeyError, TypeError or IndexError where it is none."""
    found = json.loads(layout)
    paragraphs = tuple(Paragraph(Span(start, end), label, level, page, None if cell is None else CellPlace(*cell), bool(marks & 1),
                                 bool(marks & 2), bool(marks & 4))
                       for start, end, label, level, page, cell, marks in found["paragraphs"])
    return PlanText(text, paragraphs, found["kind"], found["pages"], tuple(Note(*n) for n in found["notes"]),
                    tuple(Repair(*r) for r in found["repairs"]), tuple(Span(*s) for s in found["unsure"]))


def reading_key(sha: str, text: str, layout: str) -> str:
    """The key (64 hex digits) of what was read from the file with SHA-256 ``sha``: the same file read to another text has another key."""
    from hashlib import sha256

    return sha256("\n".join((sha, layout, text)).encode("utf-8", "surrogatepass")).hexdigest()


def key_of_source(source: Source) -> str:
    """What ``Plan.source`` holds for a plan read from this."""
    return reading_key(source.sha, source.text.text, layout_of(source.text))
