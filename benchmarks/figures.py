"""Speed of ``figures`` beside a bare scan and other packages, in one run on the same text.

Run ``python benchmarks/figures.py [FOLDER]`` with the extra ``[bench]``; the folder holds texts (``*.txt``), by default the sentences
annotated for the tests stand in for them. Times are medians of several passes in one run; a peer that is slow gets one pass over a sample,
scaled by characters. Peers that are not installed are left out and named.
"""

import contextlib
import json
import re
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import zjreform as zj
from zjreform.text.lexicon import BUNDLED, built
from zjreform.text.scanning.scanner import scanner

GOLD = Path(__file__).parents[1] / "tests" / "text" / "gold" / "dev.jsonl"
NUMERALS = re.compile("[0-9０-９〇零一二三四五六七八九十百千万亿两半萬億兩]+")
PROSE = "各地各部门按照要求抓好落实，及时总结推广好经验好做法，"
SAMPLE = 40
SLOW = 1.0


def paragraphs(folder: str | None) -> list[str]:
    """Return the paragraphs of the texts in a folder, or the annotated sentences."""
    if folder is None:
        return [json.loads(line)["text"] for line in GOLD.read_text(encoding="utf-8").splitlines()]
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    return [line for text in texts for line in text.split("\n") if line]


def dense() -> str:
    """Return a text of plain sentences with a figure every 34 characters."""
    figures = [
        "办理3216件",
        "占比98.6%",
        "惠及5.2万人",
        "投资12.5亿元",
        "压缩至3个工作日",
        "超过200家",
        "共45个",
        "约30分钟",
    ]
    parts = []
    for index in range(400):
        figure = figures[index % len(figures)]
        parts.append(PROSE[: 33 - len(figure)] + figure + "，")
    return "".join(parts)


def median(work: Callable[[], object], runs: int = 15) -> float:
    """Return the median time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def growth(text: str, times: int, runs: int = 31) -> float:
    """Return how many times as long a text takes that is so many times as long: the median of runs side by side."""
    long = text * times
    zj.figures(long)
    return statistics.median(
        median(lambda: zj.figures(long), 1) / median(lambda: zj.figures(text), 1) for _ in range(runs)
    )


def peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Give each installed peer with the call that finds numbers in a text."""
    warnings.simplefilter("ignore")
    try:
        import chinese2digits  # noqa: PLC0415

        yield "chinese2digits", chinese2digits.takeNumberFromString
    except ImportError:
        print("chinese2digits is not installed")
    try:
        import cn2an  # noqa: PLC0415

        yield "cn2an", lambda text: cn2an.transform(text, "cn2an")
    except ImportError:
        print("cn2an is not installed")
    try:
        from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage  # noqa: PLC0415
        from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension  # noqa: PLC0415

        calls = (
            recognize_number,
            recognize_ordinal,
            recognize_percentage,
            recognize_age,
            recognize_currency,
            recognize_dimension,
        )
        yield "recognizers-text", lambda text: [call(text, "zh-cn") for call in calls]
    except ImportError:
        print("recognizers-text is not installed")
    try:
        import jionlp  # noqa: PLC0415

        yield "jionlp (money)", jionlp.ner.extract_money
    except ImportError:
        print("jionlp is not installed")


def peer_time(call: Callable[[str], object], texts: list[str]) -> float:
    """Return the time of a peer for all texts: the median of some passes, or a sample's time if a pass takes more than a second."""

    def read(some: list[str]) -> None:
        for text in some:
            with contextlib.suppress(Exception):  # a peer may fail on a text; it is timed all the same
                call(text)

    sample = texts[:: max(1, len(texts) // SAMPLE)]
    call(sample[0])
    estimate = median(lambda: read(sample), 1) * sum(map(len, texts)) / sum(map(len, sample))
    return estimate if estimate > SLOW else median(lambda: read(texts), 5)


def afresh(texts: list[str]) -> None:
    """Find the figures of texts as if none of them had been met before."""
    made = built(BUNDLED, "scan", scanner)
    for known in made.caches.values():
        known.clear()
    for text in texts:
        zj.figures(text)


def report(name: str, texts: list[str], *, with_peers: bool) -> None:
    """Print times and ratios for some texts."""
    size = sum(len(text.encode()) for text in texts)
    count = sum(len(zj.figures(text)) for text in texts)
    bare = median(lambda: [NUMERALS.findall(text) for text in texts])
    ours = median(lambda: [zj.figures(text) for text in texts])
    print(f"{name}: {len(texts)} texts, {sum(map(len, texts))} characters, {count} figures")
    print(f"  bare findall     {bare * 1e3:10.2f} ms {size / bare / 1e6:8.1f} MB/s")
    print(
        f"  zjreform.figures {ours * 1e3:10.2f} ms {size / ours / 1e6:8.1f} MB/s   1/{ours / bare:.1f} of the bare scan"
    )
    print(f"  the same afresh  {median(lambda: afresh(texts)) * 1e3:10.2f} ms")
    for peer, call in peers() if with_peers else ():
        time_taken = peer_time(call, texts)
        print(
            f"  {peer:16} {time_taken * 1e3:10.2f} ms {size / time_taken / 1e6:8.3f} MB/s   {time_taken / ours:.1f} times ours"
        )


def main() -> None:
    """Print the comparison and how time grows with length."""
    folder = sys.argv[1] if len(sys.argv) > 1 else None
    report("texts by paragraph", paragraphs(folder), with_peers=True)
    text = dense()
    report("dense text", [text], with_peers=False)
    print(f"a text ten times as long takes {growth(text, 10):.2f} times as long")


if __name__ == "__main__":
    main()
