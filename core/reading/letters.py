"""What a reading did to letters of old sets (TCVN3, VNI, Windows-1258), counted in words with an example, or kept as the file has them."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from core.model import PlanText, Repair

NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "cp1258": "Windows-1258"}
KEPT = "kept-"  # before the name of a set: its words were left as the file has them
_CHANGED = "Đã đổi chữ {name} sang Unicode: {count} chữ."
_LEFT = "Giữ nguyên chữ gốc: {count} chữ có vẻ viết bằng bảng mã {name} không đổi sang Unicode."
_ENOUGH = 24  # letters that make an example worth reading
_MOST_WORDS = 9


@dataclass(slots=True)
class Letters:
    """The account of one reading. ``keep``: nothing is changed, only what would have been is counted."""

    keep: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    examples: dict[str, tuple[str, str]] = field(default_factory=dict)

    def note(self, kind: str, before: str, after: str) -> None:
        old, new = before.split(), after.split()
        changed = [k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b] if len(old) == len(new) else list(range(len(old)))
        self.counts[kind] = self.counts.get(kind, 0) + len(changed)
        if changed and len(old) == len(new) and len(self.examples.get(kind, ("",))[0]) < _ENOUGH:
            self._add_example(kind, before, after)

    def _add_example(self, kind: str, before: str, after: str) -> None:
        """Some words of the first line that changed; words of a PDF come one by one and are put together."""
        for old, new in zip(before.split("\n"), after.split("\n"), strict=False):
            if old != new:
                known = self.examples.get(kind, ("", ""))
                first = max(0, next((k for k, (a, b) in enumerate(zip(old.split(), new.split(), strict=False)) if a != b), 0) - 1)
                parts = [" ".join(words.split()[first:first + _MOST_WORDS])[:80] for words in (old, new)]
                self.examples[kind] = (f"{known[0]} {parts[0]}".strip(), f"{known[1]} {parts[1]}".strip())
                return

    def repairs(self) -> Iterator[Repair]:
        for kind, count in self.counts.items():
            words = (_LEFT if self.keep else _CHANGED).format(count=f"{count:,}".replace(",", "."), name=NAMES[kind])
            yield Repair(KEPT + kind if self.keep else kind, count, words, *self.examples.get(kind, ("", "")))


_reading: ContextVar[Letters | None] = ContextVar("reading", default=None)


@contextmanager
def accounted(keep: bool) -> Iterator[Letters]:
    """While it lasts, ``exchange`` counts, and with ``keep`` changes nothing."""
    made = Letters(keep)
    token = _reading.set(made)
    try:
        yield made
    finally:
        _reading.reset(token)


def exchange(kind: str, before: str, after: str) -> str:
    """The text that goes on where ``before`` in the set ``kind`` reads ``after`` in Unicode."""
    now = _reading.get()
    if now is None or before == after:
        return after
    now.note(kind, before, after)
    return before if now.keep else after


def kept_any() -> bool:
    """Whether this reading has left letters as they are: their look need not be asked about again."""
    now = _reading.get()
    return now is not None and now.keep and bool(now.counts)


def with_account(text: PlanText, letters: Letters) -> PlanText:
    """The text with the account of its letters before its other repairs."""
    rest = (r for r in text.repairs if r.kind not in NAMES)
    return replace(text, repairs=(*letters.repairs(), *rest))


def letters_of(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """The repairs that a person can take back, or have made after all."""
    return tuple(r for r in repairs if r.kind.removeprefix(KEPT) in NAMES)


def are_kept(repairs: Iterable[Repair]) -> bool:
    return any(r.kind.startswith(KEPT) for r in repairs)
