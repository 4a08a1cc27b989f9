"""Reading ``datapackage.json``: which files a package has, what it extends, and which columns it declares.

Nothing is assumed: a package without a descriptor, a file that it does not list and a column that it does not declare are problems.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from zjreform.columns.column import Column, Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.dataset.containers import DESCRIPTOR, Container, plain_name
from zjreform.errors import DatasetError, Problem
from zjreform.publish.data_package import DIALECT, OTHER_FILES, table_schema
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of
from zjreform.tabular.extension import NAME

_KINDS: Mapping[str, Any] = {"string": str, "integer": int, "number": Decimal, "boolean": bool}


@frozen
class Descriptor:
    """What a package says of itself.

    Attributes:
        version: Version of its data.
        extends: Whether references may name rows of the bundled dataset.
        spreadsheet_safe: Whether its cells carry apostrophes against formulas.
        files: Name of the file of each table.
        extra: Extension columns of each table.
        open: How many proposals of a draft nobody has decided.
        torn: Whether tables may be missing from *files* because the description is wrong.
    """

    version: str = ""
    extends: bool = False
    spreadsheet_safe: bool = False
    files: Mapping[str, str] = field(factory=dict)
    extra: Mapping[str, tuple[FieldSchema, ...]] = field(factory=dict)
    torn: bool = False
    open: int = 0


def read_descriptor(container: Container, problems: list[Problem], changes: list[Problem] | None = None) -> Descriptor:
    """Return what a package says of itself; what is wrong is added to *problems*, what a lenient reader passes over to *changes*."""
    if DESCRIPTOR not in container.names:
        remedy = "zj.template(folder) writes one beside empty files"
        problems.append(Problem(DESCRIPTOR, 0, "", "no such file", "a file of this name", remedy))
        return Descriptor(torn=True)
    content = parse_json(DESCRIPTOR, container.read(DESCRIPTOR), problems)
    if content is None:
        return Descriptor(torn=True)
    files: dict[str, str] = {}
    extra: dict[str, tuple[FieldSchema, ...]] = {}
    for number, resource in enumerate(_listed(content, problems)):
        _read_resource(f"resources[{number}]", resource, container, files, extra, problems, changes)
    torn = any(problem.file == DESCRIPTOR for problem in problems)
    _refuse_unlisted(container, files, problems)
    version, extends, safe = read_settings(DESCRIPTOR, content, problems)
    return Descriptor(version, extends, safe, files, extra, torn, _open_proposals(content, problems))


def _open_proposals(content: Mapping[str, Any], problems: list[Problem]) -> int:
    own = content.get("zjreform")
    number = own.get("open", 0) if isinstance(own, dict) else 0
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        problems.append(
            Problem(DESCRIPTOR, 0, "zjreform.open", repr(number), "a number of open proposals", "take it out")
        )
        return 0
    return number


def parse_json(file: str, data: bytes, problems: list[Problem]) -> dict[str, Any] | None:
    """Return a JSON object, or ``None`` and a problem; a key that stands twice is refused.

    Example:
        >>> problems = []
        >>> parse_json("a.json", b'{"a": 1, "a": 2}', problems), str(problems[0])
        (None, "a.json: expected each key of an object once, got 'a' (take one of them out)")
    """
    try:
        content = json.loads(data.decode("utf-8"), object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        problems.append(Problem(file, 0, "", f"byte {error.start}", "UTF-8 text", "save it as UTF-8"))
    except json.JSONDecodeError as error:
        problems.append(Problem(file, error.lineno, "", error.msg, "well-formed JSON", "correct the line"))
    except _TwiceError as error:
        problems.append(Problem(file, 0, "", str(error), "each key of an object once", "take one of them out"))
    except (ValueError, RecursionError) as error:
        problems.append(Problem(file, 0, "", str(error), "JSON of reasonable depth and numbers", "write it anew"))
    else:
        if isinstance(content, dict):
            return content
        problems.append(
            Problem(file, 0, "", type(content).__name__, "a JSON object", "write it as write or write_json does")
        )
    return None


def read_settings(file: str, content: Mapping[str, Any], problems: list[Problem]) -> tuple[str, bool, bool]:
    """Return version, whether the package extends the bundled dataset, and whether its cells are safe for spreadsheets."""
    version = content.get("version")
    if not isinstance(version, str) or not version:
        problems.append(Problem(file, 0, "version", repr(version), "a version such as '2026.11.0'", "write one"))
        version = ""
    own = content.get("zjreform", {})
    own = own if isinstance(own, dict) else {"zjreform": own}
    unknown = sorted(own.keys() - {"extends", "spreadsheet_safe", "extensions", "open"})
    expected = "extends, spreadsheet_safe or extensions"
    problems.extend(Problem(file, 0, f"zjreform.{key}", repr(own[key]), expected, "take it out") for key in unknown)
    extends, safe = own.get("extends"), own.get("spreadsheet_safe", False)
    if extends is not None and extends != "bundled":
        problems.append(
            Problem(file, 0, "zjreform.extends", repr(extends), "'bundled', or nothing", "write one of them")
        )
    if not isinstance(safe, bool):
        problems.append(Problem(file, 0, "zjreform.spreadsheet_safe", repr(safe), "true or false", "write one of them"))
    return version, extends == "bundled", safe is True


def read_extensions(file: str, place: str, declared: object, problems: list[Problem]) -> tuple[FieldSchema, ...]:
    """Return the extension columns that a list of field descriptors declares.

    Example:
        >>> [column.name for column in read_extensions("a", "fields", [{"name": "x_note", "type": "string"}], [])]
        ['x_note']
    """
    if not isinstance(declared, list):
        problems.append(Problem(file, 0, place, repr(declared), "a list of fields", "write [] if there are none"))
        return ()
    found = [_extension(file, f"{place}[{number}]", item, problems) for number, item in enumerate(declared)]
    names = [column.name for column in found if column]
    twice = sorted({name for name in names if names.count(name) > 1})
    problems.extend(Problem(file, 0, place, name, "each column once", "rename one of them") for name in twice)
    return tuple(column for column in found if column)


def _extension(file: str, place: str, item: object, problems: list[Problem]) -> FieldSchema | None:
    item = item if isinstance(item, dict) else {}
    name, kind = item.get("name"), item.get("type", "string")
    texts = ("title", "description", "zj:title_zh", "unit")
    wrong = [key for key in texts if not isinstance(item.get(key, ""), str)]
    problems.extend(Problem(file, 0, f"{place}.{key}", repr(item[key]), "a text", "write one") for key in wrong)
    if not isinstance(name, str) or not NAME.fullmatch(name):
        remedy = "columns of your own begin with x_, in lower case"
        problems.append(Problem(file, 0, f"{place}.name", repr(name), "a column of the schema, or x_…", remedy))
        return None
    if not isinstance(kind, str) or kind not in _KINDS:
        problems.append(
            Problem(file, 0, f"{place}.type", repr(kind), "one of " + ", ".join(_KINDS), "write one of them")
        )
        return None
    python = Edtf if item.get("zj:format") == "EDTF" else _KINDS[kind]
    title, about = str(item.get("title", name)), str(item.get("description", ""))
    column = Column(str(item.get("zj:title_zh", title)), title, about, "not given", unit=str(item.get("unit", "")))
    return FieldSchema(name, python, nullable=True, many=False, column=column)


def _listed(content: Mapping[str, Any], problems: list[Problem]) -> Sequence[Any]:
    resources = content.get("resources")
    if isinstance(resources, list):
        return resources
    problems.append(Problem(DESCRIPTOR, 0, "resources", repr(resources), "a list of files", _ANEW))
    return ()


def _read_resource(
    place: str,
    resource: object,
    container: Container,
    files: dict[str, str],
    extra: dict[str, tuple[FieldSchema, ...]],
    problems: list[Problem],
    changes: list[Problem] | None,
) -> None:
    resource = resource if isinstance(resource, dict) else {}
    name, file = resource.get("name"), resource.get("path")
    if isinstance(name, str) and name in OTHER_FILES:
        return
    if not isinstance(name, str) or name not in TABLES or name in files:
        expected = "the name of a table, once: " + ", ".join(TABLES)
        problems.append(
            Problem(DESCRIPTOR, 0, f"{place}.name", repr(name), expected, "take the resource out, or correct its name")
        )
        return
    stated, file = file, plain_name(file)
    if file is None or file not in container.names or file in files.values():
        shown = stated if isinstance(stated, str) else repr(stated)
        expected = "the name of a file beside datapackage.json that no other resource has"
        problems.append(
            Problem(DESCRIPTOR, 0, f"{place}.path", shown, expected, "put the file there, or correct the name")
        )
        return
    files[name] = file
    extra[name] = _declared(f"{place}.schema.fields", name, resource, problems, changes)
    problems.extend(_form_problems(place, file, resource))
    _check_bytes(file, resource, container, problems)


def _declared(
    place: str, table: str, resource: Mapping[str, Any], problems: list[Problem], changes: list[Problem] | None
) -> tuple[FieldSchema, ...]:
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    header = schema_of(table).header
    if not isinstance(fields, list):
        problems.append(Problem(DESCRIPTOR, 0, place, repr(fields), "a list of fields", _ANEW))
        return ()
    names = [item.get("name") if isinstance(item, dict) else None for item in fields]
    if tuple(names[: len(header)]) != header:
        missing = [name for name in header if name not in names]
        shown = ",".join(map(str, names[: len(header)]))
        remedy = (
            "read by their names" if changes is not None else f"missing: {', '.join(missing)}" if missing else _ANEW
        )
        found = Problem(DESCRIPTOR, 0, place, shown, f"first the fields {','.join(header)}", remedy)
        if changes is None:
            problems.append(found)
            return ()
        changes.append(found)
    problems.extend(_type_problems(place, table, fields))
    return read_extensions(DESCRIPTOR, place, _further(fields, names, header), problems)


def _further(fields: Sequence[Any], names: Sequence[Any], header: Sequence[str]) -> list[Any]:
    """The fields besides one for each column of the table."""
    wanted, further = list(header), []
    for item, name in zip(fields, names, strict=True):
        if name in wanted:
            wanted.remove(name)
        else:
            further.append(item)
    return further


def _type_problems(place: str, table: str, fields: Sequence[Any]) -> Iterator[Problem]:
    for number, item in enumerate(fields):
        name = item.get("name") if isinstance(item, dict) else None
        described = _described(table).get(name) if isinstance(name, str) else None
        if described is not None and item.get("type", described) not in [described, "any"]:
            kind = item["type"]
            yield Problem(DESCRIPTOR, 0, f"{place}[{number}].type", repr(kind), repr(described), "write that type")


@cache
def _described(table: str) -> Mapping[str, str]:
    return {item["name"]: item["type"] for item in table_schema(table)["fields"]}


def _check_bytes(file: str, resource: Mapping[str, Any], container: Container, problems: list[Problem]) -> None:
    if "hash" not in resource and "bytes" not in resource:
        return
    try:
        data = container.read(file)
    except DatasetError:
        return  # said where the table is read
    found = {"hash": f"sha256:{sha256(data).hexdigest()}", "bytes": len(data)}
    for key, value in found.items():
        stated = resource.get(key, value)
        if stated != value or isinstance(stated, bool):
            problems.append(Problem(file, 0, "", str(value), f"the {key} {stated}", _CHANGED))
            return


_CHANGED = (
    "the file was changed after datapackage.json was written: take hash and bytes out there, or write the package anew"
)


def _form_problems(place: str, file: str, resource: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what a resource says of the form of its file that is not so: files have one form, whatever is said of it."""
    schema = resource.get("schema")
    missing = schema.get("missingValues", [""]) if isinstance(schema, dict) else [""]
    if missing != [""]:
        yield Problem(
            DESCRIPTOR, 0, f"{place}.schema.missingValues", repr(missing), "['']", "leave what is missing empty"
        )
    if file.endswith(".parquet"):
        return
    encoding, dialect = resource.get("encoding", "utf-8"), resource.get("dialect", {})
    if not isinstance(encoding, str) or encoding.casefold() not in {"utf-8", "utf8", "utf-8-sig"}:
        yield Problem(
            DESCRIPTOR, 0, f"{place}.encoding", repr(encoding), "'utf-8'", "save the file as UTF-8 and say so"
        )
    said = dialect if isinstance(dialect, dict) else {"dialect": dialect}
    wrong = {
        key: value for key, value in said.items() if key not in _ANY and (key not in DIALECT or DIALECT[key] != value)
    }
    for key, value in sorted(wrong.items()):
        expected = repr(DIALECT[key]) if key in DIALECT else "one of " + ", ".join(DIALECT)
        yield Problem(DESCRIPTOR, 0, f"{place}.dialect.{key}", repr(value), expected, "write the file so, and say so")


_ANY = frozenset({"$schema", "type", "title", "description", "name"})
"""Keys of a dialect that say nothing about the form of a file."""


def _refuse_unlisted(container: Container, files: Mapping[str, str], problems: list[Problem]) -> None:
    known = {*files.values(), *(f"{name}.csv" for name in OTHER_FILES)}
    for name in container.names:
        if name.endswith((".csv", ".parquet")) and name not in known:
            remedy = "list it under resources, or move it elsewhere"
            problems.append(Problem(name, 0, "", "a file that datapackage.json does not list", "no such file", remedy))


_ANEW = "zj.template(folder) writes a description to copy from"


class _TwiceError(Exception):
    """An object has a key twice."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found
