"""The accessor ``.zj`` of a pandas column of texts: figures, changes, terms, and numbers in one unit."""

from typing import Any

NAME = "zj"
"""Name of the accessor."""


class Accessor:
    """What ``frame["text"].zj`` offers; arguments are those of the functions.

    Example:
        >>> import pandas as pd
        >>> import zjreform as zj
        >>> texts = pd.Series(["共3天", None], index=["a", "b"])
        >>> texts.zj.figures()["days"].tolist(), pd.Series(["36小时"]).zj.days()["value"].tolist()
        ([3.0], [1.5])
    """

    def __init__(self, column: Any) -> None:  # noqa: ANN401 (pandas.Series)
        self._column = column

    def figures(self, **options: Any) -> Any:  # noqa: ANN401 (pandas.DataFrame)
        """Return the figures of each text, with the index of the text as ``id``."""
        from zjreform.text.figures import figures  # noqa: PLC0415 (importing zjreform beside pandas loads no reader)

        return figures(self._column, **options).to_pandas()

    def changes(self, **options: Any) -> Any:  # noqa: ANN401 (pandas.DataFrame)
        """Return the changes that each text states, with the index of the text as ``id``."""
        from zjreform.text.changes import changes  # noqa: PLC0415 (importing zjreform beside pandas loads no reader)

        return changes(self._column, **options).to_pandas()

    def terms(self, **options: Any) -> Any:  # noqa: ANN401 (pandas.DataFrame)
        """Return the known terms of each text, with the index of the text as ``id``."""
        from zjreform.text.terms import terms  # noqa: PLC0415 (importing zjreform beside pandas loads no reader)

        return terms(self._column, **options).to_pandas()

    def days(self, **options: Any) -> Any:  # noqa: ANN401 (pandas.DataFrame)
        """Return each figure in days."""
        from zjreform.quantity.normalise import days  # noqa: PLC0415 (as above)

        return days(self._column, **options)

    def percent(self, **options: Any) -> Any:  # noqa: ANN401 (pandas.DataFrame)
        """Return each figure in per cent."""
        from zjreform.quantity.normalise import percent  # noqa: PLC0415 (as above)

        return percent(self._column, **options)

    def count(self, **options: Any) -> Any:  # noqa: ANN401 (pandas.DataFrame)
        """Return each figure as a count."""
        from zjreform.quantity.normalise import count  # noqa: PLC0415 (as above)

        return count(self._column, **options)


def register(pandas: Any) -> None:  # noqa: ANN401 (the module)
    """Give pandas the accessor, once.

    Example:
        >>> import pandas as pd
        >>> register(pd); hasattr(pd.Series(["3天"]), "zj")
        True
    """
    if not hasattr(pandas.Series, NAME):
        pandas.api.extensions.register_series_accessor(NAME)(Accessor)
