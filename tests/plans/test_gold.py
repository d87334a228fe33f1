"""Our own plans and their gold belong together: the anchors stand in the text, in order, and the files are what the marked texts make."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.make_sample import SAMPLES
from benchmarks.make_sample import make as make_docx
from core.plan import heading
from core.reading import read
from tests.plans import making

GOLD = sorted((making.HERE / "gold").glob("*.json"))
EXACT = ("start", "end")


def found_in_order(text: str, tasks: list[dict[str, object]]) -> list[str]:
    """The anchors that are not found where they should be, in words for the person who wrote the gold."""
    plain = making.squeeze(text)
    missed, place = [], 0
    for number, task in enumerate(tasks):
        for name in EXACT:
            at = plain.find(str(task[name]), place)
            if at < 0:
                missed.append(f"task {number}: {name} {task[name]!r}")
                break
            place = at + (len(str(task[name])) if name == "end" else 0)
    return missed


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_anchor_is_found_in_order(gold: Path) -> None:
    tasks = json.loads(gold.read_text(encoding="utf-8"))["tasks"]
    assert 15 <= len(tasks) <= 60
    assert found_in_order((making.HERE / f"{gold.stem}.txt").read_text(encoding="utf-8"), tasks) == []


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_the_files_are_what_the_marked_text_makes(gold: Path) -> None:
    made = making.make((making.HERE / "marked" / f"{gold.stem}.txt").read_text(encoding="utf-8"))
    assert (making.HERE / f"{gold.stem}.txt").read_text(encoding="utf-8") == made.text
    assert json.loads(gold.read_text(encoding="utf-8")) == made.gold


def test_every_deadline_of_the_gold_stands_in_the_plan() -> None:
    for gold in GOLD:
        plain = making.squeeze((making.HERE / f"{gold.stem}.txt").read_text(encoding="utf-8"))
        for task in json.loads(gold.read_text(encoding="utf-8"))["tasks"]:
            for deadline in task["deadlines"]:
                assert deadline["text"] in plain, (gold.stem, deadline)


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_the_heading_says_what_the_gold_says(gold: Path) -> None:
    wanted = json.loads(gold.read_text(encoding="utf-8"))["plan"]
    found = heading.read(read(making.HERE / f"{gold.stem}.txt"))
    shown = {"number": found.number, "date": found.date.isoformat() if found.date else None, "title": found.title, "issuer": found.issuer,
             "signer": found.signer}
    assert shown == wanted


def test_the_sample_is_one_plan_in_two_forms() -> None:
    text = (SAMPLES / "ke-hoach-mau.txt").read_text(encoding="utf-8")
    assert (making.HERE / "ke-hoach-mau.txt").read_text(encoding="utf-8") == text
    assert (SAMPLES / "ke-hoach-mau.docx").read_bytes() == make_docx(text)
    assert read(SAMPLES / "ke-hoach-mau.docx").text == read(SAMPLES / "ke-hoach-mau.txt").text
