"""The chart: a picture with the tidy frame that it shows, what it says, of how many, and where that comes from."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from zjreform.arguments import all_told
from zjreform.dataset.dataset import Dataset
from zjreform.errors import ExtraMissingError, FontMissingError, UnknownValueError
from zjreform.publish.citation import dataset_work
from zjreform.tabular.atomic import put_file
from zjreform.tabular.optional import optional
from zjreform.views.drawing.fonts import FAMILIES, font_for
from zjreform.views.drawing.wording import check_labels, has_chinese, words, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#3d3d3d")
"""Colours that stay apart for colour-blind eyes (Okabe and Ito), the first the strongest."""

SUFFIXES = (".png", ".svg", ".pdf", ".html", ".json")
"""Kinds of files that a chart is written to."""

_CHINESE = ", ".join(FAMILIES[:1] + FAMILIES[4:5] + FAMILIES[6:7]) + ", sans-serif"


@all_told
@frozen(repr=False, eq=False)
class Chart:
    """A chart of the dataset; a notebook shows it.

    Attributes:
        frame: What it shows, one row for each mark.
        title: What is seen, as a statement.
        notes: Of how many, what is left out, and the source, a line each.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Example:
        >>> import zjreform as zj
        >>> zj.charts.voices()
        <Chart: 234 of 278 mentions of a figure are said by those who did it>
    """

    frame: pd.DataFrame
    title: str
    notes: tuple[str, ...]
    lang: str
    _drawn: Any

    def to_altair(self) -> alt.VConcatChart | alt.LayerChart | alt.Chart:
        """Return the chart for further work with Altair.

        Example:
            >>> import zjreform as zj
            >>> zj.charts.voices().to_altair().to_dict()["title"]["text"][0]
            '234 of 278 mentions of a figure are said by those who did it'
        """
        return self._drawn  # type: ignore[no-any-return]

    def save(self, path: str | PathLike[str], *, font: str | None = None, scale: float = 2) -> Path:
        """Write the chart as PNG, SVG, PDF, HTML (which loads nothing) or Vega-Lite JSON, by the suffix, and return its path.

        Args:
            path: The file to write; it is replaced.
            font: Family that pictures are drawn in; by default the first of the usual Chinese ones that is installed.
            scale: Dots of a PNG for each pixel.

        Raises:
            UnknownValueError: The suffix is none of these.
            ExtraMissingError: vl-convert is not installed.
            FontMissingError: No font that draws Chinese is installed, or the one named is not.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.charts.voices().save(tempfile.mkdtemp() + "/voices.json").name
            'voices.json'
        """
        target = Path(path)
        kind = target.suffix.lower()
        if kind not in SUFFIXES:
            raise UnknownValueError("suffix", target.suffix, SUFFIXES)
        if kind == ".json":
            return put_file(target, self._drawn.to_json().encode())
        if kind == ".html":
            return put_file(target, self._drawn.to_html(inline=True).encode())
        return put_file(target, _picture(self._in_font(font), kind[1:], scale))

    def __repr__(self) -> str:
        return f"<Chart: {self.title}>"

    def _repr_mimebundle_(self, *_: object, **__: object) -> dict[str, Any]:
        """The chart for a notebook that draws Vega-Lite, and a picture for one that does not; nothing is loaded from a network."""
        major = altair().SCHEMA_VERSION.removeprefix("v").partition(".")[0]
        bundle = {f"application/vnd.vegalite.v{major}+json": self._drawn.to_dict(), "text/plain": repr(self)}
        try:
            bundle["image/png"] = b64encode(_picture(self._in_font(None), "png", 2)).decode("ascii")
        except (FontMissingError, ExtraMissingError):
            return bundle  # the browser draws with fonts of its own
        return bundle

    def _in_font(self, font: str | None) -> Any:  # noqa: ANN401 (any Altair chart)
        spec = {**json.loads(self._drawn.to_json()), "config": None}
        family = font_for(font) if font or any(map(has_chinese, _texts(spec))) else "sans-serif"
        return self._drawn.configure(**{**_config(), "font": family})


def _picture(drawn: Any, kind: str, scale: float) -> bytes:  # noqa: ANN401 (any Altair chart)
    convert = optional("vl_convert", "charts")
    version = ".".join(altair().SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    more = {"scale": scale} if kind == "png" else {}
    picture = getattr(convert, f"vegalite_to_{kind}")(drawn.to_dict(), vl_version=version, allowed_base_urls=[], **more)
    return picture.encode("utf-8") if isinstance(picture, str) else bytes(picture)


def altair() -> Any:  # noqa: ANN401 (a module)
    """Return Altair.

    Raises:
        ExtraMissingError: It is not installed.

    Example:
        >>> altair().__name__
        'altair'
    """
    return optional("altair", "charts")


def frame_of(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    """Return rows as a pandas frame, with its columns also where there is no row; its texts are checked, since they become labels.

    Raises:
        ValueError: A text holds a control character.

    Example:
        >>> list(frame_of([], ["a", "b"]).columns)
        ['a', 'b']
    """
    check_labels(value for row in rows for value in row.values())
    return optional("pandas", "charts").DataFrame(list(rows), columns=list(columns))  # type: ignore[no-any-return]


def finish(drawn: Any, frame: pd.DataFrame, ds: Dataset, *, title: str, notes: Sequence[str], lang: str) -> Chart:  # noqa: ANN401 (any Altair chart)
    """Return the chart with its title, its notes and its source line; its labels are checked.

    Args:
        drawn: The Altair chart.
        frame: What it shows.
        ds: The dataset, which the source line names.
        title: What is seen.
        notes: Of how many, and what is left out.
        lang: The wording.

    Raises:
        ValueError: A label holds a control character.
    """
    lines = (*(note for note in notes if note), source_line(ds, lang))
    check_labels([title, *lines])
    shown = [piece for line in lines for piece in wrapped(line)]
    named = altair().TitleParams(text=list(wrapped(title, 68)), subtitle=shown, anchor="start")
    whole = drawn.properties(title=named).configure(**_config())
    return Chart(frame, title, lines, lang, whole)


def honoured(lang: str) -> str:
    """Return the note that every chart of cases' figures bears."""
    return words("Honoured cases only: nothing is known of those that were not.", "只含获奖案例；未获奖者不详。", lang)


def source_line(ds: Dataset, lang: str) -> str:
    """Return where a chart comes from: the data, their version and the key of their citation.

    Example:
        >>> import zjreform as zj
        >>> source_line(zj.load(), "en").startswith("Source: zjreform data 2026.")
        True
    """
    key = dataset_work(version=ds.version).key
    return words(
        f"Source: zjreform data {ds.version}, cite {key}", f"来源：zjreform 数据 {ds.version}，引用键 {key}", lang
    )


def _config() -> dict[str, Any]:
    label = {"labelLimit": 0, "titleLimit": 0, "labelFontSize": 11, "titleFontSize": 11}
    return {
        "font": _CHINESE,
        "background": "white",
        "axis": {**label, "grid": True, "gridOpacity": 0.4},
        "header": label,
        "legend": {**label, "symbolLimit": 0, "orient": "bottom", "columns": 3},
        "title": {"fontSize": 15, "subtitleFontSize": 11, "subtitleColor": "#444", "offset": 14, "limit": 0},
        "range": {"category": list(PALETTE)},
        "view": {"stroke": "#ccc"},
    }


def _texts(part: Any) -> Iterator[str]:  # noqa: ANN401 (JSON)
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from (*_texts(key), *_texts(value))
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)
