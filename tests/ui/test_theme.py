"""Colours that can be read, icons that exist, roles that survive grey print and colour-blind eyes."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.delegates.matrix_cells import heat
from ui.theme import DARK, LIGHT, Colours, contrast, luminance
from ui.window import MainWindow

# (ink, ground) wherever the program writes words
TEXT_PAIRS = [
    *((ink, ground) for ink in ("text", "muted") for ground in ("window", "surface", "raised", "hover", "accent_soft", "task")),
    *((ink, ground) for ink in ("accent", "lead_ink", "coop_ink", "danger", "warn", "ok", "doubt")
      for ground in ("window", "surface", "raised")),
    ("accent_text", "accent"), ("lead_text", "lead"), ("coop_text", "coop"), ("text", "lead_soft"), ("text", "coop_soft"),
    ("lead_ink", "lead_soft"), ("coop_ink", "coop_soft"), ("doubt", "doubt_soft"), ("danger", "danger_soft"), ("warn", "warn_soft"),
    ("ok", "ok_soft"), ("match_text", "match"), ("surface", "doubt"), ("text", "warn_soft"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_words_have_contrast(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_outlines_of_controls_can_be_seen(colours: Colours) -> None:
    assert contrast(colours.edge, colours.surface) >= 3
    assert contrast(colours.edge, colours.window) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_numbers_over_the_tint_of_load_have_contrast(qapp: QApplication, name: str) -> None:
    """The heat view writes counts in the colour of text: the inks of the roles would be too pale on it."""
    try:
        colours = theme.apply(qapp, name)
        for ground in (colours.surface, colours.raised):
            below = theme.colour(ground)
            for share in (0.1, 0.5, 1.0):
                tint = heat(share)
                parts = [round(t * tint.alphaF() + b * (1 - tint.alphaF()))
                         for t, b in zip(tint.getRgb()[:3], below.getRgb()[:3], strict=True)]  # type: ignore[index]
                assert contrast(colours.text, "#{:02x}{:02x}{:02x}".format(*parts)) >= 4.5
    finally:
        theme.apply(qapp, "light")


def seen_by(value: str, kind: str) -> tuple[float, ...]:
    """The colour as a person without one kind of cones sees it (Viénot, Brettel and Mollon 1999, linear light)."""
    parts = [int(value[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [((p + 0.055) / 1.055) ** 2.4 if p > 0.04 else p / 12.92 for p in parts]
    matrix = {"protan": ((0.1124, 0.8876, 0.0), (0.1124, 0.8876, 0.0), (0.004, -0.004, 1.0)),
              "deutan": ((0.2928, 0.7072, 0.0), (0.2928, 0.7072, 0.0), (-0.0223, 0.0223, 1.0))}[kind]
    return tuple(sum(m * v for m, v in zip(row, linear, strict=True)) for row in matrix)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_lead_and_coop_differ_in_grey_print_and_for_the_colour_blind(colours: Colours) -> None:
    grey = abs(luminance(colours.lead) - luminance(colours.coop))
    assert contrast(colours.lead, colours.coop) >= 3, grey
    for kind in ("protan", "deutan"):
        one, other = seen_by(colours.lead, kind), seen_by(colours.coop, kind)
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 0.15


def test_colours_are_written_alike() -> None:
    for colours in (LIGHT, DARK):
        for name in Colours._fields:
            if name != "dark":
                assert re.fullmatch(r"#[0-9a-f]{6}", getattr(colours, name))


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_every_colour_put_in(colours: Colours) -> None:
    sheet = theme.style_sheet(colours)
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for path in re.findall(r"url\(([^)]*)\)", sheet):
        assert theme.Path(path).is_file(), path


@pytest.mark.parametrize("name", theme.icon_names())
def test_every_icon_is_drawn_in_the_ink_of_the_theme(qtbot: QtBot, name: str) -> None:
    image = theme.icon(name, "danger").pixmap(QSize(96, 96)).toImage()
    inked = [image.pixelColor(x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).alpha() > 250]
    wanted = theme.colour(theme.colours().danger)
    assert inked, "nothing is drawn"
    assert all(abs(c.red() - wanted.red()) < 12 and abs(c.green() - wanted.green()) < 12 for c in inked)


def test_icons_are_sharp_at_150_percent(qtbot: QtBot) -> None:
    pixmap = theme.icon("plans").pixmap(QSize(22, 22), 1.5)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (33, 33, 1.5)


def test_a_wrong_icon_name_is_told_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_a_disabled_icon_is_paler(qtbot: QtBot) -> None:
    engine = theme.icon("undo")
    normal = engine.pixmap(QSize(24, 24), QIcon.Mode.Normal).toImage()
    disabled = engine.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_one_call_changes_the_whole_window_and_tells_it(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with qtbot.waitSignal(theme.state().changed):
        theme.apply(app, "dark")
    assert theme.colours() is DARK
    assert app.palette().window().color().name() == DARK.window
    theme.apply(app, "light")
    assert theme.colours() is LIGHT


PAGES = ("plans", "review", "matrix", "agencies", "search", "export")


@pytest.fixture
def dressed(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[MainWindow, QApplication]]:
    """A window whose pages have all been seen, in the light sheet; the tests after it find the application as it was."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before, palette = app.styleSheet(), app.palette()
    window.resize(1200, 700)
    theme.apply(app, "light")
    window.session.open_plan("plan1")
    for page in PAGES:
        window.show_page(page)
    yield window, app
    theme.apply(app, "light")
    app.setStyleSheet(before)
    app.setPalette(palette)


def shown(window: MainWindow) -> dict[str, QImage]:
    """Every page as it looks (the pages to print come out of a worker, some time)."""
    found = {}
    for page in PAGES[:-1]:
        window.show_page(page)
        QApplication.processEvents()
        found[page] = window.page(page).grab().toImage()
    return found


def test_a_change_in_pieces_looks_like_a_start_in_that_theme(dressed: tuple[MainWindow, QApplication]) -> None:
    window, app = dressed
    theme.apply(app, "dark")
    dark = shown(window)
    theme.apply(app, "light")
    light = shown(window)
    for name, wanted in (("dark", dark), ("light", light), ("dark", dark)):
        window.show_page("matrix")
        said = []
        for piece in theme.change_in_pieces(app, name):
            said.append(piece)
            QApplication.processEvents()
        assert [piece for piece, _ in groupby(said)] == ["unseen", "undressed", "dressed", "seen", "polished"]
        assert said.count("unseen") > 4 < said.count("polished"), "what nobody sees comes in pieces of its own"
        now = shown(window)
        assert [page for page in wanted if now[page] != wanted[page]] == []


def test_only_what_is_seen_is_worked_through_when_the_sheet_changes(dressed: tuple[MainWindow, QApplication]) -> None:
    window, app = dressed
    window.show_page("plans")
    polished = Qt.WidgetAttribute.WA_WState_Polished
    hidden = [w for w in window.findChildren(QWidget) if w.testAttribute(polished) and not w.isVisible() and not w.inherits("QMenu")]
    assert len(hidden) > 100
    for piece in theme.change_in_pieces(app, "dark"):
        if piece in ("undressed", "dressed"):
            assert not [w for w in hidden if w.testAttribute(polished)]
            assert not window.updatesEnabled(), "nothing is painted half-way"
        elif piece == "seen":
            assert window.updatesEnabled()
    assert all(w.testAttribute(polished) for w in hidden)


def test_a_page_that_is_asked_for_during_a_change_is_dressed(dressed: tuple[MainWindow, QApplication]) -> None:
    window, app = dressed
    theme.apply(app, "dark")
    wanted = shown(window)["review"]
    theme.apply(app, "light")
    window.show_page("plans")
    theme.change(app, "dark")
    window.show_page("review")
    QApplication.processEvents()
    assert window.page("review").grab().toImage() == wanted


def test_two_changes_at_once_end_in_the_last(dressed: tuple[MainWindow, QApplication], qtbot: QtBot) -> None:
    window, app = dressed
    theme.change(app, "dark")
    theme.change(app, "light")
    qtbot.waitUntil(window.updatesEnabled)
    qtbot.wait(50)
    assert theme.colours() is LIGHT
    assert app.styleSheet() == theme.style_sheet(LIGHT)
    assert window.updatesEnabled()
