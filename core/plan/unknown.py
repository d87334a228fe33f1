"""Headings that no rule knows as agencies and that stand among headings of agencies: they lead too, under a doubt."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Mention, Role, Span
from core.plan.heads import is_verb
from core.plan.labels import label
from core.plan.outline import Node
from core.plan.role_words import skip_order
from core.plan.roles import Opening, partners, read_opening
from core.plan.sections import OPEN, is_means, kind_of_part
from core.plan.tokens import tokens_of, two_at

_LONGEST = 14  # words of a heading that is only a name
_TOPICS = (
    "ve ", "mot so ", "cac nhiem", "nhiem vu", "giai phap", "cong tac ", "noi dung", "che do", "thoi ", "kinh phi", "nhom ", "linh vuc",
)


def among_agencies(children: Sequence[Node]) -> bool:
    """Whether the headings of a level are mostly agencies: two at least, and half of those that have something below."""
    heads = [c for c in children if c.children and not c.bullet and c.kind not in ("text", "table")]
    known = sum(1 for c in heads if (o := read_opening(c.text)).leads and o.whole)
    return known >= 2 and known * 2 >= len(heads)


def as_agency(node: Node) -> Opening | None:
    """The heading read as the name of whoever does what stands below; None where it is a topic, a sentence or a label."""
    text = node.text.rstrip(" :.")
    tokens = tokens_of(text)
    if not node.children or not node.label or node.bullet or not tokens or len(text.split()) > _LONGEST:
        return None
    i = skip_order(tokens, 0)
    if i >= len(tokens) or not tokens[i].capital or label(node.text) is not None:
        return None
    if is_verb(tokens, i) and not tokens[i].text.isupper():
        return None
    if " ".join(t.key for t in tokens).startswith(_TOPICS) or is_means(text) or kind_of_part(text, OPEN) != OPEN:
        return None
    return _named(node, text, i)


def _named(node: Node, text: str, i: int) -> Opening | None:
    tokens = tokens_of(text)
    stop = next((k for k in range(i + 1, len(tokens)) if two_at(tokens, k) in ("phoi hop", "chu tri")), len(tokens))
    coops = partners(text, tokens, stop, node.body)[0] if two_at(tokens, stop) == "phoi hop" else ()
    end = stop
    while end > i and not tokens[end - 1].word:
        end -= 1
    leads, start = [], i
    for k in range(i, end + 1):
        if k == end or tokens[k].text in ",;":
            if k > start:
                span = Span(node.body + tokens[start].start, node.body + tokens[k - 1].end)
                leads.append(Mention(text[tokens[start].start : tokens[k - 1].end], Role.LEAD, span))
            start = k + 1
    return Opening(tuple(leads), coops, 0, True, False, True) if leads else None
