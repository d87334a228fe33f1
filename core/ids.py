"""Ids of records: 16 random hex digits, the same on every machine that the record travels to."""
from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

NewId = Callable[[], str]


def new_id() -> str:
    return secrets.token_hex(8)


def id_of_name(key: str) -> str:
    """The id of something known by its name alone: the same name gives the same id on every machine."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]
