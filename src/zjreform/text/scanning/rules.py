"""What a numeral is when it is no quantity: alternatives of the one pattern of ``scan``.

Every rule stands behind the first character of the numeral, which the scan has consumed, and may look back at what stands before it. Rules
are tried in order; the first that holds says what the numeral is. A rule with the tag ``None`` passes over letters that are no numeral
here (数据, 几乎, 翻译).
"""

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

DIGIT: Final = "[0-9]"
HAN: Final = "[〇○一二三四五六七八九十百千万亿两廿卅]"
FORMAL: Final = "[壹贰叁肆伍陆柒捌玖拾佰仟]"

PER, SCALE, RANK, NUMBERED = "per", "scale", "rank", "numbered"

Tag = Kind | str | None
Rule = tuple[Tag, str]

_CODES: Final = (
    "(?<!RMB{0})(?<!USD{0})(?<!HKD{0})(?<!TWD{0})(?<!NTD{0})(?<!EUR{0})(?<!CNY{0})(?<!MOP{0})(?<!JPY{0})(?<!GBP{0})"
)
_START: Final = "(?:(?<=\\A{0})|(?<=[\\n\\t 　。；;:>》」』”,，、]{0}))"
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
_PER_BASE: Final = "(?:人口|名|个|户|人|位|平方公里|公里|亩|元|件|吨|家|常住人口)?"

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

_CODE_RULES: Final[tuple[Rule, ...]] = (
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
_MODEL_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, f"{_STANDARDS.format(DIGIT)}(?=[0-9]{{2}}){_STANDARD.replace('++', '*+', 1)}(?![ ]?{_AMOUNT})"),
    (
        Kind.IDENTIFIER,
        f"(?<=[A-Z][A-Z] {DIGIT})(?!(?<=[12])[09][0-9]{{2}}[-—–])[0-9]*+(?:\\.[0-9]++)*+[-—–](?:19|20)[0-9]{{2}}(?![0-9年])",
    ),
    (Kind.NAME, f"(?<=[a-z] {DIGIT})[0-9]?(?![0-9.,/])(?![ ]?{_AMOUNT})"),
    (Kind.IDENTIFIER, f"(?<=[A-Z]·{DIGIT})[0-9A-Z]*+"),
)
_FILE_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, "(?![0-9]*+[kdcm]?m[23](?![0-9A-Za-z]))[0-9A-Za-z]*+(?:[-_.][0-9A-Za-z]++)*+"),
)
_PHONE_RULES: Final[tuple[Rule, ...]] = (
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
_NAME_RULES: Final[tuple[Rule, ...]] = (
    (Kind.NAME, "(?<=[6-9])[05]后|(?<=0)[05]后|(?<=9)5后"),
    (Kind.NAME, "[0-9]?[×xX*][0-9]{1,2}(?:小时)?(?![0-9.米厘毫公万亿千百兆吨MKkGt])"),
    (Kind.NAME, "[0-9]?\\+(?:[0-9]{1,2}(?![0-9]*[万亿个项%])|[A-ZXN])(?:\\+[0-9A-Z])*+"),
    (Kind.NAME, f'(?<=[“「『"‘]{DIGIT})[0-9]*+(?=[”」』"’])'),
    (Kind.NAME, "[0-9]?·[0-9]{1,2}"),
    (Kind.NAME, "[0-9]?[.][0-9]{1,2}(?=版|时代|模式|阶段)"),
)
_STREAKS: Final = "冠增胜丰涨降跌升霸败阳板"
"""What follows 连 where a number counts a streak (十七连丰)."""
_ITEM_RULES: Final[tuple[Rule, ...]] = (
    (Kind.MARKER, f"(?:(?<=\\A\\({DIGIT})|(?<=[\\n\\t 　。；;:，,、”》]\\({DIGIT}))[0-9]?(?=\\))"),
    (Kind.MARKER, f"{_START.format(DIGIT)}(?<![0-9]:[0-9])[0-9]?(?=[.、)])(?!、[一二三四五六七八九十]*{_AMOUNT})"),
)
_MARKER_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.MARKER,
        f"{_START.format(DIGIT)}[0-9]?\\.[0-9]{{1,2}}(?:\\.[0-9]{{1,2}})*+(?=[ 　\\t][㐀-鿿])(?![ 　\\t]{_AMOUNT})",
    ),
    (
        Kind.MARKER,
        f"(?:(?<=\\A{DIGIT})|(?<=\\n{DIGIT}))[0-9]?(?=[ 　\\t][㐀-鿿])(?![ 　\\t](?:{_AMOUNT}|[处所座批台枚则卷岁度]|{_MEASURE}))",
    ),
    (
        Kind.MARKER,
        f"{_START.format(DIGIT)}[0-9]?(?:\\.[0-9]{{1,2}}(?=本(?:{_OURS}))|(?=\\.(?:[0-9]{{3}}[国省县]道|(?:19|20)[0-9]{{2}}年)))",
    ),
)
_NUMBER: Final = f"[0-9]{{2,}}[0-9A-Za-z]*+(?:[- ][0-9]++)*+(?![.][0-9]|{_AMOUNT}|[部台通起宗例门])"
_NOUN_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.IDENTIFIER,
        f"{_ATTACHED.format(DIGIT)}[0-9]?(?:[-—–][0-9]{{1,2}}){{0,2}}(?![0-9]|[.,][0-9])(?!{_AMOUNT})",
    ),
    (Kind.MARKER, f"(?<=案例{DIGIT})[0-9]?(?![0-9.,]|[ \\n][0-9])(?!{_AMOUNT})"),
    (Kind.IDENTIFIER, f"(?:(?<=指标{DIGIT})|(?<=指标[0-9]、{DIGIT}))(?![0-9.,])(?!{_AMOUNT}(?!别))"),
    (Kind.IDENTIFIER, f"{_CALLED.format(DIGIT)}(?:{_NUMBER}|[0-9A-Za-z]*+(?:-[0-9A-Za-z]++)++)"),
)
_NUMBER_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.IDENTIFIER,
        "[0-9]*+(?:国道|省道|县道|乡道|路公交|路车|次列车|次航班|部队|线(?![性上下])|[ ]?号(?:[令楼文线])?)(?!召|称)",
    ),
    (Kind.IDENTIFIER, "[0-9]*+-[0-9]++(?:单元|号楼|室(?![内外])|[幢栋](?![以等]))"),
    (Kind.IDENTIFIER, f"[0-9]*+(?:[幢栋楼](?=[0-9])|室(?![内外])|弄)|(?<=[幢栋楼]{DIGIT})[0-9]*+单元"),
    (Kind.IDENTIFIER, f"(?<=\\({DIGIT})[0-9]{{5}}(?=(?:\\.S[HZ])?\\))|[0-9]{{5}}\\.(?:SH|SZ|HK)"),
    (Kind.IDENTIFIER, "[0-9]*+(?:\\.[0-9]++){2,}"),
    (Kind.IDENTIFIER, f"[0-9]*+(?:-[0-9]++){{2,}}(?!{_AMOUNT})"),
    (Kind.LEXICAL, f"[0-9]?连[{_STREAKS}]"),
)
_OPENS: Final = "负±−约近过逾超到于足少多达满破出高低大小元币=＜＞≥≤<>￥¥$ -"
"""Characters before a long number that can make it an amount."""
_LONG_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, "(?<=0)[0-9]++(?:-[0-9]++)*+(?![.,][0-9])"),
    (Kind.IDENTIFIER, "[0-9]{11,}(?![0-9.,])(?![㐀-鿿%‰‱A-Za-z~〜―—–-])"),
    (
        Kind.IDENTIFIER,
        f"(?<![{_OPENS}]{DIGIT})[0-9]{{6,}}(?![0-9]|[.,，][0-9]|[㐀-鿿%‰‱℃°A-Za-z~〜―—–/\\n -])",
    ),
    (SCALE, "(?<=单位:1)[0-9]*+[万亿]?[美港欧日]?元"),
    (PER, f"(?<=每{DIGIT})(?:[0-9]*+[百千万]|[0-9,]{{0,5}}00)(?:人口|名|个|户|人|位|平方公里)"),
)
_TAIL_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, f"(?:(?<=尾号{DIGIT})|(?<=尾号为{DIGIT}))[0-9]*+(?:[和、或][0-9]++)*+(?!{_AMOUNT}|[.,])"),
    (
        Kind.IDENTIFIER,
        f"(?:(?<=总目{DIGIT})|(?<=分目{DIGIT})|(?<=款项目{DIGIT})|(?<=[0-9][0-9][0-9]转{DIGIT}))[0-9]*+(?![个.,])",
    ),
)
_STAGES: Final = "工程|项目|建设|试点|投资|用地|\\)|改造|扩[建容能]|开发|技改|投产|竣工|厂房|机组|码头|航站|地块|园区"
_HAN_SMALL: Final = "[一二三四五六七八九十]{1,3}"
_SESSION: Final = "(?:全体|全会|会议|常委|党代|代表|职代|人代|会员)"
_BEFORE_SESSION: Final = "[届大协会委]"
_IN_TERM: Final = "(?:{})".format(
    "|".join(f"(?<=届{'.' * gap}{_BEFORE_SESSION}{here}次)" for here in (".", "..", "...") for gap in range(9))
    + "".join(f"|(?<=届{here}次)" for here in (".", "..", "..."))
)
"""Behind a number with 次: it stands behind 届 and the body whose session it numbers (五届人大三次会议)."""
URL_RULES: Final[tuple[Rule, ...]] = (
    (Kind.IDENTIFIER, "ttps?://(?=[^\\s㐀-鿿]{0,200}?[0-9])[^\\s㐀-鿿，。；：、！？()<>“”‘’「」《》\"']++"),
    (None, ""),
)
"""Addresses, whole from their first letter on; an h that begins none is passed over."""
_HAN_START: Final = _START.format(HAN).replace(",，、", ",，")
_HEADING_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.MARKER,
        f"{_HAN_START}[一二三四五六七八九十]{{0,2}}(?=、(?![一二三四五六七八九十][个项次天年月日件家户批季]))",
    ),
)
"""The numbers of headings (三、), where no date could be meant (三、四季度)."""
_CLASS_RULES: Final[tuple[Rule, ...]] = (
    (Kind.ORDINAL, f"(?<![分共历经][一二三四五六])(?<=[一二三四五六])期(?={_STAGES})"),
    (Kind.ORDINAL, "(?<=[一二三四五])类(?=地区|区域|疫苗|医疗器械|水质|水体|水域|费用|标准)"),
    (Kind.LEXICAL, "(?<=[一二三四])级(?=英模|警|主任|巡视|调研|建造|教师|演员|运动员|市场)"),
)
HAN_RULES: Final[tuple[Rule, ...]] = (
    (
        PER,
        f"(?![千百]?[瓦克米卡升伏焦帕赫])(?:(?<=每[百千万亿])[万亿]?|(?<=每十)(?:万|(?=户|人(?![次均])))){_PER_BASE}(?!分之)(?![一二三四五六七八九])",
    ),
    (
        SCALE,
        "(?<=单位:[十百千万亿])[万亿]?(?:[㐀-鿿]{0,4}?(?:元|人次|人|吨|平方米|千瓦时|户|件|亩|公顷|次|个|台|美元))?",
    ),
    (
        Kind.MARKER,
        f"{_START.format(HAN).replace(',，、', ',，')}[一二三四五六七八九十]{{0,2}}(?=、(?![一二三四五六七八九][个项次天年月件家户批]))",
    ),
    (Kind.MARKER, f"(?<=\\({HAN})[一二三四五六七八九十]{{0,2}}(?=\\))"),
    (Kind.MARKER, f"{_START.format(HAN)}(?=是(?!否|个|一))"),
    (Kind.ORDINAL, "(?:(?<=[一二三四五特])|(?<=[一二三四五特]))等(?=奖|功)奖?"),
    (Kind.ORDINAL, "(?<=[一二三四])代(?=身份证|社保卡|市民卡|证)"),
    (
        Kind.ORDINAL,
        f"(?:(?<=十)[一二三四五六七八九]|(?<=二)十)?届(?=全国|省|市|县|区|人大|政协|党|中央|[一二三四五六七]中|{_HAN_SMALL}次{_SESSION})",
    ),
    (Kind.ORDINAL, "(?<=[一二三四五六七八九])(?:、[一二三四五六七八九])?年级"),
    (
        Kind.IDENTIFIER,
        "(?:(?<=[一二三四五六七八九十])|(?<=[二三四五六七八九十])十)[一二三四五六七八九十]{0,2}楼(?![宇房盘市])",
    ),
    (
        Kind.LEXICAL,
        "(?:(?<=[统唯单专逐同另某这那任哪之归其合不]一))(?![百千万亿十])(?:[个项条种件次套类家名位](?![以之]))?",
    ),
    (
        Kind.LEXICAL,
        "(?<=一)(?![半百千万亿十二三四五六七八九点])[㐀-鿿]一(?![百千万亿十])[㐀-鿿]|(?<=一)点一[策档案码图册方]",
    ),
    (
        Kind.LEXICAL,
        "(?<=[百千万亿])(?=姓|货|般|科)|(?<=[一两])个(?:周|星期)[一二三四五六日](?![个次场份起项件例批条家人名轮趟遍回])",
    ),
)
_CLASSIFIER: Final = (
    "(?:阶段|梯队|方阵|产业|年度|学期|条线|个|届|次|批|期|轮|步|年|天|代|套|档|组|级|站|类|种|层"
    "|卷|册|集|版|辑|部|场|名|回|日|周|节|项|件|家|张|遍|所|份|人|线|季)"
)
_LISTED: Final = (
    "(?:[0-9]++(?:[、和及与或至到—–~-]第?[0-9]{1,4}){1,20}+"
    "|[一二三四五六七八九十]++(?:[、和及与或至到]第?[一二三四五六七八九十]{1,3}){1,20}+)"
)
"""Several numbers that share 第 and what they number (第1、3、5天)."""
_SHARED: Final = (
    "(?:标段|赛段|小[学组队时]|中学|会场|医院|[大支]队|[师幅门排间座台针剂胎孩程关阵行列页课讲篇段村区环]"
    "|产业|大(?=[㐀-鿿])|(?=两[个种类项批次]))"
)
"""What such a list can number beside classifiers."""
_NUMERALS: Final = "[ ]?[0-9〇零一二三四五六七八九十百千]++"
_ROOMS: Final = "(?:会议[室厅]|接待室|会客[室厅]|宴会厅|报告厅|展厅|教室|候车室|调解室|询问室)"
_SUBPART: Final = "(?:[.-][0-9]{1,3}){0,3}[A-Z]{0,3}(?:\\([0-9A-Za-z]{1,4}\\)){0,3}"
ORDINAL_RULES: Final[tuple[Rule, ...]] = (
    (Kind.DATE, ORDINAL_DATES),
    (Kind.MARKER, f"{_LISTED}(?:条(?!线)|款|章|编|部分|目(?!标))"),
    (Kind.IDENTIFIER, f"(?:{_LISTED}|{_NUMERALS}[ ]?){_ROOMS}|{_LISTED}(?:页|号(?!召)|栋|幢)"),
    (
        Kind.MARKER,
        f"[ ]?[0-9〇零一二三四五六七八九十百千]++{_SUBPART}[ ]?(?:条|款|章|编|部分|目(?!标))(?:之[一二三四五六七八九十])?",
    ),
    (Kind.MARKER, "(?<=[条款]第)[ ]?[0-9〇零一二三四五六七八九十百]++[ ]?项"),
    (Kind.IDENTIFIER, "[ ]?[0-9〇零一二三四五六七八九十百千]++[ ]?(?:页|号(?!召))"),
    (
        RANK,
        "[ ]?[0-9〇零一二三四五六七八九十百千万]++[ ]?(?:名|位)(?![㐀-鿿])|[ ]?[0-9〇零一二三四五六七八九十百千万]++[ ]?位",
    ),
    (RANK, "[ ]?[0-9〇零一二三四五六七八九十百千万]++名(?=[的得为是获，。；、和与及至升跃跌降滑进退])"),
    (
        Kind.ORDINAL,
        "(?:[0-9]++(?:、[0-9]{1,3}(?![0-9])){1,9}+|[一二三四五六七八九十]++(?:、[一二三四五六七八九十]{1,3}){1,9}+)[名位]",
    ),
    (
        Kind.ORDINAL,
        f"{_LISTED}(?:{_CLASSIFIER}|{_SHARED})|[ ]?[0-9〇零一二三四五六七八九十百千万两几]++[ ]?{_CLASSIFIER}",
    ),
    (NUMBERED, "[ ]?[0-9〇零一二三四五六七八九十百千万两几]++"),
)
_SERIES_RULES: Final[tuple[Rule, ...]] = (
    (Kind.ORDINAL, f"[一二三四五六七八九十]{{0,2}}次(?={_SESSION}){_IN_TERM}"),
    (Kind.LEXICAL, f"[一二三四五六七八九十]{{0,2}}连[{_STREAKS}]"),
)
_NO_DAY: Final = "(?![二三四五六七八九十百千万个家人次项件天年月节课场小点趟回例期批户名份种元吨米公])"
_WEEKDAYS: Final = (
    f"(?:(?<=周[一二三四五六])|(?<=星期[一二三四五六]))(?<![一两]周.)(?:[、至到—–-][一二三四五六日]{_NO_DAY}){{1,5}}"
    "|(?<=[周期]六)(?<![一两]周六)日(?![元均本])"
)
_COUNTED: Final = "[个件项条人次份批趟遍回种类]"
_SET_UP: Final = "(?:机制|体系|清单|平台|目录|中心|系统|指标|环节|部门|项目|工程|领域|方面|阶段|步骤|问题|事项|主线|转变|任务|举措|措施)"
_UNQUOTE: Final = '[”」』’"]'
_MEASURES: Final = (
    "[家户名位起例宗十百千万亿零半几多大余点成倍折番元角块分天日年月周刻时秒季米里厘毫亩顷吨斤克升瓦度岁届期楼号至到或—-]"
    "|小时|星期|世纪|公[里斤顷分升]|平[方米]|立方|[美港欧日]元|工作日|个(?:月|小时|工作|季|星期|多|半|百分|亿|万|年|自然)"
)
_QUOTED: Final = (
    f"[一二三四五六七八九十]{{0,2}}+(?!{_COUNTED}(?:{_UNQUOTE}|[以之]?[内外上下]|左右|[多余及或])"
    f"|[个种项张类条]{_SET_UP}{_UNQUOTE}|{_MEASURES})[㐀-鿿]{{1,7}}+(?={_UNQUOTE})"
)
"""A short phrase that is quoted whole, of a number and what it counts, is a name (“四种形态”) unless it measures (“三天内”)."""
HALF_RULES: Final[tuple[Rule, ...]] = (
    (Kind.DATE, HALF_DATES),
    (Kind.LEXICAL, "(?<=[大多前后对各参]半)(?![个年天小月数])"),
)
ZERO_RULES: Final[tuple[Rule, ...]] = (
    (None, "(?<=[年月天日周时钟分]零)(?=[一二三四五六七八九十两])"),
    (Kind.DATE, ZERO_DATES),
    (Kind.LEXICAL, "点(?![0-9〇零一二三四五六七八九])"),
    (
        Kind.LEXICAL,
        "(?!下[0-9一二三四五六七八九十]|点[一二三四五六七八九零〇]|[个例宗](?!人)|次(?!跑|腿)|[一二三四五六七八九十])",
    ),
)
FORMAL_RULES: Final[tuple[Rule, ...]] = (
    (Kind.LEXICAL, "(?<=参[拾佰仟])[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]*+元?"),
    (
        None,
        "(?<=[壹贰叁肆伍陆柒捌玖])(?![拾佰仟万亿元圆角整点十百千零又分])|(?<=收拾)|(?<=[拾佰仟])(?![壹贰叁肆伍陆柒捌玖拾佰仟零万亿元圆角个份户名一二三四五六七八九])",
    ),
)
LOOSE_RULES: Final[tuple[Rule, ...]] = (
    (None, "(?<=几)(?:乎|何|率|内亚|经|分(?!之|钟))|(?<=[茶无]几)"),
    (
        None,
        "(?<=数)(?![十百千万亿][㐀-鿿]|[年月日天周个位名家次项倍])|(?<=[人总次户件系指分基天倍多少参函度岁半代票字负整复实点款吨]数)(?![十百千万亿]{1,2}[个家名人件项])",
    ),
    (None, "(?<=翻)(?!了?(?:将近|接近|近|约|超过?|逾|不到)?[0-9一二三四五六七八九两十几数]*[番倍])"),
)
_MARKS: Final = "年月日号时点:/\\-—–―~〜至到学季世卷届级"
_DATE_ENDS: Final = "(?=[\\s，。；、)》”」』/]|[两三四五六七八九]年|\\Z)"
"""What stands behind a date of digits alone (20180619) or a year alone."""
Gated = tuple[str, str, tuple[Rule, ...]]
ITEMS: Final[tuple[Gated, ...]] = ((DIGIT, "(?=[0-9]?[.、)](?![0-9]))", _ITEM_RULES),)
"""What is tried before names and plain figures, none of which goes on so: the numbers of list items."""
EARLY: Final[tuple[Gated, ...]] = (
    (HAN, '(?<=[“「『‘"][一二三四五六七八九十两])', ((Kind.NAME, _QUOTED),)),
    (HAN, "(?=[一二三四五六七八九十]{0,2}[次连])", _SERIES_RULES),
    (HAN, "(?=[期类级])", _CLASS_RULES),
    (HAN, "(?=[一二三四五六七八九十]{0,2}、)", _HEADING_RULES),
)
"""What is tried before plain figures, behind names: numerals that would be plain figures but for what stands around them."""
RULES: Final[tuple[Gated, ...]] = (
    (HAN, "(?=[〇○零一二三四五六七八九十百千廿、至到年月日号时点季大世 \\n-])", ((Kind.DATE, HAN_DATES),)),
    (HAN, "(?<=初.)", ((Kind.DATE, FIRST_DAYS),)),
    (HAN, "(?<=[前上翌次]一)", ((Kind.DATE, NEXT_DAYS),)),
    (HAN, "(?<=[周期].)", ((Kind.LEXICAL, _WEEKDAYS),)),
    (HAN, "", HAN_RULES),
    (
        DIGIT,
        f"(?<=[0-9A-Za-z\\-/_. 〔\\[(【﹝第:]{DIGIT})(?:(?<![ :第]{DIGIT})|(?<=[A-Za-z)字][ :第]{DIGIT}))",
        _CODE_RULES,
    ),
    (DIGIT, f"(?<=[a-zA-Z][ ·]{DIGIT})", _MODEL_RULES),
    (DIGIT, "(?=[0-9]*+(?:[A-Za-z]++[0-9]|[.][A-Za-z]))", _FILE_RULES),
    (DIGIT, "(?<=[014])(?=[0-9]{2}|00)", _PHONE_RULES),
    (
        DIGIT,
        f"(?=[0-9]{{0,7}}+[ \\n]?(?:[{_MARKS}]|[0-9]{{1,2}}[ \\n]?[月日])|[0-9]{{3}}[.]|[0-9]{{3,7}}+{_DATE_ENDS}|[0-3][0-9][、及和与]1)",
        ((Kind.DATE, DIGIT_DATES), (Kind.IDENTIFIER, "[0-9]{0,4}点[0-9]++[万亿]?(?!分)")),
    ),
    (DIGIT, "(?=[0-9]*+[后×xX*+·.”」』\"’'])", _NAME_RULES),
    (DIGIT, f"(?<![^\\n\\t 　。；;:>》」』”,，、(]{DIGIT})(?=[0-9]?[. 　\\t])", _MARKER_RULES),
    (
        DIGIT,
        f"(?<=[件表录图栏号例标码话线真打电编口机位、: ]{DIGIT})(?:(?<![: ]{DIGIT})|(?<=[号码话线真编][: ]{DIGIT}))",
        _NOUN_RULES,
    ),
    (DIGIT, "(?<=[号为目转].)", _TAIL_RULES),
    (DIGIT, "(?=[0-9]*+(?:[国省县乡路次部线号幢栋楼室弄单连.)\\-]|[ ]号))", _NUMBER_RULES),
    (DIGIT, "(?:(?<=0)|(?<=:1)|(?<=每[0-9])|(?=[0-9]{6}))", _LONG_RULES),
    ("第", "", ORDINAL_RULES),
    ("半", "", HALF_RULES),
    ("零", "", ZERO_RULES),
    ("[几数翻]", "", LOOSE_RULES),
    (FORMAL, "", FORMAL_RULES),
    ("h", "", URL_RULES),
)
"""By the first character: what must hold before any of them is tried, and the rules that can hold behind it."""

TRIGGERS: Final = "0-9〇○零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟几数翻第½¼¾⅓⅔h"
"""Every character (folded) at which the scan stops."""

NUMERAL: Final = "〇○零一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟几"
"""The characters besides digits that a numeral which is none (12,34 or 1.2.3 or 三六) may go on with."""
