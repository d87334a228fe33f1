"""Text as tokens, and phrases found among them; all in one pass from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.fold import fold, tone_key

_TOKEN = re.compile(r"[^\W_]+(?:[&/][^\W_]+|,[A-ZĐ]{2,9}(?=[&,]))*|[^\w\s]|_")  # "VH,TT&DL" is one word


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign: ``low`` in lower case with marks in the old tone style, ``key`` folded; ``word``: not a sign;
    ``capital``: it begins with one."""

    text: str
    low: str
    key: str
    start: int
    end: int
    word: bool
    capital: bool


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text; the last texts are kept, as roles, deadlines and doubts ask for the same ones."""
    return _tokens(text)


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(m[0], *_forms(m[0]), m.start(), m.end(), m[0][0].isalnum(), m[0][0].isupper()) for m in _TOKEN.finditer(text))


@lru_cache(maxsize=16384)
def _forms(word: str) -> tuple[str, str]:
    low = tone_key(word).lower()
    return low, fold(low)


class Phrases:
    """A set of phrases to be found at a place of a text; the first word tells at once where none can begin."""

    def __init__(self, phrases: frozenset[str]) -> None:
        self._phrases = phrases
        self._first: dict[str, int] = {}
        for phrase in phrases:
            parts = phrase.split()
            self._first[parts[0]] = max(self._first.get(parts[0], 0), len(parts))

    def at(self, tokens: Sequence[Token], i: int, limit: int = 6) -> int:
        """How many tokens from ``i`` make the longest of the phrases (0: none)."""
        if i >= len(tokens):
            return 0
        longest = self._first.get(tokens[i].low, 0)
        if not longest:
            return 0
        best, phrase = 0, ""
        for n in range(min(limit, longest, len(tokens) - i)):
            phrase = f"{phrase} {tokens[i + n].low}" if n else tokens[i].low
            if phrase in self._phrases:
                best = n + 1
        return best


def low_at(tokens: Sequence[Token], j: int) -> str:
    return tokens[j].low if 0 <= j < len(tokens) else ""


def two_at(tokens: Sequence[Token], i: int) -> str:
    """Two words from ``i`` on, folded; "" at the last one."""
    return f"{tokens[i].key} {tokens[i + 1].key}" if 0 <= i < len(tokens) - 1 else ""
