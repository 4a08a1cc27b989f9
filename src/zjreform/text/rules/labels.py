"""Numerals that a noun before them labels: attachments, tables, indicators, budget heads, what is called by number."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import AMOUNT, DIGIT, Rule, behind_any

_IDENTIFIER = Kind.IDENTIFIER
_ATTACHED: Final = behind_any(
    (*["附件", "附表", "附录", "附图", "专栏", "序号", "图表"], "\\A[表图]", "[\\n\\t 　(见如。，、；及和与][表图]")
)
"""Behind a noun that a number labels."""
_CALLED: Final = behind_any(
    (
        *(
            "编号",
            "文号",
            "单号",
            "账号",
            "帐号",
            "证号",
            "学号",
            "代码",
            "号码",
            "件码",
            "邮编",
            "热线",
            "专线",
            "电话",
        ),
        *("传真", "拨打", "致电", "分机", "内线", "尾号", "端口"),
        *("[号码话线真编]:", "[后末][三四六]位", "[编号]码 ", "热线 ", "电话 "),
    )
)
"""Behind a noun that a number is called by."""
_NUMBER: Final = f"[0-9]{{2,}}[0-9A-Za-z]*+(?:[- ][0-9]++)*+(?![.][0-9]|{AMOUNT}|[部台通起宗例门])"
"""A number that something is called by, and no amount."""
BEHIND_NOUNS: Final = (
    f"(?<=[件表录图栏号例标码话线真打电编口机位、: ]{DIGIT})(?:(?<![: ]{DIGIT})|(?<=[号码话线真编][: ]{DIGIT}))"
)
"""Gate of what a noun before the number labels."""
LABELS: Final = (
    Rule(
        "attachment",
        _IDENTIFIER,
        DIGIT,
        f"{_ATTACHED}[0-9]?(?:[-—–至到][0-9]{{1,2}}){{0,2}}(?![0-9]|[.,][0-9])(?!{AMOUNT})",
        reads=("将附件1、附件2发送", "见表3-2"),
        leaves=("附件3份", "附件1.5万元"),
        when=BEHIND_NOUNS,
    ),
    Rule(
        "indicator",
        _IDENTIFIER,
        DIGIT,
        f"(?:(?<=指标{DIGIT})|(?<=指标[0-9]、{DIGIT}))(?![0-9.,])(?!{AMOUNT}(?!别))",
        reads=("指标2、3分别为5和6",),
        leaves=("指标2个", "指标12.5"),
        when=BEHIND_NOUNS,
    ),
    Rule(
        "called-number",
        _IDENTIFIER,
        DIGIT,
        f"{_CALLED}(?:{_NUMBER}|[0-9A-Za-z]*+(?:-[0-9A-Za-z]++)++)",
        reads=("拨打96871受理", "邮编：310016"),
        leaves=("热线12通", "接听电话30个"),
        when=BEHIND_NOUNS,
    ),
)
_TAILS: Final = "(?<=[号为目转].)"
"""Gate of last digits and extensions."""
TAILS: Final = (
    Rule(
        "last-digits",
        _IDENTIFIER,
        DIGIT,
        f"(?:(?<=尾号{DIGIT})|(?<=尾号为{DIGIT}))[0-9]*+(?:[和、或][0-9]++)*+(?!{AMOUNT}|[.,])",
        reads=("尾号为3和8限行", "尾号5的车辆"),
        leaves=("尾号为3个",),
        when=_TAILS,
    ),
    Rule(
        "extension",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[0-9][0-9][0-9]转{DIGIT})[0-9]*+(?![个.,])",
        reads=("2720-8889轉6443", "85110000转812"),
        leaves=("由3转5",),
        when=_TAILS,
    ),
)
BUDGETS: Final = (
    Rule(
        "budget-head",
        _IDENTIFIER,
        DIGIT,
        f"(?:(?<=总目{DIGIT})|(?<=分目{DIGIT})|(?<=款项目{DIGIT})(?![0-9]*+[项宗条]))[0-9]*+(?![个.,])",
        reads=("在總目703下撥款", "總目703項"),
        leaves=("总目3个", "项目3项", "拨款项目12项"),
        when="(?<=目.)",
        before=("sure",),
    ),
)
