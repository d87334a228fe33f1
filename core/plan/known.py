"""Names that the document itself bounds - whole cells, headings, labels, what stands before "chủ trì" - told apart elsewhere by them.

Vietnamese does not mark where a name ends: "Cục Nhà giáo và Cán bộ quản lý giáo dục đánh giá …" could stop at three places. Where the
same document sets the name alone, and more than once, it has said where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from core.fold import words
from core.markers import label_of, read_marker
from core.model import PlanText
from core.plan.heads import head_at
from core.plan.tokens import Token, tokens_of, two_at
from core.plan.words import FIELD_HEADS

_LONGEST = 18  # tokens of a name
_MOST = 3000  # names of one document
_LINE = 240  # characters of a line that may be nothing but names


class KnownNames:
    """Names as rows of folded words, found at a place of a text."""

    def __init__(self, names: Iterable[Sequence[str]] = ()) -> None:
        self._by_first: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            self._by_first.setdefault(name[0], set()).add(tuple(name))

    def at(self, tokens: Sequence[Token], i: int) -> int:
        """How many tokens from ``i`` are the longest known name (0: none)."""
        found = self._by_first.get(tokens[i].key)
        if not found:
            return 0
        row = tuple(t.key for t in tokens[i : i + _LONGEST])
        return max((len(name) for name in found if row[: len(name)] == name), default=0)


_NONE = KnownNames()
_known: ContextVar[KnownNames] = ContextVar("names that the plan being read bounds", default=_NONE)


def known_at(tokens: Sequence[Token], i: int) -> int:
    """How many tokens from ``i`` are a name that the plan being read bounds elsewhere."""
    return _known.get().at(tokens, i) if i < len(tokens) else 0


def known_alone(name: str) -> bool:
    """Whether the plan being read bounds just this name somewhere."""
    tokens = tokens_of(name)
    return bool(tokens) and known_at(tokens, 0) == len(tokens)


@contextmanager
def names_of(text: PlanText) -> Iterator[None]:
    """While it lasts, the names that ``text`` bounds are known."""
    before = _known.set(gather(text))
    try:
        yield
    finally:
        _known.reset(before)


def gather(text: PlanText) -> KnownNames:
    """The names that stand alone somewhere in the document and at least once more."""
    found: dict[str, tuple[str, ...]] = {}
    for paragraph in text.paragraphs:
        line = paragraph.span.of(text.text)
        if len(line) > _LINE and paragraph.cell is None:
            line = line[:_LINE].partition(" chủ trì")[0] if " chủ trì" in line[:_LINE] else ""
        if line and len(found) < _MOST:
            for part in _parts(line, paragraph.cell is not None):
                tokens = tokens_of(part)
                if _names_one(tokens):
                    found.setdefault(words(part), tuple(t.key for t in tokens))
    for match in _SHORT.finditer(text.text):
        before = tokens_of(re.split(r"[.;:()\n]", text.text[max(0, match.start() - 100) : match.start()])[-1])
        if any(token.capital and head_at(before, k)[1] for k, token in enumerate(before)):
            found.setdefault(words(match[1]), tuple(t.key for t in tokens_of(match[1])))
    whole = f" {words(text.text)} "
    return KnownNames(row for name, row in found.items() if whole.count(f" {name} ") >= 2)


# "Ban Quản lý dự án các công trình điện miền Trung (CPMB)", "(sau đây gọi tắt là CPMB)"
_SHORT = re.compile(r"\((?:sau đây )?(?:(?:gọi|viết) tắt là[: ]{1,2})?([A-ZĐ][A-ZĐ0-9&-]{2,9})\)")
_ROLE = re.compile(r"[,(]?\s*\b(?:là|chủ trì|chịu trách nhiệm|có trách nhiệm|phối hợp)\b.*$", re.IGNORECASE | re.DOTALL)


def _parts(line: str, cell: bool) -> Iterator[str]:
    """The pieces of a line that are one name each if they are names at all."""
    marker = read_marker(line)
    start = marker.length if marker else 0
    label = label_of(line)
    if label is not None:
        start = label.start
    rest = line[start:].strip()
    if not cell and label is None:
        role = _ROLE.search(rest)
        if role is None and rest[-1:] in ".;,":
            return  # a sentence
        rest = rest[: role.start()] if role else rest
    for part in re.split(r"[;\n]", rest):
        pieces = re.split(r",\s+(?=[A-ZĐÀ-Ỹ])|\s+và\s+(?=[A-ZĐÀ-Ỹ])", part.strip(" .:"))
        if len(pieces) > 1 and all(head_at(tokens_of(p), 0)[1] for p in pieces):
            yield from pieces  # "Sở A, Cục B và C" are several where each opens with a head of its own
        else:
            yield part.strip(" .:")


def _names_one(tokens: Sequence[Token]) -> bool:
    """Whether the tokens, which stand alone, may be one name: a head opens it, more than the head follows, and no second one."""
    n = head_at(tokens, 0)[1] if tokens else 0
    if not n or not n < len(tokens) <= _LONGEST or not tokens[0].capital or not tokens[n].word:
        return False
    if any(not t.word and t.text not in ",-–&" for t in tokens) or any(two_at(tokens, k) in _ROLE_WORDS for k in range(len(tokens))):
        return False
    if any(t.capital and t.low in FIELD_HEADS and head_at(tokens, n + k)[1] for k, t in enumerate(tokens[n:])):
        return False  # two names that no sign parts
    return not any(
        k > n and (tokens[k - 1].text == "," or tokens[k - 1].low == "và") and (head_at(tokens, k)[1] or tokens[k].low in ("các", "những"))
        for k in range(len(tokens))
    )


_ROLE_WORDS = frozenset({"chu tri", "phoi hop", "co trach", "chiu trach"})
