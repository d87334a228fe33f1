"""`make i18n`: collect every text of the window into phancong_en.ts, keep the translations that are there, compile the .qm files.

Texts are Vietnamese in the sources: self.tr("…"), QCoreApplication.translate("context", "…"), QT_TRANSLATE_NOOP, and functions
that hand their text on to one context. phancong_vi.ts holds the few words of Qt itself that Vietnamese lacks. Qt's own lupdate
does not know such functions.
"""
from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
Text = tuple[str, str]  # (context, source)


class Collector(ast.NodeVisitor):
    """Texts of one module; ``problems`` are calls whose text is no literal."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Text] = []
        self.problems: list[str] = []
        self._classes: list[str] = []
        self._wrappers: dict[str, str] = {}  # a function that only hands its text on to a context

    def collect(self, tree: ast.Module) -> None:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                self._wrappers.update(_wrapped(node))
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else (node.func.id if isinstance(node.func, ast.Name) else "")
        if name in self._wrappers and node.args:
            self._take(node, self._wrappers[name], node.args[0])
        elif name == "tr" and isinstance(node.func, ast.Attribute) and node.args:
            self._take(node, self._classes[-1] if self._classes else "", node.args[0])
        elif name in ("translate", "QT_TRANSLATE_NOOP", "tr") and len(node.args) >= 2 and isinstance(node.args[0], ast.Constant):
            self._take(node, str(node.args[0].value), node.args[1])
        elif name == "tr" and node.args:
            self.problems.append(f"{self.name}:{node.lineno}: the context of this text is not known")
        self.generic_visit(node)

    def _take(self, node: ast.Call, context: str, argument: ast.expr) -> None:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            self.found.append((context, argument.value))
        elif isinstance(argument, ast.JoinedStr):
            self.problems.append(f"{self.name}:{node.lineno}: an f-string cannot be translated")


def _wrapped(node: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """Names by which a function's texts go to one context: def t(text): return translate("Context", text); tr = page.tr."""
    arguments = {a.arg: a.annotation for a in node.args.args}
    for part in ast.walk(node):
        if isinstance(part, ast.Return) and isinstance(part.value, ast.Call) and len(node.body) <= 2:
            call = part.value
            translates = isinstance(call.func, ast.Attribute) and call.func.attr == "translate" and len(call.args) > 1
            if not (translates and isinstance(call.args[0], ast.Constant)):
                continue
            if isinstance(call.args[1], ast.Name) and call.args[1].id in arguments:
                yield node.name, str(call.args[0].value)
        if isinstance(part, ast.Assign):
            names = part.targets[0].elts if isinstance(part.targets[0], ast.Tuple) else part.targets
            values = part.value.elts if isinstance(part.value, ast.Tuple) else [part.value]
            for name, value in zip(names, values, strict=False):
                if not (isinstance(name, ast.Name) and isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name)):
                    continue
                annotation = arguments.get(value.value.id)
                if value.attr == "tr" and isinstance(annotation, ast.Name):
                    yield name.id, annotation.id


def collect(root: Path = ROOT) -> tuple[list[Text], list[str]]:
    """Every text of the window once, in the order of files, and what cannot be translated."""
    found: dict[Text, None] = {}
    problems: list[str] = []
    for path in sorted((root / "ui").rglob("*.py")):
        collector = Collector(str(path.relative_to(root)))
        collector.collect(ast.parse(path.read_text(encoding="utf-8")))
        found.update(dict.fromkeys(collector.found))
        problems += collector.problems
    return list(found), problems


def read_ts(path: Path) -> dict[Text, str]:
    if not path.exists():
        return {}
    return dict(_messages(ET.parse(path).getroot()))


def _messages(root: ET.Element) -> Iterator[tuple[Text, str]]:
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield (name, message.findtext("source") or ""), message.findtext("translation") or ""


def write_ts(path: Path, texts: list[Text], known: dict[Text, str], language: str) -> list[Text]:
    """The .ts file with what is known; the texts that still want a translation."""
    by_source = {source: text for (_, source), text in known.items() if text}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="vi_VN")
    missing: list[Text] = []
    for context in sorted({c for c, _ in texts}):
        part = ET.SubElement(root, "context")
        ET.SubElement(part, "name").text = context
        for text in sorted(t for t in texts if t[0] == context):
            message = ET.SubElement(part, "message")
            ET.SubElement(message, "source").text = text[1]
            words = known.get(text) or by_source.get(text[1], "")
            translation = ET.SubElement(message, "translation")
            translation.text = words
            if not words:
                translation.set("type", "unfinished")
                missing.append(text)
    ET.indent(root, "  ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return missing


def release(source: Path, target: Path) -> None:
    """Compile a .ts into a .qm with Qt's lrelease."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True)


def main() -> int:
    texts, problems = collect()
    english = HERE / "phancong_en.ts"
    missing = write_ts(english, texts, read_ts(english), "en")
    for name in ("phancong_en", "phancong_vi"):
        if (HERE / f"{name}.ts").exists():
            release(HERE / f"{name}.ts", HERE / f"{name}.qm")
    for line in problems:
        print(line, file=sys.stderr)
    for context, source in missing:
        print(f"untranslated: {context}: {source}", file=sys.stderr)
    print(f"{len(texts)} texts, {len(missing)} without English")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
