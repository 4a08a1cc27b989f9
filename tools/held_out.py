"""One document left out: the dataset without what only that document has, and the text that is to be coded."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve, frozen

import zjreform as zj

FOLDER = Path(os.environ.get("ZJREFORM_SOURCES", Path(__file__).parents[2] / "shared" / "sources"))


@frozen
class HeldOut:
    """A document that a draft has not seen.

    Attributes:
        source: The document.
        text: Its text.
        rest: The dataset without it.
        mentions: Its mentions of metrics, in order.
        whole: The dataset with it, which is what is right.
        others: Texts of the other documents.
    """

    source: zj.Source
    text: str
    rest: zj.Dataset
    mentions: tuple[zj.Mention, ...]
    whole: zj.Dataset
    others: dict[str, str]


def held_out(folder: Path = FOLDER) -> Iterator[HeldOut]:
    """Yield each document with the dataset that the others give."""
    ds = zj.load()
    texts = {source.id: (folder / source.file).read_bytes().decode("utf-8") for source in ds.sources}
    for source in ds.sources:
        mentions = sorted(
            (m for m in ds.mentions if m.source == source.id and m.of.startswith("metrics:")), key=lambda m: m.start
        )
        others = {name: text for name, text in texts.items() if name != source.id}
        yield HeldOut(source, texts[source.id], without(ds, source.id), tuple(mentions), ds, others)


def without(ds: zj.Dataset, source: str) -> zj.Dataset:
    """Return the dataset without a document and without the metrics, indicators, terms and organisations that only it has."""
    elsewhere = Counter(m.of for m in ds.mentions if m.source != source)
    here = {m.of for m in ds.mentions if m.source == source}
    metrics = ds.metrics.where(lambda row: elsewhere[f"metrics:{row.id}"] > 0)
    used = {row.indicator for row in metrics}
    used_here = {ds.metrics[name.partition(":")[2]].indicator for name in here if name.startswith("metrics:")}
    indicators = ds.indicators.where(lambda row: row.id in used or row.id not in used_here)
    terms = ds.terms.where(lambda row: elsewhere[f"terms:{row.id}"] > 0 or f"terms:{row.id}" not in here)
    bodies = _bodies(ds, source)
    return evolve(
        ds,
        metrics=metrics,
        indicators=indicators,
        terms=terms,
        organisations=ds.organisations.where(lambda row: row.id not in bodies),
        mentions=ds.mentions.where(lambda row: row.source != source),
        sources=ds.sources.where(lambda row: row.id != source),
    )


def _bodies(ds: zj.Dataset, source: str) -> set[str]:
    """Return the organisations that only one document names."""
    seen: dict[str, set[str]] = {}
    applicants = {row.id: row.organisation for row in ds.applicants if row.organisation}
    for mention in ds.mentions:
        table, _, key = mention.of.partition(":")
        body = applicants.get(key) if table == "applicants" else None
        if body:
            seen.setdefault(body, set()).add(mention.source)
    return {body for body, sources in seen.items() if sources == {source}}
