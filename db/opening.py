"""Open a database: create it, refuse what is not ours or newer, copy before migrating, look closer after an unclean end."""
from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from core.errors import DamagedStore, StoreError
from db import schema
from db.lock import Holder, WriterLock
from db.places import Place, place_of

BUSY_MS = 5000


class Opened:
    """An open connection and what the window should know: ``read_only`` and who else writes, ``recovered`` after a process died,
    ``copied`` the copy made before migrating. ``lent`` says what a process of our own is writing in our place ("Đang xoá kế hoạch"):
    until it is "" again nothing is written here."""

    __slots__ = ("connection", "copied", "created", "holder", "lent", "lock", "path", "place", "read_only", "reason", "recovered")

    def __init__(self, path: Path, place: Place) -> None:
        self.connection: sqlite3.Connection
        self.path = path
        self.place = place
        self.lock: WriterLock | None = None
        self.read_only = False
        self.holder: Holder | None = None
        self.reason = ""
        self.created = False
        self.recovered = False
        self.copied: Path | None = None
        self.lent = ""

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection for queries. Raises StoreError with advice."""
        try:
            yield self.connection
        except sqlite3.Error as error:
            raise trouble(error, self.path) from error

    def close(self) -> None:
        """Closing twice is closing once."""
        clean = True
        try:
            self.connection.close()
        except sqlite3.Error:
            clean = False
        if self.lock is not None:
            self.lock.release(clean=clean)


def trouble(error: Exception, path: Path | None = None) -> StoreError:
    """What SQLite or the system says, as a message with advice."""
    name = f"“{path}”" if path else ""
    text = str(error).lower()
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or "full" in text or "no space" in text or getattr(error, "errno", 0) == 28:
        return StoreError("Ổ đĩa đã đầy: thay đổi vừa rồi chưa được ghi.", "Hãy xoá bớt tệp trên ổ đĩa rồi làm lại.")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError("Cơ sở dữ liệu đang bị chương trình khác giữ.", "Hãy đóng cửa sổ Phân công kia hoặc chờ một lát rồi làm lại.")
    if code == sqlite3.SQLITE_READONLY or isinstance(error, PermissionError):
        return StoreError(f"Không ghi được vào cơ sở dữ liệu {name}: tệp hoặc thư mục chỉ cho đọc, hoặc tệp đã bị xoá hay dời đi.",
                          "Hãy kiểm tra quyền ghi và vị trí tệp rồi mở lại chương trình.")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedStore(f"Cơ sở dữ liệu {name} bị hỏng hoặc không phải của Phân công.",
                            "Hãy khôi phục từ một bản sao lưu (thư mục “sao-luu” bên cạnh tệp).")
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) or isinstance(error, OSError):
        return StoreError(f"Không đọc hoặc ghi được cơ sở dữ liệu {name}.",
                          "Hãy kiểm tra ổ đĩa, USB hoặc thư mục mạng còn nối và bạn có quyền, rồi mở lại chương trình.")
    return StoreError(f"Không ghi được vào cơ sở dữ liệu ({error}).", "Hãy mở lại chương trình; thay đổi vừa rồi chưa được ghi.")


def open_database(path: Path, *, read_only: bool = False, borrowed: bool = False, place: Callable[[Path], Place] = place_of) -> Opened:
    """``borrowed``: for writing under the lock of the window that lends it (``Opened.lent``). Raises StoreError: not ours, newer,
    damaged, locked, no right, no room."""
    path = Path(os.path.abspath(path))
    if path.is_dir():
        raise StoreError(f"“{path}” là một thư mục, không phải cơ sở dữ liệu.", "Hãy chọn một tệp .db.")
    if (read_only or borrowed) and not path.exists():
        raise StoreError(f"Không có cơ sở dữ liệu “{path}”.", "Hãy kiểm tra lại đường dẫn.")
    try:
        return _open(path, read_only, borrowed, place(path))
    except (sqlite3.Error, OSError) as error:
        raise trouble(error, path) from error


def _open(path: Path, read_only: bool, borrowed: bool, place: Place) -> Opened:
    lock = None if read_only or borrowed else WriterLock(path)
    opened = Opened(path, place)
    if lock is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        _take(lock, opened)
    opened.read_only = read_only or (opened.lock is None and not borrowed)
    try:
        opened.connection = connect(path, read_only=opened.read_only)
        _prepare(opened)
    except BaseException:
        if hasattr(opened, "connection"):
            opened.connection.close()
        if opened.lock is not None:
            opened.lock.release(clean=not opened.lock.unclean)
        raise
    return opened


def _take(lock: WriterLock, opened: Opened) -> None:
    """The right to write, or the reason why there is none."""
    exists = opened.path.exists()
    try:
        if exists and not os.access(opened.path, os.W_OK):
            raise PermissionError(13, "read-only file", str(opened.path))
        if lock.take():
            opened.lock = lock
            return
    except PermissionError:
        if not exists:
            raise
        opened.reason = "Tệp hoặc thư mục chỉ cho đọc, nên chỉ xem được."
        return
    except OSError as error:
        if error.errno != 30 or not exists:  # EROFS
            raise
        opened.reason = "Ổ đĩa chỉ cho đọc, nên chỉ xem được."
        return
    if not exists:
        raise StoreError("Một cửa sổ khác đang tạo cơ sở dữ liệu này.", "Hãy chờ một lát rồi mở lại.")
    opened.holder = lock.holder()
    opened.reason = f"Cơ sở dữ liệu đang được mở để sửa ở nơi khác ({opened.holder}), nên ở đây chỉ xem được."


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection that trusts nothing that the file brings along."""
    mode = "ro" if read_only else "rwc"
    if read_only and not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        mode = "ro&immutable=1"  # WAL needs a file beside the database, which cannot be made here
    found = sqlite3.connect(f"file:{quote(str(path).replace(os.sep, '/'))}?mode={mode}", uri=True, isolation_level=None,
                            timeout=BUSY_MS / 1000, check_same_thread=False)
    try:
        harden(found)
    except BaseException:
        found.close()
        raise
    return found


def harden(connection: sqlite3.Connection) -> None:
    """No trust in functions and virtual tables named by the schema, defensive mode where Python offers it."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA cache_size = -32768")  # 32 MB: lists over 150,000 tasks jump about
    if hasattr(connection, "setconfig"):  # Python 3.12
        connection.setconfig(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"), True)  # noqa: B009 the types know 3.11 only
        connection.setconfig(getattr(sqlite3, "SQLITE_DBCONFIG_ENABLE_TRIGGER"), False)  # noqa: B009
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024)


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version, 0 for an empty file. Raises StoreError for a file that is not ours or newer than this program."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application == 0 and version == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
        return 0
    if application != schema.APPLICATION_ID:
        raise StoreError(f"“{path.name}” không phải cơ sở dữ liệu của Phân công.", "Hãy chọn tệp khác.")
    if version > schema.VERSION:
        raise StoreError(f"“{path.name}” do bản Phân công mới hơn tạo ra (cấu trúc {version}, bản này biết đến {schema.VERSION}).",
                         "Hãy cài bản mới nhất của chương trình rồi mở lại; tệp vẫn nguyên vẹn.")
    return version


_SHADOW = re.compile(r"search_(data|idx|content|docsize|config)")


def check_schema(connection: sqlite3.Connection, version: int, path: Path) -> None:
    """Refuse a file that holds anything but the tables of its version: a trigger or a view would run inside our own statements."""
    allowed = set(schema.STATEMENTS.get(version, ()))
    found = set()
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema"):
        if sql is None and kind == "index" and name.startswith("sqlite_autoindex_"):
            continue
        if name in ("sqlite_sequence", "sqlite_stat1", "sqlite_stat4") or (kind == "table" and _SHADOW.fullmatch(name)):
            continue
        if sql not in allowed:
            raise StoreError(f"“{path.name}” chứa phần lạ ({kind} “{name[:40]}”) mà Phân công không tạo ra: không mở.",
                             "Hãy dùng bản sao lưu của chính bạn, hoặc hỏi người gửi tệp.")
        found.add(sql)
    if found != allowed:
        raise DamagedStore(f"“{path.name}” thiếu một phần cấu trúc.", "Hãy khôi phục từ một bản sao lưu.")


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """Raises StoreError where the file is damaged or a row points nowhere."""
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found[0] != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DamagedStore(f"Cơ sở dữ liệu “{path.name}” bị hỏng.", "Hãy khôi phục từ một bản sao lưu (thư mục “sao-luu” bên cạnh tệp).")


def _prepare(opened: Opened) -> None:
    connection, path = opened.connection, opened.path
    version = version_of(connection, path)
    unclean = opened.lock is not None and opened.lock.unclean
    if opened.read_only:
        if version == 0:
            raise StoreError(f"“{path.name}” còn trống.", "Hãy mở tệp khác.")
        if version < schema.VERSION:
            raise StoreError(f"“{path.name}” thuộc bản cũ và cần được chuyển đổi, nhưng đang chỉ cho đọc.", "Hãy mở ở nơi ghi được.")
        check_schema(connection, version, path)
        return
    if opened.lock is None:  # borrowed: the lender has migrated it and chosen the journal
        check_schema(connection, version, path)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return
    _journal(opened)
    if version:
        check_schema(connection, version, path)
        if unclean:
            check_integrity(connection, path)
            opened.recovered = True
    if version < schema.VERSION:
        opened.created = version == 0
        if version:
            opened.copied = copy_before(connection, path, version)
        migrate(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _journal(opened: Opened) -> None:
    """WAL on a local disk; elsewhere the rollback journal, which needs no shared memory and leaves one file on the stick."""
    wanted = "wal" if opened.place == "local" else "delete"
    opened.connection.execute(f"PRAGMA journal_mode = {wanted}")
    opened.connection.execute("PRAGMA synchronous = FULL")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema to this program's version: each step in one transaction together with its number."""
    from sqlite_utils import Database

    connection.execute("PRAGMA foreign_keys = OFF")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    database = Database(connection)
    with database.atomic():
        for number, _name, step in schema.MIGRATIONS:
            if number > version:
                step(database)
                connection.execute(f"PRAGMA user_version = {int(number)}")
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise StoreError("Chuyển đổi cơ sở dữ liệu không thành: dữ liệu không khớp.", "Tệp cũ vẫn nguyên; hãy khôi phục bản sao lưu.")


def copy_before(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """A verified copy of the database beside it, made before its shape is changed."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"{path.stem}-truoc-chuyen-doi-v{version}-{stamp}.db")
    copy_verified(connection, target)
    return target


def copy_verified(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database into a new file that is put in place only after reading it back.

    Raises StoreError, OSError, sqlite3.Error.
    """
    part = target.with_name(target.name + ".tmp")
    part.unlink(missing_ok=True)
    try:
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            harden(copy)
            check_integrity(copy, target)
        finally:
            copy.close()
        with open(part, "rb+") as written:
            os.fsync(written.fileno())
        os.replace(part, target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
