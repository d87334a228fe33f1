"""Run by the packaged program before PyInstaller's own hook imports PySide6 (build.spec): see ui/lean.py."""
from ui.lean import prepare

prepare()
