"""Clock times in running text: the patterns that find them, behind their first character as those of ``dates``.

点 may be a decimal point or count points of a list, 时 is in many words: a time needs minutes, a part of the day before it, or an end.
"""

from typing import Final

_G: Final = "[ \\n]?+"
_TO: Final = f"{_G}(?:[-—–―~〜至到]|——){_G}"
"""Joins two ends."""
_COUNT: Final = "[一二三四五六七八九十]"
"""A Chinese digit or ten."""
_DIGITS: Final = "0-9〇零一二三四五六七八九两"
"""Digits that could go on."""
_NO_LIST: Final = "(?!意见|要求|建议|措施|体会|希望|做法|启示|思考|共识|原因|[个项]|以[上下])"
"""Behind 点 where points of a list are counted (三点意见)."""
_ENDS: Final = "(?=[至到~〜—–,，。；、()？\\s前后左起开集出定召举结]|\\Z)"
"""What stands behind minutes without 分 (7点20, 九点四十)."""
_PARTS: Final = "(?:次日|翌日|当[日晚]|凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里)?"
"""Part of the day before the second end."""


def _cue(here: str) -> str:
    """Return what stands before an hour that makes it one: a part of the day, a day."""
    return f"(?:(?<=[午晚晨早夜间日号天]{here})|(?<=[早晚]上{here})|(?<=夜里{here}))"


_SECONDS: Final = "(?:[0-5]?[0-9]秒)?"
"""Seconds behind minutes."""
_TENS: Final = "[二三四五]?十[一二三四五六七八九]?"
"""Chinese numerals from ten on."""
_MINUTES: Final = f"(?:[0-5]?[0-9]分(?:钟|{_SECONDS})?|[一三13]刻|半|整|许|{_TENS}分|[0-5][0-9]{_ENDS})"
"""What goes on behind the hour."""
_HOUR: Final = "(?:(?<=[01])[0-9]|(?<=2)[0-4]|(?<=[0-9]))"
_UNTIL: Final = f"(?:{_TO}{_PARTS}[0-9]{{1,2}}点{_MINUTES}?)?"
"""A second time."""
_COLON: Final = ":[0-5][0-9](?::[0-5][0-9])?(?![0-9:%]|[.][0-9])"
_NO_RATIO: Final = (
    "(?<![例构][0-9])(?<![业入师生车女位床护]比[0-9])(?<![比例构成][为由是][0-9])(?<!构成[0-9])(?<![0-9][:∶][0-9])"
    "(?<![:∶][0-9][0-9](?:优化|改善|缩小|扩大|下降|降低|提高|上升)[至到为][0-9])"
)
"""What stands before a number that a colon compares with another."""
_OCLOCK: Final = f"时(?!间|候|期|代|常|效|段|长|速|限|尚)(?:[0-5]?[0-9]分(?:钟|{_SECONDS})?|半|整|许)?"
"""时 behind an hour, where it opens no other word."""
DIGIT_CLOCKS: Final = "|".join((
    f"{_NO_RATIO}[0-9]?{_COLON}(?:{_TO}{_PARTS}[0-9]{{1,2}}{_COLON})?",
    f"(?<!历[0-9])(?<!小[0-9])[0-9]?{_OCLOCK}(?:{_TO}{_PARTS}[0-9]{{1,2}}{_OCLOCK})?",
    f"(?<![历用耗]时[0-9]){_HOUR}?{_TO}(?:2[0-4]|[01]?[0-9]){_OCLOCK}",
    f"[0-9]?点(?:[0-5]?[0-9]分{_SECONDS}|{_TENS}分|半|整|钟|许|[一三13]刻){_UNTIL}(?!钟)",
    f"(?:{_cue('[0-9]')}|(?<=[至到后][0-9])){_HOUR}点{_MINUTES}?{_NO_LIST}{_UNTIL}",
    f"{_cue('[0-9]')}{_HOUR}{_TO}[0-9]{{1,2}}(?:点{_MINUTES}?|{_OCLOCK})",
    f"[0-9]?点(?=[前后起](?!来))|[0-9]?点{_TO}[0-9]{{1,2}}点",
))  # fmt: skip
"""Clock times behind their first digit."""

_HAN_SECONDS: Final = f"(?:{_COUNT}{{1,3}}秒)?"
"""Seconds in Chinese numerals."""
_SURE: Final = f"(?:{_TENS}分{_HAN_SECONDS}|零[一二三四五六七八九]分{_HAN_SECONDS}|[一三]刻|半|整|许)"
"""Minutes that nothing else could be."""
_CUED: Final = f"(?:[一二三四五六七八九]分{_HAN_SECONDS}|{_SURE}|{_TENS}{_ENDS})"
"""Minutes where a part of the day or another time says that it is one."""
_NO_DECIMAL: Final = f"(?![{_DIGITS}])"
_HAN_UNTIL: Final = f"(?:{_TO}{_PARTS}[一二三四五六七八九十两]{{1,3}}[点时]{_CUED}?)?"
"""A second time in Chinese numerals."""
_HOUR_HAN: Final = "[一二三四五六七八九十两]"
"""The digit of an hour."""
HAN_CLOCKS: Final = "|".join((
    f"{_cue(_HOUR_HAN)}{_COUNT}{{0,2}}(?:[点时]{_CUED}?{_NO_LIST}{_NO_DECIMAL}{_HAN_UNTIL}|{_TO}{_COUNT}{{1,3}}[点时]{_CUED}?{_NO_DECIMAL})",
    f"(?<=[至到]{_HOUR_HAN}){_COUNT}{{0,2}}[点时]{_SURE}?{_NO_LIST}{_NO_DECIMAL}",
    f"{_COUNT}{{0,2}}点(?:{_TENS}分{_HAN_SECONDS}|[二三四五]十[一二三四五六七八九]?{_ENDS}|[一三]刻|半(?![导径岛成挂个])){_HAN_UNTIL}",
    "(?<=[二十])[一二三四五六七八九十]{1,2}时(?!间|候|期|代|常|效|段|长|速|限|刻)",
))  # fmt: skip
"""Clock times behind their first Chinese numeral."""

ZERO_CLOCKS: Final = "|".join((
    f"点(?:{_TENS}分|零[一二三四五六七八九]分|[0-5]?[0-9]分|[一三]刻|整|许|半(?!导|径))",
    f"{_cue('零')}[点时]{_CUED}?{_NO_DECIMAL}",
    "时(?=[起前至到,，。])",
))  # fmt: skip
"""Behind 零."""
