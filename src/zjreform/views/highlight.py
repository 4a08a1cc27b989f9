"""A text with what stands in it marked: figures, dates, names and terms, and the two sides of each stated change.

What a mark means is read on hover and by keyboard; nothing is a script, and the text is kept letter by letter.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path

from attrs import frozen

from zjreform.arguments import all_told, told
from zjreform.display import label, say, shown_language
from zjreform.html import element, page, styled, text
from zjreform.lazy import reach
from zjreform.options import Region
from zjreform.text.changes import changes
from zjreform.text.figure import Figure
from zjreform.text.figures import figures
from zjreform.text.kinds import Kind
from zjreform.text.lexicon import Lexicon
from zjreform.text.stated_change import StatedChange
from zjreform.text.terms import TermSpan, terms
from zjreform.views.marks import STYLE, change_lines, figure_lines, mark, term_lines


@frozen
class Side:
    """What a figure is in a stated change.

    Attributes:
        change: Number of the change, from 1.
        before: Whether it is the side before.
        stated: The change.
    """

    change: int
    before: bool
    stated: StatedChange


@all_told
@frozen(repr=False)
class Highlight:
    """A marked text; a notebook shows it, ``write`` makes a page of it.

    Attributes:
        text: The text as given.
        figures: Every numeral in it, of every kind, in order.
        terms: The known terms in it that no figure cuts, in order.
        changes: The changes that it states, in order.
        lang: The language in which the marks speak.

    Example:
        >>> import zjreform as zj
        >>> zj.highlight("开办时间由8个工作日压缩至1个工作日")
        <Highlight: 2 figures, 0 terms, 1 change>
    """

    text: str
    figures: tuple[Figure, ...]
    terms: tuple[TermSpan, ...]
    changes: tuple[StatedChange, ...]
    lang: str

    @property
    def html(self) -> str:
        """The marked text under its legend, as a fragment of HTML without scripts.

        Example:
            >>> import zjreform as zj
            >>> "&lt;b&gt;" in zj.highlight("<b>的3天").html
            True
        """
        marked = element("div", "".join(_pieces(self, _sides(self))), class_="zj-text", lang="zh")
        return f"<style>{STYLE}</style>" + styled(_legend(self) + marked, "zj-hl", self.lang)

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        sizes = ((len(self.figures), "figure"), (len(self.terms), "term"), (len(self.changes), "change"))
        return f"<Highlight: {', '.join(f'{size} {noun}' + 's' * (size != 1) for size, noun in sizes)}>"

    def write(self, path: str | PathLike[str]) -> Path:
        """Write the marked text as a page that loads nothing, and return its path.

        Args:
            path: The file to write; it is replaced.

        Example:
            >>> import tempfile, zjreform as zj
            >>> zj.highlight("减少三成").write(tempfile.mkdtemp() + "/marked.html").name
            'marked.html'
        """
        put: Callable[[Path, bytes], Path] = reach("a file written whole")
        return put(Path(path), page(say("Marked text", "标注文本", self.lang), self.html, self.lang).encode())


@told
def highlight(
    text: str, *, lexicon: Lexicon | None = None, region: Region | None = None, lang: str | None = None
) -> Highlight:
    """Return a text with its figures, dates, names, terms and changes marked.

    Args:
        text: Any text, in either script; it is shown as it is.
        lexicon: As for ``figures``.
        region: As for ``figures``.
        lang: ``"en"`` or ``"zh"``: the language of legend and marks; by default that of ``zj.language``.

    Raises:
        TypeError: The text is none.
        UnknownValueError: The region or the language is unknown.

    Example:
        >>> import zjreform as zj
        >>> marked = zj.highlight("2018年6月，材料由23份精简到7份", lang="zh")
        >>> [figure.surface for figure in marked.figures]
        ['2018年6月', '23份', '7份']
    """
    shown = shown_language(lang)
    found = tuple(figures(text, kinds=tuple(Kind), lexicon=lexicon, region=region))
    named = (term for term in terms(text, lexicon=lexicon) if not _cuts(found, term))
    return Highlight(text, found, tuple(named), tuple(changes(text, lexicon=lexicon, region=region)), shown)


def _within(found: Sequence[Figure], start: int, end: int) -> Iterator[Figure]:
    """The figures that lie between two offsets."""
    for at in range(bisect_left(found, start, key=lambda figure: figure.start), len(found)):
        if found[at].end > end:
            return
        yield found[at]


def _cuts(found: Sequence[Figure], term: TermSpan) -> bool:
    """Whether a figure stands across an end of a term, or around it."""
    for at in range(bisect_right(found, term.start, key=lambda figure: figure.end), len(found)):
        if found[at].start >= term.end:
            return False
        if found[at].start < term.start or found[at].end > term.end:
            return True
    return False


def _sides(marked: Highlight) -> Mapping[int, Side]:
    """The sides of changes, by the offset of their figures: the first that states what stood before, the last that states what stands."""
    sides: dict[int, Side] = {}
    for number, stated in enumerate(marked.changes, 1):
        inside = list(_within(marked.figures, stated.start, stated.end))
        for before, quantity, order in (
            (True, stated.change.before, inside),
            (False, stated.change.after, inside[::-1]),
        ):
            same = (
                one
                for one in order
                if one.quantity is not None and quantity is not None and one.quantity.exact_eq(quantity)
            )
            one = next(same, None)
            if one is not None and one.start not in sides:
                sides[one.start] = Side(number, before, stated)
    return sides


def _legend(marked: Highlight) -> str:
    counts = Counter(figure.kind for figure in marked.figures)
    items = [(f"zj-{kind}", label(kind, marked.lang), counts[kind]) for kind in Kind if counts[kind]]
    items.append(("zj-term", say("term", "术语", marked.lang), len(marked.terms)))
    changed = say("change: a before, b after", "变化：a 为改革前，b 为改革后", marked.lang)
    items.append(("zj-change", changed, len(marked.changes)))
    shown = [
        element("li", f'<span class="zj-m {kind}">{text(name)}</span> {count}') for kind, name, count in items if count
    ]
    nothing = say("Nothing to mark was found.", "没有可标注的内容。", marked.lang)
    return element("ul", "".join(shown), class_="zj-legend") if shown else element("p", text(nothing), class_="zj-soft")


def _pieces(marked: Highlight, sides: Mapping[int, Side]) -> Iterator[str]:
    at = 0
    for term in marked.terms:
        yield from _figures_between(marked, at, term.start, sides)
        inside = _within(marked.figures, term.start, term.end)
        lines = term_lines(term, marked.lang) + [line for one in inside for line in figure_lines(one, marked.lang)]
        yield mark("zj-term", text(term.surface), lines)
        at = term.end
    yield from _figures_between(marked, at, len(marked.text), sides)


def _figures_between(marked: Highlight, at: int, end: int, sides: Mapping[int, Side]) -> Iterator[str]:
    for figure in _within(marked.figures, at, end):
        yield text(marked.text[at : figure.start])
        yield _marked(figure, sides.get(figure.start), marked.lang)
        at = figure.end
    yield text(marked.text[at:end])


def _marked(figure: Figure, side: Side | None, lang: str) -> str:
    lines, badge = figure_lines(figure, lang), ""
    if side is not None:
        lines += change_lines(side.change, side.stated, lang)
        badge = element("sup", f"{side.change}{'a' if side.before else 'b'}", class_="zj-badge")
    return mark(f"zj-{figure.kind}", text(figure.surface) + badge, lines, changed=side is not None)
