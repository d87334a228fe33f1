"""What labels say holds for tasks that are read: who leads and takes part, when, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.markers import label_alone
from core.model import Mention, Role, Span
from core.plan import deadlines
from core.plan.inner import read_labelled
from core.plan.labels import COOP, LEAD, LINE, OTHER, PRODUCT, TIME, WHO, Said, items_below, kind_of_label, label
from core.plan.lists import is_agency_list, read_bounded
from core.plan.made import Made
from core.plan.outline import Node
from core.plan.role_cells import MARKED, marked
from core.plan.role_lines import deadlines_of, role_line, roles_of
from core.plan.roles import mentions, read_opening
from core.plan.tokens import tokens_of


def apply(tasks: Sequence[Made], said: Sequence[Said], offset: int) -> None:
    """What labels say holds for each of the tasks: who leads and takes part is theirs instead of the heading's."""
    for one in said:
        for made in tasks:
            _apply_one(made, one, offset)


def _apply_one(made: Made, said: Said, offset: int) -> None:
    start = offset + said.start
    made.told = True
    if said.kind == LINE:
        line = role_line(said.text)
        assert line is not None
        leads, coops = roles_of(line, offset)
        give(made, leads, coops)
        made.deadlines = deadlines_of(line, said.text, offset) or made.deadlines
        return
    if said.kind == TIME:
        made.deadlines = [*deadlines.read_cell(said.text, start)] or made.deadlines
    elif said.kind == PRODUCT:
        made.deliverable = said.text.rstrip(". ") or None
    elif said.kind in (LEAD, COOP, WHO):
        leads, coops = read_role_words(said.text, start, said.kind)
        if not leads and not coops and (loose := _as_written(said, start)):
            leads, coops = ((), (loose,)) if said.kind == COOP else ((loose,), ())
            made.loose_names.append(loose)
        give(made, leads, coops)
    else:
        assert said.kind == OTHER


def _as_written(said: Said, start: int) -> Mention | None:
    """What a label of roles names and no rule knows ("Đồng chí Trần Văn B") is somebody all the same: the label says so."""
    name = said.text.split(";")[0].strip(" .-–")
    if not 2 <= len(name) <= 90 or not name[0].isalpha() or len(name.split()) > 14:
        return None
    at = said.text.find(name)
    return Mention(name, Role.COOP if said.kind == COOP else Role.LEAD, Span(start + at, start + at + len(name)))


def give(made: Made, leads: Sequence[Mention], coops: Sequence[Mention]) -> None:
    """Leads and coops that a label names: they take the place of the heading's."""
    if leads:
        made.overruled += made.leads if made.said_itself and not same(made.leads, leads) else []
        made.leads, made.inherited, made.unsure = list(leads), False, False
        made.guessed = made.odd_heading = False
    made.coops += coops


def read_role_words(text: str, offset: int, kind: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The agencies of a label or a cell: all lead, all take part, or as its own role words say."""
    if kind != COOP and MARKED.search(text):
        marked_leads, marked_coops = marked(text, offset)
        return tuple(marked_leads), tuple(marked_coops)
    leads, coops = read_labelled(text, offset)
    if leads or coops:
        return leads, coops
    line = role_line(text) if kind != COOP else None
    if line is not None:
        return roles_of(line, offset)
    opening = read_opening(text, offset)
    if opening.said and kind != COOP:
        return opening.leads, opening.coops
    if kind == COOP:
        text = _ASKED.sub(lambda m: ";" + " " * (len(m[0]) - 1), text)  # "Vụ A; đề nghị Bộ B cùng tham gia"
    names = read_bounded(text, tokens_of(text), 0).names
    if kind == COOP:
        return (), mentions(names, Role.COOP, offset)
    return mentions(names, Role.LEAD, offset), ()


_ASKED = re.compile(r";\s*(?:đề nghị|mời)\s", re.IGNORECASE)


def same(a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    return {m.name.casefold() for m in a} == {m.name.casefold() for m in b}


def apply_listed(tasks: Sequence[Made], node: Node) -> bool:
    """ "Cơ quan chủ trì" alone on its line with agencies one a line below: they hold for the tasks.
    False where the item is no such label."""
    head = label_alone(node.text)
    kind = kind_of_label(head) if head else ""
    if kind not in (LEAD, COOP, WHO) or not node.children:
        return False
    lines = [c for c in items_below(node) if not label_alone(c.text)]
    plain = sum(1 for c in lines if c.text.startswith("(") or label(c.text) or is_agency_list(c.text))
    if not lines or plain * 2 < len(lines):
        return False
    leads, coops = _agencies_below(node, COOP if kind == COOP else LEAD)
    for made in tasks:
        give(made, leads, coops)
    return bool(leads or coops)


def _agencies_below(node: Node, kind: str) -> tuple[list[Mention], list[Mention]]:
    leads: list[Mention] = []
    coops: list[Mention] = []
    for child in node.children:
        head = label_alone(child.text)
        own = label(child.text)
        start = own.start if own else 0
        more: tuple[Sequence[Mention], Sequence[Mention]]
        if head:
            more = _agencies_below(child, COOP if kind_of_label(head) == COOP else LEAD)
        else:
            more = read_role_words(child.text[start:], child.body + start, kind_of_label(own.words) if own else kind)
        leads += more[0]
        coops += more[1]
    return leads, coops
