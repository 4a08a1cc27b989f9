"""Makes ``docs/reference``: one page for each room, with all public names that it holds, from their docstrings.

Usage: python tools/build_reference.py [--check]
"""

import inspect
import sys
from collections import defaultdict
from pathlib import Path

import zjreform as zj
from zjreform.code import Code

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
PAGES = {
    "quantity": ("Quantities", "What one figure string means, and what can be done with it."),
    "text": ("Running text", "Figures, changes and terms with their spans."),
    "dataset": ("The dataset", "Loading, asking, comparing, checking, writing."),
    "records": (
        "Records",
        "One class for each table of the dataset; every field with what it means and what empty means.",
    ),
    "codes": ("Closed lists", "Every coded value with its Chinese and English label and its definition."),
    "corpus": ("Many documents", "Documents as text, and figures of many texts as columns."),
    "drafting": ("New documents", "Drafts that a person confirms, and numbers of others checked."),
    "views": ("For eyes", "Cards, marked text, charts and the explorer page."),
    "errors": ("Errors", "One family; every error names the value, the place and what was expected."),
    "package": ("The package", "Versions, language, limits and the rows of answers."),
}


def page_of(name: str) -> str:
    """Return the page on which a public name stands."""
    found = getattr(zj, name)
    room = vars(zj)["_HOME"][name].split(".")[0]
    if inspect.isclass(found) and issubclass(found, Code):
        return "codes"
    return room if room in PAGES else "package"


def entry(name: str) -> str:
    """Return what the page says of one name, as a directive of Sphinx."""
    found = getattr(zj, name)
    if inspect.ismodule(found):
        directive, options = "automodule", ["   :members:", "   :no-index:"]
    elif inspect.isclass(found):
        own = issubclass(found, Code)
        directive, options = (
            "autoclass",
            [
                "   :members:",
                *(
                    ["   :undoc-members:"]
                    if own
                    else ["   :inherited-members: BaseException, tuple, str, Collection, Protocol"]
                ),
            ],
        )
    else:
        directive, options = ("autofunction" if callable(found) else "autodata"), []
    lines = ["```{eval-rst}", f".. {directive}:: zjreform.{name}", *options, "```"]
    return "\n".join([f"## {name}", "", *lines, ""])


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    names: dict[str, list[str]] = defaultdict(list)
    for name in sorted(zj.__all__, key=str.lower):
        names[page_of(name)].append(name)
    made = {}
    for key, (title, about) in PAGES.items():
        if names[key]:
            made[f"{key}.md"] = "\n".join([f"# {title}", "", about, "", *map(entry, names[key])])
    index = [
        "# Reference",
        "",
        "Every public name of `import zjreform as zj`, from its docstring.",
        "",
        "```{toctree}",
        ":maxdepth: 1",
        "",
    ]
    made["index.md"] = "\n".join([*index, *(file.removesuffix(".md") for file in made), "```", ""])
    return made


def main() -> int:
    """Write the pages, or with ``--check`` say which are not current."""
    made = pages()
    if "--check" in sys.argv[1:]:
        there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
        stale = sorted(name for name in {*made, *there} if made.get(name) != there.get(name))
        print(*(f"docs/reference/{name} is not current: run tools/build_reference.py" for name in stale), sep="\n")
        return bool(stale)
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
