"""Lists of agencies: names parted by signs and "và", shared heads expanded, persons read as the bodies they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.plan import words as W
from core.plan.groups import group_noun, group_on, opens_body, read_group
from core.plan.heads import field_at, head_at, is_verb, person_at
from core.plan.names import read_name
from core.plan.places import capitals, level_at, read_tail
from core.plan.tokens import Phrases, Token, low_at, tokens_of

_ARTICLES = Phrases(frozenset({"các", "các đồng chí", "đồng chí"}))


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the plan means it (shared heads expanded), and the range of the text that says so."""

    text: str
    start: int
    end: int
    group: bool = False


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
        step = _separator(tokens, j)
        if not step:
            break
        j += step
    return NameList(tuple(names), after)


def _item(text: str, tokens: Sequence[Token], j: int, before: list[Name]) -> tuple[list[Name], int]:
    start = j
    j += _skip_person(tokens, j)
    ministers = _ministers(text, tokens, start)
    if ministers is not None:
        return ministers
    shared = _shared_head(text, tokens, j)
    if shared is not None:
        return shared
    end = read_name(tokens, j)
    if end > j:
        name = text[tokens[j].start : tokens[end - 1].end]
        group = read_group(tokens, j) > j
        return [Name(name, tokens[start].start, tokens[end - 1].end, group)], end
    if before and before[-1].group and group_noun(tokens, j) and not is_verb(tokens, j) and not opens_body(tokens, j):
        end = group_on(tokens, j + group_noun(tokens, j), tokens[j], False)
        return [Name(text[tokens[j].start : tokens[end - 1].end], tokens[j].start, tokens[end - 1].end, True)], end
    if before and not before[-1].group and j == start:
        n = field_at(tokens, j)
        head = before[-1].text.split(" ", 1)[0]
        if n and tokens[j].capital and head.lower() in W.FIELD_HEADS:  # "Sở Y tế, Nội vụ": the head goes on
            end = read_tail(tokens, j + n)
            return [Name(f"{head} {text[tokens[j].start : tokens[end - 1].end]}", tokens[j].start, tokens[end - 1].end)], end
    return [], start


def _past_bracket(tokens: Sequence[Token], j: int) -> int:
    """Behind a short bracket that explains a name ("(Viettel)") where the list goes on behind it, else ``j``."""
    if low_at(tokens, j) != "(":
        return j
    close = next((k for k in range(j + 1, min(j + 12, len(tokens))) if tokens[k].text == ")"), 0)
    return close + 1 if close and _separator(tokens, close + 1) else j


def _separator(tokens: Sequence[Token], j: int) -> int:
    n = 0
    while j + n < len(tokens) and n < 3 and (tokens[j + n].text in ",;/" or tokens[j + n].low in ("và", "hoặc", "cùng", "với")):
        if tokens[j + n].low == "với" and not n:
            return 0
        n += 1
    return n


def _ministers(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ": ministers without their ministry stand for all ministries."""
    k = j + (low_at(tokens, j) == "các")
    if (
        f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" != "bộ trưởng"
        or low_at(tokens, k + 2) not in (",", ";", "và", "")
        or (k == j and low_at(tokens, k + 2) != ",")
    ):
        return None
    return [Name("các " + tokens[k].text, tokens[j].start, tokens[k + 1].end, True)], k + 2


def _skip_person(tokens: Sequence[Token], j: int) -> int:
    n = _ARTICLES.at(tokens, j, 3)
    p = person_at(tokens, j + n)
    if p:
        k = j + n + p
        again = person_at(tokens, k)
        k += again
        if low_at(tokens, k) in ("của",):
            k += 1
        if low_at(tokens, k) == "(" and (close := next((m for m in range(k + 1, min(k + 7, len(tokens))) if tokens[m].text == ")"), 0)):
            k = close + 1
        if head_at(tokens, k)[1] or read_group(tokens, k) > k or _shared_ahead(tokens, k):
            return k - j
    return 0


def _shared_ahead(tokens: Sequence[Token], k: int) -> bool:
    return low_at(tokens, k) == "các" and low_at(tokens, k + 1) in W.FIELD_HEADS


def _shared_head(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Các Sở: Y tế, Nội vụ và Tài chính" → three names. Also "các bộ: …", "UBND các xã: A, B"."""
    k = j + (1 if low_at(tokens, j) in ("các", "hai", "ba") else 0)
    if k >= len(tokens) or tokens[k].low not in W.FIELD_HEADS:
        return _shared_place(text, tokens, j)
    head = tokens[k].text[:1].upper() + tokens[k].text[1:]
    m = k + 1
    if low_at(tokens, m) == ":":
        m += 1
    elif k == j:
        return None
    names: list[Name] = []
    after = m
    while m < len(tokens) and len(names) < 40:
        n = field_at(tokens, m)
        end = m + n if n else _capital_words(tokens, m)
        if end == m:
            break
        if not n and head_at(tokens, m)[1]:
            break
        end = read_tail(tokens, end) if low_at(tokens, end) in ("tỉnh", "thành") else end
        names.append(Name(f"{head} {text[tokens[m].start : tokens[end - 1].end]}", tokens[m].start, tokens[end - 1].end))
        after = m = end
        step = _separator(tokens, m)
        if not step or (head_at(tokens, m + step)[1] and not field_at(tokens, m + step)) or read_group(tokens, m + step) > m + step:
            break
        m += step
    return (names, after) if names else None


def _capital_words(tokens: Sequence[Token], m: int) -> int:
    if m >= len(tokens) or not tokens[m].capital:
        return m
    k = m
    while k < min(len(tokens), m + 10) and tokens[k].word and tokens[k].low != "và" and not (is_verb(tokens, k) and not tokens[k].capital):
        k += 1
    return k


def _shared_place(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "UBND các xã A, B và C" → three; only where at least two proper names follow the level."""
    kind, n = head_at(tokens, j)
    if kind != "place" or low_at(tokens, j + n) != "các":
        return None
    head = text[tokens[j].start : tokens[j + n - 1].end]
    k = j + n + 1
    width = 2 if f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" in ("thị xã", "thành phố", "thị trấn", "đặc khu") else 1
    if low_at(tokens, k) not in ("xã", "phường", "huyện", "quận", "thị", "thành", "đặc", "tỉnh"):
        return None
    level = " ".join(t.text for t in tokens[k : k + width])
    m = k + width
    if low_at(tokens, m) == ":":
        m += 1
    names: list[Name] = []
    while m < len(tokens):
        width = level_at(tokens, m) if names else 0
        if width:
            level = " ".join(t.text for t in tokens[m : m + width])
            m += width
        if m >= len(tokens) or not tokens[m].capital or head_at(tokens, m)[1] or is_verb(tokens, m):
            break
        end = capitals(tokens, m)
        names.append(Name(f"{head} {level} {text[tokens[m].start : tokens[end - 1].end]}", tokens[m].start, tokens[end - 1].end))
        step = _separator(tokens, end)
        after = end
        if not step:
            break
        m = end + step
    return (names, after) if len(names) > 1 else None


def is_agency_list(text: str) -> bool:
    """Whether a short text (a cell, a label's words) is nothing but agencies."""
    tokens = tokens_of(text[:600])
    found = read_list(text, tokens, 0)
    return bool(found.names) and found.after >= len(tokens) - sum(1 for t in tokens[found.after :] if not t.word)
