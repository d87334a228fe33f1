"""One file read again to another text: every plan keeps the text that its spans count in, here and on other machines."""
from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from core import edits
from core.agencies import Directory
from core.delta import key_of
from core.errors import StoreError
from core.handover import Choice
from core.model import Draft, DraftTask, Paragraph, Plan, PlanInfo, PlanText, Source, Span
from core.stored_text import key_of_source, layout_of, plan_text
from db import opening, package, schema
from db.handover import compare_package, take_package, write_package
from db.store import Store, open_store
from tests.db.clerk import contents, import_plan, raw, store_at
from tests.db.test_package import rewritten

DATA = b"the bytes of one file" * 30
OLD = Path(__file__).resolve().parents[1] / "old_files" / "schema-1.db"


def reading(words: str, data: bytes = DATA) -> Source:
    text = PlanText(words, (Paragraph(Span(0, len(words))),), "txt")
    return Source(sha256(data).hexdigest(), "kế hoạch.txt", data, text)


def import_reading(store: Store, words: str, key: str = "") -> Plan:
    source = reading(words)
    task = DraftTask(("1",), words, Span(words.index("Sở"), len(words)))
    plan, delta = edits.store_draft(Draft(PlanInfo(title=words[:9]), words, (task,)), Directory(store.agencies()), imported=store.now(),
                                    source=key or key_of_source(source), source_name=source.name)
    store.write(delta, source)
    return plan


def as_the_first_release(store: Store) -> None:
    """Every reading under the key that the first release gave it: the SHA-256 of its file."""
    with store.transaction() as connection:
        connection.execute("UPDATE plan SET source = (SELECT file FROM source WHERE sha = plan.source)")
        connection.execute("UPDATE source SET sha = file")


def spans_hold(store: Store, plan: Plan) -> bool:
    book = store.book(plan.id)
    return all(task.span is not None and task.span.of(book.text) == task.text[-len(task.span):] for task in book.tasks)


def test_a_file_read_again_to_another_text_keeps_both(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    first = import_reading(store, "Së Y tÕ: Sở Y tế chủ trì")
    second = import_reading(store, "Bản đọc sau dài hơn hẳn: Sở Y tế chủ trì")
    assert store.book(first.id).text == "Së Y tÕ: Sở Y tế chủ trì"
    assert store.book(second.id).text == "Bản đọc sau dài hơn hẳn: Sở Y tế chủ trì"
    assert spans_hold(store, first)
    assert spans_hold(store, second)
    assert store.connection.execute("SELECT count(*) FROM original").fetchone()[0] == 1
    found = store.plan_of_source(sha256(DATA).hexdigest())
    assert found is not None
    assert found.id == second.id
    for plan in (first, second):
        assert plan.source is not None
        source = store.source(plan.source)
        assert source is not None
        assert source.data == DATA
    store.close()


def test_the_same_reading_is_kept_once(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    assert import_reading(store, "Sở Y tế").source == import_reading(store, "Sở Y tế").source
    assert store.connection.execute("SELECT count(*) FROM source").fetchone()[0] == 1
    store.close()


def test_the_key_depends_on_file_text_and_layout_and_on_nothing_else() -> None:
    one = reading("Sở Y tế")
    assert key_of_source(one) == key_of_source(replace(one, name="tên khác.txt"))
    others = [reading("Sở Y tế.", DATA), reading("Sở Y tế", DATA + b"x"), replace(one, text=replace(one.text, kind="docx"))]
    assert len({key_of_source(s) for s in (one, *others)}) == 4
    assert plan_text(one.text.text, layout_of(one.text)) == one.text


def test_an_old_database_keeps_its_keys_texts_and_history(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    shutil.copy(OLD, path)
    with opening.connect(path, read_only=True) as old:
        before = old.execute("SELECT sha, name, size, data, text, layout FROM source ORDER BY sha").fetchall()
    old.close()
    assert len(before) == 2
    store = open_store(path)
    assert store.connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
    assert store.connection.execute("SELECT s.sha, o.name, o.size, o.data, s.text, s.layout FROM source s "
                                    "JOIN original o ON o.sha = s.file ORDER BY s.sha").fetchall() == before
    records = contents(store)
    for summary in store.plans():
        plan = store.book(summary.id).plan
        assert plan.source is not None
        source = store.source(plan.source)
        assert source is not None
        assert source.sha == plan.source
        assert store.book(plan.id).text == source.text.text
        found = store.plan_of_source(source.sha)
        assert found is not None
        assert found.id == plan.id
    while store.undo() is not None:  # plans in the history point to the old keys
        pass
    assert store.plans() == []
    steps = 0
    while store.redo() is not None:
        steps += 1
    assert steps == 10
    assert {key_of(r) for r in contents(store) if isinstance(r, Plan)} == {key_of(r) for r in records if isinstance(r, Plan)}
    opening.check_integrity(store.connection, path)
    store.close()
    store = open_store(path)  # a second time nothing is left to do
    assert store.opened.copied is None
    store.close()


def test_a_plan_of_an_old_database_is_read_again(tmp_path: Path) -> None:
    """The bug of the first release: the new copy got the text of the old one."""
    store = store_at(tmp_path / "a.db")
    first = import_reading(store, "Së Y tÕ: Sở Y tế chủ trì")
    as_the_first_release(store)
    second = import_reading(store, "Sở Y tế chủ trì, đọc lại bằng bản mới")
    assert spans_hold(store, second)
    assert store.book(first.id).text == "Së Y tÕ: Sở Y tế chủ trì"
    store.close()


# ---------------------------------------------------------------- packages


@pytest.fixture
def two(tmp_path: Path) -> tuple[Store, Store, Path]:
    return store_at(tmp_path / "a.db", "Lan"), store_at(tmp_path / "b.db", "Minh"), tmp_path / "gói.phancong"


def give(store: Store, target: Path, *plans: str) -> package.Package:
    write_package(store, target, plans)
    return package.read(target)


def version_of(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return int(json.loads(archive.read("manifest.json"))["version"])


def test_both_readings_travel_and_the_file_once(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plans = [import_reading(a, "Bản một: Sở Y tế"), import_reading(a, "Bản hai, khác hẳn: Sở Y tế")]
    take_package(b, give(a, file, *(p.id for p in plans)), {})
    assert version_of(file) == 2
    for plan in plans:
        assert b.book(plan.id).text == a.book(plan.id).text
        assert plan.source is not None
        assert b.source(plan.source) == a.source(plan.source)
    assert raw(b, ["original", "source"]) == raw(a, ["original", "source"])


def test_a_package_of_old_plans_can_still_be_read_by_the_first_release(two: tuple[Store, Store, Path]) -> None:
    a, _, file = two
    plan = import_plan(a, 1)
    as_the_first_release(a)
    give(a, file, plan.id)
    assert version_of(file) == 1
    key = a.book(plan.id).plan.source
    with zipfile.ZipFile(file) as archive:
        assert set(json.loads(archive.read(f"sources/{key}.json"))) == {"name", "text", "layout"}
        assert f"sources/{key}.bin" in archive.namelist()


def test_an_old_package_comes_in(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_reading(a, "Bản một: Sở Y tế")
    as_the_first_release(a)
    found = give(a, file, plan.id)
    take_package(b, found, {})
    assert b.book(plan.id).text == "Bản một: Sở Y tế"
    assert b.book(plan.id).plan.source == sha256(DATA).hexdigest()
    assert compare_package(b, found) == []


def test_an_old_package_whose_file_was_read_otherwise_here(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    theirs, ours = import_reading(a, "Máy kia đọc khác: Sở Y tế"), import_reading(b, "Máy này: Sở Y tế")
    as_the_first_release(a)
    as_the_first_release(b)
    found = give(a, file, theirs.id)
    take_package(b, found, {})
    assert b.book(theirs.id).text == "Máy kia đọc khác: Sở Y tế"
    assert spans_hold(b, theirs)
    assert b.book(ours.id).text == "Máy này: Sở Y tế"
    assert spans_hold(b, ours)
    assert compare_package(b, found) == []
    assert take_package(b, found, {}) is None
    assert b.undo() is not None
    assert b.redo() is not None
    assert spans_hold(b, theirs)
    back = give(b, file, theirs.id)  # and over there its text is known by the old key
    assert [row for row in compare_package(a, back) if row.plan] == []


def test_a_plan_that_got_another_source_there_brings_it_along(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_reading(a, "Bản một: Sở Y tế")
    take_package(b, give(a, file, plan.id), {})
    book = a.book(plan.id)
    newer = reading("Bản hai, của tệp khác: Sở Y tế", b"another file" * 9)
    a.write(edits.edit_plan(book, source=key_of_source(newer), source_name="bản hai.txt"), newer)
    found = give(a, file, plan.id)
    take_package(b, found, {row.unit: Choice.THERE for row in compare_package(b, found)})
    assert b.book(plan.id).text == "Bản hai, của tệp khác: Sở Y tế"


def test_everything_in_one_file_brings_both_readings_back(tmp_path: Path) -> None:
    from db.handover import fill

    a = store_at(tmp_path / "a.db")
    import_reading(a, "Bản một: Sở Y tế")
    import_reading(a, "Bản hai, khác hẳn: Sở Y tế")
    write_package(a, tmp_path / "tất cả.zip", None)
    b = store_at(tmp_path / "b.db")
    fill(b, package.read(tmp_path / "tất cả.zip"))
    assert raw(b, ["plan", "original", "source"]) == raw(a, ["plan", "original", "source"])


@pytest.mark.parametrize("change", ["text", "file", "layout"])
def test_a_reading_that_does_not_fit_its_key_is_refused(change: str, two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_reading(a, "Bản một: Sở Y tế")
    give(a, file, plan.id)

    def forged(parts: dict[str, bytes]) -> None:
        name = f"sources/{plan.source}.json"
        found = json.loads(parts[name])
        if change == "text":
            found["text"] = "Sở khác chủ trì"
        elif change == "file":
            found["file"] = "f" * 64
        else:
            found["layout"] = {"kind": "txt"}
        parts[name] = json.dumps(found).encode()

    before = raw(b, ["plan", "original", "source"])
    with pytest.raises(StoreError, match="hỏng"):
        take_package(b, package.read(rewritten(file, forged)), {})
    assert raw(b, ["plan", "original", "source"]) == before
