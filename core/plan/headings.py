"""Whether an item heads what stands below it or is work itself, and whose name a heading says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.model import Role, Span
from core.plan.heads import head_at, opens_work
from core.plan.labels import says_only
from core.plan.lists import is_agency_list, read_list
from core.plan.orders import orders
from core.plan.outline import Node
from core.plan.roles import Opening, mentions, read_opening
from core.plan.tokens import tokens_of

_WORK = 60  # characters: an item with bullets below that says more than this in a full sentence has work of its own


def opening_of(node: Node) -> Opening:
    return read_opening(node.text, node.body)


def is_heading(node: Node, opening: Opening) -> bool:
    """Whether an item only heads what stands below it, or names the agency of what follows."""
    below = [c for c in node.children if not says_only(c)]
    if not below:
        return (
            node.kind in ("part", "annex", "chapter", "caps", "title")
            or heads_alone(node, opening)
            or (node.kind in ("roman", "upper") and not opening.leads and not node.children)
        )
    if opening.leads and opening.whole:
        return True
    if (
        len(below) == len(node.children) == 1
        and below[0].kind == "text"
        and node.text.rstrip().endswith(":")
        and node.kind in ("letter", "paren", "number", "dotted")
    ):
        own = opening_of(below[0])  # "7. Cơ quan đăng ký:" and "Sở A, UBND các huyện …" below it
        return bool(opening.leads) or (bool(own.leads) and own.sure and not own.late)  # "… với mục tiêu:" and one paragraph: one sentence
    if node.bullet or node.kind == "text":
        return each_names_another(below)
    return not _counts_things(node, opening, below)


_COUNTING = (
    "gồm", "sau", "sau đây", "như", "nhóm", "là", "cụ thể", "nội dung", "lĩnh vực", "loại", "mô hình", "hạng mục", "trọng tâm", "chuỗi",
    "dự án", "công trình", "tuyến", "khu vực", "địa bàn",
)


def _counts_things(node: Node, opening: Opening, below: Sequence[Node]) -> bool:
    """ "b) Nâng cấp các cơ sở, bao gồm: - Khu nhà ở … - Khu phục hồi …": one piece of work whose bullets only name its parts."""
    text = node.text.rstrip()
    if node.kind not in ("letter", "paren", "dotted", "number") or not text.endswith(":"):
        return False
    tokens = tokens_of(node.text)
    if not opens_work(tokens, 0) and not (opening.leads and opening.sure and not opening.whole):
        return False
    enough = len(text.split()) > (_FULL if node.kind == "number" else _TITLE)
    if enough and all(c.kind in ("plus", "romanparen") for c in below):
        return not each_names_another(below)  # "+" goes into detail below a sentence, "-" tells the work below a heading
    return text[:-1].rstrip().lower().endswith(_COUNTING) and all(c.bullet and not _acts(c) for c in below)


_TITLE = 5  # words: what an item of letters says more than that is more than a topic
_FULL = 16  # words: an item that says more is a sentence of its own


def _acts(node: Node) -> bool:
    """Whether an item says what is to be done, or who does something."""
    tokens = tokens_of(node.text)
    first = next((i for i, t in enumerate(tokens) if t.word), 0)
    return opens_work(tokens, first) or ((o := opening_of(node)).sure and _firm(node, o))


def _firm(node: Node, opening: Opening) -> bool:
    """Whether the agency that opens an item is surely one: "Hợp tác xã vận tải, …" may be what is worked on."""
    if not opening.leads or opening.said or opening.whole:
        return bool(opening.leads)
    span = opening.leads[0].span
    tokens = tokens_of(node.text[span.start - node.body if span else 0 :])
    kind, n = head_at(tokens, 0)
    if kind == "open" and " ".join(t.low for t in tokens[:n]) not in _OBJECTS:
        return True
    behind = node.text[max(m.span.end - node.body for m in opening.leads if m.span) :].lstrip()
    return kind in ("field", "place") or opening.leads[0].name.lower().startswith(("các ", "những ")) or behind.startswith(":")


# bodies that plans also build, support and count
_OBJECTS = frozenset({
    "hợp tác xã", "trung tâm", "trường", "bệnh viện", "nhà máy", "công ty", "doanh nghiệp", "quỹ", "cảng", "vườn quốc gia", "thư viện",
    "bảo tàng", "nhà hát", "câu lạc bộ", "cụm", "khu bảo tồn", "trạm", "tổ", "đội", "xí nghiệp", "nhà văn hóa", "cổng thông tin", "báo",
    "tạp chí", "viện", "cơ quan", "hội đồng", "đại học", "cao đẳng", "khối", "nông trường", "liên hiệp các hội", "cán bộ", "công chức",
    "giáo viên", "nhân viên", "mặt trận",
})


def heads_alone(node: Node, opening: Opening) -> bool:
    """An agency and nothing to do: "2. Sở Y tế:"; "Giao Sở Y tế chủ trì tổ chức thực hiện." says something to do."""
    return opening.whole and bool(opening.leads) and not (opening.core < node.end - 1 and node.text.rstrip().endswith("."))


def each_names_another(below: Sequence[Node]) -> bool:
    named = sum(1 for c in below if (o := opening_of(c)).leads and o.sure and _firm(c, o))
    return len(below) > 1 and named >= len(below) * 0.6


_TOPIC = re.compile(r"[^:]{3,160}:\s*(?=\S)")
_OFFICE = re.compile(r"(?:cơ quan|đơn vị|bộ phận|đầu mối|chủ) [^:]{0,40}:\s*(?=\S)", re.IGNORECASE)


def behind_label(node: Node) -> Opening | None:
    """ "2. Cơ quan quản lý: Sở Y tế:" over what it does: the body stands behind the office it holds."""
    topic = _TOPIC.match(node.text)
    if topic is not None and not read_opening(topic[0]).leads:
        told = read_opening(node.text[topic.end() :], node.body + topic.end())
        alone = told.whole and is_agency_list(node.text[topic.end() :].rstrip(" :."))
        if told.leads and told.whole and (told.said or alone or node.text.rstrip().endswith(":")):
            return replace(told, core=0)  # "2. Tiếp cận đất đai: Sở A chủ trì, phối hợp với Sở B:"
    match = _OFFICE.match(node.text)
    if match is None or not is_agency_list(node.text[match.end() :].rstrip(" :.")):
        return None
    names = read_list(node.text, tokens_of(node.text), sum(1 for t in tokens_of(node.text) if t.end <= match.end())).names
    return Opening(mentions(names, Role.LEAD, node.body), (), 0, True, True, True) if names else None


def stretched(node: Node, opening: Opening) -> Opening | None:
    """A short heading whose agency goes on in words that no rule knows ("UBND các huyện ven biển"): all of it is the name."""
    text = node.text.rstrip(" :")
    rest = text[opening.core :]
    if not opening.leads or opening.whole or opening.sure or len(text) > 140 or len(rest.split()) > 8 or text.endswith((".", ";", ",")):
        return None
    last = opening.leads[-1]
    if last.span is None:
        return None
    span = Span(last.span.start, node.body + len(text))
    name = " ".join(text[last.span.start - node.body :].split())
    return replace(opening, leads=(*opening.leads[:-1], replace(last, name=name, span=span)), whole=True, sure=True)


def has_work(node: Node, opening: Opening) -> bool:
    """Whether a heading with items below says work of its own, in a full sentence that does not lead in to them."""
    text = node.text.rstrip()
    if opening.whole or text.endswith(":") or node.kind in ("roman", "upper", "part", "annex", "chapter", "caps", "article"):
        return False
    if all(says_only(c) for c in node.children):
        return True
    if opening.leads and opening.sure:
        return text.endswith((".", ";", "./.")) or len(text) > 250
    if text.endswith((".", ";")) and opens_work(tokens_of(text), 0) and all(c.kind == "text" and orders(c.text) for c in node.children):
        return True  # a sentence of work, and orders to others that hang below it for want of a mark
    if not text.endswith((".", ";")) or len(text) < _WORK * 3:
        return False
    return ". " in text or len(text) > _WORK * 5 or all(c.kind == "text" for c in node.children)
