"""What the pictures of held rows show: a register made for them."""

from datetime import date
from pathlib import Path

from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Company, Register, make_register
from dsr_desktop.services.suppressing import TypedKeys, add_to_list

_WEAK_COST = 2**10
_NO_SECRET = "nothing is kept in here"  # noqa: S105 - of a register that is thrown away
_HELD_REGISTER, _HELD_LIST = "held.dsr", "salon-2026.csv"
_HELD_ROWS = (
    "Nom;E-mail;Mobile\nCamille Dupont;camille.dupont@acme.example;\n"
    "Léa Marchand;lea@marchand.example;\nC. Dupont;;06 12 34 56 78\n"
)
_MONTHS_AGO = 37


def register_with_held_rows(folder: Path, company: Company, today: date) -> Register:
    """Make a register whose suppression list held back two rows of a list; it has an old entry."""
    register = make_register(folder / _HELD_REGISTER, _NO_SECRET, company, cost=_WEAK_COST)
    erased, objection = SuppressionReason.ERASURE, SuppressionReason.OBJECTION
    before = add_months(today, -_MONTHS_AGO)
    add_to_list(register, TypedKeys(("lea@marchand.example",)), SuppressionScope.MARKETING,
                objection, before)  # fmt: skip
    add_to_list(register, TypedKeys(("camille.dupont@acme.example",), ("+33 6 12 34 56 78",)),
                SuppressionScope.ALL, erased, today)  # fmt: skip
    path = folder / _HELD_LIST
    path.write_text(_HELD_ROWS, encoding="utf-8")
    import_paths(register, [path], ImportOptions(), today)
    return register
