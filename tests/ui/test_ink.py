"""Colours without a pen look as with one."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.ink import fill, fill_round, write
from ui.numbers import cut


def sheet() -> QImage:
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    return image


def test_a_field_is_filled_to_its_edges(qtbot: QtBot) -> None:
    image = sheet()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill(painter, QRect(10, 10, 50, 20), "#0b6868")
    fill_round(painter, QRect(100, 10, 50, 20), 6, "#ad221b")
    painter.end()
    assert image.pixelColor(10, 10).name() == image.pixelColor(59, 29).name() == "#0b6868"
    assert image.pixelColor(9, 10).name() == image.pixelColor(60, 29).name() == "#ffffff"
    assert image.pixelColor(125, 20).name() == image.pixelColor(125, 10).name() == "#ad221b"
    assert image.pixelColor(100, 10).name() == "#ffffff"


@pytest.mark.parametrize("text", ["Kế hoạch triển khai", "Ủy ban\nnhân dân", "Một dòng chữ dài hơn chỗ của nó rất nhiều lần, nên bị cắt"])
def test_a_line_is_written_where_a_pen_writes_it(qtbot: QtBot, text: str) -> None:
    font = QFont()
    font.setPointSizeF(10)
    metrics = QFontMetrics(font)
    with_pen, without = sheet(), sheet()
    place = QRect(10, 5, 180, 40)
    painter = QPainter(with_pen)
    painter.setFont(font)
    painter.setPen(QColor("#77389b"))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut(metrics, text, place.width()))
    painter.end()
    painter = QPainter(without)
    write(painter, place, text, font, "#77389b")
    painter.end()
    assert with_pen == without
    assert without != sheet()
