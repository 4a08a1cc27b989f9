"""A figure reads the same whatever the line end behind it, the paragraphs around it and the width of its digits."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

import zjreform as zj

PIECES = (
    *"0123456789一二三十百千万亿两半零几数第年月日时点分个项件家%，。、；：（）()-—~至到 AK±≥约近超多余内起+×/每度℃",
    *(
        "零下",
        "气温降至",
        "由",
        "从",
        "压缩至",
        "增长",
        "减少",
        "降低到",
        "提高",
        "以上",
        "以下",
        "以内",
        "不超过",
        "不到",
        "工作日",
        "个工作日",
    ),
    *(
        "小时",
        "百分之",
        "分之",
        "万元",
        "亿元",
        "人次",
        "平方米",
        "公里",
        "最多跑一次",
        "2018年",
        "第三届",
        "达到",
        "分别",
        "其中",
        "升至第",
        "比",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join).map(str.strip)
BEFORE, BEHIND = "上文如此。\n", "\n下文如此。"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def _read(text: str, start: int = 0) -> list[tuple[object, ...]]:
    """Return what stands in a text, with offsets from a place on."""
    return [
        (one.start - start, one.end - start, one.kind, one.quantity, one.sense, one.per) for one in zj.figures(text)
    ]


@given(TEXTS)
@example("气温降至零下12。")
@example("零下三日")
@example("3天")
@example("零下几公里")
@example("零下近20℃")
@example("零下百分之三天")
@example("三年半小时")
@example("基础上百分之三十")
@example("减少±6起余增长")
@example("升至第几")
@example("百分之亿一")
def test_the_line_end_behind_does_not_matter(text: str) -> None:
    """None, that of any system, and one more line."""
    found = _read(text)
    for ending in ("\n", "\r\n", "\n\n", BEHIND):
        assert _read(text + ending) == found


@given(TEXTS)
@example("降至第百")
@example("）-5.5")
def test_the_paragraphs_around_do_not_matter(text: str) -> None:
    """Neither the one before nor the one behind."""
    assert _read(BEFORE + text, len(BEFORE)) == _read(text)
    assert _read(BEFORE + text + BEHIND, len(BEFORE)) == _read(text)


@given(TEXTS)
@example("气温降至零下12。")
@example("120余万次")
def test_the_width_of_digits_does_not_matter(text: str) -> None:
    """But for a comma between them, which among wide digits may part thousands: there nothing may be read, never another number."""
    wide = text.translate(WIDE)
    found, again = _read(text), _read(wide)
    if re.search(r"[0-9][，,][0-9]", text):
        assert {one[:4] for one in again} <= {one[:4] for one in found}
    else:
        assert again == found


@given(st.lists(TEXTS.filter(lambda text: text != ""), min_size=2, max_size=4))
def test_whole_text_and_line_by_line_agree(lines: list[str]) -> None:
    """Reading a file by lines gives what reading it whole gives, where lines are whole sentences; a figure may go on across any other."""
    sentences = [f"{line}。" for line in lines]
    text, found, start = "\n".join(sentences), list[tuple[object, ...]](), 0
    for line in sentences:
        found += [(one[0] + start, one[1] + start, *one[2:]) for one in map(list, _read(line))]  # type: ignore[operator]
        start += len(line) + 1
    assert _read(text) == [tuple(one) for one in found]
