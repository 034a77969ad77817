"""What a row of a list is called where it is named to the user."""

from collections.abc import Callable

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.source import Place

_TITLE_FIELDS = (Field.COMPANY, Field.EMAIL, Field.PHONE, Field.IDENTIFIER)


def title_of(place: Place) -> str:
    """Return what to call a row: its name, else company, e-mail, phone, else its first cells."""
    cell = cells_by_field(place)
    given, family = cell(Field.GIVEN_NAME), cell(Field.FAMILY_NAME)
    name = " ".join(filter(None, (given, family))) or cell(Field.NAME)
    for title in (name, *map(cell, _TITLE_FIELDS)):
        if title:
            return title
    return " ".join([text for text in place.row.all_cells if text][:3])


def cells_by_field(place: Place) -> Callable[[Field], str]:
    """Return what gives the first filled cell of a field, "" where none is."""

    def cell(field: Field) -> str:
        for column in place.sheet.columns:
            if column.field is field and column.number <= len(place.row.all_cells):
                text = place.row.all_cells[column.number - 1].strip()
                if text:
                    return text
        return ""

    return cell
