"""Where a place of the text stands in the plan: its outline path, the headings above it, and who leads below them."""
from __future__ import annotations

from dataclasses import dataclass

from core.model import Paragraph, PlanText, Span
from core.plan.outline import Node, outline
from core.plan.roles import read_opening


@dataclass(frozen=True, slots=True)
class Place:
    """``path`` and ``section`` as a task has them; ``leads``: the agencies that the nearest heading names as its leads."""

    path: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


def places_at(text: str, offsets: list[int]) -> list[Place]:
    """The place of each character of the plan's text, one paragraph a line."""
    made, at = [], 0
    for line in text.split("\n"):
        made.append(Paragraph(Span(at, at + len(line))))
        at += len(line) + 1
    root = outline(PlanText(text, tuple(made)))
    return [_place(root, offset) for offset in offsets]


def _place(root: Node, offset: int) -> Place:
    above: list[Node] = []
    node = root
    while (under := next((child for child in reversed(node.children) if child.start <= offset), None)) is not None:
        above.append(under)
        node = under
    path = tuple(node.label for node in above if node.label and not node.bullet)
    heads = above[:-1] if above else []
    leads: tuple[str, ...] = ()
    for head in heads:
        opening = read_opening(head.text)
        if opening.leads and (opening.whole or opening.sure):
            leads = tuple(mention.name for mention in opening.leads)
    return Place(path, tuple(head.text for head in heads if head.text), leads)
