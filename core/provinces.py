"""Provinces and cities under the centre, before and after the mergers of 2025, from the dated data file resources/words/provinces.json."""
from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from core.fold import words

WORDS = Path(__file__).resolve().parent.parent / "resources" / "words"


@dataclass(frozen=True, slots=True)
class Province:
    """One province or city. ``into`` is the one that it became part of (its own name where only its rank changed)."""

    name: str
    unit: str
    valid_from: date | None = None
    valid_to: date | None = None
    into: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """"tỉnh Sơn La", "thành phố Huế"."""
        return f"{self.unit} {self.name}"

    def exists(self, on: date | None) -> bool:
        """Whether it exists on that day; True where the day is not known."""
        return on is None or ((self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def provinces() -> tuple[Province, ...]:
    rows = json.loads((WORDS / "provinces.json").read_text(encoding="utf-8"))["provinces"]
    return tuple(Province(row["name"], row["unit"], _day(row.get("from")), _day(row.get("to")), row.get("into"),
                          tuple(row.get("aliases", ()))) for row in rows)


@cache
def _by_words() -> dict[str, tuple[Province, ...]]:
    found: dict[str, tuple[Province, ...]] = {}
    for province in provinces():
        for name in (province.name, *province.aliases):
            found[words(name)] = (*found.get(words(name), ()), province)
    return found


def province_names(on: date | None = None) -> tuple[str, ...]:
    """Names of the provinces that exist on a day (all that ever did where no day is given), without double entries."""
    return tuple(dict.fromkeys(p.name for p in provinces() if p.exists(on)))


def province_of(name: str, on: date | None = None) -> Province | None:
    """The province of a name with or without "tỉnh" / "thành phố" / "TP", marks and case not counting."""
    key = words(name)
    for head in ("tinh ", "thanh pho ", "tp "):
        key = key.removeprefix(head)
    found = _by_words().get(key, ())
    return next((p for p in found if p.exists(on)), found[0] if found else None)


def successor(name: str, on: date) -> Province | None:
    """The province that the named one belongs to on that day; itself where it still exists."""
    seen: set[Province] = set()
    province = province_of(name, on)
    while province is not None and not province.exists(on) and province not in seen and province.into:
        seen.add(province)
        province = province_of(province.into, on)
    return province
