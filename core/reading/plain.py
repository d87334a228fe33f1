"""Plain text into the program: what is text at all, and the repairs of its letters told beside those of its lines."""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from core.model import PlanText, Repair
from core.reading.build import MESSAGES, foreign
from core.reading.encodings import guess_set, to_unicode
from core.reading.letters import kept_any

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_LETTER = re.compile(r"[^\W\d_]")


def looks_like_text(text: str, *, guessed: bool = False) -> bool:
    """Whether decoded bytes are text a person wrote rather than some binary file. ``guessed``: its letters' set is not known."""
    sample = text[:20_000]
    odd = len(_CONTROL.findall(sample))
    strange = sum(1 for char in sample if char > "\x7f") if guessed else 0
    return odd <= len(sample) * 0.01 + 1 and strange <= len(sample) * 0.3 and _LETTER.search(sample) is not None


def with_repairs(text: str, kind: str, repairs: Iterable[str]) -> PlanText:
    """Plain text as a PlanText; ``repairs`` (words of build.MESSAGES) are told before those of the lines."""
    from core.reading.from_plain import from_text

    told = list(repairs)
    letters = "" if kept_any() else guess_set(text)
    if letters:
        text = to_unicode(text, letters)
        told.append(letters)
    plan = from_text(foreign(text), kind=kind)
    known = {repair.kind for repair in plan.repairs}
    lines = text.count("\n") + 1
    extra = tuple(Repair(word, 1, MESSAGES[word].format(count=lines if word in ("tcvn3", "vni") else 1))
                  for word in dict.fromkeys(told) if word not in known)
    return replace(plan, kind=kind, repairs=(*extra, *plan.repairs))
