"""Work grows with the length of a text and no faster: calls are counted, no clock is read."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

import zjreform as zj

UNITS = (
    *(
        "12天，",
        "由8个工作日压缩至1个工作日。",
        "120余万次",
        "1234567890",
        "0000000000",
        "三四十",
        "一二三四五",
        "十百千万亿",
        "零零零零",
        "一一一一",
    ),
    *(
        "3-5天-7天",
        "1/3/5/7",
        "1:2:3:4",
        "1,234,567",
        "1，234，567",
        "1 234 567",
        "1.2.3.4.5",
        "５．５．５",
        "3×10⁴×",
        "10^4^4",
    ),
    *(
        "（1）（2）",
        "((((1",
        "1))))",
        "〔2018〕〔2019〕",
        "“3”“4”",
        "《5》6",
        "第第第一",
        "第一第二",
        "第100位第",
        "全省第一",
    ),
    *(
        "2018年6月19日",
        "2018年2018年",
        "6月6月6月",
        "上半年下半年",
        "十四五十三五",
        "8:30:8:30",
        "8时30分",
        "早上8点",
        "民國106年",
        "2018-06-19-",
    ),
    *(
        "约约约3",
        "不超过不到3天",
        "近近3成",
        "最多最少5",
        "以上以下3以上",
        "3以上以上",
        "多3多余",
        "3余多万",
        "零下零下5",
        "-−-−3",
    ),
    *("万元亿元", "3万亿万", "元元元3元", "$$$3", "￥￥3", "新臺幣3", "%%3%%", "百分之百分之", "分之分之3", "成成3成"),
    *(
        "最多跑一次",
        "一窗受理一网通办",
        "跑跑跑一次",
        "一一通",
        "一件一件",
        "\n3\n4\n",
        "\t3\t4",
        "   3   ",
        "\u200b3\u200b",
        "3\r\n4\r\n",
    ),
)


def _calls(work: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, are called by some work."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    old = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(old)
    return count


@pytest.mark.skipif(sys.gettrace() is not None, reason="coverage counts calls of its own")
@pytest.mark.parametrize("part", UNITS, ids=repr)
def test_calls_grow_with_the_length(part: str) -> None:
    """Four times the text, four times the calls, within a tenth."""
    kinds = list(zj.Kind)

    def read(length: int) -> int:
        text = (part * (length // len(part) + 1))[:length]
        return _calls(lambda: zj.figures(text, kinds=kinds))

    read(500)
    few, many = read(1000), read(4000)
    assert many <= 4.4 * few + 400, (few, many)
