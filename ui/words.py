"""Words for values of the core that the window shows: kinds of agencies, of files, and what an undo step did."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from core.delta import Delta
    from core.model import AgencyKind

_NUMBERS = re.compile(r"\d+")
_QUOTED = re.compile(r"“[^”]*”")

# The names of the deltas of core/edits.py: Vietnamese there, because the history keeps them; translated here.
STEPS = (
    QT_TRANSLATE_NOOP("steps", "Nhập kế hoạch"), QT_TRANSLATE_NOOP("steps", "Chấp nhận kế hoạch"),
    QT_TRANSLATE_NOOP("steps", "Rà soát lại kế hoạch"), QT_TRANSLATE_NOOP("steps", "Sửa thông tin kế hoạch"),
    QT_TRANSLATE_NOOP("steps", "Xoá kế hoạch"), QT_TRANSLATE_NOOP("steps", "Đổi # ô"), QT_TRANSLATE_NOOP("steps", "Đổi cơ quan chủ trì"),
    QT_TRANSLATE_NOOP("steps", "Sửa phân công"), QT_TRANSLATE_NOOP("steps", "Thêm cơ quan chủ trì"),
    QT_TRANSLATE_NOOP("steps", "Thêm cơ quan phối hợp"), QT_TRANSLATE_NOOP("steps", "Sửa nội dung nhiệm vụ"),
    QT_TRANSLATE_NOOP("steps", "Sửa thời hạn"), QT_TRANSLATE_NOOP("steps", "Sửa sản phẩm"), QT_TRANSLATE_NOOP("steps", "Sửa ghi chú"),
    QT_TRANSLATE_NOOP("steps", "Ghi ngày hoàn thành"), QT_TRANSLATE_NOOP("steps", "Tạm dừng nhiệm vụ"),
    QT_TRANSLATE_NOOP("steps", "Đánh dấu đã xem"), QT_TRANSLATE_NOOP("steps", "Sửa nhiệm vụ"), QT_TRANSLATE_NOOP("steps", "Thêm nhiệm vụ"),
    QT_TRANSLATE_NOOP("steps", "Xoá # nhiệm vụ"), QT_TRANSLATE_NOOP("steps", "Không phải nhiệm vụ"),
    QT_TRANSLATE_NOOP("steps", "Chuyển nhiệm vụ"), QT_TRANSLATE_NOOP("steps", "Tách nhiệm vụ"), QT_TRANSLATE_NOOP("steps", "Gộp nhiệm vụ"),
    QT_TRANSLATE_NOOP("steps", "Đã xem chỗ nghi ngờ"), QT_TRANSLATE_NOOP("steps", "Xem lại chỗ nghi ngờ"),
    QT_TRANSLATE_NOOP("steps", "Thêm cơ quan"), QT_TRANSLATE_NOOP("steps", "Sửa cơ quan"), QT_TRANSLATE_NOOP("steps", "Xoá cơ quan"),
    QT_TRANSLATE_NOOP("steps", "Sửa thành viên của nhóm"), QT_TRANSLATE_NOOP("steps", "Sắp xếp cơ quan"),
    QT_TRANSLATE_NOOP("steps", "Ghi rõ thành viên của nhóm"), QT_TRANSLATE_NOOP("steps", "Gộp @ vào @"),
    QT_TRANSLATE_NOOP("steps", "Nhập danh bạ cơ quan"), QT_TRANSLATE_NOOP("steps", "Ghi chủ trì"),
    QT_TRANSLATE_NOOP("steps", "Ghi phối hợp"), QT_TRANSLATE_NOOP("steps", "Điền # ô"), QT_TRANSLATE_NOOP("steps", "Dán # ô"),
    QT_TRANSLATE_NOOP("steps", "Giữ nguyên # chỗ"), QT_TRANSLATE_NOOP("steps", "Giữ nguyên # chỗ giống nhau"),
    QT_TRANSLATE_NOOP("steps", "Ghi hoàn thành # nhiệm vụ"), QT_TRANSLATE_NOOP("steps", "Bỏ hoàn thành # nhiệm vụ"),
    QT_TRANSLATE_NOOP("steps", "Tạm dừng # nhiệm vụ"), QT_TRANSLATE_NOOP("steps", "Tiếp tục # nhiệm vụ"),
    QT_TRANSLATE_NOOP("steps", "Giữ nguyên chữ gốc"), QT_TRANSLATE_NOOP("steps", "Đổi chữ sang Unicode"),
)


_VERBS = {str(step).partition(" ")[0] for step in STEPS} | {"Bỏ", "Cập", "Chọn", "Dùng", "Đặt", "Khôi", "Nhận"}


def step_words(name: str) -> str:
    """The name of a step in the language of the window; numbers and quoted names in it are kept."""
    numbers, quoted = _NUMBERS.findall(_QUOTED.sub("", name)), _QUOTED.findall(name)
    key = _NUMBERS.sub("#", _QUOTED.sub("@", name))
    found = QCoreApplication.translate("steps", key)
    if found == key:
        return name
    for mark, values in (("#", numbers), ("@", quoted)):
        for value in values:
            found = found.replace(mark, value, 1)
    return found


def done_words(delta: Delta) -> str:
    """What the bottom bar says after a step: "Đã đổi 12 ô"."""
    if delta.name == "Không phải nhiệm vụ":  # the name of a finding of hers, not of a deed: "Đã" does not go before it
        return QCoreApplication.translate("words", "Đã bỏ: không phải nhiệm vụ")
    words = step_words(delta.name)
    if words != delta.name:
        return QCoreApplication.translate("words", "Xong: {}").format(words)
    if words.startswith("Đã "):
        return words
    if words.partition(" ")[0] not in _VERBS:  # an answer that begins with a name: "Sở Y tế chủ trì"
        return QCoreApplication.translate("words", "Đã ghi: {}").format(words)
    return f"Đã {words[:1].lower()}{words[1:]}"


def kind_words(kind: AgencyKind) -> str:
    """What sort of body an agency is."""
    from core.model import AgencyKind

    return {
        AgencyKind.PROVINCIAL: QCoreApplication.translate("words", "Sở, ban, ngành tỉnh"),
        AgencyKind.CENTRAL: QCoreApplication.translate("words", "Cơ quan trung ương"),
        AgencyKind.VERTICAL: QCoreApplication.translate("words", "Cơ quan ngành dọc"),
        AgencyKind.LOCAL: QCoreApplication.translate("words", "Địa phương"),
        AgencyKind.PARTY: QCoreApplication.translate("words", "Cơ quan Đảng"),
        AgencyKind.MASS: QCoreApplication.translate("words", "Mặt trận, đoàn thể"),
        AgencyKind.COMPANY: QCoreApplication.translate("words", "Doanh nghiệp"),
        AgencyKind.SCHOOL: QCoreApplication.translate("words", "Trường, viện"),
        AgencyKind.OTHER: QCoreApplication.translate("words", "Khác"),
        AgencyKind.GROUP: QCoreApplication.translate("words", "Nhóm cơ quan"),
    }[kind]


def file_words(kind: str) -> str:
    """What kind of file a plan came from."""
    known = {
        "docx": QCoreApplication.translate("words", "Word (.docx)"), "doc": QCoreApplication.translate("words", "Word cũ (.doc)"),
        "rtf": QCoreApplication.translate("words", "RTF"), "odt": QCoreApplication.translate("words", "LibreOffice (.odt)"),
        "pdf": QCoreApplication.translate("words", "PDF có chữ"), "scan": QCoreApplication.translate("words", "Bản quét, đã nhận dạng chữ"),
        "txt": QCoreApplication.translate("words", "Văn bản thuần (.txt)"),
        "html": QCoreApplication.translate("words", "Trang web (.html)"),
        "xlsx": QCoreApplication.translate("words", "Excel (.xlsx)"), "clipboard": QCoreApplication.translate("words", "Văn bản dán"),
    }
    return known.get(kind, kind)
