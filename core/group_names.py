"""What a plan itself calls its groups of agencies, where the directory has other words for the same group.

"UBND các huyện, thành phố" in a plan of a province without towns is "UBND các huyện, thị xã, thành phố" in the directory: one group, but
on paper the plan's own words must stand. A single agency keeps its full proper name from the directory, unless that says only its level
("Viễn thông tỉnh") where the plan says its place ("Viễn thông Thạch Lâm").
"""
from __future__ import annotations

import re
from collections import Counter
from copy import copy
from dataclasses import replace
from functools import lru_cache

from core.agencies import shipped
from core.book import Book
from core.fold import words
from core.model import Agency, AgencyKind, Assignment
from core.naming import group_of, short_of

_LEVEL = re.compile(r" (?:tỉnh|thành phố)$")
Wordings = dict[tuple[str, str], int]  # (group, as written) → how often


def in_words_of_plan(book: Book) -> Book:
    """The book with its groups under the names that the plan gives them; to be read, not to be changed."""
    own = names_in_plan(book)
    if not own:
        return book
    shown = copy(book)
    shown.agencies = {**book.agencies, **own}
    return shown


def names_in_plan(book: Book) -> dict[str, Agency]:
    """The groups that the plan names otherwise than the directory, by id, under the plan's name; the directory's becomes a spelling."""
    return names_from(book, wordings_of(book))


def wordings_of(book: Book) -> Wordings:
    groups = groups_of(book)
    said: Wordings = {}
    for row in book.cells.values() if groups else ():
        for group in groups.intersection(row):
            count_wording(said, row[group], 1)
    return said


def groups_of(book: Book) -> set[str]:
    """The groups, and the bodies whose name in the directory ends in their level."""
    return {a.id for a in book.agencies.values() if a.kind is AgencyKind.GROUP or _LEVEL.search(a.name)}


def count_wording(said: Wordings, cell: Assignment, times: int) -> None:
    """One place of the plan more, or less, that writes a group so."""
    if cell.written:
        key = cell.agency, cell.written
        said[key] = said.get(key, 0) + times


def names_from(book: Book, said: Wordings) -> dict[str, Agency]:
    """``names_in_plan`` where the wordings are counted already."""
    counted: dict[str, Counter[str]] = {}
    for (group, written), times in said.items():
        agency = book.agencies.get(group)
        if times > 0 and agency is not None and not _named_by_clerk(agency):
            counted.setdefault(group, Counter())[_spoken(written)] += times
    found = {group: _named(agency, name) for group, counts in counted.items() for agency in (book.agencies[group],)
             if (name := _usual_wording(agency, counts) if agency.kind is AgencyKind.GROUP else _placed_wording(agency, counts))}
    named: dict[str, list[str]] = {}
    for agency_id, agency in book.agencies.items() if found else ():
        named.setdefault(words(found.get(agency_id, agency).name), []).append(agency_id)
    return {group: agency for group, agency in found.items() if _alone(book, group, named[words(agency.name)])}


def _alone(book: Book, group: str, alike: list[str]) -> bool:
    """Whether no other body of this name has work: no two columns of one name."""
    others = [a for a in alike if a != group]
    return not others or all(row.keys().isdisjoint(others) for row in book.cells.values())


def _named_by_clerk(agency: Agency) -> bool:
    """Whether a person has named the group: then it is called so. Known groups ship with the program or were made by hand."""
    return agency.known and _shipped_names().get(agency.id, ("", ""))[0] != agency.name


@lru_cache(maxsize=1)
def _shipped_names() -> dict[str, tuple[str, str]]:
    return {a.id: (a.name, a.short) for a in shipped().agencies}


@lru_cache(maxsize=4096)
def _spoken(written: str) -> str:
    """The words as they stand in a sentence: "UBND CÁC XÃ, PHƯỜNG" is a heading."""
    name = " ".join(written.split()).strip(" ,;:.")
    return " ".join(w if w in ("UBND", "HĐND", "MTTQ") else w.lower() for w in name.split()) if name.isupper() and " " in name else name


def _usual_wording(agency: Agency, said: Counter[str]) -> str:
    """The wording that at least half of the places have, "" where that is the directory's. Only wordings count that by themselves mean
    this group: where a person has said that other words mean it, the group's own name is what he wants to read."""
    key = group_of(agency.name)
    alike: dict[str, Counter[str]] = {}
    for wording, times in said.items():
        if group_of(wording) == key:
            alike.setdefault(_folded(wording), Counter())[wording] += times
    own = _folded(agency.name)
    # of equal ones the longest, whatever the order in which they came
    best = max(alike.values(), key=lambda spelt: (spelt.total(), max(map(len, spelt)), min(spelt)), default=None)
    if best is None or alike.get(own, Counter()).total() == best.total():
        return ""
    usual = 2 * best.total() >= sum(spelt.total() for spelt in alike.values())
    foreign = not agency.known and own not in alike  # made of another plan's words
    return max(best.items(), key=lambda item: (item[1], item[0]))[0] if usual or foreign else ""


def _placed_wording(agency: Agency, said: Counter[str]) -> str:
    """The wording with the body's place that at least half of the places have, "" where there is none."""
    placed = Counter({wording: times for wording, times in said.items() if _says_place(agency.name, wording)})
    if 2 * placed.total() < said.total() or not placed:
        return ""
    return max(placed.items(), key=lambda item: (item[1], len(item[0]), item[0]))[0]


def _says_place(name: str, wording: str) -> bool:
    """Whether a wording is the whole name with the name of a place for the level: "Công ty Điện lực Thạch Lâm" of "Điện lực tỉnh"."""
    body = words(_LEVEL.sub("", name)).split()
    spoken = wording.split()
    folded = words(wording).split()
    if len(spoken) != len(folded) or "&" in wording:
        return False
    starts = [n for n in range(len(folded) - len(body)) if folded[n:n + len(body)] == body]
    rest = spoken[starts[0] + len(body):] if starts else []
    return bool(rest) and all(word[:1].isupper() and not word.isupper() for word in rest)


def _folded(wording: str) -> str:
    return wording.casefold().removeprefix("các ")


def _named(agency: Agency, name: str) -> Agency:
    own_short = agency.short not in {"", short_of(agency.name), _shipped_names().get(agency.id, ("", ""))[1]}  # typed by the clerk
    return replace(agency, name=name, short=agency.short if own_short else short_of(name),
                   aliases=(agency.name, *(a for a in agency.aliases if a != agency.name)))
