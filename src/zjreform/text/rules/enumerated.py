"""Numbers of items within a line, before years and dates, and of headings in Markdown."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import AMOUNT, DIGIT, START, Rule

_MARKER = Kind.MARKER
_START: Final = START.format(DIGIT)
BRACKETED_ITEMS: Final = (
    Rule(
        "bracketed-item-in-line",
        _MARKER,
        DIGIT,
        f"(?<=\\({DIGIT})[0-9]?(?=\\)[㐀-鿿])(?=[0-9]?\\)(?!{AMOUNT}|[座所处台批起层栋幢口岁以之内外起止至等的为是和与或及、]|户(?!口)))",
        reads=("（1）甲（2）乙（3）丙", "差旅费(3)印刷费25千元"),
        leaves=("共（3）份", "（12件）"),
        when="(?<=\\(.)",
    ),
    Rule(
        "bracketed-household-register",
        _MARKER,
        DIGIT,
        f"(?<=\\({DIGIT})[0-9]?(?=\\)(?:户口|项目|小学|分[则类工部支析]|条[例件款]|人[员事口才民]|张某|公[章告司证示函]|工作|条件|人员|家庭|名称|年度|级别))"
        f"|(?<=[公附][式图表]\\({DIGIT})[0-9]?(?=\\))",
        reads=("(1)身份证(2)户口簿(3)结婚证", "公式（3）"),
        leaves=("(3)户",),
        when="(?<=\\(.)",
    ),
)
ITEMS_BEFORE: Final = (
    Rule(
        "item-before-year",
        _MARKER,
        DIGIT,
        f"{_START}[0-9]?(?=、(?:19|20)[0-9]{{2}}年)",
        reads=("双方商定:1、2016年5月交货", "约定如下\n3、2017年起停办"),
        leaves=("2015、2016年",),
        when="(?=[0-9]?、(?:19|20))",
    ),
    Rule(
        "item-before-date",
        _MARKER,
        DIGIT,
        f"{_START}[0-9]?(?=\\.(?:1[0-2]|[1-9])月(?:[0-9]{{1,2}}日|[底初末份]|[上中下]旬|[完竣开启实举])|、(?:1[0-2]|[1-9])月[0-9]{{1,2}}日)",
        reads=("1.5月27日前报送", "3.12月底前建成", "5.12月完成验收", "3、5月10日前提交"),
        leaves=("1.5个月", "达1.5月底薪"),
        when="(?=[0-9]?[.、][0-9]{1,2}月)",
    ),
    Rule(
        "heading-of-markdown",
        _MARKER,
        DIGIT,
        f"(?<=# {DIGIT})[0-9]?(?:\\.[0-9]{{1,2}}){{0,4}}(?=[㐀-鿿 ])",
        reads=("# 2.5水质概况",),
        leaves=("共 2.5倍",),
        when=f"(?<=# {DIGIT})",
    ),
)
