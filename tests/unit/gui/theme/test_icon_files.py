"""Every icon that is named has its file, and is drawn in the colour and size asked for."""

import pytest
from PySide6.QtGui import QColor, QIcon

from dsr_desktop.gui.theme.icons import Icon, Icons
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.resources import resource_path

FOLDER = resource_path("icons")


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_has_a_file_that_can_be_recoloured(icon):
    source = (FOLDER / f"{icon}.svg").read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in source
    assert 'stroke-width="2"' in source, "replaced by the thinner stroke when drawn"


def test_no_file_lies_unused_and_the_licence_is_there():
    assert {path.stem for path in FOLDER.glob("*.svg")} == {icon.value for icon in Icon}
    assert "ISC License" in (FOLDER / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("icon", list(Icon))
def test_an_icon_is_drawn_in_its_colour_only(qapp, icon):
    image = Icons().pixmap(icon, "#b42318", 16).toImage()
    spots = [(x, y) for x in range(16) for y in range(16)]
    drawn = [image.pixelColor(x, y) for x, y in spots if image.pixelColor(x, y).alpha() > 100]
    assert drawn
    red = QColor("#b42318")
    assert all(abs(c.red() - red.red()) < 16 and abs(c.blue() - red.blue()) < 16 for c in drawn)


def test_a_dense_screen_gets_more_pixels_of_the_same_size(qapp):
    pixmap = Icons().pixmap(Icon.MAIL, "#000000", 16, 2.0)
    assert pixmap.width() == 32
    assert pixmap.deviceIndependentSize().toSize().width() == 16


def test_an_icon_is_drawn_once_for_each_colour_and_size(qapp):
    icons = Icons()
    first = icons.pixmap(Icon.MAIL, "#000000", 16)
    assert icons.pixmap(Icon.MAIL, "#000000", 16) is first
    assert icons.pixmap(Icon.MAIL, "#ffffff", 16).cacheKey() != first.cacheKey()
    assert icons.pixmap(Icon.MAIL, "#000000", 18).cacheKey() != first.cacheKey()


def test_a_menu_icon_has_a_disabled_form(theme):
    icon = theme.icon(Icon.PRINTER, Ink.TEXT)
    normal = icon.pixmap(16, QIcon.Mode.Normal).toImage()
    disabled = icon.pixmap(16, QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_icons_take_the_colours_of_the_scheme(theme):
    light = theme.icon(Icon.PRINTER).pixmap(16).toImage()
    theme.set_mode(ThemeMode.DARK)
    assert theme.icon(Icon.PRINTER).pixmap(16).toImage() != light
