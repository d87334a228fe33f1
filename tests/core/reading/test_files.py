"""Files that cannot be read tell why in one Vietnamese line; kinds are told by content, not by the name's ending."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from core.errors import UnreadableFile
from core.reading import load, read
from core.reading.files import MOST_BYTES, kind_of
from tests.core.reading.made import Pdf, docx, par, zipped


def test_missing_folder_and_empty_files_say_what_is_wrong(tmp_path: Path) -> None:
    empty = tmp_path / "trống.docx"
    empty.touch()
    for path, words in ((tmp_path / "không có.docx", "Không tìm thấy"), (tmp_path, "thư mục"), (empty, "trống")):
        with pytest.raises(UnreadableFile, match=words):
            read(path)


def test_a_file_of_2_gb_is_refused_by_its_size(tmp_path: Path) -> None:
    big = tmp_path / "lớn.pdf"
    with open(big, "wb") as file:
        file.truncate(2 * 1024**3)
    with pytest.raises(UnreadableFile, match=r"quá lớn \(2\.048 MB\)"):
        load(big)
    assert MOST_BYTES < 2 * 1024**3


@pytest.mark.skipif(not hasattr(os, "mkfifo") or os.name == "nt", reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "ống.txt"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableFile, match="tệp thông thường"):
        load(pipe)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_right_to_read(tmp_path: Path) -> None:
    path = tmp_path / "khóa.txt"
    path.write_text("Kế hoạch", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="quyền đọc"):
        load(path)


def test_a_file_held_by_another_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(docx(par("Kế hoạch")))

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr("builtins.open", locked)
    with pytest.raises(UnreadableFile, match="chương trình khác đang giữ"):
        load(path)


def test_kinds_are_told_by_content(tmp_path: Path) -> None:
    pdf = Pdf()
    pdf.text(100, 100, "Kế hoạch")
    made = {
        "docx": docx(par("Kế hoạch")),
        "pdf": pdf.bytes(),
        "rtf": b"{\\rtf1 a}",
        "html": b"<!DOCTYPE html><p>a",
        "txt": "Kế hoạch".encode(),
        "odt": zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, zipfile.ZIP_STORED),
        "xlsx": zipped({"xl/workbook.xml": "<a/>"}),
        "image": b"\x89PNG\r\n\x1a\n....",
        "mht": b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
    }
    for kind, data in made.items():
        assert kind_of(data, "tên.sai") == kind
    assert kind_of(b"# K", "a.md") == "md"
    wrong = tmp_path / "kế hoạch.pdf"  # a Word file with the ending of a PDF
    wrong.write_bytes(made["docx"])
    assert read(wrong).kind == "docx"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
        (zipped({"ảnh.bin": b"123"}), "tệp nén"),
        (zipped({"xl/workbook.bin": b"1"}), "xlsb"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "Workbook".encode("utf-16-le"), ".xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "hỏng"),
        (bytes(range(256)) * 40, "định dạng"),
        (b"\x7fELF" + bytes(range(200, 255)) * 30, "định dạng"),
        (b"MZ\x90\x00" + b"\x00\x01\x02" * 500, "định dạng"),
    ],
)
def test_what_is_known_but_not_read_says_so(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "tệp lạ.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=words) as caught:
        read(path)
    assert len(caught.value.message) < 120
    assert "\n" not in str(caught.value)


def test_white_space_alone_is_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "trắng.txt"
    path.write_bytes(b"  \r\n \t \r\n")
    with pytest.raises(UnreadableFile):
        read(path)
