"""Scripts that load the package into R and Stata: factors with their order and labels, numbers, truth values, first and last days."""

from collections.abc import Iterator
from decimal import Decimal

from zjreform.columns.column import Edtf
from zjreform.columns.schema import FieldSchema
from zjreform.quantity.columns import STORED
from zjreform.quantity.quantities import Quantity
from zjreform.records.index import TABLES
from zjreform.records.schema import schema_of

_R_HEAD = """\
# Loads the data package of zjreform into R: source("load.R") in the folder of the files, or set zj_home before.
# Each table becomes a data frame of its name, with factors (zj_labels: "code", "en" or "zh"), numbers, truth values and days.
# Generated from the record classes; base R alone is needed.
if (!exists("zj_home")) zj_home <- "."
if (!exists("zj_labels")) zj_labels <- "code"

zj_read <- function(name) {
  path <- file.path(zj_home, paste0(name, ".csv"))
  read.csv(path, colClasses = "character", na.strings = "", check.names = FALSE, fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
}

zj_factor <- function(x, codes, en, zh, ordered = FALSE) {
  shown <- switch(zj_labels, code = codes, en = en, zh = zh)
  factor(x, levels = codes, labels = shown, ordered = ordered)
}

zj_day <- function(x, last = FALSE) {
  days <- vapply(x, function(edtf) {
    if (is.na(edtf)) return(NA_character_)
    parts <- strsplit(edtf, "/", fixed = TRUE)[[1]]
    part <- sub("[~?]$", "", parts[if (last) length(parts) else 1])
    if (part == "..") return(NA_character_)
    bits <- as.integer(strsplit(part, "-", fixed = TRUE)[[1]])
    if (length(bits) == 3) return(part)
    months <- if (length(bits) == 1) c(1, 12) else c(bits[2], bits[2])
    if (length(bits) == 2 && bits[2] >= 33) {
      parts <- list("33" = c(1, 3), "34" = c(4, 6), "35" = c(7, 9), "36" = c(10, 12), "40" = c(1, 6), "41" = c(7, 12))
      months <- parts[[as.character(bits[2])]]
    }
    if (!last) return(sprintf("%04d-%02d-01", bits[1], months[1]))
    following <- if (months[2] == 12) c(bits[1] + 1, 1) else c(bits[1], months[2] + 1)
    format(as.Date(sprintf("%04d-%02d-01", following[1], following[2])) - 1)
  }, character(1), USE.NAMES = FALSE)
  as.Date(days)
}
"""

_STATA_HEAD = """\
* Loads one table of the data package of zjreform into Stata: do load.do cases
* Codes become numbers with value labels (their order is that of the list), numbers and truth values numbers, dates the first and the
* last day that they cover (NAME_start, NAME_end); labels name each variable.
* Generated from the record classes. Set the folder of the files first: cd FOLDER
version 16
args table

capture program drop zj_day
program define zj_day
    args name
    foreach side in start end {
        tempvar part year month day first last
        generate str40 `part' = `name'
        replace `part' = substr(`part', 1, strpos(`part', "/") - 1) if strpos(`part', "/") > 0 & "`side'" == "start"
        replace `part' = substr(`part', strpos(`part', "/") + 1, .) if strpos(`part', "/") > 0 & "`side'" == "end"
        replace `part' = subinstr(subinstr(`part', "~", "", .), "?", "", .)
        generate int `year' = real(substr(`part', 1, 4))
        generate int `month' = real(substr(`part', 6, 2))
        generate int `day' = real(substr(`part', 9, 2))
        generate int `first' = cond(missing(`month'), 1, `month')
        replace `first' = 3 * (`month' - 33) + 1 if inrange(`month', 33, 36)
        replace `first' = 6 * (`month' - 40) + 1 if inrange(`month', 40, 41)
        generate int `last' = cond(missing(`month'), 12, `month')
        replace `last' = 3 * (`month' - 32) if inrange(`month', 33, 36)
        replace `last' = 6 * (`month' - 39) if inrange(`month', 40, 41)
        generate long `name'_`side' = mdy(`month', `day', `year') if !missing(`day')
        replace `name'_`side' = mdy(`first', 1, `year') if missing(`day') & "`side'" == "start"
        replace `name'_`side' = dofm(ym(`year', `last') + 1) - 1 if missing(`day') & "`side'" == "end"
        format `name'_`side' %td
    }
end

import delimited "`table'.csv", varnames(1) stringcols(_all) encoding("utf-8") bindquote(strict) maxquotedrows(unlimited) clear
"""

_NAME = 32
"""Letters that a name may have in Stata."""


def load_r() -> str:
    """Return the script for R.

    Example:
        >>> "awards <- zj_read(" in load_r()
        True
    """
    lines = [_R_HEAD]
    for name in TABLES:
        lines.append(f'\n{name} <- zj_read("{name}")')
        lines += [line for field in schema_of(name).fields for line in _r_lines(name, field)]
    return "\n".join(lines) + "\n"


def load_do() -> str:
    """Return the script for Stata.

    Example:
        >>> "label variable position" in load_do()
        True
    """
    lines = [_STATA_HEAD]
    for name in TABLES:
        lines.append(f'if "`table\'" == "{name}" {{')
        lines += [f"    {line}" for field in schema_of(name).fields for line in _stata_lines(field)]
        lines.append("}")
    return "\n".join(lines) + "\n"


_R_PLAIN = {int: "as.integer({at})", Decimal: "as.numeric({at})", bool: '{at} == "true"'}


def _r_lines(table: str, field: FieldSchema) -> Iterator[str]:
    at = f'{table}[["{field.name}"]]'
    if field.kind is Quantity:
        yield from _r_quantity(table)
    elif field.many:
        yield f'{at} <- strsplit(ifelse(is.na({at}), "", {at}), ";", fixed = TRUE)'
    elif field.codes:
        values = ", ".join(f"c({', '.join(_quoted(text) for text in texts)})" for texts in _labels(field))
        yield f"{at} <- zj_factor({at}, {values}, ordered = {'TRUE' if field.kind.ordered() else 'FALSE'})"
    elif field.kind is Edtf:
        yield f'{table}[["{field.name}_start"]] <- zj_day({at})'
        yield f'{table}[["{field.name}_end"]] <- zj_day({at}, last = TRUE)'
    elif field.kind in _R_PLAIN:
        yield f"{at} <- {_R_PLAIN[field.kind].format(at=at)}"


def _r_quantity(table: str) -> Iterator[str]:
    for part in STORED:
        at = f'{table}[["{part.name}"]]'
        if part.kind == "decimal":
            yield f'{at} <- vapply(strsplit({at}, "/"), function(x) Reduce(`/`, as.numeric(x)), numeric(1))'
        elif part.kind == "boolean":
            yield f'{at} <- {at} %in% "true"'


def _stata_lines(field: FieldSchema) -> Iterator[str]:
    if field.kind is Quantity:
        for part in STORED:
            if part.kind == "decimal":
                yield f"capture destring {part.name}, replace force  // fractions such as 1/3 are missing"
            yield f'label variable {part.name} "{part.column.en}"'
        return
    name = field.name[:_NAME]
    if field.codes and not field.many:
        label = f"l_{name}"[:_NAME]
        codes, english, _ = _labels(field)
        for number, (code, text) in enumerate(zip(codes, english, strict=True), 1):
            yield f'label define {label} {number} "{text}", add'
            yield f'replace {name} = "{number}" if {name} == "{code}"'
        yield f"destring {name}, replace"
        yield f"label values {name} {label}"
    elif field.kind in {int, Decimal} and not field.many:
        yield f"destring {name}, replace"
    elif field.kind is bool:
        yield f'replace {name} = cond({name} == "true", "1", cond({name} == "false", "0", ""))'
        yield f"destring {name}, replace"
    elif field.kind is Edtf and not field.many:
        yield f"zj_day {name}"
    yield f'label variable {name} "{field.column.en}"'


def _labels(field: FieldSchema) -> tuple[list[str], list[str], list[str]]:
    codes = field.codes
    return [str(code.value) for code in codes], [code.en for code in codes], [code.zh for code in codes]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
