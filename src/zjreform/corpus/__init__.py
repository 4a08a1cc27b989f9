"""Many documents: figures, changes and terms as columns, from one file to a cluster.

Used by its name, ``zj.corpus``; each name arrives at first use, so that none of the libraries behind it is loaded before.
"""

TYPE_CHECKING = False

__all__ = ["Document", "document"]

_HOME = {"Document": "documents", "document": "documents"}

if TYPE_CHECKING:
    from zjreform.corpus.documents import Document as Document
    from zjreform.corpus.documents import document as document
else:

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name in _HOME:
            value = getattr(import_module(f"zjreform.corpus.{_HOME[name]}"), name)
            globals()[name] = value
            return value
        raise AttributeError(f"module 'zjreform.corpus' has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(__all__)
