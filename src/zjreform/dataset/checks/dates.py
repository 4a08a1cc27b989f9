"""Dates against the words they come from, and against how sure they are said to be."""

import re
from collections.abc import Iterator

from zjreform.dataset.checks.view import View, problem
from zjreform.errors import Problem

_DATED = (("events", "date", "date_text", "date_status"), ("metrics", "period", "period_text", "period_status"))


def statuses(view: View) -> Iterator[Problem]:
    """Yield dates that do not say how sure they are, and the other way round."""
    for table, date, _, status in _DATED:
        for dated, sure, line in view.rows(table, date, status):
            if (dated is None) != (sure is None):
                expected = f"{date} and {status} both given or both empty"
                yield problem(table, line, status, dated or sure, expected, "fill in the other")


def texts(view: View) -> Iterator[Problem]:
    """Yield dates that lie outside what their own words say."""
    for table, date, text, _ in _DATED:
        for value, words, line in view.rows(table, date, text):
            if value is not None and words is not None and not _agree(value, words):
                yield problem(table, line, date, value, f"a date that {words!r} allows", "look at the source")


def numerals(view: View) -> Iterator[Problem]:
    """Yield dates of numerals that their own characters do not say."""
    found: dict[str, list[str]] = {}
    for of, surface, _ in view.rows("mentions", "of", "surface") if any(view.column("non_figures", "edtf")) else ():
        if surface is not None and of.startswith("non_figures:"):
            found.setdefault(of, []).append(surface)
    for key, edtf, line in view.rows("non_figures", "id", "edtf"):
        for surface in found.get(f"non_figures:{key}", ()) if edtf is not None else ():
            if not _agree(edtf, surface):
                expected = f"a date that {surface!r} allows"
                yield problem("non_figures", line, "edtf", edtf, expected, "look at the source")


def _agree(value: str, words: str) -> bool:
    """Return whether a date can be what words say, as far as they begin with a year.

    Digits alone are compared, since a damaged copy runs them together (20183月), and either side may say less than the other.
    """
    found = re.findall(r"[0-9]+", words.translate(_DIGITS))
    said = "".join(group.lstrip("0") for group in found)
    if not re.match(r"(?:19|20)[0-9]{2}", said):
        return True
    start, _, end = (re.sub(r"[~?]", "", part) for part in value.partition("/"))
    whole = _plain(start) + _plain(end)
    short = _plain(start) + _plain(end.removeprefix(start[:4]))
    return any(said.startswith(each) or each.startswith(said) for each in (whole, short, _plain(end)) if each)


def _plain(date: str) -> str:
    return "".join(part.lstrip("0") for part in re.findall(r"[0-9]+", date))


_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")
