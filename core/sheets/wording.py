"""The words on paper: how a plan, a day, a heading, a deadline and the parts of an appendix are written."""
from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from operator import itemgetter

from core.model import Agency, AgencyKind, Plan, Task
from core.plan_name import KINDS, plan_name
from core.sheets.layout import Align, Block, Pair, Text
from core.sheets.options import SheetOptions, Signer

BLANK = "…"
HAND = 42.0  # points (15 mm) for a signature and a name at the end of a sheet; below them is the margin

_CODES = {"KH": "Kế hoạch", "QĐ": "Quyết định", "CT": "Chỉ thị", "NQ": "Nghị quyết", "CTR": "Chương trình",
          "CTrHĐ": "Chương trình hành động", "TB": "Thông báo", "HD": "Hướng dẫn", "PA": "Phương án",
          "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo", "CV": "Công văn",
          "CĐ": "Công điện", "QC": "Quy chế", "KL": "Kết luận", "TTr": "Tờ trình", "TT": "Thông tư"}
_SHORT_BODIES = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("UB MTTQ", "Ủy ban Mặt trận Tổ quốc"),
                 ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"))
_PLACE = re.compile(r"^(.*?)\s+((?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s+.+)$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:(Phần|Chương|Mục)\s+)?((?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ]))\s*[.)]\s+(?=\S)", re.IGNORECASE)
_APPENDIX = re.compile(r"^[ \t]*(?:PHỤ LỤC|Phụ lục)(?:[ \t]+(?:(?:SỐ|[Ss]ố)[ \t]+)?([IVXLC]+|\d{1,2}|[A-Z]))?[ \t]*(?:$|[.:][ \t]*$"
                       r"|[.:–-][ \t]*(?=[A-ZĐÀ-Ỹ]{2}))", re.MULTILINE)  # a line of its own, or with its title in capitals behind it


# ---------------------------------------------------------------- letters


def _table_of_unprintable() -> dict[int, str | None]:
    gone: dict[int, str | None] = {code: None for code in range(0x20) if code not in (0x09, 0x0A)}
    gone.update(dict.fromkeys(range(0x7F, 0xA0)))
    gone.update(dict.fromkeys((0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF, *range(0x202A, 0x202F),
                               *range(0x2066, 0x206A))))
    gone.update({0x09: " ", 0xA0: " ", 0x0D: "\n", 0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"})
    return gone


_UNPRINTABLE = _table_of_unprintable()
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """NFC, without control characters, direction marks and halves of letters; what may stand in any file format."""
    text = text.replace("\r\n", "\n").translate(_UNPRINTABLE)
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
    return text.strip()


# ---------------------------------------------------------------- days and numbers


def day_words(day: date) -> str:
    """"ngày 05 tháng 01 năm 2024": a zero before days below 10 and before months 1 and 2 only."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def short_day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def quarter(day: date) -> str:
    return f"Quý {('I', 'II', 'III', 'IV')[(day.month - 1) // 3]}/{day.year}"


# ---------------------------------------------------------------- the plan


def type_word(plan: Plan) -> str:
    """"Kế hoạch", "Quyết định" …: what the document is, from its number, then from what the reading found."""
    for code in (*re.split(r"[/\-]", (plan.number or "").partition("/")[2]), plan.kind or ""):
        word = _CODES.get(code.strip()) or _CODES.get(code.strip().upper())
        if word:
            return word
    if plan.kind and len(plan.kind) > 3:
        kind = clean(plan.kind)
        return kind[:1].upper() + kind[1:].lower()
    return "Kế hoạch"


def named_plan(plan: Plan) -> str:
    """"Kế hoạch phát triển du lịch năm 2026": what the plan is and what about, as in a sentence; "" where nothing says what about."""
    name = plan_name(clean(plan.title))
    if not name or name.lower().startswith(KINDS):
        return name
    kind = plan.kind if plan.kind and len(plan.kind) > 3 else type_word(plan)
    first, _, rest = name.partition(" ")
    proper = not first[1:].islower() or rest[:1].isupper()  # "IUU …", "Đồng Tháp …"
    return f"{kind} {name if proper else name[:1].lower() + name[1:]}"


def full_name(body: str) -> str:
    """The issuing body without abbreviations."""
    for short, long in _SHORT_BODIES:
        body = re.sub(rf"\b{short}\b", long, body)
    return clean(body)


def with_document(plan: Plan) -> str:
    """"Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh …"; blanks stay where the plan does not say."""
    number = clean(plan.number or "") or BLANK
    day = day_words(plan.date) if plan.date else f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    return f"{type_word(plan)} số {number} {day} của {full_name(plan.issuer or '') or BLANK}"


def attached(plan: Plan) -> str:
    return f"(Kèm theo {with_document(plan)})"


# ---------------------------------------------------------------- headings and tasks


def split_label(heading: str) -> tuple[str, str]:
    """("II", "NHIỆM VỤ CỤ THỂ") of "II. NHIỆM VỤ CỤ THỂ"; no label: ("", heading)."""
    heading = clean(heading)
    found = _LABEL.match(heading)
    if not found:
        return "", heading
    label = f"{found[1]} {found[2]}" if found[1] else found[2]
    return label, heading[found.end():]


def place_in_plan(task: Task, text: str = "") -> str:
    """Where the plan says it: "Mục II.2.b", with the plan's ``text`` "Phụ lục 1, mục II.2.b" for a task of an appendix; "" where the
    reading found no number."""
    path = [part.strip(" .)") for part in task.path if part.strip(" .)-+*•")]
    joined: list[str] = []
    for part in path:
        if joined and part.startswith(joined[-1] + "."):
            joined[-1] = part  # "2" then "2.1": the longer number says both
        else:
            joined.append(part)
    appendix = _appendix_over(task, text)
    where = f"Mục {'.'.join(joined)}" if joined else ""
    return ", ".join(filter(None, (appendix, where.lower()[:3] + where[3:]))) if appendix else where


def _appendix_over(task: Task, text: str) -> str:
    """"Phụ lục", "Phụ lục II": the last line before the task that opens an appendix; "" in the plan itself."""
    if task.span is None or not text:
        return ""
    opened = _appendices(text)
    at = bisect_right(opened, task.span.start, key=itemgetter(0))
    return opened[at - 1][1] if at else ""


@lru_cache(maxsize=4)
def _appendices(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((found.start(), f"Phụ lục {found[1] or ''}".strip()) for found in _APPENDIX.finditer(text))


def deadline_words(task: Task) -> str:
    """The deadline as the plan has it, else the day the clerk has set."""
    words = [clean(d.text) for d in task.deadlines if d.text.strip()]
    if words:
        return "; ".join(dict.fromkeys(word[:1].upper() + word[1:] for word in words))
    return short_day(task.due) if task.due else ""


def joined_names(names: Iterable[str]) -> str:
    return "; ".join(_capital(clean(name)) for name in names)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def agency_name(agency: Agency, options: SheetOptions | None = None) -> str:
    """The agency's name, a group's with a capital letter; its short name where the clerk wants that."""
    if options is not None and options.short_names and agency.short:
        return clean(agency.short)
    return _capital(clean(agency.name))


def is_group(agency: Agency) -> bool:
    return agency.kind is AgencyKind.GROUP


# ---------------------------------------------------------------- parts that several sheets have


def appendix_head(plan: Plan, title: str, options: SheetOptions) -> tuple[Text, ...]:
    """"Phụ lục I", the title in capitals, the document that it belongs to: as Nghị định 30/2020 wants them."""
    number = f"Phụ lục {clean(options.appendix)}".strip()
    return (Text(number, 14, bold=True, align=Align.CENTER, keep=True, style="Số phụ lục"),
            Text(clean(options.title or title).upper(), 14, bold=True, align=Align.CENTER, keep=True, style="Tên phụ lục"),
            Text(attached(plan), 13, italic=True, align=Align.CENTER, after=10, keep=True, style="Kèm theo"))


def working_head(plan: Plan, title: str, options: SheetOptions) -> tuple[Block, ...]:
    """The head of a working paper, which is no annex: motto, title, the document that it serves."""
    head = (Text(clean(options.title or title).upper(), 14, bold=True, align=Align.CENTER, keep=True, style="Tên phiếu"),
            Text(f"(Thực hiện {with_document(plan)})", 13, italic=True, align=Align.CENTER, after=8, keep=True, style="Kèm theo"))
    return (letter_head(plan), *head) if options.motto else head


def letter_head(plan: Plan) -> Pair:
    """The issuing body at the left, the country and its motto at the right, each with its line."""
    issuer = full_name(plan.issuer or "").upper().removeprefix("CHỦ TỊCH ") or BLANK  # a Chairman writes under the Committee's head
    found = _PLACE.match(issuer)
    lines = (found[1], found[2]) if found else (issuer,)
    left = tuple(Text(line, 13, bold=True, align=Align.CENTER, rule=0.4 if n == len(lines) - 1 else None, style="Cơ quan ban hành")
                 for n, line in enumerate(lines))
    right = (Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True, align=Align.CENTER, style="Quốc hiệu"),
             Text("Độc lập - Tự do - Hạnh phúc", 13, bold=True, align=Align.CENTER, rule=1.0, style="Tiêu ngữ"))
    return Pair(left, right, left_share=0.4, after=14)


def signatures(signer: Signer, recipients: tuple[str, ...]) -> Pair:
    """Nơi nhận at the left, who signs at the right with room for the hand."""
    left: tuple[Text, ...] = ()
    if recipients:
        ends = [f"- {clean(r).rstrip(';.')}" for r in recipients]
        left = (Text("Nơi nhận:", 12, bold=True, italic=True, align=Align.LEFT, style="Nơi nhận"),
                *(Text(line + (";" if n < len(ends) - 1 else "."), 11, align=Align.LEFT, style="Danh sách nơi nhận")
                  for n, line in enumerate(ends)))
    right = [Text(clean(line).upper(), 13, bold=True, align=Align.CENTER, style="Thẩm quyền ký") for line in signer.lines]
    right.append(Text(clean(signer.name), 13, bold=True, align=Align.CENTER, before=70, style="Người ký"))
    return Pair(left, tuple(right), left_share=0.5, closing=True, before=12)


def both_sign(place: str, giver: str, taker: str) -> Pair:
    """The foot of a working paper: place and day blank, one signs at each side."""
    when = f"{clean(place) or BLANK}, ngày {BLANK} tháng {BLANK} năm {BLANK}"
    hint = Text("(Ký, ghi rõ họ tên)", 13, italic=True, align=Align.CENTER, after=HAND, style="Ghi chú chữ ký")
    return Pair((Text(" ", 13, align=Align.CENTER, style="Địa danh"),
                 Text(giver, 13, bold=True, align=Align.CENTER, style="Thẩm quyền ký"), hint),
                (Text(when, 13, italic=True, align=Align.CENTER, style="Địa danh"),
                 Text(taker, 13, bold=True, align=Align.CENTER, style="Thẩm quyền ký"), hint),
                left_share=0.45, closing=True, before=12)
