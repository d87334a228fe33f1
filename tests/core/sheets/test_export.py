"""The service: formats, one agency and all, whole files only, clear words when something is in the way."""
from __future__ import annotations

import errno
import os
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.errors import Cancelled, CannotWrite, UserError
from core.sheets import export as service
from core.sheets.checklist import agencies_with_duties, duties_of, find_agency
from core.sheets.export import checklist_names, export, export_job
from core.sheets.options import SheetOptions
from tests.sheets.sample import GROUP_WORDS, sample_book

OPTIONS = SheetOptions(today=date(2026, 4, 1))
MAGIC = {"pdf": b"%PDF-1.7", "xlsx": b"PK", "docx": b"PK"}


@pytest.mark.parametrize("format", ["xlsx", "pdf", "docx"])
@pytest.mark.parametrize("kind", ["assignment", "matrix", "summary"])
def test_the_ending_says_the_format(kind: str, format: str, tmp_path: Path) -> None:
    target = tmp_path / f"Biểu số 1.{format.upper()}"
    assert export(sample_book(), kind, target, options=OPTIONS) == [target]
    assert target.read_bytes().startswith(MAGIC[format])
    assert [p.name for p in tmp_path.iterdir()] == [target.name]


def test_the_format_may_be_named(tmp_path: Path) -> None:
    export(sample_book(), "assignment", tmp_path / "biểu", format="pdf", options=OPTIONS)
    assert (tmp_path / "biểu").read_bytes().startswith(b"%PDF")


def test_one_agency_by_id_name_or_any_way_of_writing_it(tmp_path: Path) -> None:
    for wanted in ("vh", "Sở Văn hóa, Thể thao và Du lịch", "so van hoa the thao va du lich", "SVHTTDL"):
        assert find_agency(sample_book(), wanted).id == "vh"
    with pytest.raises(UserError, match="Sở Lạ"):
        export(sample_book(), "checklist", tmp_path / "x.pdf", agency="Sở Lạ")
    with pytest.raises(UserError, match="Chưa chọn cơ quan"):
        export(sample_book(), "checklist", tmp_path / "x.pdf")


def test_duties_lead_cooperate_and_through_a_group() -> None:
    book = sample_book()
    duties = duties_of(book, "tc")
    assert [d.task.text[:8] for d in duties.leads] == ["Bố trí k"]
    assert duties.coops == ()
    assert [(d.cell.agency, d.cell.role.value, d.cell.written) for d in duties.groups] == [
        ("cs", "coop", GROUP_WORDS), ("cs", "lead", GROUP_WORDS)]
    own_and_group = duties_of(book, "xd")
    assert [d.task.id for d in own_and_group.coops] == ["0000000000000001"]  # its own part outweighs the group's
    assert "0000000000000001" not in [d.task.id for d in own_and_group.groups]


def test_everybody_with_a_part_gets_a_sheet_a_group_only_without_members() -> None:
    assert [a.id for a in agencies_with_duties(sample_book())] == ["vh", "tc", "xd", "ct", "cl", "vt", "hh", "dn"]


@pytest.mark.parametrize("format", ["xlsx", "pdf", "docx"])
def test_all_agencies_into_a_folder(format: str, tmp_path: Path) -> None:
    folder = tmp_path / "Các phiếu"
    made = export(sample_book(), "checklist", folder, format=format, each_agency=True, options=OPTIONS)
    names = checklist_names(agencies_with_duties(sample_book()), format)
    assert [p.name for p in made] == names
    assert sorted(p.name for p in folder.iterdir()) == sorted(names)
    assert "Phiếu nhiệm vụ - Sở Văn hóa, Thể thao và Du lịch." + format in names


def test_chosen_agencies_only(tmp_path: Path) -> None:
    options = SheetOptions(agencies=("hh", "tc"), today=OPTIONS.today)
    made = export(sample_book(), "checklist", tmp_path / "phiếu", format="docx", each_agency=True, options=options)
    assert [p.stem for p in made] == ["Phiếu nhiệm vụ - Sở Tài chính", "Phiếu nhiệm vụ - Hiệp hội Du lịch tỉnh"]


def test_all_agencies_in_one_file(tmp_path: Path) -> None:
    import pypdfium2 as pdfium
    from openpyxl import load_workbook

    for ending in ("pdf", "xlsx"):
        export(sample_book(), "checklist", tmp_path / f"a.{ending}", each_agency=True, bundle="file", options=OPTIONS)
    document = pdfium.PdfDocument(tmp_path / "a.pdf")
    names = [a.name[0].upper() + a.name[1:] for a in agencies_with_duties(sample_book())]
    assert [m.get_title() for m in document.get_toc() if m.level == 0] == names
    document.close()
    assert [s.title for s in load_workbook(tmp_path / "a.xlsx").worksheets if s.sheet_state == "visible"][1] == "Sở Tài chính"


def test_a_plan_without_assignments_says_so(tmp_path: Path) -> None:
    from core.book import Book
    from core.model import Plan

    with pytest.raises(UserError, match="chưa phân công"):
        export(Book(Plan("p", "")), "checklist", tmp_path / "x", format="pdf", each_agency=True)
    for kind in ("assignment", "matrix", "summary"):
        for ending in ("pdf", "xlsx", "docx"):
            export(Book(Plan("p", "")), kind, tmp_path / f"{kind}.{ending}", options=OPTIONS)


def test_the_old_file_stays_whole_when_the_person_stops(tmp_path: Path) -> None:
    target = tmp_path / "phụ lục.xlsx"
    for ending in ("xlsx", "pdf", "docx"):
        target = tmp_path / f"phụ lục.{ending}"
        target.write_bytes(b"old")

        def stop(share: float, what: str) -> None:
            raise Cancelled()

        with pytest.raises(Cancelled):
            export(sample_book(40), "assignment", target, options=OPTIONS, progress=stop)
        assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_stopped_folder_is_left_as_it_was(tmp_path: Path) -> None:
    seen: list[str] = []

    def stop(share: float, what: str) -> None:
        seen.append(what)
        if len(seen) == 3:
            raise Cancelled()

    with pytest.raises(Cancelled):
        export(sample_book(), "checklist", tmp_path / "mới", format="pdf", each_agency=True, options=OPTIONS, progress=stop)
    assert list(tmp_path.iterdir()) == []
    old = tmp_path / "cũ"
    old.mkdir()
    (old / "ghi chú.txt").write_text("giữ lại", encoding="utf-8")
    seen.clear()
    with pytest.raises(Cancelled):
        export(sample_book(), "checklist", old, format="pdf", each_agency=True, options=OPTIONS, progress=stop)
    assert [p.name for p in old.iterdir()] == ["ghi chú.txt"]


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    for ending in ("xlsx", "pdf", "docx"):
        shares: list[float] = []
        export(sample_book(60), "assignment", tmp_path / f"a.{ending}", options=OPTIONS, progress=lambda s, w, to=shares: to.append(s))
        assert shares == sorted(shares)
        assert len(shares) > 2
        assert 0.9 < shares[-1] <= 1.0


@pytest.mark.parametrize(("number", "words"), [
    (errno.ENOSPC, "đầy"), (errno.EACCES, "đang mở"), (errno.EPERM, "đang mở"), (errno.EROFS, "chỉ cho đọc"), (errno.ENAMETOOLONG, "dài"),
    (errno.EIO, "báo lỗi"),
])
@pytest.mark.parametrize("each", [False, True])
def test_what_the_system_says_becomes_what_the_person_reads(number: int, words: str, each: bool, tmp_path: Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "phiếu.pdf"
    target.write_bytes(b"old")

    def refuse(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(service.os, "replace", refuse)
    with pytest.raises(CannotWrite, match=words) as caught:
        export(sample_book(), "checklist", tmp_path / "mới" if each else target, format="pdf", agency=None if each else "vh",
               each_agency=each)
    assert "phiếu" in caught.value.message or "Phiếu" in caught.value.message
    assert caught.value.advice
    assert [p.name for p in tmp_path.iterdir()] == ["phiếu.pdf"]
    assert target.read_bytes() == b"old"


def test_a_checklist_that_is_open_elsewhere_does_not_keep_back_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = checklist_names(agencies_with_duties(sample_book()), "pdf")
    for name in names:
        (tmp_path / name).write_bytes(b"old")
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target).name == names[1]:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        replace(source, target)

    monkeypatch.setattr(service.os, "replace", refuse)
    with pytest.raises(CannotWrite, match="mở trong chương trình khác") as caught:
        export(sample_book(), "checklist", tmp_path, format="pdf", each_agency=True, options=OPTIONS)
    assert names[1] in caught.value.message
    assert f"Đã ghi {len(names) - 1} phiếu, còn 1 phiếu giữ nguyên bản cũ." in caught.value.message
    assert {name for name in names if (tmp_path / name).read_bytes() == b"old"} == {names[1]}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(names)


def test_targets_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "tệp.txt").touch()
    for target, words in ((tmp_path, "thư mục"), (tmp_path / "không có" / "a.pdf", "Không có thư mục"),
                          (tmp_path / "tệp.txt" / "a.pdf", "Không có thư mục"), (tmp_path / ("x" * 300 + ".pdf"), "dài"),
                          (tmp_path / "a\0b.pdf", "ký tự")):
        with pytest.raises(CannotWrite, match=words):
            export(sample_book(), "assignment", target, format="pdf", options=OPTIONS)
    with pytest.raises(CannotWrite, match="không phải thư mục"):
        export(sample_book(), "checklist", tmp_path / "tệp.txt", format="pdf", each_agency=True)
    for bad in ("a.odt", "a", "a.xls"):
        with pytest.raises(UserError, match="chỉ có Excel"):
            export(sample_book(), "assignment", tmp_path / bad)
    with pytest.raises(UserError, match="loại biểu"):
        export(sample_book(), "poster", tmp_path / "a.pdf")
    assert [p.name for p in tmp_path.iterdir()] == ["tệp.txt"]


def test_letters_that_windows_forbids_are_told_with_a_name_that_works() -> None:
    with pytest.raises(CannotWrite, match=r"Có thể dùng tên “a b\.pdf”"):
        service._check(Path("a:b.pdf"), windows=True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights are only refused to ordinary users")
def test_no_right_to_write(tmp_path: Path) -> None:
    closed = tmp_path / "khoá"
    closed.mkdir(mode=0o500)
    with pytest.raises(CannotWrite, match="quyền ghi"):
        export(sample_book(), "assignment", closed / "a.pdf", options=OPTIONS)


def test_the_job_travels_to_a_worker_process(tmp_path: Path) -> None:
    job = pickle.dumps((export_job, (sample_book(), "assignment", tmp_path / "a.pdf", {"options": OPTIONS})))
    function, arguments = pickle.loads(job)
    assert function(*arguments) == [tmp_path / "a.pdf"]


@pytest.mark.parametrize("each", [False, True])
def test_a_disk_that_fills_while_writing_leaves_the_old_files_whole(each: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "phiếu"
    folder.mkdir()
    names = checklist_names(agencies_with_duties(sample_book()), "pdf")
    for name in names:
        (folder / name).write_bytes(b"old")
    written: list[Path] = []

    def half(bundle: object, target: Path, format: str, progress: object = None) -> None:
        target.write_bytes(b"%PDF half")
        written.append(target)
        if not each or len(written) == 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(service, "write", half)
    with pytest.raises(CannotWrite, match="đầy"):
        export(sample_book(), "checklist", folder if each else folder / names[0], format="pdf", agency=None if each else "vh",
               each_agency=each)
    assert sorted(p.name for p in folder.iterdir()) == sorted(names)
    assert {p.read_bytes() for p in folder.iterdir()} == {b"old"}
