"""Ids of records: 16 random hex digits, the same on every machine that the record travels to."""
from __future__ import annotations

import secrets
from collections.abc import Callable

NewId = Callable[[], str]


def new_id() -> str:
    return secrets.token_hex(8)
