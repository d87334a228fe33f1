"""What libshiboken asks of Python, by the names of its signature_globals.cpp: each call fetches the whole package that lies in the library.

Left out on purpose is ``post_init``: it hooks into ``import`` for ``from __feature__ import …``, which nothing here uses, and reads the
source of every module that is imported afterwards.
"""
from __future__ import annotations

import sys

from shibokensupport.signature import mapping  # held here: libshiboken keeps a borrowed reference to it

_whole = None


def whole():
    """PySide's own loader, which compiles the package out of the library: 60 ms at the first call."""
    global _whole
    if _whole is None:
        import signature_bootstrap

        ours = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "shibokensupport"}
        for name in ours:
            del sys.modules[name]
        finders, importer = signature_bootstrap.prepare_zipfile()
        finders.insert(0, importer)
        try:
            from shibokensupport.signature import loader as found
        finally:
            finders.remove(importer)
        _whole = found
    return _whole


mapping.whole = whole


def pyside_type_init(*args):
    return whole().pyside_type_init(*args)


def create_signature(*args):
    return whole().create_signature(*args)


def seterror_argument(*args):
    return whole().seterror_argument(*args)


def make_helptext(*args):
    return whole().make_helptext(*args)


def finish_import(module):
    """PySide's own adds deprecated names to a module; there are none in this version."""


def feature_import(*args, **kwargs):
    return None


def feature_imported(module):
    return None


def post_init():
    return None
