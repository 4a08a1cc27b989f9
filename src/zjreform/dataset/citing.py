"""Citations of the bundled dataset, the software, a source or a case."""

from zjreform.dataset.bundled import load
from zjreform.dataset.tables import Tables
from zjreform.errors import UnknownValueError
from zjreform.publish.citation import Work, case_work, citation, dataset_work, software_work, source_work
from zjreform.records.rosters import Case, Source


def cite(what: str | Source | Case | None = None, style: str = "text", lang: str = "en") -> str:
    """Return a citation.

    Args:
        what: ``None`` or ``"dataset"``, ``"software"``, a source or a case, or the id of one.
        style: ``"bibtex"``, ``"csl-json"``, ``"ris"`` or ``"text"``.
        lang: Language of titles and notes, ``"en"`` or ``"zh"``.

    Raises:
        UnknownValueError: There is no such source or case, style or language.

    Example:
        >>> import zjreform as zj
        >>> print(zj.cite("solutions-2018", lang="zh"))
        金雪军、张军（2018）。治理创新的浙江解法。浙江大学出版社。ISBN 978-7-308-17949-2。
    """
    if what is None or what == "dataset":
        return citation(dataset_work(), style, lang)
    if what == "software":
        from zjreform import __version__  # noqa: PLC0415 (the package is still being imported when this module is)

        return citation(software_work(__version__), style, lang)
    return citation(work_of(load(), what), style, lang)


def work_of(ds: Tables, what: str | Source | Case) -> Work:
    """Return a source or case of a dataset as a work.

    Raises:
        UnknownValueError: There is no such source or case.

    Example:
        >>> work_of(load(), "solutions-2018").kind
        'book'
    """
    record = (ds.sources.get(what) or ds.cases.get(what)) if isinstance(what, str) else what
    if isinstance(record, Source):
        return source_work(record)
    if isinstance(record, Case):
        round_ = ds.rounds[record.round]
        return case_work(record, {"zh": round_.name_zh, "en": round_.name_en}, ds.version)
    raise UnknownValueError("source or case", what, ("dataset", "software", *ds.sources.ids))
