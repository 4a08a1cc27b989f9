"""A source or a case of a dataset as a work to cite."""

from zjreform.dataset.tables import Tables
from zjreform.errors import UnknownValueError
from zjreform.publish.citation import Work, case_work, source_work
from zjreform.records.rosters import Case, Source


def work_of(ds: Tables, what: str | Source | Case) -> Work:
    """Return a source or case of a dataset as a work.

    Raises:
        UnknownValueError: There is no such source or case.

    Example:
        >>> import zjreform as zj
        >>> work_of(zj.load(), "solutions-2018").kind
        'book'
    """
    ds = ds.whole()
    record = (ds.sources.get(what) or ds.cases.get(what)) if isinstance(what, str) else what
    if isinstance(record, Source):
        return source_work(record)
    if isinstance(record, Case):
        round_ = ds.rounds[record.round]
        return case_work(record, {"zh": round_.name_zh, "en": round_.name_en}, ds.version)
    raise UnknownValueError("source or case", what, ("dataset", "software", *ds.sources.ids))
