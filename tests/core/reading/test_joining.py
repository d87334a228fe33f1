"""Lines to paragraphs: a dash inside a name that a cell's wall has broken is no item, a title goes on below a full line."""
from __future__ import annotations

from core.reading.joining import Frame, begins, cell_paragraphs
from core.reading.words import Line, Word

FRAME = Frame(100.0, 200.0, 14.0, slack=0.8)


def cell(*lines: str) -> list[str]:
    """The paragraphs of a cell 100 points wide whose letters are 6 points wide."""
    made = []
    for n, text in enumerate(lines):
        words, x = [], FRAME.left
        for word in text.split():
            words.append(Word(word, x, x + 6 * len(word), 100.0 + 14 * n, 12.0))
            x += 6 * len(word) + 3
        made.append(Line(words, words[0].x0, words[-1].x1, words[0].y, 12.0, 1))
    return [" ".join(line.text for line in part) for part in cell_paragraphs(made, FRAME)]


def test_a_name_with_a_dash_is_broken_before_it() -> None:
    assert cell("Sở Lao động", "– Thương binh và", "Xã hội") == ["Sở Lao động – Thương binh và Xã hội"]
    assert cell("Trung tâm Văn hóa", "- Thể thao huyện") == ["Trung tâm Văn hóa - Thể thao huyện"]


def test_items_of_a_list_stay_apart() -> None:
    assert cell("Các sở:", "- Sở Y tế") == ["Các sở:", "- Sở Y tế"]
    assert cell("- Sở Y tế", "- Sở Nội vụ") == ["- Sở Y tế", "- Sở Nội vụ"]
    assert cell("Sở Tài chính", "- Sở Y tế", "- Sở Nội vụ") == ["Sở Tài chính", "- Sở Y tế", "- Sở Nội vụ"]
    assert cell("a) Rà soát", "- Sở Y tế") == ["a) Rà soát", "- Sở Y tế"]


def title_line(text: str, x0: float, x1: float, y: float, *, bold: bool = True) -> Line:
    words = text.split()
    step = (x1 - x0) / len(words)
    return Line([Word(w, x0 + n * step, x0 + (n + 1) * step - 3, y, 12.0) for n, w in enumerate(words)], x0, x1, y, 12.0, 1, bold=bold)


def test_a_title_in_the_middle_goes_on_below_a_line_that_is_full() -> None:
    page = Frame(71.0, 537.0, 14.0)
    full = title_line("BAN HÀNH CHƯƠNG TRÌNH HÀNH ĐỘNG THEO NGHỊ QUYẾT", 72, 537, 100)
    assert not begins(full, title_line("15-NQ/TW CỦA BỘ CHÍNH TRỊ", 87, 521, 114), True, page, None)
    plain = title_line("Căn cứ Luật Tổ chức chính quyền địa phương", 87, 521, 114, bold=False)
    assert begins(full, plain, True, page, None)
