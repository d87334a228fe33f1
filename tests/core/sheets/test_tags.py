"""The logical structure of a PDF: what a reading program says, in the order in which a person would read."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.sheets.check_archive import _structure, _things
from core.sheets.export import export
from tests.core.sheets.test_formats import OPTIONS, book_of
from tests.core.sheets.test_word_pages import SIGNED
from tests.sheets.sample import LONG, sample_book


@dataclass
class Node:
    kind: str
    more: str
    kids: list[Node] = field(default_factory=list)

    def all(self, kind: str) -> list[Node]:
        return [n for kid in self.kids for n in ([kid] if kid.kind == kind else []) + kid.all(kind)]


def tree(path: Path) -> Node:
    """The elements of a file, read from its bytes."""
    things = _things(path.read_bytes())
    assert _structure(things) == []
    first = next(n for n, thing in things.items() if thing.entries.startswith(b"<</S/Document"))
    kinds: dict[int, Node] = {}
    for number in sorted(n for n, thing in things.items() if thing.entries.startswith(b"<</S/")):
        text = things[number].entries.decode()
        found = re.match(r"<</S/(\w+)/P (\d+) 0 R", text)
        assert found
        kinds[number] = Node(found[1], text)
        if number != first:
            kinds[int(found[2])].kids.append(kinds[number])
            assert f"{number} 0 R" in kinds[int(found[2])].more
    return kinds[first]


def test_a_checklist_is_title_texts_and_a_table_of_rows(tmp_path: Path) -> None:
    export(sample_book(), "checklist", tmp_path / "a.pdf", agency="vh", options=OPTIONS)
    document = tree(tmp_path / "a.pdf")
    [sheet] = document.kids
    assert [kid.kind for kid in sheet.kids].index("H1") < [kid.kind for kid in sheet.kids].index("Table")
    [table] = sheet.all("Table")
    rows = table.kids
    assert {row.kind for row in rows} == {"TR"}
    assert [cell.kind for cell in rows[0].kids] == ["TH"] * 8
    for row in rows[1:]:
        wide = [int(found[1]) for cell in row.kids if (found := re.search(r"ColSpan (\d+)", cell.more))]
        assert len(row.kids) - len(wide) + sum(wide) == 8


def test_a_task_over_two_pages_is_one_cell_and_the_head_is_said_once(tmp_path: Path) -> None:
    export(book_of(LONG * 40, "Ngắn"), "assignment", tmp_path / "a.pdf", options=SIGNED)
    [table] = tree(tmp_path / "a.pdf").all("Table")
    assert len(table.all("TH")) == 4  # nothing stands in the others
    assert len(table.kids) == 3
    assert max(cell.more.count("/MCR") for cell in table.all("TD")) >= 2


@pytest.mark.parametrize("kind", ["matrix", "summary"])
def test_wide_tables_and_charts_have_their_elements(kind: str, tmp_path: Path) -> None:
    export(sample_book(), kind, tmp_path / "a.pdf", options=SIGNED)
    document = tree(tmp_path / "a.pdf")
    assert len(document.all("Table")) == (1 if kind == "matrix" else 2)
    assert len(document.all("H1")) == 1
    figures = document.all("Figure")
    assert len(figures) == (0 if kind == "matrix" else 1)
    for figure in figures:
        said = re.search(r"/Alt <FEFF([0-9A-F]+)>", figure.more)
        assert said
        assert "Sở Tài chính: chủ trì" in bytes.fromhex(said[1]).decode("utf-16-be")


def test_each_sheet_of_a_file_is_a_section(tmp_path: Path) -> None:
    export(sample_book(), "checklist", tmp_path / "a.pdf", each_agency=True, bundle="file", options=OPTIONS)
    document = tree(tmp_path / "a.pdf")
    assert {kid.kind for kid in document.kids} == {"Sect"}
    assert len(document.kids) == len(document.all("H1")) > 4


def test_what_belongs_to_nothing_is_found(tmp_path: Path) -> None:
    from core.sheets.check_archive import _all_marked

    assert _all_marked(b"/P <</MCID 0>> BDC BT (a) Tj ET EMC /Artifact BMC 0 0 m 1 1 l S EMC")
    assert not _all_marked(b"/P <</MCID 0>> BDC BT (a) Tj ET EMC 0 0 m 1 1 l S")
    assert not _all_marked(b"/P <</MCID 0>> BDC /P <</MCID 1>> BDC (a) Tj EMC EMC")
    export(sample_book(), "summary", tmp_path / "a.pdf", options=OPTIONS)
    data = (tmp_path / "a.pdf").read_bytes()
    assert _structure(_things(data.replace(b"/Marked true", b"/Marked no!!"))) != []
    assert _structure(_things(data.replace(b"/StructParents", b"/StructParentz"))) != []
