"""What a document says of itself: number, day, abstract, who issued and signed it, whose province it speaks of, who receives it."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from core.model import PlanInfo, PlanText
from core.plan import issuing
from core.plan.letter_case import own_case
from core.plan.when import flat

_KINDS = {"ke hoach": "Kế hoạch", "quyet dinh": "Quyết định", "chi thi": "Chỉ thị", "cong dien": "Công điện", "nghi quyet": "Nghị quyết",
          "chuong trinh hanh dong": "Chương trình hành động", "chuong trinh": "Chương trình", "de an": "Đề án", "thong bao": "Thông báo",
          "phuong an": "Phương án", "huong dan": "Hướng dẫn", "ke hoach hanh dong": "Kế hoạch", "ke hoach lien tich": "Kế hoạch",
          "ke hoach phoi hop": "Kế hoạch", "du an": "Dự án", "quy che": "Quy chế", "quy dinh": "Quy định", "ket luan": "Kết luận"}
_CODES = {"KH": "Kế hoạch", "QĐ": "Quyết định", "CT": "Chỉ thị", "CTr": "Chương trình", "NQ": "Nghị quyết", "CĐ": "Công điện",
          "TB": "Thông báo"}
_KIND = re.compile("^(?P<kind>" + "|".join(sorted(_KINDS, key=len, reverse=True)) + r")(?: so (?P<number>\d{1,3}))?(?![a-z0-9])")
_NUMBER = re.compile(r"(?<!\w)S[ốóôoỐ]\s{0,3}[:.;]?\s{0,12}(?P<digits>\d[\d "
                     r"]{0,6})?\s{0,12}(?P<sep>[-/])\s{0,3}(?P<code>[A-ZĐ]{1,4}[A-Za-zĐđ]{0,6}"
                     r"(?:\s{0,2}[-/]\s{0,2}[A-ZĐ][A-Za-zĐđ&.]{0,14}){0,4})", re.IGNORECASE)
_DATE = re.compile(r"ngay\s{0,4}(\d\s?\d?)\s{1,4}thang\s{1,4}(\d\s?\d?)\s{1,4}nam\s{1,4}(\d[\d ]{3,5})")
_PLACED = re.compile(r"^\s{0,8}([\w .]{2,40}?),\s{0,4}ngày\b", re.IGNORECASE)
_SIGNED_AT = re.compile(r"(?:thoi gian|ngay) ky\s{0,3}:?\s{0,3}(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_BODY = re.compile(r"^(?:can cu\b|thuc hien\b.*\b(?:ban hanh|nhu sau)|de (?:trien khai|thuc hien|cu the|to chuc)\b|nham\b"
                   r"|trong (?:thoi gian|nhung nam)\b|xet\b|theo de nghi\b"
                   r"|kinh gui\b|dieu \d|phan (?:i|thu)\b|chuong i\b|[ivx]{1,4}\s?[.\-/]\s|[a-d]\s?[.\-)]\s|\d{1,2}\s?[.)]\s|[-+*•]\s"
                   r"|quyet dinh\s{0,2}:|quyet nghi\s{0,2}:|chi thi\s{0,2}:"
                   r"|uy ban nhan dan\b|ubnd\b|chu tich\b|thu tuong\b|bo truong\b|giam doc\b|so do\b|nhu sau\b|tai nguyen\b.*:$)")
_AUTHORITY = re.compile(r"^(?:(?:pho )?chu tich\b|thu tuong\b|bo truong\b|giam doc\b|uy ban nhan dan\b|ubnd\b|hoi dong\b"
                        r"|ban thuong vu\b|chinh phu\b)")
_INTRO = re.compile(r"(?<=[^.;:,\s(“\"])\s+(?=(?:Thực hiện|Căn cứ|Triển khai thực hiện|Để triển khai|Nhằm triển khai)\s)")
_ABSTRACT = re.compile(r"^(?:v/v|v\.v\.?|ve viec)\b[:\s]{0,3}")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\.?")
_RULE = re.compile(r"[\s\-–—_=*|~]{3,}$")
_HEAD = 60


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    folded: str
    cell: bool
    centred: bool


def read(plan_text: PlanText) -> PlanInfo:
    """The document's own data; None (or "" and ()) for what it does not say. Never raises, whatever the text."""
    lines = _lines(plan_text)
    top = _kind_place(lines)
    kind, title, after = _title(lines, top)
    # the lines of the abstract cite numbers and days of other documents
    letterhead = (_above(lines, after) if top is None else [*lines[:top],
                                                            *(line for line in lines[top + 1:after] if _is_own(line))])[:_HEAD]
    number, code_kind = _number(letterhead)
    day, place = _day(letterhead, lines)
    block = issuing.signature([line.text for line in lines])
    issuer = issuing.issuer([line.text for line in letterhead[:top if top is not None else 8]], plan_text.text, place, block, number)
    return PlanInfo(
        number=number,
        date=day,
        title=own_case(title, plan_text.text),
        issuer=issuer.name,
        signer=block.name,
        kind=kind or code_kind,
        province=issuer.province,
        recipients=_recipients(lines),
        by_chairman=(issuer.name or "").startswith("UBND") and _by_chairman(lines[after:after + _HEAD]),
    )


_CHAIRMAN = re.compile(r"\W*chu tich (?:uy ban nhan dan|ubnd)\b")


def _by_chairman(below: list[_Line]) -> bool:
    """Whether "CHỦ TỊCH ỦY BAN NHÂN DÂN …" stands alone under the abstract ("… điện:" may follow in a telegram)."""
    return any(line.text.isupper() or line.text.split(" điện")[0].isupper() for line in below if _CHAIRMAN.match(line.folded))


def _above(lines: list[_Line], after: int) -> list[_Line]:
    """Without a type line: the lines down to the receivers of a letter, those of its abstract left out."""
    start = next((i for i, line in enumerate(lines[:after]) if _ABSTRACT.match(line.folded)), after)
    to = next((i for i, line in enumerate(lines[:20]) if line.folded.startswith("kinh gui")), after)
    return [*lines[:start], *lines[after:max(after, to)]]


def _lines(plan_text: PlanText) -> list[_Line]:
    """The paragraphs as lines, each line break inside one counting too, without stars and bars."""
    made = []
    for paragraph in plan_text.paragraphs:
        for part in paragraph.span.of(plan_text.text).split("\n"):
            text = " ".join(part.replace("*", " ").replace("|", " ").replace("#", " ").split())
            text = _RULE.sub("", text).strip()
            if text:
                made.append(_Line(text, flat(text), paragraph.cell is not None, paragraph.centred))
    return made


def _kind_place(lines: list[_Line]) -> int | None:
    """The line with the type of the document in capitals ("KẾ HOẠCH"), alone or before the abstract."""
    for place, line in enumerate(lines[:_HEAD]):
        match = _KIND.match(line.folded)
        if match and line.text[:match.end()].isupper():
            return place
        if match and len(line.text) < 24 and line.folded == match[0]:
            return place
        if line.folded.startswith(("dieu 1", "i. ", "noi nhan")):
            return None
    return None


def _title(lines: list[_Line], top: int | None) -> tuple[str | None, str, int]:
    """Kind, abstract, and the number of lines that belong to the heading."""
    if top is None:
        return _letter_title(lines)
    match = _KIND.match(lines[top].folded)
    assert match is not None
    rest = lines[top].text[match.end():].strip(" :.-–") if not match["number"] else ""
    parts = [rest] if rest else []
    place = top + 1
    while place < len(lines) and len(" ".join(parts)) < 700 and place - top < 16:
        line = lines[place]
        if _is_own(line):
            place += 1
            continue
        if not _goes_on(parts, line):
            break
        parts.append(line.text)
        place += 1
    title = " ".join(parts)
    cut = _INTRO.search(title)
    return _KINDS[match["kind"]], _abstract(title[:cut.start()] if cut else title), place


def _abstract(title: str) -> str:
    match = _ABSTRACT.match(flat(title))
    return title if match and match[0].startswith("ve viec") else title[match.end():] if match else title.strip()


def _is_own(line: _Line) -> bool:
    """A number or day of the document itself that stands under the type line (urgent telegrams)."""
    return len(line.text) < 60 and bool(_NUMBER.match(line.text) or (_DATE.search(line.folded) and _PLACED.match(line.text)))


def _goes_on(parts: list[str], line: _Line) -> bool:
    if not parts:
        return not (_AUTHORITY.match(line.folded) or line.folded.startswith(("can cu", "dieu 1", "i. ", "kinh gui", "quyet dinh:")))
    if line.text.startswith("(") or _BODY.match(line.folded) or parts[-1].endswith((".", ":", ";")):
        return False
    if line.text.isupper() or parts[-1].isupper():
        if _YEARS.fullmatch(line.text):
            return True  # "… GIAI ĐOẠN" / "2021 - 2025"
        return line.text.isupper() and parts[-1].isupper() and not _KIND.match(line.folded)
    return line.text[:1].islower() or line.text[:1].isdigit() or (len(line.text) < 100 and line.centred) or \
        (len(parts[-1]) < 110 and len(line.text) < 110 and not line.text.endswith((".", ":", ";")))


def _letter_title(lines: list[_Line]) -> tuple[str | None, str, int]:
    """An official letter has no type line: its abstract stands under the number ("V/v …")."""
    for place, line in enumerate(lines[:_HEAD]):
        match = _ABSTRACT.match(line.folded)
        if match:
            parts = [line.text[match.end():]]
            end = place + 1
            while end < len(lines) and lines[end].text[:1].islower() and end - place < 6:
                parts.append(lines[end].text)
                end += 1
            return "Công văn", " ".join(parts).strip(), end
    return None, "", min(12, len(lines))


# ---------------------------------------------------------------- number and day


def _number(lines: list[_Line]) -> tuple[str | None, str | None]:
    """The document's own number, and the kind that its code tells. A blank left for the number gives None."""
    for line in lines:
        match = _NUMBER.search(line.text)
        if not match or line.folded.startswith(("can cu", "thuc hien", "theo")) or match.start() > 60:
            continue
        code = re.sub(r"\s", "", match["code"]).rstrip(".-/&")
        kind = next((name for key, name in _CODES.items() if code.split("-")[0].split("/")[0] == key), "Công văn" if "-" in code else None)
        digits = re.sub(r"\s", "", match["digits"] or "")
        return (f"{digits}{match['sep']}{code}" if digits else None), kind
    return None, None


def _day(letterhead: list[_Line], lines: list[_Line]) -> tuple[date | None, str | None]:
    place: str | None = None
    for line in letterhead:
        if line.folded.startswith(("can cu", "thuc hien", "theo")):
            continue
        placed = _PLACED.match(line.text)
        if placed is None and "ngày" in line.text:
            placed = re.search(r"(?:^|\s{2,}|[A-Z]\s|phúc\s)([A-ZĐÀ-Ỹ][\w]*(?: [A-ZĐÀ-Ỹ][\w]*){0,3}),\s{0,4}ngày\b", line.text)
        if placed and place is None:
            place = placed[1].strip()
        match = _DATE.search(line.folded)
        if match and (placed or len(line.text) < 60):
            return _calendar(match), place
    for line in lines:
        match = _SIGNED_AT.search(line.folded)
        if match:
            return _calendar(match), place
    return None, place


def _calendar(match: re.Match[str]) -> date | None:
    numbers = [int(re.sub(r"\s", "", part)[:4]) for part in match.groups()]
    day, month, year = numbers
    try:
        return date(year, month, day)
    except ValueError:
        return None


# ---------------------------------------------------------------- recipients


def _recipients(lines: list[_Line]) -> tuple[str, ...]:
    """The entries under "Nơi nhận" (of a letter to named bodies: "Kính gửi"), without the file copy ("Lưu")."""
    start = next((i for i, line in enumerate(lines) if re.match(r"noi nhan\s{0,2}[:;]?", line.folded)), None)
    entries: list[str] = []
    if start is not None:
        first = re.sub(r"^.{0,10}?nhận\s*[:;]?\s*", "", lines[start].text, flags=re.IGNORECASE)
        entries = _entries([first, *(line.text for line in lines[start + 1:start + 45])])
    if not entries or flat(entries[0]).startswith("nhu tren"):
        entries = _addressed(lines) + entries[1:]
    return tuple(entries)


def _entries(texts: list[str]) -> list[str]:
    made: list[str] = []
    for number, text in enumerate(texts):
        if not text:
            continue
        if not text.startswith(("-", "–", "+", "•")):
            goes_on = made and text[:1].islower() and not made[-1].endswith((";", "."))
            if goes_on:
                made[-1] += " " + text
                continue
            if number:
                break
        made += [part for part in re.split(r"(?:^|(?<=;)\s*)[-–+•]\s+", text) if part.strip()]
    cleaned = [" ".join(entry.split()).rstrip(" ;.,:") for entry in made]
    return [entry for entry in cleaned if entry and not flat(entry).startswith("luu")]


def _addressed(lines: list[_Line]) -> list[str]:
    start = next((i for i, line in enumerate(lines[:_HEAD]) if line.folded.startswith("kinh gui")), None)
    if start is None:
        return []
    first = re.sub(r"^kính gửi\s*:?\s*", "", lines[start].text, flags=re.IGNORECASE)
    rest = []
    for line in lines[start + 1:start + 30]:
        if not line.text.startswith(("-", "–")) :
            break
        rest.append(line.text)
    return _entries([first, *rest])
