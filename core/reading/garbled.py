"""Pages whose letters cannot be told: fonts without a map to Unicode give words of no language, though they look right on paper."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from core.reading.encodings import guess_set, is_syllable, set_of_font
from core.reading.words import Word

_LETTERS = re.compile(r"[^\W\d_]+")
_UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd]{2}")
_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)
_ALPHABET = re.compile("[a-zà-ãèéêìíòóôõùúýăđĩũơưạ-ỹ]+", re.IGNORECASE)
_FEWEST = 15  # words of one font that say something about it
_MOST = 150  # words of a page that are looked at


def is_garbled(words: Sequence[Word]) -> bool:
    """Whether the words of one of the page's fonts make no sense in Vietnamese, nor as TCVN3 or VNI, nor in any language."""
    step = max(1, len(words) // _MOST)
    by_font: dict[str, list[str]] = defaultdict(list)
    unknown = 0
    for word in words[::step]:
        unknown += _UNKNOWN.search(word.text) is not None
        by_font[word.font].append(word.text)
    if unknown > 8 and unknown * step > 0.3 * len(words):
        return True
    return any(_senseless(texts) and not set_of_font(font) and not guess_set(" ".join(w.text for w in words if w.font == font))
               for font, texts in by_font.items() if len(texts) >= _FEWEST)


def _senseless(texts: list[str]) -> bool:
    runs = [run for text in texts for run in _LETTERS.findall(text) if len(run) > 1 and not run.isupper()]
    alone = sum(1 for text in texts if len(text) == 1 and text.isalpha() and not is_syllable(text))
    if len(runs) + alone < _FEWEST:
        return False
    wrong = [run for run in runs if not is_syllable(run)]
    strange = alone + sum(1 for run in wrong if not _VOWEL.search(run) or not _ALPHABET.fullmatch(run))
    return len(wrong) + alone > 0.5 * (len(runs) + alone) and strange > 0.35 * (len(runs) + alone)
