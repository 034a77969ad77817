"""JSON Schemas (2020-12) of the tables of a bundle, and the check that a file fits its schema."""

from collections.abc import Mapping

from dsr_desktop.domain.bundle_tables import CellKind, Table, TableColumn

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KINDS: Mapping[str, type] = {"object": dict, "array": list, "string": str, "integer": int}


def schema_path(name: str) -> str:
    """Return where the schema of a table lies in the bundle."""
    return f"schema/{name}.schema.json"


def json_schema(table: Table) -> dict[str, object]:
    """Return the schema of data/{name}.json: what was left out, and one object for each row."""
    record = {
        "type": "object",
        "properties": {column.name: _cell_schema(column) for column in table.columns},
        "required": list(table.names),
        "additionalProperties": False,
    }
    return {
        "$schema": _DIALECT,
        "title": table.name,
        "type": "object",
        "properties": {"dsr": {"type": "object"}, table.name: {"type": "array", "items": record}},
        "required": ["dsr", table.name],
        "additionalProperties": False,
    }


def table_schema(table: Table) -> dict[str, object]:
    """Return the Table Schema of data/{name}.csv (Data Package 2.0)."""
    fields = [_field(column, table) for column in table.columns]
    key = {"primaryKey": [table.key]} if table.key else {}
    return {"fields": fields, **key, "missingValues": [""]}


def fits(value: object, schema: object) -> bool:
    """Tell whether a value fits a schema as `json_schema` makes them."""
    if not isinstance(schema, dict) or not isinstance(value, _KINDS[schema["type"]]):
        return False
    match value:
        case dict():
            return _object_fits(value, schema)
        case list():
            return all(fits(one, schema["items"]) for one in value)
        case bool():
            return False
    return True


def _object_fits(value: Mapping[str, object], schema: Mapping[str, object]) -> bool:
    known = schema.get("properties", {})
    required = schema.get("required", [])
    if not isinstance(known, dict) or not isinstance(required, list):
        return False
    if not value.keys() >= set(required):
        return False
    if schema.get("additionalProperties") is False and not value.keys() <= known.keys():
        return False
    return all(fits(one, known[name]) for name, one in value.items() if name in known)


def _cell_schema(column: TableColumn) -> dict[str, object]:
    if column.kind is CellKind.ARRAY:
        return {"type": "array", "items": {"type": "string"}}
    return {"type": str(column.kind)}


def _field(column: TableColumn, table: Table) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": str(column.kind)}
    if column.name == table.key:
        field["constraints"] = {"required": True, "unique": True}
    if column.term:
        field["rdfType"] = column.term
    return field
