"""Verbs of change and their direction, for the sense of a figure and for stated changes. All words are folded."""

from types import MappingProxyType
from typing import Final

from zjreform.quantity.change import Sense

_UP: Final = (
    "增长 增加 上升 提高 提升 扩大 扩充 扩展 扩容 拓展 拓宽 上涨 上调 调升 调高 调增 攀升 延长 拉长 递增 增多 增进 增强 增至 增到 "
    "升至 升到 提至 涨至 扩至 跃升 跃居 回升 猛增 激增 成长 走高 抬升 加大 加快 提速 多收 多增 增收 净增 净增加 前移 上移 壮大 "
    "翻升 扩增 升高 升格 增 升 涨 扩 提"
)
_DOWN: Final = (
    "压缩 缩短 减少 精简 下降 压减 下调 缩减 削减 降低 缩小 节约 节省 减轻 裁减 裁撤 合并 收窄 回落 下跌 下滑 滑落 减至 降至 降到 "
    "缩至 压至 压到 调降 调低 调减 清减 递减 跌至 减到 锐减 骤降 减低 减缩 简化 归并 整合 浓缩 精减 取消 核减 压降 后移 下移 萎缩 "
    "衰退 短少 跌 减 降 缩 压 砍 少"
)
_OPEN: Final = "调整 变更 变化 改变 转变 改 变 转 调"
_LED: Final = "合并 整合 取消 归并 简化 加大 加快 裁撤 增强 增进 升格 跃居"
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

VERBS: Final = "(?:" + "|".join(sorted(DIRECTIONS, key=len, reverse=True)) + ")"
"""A pattern for any of the verbs, the longest first."""

ADJACENT: Final = _SHORT | {
    verb
    for verb, sense in DIRECTIONS.items()
    if len(verb) > 1 and sense is not Sense.LEVEL and verb not in _LED.split() and verb[-1] not in "至到"
}
"""Verbs behind which an amount alone states a change (增长 5%); the others need 至, 到, 为 or 成."""

ENDS: Final = frozenset(verb[-1] for verb in ADJACENT) | {"了"}
"""Last characters of such verbs."""
