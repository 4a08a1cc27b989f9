"""The figure: a numeral at its place in a text, and the sense that the verb before it gives a quantity."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import define, evolve, frozen

from zjreform.arguments import told
from zjreform.columns.flat_row import FlatRow
from zjreform.fold import fold_marks
from zjreform.lazy import HasCard
from zjreform.quantity.change import Change, Sense
from zjreform.quantity.columns import QUANTITY_COLUMNS, flattened
from zjreform.quantity.dictionaries import exactly
from zjreform.quantity.likeness import parts_of
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.quantities import restored as quantity_of
from zjreform.quantity.units import Dimension
from zjreform.text.dates.edtf import edtf
from zjreform.text.kinds import Kind
from zjreform.text.verbs import ADJACENT, DIRECTIONS, ENDS, PACED, is_part
from zjreform.words.edges import negation_before


@define(eq=False, repr=False)
class _Open:
    """A figure that is not closed yet: a frozen class takes twice as long to fill."""

    start: int
    end: int
    surface: str
    kind: Kind
    quantity: Quantity | None = None
    sense: Sense | None = None
    per: str | None = None
    edtf: str | None = None
    ordinal: int | None = None


@frozen
class Figure(_Open, HasCard, FlatRow):
    """A numeral at its place in a text, and what it says.

    Attributes:
        start: Code-point offset of its first character.
        end: Offset behind its last character.
        surface: The characters themselves: ``text[start:end]``.
        kind: What it is; ``quantity`` unless other kinds are asked for.
        quantity: What a quantity says; ``None`` for every other kind.
        sense: Whether the quantity is a level, or a step up or down by the verb before it (增长3倍); ``None`` for other kinds.
        per: Base of a rate before the quantity (每千人口: ``"千人口"``), folded, or in the lexical figure that is one; else ``None``.
        edtf: What a date says as EDTF; ``None`` where it leaves the year open, is a clock time or a plan period, and for other kinds.
        ordinal: Number of an ordinal (第三届: 3); ``None`` for other kinds.

    Example:
        >>> import zjreform as zj
        >>> figure = zj.figures("材料减少三成以上")[0]
        >>> figure.surface, figure.quantity, figure.sense.value
        ('三成以上', Quantity(30, '%', at_least), 'decrease')
    """

    def __reduce__(self) -> tuple[Any, ...]:
        if self.quantity is None or self.per is not None or self.end - self.start != len(self.surface):
            values = (self.start, self.end, self.surface, self.kind, self.quantity)
            return Figure, (*values, self.sense, self.per, self.edtf, self.ordinal)
        sense = None if self.sense is None else self.sense.value
        return restored, (self.start, self.surface, sense, *parts_of(self.quantity))

    @property
    def factor(self) -> Quantity | None:
        """Result as a multiple of the base, where the text says it: 增长3倍 is ×4, 翻两番 ×4, 减少三成 ×0.7; else ``None``.

        Example:
            >>> import zjreform as zj
            >>> [str(zj.figures(text)[0].factor) for text in ("增长3倍", "翻两番", "减少三成", "占三成")]
            ['4倍', '4倍', '0.7倍', 'None']
        """
        quantity, sense = self.quantity, self.sense
        if quantity is None or sense is None or quantity.unit.dimension not in SHARES:
            return None
        says = sense is not _LEVEL or quantity.unit.code == "×"
        return Change(stated=quantity, sense=sense).factor if says else None

    def flat(self) -> dict[str, Any]:
        """Return the figure as one row of a frame, its quantity flattened.

        Example:
            >>> import zjreform as zj
            >>> row = zj.figures("增长3倍")[0].flat()
            >>> row["surface"], row["value"], row["sense"].value, row["factor"]
            ('3倍', Decimal('3'), 'increase', 4.0)
        """
        factor, cells = self.factor, _NOTHING if self.quantity is None else flattened(self.quantity)
        return {
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "kind": self.kind,
            **dict(zip(_COLUMNS, cells, strict=True)),
            "sense": self.sense,
            "factor": None if factor is None else float(factor.value),
            "per": self.per,
            "edtf": self.edtf,
            "ordinal": self.ordinal,
        }

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as plain values, as ``figure.schema.json`` describes them; ``from_dict`` reads them.

        Example:
            >>> import zjreform as zj
            >>> zj.figures("共3天")[0].to_dict()["quantity"]
            {'value': '3', 'upper': None, 'lower_open': False, 'upper_open': False, 'implied_high': None, 'bound': 'exact', 'unit': 'day'}
        """
        return {
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "kind": self.kind.value,
            "quantity": None if self.quantity is None else self.quantity.to_dict(),
            "sense": None if self.sense is None else self.sense.value,
            "per": self.per,
            "edtf": self.edtf,
            "ordinal": self.ordinal,
        }

    @classmethod
    @told
    def from_dict(cls, values: Mapping[str, Any]) -> "Figure":
        """Return the figure of plain values.

        Raises:
            ValueError: A name is missing or unknown, or a value is none that ``to_dict`` gives; says what was expected.

        Example:
            >>> import zjreform as zj
            >>> figure = zj.figures("共3天")[0]
            >>> zj.Figure.from_dict(figure.to_dict()) == figure
            True
        """
        exactly(values, _PARTS, "a figure")
        quantity, sense = values["quantity"], values["sense"]
        return cls(
            values["start"],
            values["end"],
            values["surface"],
            Kind(values["kind"]),
            None if quantity is None else Quantity.from_dict(quantity),
            None if sense is None else Sense(sense),
            values["per"],
            values["edtf"],
            values["ordinal"],
        )


_PARTS: Final = ("start", "end", "surface", "kind", "quantity", "sense", "per", "edtf", "ordinal")
_COLUMNS: Final = tuple(part.name for part in QUANTITY_COLUMNS)
_NOTHING: Final = (None,) * len(_COLUMNS)
_new: Final = object.__new__
_QUANTITY, _DATE = Kind.QUANTITY, Kind.DATE
_LEVEL = Sense.LEVEL
_SENSES: Final[dict[str | None, Sense]] = {sense.value: sense for sense in Sense}
SHARES: Final = frozenset({Dimension.PERCENT, Dimension.PERCENTAGE_POINT, Dimension.MULTIPLE})
"""What a verb of change before it makes a step."""
BREAK: Final = "\n"
"""Across it a verb may state the change of a share."""
_BLANKS: Final = frozenset(" \u3000\xa0")
_LONGEST = max(map(len, ADJACENT))


def stated(text: str, start: int, end: int, quantity: Quantity) -> Figure:
    """Return the figure of a quantity, with its sense.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> stated("增长3倍", 2, 4, parse("3倍")).sense.value
        'increase'
    """
    before = text[start - 1 : start]
    dimension = quantity.unit.dimension
    known = before in ENDS or before in _BLANKS or (before == BREAK and dimension in SHARES)
    points = dimension is Dimension.PERCENTAGE_POINT
    return filled(start, end, text[start:end], quantity, sense_at(text, start, points=points) if known else _LEVEL)


def filled(start: int, end: int, surface: str, quantity: Quantity, sense: Sense = _LEVEL) -> Figure:
    """Return the figure of a quantity, a level unless another sense is given.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> filled(2, 4, "3倍", parse("3倍")).sense.value
        'level'
    """
    figure = _new(_Open)
    figure.start, figure.end, figure.surface = start, end, surface
    figure.kind, figure.quantity, figure.sense = _QUANTITY, quantity, sense
    figure.per = figure.edtf = figure.ordinal = None
    figure.__class__ = Figure
    return figure  # type: ignore[return-value]  # closed by the line before


def spelt(text: str, found: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return figures that were read in the folded text, with their surfaces as the text spells them.

    Example:
        >>> from zjreform.quantity.parsing import parse
        >>> spelt("３倍", [filled(0, 2, "3倍", parse("3倍"))])[0].surface
        '３倍'
    """
    made = []
    for one in found:
        surface, quantity, sense = text[one.start : one.end], one.quantity, one.sense
        if surface == one.surface:
            made.append(one)
        elif quantity is None or sense is None or one.per is not None:
            made.append(evolve(one, surface=surface))
        else:
            made.append(filled(one.start, one.end, surface, quantity, sense))
    return tuple(made)


def restored(start: int, surface: str, sense: str | None, *parts: Any) -> Figure:  # noqa: ANN401 (texts and truth values)
    """Return the figure of a quantity that a pickle holds, small and quickly.

    Example:
        >>> restored(2, "3倍", "increase", "3", "×").factor
        Quantity(4, '×', exact)
    """
    level = _SENSES.get(sense)
    figure = filled(start, start + len(surface), surface, quantity_of(*parts), level or _LEVEL)
    return figure if level is not None else evolve(figure, sense=None)


def other(text: str, start: int, end: int, kind: Kind, ordinal: int | None = None) -> Figure:
    """Return the figure of a numeral that is no quantity; a date says its EDTF.

    Example:
        >>> other("于2018年6月", 1, 8, Kind.DATE).edtf
        '2018-06'
    """
    surface = text[start:end]
    return Figure(start, end, surface, kind, edtf=edtf(fold_marks(surface)) if kind is _DATE else None, ordinal=ordinal)


def sense_at(text: str, start: int, *, points: bool = False) -> Sense:
    """Return the sense of a figure by the verb directly before it, across one blank or line break.

    Args:
        text: The text.
        start: Offset of the figure.
        points: Whether it counts percentage points.

    Example:
        >>> sense_at("利润增长了3倍", 5).value, sense_at("产值达3倍", 3).value
        ('increase', 'level')
    """
    before = text[start - _FARTHEST if start > _FARTHEST else 0 : start]
    sense = _told[points].get(before)
    return _tell(before, points=points) if sense is None else sense


def _tell(words: str, *, points: bool) -> Sense:
    """Return the sense that the words directly before a figure give it, and keep it: verbs recur."""
    known, sense = _told[points], _of_words(words, points=points)
    if len(known) >= _MOST_TOLD:
        known.clear()
    known[words] = sense
    return sense


_told: Final[tuple[dict[str, Sense], dict[str, Sense]]] = {}, {}
"""By the characters before a figure: the sense they give to an amount, and to percentage points."""
_MOST_TOLD: Final = 4096


def _of_words(before: str, *, points: bool) -> Sense:
    if BREAK in before or before[-1:] in _LOOSE:
        before = fold_marks(before)
        if BREAK in before:
            head, _, tail = before.rpartition(BREAK)
            before = tail if head.endswith(BREAK) else head + tail
        before = before.removesuffix(" ").removesuffix("了")
    for verb in _BY_LAST.get(before[-1:], ()):
        if before.endswith(verb) and (points or verb != PACED):
            at = len(before) - len(verb)
            level = negation_before(before, at) != "" or (len(verb) == 1 and is_part(verb, before[:at]))
            return _LEVEL if level else DIRECTIONS[verb]
    return _LEVEL


_FARTHEST = _LONGEST + 2
"""Characters of a verb with 了 and a blank behind it."""
_LOOSE: Final = frozenset({*_BLANKS, "", "了"})
"""What can stand between a verb and its amount."""
_BY_LAST: Final = {
    last: tuple(sorted((verb for verb in {*ADJACENT, PACED} if verb[-1] == last), key=len, reverse=True))
    for last in {verb[-1] for verb in {*ADJACENT, PACED}}
}
"""By last character: the verbs behind which an amount states a change, the longest first."""
