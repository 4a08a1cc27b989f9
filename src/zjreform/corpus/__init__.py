"""Many documents: figures, changes and terms as columns, from one file to a cluster.

Used by its name, ``zj.corpus``; each name arrives at first use, so that none of the libraries behind it is loaded before.
``FIGURES``, ``CHANGES`` and ``TERMS`` are the Arrow schemas of what the functions return.
"""

TYPE_CHECKING = False

__all__ = [
    "CHANGES",
    "FIGURES",
    "TERMS",
    "Progress",
    "ResumeError",
    "Summary",
    "changes",
    "changes_batch",
    "figures",
    "figures_batch",
    "terms",
    "terms_batch",
]

_HOME = {
    "Progress": "progress",
    "ResumeError": "journal",
    "Summary": "summary",
    "changes": "files",
    "changes_batch": "kernel",
    "figures": "files",
    "figures_batch": "kernel",
    "terms": "files",
    "terms_batch": "kernel",
}
_SCHEMAS = {"FIGURES": "figure_schema", "CHANGES": "change_schema", "TERMS": "term_schema"}
_ENGINES = ("documents", "duckdb", "polars", "ray", "spark")

if TYPE_CHECKING:
    import pyarrow as pa

    from zjreform.corpus import documents as documents
    from zjreform.corpus import duckdb as duckdb
    from zjreform.corpus import polars as polars
    from zjreform.corpus import ray as ray
    from zjreform.corpus import spark as spark
    from zjreform.corpus.files import changes as changes
    from zjreform.corpus.files import figures as figures
    from zjreform.corpus.files import terms as terms
    from zjreform.corpus.journal import ResumeError as ResumeError
    from zjreform.corpus.kernel import changes_batch as changes_batch
    from zjreform.corpus.kernel import figures_batch as figures_batch
    from zjreform.corpus.kernel import terms_batch as terms_batch
    from zjreform.corpus.progress import Progress as Progress
    from zjreform.corpus.summary import Summary as Summary

    FIGURES: pa.Schema
    CHANGES: pa.Schema
    TERMS: pa.Schema
else:

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name in _HOME:
            value = getattr(import_module(f"zjreform.corpus.{_HOME[name]}"), name)
        elif name in _SCHEMAS:
            value = getattr(import_module("zjreform.corpus.schemas"), _SCHEMAS[name])()
        elif name in _ENGINES:
            return import_module(f"zjreform.corpus.{name}")
        else:
            raise AttributeError(f"module 'zjreform.corpus' has no attribute {name!r}")
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
