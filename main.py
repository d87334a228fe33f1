"""Phân công: without a subcommand the window, with one the same services on the command line, where no Qt is imported."""
from __future__ import annotations

import sys

COMMANDS = {"extract", "import", "list", "export", "demo"}


def wants_window(arguments: list[str]) -> bool:
    """No subcommand and no plea for help: click (and what it costs at start) is not needed."""
    return not COMMANDS.intersection(arguments) and not {"--help", "-h", "--version"}.intersection(arguments)


def main(arguments: list[str]) -> int:
    if wants_window(arguments):
        from ui.launch import launch

        return launch(arguments)
    from ui.commandline import run

    return run(arguments)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
