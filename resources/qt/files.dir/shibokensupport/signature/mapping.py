"""The names in which libshiboken evaluates "PySide6.QtWidgets.QLabel" before it words an error. It keeps this module's dict for good."""
from __future__ import annotations


def update_mapping() -> None:
    """Called by libshiboken at the head of every error: from now on the whole package is there, and its names here as well."""
    real = whole().mapping  # noqa: F821 - given by loader.py
    real.update_mapping()
    globals().update({name: value for name, value in vars(real).items() if not name.startswith("__") and name != "update_mapping"})
