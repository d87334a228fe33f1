"""Lists of agencies: names parted by signs and "và", shared heads expanded, persons read as the bodies they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.plan import words as W
from core.plan.groups import group_noun, group_on, opens_body, read_group, school_level
from core.plan.heads import field_at, head_at, is_verb, person_at
from core.plan.known import known_at
from core.plan.names import read_name
from core.plan.places import capitals, level_at, read_tail
from core.plan.tokens import Phrases, Token, low_at, tokens_of, two_at

# words in small letters that can begin an item of a list; most words cannot, and are told at once
_FIRST = frozenset(
    phrase.split()[0]
    for table in (W.SMALL_TOO, W.GROUP_NOUNS, W.GROUP_OPENERS, W.PERSONS, W.DEPUTIES, W.PLACE_HEADS, W.OPEN_HEADS, W.FIELD_HEADS)
    for phrase in table
    if phrase
) | {"các", "đồng", "hai", "ba", "chủ", "ông", "bà"}
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


def read_bounded(text: str, tokens: Sequence[Token], i: int) -> NameList:
    """The list from ``i`` on where nothing but names stands (a cell, a label): what a sentence would take for work behind a name
    ("Cục Nhà giáo và Cán bộ" / "quản lý giáo dục") goes on with it up to the next sign."""
    found = read_list(text, tokens, i)
    names, after = list(found.names), found.after
    while names and after < len(tokens) and (end := _rest_of_name(tokens, after)):
        last = names[-1]
        names[-1] = Name(f"{last.text} {text[tokens[after].start : tokens[end - 1].end]}", last.start, tokens[end - 1].end, last.group)
        after = end
        step = _separator(tokens, end)
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
    j += _skip_person(tokens, j)
    persons = _ministers(text, tokens, start) or _deputies(text, tokens, start)
    if persons is not None:
        return persons
    shared = _shared_head(text, tokens, j) or shared_school(text, tokens, j)
    if shared is not None:
        return shared
    counted = j > start and tokens[j - 1].text.isdigit()
    if j > start and low_at(tokens, j) not in ("các", "những") and (n := group_noun(tokens, j)) and not head_at(tokens, j)[1]:
        j, n = (j - 1, n + 1) if counted else (j, n)
        end = group_on(tokens, j + n, tokens[j], True)  # "các Trưởng khu phố" stand for their "khu phố"
        return [Name(text[tokens[j].start : tokens[end - 1].end], tokens[start].start, tokens[end - 1].end, True)], end
    end = read_name(tokens, j)
    if end > j:
        provinces = _shared_provinces(text, tokens, j, end)
        if provinces is not None:
            return provinces
        name = text[tokens[j].start : tokens[end - 1].end]
        name = name.split(" nơi ")[0]  # where they are is told of them, not in their name
        stop = tokens[j].start + len(name)
        if j > start and head_at(tokens, j)[1]:
            name = name[:1].upper() + name[1:]  # "Trưởng phòng Kinh tế"
        return [Name(name, tokens[start].start, stop, read_group(tokens, j) > j)], end
    bare = before and (before[-1].group or before[-1].text.lower() in W.GROUP_NOUNS)  # "Hợp tác xã, hộ kinh doanh, …"
    if bare and group_noun(tokens, j) and not is_verb(tokens, j) and not opens_body(tokens, j):
        end = group_on(tokens, j + group_noun(tokens, j), tokens[j], False)
        return [Name(text[tokens[j].start : tokens[end - 1].end], tokens[j].start, tokens[end - 1].end, True)], end
    if before and not before[-1].group and j == start:
        n = field_at(tokens, j)
        head = before[-1].text.split(" ", 1)[0]
        if n and tokens[j].capital and head.lower() in W.FIELD_HEADS:  # "Sở Y tế, Nội vụ": the head goes on
            end = read_tail(tokens, j + n)
            return [Name(f"{head} {text[tokens[j].start : tokens[end - 1].end]}", tokens[j].start, tokens[end - 1].end)], end
    if tokens[start].text.isupper() and known_at(tokens, start) == 1:
        return [Name(tokens[start].text, tokens[start].start, tokens[start].end)], start + 1  # a short name that the plan explains
    alone = _person_alone(text, tokens, start)
    return ([], start) if alone is None else alone


_ALONE = Phrases(W.ALONE)


def _person_alone(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Hiệu trưởng:", "Giám đốc chịu trách nhiệm …": a person without a body answers himself."""
    n = _ALONE.at(tokens, j, 3)
    if not n or not tokens[j].capital:
        return None
    behind = j + n
    if low_at(tokens, behind) == ":" or two_at(tokens, behind) in _ANSWERS:
        return [Name(text[tokens[j].start : tokens[behind - 1].end], tokens[j].start, tokens[behind - 1].end)], behind
    return None


_ANSWERS = frozenset({"chu tri", "chiu trach", "co trach", "chi dao", "phan cong", "to chuc"})


def _past_bracket(tokens: Sequence[Token], j: int) -> int:
    """Behind a short bracket that explains a name ("(Viettel)") where the list goes on behind it, else ``j``."""
    if low_at(tokens, j) != "(":
        return j
    close = next((k for k in range(j + 1, min(j + 12, len(tokens))) if tokens[k].text == ")"), 0)
    return close + 1 if close and _separator(tokens, close + 1) else j


def _separator(tokens: Sequence[Token], j: int) -> int:
    n = 0
    while j + n < len(tokens) and n < 3 and (tokens[j + n].text in ",;/" or tokens[j + n].low in ("và", "hoặc", "cùng", "với")):
        if (tokens[j + n].low == "với" and not n) or (tokens[j + n].low == "cùng" and low_at(tokens, j + n + 1) == "cấp"):
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


_DEPUTIES = Phrases(W.DEPUTIES)


def _deputies(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
    """ "Các Thứ trưởng", "các đồng chí Ủy viên Ban Thường vụ Đảng ủy": persons who answer for fields of work, as one."""
    k = j + _ARTICLES.at(tokens, j, 3)
    n = _DEPUTIES.at(tokens, k, 3)
    if k == j or low_at(tokens, j) != "các" or not n:
        return None
    end = read_name(tokens, k + n)
    end = k + n if end == k + n else end
    end += end == k + n and low_at(tokens, end) in ("sở", "bộ", "tỉnh", "xã")
    return [Name(text[tokens[j].start : tokens[end - 1].end], tokens[j].start, tokens[end - 1].end, True)], end


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


def _shared_provinces(text: str, tokens: Sequence[Token], j: int, end: int) -> tuple[list[Name], int] | None:
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
        step = _separator(tokens, after)
        if not step:
            break
        k = after + step
        if width := level_at(tokens, k):
            level = " ".join(t.text for t in tokens[k : k + width])
            k += width
    return (names, after) if len(names) > 1 else None


def _skip_person(tokens: Sequence[Token], j: int) -> int:
    n = _ARTICLES.at(tokens, j, 3)
    if low_at(tokens, j + n) in ("ông", "bà") and low_at(tokens, j + n + 1) == "(" and low_at(tokens, j + n + 3) == ")":
        n += 4  # "Các ông (bà) Trưởng thôn"
    p = person_at(tokens, j + n)
    if p:
        k = j + n + p
        if (board := _BOARDS.at(tokens, k, 4)) and low_at(tokens, k + board) in (",", "và") and person_at(tokens, k + board + 1):
            k += board + 1  # "Chủ tịch Hội đồng thành viên, Tổng Giám đốc các tập đoàn"
        again = person_at(tokens, k)
        k += again
        if low_at(tokens, k) in ("của",):
            k += 1
        if low_at(tokens, k) == "(" and (close := next((m for m in range(k + 1, min(k + 7, len(tokens))) if tokens[m].text == ")"), 0)):
            k = close + 1
        if head_at(tokens, k)[1] or read_group(tokens, k) > k or _shared_ahead(tokens, k):
            return k - j
        k += tokens[k].text.isdigit() if k < len(tokens) else 0
        if low_at(tokens, k) in _SMALL_PLACES or f"{low_at(tokens, k)} {low_at(tokens, k + 1)}" in _SMALL_PLACES:
            return k - j
    return 0


_BOARDS = Phrases(frozenset({"hội đồng thành viên", "hội đồng quản trị"}))
_SMALL_PLACES = frozenset({"thôn", "bản", "ấp", "xóm", "buôn", "khóm", "khu phố", "tổ dân", "khối phố", "ngành"})


def _shared_ahead(tokens: Sequence[Token], k: int) -> bool:
    return low_at(tokens, k) == "các" and low_at(tokens, k + 1) in W.FIELD_HEADS


def _shared_head(text: str, tokens: Sequence[Token], j: int) -> tuple[list[Name], int] | None:
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
        step = _separator(tokens, m)
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
        step = _separator(tokens, end)
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
        step = _separator(tokens, end)
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
