"""One file to carry: chosen plans, or everything, as a .zip of JSON and original files. Read as hostile, never unpacked to the disk."""
from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from core.delta import Key
from core.errors import StoreError
from core.handover import Stamp
from core.model import Record
from core.stored_text import layout_of, plan_text, reading_key
from db import history
from db.rows import COLUMNS, from_row, table_of, to_row
from db.stamps import key_of_text

FORMAT = 2  # 1: a source has the SHA-256 of its file as its key; 2: a key of its own
SUFFIX = ".phancong"
MAX_MEMBER = 256 * 1024 * 1024
MAX_TOTAL = 2 * 1024 * 1024 * 1024
MAX_MEMBERS = 50_000
_NAME = re.compile(r"(?:manifest|directory|history)\.json|plans/[0-9A-Za-z_-]{1,64}\.json|sources/[0-9a-f]{64}\.(?:bin|json)")
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An entry of the history as it travels; ``payload`` is what db/history.py packs."""

    uid: str
    at: str
    who: str
    name: str
    plan: str | None
    kind: str
    state: str
    changes: int
    payload: bytes


@dataclass(frozen=True, slots=True)
class PackedFile:
    """An original file, its bytes compressed as the database keeps them."""

    sha: str
    name: str
    size: int
    data: bytes


@dataclass(frozen=True, slots=True)
class PackedSource:
    """What was read from the file with SHA-256 ``file``; ``key`` is what plans call it by."""

    key: str
    file: str
    text: str
    layout: str


@dataclass(slots=True)
class Package:
    """The contents of a package, checked. ``everything`` tells a full export from a hand-over; ``numbers`` are the plans' small numbers."""

    everything: bool = False
    who: str = ""
    at: str = ""
    records: list[Record] = field(default_factory=list)
    stamps: dict[Key, Stamp] = field(default_factory=dict)
    stamp_plans: dict[Key, str | None] = field(default_factory=dict)
    history: list[HistoryRow] = field(default_factory=list)
    files: dict[str, PackedFile] = field(default_factory=dict)
    sources: dict[str, PackedSource] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)


def damaged(what: str = "") -> StoreError:
    return StoreError("Gói này bị hỏng hoặc không phải do Phân công tạo ra" + (f" ({what})." if what else "."),
                      "Hãy xin người gửi xuất lại gói. Chưa có gì được nhận.")


# ---------------------------------------------------------------- writing


def _plain(records: Iterable[Record]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        table = table_of(record)
        found.setdefault(table, []).append(dict(zip(COLUMNS[table], to_row(record), strict=True)))
    return found


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _stamp_rows(rows: Iterable[tuple[str, str | None, str, str, str]]) -> list[list[Any]]:
    return [list(row) for row in rows]


def members(connection: sqlite3.Connection, plan_ids: Iterable[str] | None, read: Callable[[str, list[str] | None], Iterable[Record]],
            *, who: str = "", at: str = "") -> Iterable[tuple[str, bytes]]:
    """Names and bytes of the package's members, the manifest last. ``read(plan_id, None)`` gives a plan's records, ``read("", ids)``
    the directory entries of these agencies (None: all)."""
    everything = plan_ids is None
    chosen = [r[0] for r in connection.execute("SELECT id FROM plan ORDER BY id")] if plan_ids is None else sorted(plan_ids)
    sums: dict[str, str] = {}
    numbers = dict(connection.execute("SELECT plan, no FROM plan_no ORDER BY no").fetchall())
    agencies: set[str] = set()
    for plan_id in chosen:
        records = list(read(plan_id, None))
        agencies |= {r.agency for r in records if type(r).__name__ == "Assignment"}  # type: ignore[union-attr]
        stamps = connection.execute("SELECT key, plan, versions, at, who FROM stamp WHERE plan = ? ORDER BY key", (plan_id,))
        yield _note(sums, f"plans/{plan_id}.json", _json({"records": _plain(records), "stamps": _stamp_rows(stamps)}))
    yield _note(sums, "directory.json", _directory(connection, None if everything else sorted(agencies), read))
    yield _note(sums, "history.json", _history(connection, None if everything else chosen))
    version = 1
    written: set[str] = set()
    for key, file in connection.execute("SELECT sha, file FROM source ORDER BY sha").fetchall():
        if not everything and not _used_by(connection, key, chosen):
            continue
        text, layout = connection.execute("SELECT text, layout FROM source WHERE sha = ?", (key,)).fetchone()
        name, data = connection.execute("SELECT name, data FROM original WHERE sha = ?", (file,)).fetchone()
        if file not in written:
            written.add(file)
            yield _note(sums, f"sources/{file}.bin", zlib.decompress(data))
        head = {"name": name} if key == file else {"name": name, "file": file}
        yield _note(sums, f"sources/{key}.json", _json({**head, "text": text, "layout": json.loads(layout)}))
        version = version if key == file else 2
    manifest = {"format": "phancong", "version": version, "kind": "everything" if everything else "handover", "members": sums,
                "numbers": numbers if everything else {}}
    if not everything:
        manifest |= {"who": who, "at": at}
    yield "manifest.json", _json(manifest)


def _used_by(connection: sqlite3.Connection, sha: str, plans: Iterable[str]) -> bool:
    wanted = set(plans)
    return any(r[0] in wanted for r in connection.execute("SELECT id FROM plan WHERE source = ?", (sha,)))


def _note(sums: dict[str, str], name: str, data: bytes) -> tuple[str, bytes]:
    sums[name] = hashlib.sha256(data).hexdigest()
    return name, data


def _directory(connection: sqlite3.Connection, ids: list[str] | None, read: Callable[[str, list[str] | None], Iterable[Record]]) -> bytes:
    records = list(read("", ids))
    rows = connection.execute("SELECT key, plan, versions, at, who FROM stamp WHERE plan IS NULL ORDER BY key").fetchall()
    # of what is gone the stamp alone travels, so that the other side learns that it was removed
    return _json({"records": _plain(records), "stamps": _stamp_rows(rows)})


def _history(connection: sqlite3.Connection, plans: list[str] | None) -> bytes:
    query = "SELECT uid, at, who, name, plan, kind, state, changes, payload FROM history"
    if plans is not None:
        query += f" WHERE plan IN ({', '.join('?' * len(plans))}) AND state <> 'undone'"
    found = []
    for *head, payload in connection.execute(query + " ORDER BY no", plans or ()):
        found.append([*head, json.loads(zlib.decompress(payload))])
    return _json(found)


def write(target: IO[bytes], parts: Iterable[tuple[str, bytes]]) -> None:
    """The same contents give the same bytes: fixed times, the members in the order given."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            archive.writestr(info, data, compresslevel=6)


# ---------------------------------------------------------------- reading


def read(path: Path) -> Package:
    """Everything in a package, checked. Raises StoreError for what is damaged, foreign, newer or made to harm."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(archive)
    except StoreError:
        raise
    except OSError as error:
        raise StoreError(f"Không đọc được “{path.name}”.", "Hãy kiểm tra tệp còn đó và bạn có quyền đọc.") from error
    except (zipfile.BadZipFile, zlib.error, ValueError, KeyError, TypeError, IndexError, AttributeError, NotImplementedError,
            RuntimeError, EOFError, OverflowError, MemoryError) as error:
        raise damaged() from error


def _read(archive: zipfile.ZipFile) -> Package:
    names = _safe_names(archive)
    manifest = json.loads(_bytes(archive, "manifest.json"))
    if manifest["format"] != "phancong":
        raise damaged()
    if int(manifest["version"]) > FORMAT:
        raise StoreError("Gói này do bản Phân công mới hơn tạo ra.", "Hãy cài bản mới nhất rồi mở lại gói.")
    sums = manifest["members"]
    if set(sums) != names - {"manifest.json"}:
        raise damaged("thiếu hoặc thừa phần")
    package = Package(manifest["kind"] == "everything", _text(manifest.get("who", "")), _text(manifest.get("at", "")))
    package.numbers = {_id(p): int(n) for p, n in manifest.get("numbers", {}).items()}
    for name in sorted(names - {"manifest.json"}):
        data = _bytes(archive, name)
        if hashlib.sha256(data).hexdigest() != sums[name]:
            raise damaged(f"phần {name} không khớp")
        _take(package, name, data)
    _check_links(package)
    return package


def _safe_names(archive: zipfile.ZipFile) -> set[str]:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if len(infos) > MAX_MEMBERS or len(names) != len(infos) or sum(i.file_size for i in infos) > MAX_TOTAL:
        raise damaged("quá lớn hoặc trùng tên")
    for info in infos:
        if not _NAME.fullmatch(info.filename) or info.file_size > MAX_MEMBER or info.flag_bits & 1:
            raise damaged("có phần lạ")
        if stat.S_ISLNK(info.external_attr >> 16) or info.is_dir():
            raise damaged("có liên kết")
    if "manifest.json" not in names:
        raise damaged("thiếu bản kê")
    return names


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    size = archive.getinfo(name).file_size
    with archive.open(name) as part:
        data = part.read(size + 1)
    if len(data) != size:
        raise damaged(f"phần {name} sai độ dài")
    return data


def _take(package: Package, name: str, data: bytes) -> None:
    kind, _, rest = name.partition("/")
    if kind == "sources":
        _take_source(package, rest[:64], rest.endswith(".bin"), data)
        return
    found = json.loads(data)
    if kind == "history.json":
        package.history = [_history_row(row) for row in found]
        return
    allowed = ("agency", "membership") if kind == "directory.json" else ("plan", "task", "assignment", "finding")
    for table, rows in found["records"].items():
        if table not in allowed:
            raise damaged(f"bảng lạ {table!r:.40}")
        package.records += [record(table, row) for row in rows]
    for key, plan, versions, at, who in found["stamps"]:
        parts = key_of_text(_text(key))
        if parts[0] not in COLUMNS or not all(_ID.fullmatch(p) for p in parts) or not re.fullmatch(r"[0-9a-f ]{1,100000}", versions):
            raise damaged("dấu phiên bản")
        package.stamps[parts] = Stamp(tuple(versions.split()), _text(at), _text(who))
        package.stamp_plans[parts] = None if plan is None else _id(plan)


def _take_source(package: Package, key: str, is_file: bool, data: bytes) -> None:
    if is_file:
        if hashlib.sha256(data).hexdigest() != key:
            raise damaged("tệp gốc không khớp")
        known = package.files.get(key)
        package.files[key] = PackedFile(key, known.name if known else "", len(data), zlib.compress(data, 1))
        return
    found = json.loads(data)
    file = _text(found.get("file", key))
    text, layout = _text(found["text"]), layout_of(plan_text(_text(found["text"]), json.dumps(found["layout"])))
    if key not in (file, reading_key(file, text, layout)):
        raise damaged("văn bản gốc không khớp")
    package.sources[key] = PackedSource(key, file, text, layout)
    old = package.files.get(file, PackedFile(file, "", 0, b""))
    package.files[file] = PackedFile(file, _text(found["name"]), old.size, old.data)


def _history_row(row: Any) -> HistoryRow:
    uid, at, who, name, plan, kind, state, changes, payload = row
    if state not in ("done", "undone", "foreign"):
        raise damaged("lịch sử")
    history.changes_from_plain(payload["changes"])  # what cannot be read later is refused now
    if set(payload) - {"changes", "whole", "stamps"}:
        raise damaged("lịch sử")
    packed = zlib.compress(json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode(), 1)
    plan = None if plan is None else _id(plan)
    return HistoryRow(_id(uid), _text(at), _text(who), _text(name), plan, _text(kind), state, int(changes), packed)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise damaged("sai kiểu dữ liệu")
    return value


def _id(value: Any) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise damaged("mã lạ")
    return value


_LISTS = {"path", "section", "recipients", "aliases", "successors"}
_NUMBERS = {"place": (int, float), "span_start": (int, type(None)), "span_end": (int, type(None)), "paused": (int,), "checked": (int,),
            "known": (int,), "settled": (int,)}
_MAYBE = {"number", "date", "issuer", "signer", "province", "source", "due", "done", "valid_from", "valid_to", "task"}


def record(table: str, row: Mapping[str, Any]) -> Record:
    """The record of a JSON object, each value of the kind that its column holds."""
    if set(row) != set(COLUMNS[table]):
        raise damaged("sai cột")
    for name, value in row.items():
        allowed: tuple[type, ...] = _NUMBERS.get(name, (str,))
        if (name in _MAYBE or (table == "plan" and name == "kind")) and not (table == "assignment" and name == "task"):
            allowed = (str, type(None))
        if not isinstance(value, allowed) or isinstance(value, bool):
            raise damaged(f"cột {name} sai kiểu")
        if name in _LISTS and not all(isinstance(item, str) for item in json.loads(str(value))):
            raise damaged(f"cột {name} sai kiểu")
    for name in ("id", "plan", "task", "agency", "group"):
        if isinstance(row.get(name), str):
            _id(row[name])
    made = from_row(table, [row[name] for name in COLUMNS[table]])
    if tuple(to_row(made)) != tuple(row[name] for name in COLUMNS[table]):
        raise damaged("giá trị không đúng dạng")
    return made


def _check_links(package: Package) -> None:
    """Nothing may point at what is neither here nor in the package's own plans."""
    from core.model import Agency, Assignment, Finding, Membership, Plan, Task

    plans = {r.id for r in package.records if isinstance(r, Plan)}
    tasks = {r.id: r.plan for r in package.records if isinstance(r, Task)}
    agencies = {r.id for r in package.records if isinstance(r, Agency)}
    if any(not package.files[source.file].data for source in package.sources.values()):
        raise damaged("thiếu tệp gốc")
    for found in package.records:
        match found:
            case Plan():
                fine = found.source is None or found.source in package.sources
            case Task():
                fine = found.plan in plans
            case Assignment():
                fine = found.task in tasks and found.agency in agencies
            case Finding():
                fine = found.plan in plans and (found.task is None or tasks.get(found.task) == found.plan)
            case Membership():
                fine = found.group in agencies and found.agency in agencies
            case Agency():
                fine = True
        if not fine:
            raise damaged("liên kết trong gói bị đứt")
