"""What labelled lines say ("Đơn vị chủ trì: …", "Thời gian: …") about the task above them or in front of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.fold import words
from core.markers import label_of

LEAD, COOP, WHO, TIME, PRODUCT, OTHER = "lead", "coop", "who", "time", "product", "other"


@dataclass(frozen=True, slots=True)
class Said:
    """One label with what it says: ``kind``, the words behind the colon and their range in the text that was asked for."""

    kind: str
    text: str
    start: int
    end: int
    label: int


def kind_of_label(label: str) -> str:
    key = words(label)
    if "phoi hop" in key and "chu tri" not in key:
        return COOP
    if any(
        w in key
        for w in ("chu tri", "thuc hien", "phan cong", "trach nhiem", "dau moi", "tham muu", "theo doi", "chinh", "phu trach", "giao viec")
    ) and not key.startswith(
        ("thoi", "han", "tien do", "lo trinh", "ket qua", "san pham", "kinh phi", "dia diem", "hinh thuc", "nguon", "du kien thoi")
    ):
        return WHO if "phoi hop" in key else LEAD
    if key.startswith(("thoi", "han", "tien do", "lo trinh", "ky han", "du kien")):
        return TIME
    if key.startswith(("san pham", "ket qua")):
        return PRODUCT
    return OTHER


def labels_in(text: str) -> tuple[Said, ...]:
    """The labels of a text, in order: one that opens it, and those behind a full stop, a semicolon or a bracket."""
    starts = list(_starts(text))
    out = []
    for n, (label, kind, value) in enumerate(starts):
        end = starts[n + 1][0] if n + 1 < len(starts) else len(text)
        words_ = text[value:end].rstrip(" -–+;").rstrip()
        out.append(Said(kind, words_, value, value + len(words_), label))
    return tuple(out)


def _starts(text: str) -> Iterator[tuple[int, str, int]]:
    i = 0
    while i < len(text):
        label = label_of(text[i : i + 200]) if ":" in text[i : i + 140] else None
        if label is not None:
            yield i, kind_of_label(label.words), i + label.start
            i += label.start
        stops = [p for p in (text.find(sign, i) for sign in (". ", "; ", "(", "\n")) if p >= 0]
        if not stops:
            return
        i = min(stops) + 1
        while i < len(text) and text[i] == " ":
            i += 1
