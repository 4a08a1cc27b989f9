"""Marked texts: nothing is lost or run, every figure is marked, and both sides of a change are joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.markup import Balanced, read

import zjreform as zj

TEXT = (
    "2018年6月，企业开办时间由原来的8个工作日压缩至1个工作日，申报材料由23份精简到7份；第三届评选推进“最多跑一次”改革"
)


def _without_marks(reader: Balanced, fragment: str) -> str:
    """The text itself: tooltips, badges and the legend are taken out of a fragment."""
    del reader
    body = fragment.split('<div class="zj-text" lang="zh">', 1)[1]
    bare = Bare()
    bare.feed(body)
    bare.close()
    return "".join(bare.text)


class Bare(Balanced):
    """Keeps what is neither tooltip nor badge."""

    def __init__(self) -> None:
        super().__init__()
        self.skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.text.append("\n")
        classes = dict(attrs).get("class") or ""
        self.skipped += bool(self.skipped) or classes in {"zj-tip", "zj-badge"}

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.skipped -= bool(self.skipped)

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.text.append(data)


@given(
    st.text(
        st.sampled_from("8个工作日压缩至1由2018年6月最多跑一次改革第三届%<>&\"'\n\u202e一件事三成以上，"), max_size=60
    )
)
def test_the_text_is_kept_letter_by_letter(text: str) -> None:
    """Taking the marks out gives the text back, whatever it holds."""
    marked = zj.highlight(text)
    assert _without_marks(read(marked.html), marked.html) == text


def test_every_figure_and_term_is_marked() -> None:
    """Each has one mark that the keyboard reaches, of its kind."""
    marked = zj.highlight(TEXT)
    marks = [a for tag, a in read(marked.html).seen if tag == "span" and a.get("role") == "note"]
    inside = [one for one in marked.figures if any(t.start <= one.start and one.end <= t.end for t in marked.terms)]
    assert len(marks) == len(marked.figures) - len(inside) + len(marked.terms)
    assert [one.surface for one in marked.figures if one.kind == "date"] == ["2018年6月"]


def test_both_sides_of_a_change_bear_its_number() -> None:
    """Before is a, after is b, numbered in order."""
    html = zj.highlight(TEXT).html
    assert [html.count(f'<sup class="zj-badge">{badge}</sup>') for badge in ("1a", "1b", "2a", "2b")] == [1, 1, 1, 1]
    assert html.count("8 workdays → 1 workday") == 2
    assert html.count("-87.5%") == 2


def test_the_marks_speak_the_language_asked_for() -> None:
    """Legend and marks follow the call, else the block."""
    with zj.language("zh"):
        assert "量纲" in zj.highlight(TEXT).html
        assert "dimension" in zj.highlight(TEXT, lang="en").html
    assert "量纲" not in zj.highlight(TEXT).html


def test_hostile_text_stays_text() -> None:
    """What looks like HTML is shown, never run."""
    reader = read(zj.highlight('<script>alert("3天")</script><img src=x onerror=1>').html)
    assert "alert(" in "".join(reader.text)


def test_a_text_without_anything_says_so() -> None:
    """An empty legend would look like a fault."""
    assert "Nothing to mark" in zj.highlight("改革").html


def test_a_term_that_a_figure_cuts_is_left_to_the_figure() -> None:
    """Marks never overlap."""
    for term in zj.highlight("最多跑一次、一件事、三个一" * 3).terms:
        assert all(one.end <= term.start or one.start >= term.end or term.start <= one.start < one.end <= term.end
                   for one in zj.highlight("最多跑一次、一件事、三个一" * 3).figures)  # fmt: skip


@pytest.mark.parametrize("value", [None, 3, b"3"])  # none of them is a text
def test_refuses_what_is_no_text(value: object) -> None:
    """The error names what was given."""
    with pytest.raises(TypeError, match="expected a text"):
        zj.highlight(value)  # type: ignore[arg-type]
