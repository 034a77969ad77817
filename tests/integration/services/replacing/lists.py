"""A list of three people, a request about one of them, and what the register says of both."""

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.searching import search

TITLES = ["Nom", "Prénom", "E-mail", "Téléphone", "Société"]
CAMILLE = ["Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78", "ACME"]
PAUL = ["Petit", "Paul", "paul@acme.example", "06 98 76 54 32", "ACME"]
LEA = ["Blanc", "Léa", "lea@blanc.example", "", "Blanc SARL"]
HUGO = ["Brun", "Hugo", "hugo@brun.example", "", "Brun SA"]
NAMESAKE = ["Dupont", "Camille", "cd@foo.example", "", "Autre SARL"]
ASKED = make_criteria({"email": "camille.dupont@acme.example"})
OPTIONS = ImportOptions()


def contents(register, *, without=("event",)):
    """Everything in the register, table by table."""
    connection = register.database.connection
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [name for (name,) in connection.execute(query) if not name.startswith("token")]
    return {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
        for name in names
        if name not in without
    }


def hits_of(register, ref, today):
    return view_request(register, ref, today).hits


def found(register, **criteria):
    return [hit.place.row.cells[2] for hit in search(register, make_criteria(criteria)).hits]
