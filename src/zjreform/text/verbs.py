"""Verbs of change and their direction, for the sense of a figure and for stated changes. All words are folded."""

from types import MappingProxyType
from typing import Final

from zjreform.quantity.change import Sense

_UP: Final = (
    "增长 增加 上升 提高 提升 扩大 扩充 扩展 扩容 拓展 拓宽 上涨 上调 调升 调高 调增 攀升 延长 拉长 递增 增多 增进 增强 增至 增到 "
    "升至 升到 提至 涨至 扩至 跃升 跃居 回升 猛增 激增 成长 走高 抬升 加大 加快 提速 多收 多增 增收 净增 净增加 前移 上移 壮大 "
    "增产 翻升 扩增 升高 升格 上修 上浮 抬高 推高 爬升 飙升 暴涨 猛涨 陡增 倍增 反弹 放大 扩建 扩围 扩面 加密 加码 延伸 升级 扩张 "
    "增 升 涨 扩 提"
)
_DOWN: Final = (
    "压缩 缩短 减少 精简 下降 压减 下调 缩减 削减 降低 缩小 节约 节省 减轻 裁减 裁撤 合并 收窄 回落 下跌 下滑 滑落 减至 降至 降到 "
    "缩至 压至 压到 调降 调低 调减 清减 递减 跌至 减到 锐减 骤降 减低 减缩 简化 归并 整合 浓缩 精减 取消 核减 压降 后移 下移 萎缩 "
    "减产 走低 负增长 放缓 衰退 短少 下修 下浮 下挫 下探 暴跌 骤减 陡降 收缩 紧缩 缩并 "
    "撤并 并减 减并 压紧 压短 缩编 降级 跌 减 降 缩 压 砍 少"
)
_OPEN: Final = "调整 变更 变化 改变 转变 优化 归集 放宽 收紧 集中 细化 拆分 重组 改 变 转 调"
_LED: Final = "合并 整合 取消 归并 简化 加大 加快 裁撤 增强 增进 升格 跃居 撤并 缩并 减并 并减 扩建 扩围 扩面 加密 延伸 升级 降级 缩编"
"""Verbs whose object is no amount: 合并3个 merges three."""
_SHORT: Final = frozenset("增升涨跌减降")

DIRECTIONS: Final = MappingProxyType(
    {
        **dict.fromkeys(_UP.split(), Sense.INCREASE),
        **dict.fromkeys(_DOWN.split(), Sense.DECREASE),
        **dict.fromkeys(_OPEN.split(), Sense.LEVEL),
    }
)
"""By verb: up, down, or (``level``) neither said."""

CLOSED: Final = "新晋加连起"
"""Characters before a verb of one letter that make it a part of a word: 新增, 起降."""


def _either(verbs: list[str]) -> str:
    return "|".join(sorted(verbs, key=len, reverse=True))


VERBS: Final = (
    f"(?:{_either([verb for verb in DIRECTIONS if len(verb) > 1])}"
    f"|(?<![{CLOSED}])[{''.join(verb for verb in DIRECTIONS if len(verb) == 1)}])"
)
"""A pattern for any of the verbs, the longest first."""

LIKE: Final = (
    "(?!文化|增量|减量|撤回|升学|提案|提供|提出|压力|扩音)"
    "(?:[增减扩缩降升压撤拓归浮紧宽][㐀-鿿]|[㐀-鿿][增减扩缩降升压撤拓延浮并紧宽])"
)
"""A pattern for two letters that look like a verb of change, for places where only one could stand."""

_COMPOUND: Final = frozenset({"增收", "增产", "减产"})
"""Verbs that hold their object: what follows states how much, but no change of anything named."""

ADJACENT: Final = _SHORT | {
    verb
    for verb, sense in DIRECTIONS.items()
    if len(verb) > 1 and sense is not Sense.LEVEL and verb not in _LED.split() and verb[-1] not in "至到"
}
"""Verbs behind which an amount alone states a change (增长 5%); the others need 至, 到, 为 or 成."""

PACED: Final = "加快"
"""A verb that states a change of points only: 增速加快0.4个百分点, but 加快5%的项目."""

ENDS: Final = frozenset(verb[-1] for verb in ADJACENT) | frozenset("快產産了緩寬彈輕昇陞緊碼長減縮漲脩張調簡約")
"""Last characters of such verbs in both scripts, and 了."""


def is_part(verb: str, before: str) -> bool:
    """Return whether a verb of one letter is a part of a word by what stands before it: a unit, one of two opposites, or less of it.

    Example:
        >>> is_part("升", "汽油每"), is_part("减", "增"), is_part("增", "同比少"), is_part("减", "至少")
        (True, True, True, False)
    """
    if verb == "升" and before[-1:] in _LITRES:
        return before != ""
    if verb in _FALLS and before[-1:] in _RISES:
        return before != ""
    return before[-1:] == "少" and before[-2:-1] not in _LEAST


_LITRES, _RISES, _FALLS, _LEAST = frozenset("每公毫"), frozenset("增涨升加"), frozenset("减跌降"), frozenset("至最")


def closing_verb(words: str, *, led: bool = False, points: bool = False) -> str | None:
    """Return the verb of change that ends folded words, if an amount can stand directly behind it.

    Args:
        words: What stands before an amount, without 了.
        led: Whether 至, 到, 为 or 成 stands between, so that any verb will do.
        points: Whether the amount counts percentage points.

    Example:
        >>> closing_verb("时间缩短"), closing_verb("新增"), closing_verb("合并", led=True)
        ('缩短', None, '合并')
    """
    for length in range(min(_LONGEST, len(words)), 0, -1):
        verb = words[-length:]
        if verb in _COMPOUND and not led:
            return None
        if verb in DIRECTIONS and words[:-length].endswith(NEGATIONS):
            return None
        if verb in DIRECTIONS and (led or verb in ADJACENT or (points and verb == PACED)):
            closed = length == 1 and len(words) > 1 and (words[-2] in CLOSED or is_part(verb, words[:-1]))
            return None if closed else verb
    return None


NEGATIONS: Final = ("未", "没有", "没", "不", "不再", "勿")
"""What stands before a verb so that nothing changes."""
_LONGEST: Final = max(map(len, DIRECTIONS))
