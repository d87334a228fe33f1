"""A draft as the JSON that ``main.py extract`` prints."""

from __future__ import annotations

from typing import Any

from core.model import Draft, DraftTask, PlanText


def to_json(text: PlanText, draft: Draft) -> dict[str, Any]:
    """The object of DESIGN.md, schema 1: the plan, its tasks with spans into ``text``, and the text."""
    info = draft.info
    return {
        "schema": 1,
        "plan": {
            "number": info.number,
            "date": info.date.isoformat() if info.date else None,
            "title": info.title,
            "issuer": info.issuer,
            "signer": info.signer,
        },
        "tasks": [_task(task) for task in draft.tasks],
        "text": text.text,
    }


def _task(task: DraftTask) -> dict[str, Any]:
    return {
        "path": list(task.path),
        "text": task.text,
        "span": [task.span.start, task.span.end],
        "leads": [m.name for m in task.leads],
        "coops": [m.name for m in task.coops],
        "deadlines": [{"text": d.text, "date": d.date.isoformat() if d.date else None} for d in task.deadlines],
        "deliverable": task.deliverable,
        "doubts": [d.message for d in task.doubts],
    }
