"""What a plan itself calls its groups of agencies, where the directory has other words for the same group.

"UBND các huyện, thành phố" in a plan of a province without towns is "UBND các huyện, thị xã, thành phố" in the directory: one group, but
on paper the plan's own words must stand. A single agency keeps its full proper name from the directory.
"""
from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import replace
from functools import lru_cache

from core.agencies import shipped
from core.book import Book
from core.fold import words
from core.model import Agency, AgencyKind
from core.naming import group_of, short_of


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
    said = _said(book)
    found = {group: _named(book.agencies[group], name) for group, counted in said.items()
             if (name := _usual_wording(book.agencies[group], counted))}
    working = {agency for row in book.cells.values() for agency in row}
    taken = Counter(words(found.get(a, book.agencies[a]).name) for a in working & set(book.agencies))
    return {group: agency for group, agency in found.items() if taken[words(agency.name)] == 1}  # no two columns of one name


def _said(book: Book) -> dict[str, Counter[str]]:
    """How often the plan writes each group how, in the order of its tasks."""
    groups = {a.id for a in book.agencies.values() if a.kind is AgencyKind.GROUP and not _named_by_clerk(a)}
    found: dict[str, Counter[str]] = {}
    for task in book.task_ids() if groups else ():
        cells = book.cells.get(task)
        for group in groups.intersection(cells) if cells else ():
            written = cells[group].written if cells else ""
            if written:
                found.setdefault(group, Counter())[_spoken(written)] += 1
    return found


@lru_cache(maxsize=4096)
def _spoken(written: str) -> str:
    """The words as they stand in a sentence: "UBND CÁC XÃ, PHƯỜNG" is a heading."""
    name = " ".join(written.split()).strip(" ,;:.")
    return " ".join(w if w in ("UBND", "HĐND", "MTTQ") else w.lower() for w in name.split()) if name.isupper() and " " in name else name


def _named_by_clerk(agency: Agency) -> bool:
    """Whether a person has named the group: then it is called so. Known groups ship with the program or were made by hand."""
    return agency.known and _shipped_names().get(agency.id, ("", ""))[0] != agency.name


@lru_cache(maxsize=1)
def _shipped_names() -> dict[str, tuple[str, str]]:
    return {a.id: (a.name, a.short) for a in shipped().agencies if a.kind is AgencyKind.GROUP}


def _usual_wording(agency: Agency, said: Counter[str]) -> str:
    """The wording that at least half of the places have, "" where that is the directory's. Only wordings count that by themselves mean
    this group: where a person has said that other words mean it, the group's own name is what he wants to read."""
    key = group_of(agency.name)
    alike: dict[str, Counter[str]] = {}
    for wording, times in said.items():
        if group_of(wording) == key:
            alike.setdefault(_folded(wording), Counter())[wording] += times
    own = _folded(agency.name)
    best = max(alike.values(), key=Counter.total, default=None)  # of equal ones the first in the plan
    if best is None or alike.get(own, Counter()).total() == best.total():
        return ""
    usual = 2 * best.total() >= sum(spelt.total() for spelt in alike.values())
    foreign = not agency.known and own not in alike  # made of another plan's words
    return best.most_common(1)[0][0] if usual or foreign else ""


def _folded(wording: str) -> str:
    return wording.casefold().removeprefix("các ")


def _named(agency: Agency, name: str) -> Agency:
    own_short = agency.short not in {"", short_of(agency.name), _shipped_names().get(agency.id, ("", ""))[1]}  # typed by the clerk
    return replace(agency, name=name, short=agency.short if own_short else short_of(name),
                   aliases=(agency.name, *(a for a in agency.aliases if a != agency.name)))
