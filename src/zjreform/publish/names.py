"""Names of persons: which part of a Chinese name is the family name."""

_COMPOUND = """
欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 长孙 長孫 宇文 司徒 令狐 端木 东方 東方 南宫 南宮
轩辕 軒轅 独孤 獨孤 申屠 呼延 闻人 聞人 澹台 公冶 宗政 濮阳 濮陽 淳于 单于 單于 太叔 钟离 鍾離 鲜于 鮮于 闾丘 閭丘 司空
亓官 司寇 百里 东郭 東郭 南门 南門 西门 西門
"""
COMPOUND = frozenset(_COMPOUND.split())
"""Family names of two characters, in both scripts."""

_PERSON = range(2, 5)


def is_chinese(name: str) -> bool:
    """Return whether a name is in Chinese characters alone.

    Example:
        >>> is_chinese("金雪军"), is_chinese("Jin Xuejun")
        (True, False)
    """
    return bool(name) and all("\u4e00" <= letter <= "\u9fff" for letter in name)


def parts_of(name: str) -> tuple[str, str] | None:
    """Return family and given name of a Chinese person, ``None`` for anything that is no such name.

    Example:
        >>> parts_of("金雪军"), parts_of("欧阳修"), parts_of("《今日浙江》杂志社")
        (('金', '雪军'), ('欧阳', '修'), None)
    """
    if len(name) not in _PERSON or not is_chinese(name):
        return None
    length = 2 if name[:2] in COMPOUND and len(name) > 2 else 1  # noqa: PLR2004 (two characters: the shortest compound)
    return name[:length], name[length:]
