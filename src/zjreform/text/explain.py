"""What the reader took each numeral of a text for, and why: what to look at, and to send, when a number is read in an unexpected way.

The rows are those of ``figures`` for every kind. The rule is asked of a pattern without the short ways, which give nothing that the rules
or the grammar would not.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from attrs import frozen

from zjreform.arguments import told
from zjreform.columns.flat_row import FlatRow
from zjreform.columns.rows import Rows
from zjreform.errors import ParseError
from zjreform.fold import fold_marks, fold_running
from zjreform.mending.mended import mended
from zjreform.options import Region
from zjreform.quantity.change import Sense
from zjreform.quantity.parsing import parse
from zjreform.quantity.quantities import Quantity
from zjreform.text.figure import Figure
from zjreform.text.figures import figures, kinds_of, plain_figures
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import BUNDLED, Lexicon, built
from zjreform.text.patterns import widen
from zjreform.text.rules.order import RULES, TRIGGERS
from zjreform.text.rules.order import rule as rule_of
from zjreform.text.rules.rule import Rule
from zjreform.text.scanning.scanner import UNRULED, Scanner, long_scanner
from zjreform.words.edges import negation_before
from zjreform.words.table import Role, words

GRAMMAR, LEXICON, MENDING, WORDLESS = "grammar", "lexicon", "mending", "no-numeral"
"""What stands for a rule where none held: the grammar of figures, a name of the lexicon, mending, and dates without a numeral."""


@frozen
class Explanation(FlatRow):
    """What the reader took one numeral for.

    Attributes:
        start: Code-point offset of its first character.
        end: Offset behind its last character.
        surface: The characters themselves: ``text[start:end]``.
        taken_for: What it was taken for; ``unread`` where its whole could not be read with certainty.
        rule: The name of the rule that held; ``grammar``, ``lexicon``, ``mending`` or ``no-numeral`` where none did.
        words: Words of ``data/words.csv`` that took part, each as ``role:word``.
        quantity: What a quantity says; ``None`` for every other kind.
        why: The reason in a sentence.
        tried: Names of the rules that were tried at the numeral before and did not hold.

    Example:
        >>> import zjreform as zj
        >>> row = zj.explain("材料不超过3份")[0]
        >>> row.surface, row.rule, row.words
        ('不超过3份', 'grammar', ('bound_before:不超过',))
    """

    start: int
    end: int
    surface: str
    taken_for: Kind
    rule: str
    words: tuple[str, ...]
    quantity: Quantity | None
    why: str
    tried: tuple[str, ...]

    def flat(self) -> dict[str, Any]:
        """Return the row as a mapping from column to value, as frames and the command line show it.

        Example:
            >>> import zjreform as zj
            >>> zj.explain("第3届")[0].flat()["rule"]
            'ordinal'
        """
        return {
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "taken_for": self.taken_for.value,
            "rule": self.rule,
            "words": ";".join(self.words),
            "quantity": "" if self.quantity is None else str(self.quantity),
            "why": self.why,
            "tried": ";".join(self.tried),
        }


@told
def explain(
    text: str,
    *,
    kinds: Iterable[Kind | str] | None = None,
    lexicon: Lexicon | None = None,
    region: Region | None = None,
) -> Rows[Explanation]:
    """Return a row for every numeral of a text, in order and disjoint: what it was taken for, by which rule, and why.

    Args:
        text: Any text; it is not changed, and offsets are its own.
        kinds: What to return, one or several; every kind by default.
        lexicon: As for ``figures``.
        region: As for ``figures``.

    Raises:
        TypeError: The text is none.
        UnknownValueError: A kind or the region is unknown.

    Example:
        >>> import zjreform as zj
        >>> for row in zj.explain("2018年，總目703項下拨款近3亿元"):
        ...     print(row.surface, row.taken_for.value, row.rule)
        2018年 date digit-date
        703 identifier budget-head
        近3亿元 quantity grammar
    """
    if not isinstance(text, str):
        raise TypeError(f"expected a text, got {text!r}")
    wanted, names = frozenset(Kind) if kinds is None else kinds_of(kinds), BUNDLED if lexicon is None else lexicon
    found = figures(text, kinds=wanted, lexicon=names, region=region)
    folded = fold_running(text)
    made = mended(folded)
    plain = folded if made is None else made.text
    read = iter(found if plain is text else plain_figures(plain, wanted, names, region))
    asked = _Asked(plain, built(names, "apart", long_scanner))
    return Rows(_explained(one, one if one.kind is Kind.UNREAD else next(read), asked) for one in found)


def _explained(one: Figure, read: Figure, asked: "_Asked") -> Explanation:
    """Return the row of a figure by what was read in the mended text."""
    if one.kind is Kind.UNREAD:
        return Explanation(one.start, one.end, one.surface, one.kind, MENDING, (), None, _UNREAD, ())
    at, name = asked.rule(read)
    return Explanation(
        one.start,
        one.end,
        one.surface,
        one.kind,
        name,
        tuple(_words(asked.text, read)) if one.kind is Kind.QUANTITY else (),
        one.quantity,
        _why(one, read.surface, name),
        tuple(asked.tried(at, name)),
    )


class _Asked:
    """A text and the pattern that says which rule holds at a numeral."""

    def __init__(self, text: str, made: Scanner) -> None:
        self.text, self._made = text, made

    def rule(self, one: Figure) -> tuple[int, str]:
        """Return where the numeral of a figure starts, and the name of the rule that holds there."""
        match = self._made.search(self.text, one.start)
        if match is None or match.start() >= one.end:
            return -1, WORDLESS
        at = match.start()
        if one.kind is not Kind.QUANTITY and self._is_name(at):
            return at, LEXICON
        name = self._made.names[match.lastindex] if match.lastindex else ""
        return at, GRAMMAR if name in {UNRULED, ""} else name

    def _is_name(self, at: int) -> bool:
        listed = self._made.listed
        return listed.end(self.text, at, listed.at(self.text, at)[1]) > 0

    def tried(self, at: int, held: str) -> Iterator[str]:
        """Give the names of the rules whose gate was open at a numeral before the one that held."""
        if at < 0 or held == LEXICON:
            return
        for each in RULES:
            if each.name == held:
                return
            if _gate(each).match(self.text, at) is not None:
                yield each.name


@cache
def _gate(one: Rule) -> re.Pattern[str]:
    return re.compile(widen(f"{one.first}{one.when}"))


_UNREAD: Final = "What stands here can be read in more than one way, so that no number is better than a wrong one."
_BEHIND: Final = (Role.BOUND_BEHIND,)
_BEFORE: Final = (Role.BOUND_BEFORE, Role.SIGN, Role.CURRENCY, Role.APPROXIMATION, Role.SCALE)
_LONGEST = 6


def _words(text: str, one: Figure) -> Iterator[str]:
    """Give the words that took part in a quantity: before its numeral, behind its unit, and the verb that gives it its sense."""
    if one.sense not in {None, Sense.LEVEL} and (
        verb := _verb(fold_marks(text[max(0, one.start - _LONGEST) : one.start]))
    ):
        yield f"{Role.VERB}:{verb}"
    surface = fold_marks(text[one.start : one.end])
    first = _FIRST.search(surface)
    yield from reversed(list(_before(surface if first is None else surface[: first.start()])))
    found = _longest(surface, _BEHIND)
    if found is not None:
        yield f"{found[0]}:{found[1]}"


def _before(letters: str) -> Iterator[str]:
    """Give the words that folded letters before a numeral are made of, the last first."""
    while letters:
        found = _longest(letters, _BEFORE)
        negation = "" if found else negation_before(letters, len(letters))
        if found is not None:
            yield f"{found[0]}:{found[1]}"
        elif negation:
            yield f"{Role.NEGATION}:{negation}"
        letters = letters[: -max(len(found[1]) if found else len(negation), 1)]


_FIRST: Final = re.compile(f"[{TRIGGERS}]")


def _longest(letters: str, roles: tuple[Role, ...]) -> tuple[Role, str] | None:
    """Return the longest word of some roles that ends folded letters."""
    for size in range(min(_LONGEST, len(letters)), 0, -1):
        for role in roles:
            if letters[-size:] in words(role):
                return role, letters[-size:]
    return None


def _verb(letters: str) -> str:
    found = _longest(letters.rstrip().removesuffix("了"), (Role.VERB,))
    return "" if found is None else found[1]


def _why(one: Figure, surface: str, name: str) -> str:
    """Return the reason in a sentence."""
    if one.kind is Kind.QUANTITY:
        return _of_quantity(one, surface)
    if name == LEXICON:
        return "The lexicon lists it; a word of yours, or bundled=False, changes that."
    if name == WORDLESS:
        return f"{one.kind.definition} It holds no numeral."
    if name == GRAMMAR:
        return f"{one.kind.definition} {_refusal(surface)}"
    held = rule_of(name)
    return f"{one.kind.definition} The rule reads it as in {held.reads[0]!r}, not as in {held.leaves[0]!r}."


def _of_quantity(one: Figure, surface: str) -> str:
    try:
        alone = parse(surface)
    except ParseError as error:
        return f"It says {one.quantity} where it stands; by itself the grammar {_expected(error)}."
    if alone == one.quantity:
        return f"The grammar reads {one.quantity}."
    return f"It says {one.quantity} beside what stands around it; by itself it is {alone}."


def _refusal(surface: str) -> str:
    try:
        return f"By itself it would be {parse(surface)}, but what stands around it makes it a part of a word."
    except ParseError as error:
        return f"The grammar refuses it: {_expected(error)}."


def _expected(error: ParseError) -> str:
    return f"expected {error.expected} at position {error.at}"
