"""The agencies of one cell of a role column: lists, labels inside the cell, roles in brackets behind names, remarks, persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.markers import read_marker
from core.model import Mention, Role, Span
from core.plan.labels import COOP, LEAD, WHO, labels_in
from core.plan.lists import read_bounded, read_list
from core.plan.role_lines import role_line, roles_of
from core.plan.role_words import parenthesis_end
from core.plan.roles import mentions, read_opening
from core.plan.tokens import Token, tokens_of

Found = tuple[list[Mention], list[Mention]]
MARKED = re.compile(r"\(\s*(?:mời |được mời )?(chủ trì|đầu mối|chịu trách nhiệm|phối hợp|tham gia|hỗ trợ)(?: chính| thực hiện)?\s*\)",
                     re.IGNORECASE)
_PERSON = re.compile(
    r"(?:(?:Đ/c|Đồng chí|Ông|Bà|Ths\.?|TS\.?|BS\.?)\s+)?(?:[A-ZĐÀ-Ỹ][\w]*\s+){1,4}[A-ZĐÀ-Ỹ][\w]*\s*(?:[-–,]|\()\s*(?=\S)"
)


def read_cell(text: str, offset: int, role: Role) -> Found:
    """Leads and coops of a cell of a column for ``role``; a cell's own role words stand above its column."""
    if MARKED.search(text):
        return marked(text, offset)
    labelled = _labelled(text, offset)
    if labelled[0] or labelled[1]:
        return labelled
    line = role_line(text.replace("\n", " "))
    if line is not None and role is Role.LEAD:
        leads, coops = roles_of(line, offset)
        return list(leads), list(coops)
    opening = read_opening(text, offset)
    if opening.said and role is Role.LEAD:
        return list(opening.leads), list(opening.coops)
    found = list(_all(text, offset, role))
    return (found, []) if role is Role.LEAD else ([], found)


def marked(text: str, offset: int) -> Found:
    """ "Sở A (chủ trì); Sở B, Sở C (phối hợp)": a role in brackets holds for the names before it, back to the one before."""
    leads: list[Mention] = []
    coops: list[Mention] = []
    start = 0
    for match in MARKED.finditer(text):
        kind = Role.LEAD if match[1].lower() in ("chủ trì", "đầu mối", "chịu trách nhiệm") else Role.COOP
        (leads if kind is Role.LEAD else coops).extend(_all(text[start : match.start()], offset + start, kind))
        start = match.end()
    rest = list(_all(text[start:].rstrip(" .;"), offset + start, Role.COOP))
    return leads, coops + rest


def _labelled(text: str, offset: int) -> Found:
    leads: list[Mention] = []
    coops: list[Mention] = []
    for said in labels_in(text):
        if said.kind not in (LEAD, COOP, WHO):
            continue
        line = role_line(said.text) if said.kind == WHO else None
        if line is not None:
            more = roles_of(line, offset + said.start)
            leads += more[0]
            coops += more[1]
        elif said.kind == COOP:
            coops += _all(said.text, offset + said.start, Role.COOP)
        else:
            leads += _all(said.text, offset + said.start, Role.LEAD)
    return leads, coops


def _all(text: str, offset: int, role: Role) -> Iterator[Mention]:
    place = 0
    for line in text.split("\n"):
        yield from _line(line, offset + place, role)
        place += len(line) + 1


def _line(line: str, offset: int, role: Role) -> Iterator[Mention]:
    """The agencies of one line. What no rule knows is a name all the same: the column says so. Brackets are remarks."""
    marker = read_marker(line)
    skip = marker.length if marker is not None else 0
    text = line[skip:]
    tokens = tokens_of(text)
    i = 0
    while i < len(tokens):
        i += _person(text, tokens, i)
        found = read_bounded(text, tokens, i)
        yield from mentions(found.names, role, offset + skip)
        i = found.after if found.names else i
        end = _part_end(tokens, i)
        left = _left(text, tokens, i, end)
        if left is not None and not (found.names and _small(text[left.start : left.end])):
            name = text[left.start : left.end]
            yield Mention(name, role, Span(offset + skip + left.start, offset + skip + left.end))
        i = end + 1


def _person(text: str, tokens: tuple[Token, ...], i: int) -> int:
    """How many tokens at ``i`` name a person with an office behind ("Đ/c Trần Văn A - Trưởng phòng Kinh tế"): the office tells the body."""
    match = _PERSON.match(text, tokens[i].start) if i < len(tokens) else None
    if match is None:
        return 0
    behind = next((k for k in range(i, len(tokens)) if tokens[k].start >= match.end()), len(tokens))
    return behind - i if read_list(text, tokens, behind).names and not read_list(text, tokens, i).names else 0


def _part_end(tokens: tuple[Token, ...], i: int) -> int:
    """The sign that ends the part at ``i``; commas inside brackets end nothing."""
    k = i
    while k < len(tokens) and tokens[k].text not in ";,":
        k = parenthesis_end(tokens, k) if tokens[k].text == "(" and parenthesis_end(tokens, k) > k else k + 1
    return k


def _left(text: str, tokens: tuple[Token, ...], i: int, end: int) -> Span | None:
    """The words between a name and the sign behind it, without brackets and marks; None where nothing is left."""
    while i < end and (not tokens[i].word or tokens[i].low in ("và", "hoặc", "cùng", "với")):
        i = parenthesis_end(tokens, i) if tokens[i].text == "(" and parenthesis_end(tokens, i) > i else i + 1
    stop = end
    for k in range(i, end):
        if tokens[k].text == "(":
            stop = k
            break
    while stop > i and not tokens[stop - 1].word and tokens[stop - 1].text not in ")":
        stop -= 1
    if stop <= i or not any(c.isalpha() for c in text[tokens[i].start : tokens[stop - 1].end]):
        return None
    return Span(tokens[i].start, tokens[stop - 1].end) if tokens[stop - 1].end - tokens[i].start > 2 else None


def _small(words: str) -> bool:
    """Words behind a name that tell nothing of another body."""
    return words.lower().startswith(("chủ trì", "phối hợp", "thực hiện", "tham mưu", "liên quan", "có liên quan", "làm đầu mối", "đầu mối"))
