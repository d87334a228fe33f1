"""The directory: which agency a written name means, which group a collective phrase stands for, and who belongs to it."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.fold import tone_key, words
from core.model import Agency, AgencyKind


@dataclass(frozen=True, slots=True)
class Match:
    """The agency that a written name means (None: not known), how sure (0..1) and the near ones, best first."""

    agency: Agency | None
    score: float = 0.0
    near: tuple[Agency, ...] = ()


class Directory:
    """The agencies and groups known so far, found by any way of writing their names."""

    def __init__(self, agencies: Iterable[Agency] = ()) -> None:
        self.agencies = tuple(agencies)
        self._by_key = {words(name): a for a in self.agencies for name in (a.name, *a.aliases)}

    def key(self, name: str, *, province: str | None = None) -> str:
        """What two ways of writing one name have in common."""
        return words(tone_key(name))

    def find(self, name: str, *, province: str | None = None, on: date | None = None) -> Match:
        """The agency that ``name`` means in a plan of this province and day."""
        agency = self._by_key.get(self.key(name))
        return Match(agency, 1.0 if agency else 0.0)

    def make(self, name: str, agency_id: str, *, province: str | None = None) -> Agency:
        """A new agency for a name that the directory does not know; its kind is read off the name."""
        return Agency(agency_id, name, kind=AgencyKind.OTHER, known=False)

    def propose_members(self, group: Agency, *, on: date | None = None) -> tuple[str, ...]:
        """Ids of the agencies of the directory that the group's words cover; () where the agency is no group."""
        return ()


def shipped() -> Directory:
    """The directory that comes with the program (resources/words)."""
    return Directory(())
