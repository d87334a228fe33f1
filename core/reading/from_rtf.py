"""Rich text (.rtf): striprtf gives the words; before that, lists' own numbers are kept and runs in TCVN3 or VNI fonts turned to Unicode."""
from __future__ import annotations

import re

from core.errors import MissingPart
from core.model import PlanText
from core.reading.build import Counter, Piece, assemble, foreign
from core.reading.encodings import by_font, set_of_font
from core.reading.package import damaged, locked

_FONT = re.compile(r"\{\\f(\d+)(?:\\[a-z]+-?\d*|\{\\\*[^{}]*\})*\s*([^;{}\\]+)(?:\{\\\*[^{}]*\})*;\s*\}")
_ROW = "\ufdd8"  # stands for the end of a table's row while striprtf works
_MISSING = "Phần đọc tệp .rtf chưa được cài đặt."
_HOW = "Hãy cài bằng lệnh: pip install \"striprtf>=0.0.30\" rồi mở lại chương trình; hoặc lưu tệp thành .docx."


def read_rtf(data: bytes) -> PlanText:
    """The text of an .rtf file. Raises UnreadableFile, MissingPart."""
    try:
        from striprtf import striprtf
    except ImportError as error:
        raise MissingPart(_MISSING, _HOW) from error
    source = foreign(data.decode("latin-1").replace("\x00", ""))
    if "\\rtf" not in source[:64]:
        raise damaged()
    if re.search(r"\\\*\\password", source[:20_000]):
        raise locked("Tệp .rtf")
    counter = Counter()
    notes = len(re.findall(r"\{\\footnote\b", source))
    source = _without_groups(source, ("footnote", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
                                      "pict", "object", "fldinst", "annotation", "xe", "tc", "bkmkstart", "bkmkend"))
    source = _keep_numbers(_deleted_out(source, counter))
    source = _legacy_runs(source, counter)
    encoding = _codepage(source)
    try:
        text = str(striprtf.rtf_to_text(source, encoding=encoding, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, TypeError, KeyError, AttributeError, OverflowError, UnicodeError) as error:
        raise damaged() from error
    counter.add("footnote", notes)
    pieces = [Piece(line) for line in re.split(r"[\n|\u2028\x0b\x0c]" if "\\cell" in source else r"[\n\u2028\x0b\x0c]", foreign(text))]
    return assemble(pieces, kind="rtf", counter=counter)


def _codepage(source: str) -> str:
    match = re.search(r"\\ansicpg(\d{3,5})", source[:4000])
    name = f"cp{match[1]}" if match else "cp1252"
    if match and match[1] == "65001":
        return "utf-8"
    try:
        b"a".decode(name)
    except LookupError:
        return "cp1252"
    return name


def _group_end(source: str, start: int) -> int:
    """The place behind the brace that closes the group at ``start``; the end of the text where none does."""
    depth = 0
    for match in _BRACE.finditer(source, start):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth <= 0:
                return match.end()
    return len(source)


_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def _without_groups(source: str, words: tuple[str, ...]) -> str:
    opening = re.compile(r"\{(?:\\\*)?\s*\\(?:" + "|".join(words) + r")(?![a-z])")
    parts: list[str] = []
    last = 0
    while True:
        match = opening.search(source, last)
        if match is None:
            break
        parts.append(source[last:match.start()])
        last = _group_end(source, match.start())
    return "".join(parts) + source[last:]


def _deleted_out(source: str, counter: Counter) -> str:
    """Runs struck out by tracked changes."""
    opening = re.compile(r"\{(?:\\[a-z]+-?\d* ?)*\\deleted(?![a-z0-9])")
    parts: list[str] = []
    last = 0
    while True:
        match = opening.search(source, last)
        if match is None:
            break
        parts.append(source[last:match.start()])
        last = _group_end(source, match.start())
        counter.add("deleted")
    return "".join(parts) + source[last:]


def _keep_numbers(source: str) -> str:
    r"""Word writes an item's number as text in {\listtext …} and {\pntext …}, which readers of today skip: the group is opened."""
    return re.sub(r"\{(?:\\\*)?\\(?:listtext|pntext)(?![a-z])", r"{\\plain", source)


def _legacy_runs(source: str, counter: Counter) -> str:
    r"""Letters of runs in TCVN3 or VNI fonts, written as \uN escapes of the right letter."""
    fonts = {number: set_of_font(name.strip()) for number, name in _FONT.findall(source[:200_000])}
    if not any(fonts.values()):
        return source
    default = re.search(r"\\deff(\d+)", source[:2000])
    table = source.find("{\\fonttbl")
    start = _group_end(source, table) if table >= 0 else 0
    out: list[str] = [source[:start]]
    stack: list[str] = []
    font = default[1] if default else ""
    run: list[str] = []

    def flush() -> None:
        if run:
            text = "".join(run)
            better = by_font(text, fonts.get(font, ""))
            if better != text:
                counter.add("vni" if fonts.get(font) == "vni" else "tcvn3")
            out.append("".join(_escaped(c) for c in better))
            run.clear()

    for match in re.compile(r"\\'([0-9a-fA-F]{2})|\\f(\d+) ?|\\plain(?![a-z]) ?|\\u(-?\d+) ?\??|\\[a-zA-Z]+-?\d* ?|\\.|[{}]|[^\\{}]+",
                            re.DOTALL).finditer(source, start):
        token = match[0]
        if match[1]:
            run.append(bytes([int(match[1], 16)]).decode("latin-1"))
        elif match[3]:
            run.append(chr(int(match[3]) % 65536))
        elif token[0] not in "\\{}":
            run.append(token.replace("\r", "").replace("\n", ""))
        elif token == "\\~":
            run.append(" ")
        else:
            flush()
            out.append(token)
            if token == "{":
                stack.append(font)
            elif token == "}":
                font = stack.pop() if stack else font
            elif match[2]:
                font = match[2]
    flush()
    return "".join(out)


def _escaped(char: str) -> str:
    code = ord(char)
    if code < 128:
        return f"\\{char}" if char in "\\{}" else char
    return f"\\u{code if code < 32768 else code - 65536}?"
