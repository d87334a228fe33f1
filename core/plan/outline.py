"""The plan's text as a tree: parts, numbered items, bullets, plain paragraphs and tables, each under what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.fold import fold
from core.markers import RANKS, Marker, is_caps, label_of, read_marker, title_word
from core.model import Paragraph, PlanText, Span
from core.plan.heads import person_at
from core.plan.roles import read_opening
from core.plan.sections import is_formula
from core.plan.tokens import tokens_of
from core.plan.words import FAMILY_NAMES

_BARE = 9  # an agency alone on a line, without a mark: heads the bullets below it
_TEXT_UNDER = 9  # a plain paragraph hangs under the nearest mark of this rank or higher


@dataclass(slots=True)
class Node:
    """One item: its mark, its own words (without the mark) and what stands below it. ``table`` ≥ 0: a table stands here."""

    kind: str
    label: str = ""
    value: int = 0
    rank: int = -1
    start: int = 0
    body: int = 0
    end: int = 0
    text: str = ""
    bold: bool = False
    table: int = -1
    children: list[Node] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def bullet(self) -> bool:
        return self.kind in ("dash", "plus", "star", "bullet", "romanparen")


def outline(text: PlanText) -> Node:
    """The tree of a plan; the root stands for the document. Paragraphs of tables hang together as one ``table`` node."""
    root = Node("root", end=len(text.text))
    stack: list[Node] = [root]
    ended = False
    waiting: Node | None = None
    last_table = -1
    addressed = False
    for place, paragraph in enumerate(text.paragraphs):
        if paragraph.cell is not None:
            if paragraph.cell.table != last_table:
                last_table = paragraph.cell.table
                _parent(stack, _TEXT_UNDER).children.append(
                    Node("table", table=last_table, start=paragraph.span.start, end=paragraph.span.end)
                )
            continue
        node = _node(text.text, paragraph)
        if not node.text and not node.label:
            continue
        addressed = _addressees(node, addressed)
        if addressed:
            continue
        if node.kind == "text" and len(stack) > 1 and _heads_bullets(text, place, node):
            node.kind, node.rank = "bare", _BARE
        if _receivers(node.text):
            ended = True
        if title_word(node.text) or node.kind == "annex":
            ended = False
            del stack[1:]
        if node.kind == "text" and node.text.startswith(("TM.", "KT.", "TUQ.", "TL. ", "Q. ")) and len(node.text) < 120:
            ended = True
        if node.kind in ("text", "bare") and _signs(text, place):
            ended = True
        if ended and _begins_again(node):
            ended = False
            del stack[1:]
        if ended:
            continue
        if waiting is not None and not node.label and len(node.text) < 300:
            waiting.text, waiting.end, waiting = node.text, node.end, None  # "Phần II" and its title on the next line
            continue
        waiting = node if node.kind in ("part", "chapter", "annex") and not node.text.strip() else None
        if node.kind == "title":
            if not any(c.label for c in root.children):
                root.children.clear()  # the letterhead
            root.children.append(node)
            continue
        _hang(stack, node)
    return root


def _heads_bullets(text: PlanText, place: int, node: Node) -> bool:
    """ "SỞ TÀI CHÍNH" in capitals and without a number, with bullets below it: it heads them."""
    after = text.paragraphs[place + 1] if place + 1 < len(text.paragraphs) else None
    if after is None or after.cell is not None or not is_caps(node.text) or len(node.text) > 200:
        return False
    marker = read_marker(after.span.of(text.text))
    opening = read_opening(node.text)
    return marker is not None and marker.value <= 1 and bool(opening.leads) and opening.whole


def _addressees(node: Node, before: bool) -> bool:
    """ "Kính gửi:" and the bodies one a line below it: those who get a letter, no heading of what follows."""
    if node.kind == "text" and fold(node.text[:10]).startswith("kinh gui"):
        return True
    return before and node.bullet


def _signs(text: PlanText, place: int) -> bool:
    """ "BỘ TRƯỞNG" alone in capitals with a person's name on the next line: the signature of a document without its usual opening."""
    words = text.paragraphs[place].span.of(text.text).strip()
    after = text.paragraphs[place + 1].span.of(text.text).split() if place + 1 < len(text.paragraphs) else []
    if len(words) > 40 or not is_caps(words) or not 2 <= len(after) <= 5 or not all(w.isalpha() and w[0].isupper() for w in after):
        return False
    tokens = tokens_of(words)
    office = person_at(tokens, 0)
    known = office == len(tokens) or fold(after[0]) in FAMILY_NAMES  # "GIÁM ĐỐC SỞ Y TẾ" over a name
    return office > 0 and known and not is_caps(" ".join(after))


def _begins_again(node: Node) -> bool:
    """Whether another document begins behind the recipients of the first: its type and title in capitals, or its first part."""
    first = node.kind in ("part", "chapter", "roman", "upper") and node.value == 1
    return first or (not node.label and is_caps(node.text) and any(node.text.startswith(t) for t in _TYPES))


_TYPES = ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN", "PHỤ LỤC", "DANH MỤC", "BẢNG", "BIỂU", "QUY CHẾ", "NHIỆM VỤ", "PHÂN CÔNG")


def _receivers(text: str) -> bool:
    return fold(text[:12]).startswith(("noi nhan", "no nhan", "nai nhan"))  # OCR loses marks


def _node(text: str, paragraph: Paragraph) -> Node:
    start, end = paragraph.span.start, paragraph.span.end
    words = text[start:end]
    marker = read_marker(words) or _automatic(paragraph, words) or _dotless(words)
    if marker is None:
        kind, rank = "text", RANKS["bullet"] + 5
        if title_word(words):
            kind, rank = "title", 0
        elif _caps_heading(words):
            kind, rank = "caps", RANKS["roman"]
        elif len(words) < 400 and not is_caps(words) and label_of(words) is None and _agency_alone(words):
            kind, rank = "bare", _BARE
        return Node(kind, "", 0, rank, start, start, end, words, paragraph.bold)
    body = start + marker.length
    return Node(
        marker.kind,
        marker.label,
        marker.value,
        RANKS[marker.kind] + (marker.depth - 2 if marker.kind == "dotted" else 0),
        start,
        body,
        end,
        text[body:end],
        paragraph.bold,
    )


def _automatic(paragraph: Paragraph, words: str) -> Marker | None:
    """A mark that only the format told of (an automatic number in a style this program does not write)."""
    label = paragraph.label.strip()
    if not label or not words.startswith(label):
        return None
    rest = len(words) - len(words[len(label) :].lstrip())
    return Marker("dash" if not any(c.isalnum() for c in label) else "letter", label.strip(".)("), 0, 1, rest)


def _dotless(words: str) -> Marker | None:
    """ "3 Sở Xây dựng": a number whose dot was forgotten, before an agency alone."""
    match = _BARE_NUMBER.match(words)
    if match is None or len(words) > 250 or not _agency_alone(words[match.end():]):
        return None
    return Marker("number", match[1], int(match[1]), 1, match.end())


_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[A-ZĐÀ-Ỹ])")
_HEADINGS = (
    "TỔ CHỨC THỰC HIỆN",
    "NHIỆM VỤ",
    "GIẢI PHÁP",
    "MỤC ĐÍCH",
    "YÊU CẦU",
    "MỤC TIÊU",
    "PHÂN CÔNG",
    "NỘI DUNG",
    "KINH PHÍ",
    "QUAN ĐIỂM",
)


def _caps_heading(words: str) -> bool:
    return len(words) < 200 and is_caps(words) and any(h in words for h in _HEADINGS) and not words.startswith(("TM.", "KT."))


def _agency_alone(words: str) -> bool:
    opening = read_opening(words)
    return (
        bool(opening.leads)
        and opening.whole
        and (opening.said or words.rstrip().endswith(":") or (len(words) < 90 and words[:1].isupper() and words.rstrip()[-1:] not in ".;,"))
    )


def _parent(stack: Sequence[Node], rank: int) -> Node:
    for node in reversed(stack):
        if node.rank <= rank:
            return node
    return stack[0]


def _hang(stack: list[Node], node: Node) -> None:
    """Puts a node under its parent: its own kind in the path so far makes it a sibling, else its rank tells."""
    if node.kind == "text":
        if is_formula(node.text):
            stack[0].children.append(node)  # "Chỉ thị này có hiệu lực …" speaks of the whole document
        else:
            _hang_text(stack, node)
        return
    if node.bullet and stack[-1].bullet and node.kind != stack[-1].kind and label_of(node.text) is not None:
        stack[-1].children.append(node)  # "• Hội thi" and "– Thời gian: …" below it, whatever marks a writer takes for which
        return
    known = next((n for n in range(len(stack) - 1, 0, -1) if _alike(stack[n], node)), 0)
    if known and not _nested(stack, known, node):
        del stack[known:]
    else:
        first = node.value == 1 and node.kind in ("upper", "roman", "number", "letter", "paren")
        under = first and node.kind == "letter" and stack[-1].kind == "paren"  # "1)" over "a)"
        while (
            not under
            and len(stack) > 1
            and not (stack[-1].kind == "bullet" and node.bullet)  # "•" over "-" or "+", as Word sets its levels
            and stack[-1].rank >= node.rank
            and not (first and node.kind in ("upper", "roman") and stack[-1].kind in ("upper", "roman", "part"))
        ):
            stack.pop()
    stack[-1].children.append(node)
    stack.append(node)


def _alike(a: Node, b: Node) -> bool:
    return a.kind == b.kind and (a.kind != "dotted" or a.rank == b.rank)


def _nested(stack: Sequence[Node], known: int, node: Node) -> bool:
    """A numbering that begins again right below an item of its own kind that ends in a colon: a list inside it."""
    top = stack[-1]
    return (
        node.value == 1
        and stack[known] is top
        and top.value >= 1
        and top.text.rstrip().endswith(":")
        and not top.children
        and node.kind in ("number", "letter", "paren")
    )


def _hang_text(stack: list[Node], node: Node) -> None:
    top = stack[-1]
    if top.bullet and not top.children and top.text.rstrip().endswith((":", ",")) and label_of(node.text) is None:
        top.children.append(node)
        return
    for parent in reversed(stack):
        if parent.kind == "root" or (not (parent.bullet and not _heads(parent)) and label_of(parent.text) is None):
            parent.children.append(node)
            return


def _heads(node: Node) -> bool:
    opening = read_opening(node.text)
    return bool(opening.leads) and opening.whole
