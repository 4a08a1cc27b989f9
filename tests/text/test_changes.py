"""Stated changes: which are found, in which roles, and which neighbours are none."""

import pytest

import zjreform as zj

Roles = tuple[str | None, str | None, str | None]


def roles(text: str) -> list[tuple[str, Roles]]:
    found = []
    for stated in zj.changes(text):
        parts = (stated.change.before, stated.change.after, stated.change.stated)
        found.append((stated.verb, tuple(None if part is None else str(part) for part in parts)))
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("申报材料由17份精简为4份", "精简", ("17份", "4份", None)),
        ("從90分鐘降為不到50分鐘", "降", ("90分钟", "不足50分钟", None)),
        ("时间：60个工作日→18个工作日", "→", ("60个工作日", "18个工作日", None)),
        ("办理时间由原来的200多个压缩至86个工作日", "压缩", ("200多个工作日", "86个工作日", None)),
        ("人口由214万增加到262万人", "增加", ("2140000人", "2620000人", None)),
        ("改革前，办证要50天；改革后，只要10天", "改革前后", ("50天", "10天", None)),
        ("原来要跑5趟，现在只跑1趟", "原来现在", ("5趟", "1趟", None)),
        ("数量从2016年的3个增加到2019年的18个", "增加", ("3个", "18个", None)),
        ("服务业占比升至54.2%", "升", (None, "54.2%", None)),
        ("审批时间压减70%以上", "压减", (None, None, "70%以上")),
        ("成本降低了三分之一", "降低", (None, None, "100/3%")),
        ("降低成本30%", "降低", (None, None, "30%")),
        ("收费由每件550元下调至80元", "下调", ("550元", "80元", None)),
        ("比原来的20天减少12天", "减少", ("20天", None, "12天")),
        ("由每吨3.5元调整为2.8元", "调整", ("3.5元", "2.8元", None)),
    ],
)
def test_change(text: str, verb: str, expected: Roles) -> None:
    """One change, with its verb and its roles."""
    assert roles(text) == [(verb, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "改革前，办证要30天。改革后呢？当场拿证用了1天。",  # never across sentences
        "办理时间为30天，收费20元",  # mere neighbours
        "从30天压缩至5个环节",  # of two dimensions, no before and after
        "改造共4个阶段，涉及6个街道",
        "收费由市里统一定为20元",
        "挂牌价已连跌6周",
        "新增5家企业",
        "增加值2.2万亿元",
    ],
)
def test_no_change_between_two(text: str) -> None:
    """Nothing here has both ends, and nothing is stated of a step."""
    assert all(before is None and stated is None for _, (before, _, stated) in roles(text))


def test_a_level_by_multiples_is_stated_as_such() -> None:
    """增至原来的3倍 is a level, and its factor is 3."""
    (stated,) = zj.changes("出口额增至原来的3倍")
    assert str(stated.change.sense) == "level"
    assert str(stated.change.factor) == "3倍"


def test_span_and_direction() -> None:
    """From 由 to the last figure; a verb that says neither up nor down has no direction."""
    text = "报名费由50元调整为20元，人数增长一成"
    first, second = zj.changes(text)
    assert text[first.start : first.end] == "由50元调整为20元"
    assert (first.direction, str(second.direction)) == (None, "increase")
