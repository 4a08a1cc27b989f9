"""The explorer page: data, script and the parts of others in one file that loads nothing."""

import lzma
import re
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from zjreform.arguments import all_told, told
from zjreform.dataset.comparisons import comparison_of
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.pool import pool_of
from zjreform.dataset.spelling import folding
from zjreform.display import shown_language
from zjreform.drafting.coding.decisions import Decisions
from zjreform.drafting.coding.page import coding_data
from zjreform.errors import BasisError, DimensionError, UnknownValueError
from zjreform.html import element, script_page
from zjreform.publish.citation import citation, dataset_work
from zjreform.quantity.bounds import Bound
from zjreform.quantity.quantities import Quantity
from zjreform.records.edtf import edtf_bounds
from zjreform.records.figures import Pairing
from zjreform.records.roster_codes import Coverage
from zjreform.resources import read_bytes, read_text
from zjreform.tabular.atomic import put_file
from zjreform.views.drawing.changes import side_names
from zjreform.views.explorer import evidence, rosters
from zjreform.views.explorer.rosters import Index
from zjreform.views.explorer.sentences import sentences
from zjreform.views.names import shown_data

SCRIPTS = (
    "1-core", "2-words", "3-state", "4-filter", "5-table", "6-chart", "7-pages", "coding-typing", "coding", "8-main",
)  # fmt: skip
_STRATA = {"provincial": ("provincial", "省直"), "local": ("local", "地方"), "all": ("all", "全部")}


@all_told
@frozen(repr=False)
class Explorer:
    """The explorer page of a dataset; a notebook shows it.

    Attributes:
        html: The page: one file, which asks for nothing else.
        version: Version of the data that it holds.

    Example:
        >>> import zjreform as zj
        >>> zj.explorer()
        <Explorer of data ...: ... MB>
    """

    html: str
    version: str

    def write(self, path: str | PathLike[str]) -> Path:
        """Write the page and return its path.

        Args:
            path: The file to write; it is replaced.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.explorer().write(tempfile.mkdtemp() + "/page.html").name
            'page.html'
        """
        return put_file(Path(path), self.html.encode())

    def __repr__(self) -> str:
        return f"<Explorer of data {self.version}: {len(self.html.encode('utf-8')) / 1e6:.1f} MB>"

    def _repr_html_(self) -> str:
        frame = {
            "sandbox": "allow-scripts allow-downloads allow-popups",
            "style": "width:100%;height:44rem;border:1px solid #888",
        }
        return element("iframe", "", title="zjreform explorer", srcdoc=self.html, **frame)


@told
def explorer(
    dataset: Dataset | Decisions | None = None,
    *,
    texts: str | PathLike[str] | None = None,
    lang: str | None = None,
    coder: str | None = None,
) -> Explorer:
    """Return a page in which a dataset is searched, filtered, drawn and taken away, without a network.

    Of a draft it returns the same page in coding mode: the draft is coded in it, with the data that it learnt from beside.

    Args:
        dataset: The dataset, or a draft; the bundled data if none is given. A package that extends the bundled data is shown with it.
        texts: Folder that holds the source texts, so that each figure shows its sentence; such a page holds parts of the documents.
        lang: Language that it opens in, ``"en"`` or ``"zh"``; by default the one shown. The page has both.
        coder: Who will code a draft.

    Raises:
        UnknownValueError: There is no such language, or a draft comes without a coder.
        NotADirectoryError: There is no such folder.
        DatasetError: A text differs from the one coded.

    Example:
        >>> import zjreform as zj
        >>> page = zj.explorer(lang="zh")
        >>> len(page.html.encode()) < 4_000_000, "http-equiv" in page.html
        (True, True)
    """
    drafted = dataset if isinstance(dataset, Decisions) else None
    if drafted is not None and not coder:
        raise UnknownValueError("coder of a draft", str(coder), ("a key such as 'me'",))
    given = dataset if isinstance(dataset, Dataset) else drafted.known if drafted is not None else None
    ds = shown_data(given if isinstance(given, Dataset) else None)
    data = _data(ds, {} if texts is None else dict(sentences(ds, texts)), shown_language(lang))
    style = ""
    if drafted is not None:
        data["coding"], style = coding_data(drafted, str(coder)), read_text("page/coding.css")
    licences = "\n".join(_vendored(name).decode("utf-8") for name in ("tabulator-LICENSE.txt", "vega-LICENSE.txt"))
    html = script_page(
        data,
        SCRIPTS,
        style=style,
        tabulator_style=_vendored("tabulator.css").decode("utf-8"),
        licences=licences.replace("--", "- -"),
        tabulator=_closed(_vendored("tabulator.js").decode("utf-8")),
        vega=f"(() => {{{_closed(_vendored('vega.js').decode('utf-8'))}}})();",
    )
    return Explorer(html, ds.version)


def _vendored(name: str) -> bytes:
    return lzma.decompress(read_bytes(f"page/vendor/{name}.xz"))


def _closed(script: str) -> str:
    """Keep a script from ending its element."""
    return re.sub(r"</(script)", r"<\\/\1", script, flags=re.IGNORECASE).replace("<!--", "<\\!--")


def _data(ds: Dataset, said: dict[str, str], lang: str) -> dict[str, Any]:
    index = Index.of(ds)
    parts = [
        rosters.cases(index), rosters.awards(index), evidence.metrics(index, said), evidence.comparisons(index),
        rosters.terms(index), rosters.events(index), rosters.places(index),
    ]  # fmt: skip
    work = dataset_work(version=ds.version)
    return {
        "lang": lang,
        "version": ds.version,
        "key": work.key,
        "cite": [citation(work, "text", "en"), citation(work, "text", "zh")],
        "sentences": bool(said),
        "described": sum(case.coverage is Coverage.DESCRIBED for case in ds.cases),
        **folding(),
        "parents": {place.id: place.parent for place in ds.places if place.parent},
        "points": {place.id: _point(place, index) for place in ds.places},
        "pool": [_stratum(ds, index, key, stratum) for key in ds.rounds.ids for stratum in pool_of(ds, key)],
        "sides": [_sides(ds, pairing) for pairing in ds.pairings],
        "days": [_days(event.date) for event in ds.events],
        "codebook": _codebook(ds, [part.name for part in parts]),
        "parts": [part.as_json() for part in parts],
    }


def _point(place: Any, index: Index) -> dict[str, Any]:  # noqa: ANN401 (a place)
    at = None if place.latitude is None or place.longitude is None else [float(place.latitude), float(place.longitude)]
    return {
        "name": index.name("places", place.id),
        "level": None if place.level is None else place.level.value,
        "at": at,
    }


def _stratum(ds: Dataset, index: Index, key: str, stratum: Any) -> list[Any]:  # noqa: ANN401 (a stratum)
    del ds
    share = None if stratum.share is None else f"{float(stratum.share):.1%}"
    return [index.name("rounds", key), _STRATA[stratum.name], stratum.winners, stratum.entries, share]


def _sides(ds: Dataset, pairing: Pairing) -> dict[str, Any]:
    """Both sides of a comparison on one scale; nothing where one is missing or they share no factor."""
    row = comparison_of(ds, pairing)
    if row.before is None or row.after is None:
        return {}
    unit = row.before.quantity.unit
    try:
        after = row.after.quantity.to(unit)
    except (BasisError, DimensionError):
        return {}
    stated = (row.before.quantity, row.after.quantity)
    return {
        "unit": [unit.en_plural or unit.en, unit.zh],
        "values": [float(row.before.quantity.value), float(after.value)],
        "open": [_open(quantity) for quantity in stated],
        "said": [[f"{quantity:en}", f"{quantity:zh}"] for quantity in stated],
        "alike": row.like_with_like,
        "names": list(zip(*(side_names(row.comparator, lang) for lang in ("en", "zh")), strict=True)),
    }


def _open(quantity: Quantity) -> int:
    if quantity.bound in {Bound.AT_MOST, Bound.UNDER, Bound.NEARLY}:
        return -1
    return int(quantity.bound in {Bound.AT_LEAST, Bound.OVER} and quantity.implied_high is None)


def _days(date: str | None) -> list[str] | None:
    first, last = edtf_bounds(date) if date else (None, None)
    return None if first is None or last is None else [first.isoformat(), last.isoformat()]


def _codebook(ds: Dataset, names: list[str]) -> list[list[Any]]:
    """The header, and each column and value of the tables that the page holds."""
    from zjreform.dataset.writing import codebook  # noqa: PLC0415 (the name is a function's)

    del ds
    header = ["table", "column", "value", "type", "label_en", "label_zh", "definition", "empty_means", "unit"]
    rows = (row for row in codebook() if row.table in names)
    return [header, *([getattr(row, name) for name in header] for row in rows)]
