"""The shape of the database, as literal migrations: a released one is never edited, a new one is added behind it."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x5068434E  # "PhCN": tells our files from other SQLite databases

# The words of each migration stay exactly as they were released: SQLite keeps the text of a CREATE statement, and opening
# compares what it finds in the file with what is written here.
V1 = (
    """CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE source (
    sha TEXT PRIMARY KEY CHECK (length(sha) = 64),
    name TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    data BLOB NOT NULL,
    text TEXT NOT NULL,
    layout TEXT NOT NULL
) STRICT""",
    """CREATE TABLE plan (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    title TEXT NOT NULL,
    number TEXT,
    date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    issuer TEXT,
    signer TEXT,
    kind TEXT,
    province TEXT,
    recipients TEXT NOT NULL DEFAULT '[]',
    status TEXT NOT NULL CHECK (status IN ('review', 'accepted')),
    source TEXT REFERENCES source (sha) DEFERRABLE INITIALLY DEFERRED,
    source_name TEXT NOT NULL DEFAULT '',
    imported TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    fold TEXT NOT NULL,
    sort TEXT NOT NULL
) STRICT""",
    """CREATE TABLE plan_no (
    no INTEGER PRIMARY KEY CHECK (no > 0),
    plan TEXT NOT NULL UNIQUE
) STRICT""",
    """CREATE TABLE task (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64),
    plan TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    place REAL NOT NULL,
    text TEXT NOT NULL,
    path TEXT NOT NULL DEFAULT '[]',
    section TEXT NOT NULL DEFAULT '[]',
    span_start INTEGER,
    span_end INTEGER CHECK (span_end >= span_start),
    deadlines TEXT NOT NULL DEFAULT '[]',
    due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    deliverable TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    done TEXT CHECK (done GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    checked INTEGER NOT NULL DEFAULT 0 CHECK (checked IN (0, 1))
) STRICT""",
    "CREATE INDEX task_plan ON task (plan, place, done)",
    "CREATE INDEX task_id_due ON task (id, due)",
    "CREATE INDEX task_due ON task (due) WHERE due IS NOT NULL AND done IS NULL",
    """CREATE TABLE agency (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    name TEXT NOT NULL CHECK (name <> ''),
    short TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    aliases TEXT NOT NULL DEFAULT '[]',
    valid_from TEXT,
    valid_to TEXT,
    successors TEXT NOT NULL DEFAULT '[]',
    place REAL NOT NULL DEFAULT 0,
    known INTEGER NOT NULL DEFAULT 1 CHECK (known IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    fold TEXT NOT NULL,
    sort TEXT NOT NULL
) STRICT""",
    """CREATE TABLE membership (
    "group" TEXT NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    agency TEXT NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY ("group", agency)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX membership_agency ON membership (agency)",
    """CREATE TABLE assignment (
    row INTEGER PRIMARY KEY,
    task TEXT NOT NULL REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
    agency TEXT NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role IN ('lead', 'coop')),
    written TEXT NOT NULL DEFAULT '',
    span_start INTEGER,
    span_end INTEGER CHECK (span_end >= span_start),
    place REAL NOT NULL DEFAULT 0,
    UNIQUE (task, agency)
) STRICT""",
    "CREATE INDEX assignment_agency ON assignment (agency, task, role)",
    """CREATE TABLE finding (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    plan TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    task TEXT REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    message TEXT NOT NULL,
    span_start INTEGER,
    span_end INTEGER CHECK (span_end >= span_start),
    proposals TEXT NOT NULL DEFAULT '[]',
    settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))
) STRICT""",
    "CREATE INDEX finding_plan ON finding (plan, settled)",
    "CREATE INDEX finding_task ON finding (task) WHERE task IS NOT NULL",
    """CREATE TABLE history (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    name TEXT NOT NULL,
    plan TEXT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'foreign')),
    changes INTEGER NOT NULL,
    payload BLOB NOT NULL
) STRICT""",
    "CREATE INDEX history_plan ON history (plan)",
    """CREATE TABLE touched (
    task TEXT NOT NULL,
    history INTEGER NOT NULL REFERENCES history (no) ON DELETE CASCADE,
    PRIMARY KEY (task, history)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX touched_history ON touched (history)",
    """CREATE TABLE stamp (
    key TEXT PRIMARY KEY,
    plan TEXT,
    versions TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX stamp_plan ON stamp (plan)",
    "CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')",
)


def _v1(db: Database) -> None:
    for statement in V1:
        db.execute(statement)


# One file may be read more than once, each time to another text (a later reader, letters kept as they are): its bytes are kept once,
# each text under a key of its own. ``source.sha`` is that key (core.stored_text); what the first release stored keeps the key it had,
# the SHA-256 of the file, because plans in the history point there.
V2 = (
    """CREATE TABLE original (
    sha TEXT PRIMARY KEY CHECK (length(sha) = 64),
    name TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    data BLOB NOT NULL
) STRICT""",
    """CREATE TABLE source (
    sha TEXT PRIMARY KEY CHECK (length(sha) = 64),
    file TEXT NOT NULL REFERENCES original (sha) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    layout TEXT NOT NULL
) STRICT""",
    "CREATE INDEX source_file ON source (file)",
)


def _v2(db: Database) -> None:
    original, source, index = V2
    db.execute(original)
    db.execute("INSERT INTO original (sha, name, size, data) SELECT sha, name, size, data FROM source")
    db.execute("CREATE TEMP TABLE read_before AS SELECT sha, text, layout FROM source")
    db.execute("DROP TABLE source")
    db.execute(source)
    db.execute("INSERT INTO source (sha, file, text, layout) SELECT sha, sha, text, layout FROM read_before")
    db.execute("DROP TABLE temp.read_before")
    db.execute(index)


MIGRATIONS: tuple[tuple[int, str, Callable[[Database], None]], ...] = (
    (1, "first-release", _v1),
    (2, "readings-of-a-file", _v2),
)
# everything that a file of this version may hold
STATEMENTS: dict[int, tuple[str, ...]] = {1: V1, 2: (*(s for s in V1 if not s.startswith("CREATE TABLE source ")), *V2)}
VERSION = MIGRATIONS[-1][0]
