"""A package is read as hostile: whatever was done to it, it is refused whole and nothing is written anywhere."""
from __future__ import annotations

import hashlib
import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import UserError
from db import package
from db.handover import compare_package, take_package, write_package
from db.store import Store
from tests.db.clerk import import_plan, random_steps, raw, store_at


@pytest.fixture
def made(tmp_path: Path) -> tuple[Store, Path]:
    a = store_at(tmp_path / "a.db")
    plan = import_plan(a, 1)
    random_steps(a, plan, 3, 6)
    write_package(a, tmp_path / "gói.phancong", [plan.id])
    a.close()
    return store_at(tmp_path / "b.db", "Minh"), tmp_path / "gói.phancong"


def rewritten(path: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """The package with changed members and a manifest whose sums fit again: an attacker can do that."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    manifest = json.loads(parts.pop("manifest.json"))
    manifest["members"] = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    parts["manifest.json"] = json.dumps(manifest).encode()
    target = path.with_name("changed.phancong")
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target


def refused(store: Store, path: Path) -> str:
    before, files = raw(store), sorted(p for p in path.parent.rglob("*"))
    with pytest.raises(UserError) as error:
        take_package(store, package.read(path), {})
    assert raw(store) == before
    assert sorted(p for p in path.parent.rglob("*")) == files
    return str(error.value)


@pytest.mark.parametrize("name", ["../outside.json", "/etc/passwd", "plans/../../x.json", "C:\\x.json", "sources/evil.bin",
                                  "plans/a/b.json", "x" * 300])
def test_names_that_lead_elsewhere(name: str, made: tuple[Store, Path]) -> None:
    store, path = made
    assert "hỏng" in refused(store, rewritten(path, lambda parts: parts.update({name: b"{}"})))


def test_links_duplicates_and_encrypted_members(made: tuple[Store, Path]) -> None:
    store, path = made
    info = zipfile.ZipInfo("sources/" + "0" * 64 + ".bin")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(info, "/etc/passwd")
    assert "liên kết" in refused(store, path)


def test_a_bomb_is_not_unpacked(made: tuple[Store, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    store, path = made
    monkeypatch.setattr(package, "MAX_MEMBER", 1_000_000)
    monkeypatch.setattr(package, "MAX_TOTAL", 4_000_000)
    bomb = path.with_name("bomb.phancong")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("sources/" + "0" * 64 + ".bin", bytes(2_000_000))
    refused(store, bomb)


def _records(parts: dict[str, bytes]) -> tuple[str, Any]:
    name = next(n for n in parts if n.startswith("plans/"))
    return name, json.loads(parts[name])


def _with(change: Callable[[Any], object]) -> Callable[[dict[str, bytes]], object]:
    def apply(parts: dict[str, bytes]) -> None:
        name, found = _records(parts)
        change(found)
        parts[name] = json.dumps(found).encode()

    return apply


@pytest.mark.parametrize("change", [
    lambda f: f["records"].update({"meta": [{"key": "person", "value": "x"}]}),
    lambda f: f["records"].update({"agency": []} | {"history": [{}]}),
    lambda f: f["records"]["task"][0].update({"text": ["a"]}),
    lambda f: f["records"]["task"][0].update({"place": "first"}),
    lambda f: f["records"]["task"][0].update({"place": True}),
    lambda f: f["records"]["task"][0].update({"due": "2026-02-31"}),
    lambda f: f["records"]["task"][0].update({"paused": 7}),
    lambda f: f["records"]["task"][0].update({"path": "[1, 2]"}),
    lambda f: f["records"]["task"][0].update({"path": "{}"}),
    lambda f: f["records"]["task"][0].update({"id": "a/b"}),
    lambda f: f["records"]["task"][0].update({"id": "x'; DROP TABLE plan; --"}),
    lambda f: f["records"]["task"][0].update({"plan": "elsewhere"}),
    lambda f: f["records"]["task"][0].update({"extra": 1}),
    lambda f: f["records"]["task"][0].pop("note"),
    lambda f: f["records"]["plan"][0].update({"status": "signed"}),
    lambda f: f["records"]["plan"][0].update({"source": "f" * 64}),
    lambda f: f["records"].update({"assignment": [dict(f["records"]["assignment"][0], agency="nobody")]}),
    lambda f: f["records"].update({"task": 5}),
    lambda f: f["stamps"].append(["plan", None, "zz", "", ""]),
    lambda f: f["stamps"].append(["task/x", None, "zz", "", ""]),
    lambda f: f["stamps"].append(["task/../x", None, "ab", "", ""]),
    lambda f: f.pop("stamps"),
])
def test_values_that_are_not_what_they_should_be(change: Callable[[Any], object], made: tuple[Store, Path]) -> None:
    store, path = made
    refused(store, rewritten(path, _with(change)))


@pytest.mark.parametrize("data", [b"", b"[", b"[" * 100_000, b"null", b"[[1]]", b'{"a":1}', b"\xff\xfe",
                                  b'[["a","","","",null,"","done",0,{}]]',
                                  b'[["a","","","",null,"","done",0,{"changes":[["plan",null,null]]}]]',
                                  b'[["a","","","",null,"","done",0,{"changes":[["sqlite_schema",null,[1]]]}]]'])
def test_a_history_that_is_none(data: bytes, made: tuple[Store, Path]) -> None:
    store, path = made
    refused(store, rewritten(path, lambda parts: parts.update({"history.json": data})))


def test_a_source_that_is_not_what_its_name_says(made: tuple[Store, Path]) -> None:
    store, path = made

    def change(parts: dict[str, bytes]) -> None:
        name = next(n for n in parts if n.endswith(".bin"))
        parts[name] = b"something else"

    refused(store, rewritten(path, change))


def test_a_newer_package_is_named_as_such(made: tuple[Store, Path]) -> None:
    store, path = made

    def change(parts: dict[str, bytes]) -> None:
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | {"version": 99}).encode()

    assert "mới hơn" in refused(store, rewritten(path, change))


def test_text_that_looks_like_sql_stays_text(made: tuple[Store, Path]) -> None:
    store, path = made
    words = "x'); DROP TABLE plan; --"
    good = rewritten(path, _with(lambda f: f["records"]["task"][0].update({"text": words})))
    take_package(store, package.read(good), {})
    assert words in {t.text for t in store.book(store.plans()[0].id).tasks}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_random_damage_is_refused_or_harmless(seed: int, made: tuple[Store, Path]) -> None:
    store, path = made
    chance = Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 8)):
        match chance.randrange(3):
            case 0:
                data[chance.randrange(len(data))] = chance.randrange(256)
            case 1:
                start = chance.randrange(len(data))
                del data[start:start + chance.randint(1, 200)]
            case _:
                data[chance.randrange(len(data)):0] = os.urandom(chance.randint(1, 50))
    broken = path.with_name("broken.phancong")
    broken.write_bytes(data)
    try:
        found = package.read(broken)
    except UserError:
        return
    compare_package(store, found)


def test_what_is_no_package(tmp_path: Path) -> None:
    for name, data in (("a", b""), ("b", b"PK\x05\x06" + bytes(18)), ("c", os.urandom(5000))):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UserError):
            package.read(tmp_path / name)
    with pytest.raises(UserError):
        package.read(tmp_path / "none")
    with pytest.raises(UserError):
        package.read(tmp_path)
