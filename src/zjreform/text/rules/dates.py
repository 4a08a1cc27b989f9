"""Numerals that are dates, by the patterns of ``zjreform.text.dates``."""

from typing import Final

from zjreform.text.dates.calendar import (
    BRACKETED,
    DIGIT_DATES,
    FIRST_DAYS,
    HALF_DATES,
    HAN_DATES,
    NEXT_DAYS,
    ORDINAL_DATES,
    ZERO_DATES,
)
from zjreform.text.kinds import Kind
from zjreform.text.rules.identifiers import BEHIND_LETTERS
from zjreform.text.rules.places import BY_CLASSIFIER
from zjreform.text.rules.rule import DIGIT, FORMAL, HAN, Rule

_DATE = Kind.DATE
_MARKS: Final = "年月日号时点:/\\-－—–―~〜至到学季世卷届级"
"""What goes on behind the digits of a date."""
_ENDS: Final = "(?=[\\s，。；、)》”」』/]|[两三四五六七八九]年|\\Z)"
"""What stands behind a date of digits alone (20180619) or a year alone."""
_DIGIT_GATE: Final = (
    f"(?=[0-9]{{0,7}}+[ \\n]?(?:[{_MARKS}]|[0-9]{{1,2}}[ \\n]?[月日])|[0-9]{{3}}[.]|[0-9]{{3,7}}+{_ENDS}"
    "|[0-3][0-9][、及和与]1)"
)
"""Gate of dates in digits; most numbers are left at once."""
_FORMAL: Final = "[零壹贰叁参肆伍陆柒捌玖拾佰]"
"""A numeral of a date in formal characters."""
_FORMAL_DATES: Final = "|".join((
    f"{_FORMAL}{{0,5}}年{_FORMAL}{{1,4}}月{_FORMAL}{{1,4}}日",
    f"(?<=[壹贰])[零〇壹贰叁参肆伍陆柒捌玖]{{3}}年(?:{_FORMAL}{{1,4}}月(?:{_FORMAL}{{1,4}}日)?)?",
    f"{_FORMAL}{{0,3}}月{_FORMAL}{{1,4}}日",
))  # fmt: skip
"""Dates in formal numerals."""
HAN_DATES_: Final = (
    Rule(
        "han-date",
        _DATE,
        HAN,
        HAN_DATES,
        reads=("二〇二〇年三月一日起施行", "预计三四月份完成", "欧洲领导人二十四日在布鲁塞尔", "气温回升。初三至初四"),
        leaves=("三个月",),
        when="(?=[〇○零一二三四五六七八九十百千廿、至到年月日号时点季大世 \\n-])",
    ),
    Rule(
        "first-days",
        _DATE,
        HAN,
        FIRST_DAYS,
        reads=("自正月初三起营业", "大年初一"),
        leaves=("月初三家",),
        when="(?<=初.)",
    ),
    Rule(
        "next-day",
        _DATE,
        HAN,
        NEXT_DAYS,
        reads=("较前一周减少12%", "比前一日上涨"),
        leaves=("开庭前一日",),
        when="(?<=[前上翌次]一)",
    ),
)
BRACKETED_DATES: Final = (
    Rule(
        "bracketed-date",
        _DATE,
        DIGIT,
        BRACKETED,
        reads=("總處今（28）日發布", "本（113）年6月"),
        leaves=("今（28）家",),
        when=BEHIND_LETTERS,
    ),
)
DIGIT_DATES_: Final = (
    Rule(
        "digit-date",
        _DATE,
        DIGIT,
        DIGIT_DATES,
        reads=(
            "自2018年6月19日起",
            "3月底前完成",
            "2017-08",
            "莫迪凯7日晚接受采访",
            "王浩12日、13日在湖州调研",
            "25日夜间到26日白天",
        ),
        leaves=("3个月", "2018家", "拘留15日并处罚款", "公示5日在村务栏", "连续7日再次超标"),
        when=_DIGIT_GATE,
    ),
    Rule(
        "graduates-of",
        _DATE,
        DIGIT,
        "(?<=[5-90])[0-9]届(?=[㐀-鿿]{0,4}?(?:毕业|学员|学生|校友|本科|研究生))",
        reads=("94届毕业生", "08届本科毕业生"),
        leaves=("12届毕业生",),
        when=_DIGIT_GATE,
        before=("leading-zero",),
    ),
    Rule(
        "school-year-in-digits",
        Kind.ORDINAL,
        DIGIT,
        "[0-9]?(?:[、至到—–-][0-9]{1,2})?年级",
        reads=("升到4年级后", "5、6年级学生35人"),
        leaves=("4年内",),
        when=_DIGIT_GATE,
    ),
    Rule(
        "point-number",
        Kind.IDENTIFIER,
        DIGIT,
        "[0-9]{0,4}点[0-9]++[万亿]?(?!分)",
        reads=("增长6点4倍",),
        leaves=("8点30分",),
        when=_DIGIT_GATE,
    ),
)
SHORT_YEARS: Final = (
    Rule(
        "short-year",
        _DATE,
        DIGIT,
        f"(?<![0-9A-Za-z][’'‘].)[0-9](?!{BY_CLASSIFIER})(?=[㐀-鿿·—–-])",
        reads=("’97中国旅游年", "‘98·虎年文化节"),
        leaves=("5’30秒", "’9家", "‘120家"),
        when="(?<=[’'‘][0-9])",
    ),
)
"""The last two digits of a year behind an apostrophe, as events of the nineties were called."""
ORDINAL_DATES_: Final = (
    Rule(
        "quarter",
        _DATE,
        "第",
        ORDINAL_DATES,
        reads=("第三季訪港旅客", "第四季度"),
        leaves=("第三季节", "第五季"),
        before=("ordinal", "bare-ordinal"),
    ),
)
HALF_DATES_: Final = (
    Rule("half-year", _DATE, "半", HALF_DATES, reads=("上半年增长5%", "半年度报告"), leaves=("半年内",)),
)
ZERO_DATES_: Final = (
    Rule(
        "zero-date",
        _DATE,
        "零",
        ZERO_DATES,
        reads=("4月3日零时起", "零八年"),
        leaves=("零距离",),
        before=("zero-word",),
    ),
)
FORMAL_DATES: Final = (
    Rule(
        "formal-date",
        _DATE,
        FORMAL,
        _FORMAL_DATES,
        reads=("捌月玖日生效", "貳零壹捌年捌月捌日訂立"),
        leaves=("叁年",),
    ),
)
PART_DATES: Final = (
    Rule(
        "formal-march",
        _DATE,
        "参",
        f"月{_FORMAL}{{1,4}}日",
        reads=("參月伍日生效",),
        leaves=("參月",),
        before=("part-word",),
    ),
)
