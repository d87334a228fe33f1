"""Lines of a cell to paragraphs: a dash inside a name that the cell's wall has broken is no item of a list."""
from __future__ import annotations

from core.reading.joining import Frame, cell_paragraphs
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
