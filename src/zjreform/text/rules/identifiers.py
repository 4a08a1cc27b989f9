"""Numerals that are codes: telephone, document and book numbers, addresses, roads, plates, standards, labels of files and tables."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import AMOUNT, DIGIT, Rule, behind_any

_IDENTIFIER = Kind.IDENTIFIER
LONG_DASHES: Final = (
    Rule(
        "code-behind-long-dash",
        Kind.IDENTIFIER,
        DIGIT,
        "[0-9]*+(?![0-9.%万亿])",
        reads=("T—20次到站", "F–16架次"),
        leaves=("A—3.5%",),
        when="(?<=[A-Za-z][—–][0-9])",
        before=("sure",),
    ),
)
BEHIND_LETTERS: Final = (
    f"(?<=[0-9A-Za-z\\-/_. 〔\\[(【﹝第:]{DIGIT})(?:(?<![ :第]{DIGIT})|(?<=[A-Za-z)字][ :第]{DIGIT}))"
)
"""Gate of codes: a letter, a mark or a bracket stands before the first digit."""


_CURRENCIES: Final = "".join(
    f"(?<!{code}{DIGIT})" for code in ["RMB", "USD", "HKD", "TWD", "NTD", "EUR", "CNY", "MOP", "JPY", "GBP"]
)
"""What must hold before a digit behind letters: they are no currency."""
_STANDARD: Final = "[0-9]++(?:\\.[0-9]++)*+(?:[-—–:](?:19|20)[0-9]{2}(?![0-9]))?"
"""The number of a standard, with its year."""
_STANDARDS: Final = "(?:{}(?<![0-9]GB {}))".format(
    behind_any(f"{name} " for name in ("GB", "/T", "/Z", "ISO", "IEC", "HJ", "JGJ", "CJJ")), DIGIT
)
"""Behind the letters of a standard and a blank."""

CODES: Final = (
    Rule(
        "book-number",
        _IDENTIFIER,
        DIGIT,
        f"(?:(?<=ISBN{DIGIT})|(?<=ISBN {DIGIT})|(?<=ISBN:{DIGIT})|(?<=ISSN {DIGIT})|(?<=CN {DIGIT}))[0-9X]*+(?:-[0-9X]++)*+",
        reads=("ISSN 1672-111X",),
        leaves=("CN¥300",),
        when=BEHIND_LETTERS,
    ),
    Rule(
        "stake",
        _IDENTIFIER,
        DIGIT,
        f"(?<=K{DIGIT})[0-9]{{0,4}}\\+[0-9]{{2,3}}(?![0-9])",
        reads=("G25高速K1201+300处", "桩号K3+50"),
        leaves=("K歌2次",),
        when=BEHIND_LETTERS,
        before=("lettered-code", "sum-of-digits"),
    ),
    Rule(
        "lettered-code",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[A-Za-z]{DIGIT})(?![0-9.,]*+[万亿%]){_CURRENCIES}[0-9A-Za-z]*+(?:[-./_][0-9A-Za-z]++)*+"
        f"(?:次列车|次(?=列车)|(?<=/[TZ]) {_STANDARD})?",
        reads=("沿S219线行进", "Q1季度"),
        leaves=("RMB300元", "HKD5000", "T3万"),
        when=BEHIND_LETTERS,
        before=("digit-date", "road-or-number"),
    ),
    Rule(
        "code-behind-dash",
        _IDENTIFIER,
        DIGIT,
        f"(?:(?<=[A-Za-z][-/_]{DIGIT})|(?<=[0-9A-Za-z]_{DIGIT}))[0-9A-Za-z]*+(?:[-./_][0-9A-Za-z]++)*+",
        reads=("型号BX-70", "case_12项目"),
        leaves=("5-7天",),
        when=BEHIND_LETTERS,
    ),
    Rule(
        "document-year",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[〔\\[(【﹝]{DIGIT})[0-9]{{3}}[〕\\])】﹞](?:第|特|文)?[0-9]++号",
        reads=("根据浙政发〔2022〕33号文件", "甬政(2019)8号"),
        leaves=("（2019年）第8号", "（2019）新增8家"),
        when=BEHIND_LETTERS,
        before=("digit-date",),
    ),
    Rule(
        "telephone-bracket",
        _IDENTIFIER,
        DIGIT,
        "(?<=\\(8)5[23]\\)[ ]?[0-9]{4}[ -]?[0-9]{4}|(?<=\\(0)[0-9]{1,3}\\)[ ]?[0-9]{3,4}-?[0-9]{4}",
        reads=("电话（0571）87050000", "電話(02)2720-8889"),
        leaves=("（05）号",),
        when=BEHIND_LETTERS,
        before=("leading-zero",),
    ),
    Rule(
        "paper-number",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[A-Z]\\({DIGIT})\\)[0-9]++/[0-9]++(?:-[0-9]++)?(?:\\([0-9]++\\))?号?",
        reads=("立法會CB(1)456/2024(03)號文件",),
        leaves=("CB（1）处",),
        when=BEHIND_LETTERS,
    ),
)
STANDARDS: Final = (
    Rule(
        "standard",
        _IDENTIFIER,
        DIGIT,
        f"{_STANDARDS}(?=[0-9]{{2}}){_STANDARD.replace('++', '*+', 1)}(?![ ]?{AMOUNT})",
        reads=("按GB/T 15835执行", "通过ISO 9001认证"),
        leaves=("硬盘80GB 50个",),
        when=f"(?<=[a-zA-Z][ ·]{DIGIT})",
    ),
    Rule(
        "standard-with-year",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[A-Z][A-Z] {DIGIT})(?!(?<=[12])[09][0-9]{{2}}[-—–])[0-9]*+(?:\\.[0-9]++)*+[-—–](?:19|20)[0-9]{{2}}(?![0-9年])",
        reads=("依据DB 33.1-2018", "符合QB 3-2011"),
        leaves=("EMS 2011-2018年",),
        when=f"(?<=[a-zA-Z][ ·]{DIGIT})",
    ),
    Rule(
        "plate-behind-dot",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[A-Z]·{DIGIT})[0-9A-Z]*+",
        reads=("浙A·12345轿车",),
        leaves=("甲·12345辆",),
        when=f"(?<=[a-zA-Z][ ·]{DIGIT})",
    ),
)
FILES: Final = (
    Rule(
        "file-name",
        _IDENTIFIER,
        DIGIT,
        "(?![0-9]*+[kdcm]?m[23](?![0-9A-Za-z]))[0-9A-Za-z]*+(?:[-_.][0-9A-Za-z]++)*+",
        reads=("见597A6024.JPG", "编码0x10"),
        leaves=("占地30m2", "20.5m"),
        when="(?=[0-9]*+(?:[A-Za-z]++[0-9]|[.][A-Za-z]))",
        before=("product",),
    ),
)
_PHONES: Final = "(?<=[014])(?=[0-9]{2}|00)"
BONDS: Final = (
    Rule(
        "bond",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[012])[0-9](?!{AMOUNT})[㐀-鿿]{{2,6}}(?:0[1-9](?![0-9.,]|[时点分月日年号])|(?:MTN|S?CP|PPN|GN)[0-9]{{3}}(?![0-9]))",
        reads=("发行18浙商01债券", "19杭城投MTN002"),
        leaves=("18家企业01", "18日上午08时"),
        when="(?<=[012])(?=[0-9][㐀-鿿]{2,6}[0MSCPG])",
        before=("leading-zero",),
    ),
)
TELEPHONES: Final = (
    Rule(
        "emergency",
        _IDENTIFIER,
        DIGIT,
        "(?<=1)(?:10|19|20|22)(?=[报接出处]警|警情|接处警|急救|救护|火警|消防|联动|指挥|热线|平台)",
        reads=("接报110警情42起", "119火警2起"),
        leaves=("完成110个项目", "120人"),
        when=_PHONES,
    ),
    Rule(
        "telephone",
        _IDENTIFIER,
        DIGIT,
        "(?<=0)[0-9]{2,3}-[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])|(?<=4)00-[0-9]{3,4}-?[0-9]{3,4}(?![0-9])|(?<=4)00[0-9]{7}(?![0-9㐀-鿿%])"
        "|(?<=1)[3-9][0-9](?:[ -][0-9]{4}){2}(?![0-9])",
        reads=("0571-8701 2345", "138 5710 2468"),
        leaves=("0.5-0.8", "400家", "补助400000000元"),
        when=_PHONES,
        before=("leading-zero",),
    ),
    Rule(
        "mobile",
        _IDENTIFIER,
        DIGIT,
        "(?<=1)[3-9][0-9]{9}(?:(?![0-9㐀-鿿%‰‱,.—~-])|(?=[或转联咨报进即与和查办]))",
        reads=("“13900001234”",),
        leaves=("13900001234元",),
        when=_PHONES,
        before=("quoted-number",),
    ),
)
_OPENS: Final = "负±−约近过逾超到于足少多达满破出高低大小元币=＜＞≥≤<>￥¥$ -"
"""Characters before a long number that can make it an amount."""
LONG_NUMBERS: Final = "(?:(?<=0)|(?<=:1)|(?<=每[0-9])|(?=[0-9]{6}))"
"""Gate of numbers that begin with a zero or are long."""
LONG: Final = (
    Rule(
        "leading-zero",
        _IDENTIFIER,
        DIGIT,
        "(?<=0)[0-9]++(?:-[0-9]++)*+(?![.,][0-9])",
        reads=("批次001-2",),
        leaves=("0.5倍", "10家"),
        when=LONG_NUMBERS,
    ),
    Rule(
        "eleven-digits",
        _IDENTIFIER,
        DIGIT,
        "[0-9]{11,}(?![0-9.,])(?![㐀-鿿%‰‱A-Za-z~〜―—–-])",
        reads=("约33010019900101123",),
        leaves=("33010019900元",),
        when=LONG_NUMBERS,
    ),
)
