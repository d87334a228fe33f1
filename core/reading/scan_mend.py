"""What OCR gets wrong in the same way again and again: noise, sizes, item numbers, capitals, marks of everyday phrases."""
from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from statistics import median

from core.fold import fold, tone_key
from core.reading.build import SURE, UNSURE, Counter, Piece
from core.reading.encodings import is_syllable
from core.reading.words import Page, Word

_UNMARKED = {ord(UNSURE): None, ord(SURE): None}
PHRASES = Path(__file__).resolve().parents[2] / "resources" / "ocr" / "phrases.txt"
_BULLET = re.compile(r"[-–—+*•]$")


def mend_page(page: Page) -> None:
    """Specks that were read as letters go; letters of nearly the body's size get the body's size."""
    words = [word for word in page.words if not _speck(word)]
    if words:
        usual = median(word.size for word in words)
        notes = _notes(page, words, usual)
        for word in notes:  # one size for all, so that none of their lines passes for text
            word.size = 0.7 * usual
        kept = {id(word) for word in notes}
        for word in words:
            if id(word) not in kept and 0.74 * usual < word.size < 1.45 * usual:
                word.size = usual
    page.words = words


def _notes(page: Page, words: list[Word], usual: float) -> list[Word]:
    """The words of footnotes: small ones under a short line at the page's foot, the first of them a mark."""
    for y, x0, x1 in sorted(page.across, reverse=True):
        below = sorted((word for word in words if word.y > y), key=lambda word: word.y)
        walled = any(top - 3 < y < end + 3 for _, top, end in page.down)  # a line of a table
        if not below or walled or y < 0.3 * page.height or not 40 < x1 - x0 < 0.45 * page.width:
            continue
        first = min((word for word in below if word.y - below[0].y < 0.5 * usual), key=lambda word: word.x0)
        if median(word.size for word in below) < 0.82 * usual and re.match(r"\W?[\dlI*]", first.text):
            return below
    return []


def _speck(word: Word) -> bool:
    if any(c.isalnum() for c in word.text):
        return False
    if _BULLET.match(word.text):
        return False
    return word.unsure or word.text in ("^", "¬", "|", "~", "_", "`", "'", "‘", "’", "\\", "®", "©", "“", "”", "\"", ".", ",", "·", "°")


# ---------------------------------------------------------------- item numbers

_HEAD = re.compile(rf"({UNSURE}?)([^\s{UNSURE}{SURE}]{{1,5}}?)([-.,)]?)({SURE}?)(?=\s)")
_DIGITS = str.maketrans("Ili!|][ÏŠSsšZzB§OoÓóGbqgAT", "11111111555522880066669947")
_ROMAN_LOOKS = str.maketrans({"l": "I", "1": "I", "|": "I", "!": "I", "Í": "I", "Ì": "I", "Ï": "I", "Y": "V", "H": "II"})
_ROMANS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"]


def mend_pieces(pieces: list[Piece], counter: Counter, pages: set[int] | None = None) -> None:
    """Paragraphs of scanned pages (all where ``pages`` is None): numbers by their order, capitals and marks of words."""
    pieces[:] = _heads_joined([piece for piece in pieces if not _noise(piece, pages)], pages)
    number = roman = 0
    _row_numbers([piece for piece in pieces if piece.cell is not None and (pages is None or piece.page in pages)], counter)
    for k, piece in enumerate(pieces):
        scanned = pages is None or piece.page in pages
        if piece.cell is None:
            if scanned:
                piece.text = _STROKE.sub(f"{UNSURE}I{SURE}. ", piece.text)
            number, roman = _order(pieces, k, number, roman, scanned, counter)
        if scanned:
            piece.text = _SPELLED.sub(_doubted, _mend_words(piece.text, counter))
    _first_quarters(pieces, pages, counter)


_STROKE = re.compile(rf"^[{UNSURE}]?[\[\]|][{SURE}]?\.[{SURE}]?\s+(?=[{UNSURE}]?[^\W\d_])")  # "[. Tuyên truyền": the stroke of I
_SPELLED = re.compile(rf"(?<![\w{UNSURE}'’-])[^\W\d_A-ZĐ]{{2,}}(?![\w{SURE}'’-])")


def _doubted(match: re.Match[str]) -> str:
    """A word in small letters that no Vietnamese word is spelled like was misread, however sure OCR is of it; names may be."""
    word = match[0]
    known = word.isascii() or not word.islower() or is_syllable(word)
    return word if known else f"{UNSURE}{word}{SURE}"


def _first_quarters(pieces: list[Piece], pages: set[int] | None, counter: Counter) -> None:
    """"quý 1" in a document that numbers the other quarters in Roman is "quý I"."""
    whole = "\n".join(piece.text for piece in pieces).translate(_UNMARKED)
    if not _ROMAN_QUARTER.search(whole) or re.search(r"\b[Qq]uý [234]\b", whole):
        return
    for piece in pieces:
        if pages is None or piece.page in pages:
            piece.text, count = _FIRST_QUARTER.subn(rf"\1 {UNSURE}I{SURE}", piece.text)
            counter.add("ocr-number", count)


def _row_numbers(pieces: list[Piece], counter: Counter) -> None:
    """The number of a table's row that came out as other signs, where the rows before and after it tell what it was."""
    columns: dict[int, list[Piece]] = {}
    for piece in pieces:
        if re.fullmatch("n[fl†]", piece.text.translate(_UNMARKED)):  # "nt": as above
            piece.text = f"{UNSURE}nt{SURE}"
            counter.add("ocr-number")
        if piece.cell is not None and piece.cell.column == 0 and piece.cell.columns == 1:
            columns.setdefault(piece.cell.table, []).append(piece)
    for column in columns.values():
        bare = ["", *(piece.text.translate(_UNMARKED).rstrip(".") for piece in column)]
        for k, piece in enumerate(column[:-1], 1):
            before, after = bare[k - 1], bare[k + 1]
            number = int(after) - 1 if re.fullmatch(r"\d{1,2}", after) else 0
            follows = before == str(number - 1) if number > 1 else number == 1 and not before.isdigit()
            if follows and re.fullmatch(r"(?![IVX]+$|[A-ZĐ]$|[a-zđ][.)]$|\d+$).{1,4}", bare[k]):
                bare[k] = str(number)
                piece.text = f"{UNSURE}{number}{SURE}"
                counter.add("ocr-number")


def _heads_joined(pieces: list[Piece], pages: set[int] | None) -> list[Piece]:
    """The lines of a head's cell ("THỜI", "GIAN") as one: a head holds no paragraphs."""
    out: list[Piece] = []
    for piece in pieces:
        cell = piece.cell
        if (out and cell is not None and cell.row == 0 and out[-1].cell == cell and (pages is None or piece.page in pages)
                and _capitals(f"{out[-1].text} {piece.text}")):
            out[-1].text = f"{out[-1].text} {piece.text}"
        else:
            out.append(piece)
    return out


def _noise(piece: Piece, pages: set[int] | None) -> bool:
    """A stroke of a pen or of a stamp that became a line of its own: at most two letters, the words not sure."""
    if (pages is not None and piece.page not in pages) or piece.cell is not None:
        return False
    bare = piece.text.replace(UNSURE, "").replace(SURE, "")
    letters = sum(c.isalpha() for c in bare)
    return (letters < 2 and not any(c.isdigit() for c in bare)) or (UNSURE in piece.text and len(bare) <= 4 and letters <= 2)


def _order(pieces: list[Piece], k: int, number: int, roman: int, scanned: bool, counter: Counter) -> tuple[int, int]:
    """The last arabic and roman item number after this piece, its own mended where it was misread."""
    piece = pieces[k]
    match = _HEAD.match(piece.text)
    if match is None:
        return number, roman
    token, end = match[2], match[3]
    rest = piece.text[match.end():]
    heading = _capitals(rest)
    if scanned or end in (".", ","):
        value = _roman_number(token, end, heading, roman)
        if end == "." and token == "H" and _between_first_and_third(pieces, k):
            value = 2
        if value:
            ends = "-" if end == "-" else "."
            if scanned and (_ROMANS[value] != token or end != ends):
                _renumber(piece, match, f"{_ROMANS[value]}{ends}", counter)
            return 0, value
    if end == "" or (end == ")" and not token.isdigit()):
        return number, roman
    if token.isdigit():
        value = int(token)
        if scanned and end == "," and value == number + 1:
            _renumber(piece, match, f"{value}.", counter)
        return (value if value in (1, number + 1) or value > number else number), roman
    if scanned and not heading and end in (".", ","):
        looks = token.translate(_DIGITS)
        alike = looks.isdigit() and int(looks) == number + 1
        doubtful = not alike or token in ("A", "B", "T", "G") or token == "I"
        unread = number > 0 and len(token) <= 2 and not "a" <= token <= "e"
        if (alike or unread) and (not doubtful or _next_number(pieces, k) == number + 2):
            _renumber(piece, match, f"{number + 1}.", counter)
            return number + 1, roman
    return number, roman


_FIRST, _THIRD = re.compile(rf"{UNSURE}?I{SURE}?[.-]"), re.compile(rf"{UNSURE}?(?:III|HI|IH|IHI){SURE}?[.-]")


def _between_first_and_third(pieces: list[Piece], k: int) -> bool:
    """Whether the ``k``-th paragraph may be II ("H. Nhiệm vụ"); with no I and III around it, "H. Tân Phú" is a district."""
    return any(_FIRST.match(p.text) for p in pieces[:k]) and any(_THIRD.match(p.text) for p in pieces[k + 1:])


def _roman_number(token: str, end: str, heading: bool, before: int) -> int:
    """The Roman number that ``token`` before a heading is, 0 where it is none. The heading before tells what it must be."""
    looks = token.translate(_ROMAN_LOOKS)
    if end == "" and heading and token.endswith("L"):  # "I." that became one letter
        whole = token[:-1].translate(_ROMAN_LOOKS) + "I"
        return before + 1 if before + 1 < len(_ROMANS) and whole == _ROMANS[before + 1] else 0
    if end == ")" or not re.fullmatch(r"[IVX]{1,5}", looks):
        return 0
    value = _ROMANS.index(looks) if looks in _ROMANS else 0
    if token.isdigit():
        return value if heading and value > 1 and value == before + 1 else 0
    follows = before > 0 and before + 1 < len(_ROMANS) and value in (0, before - 1, before, before + 1)
    if end == "":  # its full stop was lost
        return before + 1 if heading and follows and token in ("H", "HI", *_ROMANS) else 0
    if heading:
        return before + 1 if follows else value
    if end == "-":
        return before + 1 if follows else value if value == 1 and token == "I" else 0
    return 0


def _next_number(pieces: list[Piece], k: int) -> int | None:
    for piece in pieces[k + 1:k + 25]:
        match = re.match(rf"{UNSURE}?(\d{{1,2}})[.,]{SURE}?\s", piece.text)
        if match:
            return int(match[1])
    return None


def _renumber(piece: Piece, match: re.Match[str], number: str, counter: Counter) -> None:
    piece.text = f"{UNSURE}{number}{SURE}{piece.text[match.end():]}"
    counter.add("ocr-number")


def _capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


# ---------------------------------------------------------------- words

_TOKEN = re.compile(r"[^\W\d_]+")


# letters that Vietnamese has not, and what they are in a word that makes no sense otherwise
_STRANGE = str.maketrans("ø§¡ÐðØßþîñçüï", "ggiĐđGBpincũị")
_DOUBLED = re.compile("[ÑñÇç]")
_STRANGE_WORD = re.compile(r"[^\W\d_]*[ø§¡ÐðØßþîñçüïÑÇ][^\W\d_§¡]*(?:[§¡][^\W\d_]*)*")
# a sentence begins with a capital: a full stop before a small letter was a comma
_FALSE_STOP = re.compile(rf"(?<=[^\W\d_][^\W\d_])(?<!\bv\.v)\.({SURE}?) (?={UNSURE}?([^\W\d_]{{2}}))")


_FALSE_G = re.compile(r"(?<=[nN])§|(?<=[a-zà-ỹđ])§(?=[a-zà-ỹđ])")
_QUARTER = re.compile(rf"\b([Qq]uý|QUÝ) ({UNSURE}?)([IVXHLl1|!Ì]{{1,4}}){SURE}?(?=[/\s,;.)]|$)")


_ROMAN_QUARTER = re.compile(r"\b[Qq]uý (?:II|III|IV)\b")
_FIRST_QUARTER = re.compile(rf"\b([Qq]uý) {UNSURE}?1{SURE}?(?=[/\s,;.)]|$)")


_YEAR_QUARTER = re.compile(rf"\b([Qq]uý ){UNSURE}?[1Il|!](20\d\d)(?!\d){SURE}?")  # "quý I/2024" without its stroke


def _quarter(match: re.Match[str]) -> str:
    """The number of a quarter, where OCR took its strokes for other letters; a mended one is never sure."""
    looks = match[3].translate(_ROMAN_LOOKS)
    if match[3] == "1" or looks not in ("I", "II", "III", "IV") or looks == match[3]:
        return match[0]
    return f"{match[1]} {UNSURE}{looks}{SURE}"


# the serif of a T looks like a quotation mark before it; one that nothing closes is none
_FALSE_QUOTE = re.compile(rf"((?:^|(?<=\s)){UNSURE}?)['‘“\"](?=T)(?![^'‘’“”\"]*['‘’“”\"])")


def _mend_signs(text: str, counter: Counter) -> str:
    if text.count("'") + text.count("‘") + text.count("“") + text.count('"') + text.count("”") + text.count("’") == 1:
        text, quotes = _FALSE_QUOTE.subn(r"\1", text)
        counter.add("ocr-letters", quotes)
    if "quý" in text.lower():
        text = _YEAR_QUARTER.sub(rf"\1{UNSURE}I/\2{SURE}", _QUARTER.sub(_quarter, text))
    better = _FALSE_STOP.sub(lambda match: f",{match[1]} " if match[2].islower() else match[0], text)
    better, signs = _FALSE_G.subn("g", better)
    counter.add("ocr-letters", signs + (len(better) == len(text) and better != text))
    text = better
    if _STRANGE_WORD.search(text):
        def usual(match: re.Match[str]) -> str:
            better = match[0].translate(_STRANGE)
            if not is_syllable(better):  # a letter read twice, once wrong: "NÑiêm"
                better = _DOUBLED.sub("", match[0])
            if better != match[0] and (is_syllable(better) or better.isupper()):
                counter.changed("ocr-letters", match[0], better)
                return better
            return match[0]

        text = _STRANGE_WORD.sub(usual, text)
    return text


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, str], tuple[str, str]]:
    """Everyday pairs of syllables by their folded form. Two ways to write one folded pair make it unknown.

    A line "nông nghiên = nông nghiệp" names a pair that is misread and what it is.
    """
    pairs: dict[tuple[str, str], tuple[str, str]] = {}
    torn: set[tuple[str, str]] = set()
    if PHRASES.is_file():
        for line in PHRASES.read_text(encoding="utf-8").splitlines():
            wrong, equals, right = line.split("#")[0].partition("=")
            if equals:
                (a, b), (c, d) = wrong.split(), right.split()
                pairs[fold(a), fold(b)] = (c, d)
                continue
            syllables = line.split("#")[0].split()
            for a, b in pairwise(syllables):
                key = (fold(a), fold(b))
                if pairs.setdefault(key, (a, b)) != (a, b):
                    torn.add(key)
    for key in torn:
        del pairs[key]
    return pairs


def _mend_words(text: str, counter: Counter) -> str:
    text = _mend_signs(text, counter)
    words = list(_TOKEN.finditer(text))
    out = [match[0] for match in words]
    if not _capitals(text):
        for n, word in enumerate(out):
            if _shouting(out, n) and is_syllable(word) and not word.isascii():
                out[n] = word.lower()
    near = [text[a.end():b.start()].strip(UNSURE + SURE) == " " for a, b in pairwise(words)]
    phrases = _phrases()
    fits = [close and phrases.get((fold(a), fold(b))) == (a.lower(), b.lower()) for close, (a, b) in zip(near, pairwise(out), strict=True)]
    for n in range(len(out) - 1):
        if not near[n] or fits[n] or (n and fits[n - 1]) or (n + 1 < len(fits) and fits[n + 1]):
            continue  # a word that makes a phrase with its other neighbour is right: "bệnh viện thông qua" is no "viễn thông"
        pair = phrases.get((fold(out[n]), fold(out[n + 1])))
        if pair is None or (out[n + 1][:1].isupper() and not out[n + 1].isupper()):
            continue  # "Báo Cao Bằng": a name begins with the second word
        wrong = sum(tone_key(word.lower()) != tone_key(right) for word, right in zip(out[n:n + 2], pair, strict=True))
        if wrong == 1 or (wrong == 2 and UNSURE in text[max(words[n].start() - 1, 0):words[n + 1].start()]):
            out[n], out[n + 1] = _as_cased(pair[0], out[n]), _as_cased(pair[1], out[n + 1])
    parts, last = [], 0
    for match, word in zip(words, out, strict=True):
        if word != match[0]:
            counter.changed("ocr-letters", match[0], word)
        parts += [text[last:match.start()], word]
        last = match.end()
    return "".join(parts) + text[last:]


def _shouting(words: list[str], n: int) -> bool:
    """A word in capitals between words in small letters: Tesseract's way with ơ, ô, ó that stand alone."""
    word = words[n]
    if not (1 < len(word) <= 4 and word.isupper()) or n == 0:
        return False
    after = words[n + 1] if n + 1 < len(words) else "a"
    return words[n - 1].islower() and after.islower()


def _as_cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
