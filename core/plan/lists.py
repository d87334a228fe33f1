"""Lists of agencies: names parted by signs and "và", shared heads expanded, persons read as the bodies they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.plan import words as W
from core.plan.groups import group_noun, group_on, opens_body, read_group
from core.plan.heads import field_at, head_at, is_verb
from core.plan.known import known_at
from core.plan.names import read_name
from core.plan.persons import deputies, ministers, person_alone, skip_person, without_person
from core.plan.places import read_place, read_tail, unit_word
from core.plan.shared import Name, separator, shared_head, shared_provinces, shared_school, with_place
from core.plan.tokens import Token, low_at, tokens_of, two_at

# words in small letters that can begin an item of a list; most words cannot, and are told at once
_FIRST = frozenset(
    phrase.split()[0]
    for table in (W.SMALL_TOO, W.GROUP_NOUNS, W.GROUP_OPENERS, W.PERSONS, W.DEPUTIES, W.PLACE_HEADS, W.OPEN_HEADS, W.FIELD_HEADS)
    for phrase in table
    if phrase
) | {"các", "đồng", "hai", "ba", "chủ", "ông", "bà"}


@dataclass(frozen=True, slots=True)
class NameList:
    names: tuple[Name, ...]
    after: int  # index of the token behind the list


def read_list(text: str, tokens: Sequence[Token], i: int) -> NameList:
    """The agencies listed from token ``i`` on: names parted by signs and "và", shared heads expanded, persons read as bodies."""
    names: list[Name] = []
    j = after = i
    while j < len(tokens) and len(names) < 80:
        found, end = _item(text, tokens, j, names)
        if not found:
            break
        names += found
        after = j = end
        j = _past_bracket(tokens, j)
        step = separator(tokens, j)
        if not step:
            break
        j += step
    return NameList(with_place(names), after)


def read_bounded(text: str, tokens: Sequence[Token], i: int) -> NameList:
    """The list from ``i`` on where nothing but names stands (a cell, a label): what a sentence would take for work behind a name
    ("Cục Nhà giáo và Cán bộ" / "quản lý giáo dục") goes on with it up to the next sign."""
    found = read_list(text, tokens, i)
    names, after = list(found.names), found.after
    while names and after < len(tokens) and (end := _rest_of_name(tokens, after)):
        last = names[-1]
        names[-1] = Name(f"{last.text} {text[tokens[after].start : tokens[end - 1].end]}", last.start, tokens[end - 1].end, last.group)
        after = end
        step = separator(tokens, end)
        more = read_list(text, tokens, end + step) if step else NameList((), end)
        if not more.names:
            break
        names, after = [*names, *more.names], more.after
    return NameList(tuple(names), after)


def _rest_of_name(tokens: Sequence[Token], j: int) -> int:
    """The index behind a few plain words of a field of work up to a sign, 0 where the words at ``j`` are no such thing."""
    if tokens[j].capital or two_at(tokens, j) not in W.SOFT_VERBS | W.NAME_VERBS:
        return 0
    for k in range(j, min(j + 7, len(tokens) + 1)):
        if k == len(tokens) or tokens[k].text in ",;.)":
            return k
        if not tokens[k].word or tokens[k].low in W.STOP_WORDS or two_at(tokens, k) in ("chu tri", "phoi hop", "thuc hien"):
            return 0
    return 0


def _item(text: str, tokens: Sequence[Token], j: int, before: list[Name]) -> tuple[list[Name], int]:
    if not tokens[j].capital and tokens[j].low not in _FIRST:
        return [], j
    start = j
    j += skip_person(tokens, j)
    persons = ministers(text, tokens, start) or deputies(text, tokens, start)
    if persons is not None:
        return persons
    shared = shared_head(text, tokens, j) or shared_school(text, tokens, j)
    if shared is not None:
        return shared
    counted = j > start and tokens[j - 1].text.isdigit()
    if j > start and low_at(tokens, j) not in ("các", "những") and (n := group_noun(tokens, j)) and not head_at(tokens, j)[1]:
        j, n = (j - 1, n + 1) if counted else (j, n)
        end = group_on(tokens, j + n, tokens[j], True)  # "các Trưởng khu phố" stand for their "khu phố"
        return [Name(text[tokens[j].start : tokens[end - 1].end], tokens[start].start, tokens[end - 1].end, True)], end
    after = end = read_name(tokens, j)
    if end > j:
        end = without_person(tokens, j, end) if j > start else _with_owner(tokens, j, end)
        after = max(after, end)
        provinces = shared_provinces(text, tokens, j, end)
        if provinces is not None:
            return provinces
        name = text[tokens[j].start : tokens[end - 1].end]
        name = name.split(" nơi ")[0]  # where they are is told of them, not in their name
        stop = tokens[j].start + len(name)
        if j > start and head_at(tokens, j)[1]:
            name = name[:1].upper() + name[1:]  # "Trưởng phòng Kinh tế"
        return [Name(name, tokens[start].start, stop, read_group(tokens, j) > j)], after
    bare = before and (before[-1].group or before[-1].text.lower() in W.GROUP_NOUNS)  # "Hợp tác xã, hộ kinh doanh, …"
    if bare and group_noun(tokens, j) and not is_verb(tokens, j) and not opens_body(tokens, j):
        end = group_on(tokens, j + group_noun(tokens, j), tokens[j], False)
        end = read_place(tokens, end) if low_at(tokens, end) == "các" and unit_word(tokens, end) else end
        return [Name(text[tokens[j].start : tokens[end - 1].end], tokens[j].start, tokens[end - 1].end, True)], end
    if before and not before[-1].group and j == start:
        n = field_at(tokens, j)
        head = before[-1].text.split(" ", 1)[0]
        if n and tokens[j].capital and head.lower() in W.FIELD_HEADS:  # "Sở Y tế, Nội vụ": the head goes on
            end = read_tail(tokens, j + n)
            return [Name(f"{head} {text[tokens[j].start : tokens[end - 1].end]}", tokens[j].start, tokens[end - 1].end)], end
    if tokens[start].text.isupper() and known_at(tokens, start) == 1:
        return [Name(tokens[start].text, tokens[start].start, tokens[start].end)], start + 1  # a short name that the plan explains
    alone = person_alone(text, tokens, start)
    return ([], start) if alone is None else alone


_OFFICES = frozenset({"phòng", "trung", "chi", "ban", "đội", "khoa", "trạm", "vụ", "văn"})


def _with_owner(tokens: Sequence[Token], j: int, end: int) -> int:
    """ "Phòng Kế hoạch - Nghiệp vụ (Sở Y tế)": an office with the body it belongs to; ``end`` where no such bracket follows."""
    if tokens[j].low not in _OFFICES or low_at(tokens, end) != "(" or head_at(tokens, end + 1)[0] not in ("field", "place"):
        return end
    close = read_name(tokens, end + 1)
    return close + 1 if low_at(tokens, close) == ")" else end


def _past_bracket(tokens: Sequence[Token], j: int) -> int:
    """Behind a short bracket that explains a name ("(Viettel)") where the list goes on behind it, else ``j``."""
    if low_at(tokens, j) != "(":
        return j
    close = next((k for k in range(j + 1, min(j + 12, len(tokens))) if tokens[k].text == ")"), 0)
    return close + 1 if close and separator(tokens, close + 1) else j


def is_agency_list(text: str) -> bool:
    """Whether a short text (a cell, a label's words) is nothing but agencies."""
    tokens = tokens_of(text[:600])
    found = read_list(text, tokens, 0)
    return bool(found.names) and found.after >= len(tokens) - sum(1 for t in tokens[found.after :] if not t.word)
