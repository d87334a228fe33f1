"""Lines that only say who does what stands above them, without a label: "Vụ A chủ trì; Cục B phối hợp; quý IV/2026."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.model import Deadline, Mention, Role
from core.plan.deadlines import read_cell
from core.plan.lists import read_list
from core.plan.roles import mentions
from core.plan.shared import Name
from core.plan.tokens import Token, low_at, tokens_of, two_at
from core.plan.when import Atom, atoms, flat

_LONGEST = 420  # characters
_LEADS = frozenset({"chu tri", "thuc hien", "phu trach", "chiu trach", "dam nhiem", "dam nhan", "lam dau", "dau moi", "to chuc"})
_COOPS = frozenset({"phoi hop", "tham gia", "ho tro", "cung thuc", "cung phoi", "cung tham"})
_ROLE_TAILS = frozenset({"thực", "hiện", "tham", "mưu", "chính", "trách", "nhiệm", "đầu", "mối", "chủ", "trì", "gia", "phối", "hợp",
                         "triển", "khai"})
_TIME_WORDS = frozenset(
    {"trước", "trong", "xong", "hoàn", "thành", "từ", "đến", "vào", "hết", "chậm", "nhất", "thời", "gian", "hạn", "là", "ngày", "cuối",
     "đầu"}
)
_LINKS = frozenset({"và", "là", "cơ", "quan", "đơn", "vị", "giao", "do", "với", "cùng", "đồng"})


@dataclass(frozen=True, slots=True)
class RoleLine:
    """The agencies of a line, in the places of that line; ``time``: the range of its words of time, None without any."""

    leads: tuple[Name, ...]
    coops: tuple[Name, ...]
    time: tuple[int, int] | None


@lru_cache(maxsize=512)
def role_line(text: str) -> RoleLine | None:
    """What a line says that holds nothing but names, role words and a time; None for every other text."""
    if len(text) > _LONGEST or text.rstrip().endswith(":"):
        return None
    tokens = tokens_of(text)
    if not any(two_at(tokens, i) in _LEADS or two_at(tokens, i) in _COOPS for i in range(len(tokens))):
        return None
    return _Reader(text, tokens).read()


def roles_of(line: RoleLine, offset: int) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    return mentions(line.leads, Role.LEAD, offset), mentions(line.coops, Role.COOP, offset)


class _Reader:
    """Reads a line from left to right; gives up at the first word that is neither name nor role nor time."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text, self._tokens = text, tokens
        self._times: list[Atom] = list(atoms(flat(text)))
        self._waiting: list[Name] = []
        self._leads: list[Name] = []
        self._coops: list[Name] = []
        self._ahead = ""  # a role word that stood before its names
        self._time: tuple[int, int] | None = None

    def read(self) -> RoleLine | None:
        i, said = 0, False
        while i < len(self._tokens):
            token = self._tokens[i]
            end = self._time_at(i)
            if end:
                i = end
            elif not token.word:
                i += 1
            elif (step := self._role(i)) is not None:
                said, i = True, step
            elif token.low in _LINKS:
                i += 1
            else:
                found = read_list(self._text, self._tokens, i)
                if not found.names:
                    return None
                self._take(found.names)
                i = found.after
        if self._waiting and not self._leads:
            self._leads, self._waiting = self._waiting, []
        if not said or self._waiting or not self._leads:
            return None
        return RoleLine(tuple(self._leads), tuple(self._coops), self._time)

    def _take(self, names: Sequence[Name]) -> None:
        if self._ahead:
            (self._leads if self._ahead == "lead" else self._coops).extend(names)
            self._ahead = ""
        else:
            self._waiting += names

    def _role(self, i: int) -> int | None:
        """Behind the role word at ``i``, its names settled; None where none stands there."""
        pair = two_at(self._tokens, i)
        if pair not in _LEADS and pair not in _COOPS:
            return None
        j = i + 2
        while low_at(self._tokens, j) in _ROLE_TAILS:
            j += 1
        behind = read_list(self._text, self._tokens, j + (low_at(self._tokens, j) in ("với", "cùng", ":"))).names
        if pair in _COOPS and behind and low_at(self._tokens, j) not in (",", ";"):
            self._leads += self._waiting
            self._ahead = "coop"
        elif not self._waiting and behind:
            self._ahead = "lead" if pair in _LEADS else "coop"
        else:
            (self._leads if pair in _LEADS else self._coops).extend(self._waiting)
        self._waiting = []
        return j

    def _time_at(self, i: int) -> int:
        """Behind the words of time at token ``i``; 0 where none stand there."""
        j = i
        while low_at(self._tokens, j) in _TIME_WORDS:
            j += 1
        start = self._tokens[i].start
        for atom in self._times:
            if (j < len(self._tokens) and atom.start <= self._tokens[j].start < atom.end) or (atom.start <= start < atom.end):
                end = next((k for k in range(i, len(self._tokens)) if self._tokens[k].start >= atom.end), len(self._tokens))
                self._time = (self._time[0] if self._time else start, atom.end)
                return max(end, i + 1)
        years = [t.text for t in self._tokens[i : i + 3]]
        if len(years) == 3 and years[0].isdigit() and len(years[0]) == 4 and years[1] in "-–" and years[2].isdigit():
            self._time = (self._time[0] if self._time else start, self._tokens[i + 2].end)
            return i + 3
        return 0


def deadlines_of(line: RoleLine, text: str, offset: int) -> list[Deadline]:
    return [] if line.time is None else list(read_cell(text[line.time[0] : line.time[1]], offset + line.time[0]))
