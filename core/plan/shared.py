"""One head or one place that several bodies share ("Các Sở: Y tế, Nội vụ"; "UBND các xã A, B và C"), taken apart into their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.fold import tone_key
from core.plan import words as W
from core.plan.groups import group_on, read_group, school_level
from core.plan.heads import field_at, head_at, is_verb
from core.plan.names import read_name
from core.plan.places import capitals, level_at, read_tail
from core.plan.tokens import Token, low_at


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the plan means it (shared heads expanded), and the range of the text that says so."""

    text: str
    start: int
    end: int
    group: bool = False


_BARE = frozenset({"ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân", "đảng ủy", "công an", "ban chỉ huy quân sự"})
_OF_PLACE = re.compile(
    r"\s((?:các\s)?(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|cấp (?:tỉnh|huyện|xã))\b.*)$", re.IGNORECASE | re.DOTALL
)


def with_place(names: Sequence[Name]) -> tuple[Name, ...]:
    """ "UBND, Ban An toàn giao thông các huyện": a head alone, in front of a body of a place, has the same place."""
    out = list(names)
    for k in range(len(out) - 2, -1, -1):
        name, after = out[k], out[k + 1]
        if tone_key(name.text).lower() not in _BARE or name.group or after.text.lower().startswith(("các ", "những ")):
            continue
        place = _OF_PLACE.search(after.text)
        if place is not None:
            out[k] = replace(name, text=f"{name.text} {place[1]}")
    return tuple(out)


def separator(tokens: Sequence[Token], j: int) -> int:
    n = 0
    while j + n < len(tokens) and n < 3 and (tokens[j + n].text in ",;/" or tokens[j + n].low in ("và", "hoặc", "cùng", "với")):
        if (tokens[j + n].low == "với" and not n) or (tokens[j + n].low == "cùng" and low_at(tokens, j + n + 1) == "cấp"):
            return 0
        n += 1
    return n


def shared_school(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Trường Tiểu học, THCS, Mầm non Tân Phú" → three schools; without a name behind the levels it is one collective phrase."""
    if low_at(tokens, j) != "trường" or not tokens[j].capital:
        return None
    levels: list[tuple[int, int]] = []
    k = j + 1
    while n := school_level(tokens, k):
        levels.append((k, k + n))
        k += n
        if low_at(tokens, k) not in (",", "/", "và") or not school_level(tokens, k + 1):
            break
        k += 1
    if len(levels) < 2 or k <= levels[-1][0]:
        return None
    end = capitals(tokens, k) if k < len(tokens) and tokens[k].capital and not head_at(tokens, k)[1] and not is_verb(tokens, k) else k
    if end == k:
        end = group_on(tokens, k, tokens[j], True)
        return [Name(text[tokens[j].start : tokens[end - 1].end], tokens[j].start, tokens[end - 1].end, True)], end
    own = text[tokens[k].start : tokens[end - 1].end]
    head = tokens[j].text
    return [
        Name(f"{head} {text[tokens[a].start : tokens[b - 1].end]} {own}", tokens[a].start, tokens[(end if n == len(levels) else b) - 1].end)
        for n, (a, b) in enumerate(levels, 1)
    ], end


def shared_provinces(text: str, tokens: Sequence[Token], j: int, end: int) -> tuple[list[Name], int] | None:
    """ "Sở Y tế các tỉnh Bình An, Hòa Lợi" → the Sở Y tế of each of them."""
    at = next((k for k in range(end - 1, j, -1) if tokens[k].low == "các"), 0)
    if not at or tokens[j].low not in W.FIELD_HEADS:
        return None
    width = level_at(tokens, at + 1)
    k = at + 1 + width
    if not width or k >= end or not tokens[k].capital:
        return None
    head, level = text[tokens[j].start : tokens[at - 1].end], " ".join(t.text for t in tokens[at + 1 : k])
    names: list[Name] = []
    after = end
    while k < len(tokens) and tokens[k].capital and not head_at(tokens, k)[1] and not is_verb(tokens, k):
        after = capitals(tokens, k)
        names.append(Name(f"{head} {level} {text[tokens[k].start : tokens[after - 1].end]}", tokens[k].start, tokens[after - 1].end))
        step = separator(tokens, after)
        if not step:
            break
        k = after + step
        if width := level_at(tokens, k):
            level = " ".join(t.text for t in tokens[k : k + width])
            k += width
    return (names, after) if len(names) > 1 else None


def shared_head(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Các Sở: Y tế, Nội vụ và Tài chính" → three names. Also "các bộ, cơ quan: …", "UBND các xã: A, B"."""
    behind = 0
    if low_at(tokens, j) == "các" and low_at(tokens, j + 1) in W.FIELD_HEADS:
        behind = next((k for k in range(j + 2, min(j + 8, len(tokens))) if tokens[k].text == ":"), 0)
    if behind and tokens[j + 2].text == ",":
        return _fields_behind(text, tokens, j, behind + 1)
    k = j + (1 if low_at(tokens, j) in ("các", "hai", "ba") else 0)
    if k >= len(tokens) or tokens[k].low not in W.FIELD_HEADS:
        return _shared_place(text, tokens, j) or _shared_colon(text, tokens, j, k)
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
        step = separator(tokens, m)
        if not step or (head_at(tokens, m + step)[1] and not field_at(tokens, m + step)) or read_group(tokens, m + step) > m + step:
            break
        m += step
    if len(names) == 1 and low_at(tokens, k + 1) != ":" and names[0].text[:1].isupper() and tokens[k].text.islower():
        return [Name(text[tokens[j].start : names[0].end], tokens[j].start, names[0].end, True)], after  # of every province
    return (names, after) if names else None


def _shared_colon(text: str, tokens: Sequence[Token], j: int, k: int) -> tuple[list[Name], int] | None:
    """ "Các Vụ: Giáo dục Mầm non, Giáo dục Đại học" → two; the head and a colon, then names in capitals."""
    n = head_at(tokens, k)[1] or (k < len(tokens) and tokens[k].low in _SHARED)
    if k == j or not n or low_at(tokens, k + n) != ":":
        return None
    head = " ".join(t.text for t in tokens[k : k + n])
    names: list[Name] = []
    m = after = k + n + 1
    while m < len(tokens) and tokens[m].capital and not head_at(tokens, m)[1] and len(names) < 40:
        end = _capital_words(tokens, m)
        own = text[tokens[m].start : tokens[end - 1].end]
        names.append(Name(f"{head[:1].upper()}{head[1:]} {own}", tokens[m].start, tokens[end - 1].end))
        step = separator(tokens, end)
        after = end
        if not step:
            break
        m = end + step
    return (names, after) if len(names) > 1 else None


_SHARED = frozenset({"vụ", "cục", "phòng", "ban", "khoa", "đài", "báo", "trường", "hội", "viện", "trung"})


def _fields_behind(text: str, tokens: Sequence[Token], j: int, m: int) -> tuple[list[Name], int] | None:
    """The names behind "Các Bộ, cơ quan:": fields without their head, and bodies with one of their own."""
    head = tokens[j + 1].text[:1].upper() + tokens[j + 1].text[1:]
    names: list[Name] = []
    after = m
    while m < len(tokens) and len(names) < 40:
        n = field_at(tokens, m) if tokens[m].capital else 0
        end = m + n if n else read_name(tokens, m)
        if end == m or (not names and not n):
            break
        words_ = text[tokens[m].start : tokens[end - 1].end]
        names.append(Name(f"{head} {words_}" if n else words_, tokens[m].start, tokens[end - 1].end))
        after = end
        step = separator(tokens, end)
        if not step:
            break
        m = end + step
    return (names, after) if len(names) > 1 else None


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
    bare = not kind and low_at(tokens, j) == "các"  # "các thôn A, B": the places themselves
    if not bare and (kind != "place" or low_at(tokens, j + n) != "các"):
        return None
    head = "" if bare else text[tokens[j].start : tokens[j + n - 1].end] + " "
    k = j + n + 1
    width = 2 if f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" in ("thị xã", "thành phố", "thị trấn", "đặc khu") else 1
    if low_at(tokens, k) not in ("xã", "phường", "huyện", "quận", "thị", "thành", "đặc", "tỉnh", "thôn", "bản", "ấp", "khu", "buôn", "xóm"):
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
        names.append(Name(f"{head}{level} {text[tokens[m].start : tokens[end - 1].end]}", tokens[m].start, tokens[end - 1].end))
        step = separator(tokens, end)
        after = end
        if not step:
            break
        m = end + step
    return (names, after) if len(names) > 1 else None


