"""A small plan of an imaginary province for the tests of the review: headings, bullets, a table, doubts with proposals."""
from __future__ import annotations

from datetime import date
from pathlib import Path

from core.model import (
    CellPlace,
    Deadline,
    Doubt,
    Draft,
    DraftTask,
    FindingKind,
    Mention,
    Paragraph,
    Plan,
    PlanInfo,
    PlanText,
    Proposal,
    Role,
    Span,
)
from ui.workspace import Workspace

LINES = (
    "KẾ HOẠCH",
    "Phát triển kinh tế xanh năm 2025",
    "I. NHIỆM VỤ",
    "1. Sở Tài chính chủ trì, phối hợp với Sở Xây dựng:",
    "- Lập dự toán kinh phí trồng rừng, báo cáo trước ngày 30/6/2025.",
    "- Thẩm định các dự án hạ tầng; Sở Giao thông kiểm tra an toàn đường bộ.",
    "2. Sở Nội vụ:",
    "- Đào tạo cán bộ xã.",
    "- Kế hoạch này thay thế kế hoạch năm 2024.",
    "- Trồng mới 500 ha rừng ven biển.",
)
TABLE = (("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Xây dựng bản đồ số", "Sở Khoa học và Công nghệ"), ("2", "Tổ chức hội chợ", "Sở Công Thương"))


def plan_text() -> PlanText:
    """The lines, and behind them the table."""
    paragraphs: list[Paragraph] = []
    parts: list[str] = []
    at = 0
    cells = [(line, None) for line in LINES]
    cells += [(words, CellPlace(0, r, c)) for r, row in enumerate(TABLE) for c, words in enumerate(row)]  # type: ignore[misc]
    for words, place in cells:
        paragraphs.append(Paragraph(Span(at, at + len(words)), bold=words.isupper(), centred=words == "KẾ HOẠCH", cell=place))
        parts.append(words)
        at += len(words) + 1
    return PlanText("\n".join(parts), tuple(paragraphs), unsure=(span("ven biển"),))


def span(words: str) -> Span:
    text = "\n".join([*LINES, *(w for row in TABLE for w in row)])
    start = text.index(words)
    return Span(start, start + len(words))


def _task(words: str, leads: tuple[str, ...] = (), coops: tuple[str, ...] = (), *, doubts: tuple[Doubt, ...] = (),
          deadlines: tuple[Deadline, ...] = ()) -> DraftTask:
    return DraftTask(("I", "1"), words, span(words), ("I. NHIỆM VỤ",), tuple(Mention(n, Role.LEAD, span(n)) for n in leads),
                     tuple(Mention(n, Role.COOP, span(n)) for n in coops), deadlines, None, doubts)


def draft() -> Draft:
    near = Doubt(FindingKind.NEAR_AGENCY, "“Sở Giao thông” không có trong danh bạ.", span("Sở Giao thông"),
                 (Proposal("rename", "Sở Xây dựng", "Là Sở Xây dựng"), Proposal("keep", "Sở Giao thông", "Giữ nguyên"),
                  Proposal("drop-agency", "Sở Giao thông", "Bỏ cơ quan này")))
    formula = Doubt(FindingKind.NOTE, "Câu này có thể không giao việc.", span("Kế hoạch này thay thế kế hoạch năm 2024."),
                    (Proposal("not-task", "", "Không phải nhiệm vụ"),))
    missing = Doubt(FindingKind.NO_LEAD, "Chưa rõ cơ quan chủ trì.", span("Trồng mới 500 ha rừng ven biển."),
                    (Proposal("lead", "Sở Nội vụ", "Sở Nội vụ chủ trì"), Proposal("keep", "", "Để trống")))
    tasks = (
        _task("Lập dự toán kinh phí trồng rừng, báo cáo trước ngày 30/6/2025.", ("Sở Tài chính",), ("Sở Xây dựng",),
              deadlines=(Deadline("trước ngày 30/6/2025", date(2025, 6, 30), span=span("trước ngày 30/6/2025")),)),
        _task("Thẩm định các dự án hạ tầng; Sở Giao thông kiểm tra an toàn đường bộ.", ("Sở Tài chính", "Sở Giao thông"), ("Sở Xây dựng",),
              doubts=(near,)),
        _task("Đào tạo cán bộ xã.", ("Sở Nội vụ",)),
        _task("Kế hoạch này thay thế kế hoạch năm 2024.", ("Sở Nội vụ",), doubts=(formula,)),
        _task("Trồng mới 500 ha rừng ven biển.", doubts=(missing,)),
        _task("Xây dựng bản đồ số", ("Sở Khoa học và Công nghệ",)),
        _task("Tổ chức hội chợ", ("Sở Công Thương",)),
    )
    info = PlanInfo("12/KH-UBND", date(2025, 3, 1), "Phát triển kinh tế xanh năm 2025", "UBND tỉnh Hải Vân", None, "kế hoạch")
    return Draft(info, plan_text().text, tasks)


def stored(path: Path) -> tuple[Workspace, Plan]:
    """A database with the plan in review."""
    workspace = Workspace.open(path)
    return workspace, workspace.store_read("ke-hoach.txt", "\n".join(LINES).encode(), plan_text(), draft())
