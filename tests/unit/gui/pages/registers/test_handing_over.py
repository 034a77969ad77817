"""Registers handed over from the window: which one, in which formats, into which folder."""

import pytest

from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.services.register_exports import RegisterKind


@pytest.mark.parametrize(
    ("kind", "name"),
    [(RegisterKind.ACTIVITIES, "record-of-processing"), (RegisterKind.REQUESTS, "register-of-requests")],
)  # fmt: skip
def test_a_register_is_written_in_the_formats_that_are_ticked(
    page, press, fill_in, tmp_path, kind, name
):
    press("Hand over…")
    fill_in(kind=kind, formats=("PDF", "CSV"), folder=tmp_path / "out")

    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        f"{name}.csv",
        f"{name}.pdf",
    ]
    (banner,) = [one for one in page.findChildren(Banner) if one.isVisible()]
    assert str(tmp_path / "out") in banner.accessibleDescription()


def test_without_a_format_or_a_folder_nothing_is_written(page, press, fill_in):
    press("Hand over…")
    form = fill_in(formats=())

    assert form.fields["formats"].error == "Fill this in"
    assert form.fields["folder"].error == "Fill this in"
    form.reject()


def test_a_folder_that_cannot_be_written_is_told_in_the_form(page, press, fill_in, tmp_path):
    taken = tmp_path / "a file"
    taken.write_text("x", "utf-8")
    press("Hand over…")
    form = fill_in(folder=taken)

    assert [one.accessibleName() for one in form.findChildren(Banner)] == ["Nothing was recorded"]
    form.reject()
