"""Findings and their answers in the language of the window.

The reading writes its doubts as Vietnamese sentences, and the history keeps its answers so. In Vietnamese they are shown as they are; in
another language the kind of the doubt goes before the sentence, and an answer is worded from what it does.
"""
from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.model import Finding, FindingKind, Proposal

KINDS = {
    FindingKind.NO_LEAD: QT_TRANSLATE_NOOP("findings", "Chưa thấy cơ quan chủ trì"),
    FindingKind.MANY_LEADS: QT_TRANSLATE_NOOP("findings", "Nhiều cơ quan có thể chủ trì"),
    FindingKind.UNKNOWN_AGENCY: QT_TRANSLATE_NOOP("findings", "Tên cơ quan chưa có trong danh bạ"),
    FindingKind.NEAR_AGENCY: QT_TRANSLATE_NOOP("findings", "Tên gần giống một cơ quan trong danh bạ"),
    FindingKind.UNASSIGNED_AGENCY: QT_TRANSLATE_NOOP("findings", "Cơ quan được nêu nhưng chưa có vai trò"),
    FindingKind.ROLE_WITHOUT_AGENCY: QT_TRANSLATE_NOOP("findings", "Có vai trò nhưng chưa nhận ra cơ quan"),
    FindingKind.NUMBERING: QT_TRANSLATE_NOOP("findings", "Số thứ tự không liền nhau"),
    FindingKind.LONG_TASK: QT_TRANSLATE_NOOP("findings", "Nhiệm vụ dài khác thường"),
    FindingKind.SHORT_TASK: QT_TRANSLATE_NOOP("findings", "Nhiệm vụ ngắn hoặc bị ngắt"),
    FindingKind.UNREAD_DEADLINE: QT_TRANSLATE_NOOP("findings", "Thời hạn chưa đọc được"),
    FindingKind.MISSED_TEXT: QT_TRANSLATE_NOOP("findings", "Đoạn có thể là nhiệm vụ bị sót"),
    FindingKind.INHERITED: QT_TRANSLATE_NOOP("findings", "Cơ quan lấy từ câu dẫn hoặc tiêu đề phía trên"),
    FindingKind.SCAN: QT_TRANSLATE_NOOP("findings", "Chữ đọc không chắc từ bản quét"),
    FindingKind.NOTE: QT_TRANSLATE_NOOP("findings", "Cần xem lại"),
}
ANSWERS = {
    "keep": QT_TRANSLATE_NOOP("findings", "Giữ nguyên"), "not-task": QT_TRANSLATE_NOOP("findings", "Không phải nhiệm vụ"),
    "add-task": QT_TRANSLATE_NOOP("findings", "Thêm thành nhiệm vụ"), "lead": QT_TRANSLATE_NOOP("findings", "{} chủ trì"),
    "coop": QT_TRANSLATE_NOOP("findings", "{} phối hợp"), "drop-agency": QT_TRANSLATE_NOOP("findings", "Bỏ {}"),
    "rename": QT_TRANSLATE_NOOP("findings", "Là {}"),
}


def finding_words(finding: Finding) -> str:
    """What a finding asks."""
    source = str(KINDS[finding.kind])
    kind = QCoreApplication.translate("findings", source)
    return finding.message if kind == source else f"{kind}. {finding.message}"


def answer_words(proposal: Proposal) -> str:
    """What the button of an answer says."""
    source = str(ANSWERS.get(proposal.action, ""))
    told = QCoreApplication.translate("findings", source) if source else ""
    return proposal.label if told == source or not told else told.format(proposal.value)
