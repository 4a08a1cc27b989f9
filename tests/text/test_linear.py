"""Time grows with the length of a text and no faster: what is cut out of a text is counted, and no cut goes to its end."""

from tests.every import every

import zjreform as zj
from zjreform.words.table import Role, words

LONG = 1500
UNITS = [
    *(
        "每人个半小时，",
        "约",
        "第",
        "1、",
        "零下",
        "3年零",
        "五、六",
        "百",
        "千",
        "12,",
        "1 ",
        "，1",
        "由1至",
        "30%以上",
        "每千",
        "\n3",
    ),
    *(
        "3天以上5天以下，",
        "（含",
        "半",
        "3—",
        "——",
        "不",
        "翻",
        "超过",
        "分之",
        "3个工作\n日",
        "由3件增至5件，",
        "比上年增长3%，",
        "最多跑一次",
    ),
]
WORDS = [next(iter(words(role))) for role in Role if words(role)]


class Counted(str):
    """A text that counts the characters that are cut out of it."""

    __slots__ = ("cut",)
    cut: int

    def __getitem__(self, key: object) -> str:
        part = str.__getitem__(self, key)  # type: ignore[index]  # whatever a text takes
        self.cut += len(part)
        return part


def cut(text: str, times: int) -> int:
    counted = Counted(text * times)
    counted.cut = 0
    zj.changes(counted)  # which finds the figures first
    zj.terms(counted)
    return counted.cut


@every([*UNITS, *(f"{word}3件{word}，" for word in WORDS)])
def test_what_is_cut_out_of_a_text_grows_with_its_length(text: str) -> None:
    times = LONG // len(text)
    assert cut(text, 3 * times) <= 4 * cut(text, times) + 4 * LONG  # nine times where each place looks at all before it
