"""A paragraph that orders several bodies one after the other, taken apart into its orders."""

from __future__ import annotations

from collections.abc import Sequence

from core.fold import words
from core.plan.heads import is_verb
from core.plan.lists import read_list
from core.plan.outline import Node
from core.plan.role_words import skip_order
from core.plan.roles import Opening, gives, read_opening
from core.plan.tokens import Token, tokens_of


def _next_body(text: str, tokens: Sequence[Token], i: int) -> bool:
    """ "; Thủ trưởng các cơ quan chỉ đạo …": another body begins its own work behind a semicolon."""
    if tokens[i - 1].text != ";" or not tokens[i].capital:
        return False
    found = read_list(text, tokens, i)
    if not found.names or is_verb(tokens, found.after):
        return bool(found.names)
    step = skip_order(tokens, found.after) if gives(found.names) else 0  # "; UBND tỉnh yêu cầu các sở …"
    return step > 0 and bool(read_list(text, tokens, found.after + step).names)


def orders_apart(node: Node, free: bool, directive: bool = False) -> list[tuple[int, int]]:
    """The ranges of a paragraph whose sentences order several bodies one after the other ("Giao …. Yêu cầu …"). ``free``: no
    heading says whose work it is; ``directive``: it stands in no part, as in an order whose numbered paragraphs are all there is."""
    tokens = tokens_of(node.text)
    starts = []
    first = read_opening(node.text, node.body)
    behind = len(node.text)
    if free and first.leads and first.sure:
        behind = first.core or max(m.span.end - node.body for m in first.leads if m.span)
    own = _sentence_of_its_own(node, first)
    prose = free and (orders(node.text) or own if node.kind == "text" else directive and own)
    last = {m.name for m in first.leads}
    for i, token in enumerate(tokens):
        if prose and i and tokens[i - 1].text == "." and token.capital and token.start > behind:
            acting = _acting(node.text, tokens, i)
            if acting and acting != last:
                starts.append(token.start)
                last = acting
                continue
        opens = token.capital and (i == 0 or tokens[i - 1].text == ".") and token.key in ("giao", "yeu", "de", "phan")
        if opens and (step := skip_order(tokens, i)) and read_list(node.text, tokens, i + step).names:
            starts.append(token.start)
            continue
        if token.start > behind and _next_body(node.text, tokens, i):
            starts.append(token.start)
    if starts and first.leads and first.sure and tokens[0].start not in starts:
        starts.insert(0, 0)
    if len(starts) < 2:
        return []
    starts[0] = 0
    ends = [*starts[1:], len(node.text)]
    return [(node.body + a, node.body + a + len(node.text[a:b].rstrip())) for a, b in zip(starts, ends, strict=True)]


def _sentence_of_its_own(node: Node, first: Opening) -> bool:
    """ "2. Sở A chủ trì …. Sở B chuyển giao …": a numbered paragraph that says who does what."""
    return not node.bullet and bool(first.leads) and first.sure and not first.whole and not first.late


def _acting(text: str, tokens: Sequence[Token], i: int) -> set[str]:
    """The bodies that a sentence of a paragraph of orders begins with, and their work behind them."""
    found = read_list(text, tokens, i)
    acts = bool(found.names) and (is_verb(tokens, found.after) or read_opening(text[tokens[i].start :]).said)
    return {n.text for n in found.names} if acts else set()


def orders(text: str) -> bool:
    """Whether a paragraph orders somebody: "Giao X …", "UBND huyện yêu cầu X …", "Đối với X, …"."""
    tokens = tokens_of(text)
    if tokens and skip_order(tokens, 0) > 0:
        return True
    opening = read_opening(text)
    start = opening.leads[0].span.start if opening.leads and opening.leads[0].span else 0
    return start > 0 and opening.sure and text[:start].rstrip().lower().endswith(_ORDERED)


_ORDERED = ("giao", "giao cho", "yêu cầu", "đề nghị", "phân công", "chỉ đạo", "đối với")
_INTRO = (
    "co y kien nhu sau", "co y kien chi dao nhu sau", "y kien chi dao nhu sau", "de nghi", "yeu cau", "chi dao", "chi dao nhu sau", "giao",
    "ket luan nhu sau", "thong bao nhu sau", "thuc hien cac noi dung sau", "thuc hien mot so noi dung sau", "thuc hien cac nhiem vu sau",
    "trien khai cac noi dung sau", "thuc hien nhu sau", "mot so noi dung sau", "thuc hien tot cac noi dung sau", "cac viec sau",
    "thuc hien ngay cac noi dung sau", "thuc hien cac noi dung sau day", "thuc hien mot so nhiem vu sau", "cac nhiem vu sau",
)


def opens_orders(text: str) -> bool:
    """Whether a line only leads over to orders: "… UBND quận đề nghị:", "… Phó Thủ tướng có ý kiến như sau:"."""
    return text.rstrip().endswith(":") and words(text[-90:]).endswith(_INTRO)
