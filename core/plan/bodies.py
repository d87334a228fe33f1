"""Every agency that a sentence names, whatever it says of them."""
from __future__ import annotations

from collections.abc import Iterator

from core.plan.heads import head_at
from core.plan.lists import read_list
from core.plan.shared import Name
from core.plan.tokens import tokens_of


def bodies(text: str) -> Iterator[Name]:
    """The names in the order of the sentence, each member of a list for itself."""
    tokens = tokens_of(text)
    i = 0
    while i < len(tokens):
        if head_at(tokens, i)[1]:
            found = read_list(text, tokens, i)
            yield from found.names
            i = max(found.after, i + 1)
        else:
            i += 1
