"""Numerals that are part of a name: quoted slogans and numbers, models, generations, versions, sums of digits (1+3+N)."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.identifiers import BEHIND_LETTERS
from zjreform.text.rules.rule import AMOUNT, DIGIT, HAN, Rule

_NAME = Kind.NAME
_COUNTED: Final = "[个件项条人次份批趟遍回种类]"
"""Classifiers of which a quoted phrase is a figure if little follows."""
_SET_UP: Final = "(?:机制|体系|清单|平台|目录|中心|系统|指标|环节|部门|项目|工程|领域|方面|阶段|步骤|问题|事项|主线|转变|任务|举措|措施)"
"""What is set up in so many of, so that it is counted (“三项举措”)."""
_UNQUOTE: Final = '[”」』’"]'
_MEASURES: Final = (
    "[家户名位起例宗十百千万亿零半几多大余点成倍折番元角块分天日年月周刻时秒季米里厘毫亩顷吨斤克升瓦度岁届期楼号至到或—-]"
    "|小时|星期|世纪|公[里斤顷分升]|平[方米]|立方|[美港欧日]元|工作日|个(?:月|小时|工作|季|星期|多|半|百分|亿|万|年|自然)"
)
"""What behind a quoted number measures, so that it is a figure and no name."""
_QUOTED: Final = (
    f"[一二三四五六七八九十]{{0,2}}+(?!{_COUNTED}(?:{_UNQUOTE}|[以之]?[内外上下]|左右|[多余及或])"
    f"|[个种项张类条]{_SET_UP}{_UNQUOTE}|{_MEASURES})[㐀-鿿]{{1,7}}+(?={_UNQUOTE})"
)
"""A short phrase that is quoted whole, of a number and what it counts, unless it measures."""
QUOTED: Final = (
    Rule(
        "quoted-slogan",
        _NAME,
        HAN,
        _QUOTED,
        reads=("运用“四种形态”监督", "推行「三色管理」"),
        leaves=("承诺“三天内”办结", "落实“三项举措”"),
        when='(?<=[“「『‘"][一二三四五六七八九十两])',
        before=("small",),
    ),
)
_MEASURED: Final = (
    "为至到达是降增长减升跌涨亏率值额差温度数量比幅速低高加约近超过破于足满逾少多余计有负得化益利"
    "年月日时点号楼〇○零一二三四五六七八九十百千万亿两半几"
)
"""Characters behind which a dash is a sign (增长-5) or joins two ends."""
_UNITS: Final = (
    "厘毫微纳兆吉千皮太摄华英海秒克里斤两顷立方升瓦焦伏安赫帕牛卡字工交自法学会度角毛块基℃°港美欧日韩新澳卢比股票"
    "处位台辆例起批座所只头匹把折圈次回番架栋幢门间艘艇列节枚颗株棵岁克担石丈尺寸坪甲刻世贝流坎摩开号楼室层弄"
)
"""First characters of units, behind which a dash is a sign after all, and of what numbers a house."""
_MODELS: Final = "歼轰直运风浪征舟宫娥云击旗斗箭龙鹰音客格苏雀弹"
"""Last characters of what is built in numbered models (歼-20, 神舟-17)."""
MODELS: Final = (
    Rule(
        "model-behind-dash",
        _NAME,
        DIGIT,
        f"(?<=[㐀-鿿]-{DIGIT})(?<![{_MEASURED}]-{DIGIT})[0-9]{{0,2}}(?![0-9/:—–~〜-]|[.,][0-9]|[ ]?(?:{AMOUNT}|[{_UNITS}左上以]))"
        f"(?:(?=[㐀-鿿A-Z])(?![的与和等至到为是则比而以在了])|(?<=[{_MODELS}]-{DIGIT})|(?<=[{_MODELS}]-{DIGIT}{DIGIT}))",
        reads=("歼-20战机", "神舟-17"),
        leaves=("气温-5℃", "增长-5"),
        when=BEHIND_LETTERS,
    ),
)
LETTERED: Final = (
    Rule(
        "number-behind-word",
        _NAME,
        DIGIT,
        f"(?<=[a-z] {DIGIT})[0-9]?(?![0-9.,/])(?![ ]?{AMOUNT})",
        reads=("Windows 10系统", "Boeing 7"),
        leaves=("total 10%", "size 3.5"),
        when=f"(?<=[a-zA-Z][ ·]{DIGIT})",
    ),
)
_GATE: Final = "(?=[0-9]*+[后×xX*+·.”」』\"’'])"
"""Gate of names in digits by the mark in them."""
NAMES: Final = (
    Rule(
        "generation",
        _NAME,
        DIGIT,
        "(?<=[6-9])[05]后|(?<=0)[05]后|(?<=9)5后",
        reads=("80后创业者", "00后、95后"),
        leaves=("30后勤人员", "80人后"),
        when=_GATE,
        before=("leading-zero",),
    ),
    Rule(
        "product",
        _NAME,
        DIGIT,
        "[0-9]?(?:[×xX*][0-9]{1,2}){1,3}+(?:小时)?(?![0-9.^⁰¹²³⁴-⁹⁻米厘毫公万亿千百兆吨MKkGt])",
        reads=("7×24小时服务", "3×3×3魔方"),
        leaves=("3×10米", "1.8×10⁴"),
        when=_GATE,
    ),
    Rule(
        "sum-of-digits",
        _NAME,
        DIGIT,
        "[0-9]?\\+(?:[0-9]{1,2}(?![0-9]*[万亿个项%])|[A-ZXN])(?:\\+[0-9A-Z])*+",
        reads=("“1+3+N”行动", "1+8政策体系"),
        leaves=("3+5万元",),
        when=_GATE,
    ),
    Rule(
        "quoted-number",
        _NAME,
        DIGIT,
        f'(?<=[“「『"‘]{DIGIT})[0-9]*+(?=[”」』"’])',
        reads=("“110”联动", "「12345」平台"),
        leaves=("“110个”",),
        when=_GATE,
    ),
    Rule(
        "day-name",
        _NAME,
        DIGIT,
        "[0-9]?·[0-9]{1,2}",
        reads=("“3·15”活动", "5·12地震"),
        leaves=("3.15倍",),
        when=_GATE,
    ),
    Rule(
        "version-name",
        _NAME,
        DIGIT,
        "[0-9]?[.][0-9]{1,2}(?=版|时代|模式|阶段)",
        reads=("2.0版系统", "进入3.0时代"),
        leaves=("2.0倍",),
        when=_GATE,
    ),
)
