"""Commands for eyes: a chart as a file, the explorer page, a text with its figures marked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zjreform.cli.output import console
from zjreform.dataset.dataset import Dataset
from zjreform.dataset.entry import load, read
from zjreform.display import say
from zjreform.drafting.coding.draft import Draft
from zjreform.views import charts
from zjreform.views.drawing.chart import Chart
from zjreform.views.drawing.honours import WAYS
from zjreform.views.explorer.page import explorer
from zjreform.views.highlight import highlight as marked

CHARTS: dict[str, Callable[..., Chart]] = {
    "dumbbell": charts.dumbbell,
    **{f"awards-{way}": partial(charts.awards, by=way) for way in WAYS},
    "domains": charts.domains,
    "voices": charts.voices,
    "timeline": charts.timeline,
    "adoptions": charts.adoptions,
    "landscape": charts.landscape,
    "relations": charts.relations,
    "map": charts.map,
    "tiles": partial(charts.map, style="tile"),
}
"""Name of each chart on the command line, with the function that draws it."""

ChartName = StrEnum("ChartName", {name.replace("-", "_").upper(): name for name in CHARTS})  # type: ignore[misc]

Output = Annotated[Path, typer.Option("--output", "-o", help="file to write; it is replaced")]
Lang = Annotated[str | None, typer.Option("--lang", help="en or zh; charts take both as well")]


@contextmanager
def _progress(doing: str) -> Iterator[None]:
    """Say on a terminal what takes a while; elsewhere nothing."""
    with Console(stderr=True).status(f"{doing} …"):
        yield


def _dataset(package: Path | None) -> Dataset:
    return load() if package is None else read(package)


def chart(
    name: Annotated[ChartName, typer.Argument(help="which chart")],
    output: Output,
    package: Annotated[
        Path | None, typer.Option("--package", help="a package of your own instead of the bundled data")
    ] = None,
    round_id: Annotated[str | None, typer.Option("--round", help="id of a round (awards, domains, maps)")] = None,
    family: Annotated[str | None, typer.Option("--family", help="indicator family (dumbbell)")] = None,
    policy: Annotated[str | None, typer.Option("--policy", help="id of a term (adoptions)")] = None,
    lang: Lang = None,
    font: Annotated[str | None, typer.Option("--font", help="font family that pictures are drawn in")] = None,
) -> None:
    """Draw a chart as .png, .svg, .pdf, .html or .json."""
    given = {"round": round_id, "family": family, "policy": policy}
    with _progress(say("drawing", "正在绘图")):
        try:
            drawn = CHARTS[name.value](
                _dataset(package), lang=lang, **{key: value for key, value in given.items() if value}
            )
        except TypeError as error:
            refused = [key for key in given if f"'{key}'" in str(error)]
            if not refused:
                raise
            raise typer.BadParameter(
                f"the chart {name.value} has no {refused[0]}", param_hint=f"--{refused[0]}"
            ) from None
        drawn.save(output, font=font)
    console().print(f"{output}: {drawn.title}", markup=False)


def _draft(folder: Path | None) -> Draft:
    if folder is None or not (folder / "draft.json").is_file():
        raise typer.BadParameter(
            f"expected the folder of a draft (zjreform draft FILE -o FOLDER), got {str(folder or '')!r}"
        )
    return Draft.read(folder)


def explore(
    package: Annotated[
        Path | None, typer.Argument(help="a package of your own; the bundled data if none is given")
    ] = None,
    output: Output = Path("zjreform.html"),
    texts: Annotated[
        Path | None, typer.Option("--texts", help="folder of the source texts: figures then show their sentences")
    ] = None,
    coder: Annotated[
        str | None,
        typer.Option("--code", help="key of the coder: opens a draft (a folder of zjreform draft) in coding mode"),
    ] = None,
    lang: Lang = None,
) -> None:
    """Write the explorer: one page to search, filter, draw and take away the data without a network, or to code a draft."""
    with _progress(say("writing the page", "正在写出页面")):
        given = _dataset(package) if coder is None else _draft(package)
        page = explorer(given, texts=texts, lang=lang, coder=coder)
        page.write(output)
    lines = page.html.count("\n")
    wrote = say(
        f"{lines:,} lines, data {page.version}; open it in a browser",
        f"{lines:,} 行，数据 {page.version}；用浏览器打开",
    )
    console().print(f"{output}: {wrote}", markup=False)


def highlight(
    file: Annotated[Path, typer.Argument(help="a text in UTF-8")],
    output: Output,
    lang: Lang = None,
) -> None:
    """Write a text as a page with its figures, dates, names, terms and changes marked."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise typer.BadParameter(
            f"expected UTF-8, got byte {error.object[error.start]:#04x} at {error.start} in {file}"
        ) from None
    except OSError as error:
        raise typer.BadParameter(f"expected a text, got {str(file)!r}: {error.strerror}") from None
    with _progress(say("reading", "正在读取")):
        found = marked(text, lang=lang)
        found.write(output)
    figures, terms, changes = len(found.figures), len(found.terms), len(found.changes)
    marked_text = say(
        f"{figures} figures, {terms} terms, {changes} changes", f"{figures} 个数字，{terms} 个术语，{changes} 处变化"
    )
    console().print(f"{output}: {marked_text}", markup=False)
