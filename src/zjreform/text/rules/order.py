"""The rules of the one pattern of ``scan`` by first character, behind gates that say when any of them can hold.

Rules are tried in order; the first that holds says what the numeral is.
"""

from typing import Final

from zjreform.text.dates.calendar import DIGIT_DATES, FIRST_DAYS, HAN_DATES, NEXT_DAYS
from zjreform.text.kinds import Kind
from zjreform.text.rules.digit_rules import (
    CODE_RULES,
    FILE_RULES,
    ITEM_RULES,
    LONG_RULES,
    MARKER_RULES,
    MODEL_RULES,
    NAME_RULES,
    NOUN_RULES,
    NUMBER_RULES,
    PHONE_RULES,
    TAIL_RULES,
    URL_RULES,
)
from zjreform.text.rules.han_rules import (
    CLASS_RULES,
    FORMAL_RULES,
    HALF_RULES,
    HAN_RULES,
    HEADING_RULES,
    LOOSE_RULES,
    ORDINAL_RULES,
    PART_RULES,
    QUOTED,
    SERIES_RULES,
    WEEKDAYS,
    ZERO_RULES,
)
from zjreform.text.rules.rule import DIGIT, FORMAL, HAN, Gated

_MARKS: Final = "年月日号时点:/\\-—–―~〜至到学季世卷届级"
_DATE_ENDS: Final = "(?=[\\s，。；、)》”」』/]|[两三四五六七八九]年|\\Z)"
"""What stands behind a date of digits alone (20180619) or a year alone."""
ITEMS: Final[tuple[Gated, ...]] = ((DIGIT, "(?=[0-9]?[.、)](?![0-9]))", ITEM_RULES),)
"""What is tried before names and plain figures, none of which goes on so: the numbers of list items."""
EARLY: Final[tuple[Gated, ...]] = (
    (HAN, '(?<=[“「『‘"][一二三四五六七八九十两])', ((Kind.NAME, QUOTED),)),
    (HAN, "(?=[一二三四五六七八九十]{0,2}[次连])", SERIES_RULES),
    (HAN, "(?=[期类级])", CLASS_RULES),
    (HAN, "(?=[一二三四五六七八九十]{0,2}、)", HEADING_RULES),
)
"""What is tried before plain figures of Chinese numerals, behind names: what would be such figures but for what stands around it."""
RULES: Final[tuple[Gated, ...]] = (
    (HAN, "(?=[〇○零一二三四五六七八九十百千廿、至到年月日号时点季大世 \\n-])", ((Kind.DATE, HAN_DATES),)),
    (HAN, "(?<=初.)", ((Kind.DATE, FIRST_DAYS),)),
    (HAN, "(?<=[前上翌次]一)", ((Kind.DATE, NEXT_DAYS),)),
    (HAN, "(?<=[周期].)", ((Kind.LEXICAL, WEEKDAYS),)),
    (HAN, "", HAN_RULES),
    (
        DIGIT,
        f"(?<=[0-9A-Za-z\\-/_. 〔\\[(【﹝第:]{DIGIT})(?:(?<![ :第]{DIGIT})|(?<=[A-Za-z)字][ :第]{DIGIT}))",
        CODE_RULES,
    ),
    (DIGIT, f"(?<=[a-zA-Z][ ·]{DIGIT})", MODEL_RULES),
    (DIGIT, "(?=[0-9]*+(?:[A-Za-z]++[0-9]|[.][A-Za-z]))", FILE_RULES),
    (DIGIT, "(?<=[014])(?=[0-9]{2}|00)", PHONE_RULES),
    (
        DIGIT,
        f"(?=[0-9]{{0,7}}+[ \\n]?(?:[{_MARKS}]|[0-9]{{1,2}}[ \\n]?[月日])|[0-9]{{3}}[.]|[0-9]{{3,7}}+{_DATE_ENDS}|[0-3][0-9][、及和与]1)",
        ((Kind.DATE, DIGIT_DATES), (Kind.IDENTIFIER, "[0-9]{0,4}点[0-9]++[万亿]?(?!分)")),
    ),
    (DIGIT, "(?=[0-9]*+[后×xX*+·.”」』\"’'])", NAME_RULES),
    (DIGIT, f"(?<![^\\n\\t 　。；;:>》」』”,，、(]{DIGIT})(?=[0-9]?[. 　\\t])", MARKER_RULES),
    (
        DIGIT,
        f"(?<=[件表录图栏号例标码话线真打电编口机位、: ]{DIGIT})(?:(?<![: ]{DIGIT})|(?<=[号码话线真编][: ]{DIGIT}))",
        NOUN_RULES,
    ),
    (DIGIT, "(?<=[号为目转].)", TAIL_RULES),
    (DIGIT, "(?=[0-9]*+(?:[国省县乡路次部线号幢栋楼室弄单连.)\\-]|[ ]号))", NUMBER_RULES),
    (DIGIT, "(?:(?<=0)|(?<=:1)|(?<=每[0-9])|(?=[0-9]{6}))", LONG_RULES),
    ("第", "", ORDINAL_RULES),
    ("半", "", HALF_RULES),
    ("零", "", ZERO_RULES),
    ("[几数翻]", "", LOOSE_RULES),
    (FORMAL, "", FORMAL_RULES),
    ("参", "", PART_RULES),
    ("h", "", URL_RULES),
)
"""By the first character: what must hold before any of them is tried, and the rules that can hold behind it."""

TRIGGERS: Final = "0-9〇○零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟参几数翻第½¼¾⅓⅔h"
"""Every character (folded) at which the scan stops."""

NUMERAL: Final = "〇○零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟几"
"""The characters besides digits that a numeral which is none (12,34 or 1.2.3 or 三六) may go on with."""
