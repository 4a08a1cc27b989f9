"""Prints each regular expression of the library whose steps grow faster than a text made against it, and that text.

python -m tests.patterns.find           # some texts for each
python -m tests.patterns.find --whole   # all of them
"""

import sys

from tests.patterns.attacks import attacks
from tests.patterns.collected import Found, collected
from tests.patterns.steps import TooManyStepsError, matched, steps

import zjreform as zj

TEXT = "由8个工作日压缩至1个工作日，减少87.5%，增长3倍。全省第一，最多跑一次，2018年6月"
SOME = 6
LARGEST = 20_000
"""Characters of an expression above which it is one that finds figures: those are asked how far they look from one place."""
LISTS = (
    *(
        "、1",
        "和1",
        "1、",
        "月1",
        "日1、",
        "1月、",
        "国道1、",
        "100、",
        "1至",
        "12、",
        "、一",
        "一和",
        "，1",
        "尾号1和",
    ),
    *(
        "1-",
        "1:",
        "1%、",
        "1/",
        "1.",
        "1）",
        "第1、",
        "1号、",
        "1 1",
        "1×",
        "10 ",
        "万1",
        "约1",
        "每1",
        "件1件、",
        "1|",
        "一万",
    ),
)


def exercise() -> None:
    """Make the library compile what it compiles at run time."""
    for kinds in (None, list(zj.Kind)):
        zj.figures(TEXT, kinds=kinds, region="CN")
    zj.changes(TEXT), zj.terms(TEXT), zj.explain(TEXT), zj.parse("3天"), zj.highlight(TEXT)
    zj.figures("30 分 钟，1２<b>3</b>天", lexicon=zj.Lexicon(names=["六和塔"]))
    zj.draft(TEXT, source={"id": "a"}, blind=True)
    with zj.language("zh"):
        str(zj.UnknownIdError("cases", "x"))


def _count(found: Found, text: str, most: int) -> int:
    try:
        return steps(found.tree, text, searched=found.searched, most=most)
    except TooManyStepsError:
        return most * 10


def grows(found: Found, before: str, word: str, end: str) -> bool:
    """Return whether four times the text takes more than six times the steps: first for short texts, then for longer ones."""
    for size, most in ((24, 60_000), (200, 600_000)):
        times = max(1, size // len(word))
        short, long = (_count(found, before + word * times * more + end, most) for more in (1, 4))
        if short <= most and long <= 6 * short + 50:
            return False
    return True


def looks_far(found: Found, unit: str) -> bool:
    """Return whether an expression, asked for at one place, looks the further the longer the text is, without taking what it looks at."""
    for at in range(4 * len(unit), 5 * len(unit)):  # what begins a text may be looked through once
        short, long = (matched(found.tree, unit * times, at) for times in (100, 400))
        if long[0] - short[0] > 300 * (max(long[1] - at, 0)) + 300:
            return True
    return False


def super_linear(*, whole: bool) -> list[str]:
    """Return a line for each expression that grows faster than its text."""
    told = []
    for found in collected(exercise):
        if len(found.source) > LARGEST:
            bad: object = next((unit for unit in LISTS if looks_far(found, unit)), None)
        else:
            tries = list(attacks(found.tree))
            tries = tries if whole else tries[:: max(1, len(tries) // SOME)]
            bad = next((each for each in tries if grows(found, *each)), None)
        if bad is not None:
            told.append(f"{found.where} {found.source[:90]!r} on {bad}")
            print(told[-1], flush=True)  # noqa: T201 (what the command is for)
    return told


if __name__ == "__main__":
    raise SystemExit(bool(super_linear(whole="--whole" in sys.argv)))
