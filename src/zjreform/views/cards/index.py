"""The card of anything that has one, by its class."""

from collections.abc import Callable
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from zjreform.arguments import all_told, told
from zjreform.dataset.dataset import Dataset
from zjreform.display import say, shown_language
from zjreform.html import page
from zjreform.records.index import TABLES
from zjreform.tabular.atomic import put_file
from zjreform.views.names import shown_data

CARDS = {path.rpartition(".")[2]: "records.record_card" for path in TABLES.values()} | {
    "Pairing": "values.pairing_card",
    "Quantity": "values.quantity_card",
    "Change": "values.change_card",
    "Figure": "values.figure_card",
    "StatedChange": "values.stated_card",
    "Comparison": "values.comparison_card",
    "AuditReport": "values.audit_card",
    "Report": "values.report_card",
}
"""Name of each class that has a card, with module and name of the function that makes it."""


@all_told
@frozen(repr=False)
class Card:
    """A card: what a notebook shows of one thing; ``write`` makes a page of it.

    Attributes:
        html: The card as a fragment of HTML without scripts.
        lang: Its language.
        name: What sort of thing it shows.
    """

    html: str
    lang: str
    name: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<Card of a {self.name}>"

    def write(self, path: str | PathLike[str]) -> Path:
        """Write the card as a page that loads nothing, and return its path.

        Args:
            path: The file to write; it is replaced.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.card(zj.parse("三成以上")).write(tempfile.mkdtemp() + "/card.html").name
            'card.html'
        """
        return put_file(Path(path), page(say("Card", "卡片", self.lang), self.html, self.lang).encode())


@told
def card(thing: Any, dataset: Dataset | None = None, *, lang: str | None = None) -> Card:  # noqa: ANN401 (whatever has a card)
    """Return the card of a record, quantity, change, figure, comparison or report.

    Args:
        thing: What to show.
        dataset: The dataset that a record belongs to, so that what belongs to it is shown; the bundled one if that holds it.
        lang: ``"en"`` or ``"zh"``; by default that of ``zj.language``.

    Raises:
        TypeError: Nothing of this class has a card.
        UnknownValueError: There is no such language.

    Example:
        >>> import zjreform as zj
        >>> zj.card(zj.load().cases["nanhu-company-setup"], lang="zh")
        <Card of a Case>
        >>> zj.card(3)
        Traceback (most recent call last):
        TypeError: expected a record, quantity, change, figure, comparison or report, got 3
    """
    shown = shown_language(lang)
    name = type(thing).__name__
    if name not in CARDS or not type(thing).__module__.startswith("zjreform."):
        raise TypeError(f"expected a record, quantity, change, figure, comparison or report, got {thing!r}")
    module, _, function = CARDS[name].rpartition(".")
    make: Callable[[Any, Dataset | None, str], str] = getattr(import_module(f"zjreform.views.cards.{module}"), function)
    return Card(make(thing, None if dataset is None else shown_data(dataset), shown), shown, name)
