"""What labelled lines say ("Đơn vị chủ trì: …", "Thời gian: …") about the task above them or in front of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.fold import words
from core.markers import Label, label_alone, label_of, read_marker
from core.plan.lists import is_agency_list
from core.plan.outline import Node
from core.plan.role_lines import role_line
from core.plan.roles import read_opening

LEAD, COOP, WHO, TIME, PRODUCT, OTHER, LINE = "lead", "coop", "who", "time", "product", "other", "line"


@dataclass(frozen=True, slots=True)
class Said:
    """One label with what it says: ``kind``, the words behind the colon and their range in the text that was asked for.
    ``LINE``: a whole line without a label (core.plan.role_lines)."""

    kind: str
    text: str
    start: int
    end: int
    label: int


_WEAK = re.compile(
    r"(?:giao|trách nhiệm(?: chủ trì| chính| phối hợp)?|chịu trách nhiệm(?: chính| chủ trì)?|thực hiện|tham gia|hỗ trợ|hoàn thành"
    r"|(?:các )?(?:cơ quan|đơn vị|bộ phận)(?: có)? liên quan|người đứng đầu)\s*:\s*(?=\S)",
    re.IGNORECASE,
)


# "Thời hạn hoàn thành nội dung này trước ngày 25/10/2026."
_TIME_SENTENCE = re.compile(
    r"(?:thời hạn|thời gian|tiến độ) (?:hoàn thành|thực hiện|báo cáo)(?: [^\s.:;,]{1,12}){0,10}? "
    r"(?=(?:trước|chậm nhất|trong|xong|đến hết|từ ngày)\b)",
    re.IGNORECASE,
)


def label(text: str) -> Label | None:
    """The label that opens a text. Words that open sentences too ("Thực hiện:", "Giao:") are one only in front of agencies."""
    strong = label_of(text)
    if strong is not None:
        return strong
    sentence = _TIME_SENTENCE.match(text) if len(text) < 160 else None
    if sentence is not None:
        return Label(sentence[0].strip(), sentence.end())
    marker = read_marker(text)
    match = _WEAK.match(text, marker.length if marker else 0, (marker.length if marker else 0) + 60)
    if match is None:
        return None
    rest = re.split(r"[.;](?:\s|$)", text[match.end() :], maxsplit=1)[0]
    if match[0].lower().startswith("hoàn thành"):
        told = len(rest) < 60 and any(c.isdigit() for c in rest)
    else:
        told = is_agency_list(rest) or role_line(rest) is not None
    return Label(match[0].rstrip(" :"), match.end()) if told else None


_PLAIN = ("text", "bare", "dash", "plus", "star", "bullet", "romanparen")


def said_by(node: Node) -> tuple[Said, ...]:
    """What an item says of the task above it, () where it is an item of its own."""
    if node.kind == "table":
        return ()
    if label(node.text) is not None and (said := labels_in(node.text)) and said[0].label <= 2:
        return () if _shares_out(node, said) else said
    if node.kind in _PLAIN and not node.children and role_line(node.text) is not None:
        return (Said(LINE, node.text, 0, len(node.text), 0),)
    return ()


def _shares_out(node: Node, said: Sequence[Said]) -> bool:
    """ "Tổ chức thực hiện:", "Phân công thực hiện:" over items that say who does what: a heading, no label of the task above."""
    if not node.children or any(one.text for one in said) or said[0].kind not in (LEAD, COOP, WHO):
        return False
    if node.kind not in _PLAIN:
        return not label_alone(node.text)
    working = sum(1 for c in node.children if (o := read_opening(c.text)).leads and o.sure and not o.whole)
    return working * 2 >= len(node.children)


def says_only(node: Node) -> bool:
    return bool(said_by(node))


def items_below(node: Node) -> Iterator[Node]:
    """The items below one, at any depth, without tables and labels."""
    for child in node.children:
        if child.kind != "table" and not says_only(child):
            yield child
            yield from items_below(child)


_ANY_LABEL = re.compile(r"[A-ZĐÀ-Ỹ][^\s:]*(?:[ ,]+[^\s:]+){0,5}\s?:\s*(?=\S)")
_NO_LABEL = ("ve ", "doi voi", "trong ", "cong tac", "tang cuong", "to chuc", "trien khai", "xay dung", "neu ", "khi ", "tai ",
             "thuc hien", "gom")


def unknown_label(children: Sequence[Node], position: int) -> bool:
    """Whether an item is a label that no list knows, standing among labels ("Khách mời: …" between "Thời gian:" and "Địa điểm:")."""
    node = children[position]
    match = _ANY_LABEL.match(node.text[:80])
    if match is None or node.children or node.kind not in _PLAIN or len(node.text) > 220:
        return False
    head = words(match[0])
    if head.startswith(_NO_LABEL) or read_opening(match[0]).leads:
        return False
    around = [*children[max(0, position - 1) : position], *children[position + 1 : position + 3]]
    return any(c.kind == node.kind and label_of(c.text) is not None for c in around)


def kind_of_label(label: str) -> str:
    key = words(label)
    if key.startswith("lanh dao") or ("theo doi" in key and any(w in key for w in ("don doc", "kiem tra", "giam sat"))):
        return OTHER  # who looks after the work, not who does it
    if ("phoi hop" in key or "tham gia" in key or " cung " in f" {key}" or key.startswith("ho tro")) and "chu tri" not in key:
        return COOP if not key.startswith("thanh phan") else OTHER
    if key in ("cac don vi lien quan", "cac co quan lien quan", "don vi lien quan", "co quan lien quan", "bo phan lien quan"):
        return COOP
    if any(
        w in key
        for w in ("chu tri", "thuc hien", "phan cong", "trach nhiem", "dau moi", "tham muu", "theo doi", "chinh", "phu trach", "giao",
                  "dung dau")
    ) and not key.startswith(
        ("thoi", "han", "tien do", "lo trinh", "ket qua", "san pham", "kinh phi", "dia", "hinh thuc", "nguon", "du kien", "moc", "ngay")
    ):
        return WHO if "phoi hop" in key else LEAD
    if key.startswith(("thoi gian", "thoi han", "thoi diem", "han", "tien do", "lo trinh", "ky han", "du kien", "moc", "ngay",
                       "hoan thanh")):
        return TIME
    if key.startswith(("san pham", "ket qua", "dau ra")):
        return PRODUCT
    return OTHER


def labels_in(text: str) -> tuple[Said, ...]:
    """The labels of a text, in order: one that opens it, and those behind a full stop, a semicolon or a bracket."""
    starts = list(_starts(text))
    out = []
    for n, (label, kind, value) in enumerate(starts):
        end = starts[n + 1][0] if n + 1 < len(starts) else len(text)
        words_ = text[value:end].rstrip(" -–+;").rstrip()
        out.append(Said(kind, words_, value, value + len(words_), label))
    return tuple(out)


def _starts(text: str) -> Iterator[tuple[int, str, int]]:
    i = 0
    while i < len(text):
        found = label(text[i : i + 200]) if ":" in text[i : i + 140] else None
        if found is not None:
            yield i, kind_of_label(found.words), i + found.start
            i += found.start
        stops = [p for p in (text.find(sign, i) for sign in (". ", "; ", "(", "\n")) if p >= 0]
        if not stops:
            return
        i = min(stops) + 1
        opened = text.rfind("(", 0, i - 1)
        if opened > text.rfind(")", 0, i) and label(text[opened + 1 : opened + 200].lstrip()) is None:
            close = text.find(")", i)  # "(Sở A chủ trì; phối hợp: Sở B)" is read as one
            if close < 0:
                return
            i = close + 1
        while i < len(text) and text[i] == " ":
            i += 1
