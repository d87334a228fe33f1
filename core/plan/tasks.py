"""The walk through the outline: which items are tasks, and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.model import Deadline, PlanText, Role, Span
from core.plan import deadlines
from core.plan.headings import behind_label, has_work, is_heading, opening_of, stretched
from core.plan.inner import read_inner
from core.plan.labels import (
    COOP,
    LEAD,
    LINE,
    OTHER,
    WHO,
    Said,
    items_below,
    labels_in,
    said_by,
    says_only,
    unknown_label,
)
from core.plan.lists import read_list
from core.plan.made import Made
from core.plan.no_task import is_money, is_note, nobody_acts
from core.plan.orders import opens_orders, orders, orders_apart
from core.plan.outline import Node
from core.plan.role_words import skip_order
from core.plan.roles import Opening, mentions
from core.plan.sections import NO, OPEN, YES, is_formula, is_means, kind_of_part
from core.plan.subjects import Context, give_roles
from core.plan.tables import Reader as TableReader
from core.plan.tokens import tokens_of
from core.plan.told import apply, apply_listed, read_role_words
from core.plan.unknown import among_agencies, as_agency


@dataclass(slots=True)
class Walk:
    """The tasks found so far, in the order of the text; headings that nothing follows; where headings begin, and items that
    stand in a part for tasks and were passed over. ``prose``: paragraphs without parts have begun to order somebody.
    ``unread``: tables that name agencies and gave no task."""

    source: PlanText
    tables: TableReader
    made: list[Made] = field(default_factory=list)
    empty: list[Node] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    passed: set[int] = field(default_factory=set)
    prose: bool = False
    unread: list[Node] = field(default_factory=list)


def read_tasks(root: Node, source: PlanText) -> Walk:
    """Every task of the outline, with whatever its words, headings and labels say of it."""
    walk = Walk(source, TableReader(source))
    _children(walk, root, Context())
    return walk


# ---------------------------------------------------------------- one level


def _children(walk: Walk, node: Node, context: Context) -> None:
    """The children of a node in order; labels hold for the tasks made on this level since the last run of labels."""
    pending = len(walk.made)
    labelled = False
    started = node.kind == "root"
    context = replace(context, among=among_agencies(node.children), listed=context.kind == OPEN and _mostly_orders(node.children))
    if context.kind == OPEN and node.label and any(one.kind in (LEAD, WHO) for child in node.children for one in said_by(child)):
        context = replace(context, kind=YES)  # what is said of who does it makes tasks of the items above, whatever the part is called
    for position, child in enumerate(node.children):
        said = said_by(child)
        if said and said[0].kind == LINE and not _line_holds(walk, node, context, pending, started):
            said = ()
        if not said and child.kind != "table" and unknown_label(node.children, position):
            said = (Said(OTHER, child.text, 0, len(child.text), 0),)
        if said:
            if not started and len(walk.made) == pending and node.kind != "root" and context.kind != NO:
                if _labels_head(node, position):
                    context = _told(context, said, child.body)
                    continue
                walk.made.append(_task(walk, node, context, opening_of(node)))
            apply(walk.made[pending:], said, child.body)
            labelled, started = True, True
            _children(walk, child, replace(context, kind=NO)) if child.children else None
            continue
        if len(walk.made) > pending and apply_listed(walk.made[pending:], child):
            labelled = True
            continue
        if labelled:
            pending, labelled = len(walk.made), False
        started = True
        if child.kind == "table":
            found = walk.tables.read(child.table, context.section)
            walk.made += found
            if not found and walk.tables.looks_assigned(child.table):
                walk.unread.append(child)
            continue
        ahead = _lead_in(child, context) if position + 1 < len(node.children) else None
        if ahead is None and context.kind == OPEN and _orders_follow(node.children, position):
            ahead = context
        if ahead is not None:
            context = replace(ahead, kind=YES) if context.kind == OPEN and _orders_follow(node.children, position) else ahead
        else:
            _one(walk, child, context, pending)


def _mostly_orders(children: Sequence[Node]) -> bool:
    """Whether half of the numbered items of a level at least say whose work they are: the others are tasks too."""
    items = [c for c in children if c.label and not c.children and c.kind in ("number", "dotted", "letter", "paren")]
    named = sum(1 for c in items if (o := opening_of(c)).leads and o.sure and not o.late and not o.whole)
    return named > 0 and named * 2 >= len(items)


def _line_holds(walk: Walk, node: Node, context: Context, pending: int, started: bool) -> bool:
    """Whether a line of roles without a label speaks of what stands above it: of tasks that nobody leads yet, or of its own item."""
    made = walk.made[pending:]
    if made:
        return all(not m.leads or m.inherited for m in made)
    above = node.kind in ("number", "dotted", "letter", "paren", "dash", "plus", "star")
    return not started and above and not opening_of(node).leads and (not context.leads or context.inherited)


def _orders_follow(children: Sequence[Node], position: int) -> bool:
    """Whether a paragraph of a document without parts leads over to orders: every item behind it is one."""
    after = children[position + 1 :]
    return (
        children[position].kind == "text"
        and opens_orders(children[position].text)
        and bool(after)
        and not any(c.kind in ("roman", "upper", "part", "caps", "article", "chapter") for c in after)
    )


def _labels_head(node: Node, position: int) -> bool:
    """Whether labels stand between a short heading and its items ("3. Đào tạo / Phụ trách: Phòng X / - …"): they hold for the items."""
    if len(node.text) > 140 or node.text.rstrip().endswith((".", ";")):
        return False
    after = [c for c in node.children[position + 1 :] if not says_only(c)]
    return bool(after) and all(c.label for c in after)


def _told(context: Context, said: Sequence[Said], offset: int) -> Context:
    for one in said:
        if one.kind in (LEAD, COOP, WHO):
            leads, coops = read_role_words(one.text, offset + one.start, one.kind)
            context = replace(context, leads=leads or context.leads, coops=(*context.coops, *coops), inherited=False, kind=YES)
    return context


def _lead_in(child: Node, context: Context) -> Context | None:
    """A plain paragraph that ends in a colon only leads in to what follows on its level: "… yêu cầu các đơn vị thực hiện các
    nhiệm vụ sau:" makes its addressees lead there. None where the paragraph is no such thing."""
    if child.kind != "text" or child.children or not child.text.rstrip().endswith(":") or len(child.text) > 1500:
        return None
    opening = opening_of(child)
    duty = child.text.rstrip(" :").lower().endswith(("có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ"))
    below = bool(context.section or context.path)  # what stands before all parts is the issuer's own word
    context = replace(context, due=(below and _due_below(child)) or context.due)
    if opening.leads and opening.sure and (below or duty):
        return replace(context, leads=opening.leads, coops=opening.coops or context.coops, inherited=False)
    tokens = tokens_of(child.text)
    for i in range(len(tokens) - 2):
        if tokens[i].key in ("yeu", "giao", "de") and skip_order(tokens, i):
            names = read_list(child.text, tokens, i + skip_order(tokens, i)).names
            if names:
                direct = names[-1].end >= len(child.text.rstrip(" :"))  # "… yêu cầu UBND cấp xã:" is as good as a heading
                return replace(context, leads=mentions(names, Role.LEAD, child.body), coops=(), inherited=not direct)
    return context


def _due_below(node: Node) -> tuple[Deadline, ...]:
    """The time that a sentence ending in a colon sets for all the items that it leads in to."""
    return deadlines.find(node.text, node.body) if node.text.rstrip().endswith(":") else ()


def _one(walk: Walk, node: Node, context: Context, level: int) -> None:
    """One item; ``level``: the first task of its level that no label has spoken of yet."""
    if node.kind == "title":
        return
    kind = kind_of_part(node.text, context.kind) if _may_head(node) else context.kind
    if kind == NO != context.kind and node.text[:8].lower() == "yêu cầu " and opening_of(node).leads:
        kind = context.kind  # "1. Yêu cầu các chủ đầu tư:" orders, "Yêu cầu:" describes
    if kind == NO:
        below = replace(context, kind=NO, section=(*context.section, node.text), path=_path(context, node))
        _children(walk, node, replace(below, leads=(), coops=()))
        return
    walk.passed.add(node.start)
    opening = opening_of(node)
    if kind == OPEN and context.listed and node.label and not node.children and not opening.sure and len(node.text.split()) > 6:
        kind = YES  # an item among others that are tasks
    below = replace(context, kind=kind, path=_path(context, node))
    if kind == OPEN and context.inherited and is_means(node.text):
        below = replace(below, leads=(), coops=(), inherited=False)
    if is_heading(node, opening):
        _heading(walk, node, opening, below)
    else:
        first = len(walk.made)
        labels = [c for c in node.children if says_only(c)]
        _leaf(walk, node, opening, replace(context, kind=YES if labels else kind))
        for child in labels:
            said = said_by(child)
            led = any(one.kind in (LEAD, WHO, LINE) for one in said)
            first = _unled(walk.made, level, first) if led else first  # what is said below the last one holds for those before it
            apply(walk.made[first:], said, child.body)


def _unled(made: Sequence[Made], level: int, first: int) -> int:
    """The first of the tasks right before ``first`` that nobody leads yet, on the same level."""
    while first > level and made[first - 1].path[:-1] == made[first].path[:-1] and not made[first - 1].told and (
        not made[first - 1].leads or made[first - 1].inherited
    ):
        first -= 1
    return first


def _path(context: Context, node: Node) -> tuple[str, ...]:
    return (*context.path, node.label) if node.label and not node.bullet else context.path


def _may_head(node: Node) -> bool:
    return not node.bullet and node.kind != "text" and (bool(node.children) or node.kind in ("caps", "roman", "upper", "part", "annex"))


def _heading(walk: Walk, node: Node, opening: Opening, below: Context) -> None:
    walk.headings.add(node.start)
    title = node.text.strip()
    leads, coops, inherited = below.leads, below.coops, below.inherited
    named = behind_label(node)
    if named is not None:
        opening = named
    loose = stretched(node, opening)
    if loose is not None:
        opening = loose
    own = opening.leads and (opening.whole or opening.sure)
    if own:
        leads, coops, inherited = opening.leads, opening.coops, False
    elif opening.coops:
        coops = opening.coops
    elif leads and title.endswith(":") and (led := read_inner(node.text, node.body).coops):
        coops = (*coops, *led)  # "đ) Phối hợp với X triển khai:" says so for every item below
    elif ("(" in title or " do " in title) and (bracket := read_inner(node.text, node.body, loose=True)).leads:
        leads, coops, inherited = bracket.leads, bracket.coops, False
    guess = as_agency(node) if below.among and not own and not opening.leads else None
    if guess is not None:
        leads, coops, inherited = guess.leads, guess.coops, False
    if not node.children:
        if own:
            walk.empty.append(node)
        return
    if has_work(node, opening) and not nobody_acts(node.text):
        walk.made.append(_task(walk, node, below, opening))
        title = title[:120]
    inside = read_inner(node.text, node.body, opening.core - node.body if opening.core else 0) if own and not opening.whole else None
    if inside is not None:
        coops = (*coops, *inside.coops)
    plain = opening.whole or opening.said or title.endswith(":") or has_work(node, opening)
    odd = (loose is not None or not plain) if own else below.odd
    guessed = guess is not None or (below.guessed and not own)
    below = replace(
        below, section=(*below.section, title), leads=leads, coops=coops, inherited=inherited, odd=odd, guessed=guessed,
        due=_due_below(node) or below.due,
    )
    _children(walk, node, below)


# ---------------------------------------------------------------- one task


def _leaf(walk: Walk, node: Node, opening: Opening, context: Context) -> None:
    text = _whole_text(node)
    if is_formula(text) or is_note(text) or nobody_acts(text):
        return
    subject = bool(opening.leads) and opening.sure
    if context.kind == OPEN and not subject and not context.leads and not _roles_inside(text):
        return
    if context.kind == OPEN and node.kind == "text" and not context.section and not context.leads:
        begun = walk.prose or text.startswith(("Theo đó", "Cụ thể")) or node.text[opening.core :].startswith("có trách nhiệm")
        if not orders(text) and not (begun and subject and not opening.late):
            return
        walk.prose = True
    if not any(c.isalpha() for c in text) or (node.kind == "text" and not context.leads and len(text) < 25):
        return
    if (_leads_in(node, text) and not subject) or (not subject and not context.leads and is_money(text)):
        return
    together = node.kind == "text" and all(m.name.lower().startswith(("các ", "những ")) for m in context.leads)
    free = not context.leads or context.inherited or together  # a collective heading over sentences that say who of them does what
    parts = orders_apart(node, free, not context.section and not context.path) if not node.children else []
    for start, end in parts or [(node.body, node.end)]:
        piece = Node(
            node.kind,
            node.label,
            node.value,
            node.rank,
            start,
            start,
            end if parts else node.end,
            walk.source.text[start:end],
            node.bold,
            children=[] if parts else node.children,
        )
        walk.made.append(_task(walk, piece, replace(context, path=_path(context, node)), opening_of(piece)))


def _leads_in(node: Node, text: str) -> bool:
    return node.kind == "text" and not node.children and text.rstrip().endswith(":")


def _roles_inside(text: str) -> bool:
    inner = read_inner(text)
    return bool(inner.leads) or any(s.kind in (LEAD, WHO) for s in labels_in(text))


def _end(node: Node) -> int:
    return max([node.end, *(c.end for c in items_below(node))])


def _whole_text(node: Node) -> str:
    return " ".join([node.text, *(c.text for c in items_below(node))])


_ROLES_ASIDE = re.compile(r"(?<=[.;])\s*(\([^()]{4,300}\))[.;\s]*$")


def _task(walk: Walk, node: Node, context: Context, opening: Opening) -> Made:
    below = (
        list(items_below(node))
        if node.bullet or (node.kind in ("text", "paren", "letter", "number", "dotted") and not is_heading(node, opening))
        else []
    )
    end = max([node.end, *(c.end for c in below)])
    source = walk.source.text
    trailing = [s for s in labels_in(node.text) if s.label > 10]
    if trailing and not below:
        end = node.body + len(node.text[: trailing[0].label].rstrip(" (-–"))
    elif not below and (aside := _ROLES_ASIDE.search(node.text[-400:])) and read_inner(aside[1], loose=True).leads:
        end = node.body + len(node.text) - len(aside[0])  # a bracket of roles behind the full stop is told in columns of its own
    text = " ".join(source[node.body : end].split())
    text = re.sub(r"[./]*/\.?$", ".", text) if text.endswith(("./.", "/.", "./")) else text  # "./." ends the document, not the task
    made = Made(context.path, text, Span(node.body, end), context.section, kind=node.kind)
    give_roles(made, node, below, context, opening)
    made.deadlines = list(deadlines.find(source[node.body : end], node.body) or context.due)
    if trailing:
        apply([made], trailing, node.body)
    return made
