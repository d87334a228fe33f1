"""The command line as a clerk's colleague would script it: real processes, exit codes, one clear line for a mistake."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLAN = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU

KẾ HOẠCH
Phát triển du lịch cộng đồng năm 2026

I. MỤC ĐÍCH
- Nâng cao chất lượng du lịch.

II. NHIỆM VỤ
1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Tài chính:
- Xây dựng đề án phát triển du lịch cộng đồng, hoàn thành trước ngày 30/6/2026.
- Tổ chức lễ hội du lịch mùa nước nổi tại các điểm đến của tỉnh.
2. Sở Xây dựng chủ trì, phối hợp với các sở, ban, ngành và địa phương:
- Nâng cấp các tuyến đường vào khu du lịch sinh thái trên địa bàn tỉnh.
"""


def run(*arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    result = subprocess.run([sys.executable, ROOT / "main.py", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8",
                            check=False, timeout=120)
    assert result.returncode == code, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    if code == 2:
        assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    return result


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "Kế hoạch của tỉnh"
    folder.mkdir()
    path = folder / "Du lịch năm 2026.txt"
    path.write_text(PLAN, encoding="utf-8-sig", newline="\r\n")
    return path


def test_extract_prints_one_json_object_and_touches_nothing(plan: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in plan.parent.iterdir()}
    found = json.loads(run("extract", plan).stdout)
    assert found["schema"] == 1
    assert [t["leads"] for t in found["tasks"]] == [["Sở Văn hóa, Thể thao và Du lịch"]] * 2 + [["Sở Xây dựng"]]
    assert found["tasks"][0]["coops"] == ["Sở Tài chính"]
    assert found["tasks"][0]["deadlines"][0]["date"] == "2026-06-30"
    for task in found["tasks"]:
        start, end = task["span"]
        assert found["text"][start:end].split() == task["text"].split()
    assert {p: p.stat().st_mtime_ns for p in plan.parent.iterdir()} == before


def test_import_list_export(plan: Path, tmp_path: Path) -> None:
    db = tmp_path / "sổ.db"
    assert "3 nhiệm vụ" in run("import", plan, "--db", db).stdout
    assert "không đổi gì" in run("import", plan, "--db", db).stdout
    assert len(run("list", "--db", db).stdout.splitlines()) == 1
    run("import", plan, "--db", db, "--again")
    assert len(run("list", "--db", db).stdout.splitlines()) == 2
    for ending in ("xlsx", "pdf", "docx"):
        target = tmp_path / f"phụ lục.{ending}"
        run("export", "--db", db, "--plan", "1", "--sheet", "assignment", "--to", target)
        assert target.stat().st_size > 1000
    run("export", "--db", db, "--plan", "1", "--sheet", "checklist", "--agency", "so tai chinh", "--to", tmp_path / "phiếu.pdf")
    run("export", "--db", db, "--plan", "1", "--sheet", "checklist", "--each-agency", "--format", "xlsx", "--to", tmp_path / "phiếu")
    # each body with work of its own has a sheet (a group has members instead)
    assert len(list((tmp_path / "phiếu").glob("*.xlsx"))) >= 3
    run("export", "--db", db, "--plan", "1", "--sheet", "checklist", "--each-agency", "--to", tmp_path / "tất cả.pdf")
    assert (tmp_path / "tất cả.pdf").read_bytes().startswith(b"%PDF")  # the ending of a file asks for one file


def test_demo_makes_the_whole_trip(tmp_path: Path) -> None:
    out = tmp_path / "thử"
    said = run("demo", "--out", out).stdout
    assert "nhiệm vụ" in said
    for name in ("phancong.db", "phu-luc-phan-cong.xlsx", "phu-luc-phan-cong.pdf", "ma-tran-phan-cong.xlsx", "ma-tran-phan-cong.pdf"):
        assert (out / name).stat().st_size > 1000
    for ending in ("xlsx", "pdf"):
        assert len(list((out / "phieu-nhiem-vu" / ending).glob(f"*.{ending}"))) > 5


def test_mistakes_get_one_line(plan: Path, tmp_path: Path) -> None:
    run("extract", tmp_path / "không có.txt", code=2)
    run("extract", tmp_path, code=2)
    empty = tmp_path / "trống.txt"
    empty.touch()
    run("extract", empty, code=2)
    binary = tmp_path / "ảnh.docx"
    binary.write_bytes(bytes(range(256)) * 20)
    run("extract", binary, code=2)
    run("list", "--db", tmp_path / "không có.db", code=2)
    run("export", "--plan", "1", code=2)
    run("lisst", code=2)
    run("--lang", "fr", code=2)


def test_a_failed_import_stores_nothing(plan: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    run("import", broken, plan, "--db", db, code=2)
    assert len(run("list", "--db", db).stdout.splitlines()) == 1


def test_export_says_what_is_wrong_and_leaves_the_old_file(plan: Path, tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    run("import", plan, "--db", db)
    said = run("export", "--db", db, "--plan", "9", "--sheet", "matrix", "--to", tmp_path / "x.pdf", code=2).stderr
    assert "9" in said
    run("export", "--db", db, "--plan", "1", "--sheet", "matrix", "--to", tmp_path / "x.odt", code=2)
    run("export", "--db", db, "--plan", "1", "--sheet", "checklist", "--agency", "Sở Không Có", "--to", tmp_path / "x.pdf", code=2)
    assert not (tmp_path / "x.pdf").exists()


def test_subcommands_import_no_qt(plan: Path) -> None:
    probe = "import sys, runpy; sys.argv = sys.argv[1:]\ntry: runpy.run_path(sys.argv[0], run_name='__main__')\n" \
            "except SystemExit: pass\nprint([m for m in sys.modules if m.startswith('PySide6')], file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", probe, str(ROOT / "main.py"), "extract", str(plan)], capture_output=True, text=True,
                            check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert result.stderr.strip() == "[]"


def test_letters_of_old_sets_are_told_and_can_be_kept(tmp_path: Path) -> None:
    old = "Céng hoµ x· héi chñ nghÜa ViÖt Nam\nI. NHIEM VU\n1. Së Y tÕ chñ tr×, phèi hîp víi Së Tµi chÝnh x©y dùng kÕ ho¹ch."
    path = tmp_path / "ban ABC.txt"
    path.write_bytes(old.encode("latin-1"))
    assert "Sở Y tế chủ trì" in json.loads(run("extract", path).stdout)["text"]
    assert "Së Y tÕ chñ tr×" in json.loads(run("extract", path, "--keep-letters").stdout)["text"]
    db = tmp_path / "a.db"
    said = run("import", path, "--db", db).stdout
    assert "Đã đổi chữ TCVN3 (ABC) sang Unicode: 21 chữ. Ví dụ: “Céng hoµ x· héi" in said
    assert "--again --keep-letters" in said
    said = run("import", path, "--db", db, "--again", "--keep-letters").stdout
    assert "Giữ nguyên chữ gốc: 21 chữ" in said
    assert len(run("list", "--db", db).stdout.strip().splitlines()) == 2
