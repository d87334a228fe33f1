"""Views of the matrix kept under names in the settings of the person, in the order in which they were saved."""
from __future__ import annotations

import json
from dataclasses import replace

from core.matrix_view import GridView, from_data, to_data
from ui.settings import Settings

_KEY = "matrix/views"


class SavedViews:
    """Names and views; a name saved again is replaced. What a settings file cannot mean is left out."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> dict[str, GridView]:
        try:
            data = json.loads(self._settings.text(_KEY, "{}"))
        except ValueError:
            return {}
        return {str(name): from_data(view) for name, view in data.items() if isinstance(view, dict)} if isinstance(data, dict) else {}

    def save(self, name: str, view: GridView) -> None:
        self._write({**self.all(), name: view})

    def remove(self, name: str) -> None:
        self._write({n: v for n, v in self.all().items() if n != name})

    def name_of(self, view: GridView) -> str:
        """The name under which just this view is kept; what is folded does not count."""
        plain = replace(view, folded=frozenset())
        return next((n for n, v in self.all().items() if replace(v, folded=frozenset()) == plain), "")

    def _write(self, views: dict[str, GridView]) -> None:
        self._settings.set(_KEY, json.dumps({n: to_data(v) for n, v in views.items()}, ensure_ascii=False))
