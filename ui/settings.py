"""What the window remembers between two days: place, widths, theme, language, filters, zoom. One QSettings in the person's folder."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings


class Settings:
    """Values by name. Pages keep theirs under "page/name"; only str, int, float, bool, bytes and lists of str go in."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "phancong", "phancong")
        else:
            self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        return str(self._store.value(name, default))

    def number(self, name: str, default: float = 0.0) -> float:
        try:
            return float(str(self._store.value(name, default)))
        except ValueError:
            return default  # a settings file edited by hand

    def flag(self, name: str, default: bool = False) -> bool:
        return str(self._store.value(name, default)).lower() in ("true", "1")

    def words(self, name: str) -> list[str]:
        value = self._store.value(name, [])
        return [str(v) for v in value] if isinstance(value, list) else ([str(value)] if value else [])

    def state(self, name: str) -> QByteArray:
        value = self._store.value(name, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def set(self, name: str, value: Any) -> None:
        self._store.setValue(name, value)

    def forget(self, name: str) -> None:
        self._store.remove(name)

    def save(self) -> None:
        self._store.sync()
