"""What a rule is made of: the classes of first characters, the tags that say what holds, and what several rules share."""

from typing import Final

from zjreform.text.kinds import Kind

DIGIT: Final = "[0-9]"
HAN: Final = "[〇○一二三四五六七八九十百千万亿两廿卅]"
FORMAL: Final = "[壹贰叁肆伍陆柒捌玖拾佰仟]"

PER, SCALE, RANK, NUMBERED = "per", "scale", "rank", "numbered"

Tag = Kind | str | None
Rule = tuple[Tag, str]
Gated = tuple[str, str, tuple[Rule, ...]]
"""First characters, what must hold before any of the rules is tried, and the rules."""

START: Final = "(?:(?<=\\A{0})|(?<=[\\n\\t 　。；;:>》」』”,，、]{0}))"
"""Where an item of a list may start; to be formatted with a pattern of what stands there."""
STREAKS: Final = "冠增胜丰涨降跌升霸败阳板"
"""What follows 连 where a number counts a streak (十七连丰)."""
