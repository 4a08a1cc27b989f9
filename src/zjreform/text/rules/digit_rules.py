"""What a number in Arabic digits is when it is no quantity: codes, names, list items, attached nouns.

Every rule stands behind the first digit, which the scan has consumed, and may look back at what stands before it.
"""

from typing import Final

from zjreform.text.dates.calendar import BRACKETED
from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import DIGIT, PER, SCALE, START, STREAKS, Rule

_CODES: Final = (
    "(?<!RMB{0})(?<!USD{0})(?<!HKD{0})(?<!TWD{0})(?<!NTD{0})(?<!EUR{0})(?<!CNY{0})(?<!MOP{0})(?<!JPY{0})(?<!GBP{0})"
)
_AMOUNT: Final = "[万亿千百十几多余%‰倍元个项件条家人次户名份种类篇期届天年月日周小工分点吨亩平公米页字本套张级成]"
_MEASURE: Final = "[厘毫微纳千][米克升瓦]|英[里寸尺]|海里|秒(?!杀)|升(?!级)|公[斤里升]|立方|平方|[美港欧日]元|英镑|摄氏"
_OURS: Final = "计划|办法|规定|方案|细则|条例|通知|意见|标准|规范|规程|指南|项目|合同|协议|制度|导则|工程|公司"
_ATTACHED: Final = (
    "(?:(?<=附件{0})|(?<=附表{0})|(?<=附录{0})|(?<=附图{0})|(?<=专栏{0})|(?<=序号{0})|(?<=图表{0})|"
    "(?<=\\A[表图]{0})|(?<=[\\n\\t 　(见如。，、；及和与][表图]{0}))"
)
_CALLED: Final = (
    "(?:(?<=编号{0})|(?<=文号{0})|(?<=单号{0})|(?<=账号{0})|(?<=帐号{0})|(?<=证号{0})|(?<=学号{0})|(?<=代码{0})|(?<=号码{0})|(?<=件码{0})"
    "|(?<=邮编{0})|(?<=热线{0})|(?<=专线{0})|(?<=电话{0})|(?<=传真{0})|(?<=拨打{0})|(?<=致电{0})|(?<=[号码话线真编]:{0})"
    "|(?<=分机{0})|(?<=内线{0})|(?<=尾号{0})|(?<=[后末][三四六]位{0})|(?<=[编号]码 {0})|(?<=端口{0})|(?<=热线 {0})|(?<=电话 {0}))"
)
_STANDARD: Final = "[0-9]++(?:\\.[0-9]++)*+(?:[-—–:](?:19|20)[0-9]{2}(?![0-9]))?"
"""The number of a standard, with its year."""
_STANDARDS: Final = (
    "(?:(?<=GB {0})(?<![0-9]GB {0})|(?<=/[TZ] {0})|(?<=ISO {0})|(?<=IEC {0})|(?<=HJ {0})|(?<=JGJ {0})|(?<=CJJ {0}))"
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
_MODEL: Final = (
    f"(?<=[㐀-鿿]-{DIGIT})(?<![{_MEASURED}]-{DIGIT})[0-9]{{0,2}}(?![0-9/:—–~〜-]|[.,][0-9]|[ ]?(?:{_AMOUNT}|[{_UNITS}左上以]))"
    f"(?:(?=[㐀-鿿A-Z])(?![的与和等至到为是则比而以在了])|(?<=[{_MODELS}]-{DIGIT})|(?<=[{_MODELS}]-{DIGIT}{DIGIT}))"
)
_LETTERED: Final = (
    f"(?<=[A-Za-z]{DIGIT})(?![0-9.,]*+[万亿%]){_CODES.format(DIGIT)}[0-9A-Za-z]*+(?:[-./_][0-9A-Za-z]++)*+"
    f"(?:次列车|次(?=列车)|(?<=/[TZ]) {_STANDARD})?"
)

CODE_RULES: Final[tuple[Rule, ...]] = (
    (Kind.DATE, BRACKETED),
    (Kind.IDENTIFIER, f"(?<=[.]{DIGIT})(?<![0-9A-Za-z.][.]{DIGIT})[0-9]*+[万亿]?"),
    (
        Kind.IDENTIFIER,
        "(?:(?<=ISBN{0})|(?<=ISBN {0})|(?<=ISBN:{0})|(?<=ISSN {0})|(?<=CN {0}))[0-9X]*+(?:-[0-9X]++)*+".replace(
            "{0}", DIGIT
        ),
    ),
    (Kind.IDENTIFIER, f"(?<=K{DIGIT})[0-9]{{0,4}}\\+[0-9]{{2,3}}(?![0-9])"),
    (Kind.IDENTIFIER, _LETTERED),
    (Kind.NAME, _MODEL),
    (Kind.LEXICAL, "(?<=[0-9]/1)0{0,3}万(?:人口?|名|户)?(?![0-9元])"),
    (Kind.IDENTIFIER, f"(?:(?<=[A-Za-z][-/_]{DIGIT})|(?<=[0-9A-Za-z]_{DIGIT}))[0-9A-Za-z]*+(?:[-./_][0-9A-Za-z]++)*+"),
    (Kind.IDENTIFIER, f"(?<=[〔\\[(【﹝]{DIGIT})[0-9]{{3}}[〕\\])】﹞](?:第|特|文)?[0-9]++号"),
    (Kind.IDENTIFIER, f"(?<=字第{DIGIT})[0-9]*+号?"),
    (Kind.IDENTIFIER, f"(?<=\\(852\\) {DIGIT})[0-9]{{3}} [0-9]{{4}}"),
    (Kind.IDENTIFIER, "(?<=\\(8)5[23]\\)[ ]?[0-9]{4}[ -]?[0-9]{4}|(?<=\\(0)[0-9]{1,3}\\)[ ]?[0-9]{3,4}-?[0-9]{4}"),
    (Kind.IDENTIFIER, f"(?<=[A-Z]\\({DIGIT})\\)[0-9]++/[0-9]++(?:-[0-9]++)?(?:\\([0-9]++\\))?号?"),
)
MODEL_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, f"{_STANDARDS.format(DIGIT)}(?=[0-9]{{2}}){_STANDARD.replace('++', '*+', 1)}(?![ ]?{_AMOUNT})"),
    (
        Kind.IDENTIFIER,
        f"(?<=[A-Z][A-Z] {DIGIT})(?!(?<=[12])[09][0-9]{{2}}[-—–])[0-9]*+(?:\\.[0-9]++)*+[-—–](?:19|20)[0-9]{{2}}(?![0-9年])",
    ),
    (Kind.NAME, f"(?<=[a-z] {DIGIT})[0-9]?(?![0-9.,/])(?![ ]?{_AMOUNT})"),
    (Kind.IDENTIFIER, f"(?<=[A-Z]·{DIGIT})[0-9A-Z]*+"),
)
FILE_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, "(?![0-9]*+[kdcm]?m[23](?![0-9A-Za-z]))[0-9A-Za-z]*+(?:[-_.][0-9A-Za-z]++)*+"),
)
PHONE_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, "(?<=1)(?:10|19|20|22)(?=[报接出处]警|警情|接处警|急救|救护|火警|消防|联动|指挥|热线|平台)"),
    (
        Kind.IDENTIFIER,
        "(?<=0)[0-9]{2,3}-[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])|(?<=4)00-?[0-9]{3,4}-?[0-9]{3,4}|(?<=1)[3-9][0-9](?:[ -][0-9]{4}){2}(?![0-9])",
    ),
    (
        Kind.IDENTIFIER,
        "(?<=1)[3-9][0-9]{9}(?:(?![0-9㐀-鿿%‰‱,.—~-])|(?=[或转联咨报进即与和查办]))",
    ),
)
NAME_RULES: Final[tuple[Rule, ...]] = (
    (Kind.NAME, "(?<=[6-9])[05]后|(?<=0)[05]后|(?<=9)5后"),
    (Kind.NAME, "[0-9]?[×xX*][0-9]{1,2}(?:小时)?(?![0-9.^⁰¹²³⁴-⁹⁻米厘毫公万亿千百兆吨MKkGt])"),
    (Kind.NAME, "[0-9]?\\+(?:[0-9]{1,2}(?![0-9]*[万亿个项%])|[A-ZXN])(?:\\+[0-9A-Z])*+"),
    (Kind.NAME, f'(?<=[“「『"‘]{DIGIT})[0-9]*+(?=[”」』"’])'),
    (Kind.NAME, "[0-9]?·[0-9]{1,2}"),
    (Kind.NAME, "[0-9]?[.][0-9]{1,2}(?=版|时代|模式|阶段)"),
)
ITEM_RULES: Final[tuple[Rule, ...]] = (
    (Kind.MARKER, f"(?:(?<=\\A\\({DIGIT})|(?<=[\\n\\t 　。；;:，,、”》]\\({DIGIT}))[0-9]?(?=\\))"),
    (Kind.MARKER, f"{START.format(DIGIT)}(?<![0-9]:[0-9])[0-9]?(?=[.、)])(?!、[一二三四五六七八九十]*{_AMOUNT})"),
)
MARKER_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.MARKER,
        f"{START.format(DIGIT)}[0-9]?\\.[0-9]{{1,2}}(?:\\.[0-9]{{1,2}})*+(?=[ 　\\t][㐀-鿿])(?![ 　\\t]{_AMOUNT})",
    ),
    (
        Kind.MARKER,
        f"(?:(?<=\\A{DIGIT})|(?<=\\n{DIGIT}))[0-9]?(?=[ 　\\t][㐀-鿿])(?![ 　\\t](?:{_AMOUNT}|[处所座批台枚则卷岁度]|{_MEASURE}))",
    ),
    (
        Kind.MARKER,
        f"{START.format(DIGIT)}[0-9]?(?:\\.[0-9]{{1,2}}(?=本(?:{_OURS}))|(?=\\.(?:[0-9]{{3}}[国省县]道|(?:19|20)[0-9]{{2}}年)))",
    ),
)
_NUMBER: Final = f"[0-9]{{2,}}[0-9A-Za-z]*+(?:[- ][0-9]++)*+(?![.][0-9]|{_AMOUNT}|[部台通起宗例门])"
NOUN_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.IDENTIFIER,
        f"{_ATTACHED.format(DIGIT)}[0-9]?(?:[-—–][0-9]{{1,2}}){{0,2}}(?![0-9]|[.,][0-9])(?!{_AMOUNT})",
    ),
    (Kind.MARKER, f"(?<=案例{DIGIT})[0-9]?(?![0-9.,]|[ \\n][0-9])(?!{_AMOUNT})"),
    (Kind.IDENTIFIER, f"(?:(?<=指标{DIGIT})|(?<=指标[0-9]、{DIGIT}))(?![0-9.,])(?!{_AMOUNT}(?!别))"),
    (Kind.IDENTIFIER, f"{_CALLED.format(DIGIT)}(?:{_NUMBER}|[0-9A-Za-z]*+(?:-[0-9A-Za-z]++)++)"),
)
NUMBER_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.IDENTIFIER,
        "[0-9]*+(?:国道|省道|县道|乡道|路公交|路车|次列车|次航班|部队|线(?![性上下])|[ ]?号(?:[令楼文线])?)(?!召|称)",
    ),
    (Kind.IDENTIFIER, "[0-9]*+-[0-9]++(?:单元|号楼|室(?![内外])|[幢栋](?![以等]))"),
    (Kind.IDENTIFIER, f"[0-9]*+(?:[幢栋楼](?=[0-9])|室(?![内外])|弄)|(?<=[幢栋楼]{DIGIT})[0-9]*+单元"),
    (Kind.IDENTIFIER, f"(?<=\\({DIGIT})[0-9]{{5}}(?=(?:\\.S[HZ])?\\))|[0-9]{{5}}\\.(?:SH|SZ|HK)"),
    (Kind.IDENTIFIER, "[0-9]*+(?:\\.[0-9]++){2,}"),
    (Kind.IDENTIFIER, f"[0-9]*+(?:-[0-9]++){{2,}}(?!{_AMOUNT})"),
    (Kind.LEXICAL, f"[0-9]?连[{STREAKS}]"),
)
_OPENS: Final = "负±−约近过逾超到于足少多达满破出高低大小元币=＜＞≥≤<>￥¥$ -"
"""Characters before a long number that can make it an amount."""
LONG_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, "(?<=0)[0-9]++(?:-[0-9]++)*+(?![.,][0-9])"),
    (Kind.IDENTIFIER, "[0-9]{11,}(?![0-9.,])(?![㐀-鿿%‰‱A-Za-z~〜―—–-])"),
    (
        Kind.IDENTIFIER,
        f"(?<![{_OPENS}]{DIGIT})[0-9]{{6,}}(?![0-9]|[.,，][0-9]|[㐀-鿿%‰‱℃°A-Za-z~〜―—–/\\n -])",
    ),
    (SCALE, "(?<=单位:1)[0-9]*+[万亿]?[美港欧日]?元"),
    (PER, f"(?<=每{DIGIT})(?:[0-9]*+[百千万]|[0-9,]{{0,5}}00)(?:人口|名|个|户|人|位|平方公里)"),
)
TAIL_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, f"(?:(?<=尾号{DIGIT})|(?<=尾号为{DIGIT}))[0-9]*+(?:[和、或][0-9]++)*+(?!{_AMOUNT}|[.,])"),
    (
        Kind.IDENTIFIER,
        f"(?:(?<=总目{DIGIT})|(?<=分目{DIGIT})|(?<=款项目{DIGIT})|(?<=[0-9][0-9][0-9]转{DIGIT}))[0-9]*+(?![个.,])",
    ),
)
URL_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, "ttps?://(?=[^\\s㐀-鿿]{0,200}?[0-9])[^\\s㐀-鿿，。；：、！？()<>“”‘’「」《》\"']++"),
    (None, ""),
)
"""Addresses, whole from their first letter on; an h that begins none is passed over."""
