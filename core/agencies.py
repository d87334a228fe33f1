"""The directory: which agency a written name means, which group a collective phrase stands for, and who belongs to it."""
from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from core.fold import words
from core.model import Agency, AgencyKind
from core.naming import bare_of, base_of, group_of, kind_of, own_place, plain, short_of
from core.provinces import WORDS

SURE = 0.90  # the likeness (0..1) from which a misspelt name is taken for a known one: tests/core/test_agencies.py measures it
MARGIN = 0.04  # by how much the best must lead: "Thinh ủy" lies between Tỉnh ủy and Thành ủy
NEAR = 0.82  # from here a known name is shown as a possible one


@dataclass(frozen=True, slots=True)
class Match:
    """The agency that a written name means (None: not known), how sure (0..1) and the near ones, best first.

    For a body that no longer exists on the day of the plan, ``near`` holds the bodies that took over its work.
    """

    agency: Agency | None
    score: float = 0.0
    near: tuple[Agency, ...] = ()


class Directory:
    """The agencies and groups known so far, found by any way of writing their names."""

    def __init__(self, agencies: Iterable[Agency] = ()) -> None:
        self.agencies = tuple(agencies)
        self._by_base: dict[str, list[tuple[str, Agency]]] = {}
        self._groups: dict[str, Agency] = {}
        self._found: dict[tuple[str, str | None, date | None], Match] = {}
        self._joined: dict[str, str] | None = None
        self._vocabulary: set[str] | None = None
        self._finder: list[_Entry] | None = None
        for agency in self.agencies:
            self._enter(agency)

    def _enter(self, agency: Agency) -> None:
        for name in (agency.name, *agency.aliases):
            if agency.kind is AgencyKind.GROUP and (group := group_of(name)) is not None:
                self._groups.setdefault(group, agency)
            base, unit = base_of(name)
            self._by_base.setdefault(base, []).append((unit or unit_of(agency.name), agency))

    def key(self, name: str, *, province: str | None = None) -> str:
        """What two ways of writing one name have in common; the same on every machine."""
        group = group_of(name)
        if group is not None:
            return group
        base, unit = base_of(name, province)
        return f"{base} {unit}".strip()

    def find(self, name: str, *, province: str | None = None, on: date | None = None) -> Match:
        """The agency that ``name`` means in a plan of this province and day; ``agency`` is None rather than a guess."""
        wanted = (name, province, on)
        if wanted not in self._found:
            self._found[wanted] = self._find(name, province, on)
        return self._found[wanted]

    def _find(self, name: str, province: str | None, on: date | None) -> Match:
        group = group_of(name)
        if group is not None:
            known = self._groups.get(group)
            return Match(known, 1.0 if known else 0.0)
        base, unit = base_of(name, province)
        unit = unit or own_place(province)[0]
        agency = self._known(base, unit, on)
        if agency is None:
            bare = bare_of(name, province)
            agency = self._known(bare, unit, on) if bare else None
        if agency is not None:
            return Match(agency, 1.0, self._successors(agency, unit, on))
        return self._alike(base, unit, on) if base else Match(None)

    def _known(self, base: str, unit: str, on: date | None) -> Agency | None:
        """Among the bodies of this name: of the plan's unit first, then those that exist on that day, then in the directory's order."""
        found = self._by_base.get(base, ())
        ranked = sorted(found, key=lambda pair: (pair[0] not in {unit, ""}, pair[0] == "thanh pho" and not unit, not exists(pair[1], on)))
        return ranked[0][1] if ranked else None

    def _successors(self, agency: Agency, unit: str, on: date | None) -> tuple[Agency, ...]:
        if exists(agency, on):
            return ()
        found = (self._known(base_of(name)[0], unit, on) for name in agency.successors)
        return tuple(a for a in found if a is not None)

    # ------------------------------------------------------------ misspelt names

    def _alike(self, base: str, unit: str, on: date | None) -> Match:
        """A misspelt name, or the near ones. Words that occur in other names are no misspelling ("Nội vụ" is not "Ngoại vụ")."""
        from rapidfuzz import fuzz, process

        if self._joined is None or self._vocabulary is None:
            self._joined = {known.replace(" ", ""): known for known in self._by_base}
            self._vocabulary = {word for known in self._by_base for word in known.split()}
        if _NUMBERED.sub("", base) != base and _NUMBERED.sub("", base) in self._by_base:
            return Match(None)  # "khu vực 9" is one of the bodies called "khu vực", and a known one by its number only
        whole = self._joined.get(base.replace(" ", ""))
        if whole is not None:
            return Match(self._known(whole, unit, on), 0.99)
        close = process.extract(base, self._by_base.keys(), scorer=fuzz.ratio, limit=6, score_cutoff=NEAR * 100)
        near = [(known, score / 100) for known, score, _ in close if self._may_be(base, known)]
        agencies = [self._known(known, unit, on) for known, _ in near]
        rivals = [score for agency, (_, score) in zip(agencies, near, strict=True) if agency is not agencies[0]]
        clear = bool(near) and near[0][1] >= SURE and near[0][1] - max(rivals, default=0.0) >= MARGIN
        if clear and _misspells(base, near[0][0], self._vocabulary):
            return Match(agencies[0], round(near[0][1], 3))
        return Match(None, round(near[0][1], 3) if near else 0.0, tuple(dict.fromkeys(a for a in agencies if a is not None))[:3])

    def _may_be(self, base: str, known: str) -> bool:
        """One body is no group, and a commune is no province."""
        kinds = {agency.kind for _, agency in self._by_base[known]}
        return len(known) > 5 and kinds != {AgencyKind.GROUP} and not _LOCAL.search(base)

    # ------------------------------------------------------------ new ones, groups, lists

    def make(self, name: str, agency_id: str, *, province: str | None = None) -> Agency:
        """A new agency (or group) for a name that the directory does not know; its kind is read off the name."""
        shown = " ".join(name.split()).strip(" ,;:.")
        kind = kind_of(shown)
        if kind is AgencyKind.GROUP and shown[:1].isupper() and not shown[:4].isupper():
            shown = shown[:1].lower() + shown[1:]
        return Agency(agency_id, shown or name, short_of(shown or name), kind, known=False)

    def propose_members(self, group: Agency, *, on: date | None = None, province: str | None = None) -> tuple[str, ...]:
        """Ids of the agencies of the directory that the group's words cover; () where the agency is no group, or where its words
        ("liên quan") leave open who is meant."""
        covered = set((group_of(group.name) or "").removeprefix("@").split("+"))
        if group.kind is not AgencyKind.GROUP or "lienquan" in covered:
            return ()
        unit = own_place(province)[0] or "tinh"
        return tuple(a.id for a in self.agencies if a.id != group.id and exists(a, on) and unit_of(a.name) in {unit, ""} and _covered(a,
                                                                                                                                      covered))

    def suggest(self, text: str, limit: int = 12) -> tuple[Agency, ...]:
        """Agencies for a completer, best first: an abbreviation, the beginning of a name, of its words, then anywhere inside."""
        wanted = words(text.replace("&", " "))
        if not wanted:
            return self.agencies[:limit]
        if self._finder is None:
            self._finder = [_Entry.of(agency) for agency in self.agencies]
        ranked = [(rank, number, entry.agency) for number, entry in enumerate(self._finder) if (rank := entry.rank(wanted)) is not None]
        return tuple(agency for _, _, agency in sorted(ranked, key=lambda row: row[:2])[:limit])


_LOCAL = re.compile(r"\b(?:huyen|thi xa|quan(?! su| ly| khu| doi| chung)|xa(?! hoi)|phuong|thi tran|dac khu)\b")
_NUMBERED = re.compile(r" (?:so )?(?:\d{1,3}|[ivx]{1,5})$")


def exists(agency: Agency, on: date | None) -> bool:
    """Whether a body of this name exists on that day; without a day, whether it still does."""
    if on is None:
        return agency.valid_to is None
    return (agency.valid_from is None or agency.valid_from <= on) and (agency.valid_to is None or on <= agency.valid_to)


def unit_of(name: str) -> str:
    """"tinh" or "thanh pho" for a name that only a province or only a city uses, else ""."""
    folded = plain(name)
    for unit, marks in (("tinh", (" tinh uy", " tinh doan")), ("thanh pho", (" thanh uy", " thanh doan"))):
        if f" {folded}".endswith(f" {unit}") or any(mark in f" {folded}" for mark in marks):
            return unit
    return ""


def _misspells(written: str, known: str, vocabulary: set[str]) -> bool:
    """The words that differ are few, of one beginning at the head, and not words of other names."""
    mine, theirs = written.split(), known.split()
    if mine[:1] != theirs[:1] or abs(len(mine) - len(theirs)) > 1:
        return False
    strange = [word for word in mine if word not in theirs]
    missing = [word for word in theirs if word not in mine]
    return 0 < len(strange) <= 2 and len(missing) <= 2 and not any(w in vocabulary or len(w) < 2 for w in strange)


def _covered(agency: Agency, covers: set[str]) -> bool:
    base = plain(agency.name)
    return (("nganh" in covers and agency.kind is AgencyKind.PROVINCIAL and agency.known
             and base.startswith(("so ", "thanh tra", "van phong uy ban nhan dan")) and "không phải tỉnh nào cũng có" not in agency.note)
            or ("bo" in covers and agency.kind is AgencyKind.CENTRAL and base.startswith("bo "))
            or ("doanthe" in covers and agency.kind is AgencyKind.MASS and base.startswith(_UNIONS)))


_UNIONS = ("uy ban mat tran", "lien doan lao dong", "hoi lien hiep phu nu", "hoi nong dan", "hoi cuu chien binh", "tinh doan", "thanh doan")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An agency with the folded forms that a completer looks through."""

    agency: Agency
    name: str
    codes: tuple[str, ...]

    @classmethod
    def of(cls, agency: Agency) -> _Entry:
        folded = words(agency.name)
        initials = "".join(word[0] for word in folded.split() if word != "va")
        return cls(agency, folded, (*(words(a).replace(" ", "") for a in (agency.short, *agency.aliases)), initials))

    def rank(self, wanted: str) -> int | None:
        joined = wanted.replace(" ", "")
        if joined in self.codes:
            return 0
        if self.name.startswith(wanted):
            return 1
        if any(code.startswith(joined) for code in self.codes):
            return 2
        if f" {wanted}" in self.name:
            return 3
        parts = self.name.split()
        if all(any(part.startswith(w) for part in parts) for w in wanted.split()):
            return 4
        return 5 if wanted in self.name else None


# ---------------------------------------------------------------- what ships


def id_of(name: str, valid_from: date | None = None) -> str:
    """The id of a shipped agency: the same on every machine and in every version that keeps the name."""
    return hashlib.sha256(f"{name}|{valid_from or ''}".encode()).hexdigest()[:16]


@cache
def shipped() -> Directory:
    """The directory that comes with the program (resources/words): provincial bodies for provinces and for cities, central ones, groups."""
    made: list[Agency] = []
    for row in _rows("agencies-province.json", "agencies"):
        agency = _agency(row)
        made.append(agency)
        twin = _for_city(agency)
        if twin.name != agency.name:
            made.append(twin)
    made += [_agency(row) for row in _rows("agencies-central.json", "agencies")]
    made += [_agency(row | {"kind": "group"}) for row in _rows("groups.json", "groups")]
    return Directory(made)


def _rows(file: str, key: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((WORDS / file).read_text(encoding="utf-8"))[key]
    return rows


def _agency(row: dict[str, Any]) -> Agency:
    first, last = (date.fromisoformat(row[k]) if k in row else None for k in ("from", "to"))
    note = row.get("note", "")
    if row.get("everywhere") is False:
        note = f"{note} Là cơ quan không phải tỉnh nào cũng có.".strip()
    return Agency(id_of(row["name"], first), row["name"], row.get("short", ""), AgencyKind(row["kind"]), tuple(row.get("aliases", ())),
                  first, last, tuple(row.get("successors", ())), note=note)


def _for_city(agency: Agency) -> Agency:
    """The body of the same kind in a city under the centre ("Công an thành phố", "Thành ủy")."""
    name = _city(agency.name)
    return replace(agency, id=id_of(name, agency.valid_from), name=name, short=_city(agency.short),
                   aliases=tuple(_city(a) for a in agency.aliases),
                   successors=tuple(_city(s) for s in agency.successors))


def _city(text: str) -> str:
    text = text.replace("Tỉnh ủy", "Thành ủy").replace("Tỉnh đoàn", "Thành đoàn")
    return text.removesuffix(" tỉnh") + (" thành phố" if text.endswith(" tỉnh") else "")
