"""A task while it is being read: what the sentence, the headings above and the labels below say of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.model import Deadline, Doubt, DraftTask, Mention, Span
from core.plan.roles import unique


@dataclass(slots=True)
class Made:
    """Gathers one DraftTask. ``inherited``: its leads come from a phrase that only leads in to the list it stands in;
    ``unsure``: the agency that opens it may be no subject; ``odd_heading``: its heading says more than an agency;
    ``guessed``: its heading is an agency only by where it stands; ``aside``: the heading's leads, where a bullet below names its own;
    ``added``: leads that a later sentence adds; ``overruled``: the sentence's own subject, where a label names others;
    ``told``: a label has said something of it; ``loose_names``: what stands in an agency's cell and looks like no agency."""

    path: tuple[str, ...]
    text: str
    span: Span
    section: tuple[str, ...]
    leads: list[Mention] = field(default_factory=list)
    coops: list[Mention] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    deliverable: str | None = None
    inherited: bool = False
    table: bool = False
    kind: str = ""
    unsure: bool = False
    odd_heading: bool = False
    guessed: bool = False
    said_itself: bool = False
    told: bool = False
    aside: list[Mention] = field(default_factory=list)
    added: list[Mention] = field(default_factory=list)
    overruled: list[Mention] = field(default_factory=list)
    loose_names: list[Mention] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def frozen(self) -> DraftTask:
        leads = unique(self.leads)
        names = {m.name.casefold() for m in leads}
        coops = tuple(m for m in unique(self.coops) if m.name.casefold() not in names)
        return DraftTask(
            self.path, self.text, self.span, self.section, leads, coops, tuple(self.deadlines), self.deliverable, tuple(self.doubts)
        )
