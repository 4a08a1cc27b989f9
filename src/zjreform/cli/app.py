"""Ask the evidence base of Zhejiang's “run at most once” reform, and check, write and cite it.

Exit codes: 0 done; 1 what was checked has problems; 2 the command was wrong (an unknown id, value, option or path).
"""

import os
import sys
import warnings
from collections.abc import Callable
from typing import Annotated

import typer

from zjreform.cli import answers, corpus, drafting, explaining, figures, files, history, looking, rosters
from zjreform.cli.chinese import ABOUT, OPTIONS, ChineseCommand, ChineseGroup, in_chinese
from zjreform.cli.output import Format, console, show
from zjreform.dataset.entry import load
from zjreform.display import LANGUAGES, language, say, shown_language
from zjreform.errors import ZjError
from zjreform.version import DATA_VERSION, __version__
from zjreform.wording import phrase, told

_CHINESE = os.environ.get("ZJREFORM_LANG") == "zh"
app = typer.Typer(
    cls=ChineseGroup if _CHINESE else None,
    no_args_is_help=True,
    add_completion=False,
    help=ABOUT if _CHINESE else __doc__,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


VERSIONS = OPTIONS["print the versions and exit"] if _CHINESE else "print the versions and exit"


def _print_versions(wanted: bool) -> None:  # noqa: FBT001 (typer gives the value of the option)
    if wanted:
        typer.echo(f"zjreform {__version__}, data {DATA_VERSION}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_print_versions, is_eager=True, help=VERSIONS)] = False,
) -> None: ...


def overview(fmt: Annotated[Format, typer.Option("--format", help="table, json, csv or jsonl")] = Format.TABLE) -> None:
    """Print what the bundled dataset holds."""
    ds = load()
    sizes = [{"table": name, "records": size} for name, size in ds.sizes().items()]
    if fmt is not Format.TABLE:
        show(sizes, fmt)
        return
    about = say("Zhejiang's “run at most once” (最多跑一次) reform, 2016–2019", "浙江“最多跑一次”改革，2016–2019")
    console().print(f"zjreform data {ds.version}: {about}\n")
    show(rosters.round_rows(ds), fmt, title=say("Rounds of awards", "评选届次"))
    show(rosters.source_rows(ds), fmt, title=say("Sources", "来源"))
    show(sizes, fmt, title=say("Tables", "各表"))


COMMANDS: dict[Callable[..., None], str] = {
    overview: "zjreform overview",
    rosters.cases: "zjreform cases --place Lishui --round mpro-2018",
    rosters.case: "zjreform case nanhu-company-setup",
    rosters.awards: "zjreform awards --round rib-2019 --format csv",
    rosters.places: "zjreform places --in 丽水 --kind division",
    figures.metrics: "zjreform metrics --indicator company-setup-time",
    answers.organisations: "zjreform organisations --kind party --level province",
    answers.reviews: "zjreform reviews --reviewer 郁建兴",
    answers.pool: "zjreform pool --by prefecture --format csv",
    figures.indicators: "zjreform indicators --family time",
    figures.comparisons: "zjreform comparisons --place 丽水 --format json",
    figures.wide: "zjreform wide award --format csv",
    history.terms: "zjreform terms --kind platform --place Longyou",
    history.term: "zjreform term run-at-most-once",
    history.events: "zjreform events --kind adoption --after 2018",
    answers.timeline: "zjreform timeline --format jsonl",
    answers.adoptions: "zjreform adoptions --policy standard-land",
    answers.reach: "zjreform reach city-brain",
    figures.audit: "zjreform audit folder-of-the-documents",
    corpus.figures: "zjreform figures reports -o figures.parquet",
    corpus.changes: "zjreform changes --text 办理时间由8天压缩至1天",
    corpus.find_terms: "zjreform find-terms 'reports/*.docx' news.jsonl -o terms.csv",
    drafting.draft: "zjreform draft yearbook.docx -o my-draft --as excel",
    explaining.explain: "zjreform explain 办理时间由8天压缩至1天",
    drafting.verify: "zjreform verify extracted.jsonl folder-of-the-texts --page report.html",
    looking.chart: "zjreform chart awards-place -o awards.svg",
    looking.explore: "zjreform explore -o zjreform.html",
    looking.highlight: "zjreform highlight report.txt -o report.html",
    files.validate: "zjreform validate my-package",
    files.write: "zjreform write zj.sqlite --as sqlite",
    files.convert: "zjreform convert my-package both.xlsx --as excel --merge",
    files.template: "zjreform template my-package --table metrics --table mentions",
    files.diff: "zjreform diff old-package bundled --markdown",
    files.cite: "zjreform cite solutions-2018 --style bibtex --lang zh",
    files.codebook: "zjreform codebook awards",
}
"""Each command with an example."""


def _register() -> None:
    """Give the app its commands, with their help in the language of ``ZJREFORM_LANG``."""
    for command, example in COMMANDS.items():
        words = f"示例：{example}" if _CHINESE else f"Example: {example}"
        told_in_chinese = in_chinese(command) if _CHINESE else None
        app.command(help=told_in_chinese, epilog=words, cls=ChineseCommand if _CHINESE else None)(command)


_register()


def run() -> None:
    """Run the command line; errors of this package end it with their message and exit code 2."""
    with language(_asked_language()), warnings.catch_warnings():
        warnings.showwarning = _warn
        try:
            if shown_language() == "zh":
                sys.exit(app(standalone_mode=False) or 0)
            app()
        except USAGE_ERROR as error:
            sys.stderr.write(f"zjreform: {phrase(error.format_message())}\n")  # type: ignore[attr-defined]  # as typer shows it
            sys.exit(2)
        except ZjError as error:
            sys.stderr.write(f"zjreform: {error}\n")
            sys.exit(2)


USAGE_ERROR: type[Exception] = typer.BadParameter.__bases__[0]
"""What typer raises where a command was wrong: the base of the only one of its kind that it makes public."""


def _asked_language() -> str:
    """The language of ``ZJREFORM_LANG``; any other word than those known is English."""
    asked = os.environ.get("ZJREFORM_LANG", "")
    return asked if asked in LANGUAGES else shown_language()


def _warn(message: Warning | str, *_: object, **__: object) -> None:
    sys.stderr.write(f"zjreform: {told(str(message))}\n")
