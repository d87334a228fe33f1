"""Our own test plans: a marked text (tests/plans/marked/NAME.txt) gives the plan as a clerk gets it and its gold.

Marks, none of which occurs in a plan: «task» with ‹ where the work begins after a leading agency phrase; behind it {L a; b} leads,
{C a; b} coops in place of the block's, {+C a} coops beside the block's, {+L a}, {D words=2026-06-30; words} deadlines, {R deliverable},
{O} optional. "~~junk~~" inside a task belongs to the page and not to the task. A line "@ II,1 | leads | coops" says what the next
block holds, "@form pdf|cells|bars" how tables and lines are written out. "|| a | b ||" is a row of a table.

    python -m tests.plans.making        writes tests/plans/*.txt and tests/plans/gold/*.json again
"""
from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
_TASK = re.compile(r"«(?P<text>[^»]*)»(?P<marks>(?:\{[^{}]*\})*)")
_MARK = re.compile(r"\{([^{}]*)\}")
_JUNK = re.compile(r"~~.*?~~", re.DOTALL)


@dataclass(slots=True)
class Made:
    """The text of a plan and its gold."""

    text: str
    gold: dict[str, Any] = field(default_factory=dict)


def names(words: str) -> list[str]:
    return [name.strip() for name in words.split(";") if name.strip()]


def deadlines(words: str) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = []
    for entry in names(words):
        text, _, day = entry.partition("=")
        found.append({"text": text.strip(), "date": day.strip() or None})
    return found


def squeeze(text: str) -> str:
    """Text as the gold keeps it: without stars, bars and junk, white space squeezed."""
    return " ".join(re.sub(r"[*|#]", " ", _JUNK.sub(" ", text)).split())


def task(match: re.Match[str], path: list[str], leads: list[str], coops: list[str]) -> dict[str, Any]:
    whole, core = squeeze(match["text"].replace("‹", "")), ""
    if "‹" in match["text"]:
        core = squeeze(match["text"].split("‹", 1)[1])
    words = whole.split()
    made: dict[str, Any] = {"path": path, "start": " ".join(words[:10]), "end": " ".join(words[-7:]),
                            "leads": list(leads), "coops": list(coops), "deadlines": [], "optional": False, "text": whole}
    if core:
        made |= {"core_start": " ".join(core.split()[:8]), "core_text": core}
    for mark in _MARK.findall(match["marks"]):
        kind, _, value = mark.partition(" ")
        if kind in {"L", "C"}:
            made["leads" if kind == "L" else "coops"] = names(value)
        elif kind in {"+L", "+C"}:
            made["leads" if kind == "+L" else "coops"] += names(value)
        elif kind == "D":
            made["deadlines"] = deadlines(value)
        elif kind == "R":
            made["deliverable"] = value.strip()
        elif kind == "O":
            made |= {"optional": True, "leads": []}
        else:
            raise ValueError(f"unknown mark {mark!r}")
    return made


def make(marked: str) -> Made:
    """The plan and its gold out of a marked text. The first lines, up to "@@", are the plan's own data as JSON."""
    head, _, body = marked.partition("\n@@\n")
    tasks: list[dict[str, Any]] = []
    path: list[str] = []
    leads: list[str] = []
    coops: list[str] = []
    form, lines = "", []
    for block in re.split(r"(?m)^(@.*)$", body):
        if block.startswith("@form "):
            form = block.removeprefix("@form ").strip()
        elif block.startswith("@"):
            parts = [part.strip() for part in block[1:].split("|")] + ["", ""]
            path, leads, coops = [p for p in parts[0].split(",") if p], names(parts[1]), names(parts[2])
        else:
            tasks += [task(match, path, leads, coops) for match in _TASK.finditer(block)]
            lines.append(plain(block, form).strip("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line)) + "\n"
    return Made(pages(text) if "pdf" in form.split("+") else text, {"plan": json.loads(head), "tasks": tasks})


def plain(block: str, form: str) -> str:
    text = _TASK.sub(lambda m: m["text"], block).replace("‹", "").replace("~~", "")
    return re.sub(r"(?m)^\|\|(.*)\|\|$", lambda m: row([c.strip() for c in m[1].split("|")], form), text)


def row(cells: list[str], form: str) -> str:
    """A table row: one cell a line as web pages give it, bars as markdown does, tabs as a paste from Word."""
    if "cells" in form:
        return "|\n" + "\n|\n".join(cells) + "\n|"
    if "tabs" in form:
        return "\t".join(cells)
    return "| " + " | ".join(cells) + " |"


def pages(text: str, width: int = 82, rows: int = 43) -> str:
    """The text as it comes out of a PDF: hard lines, a page number alone between two pages."""
    made: list[str] = []
    number, used = 1, 0
    for line in text.split("\n"):
        for part in textwrap.wrap(line, width, break_on_hyphens=False) or [""]:
            if used >= rows and part:
                number, used = number + 1, 0
                made += ["", str(number), ""]
            made.append(part + (" " if part and part[-1].isalnum() else ""))
            used += 1
    return "\n".join(made)


SAMPLE = "ke-hoach-mau"


def main() -> None:
    for source in sorted((HERE / "marked").glob("*.txt")):
        made = make(source.read_text(encoding="utf-8"))
        target = ROOT / "resources" / "samples" if source.stem == SAMPLE else HERE
        (target / source.name).write_text(made.text, encoding="utf-8")
        if source.stem == SAMPLE:
            (HERE / source.name).write_text(made.text, encoding="utf-8")
        (HERE / "gold" / f"{source.stem}.json").write_text(json.dumps(made.gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{source.stem}: {len(made.gold['tasks'])} tasks")


if __name__ == "__main__":
    main()
