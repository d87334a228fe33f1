"""PySide's own helper package in small (see ui/lean.py): the parts that only error messages need are fetched when they are asked for."""
