"""Whose a task is: the agency that opens it, those of the headings above, and those that its sentences add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.fold import words
from core.model import Deadline, Mention
from core.plan.inner import read_inner
from core.plan.made import Made
from core.plan.outline import Node
from core.plan.roles import Opening
from core.plan.sections import OPEN
from core.plan.told import same
from core.plan.words import ALONE


@dataclass(frozen=True, slots=True)
class Context:
    """What the headings above say: path and headings, the kind of part, who leads and takes part, by when ("… báo cáo trước ngày 15/3
    các nội dung sau:")."""

    path: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    kind: str = OPEN
    leads: tuple[Mention, ...] = ()
    coops: tuple[Mention, ...] = ()
    inherited: bool = False
    odd: bool = False
    guessed: bool = False
    among: bool = False
    listed: bool = False
    due: tuple[Deadline, ...] = ()


def give_roles(made: Made, node: Node, below: Sequence[Node], context: Context, opening: Opening) -> None:
    subject = _is_subject(node, context, opening)
    core = opening.core - node.body if subject and not opening.late else 0
    made.leads = list(opening.leads if subject else context.leads)
    made.coops = [*(() if subject and not same(opening.leads, context.leads) else context.coops), *(opening.coops if subject else ())]
    if opening.late and opening.leads and not subject:
        made.leads += opening.leads
    made.said_itself = subject
    made.inherited = context.inherited and not subject
    made.odd_heading = context.odd and not subject
    made.guessed = context.guessed and not subject
    if subject and node.bullet and context.leads and not context.inherited and not same(opening.leads, context.leads):
        made.aside = [] if _shared_out(node, context, opening) else list(context.leads)
    if subject and context.leads and not context.inherited and _told_by_heading(node, context, opening):
        made.leads = [*context.leads, *made.leads]  # "UBND tỉnh: a) Giao Sở Y tế …": the one who gives answers too
        made.aside = list(context.leads)
    made.unsure = bool(opening.leads) and not opening.sure and not context.leads
    if made.unsure:
        made.leads = list(opening.leads)
    for item, start in [(node, max(core, 0)), *((c, 0) for c in below)]:
        inner = read_inner(item.text, item.body, start, loose=not made.leads)
        made.coops += inner.coops
        if inner.leads and made.leads and not made.inherited:
            known = {m.name.casefold() for m in made.leads}
            made.added += [m for m in inner.leads if m.name.casefold() not in known]
        if inner.leads:
            made.leads = [*(() if made.inherited and inner.leads else made.leads), *inner.leads]


def _told_by_heading(node: Node, context: Context, opening: Opening) -> bool:
    """Whether an item hands the work of its heading's body on ("2. UBND tỉnh: … Giao Sở X …")."""
    if node.bullet and " làm nòng cốt" in node.text[:90] and not same(opening.leads, context.leads):
        return True  # the core of those who do it, beside the one who answers
    if node.kind == "text" or same(opening.leads, context.leads):
        return False
    given = node.text.lstrip().lower().startswith(("giao ", "phân công ", "chỉ đạo "))
    return given and not any(m.name.lower().startswith(("các ", "những ")) for m in context.leads)


def _shared_out(node: Node, context: Context, opening: Opening) -> bool:
    """ "2. Các sở, ngành" over "- Sở Y tế: bố trí …": a collective heading whose bullets say who of them does what."""
    behind = max((m.span.end - node.body for m in opening.leads if m.span), default=0)
    together = all(m.name.lower().startswith(("các ", "những ", "sở, ", "phòng, ")) for m in context.leads)
    return together and node.text[behind : behind + 3].lstrip().startswith(":")


def _is_subject(node: Node, context: Context, opening: Opening) -> bool:
    """Whether the agency that opens an item answers for it: not one that is only encouraged under another's heading."""
    if not opening.leads or not opening.sure:
        return False
    firm = bool(context.leads) and not context.inherited
    if firm and node.text[:8].lower() == "lãnh đạo" and words(context.leads[0].name).startswith(_PARTY):
        return False  # what a Party body does, not who: "Lãnh đạo UBND phường bố trí …"
    if node.text[:12].lower().startswith("khuyến khích") and firm:
        return False
    if firm and node.bullet and opening.leads[0].name.lower() in ALONE:
        return False  # "5. Các trường: - Hiệu trưởng chịu trách nhiệm …": the head of each of them
    own = words(opening.leads[0].name).removeprefix("cac ").startswith(("don vi", "bo phan"))
    if firm and own and node.text[:9].lower() == "phân công":
        return False  # "Phân công lãnh đạo đơn vị theo dõi": their own people
    return not (opening.late and firm and node.bullet)


_PARTY = ("dang uy", "ban thuong vu", "tinh uy", "thanh uy", "huyen uy", "thuong truc", "ban chap hanh", "ban can su", "cap uy", "chi bo")
