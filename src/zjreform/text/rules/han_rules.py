"""What a Chinese numeral is when it is no quantity, and what letters around numerals are: ordinals, markers, lexical words.

Every rule stands behind the first character, which the scan has consumed, and may look back at what stands before it. A rule with the tag
``None`` passes over letters that are no numeral here (数据, 几乎, 翻译).
"""

from typing import Final

from zjreform.text.dates.calendar import HALF_DATES, ORDINAL_DATES, ZERO_DATES
from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import HAN, NUMBERED, PER, RANK, SCALE, START, STREAKS, Rule

_PER_BASE: Final = "(?:人口|名|个|户|人|位|平方公里|公里|亩|元|件|吨|家|常住人口)?"

_STAGES: Final = "工程|项目|建设|试点|投资|用地|\\)|改造|扩[建容能]|开发|技改|投产|竣工|厂房|机组|码头|航站|地块|园区"
_HAN_SMALL: Final = "[一二三四五六七八九十]{1,3}"
_SESSION: Final = "(?:全体|全会|会议|常委|党代|代表|职代|人代|会员)"
_BEFORE_SESSION: Final = "[届大协会委]"
_IN_TERM: Final = "(?:{})".format(
    "|".join(f"(?<=届{'.' * gap}{_BEFORE_SESSION}{here}次)" for here in (".", "..", "...") for gap in range(9))
    + "".join(f"|(?<=届{here}次)" for here in (".", "..", "..."))
)
"""Behind a number with 次: it stands behind 届 and the body whose session it numbers (五届人大三次会议)."""


def _heading(follows: str) -> str:
    """Return the number of a heading (三、) behind which no numeral of these goes on a list."""
    start = START.format(HAN).replace(",，、", ",，")
    return f"{start}[一二三四五六七八九十]{{0,2}}(?=、(?!{follows}))"


HEADING_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.MARKER,
        _heading("[一二三四五六七八九十][个项次天年月日件家户批季]"),
    ),
)
"""The numbers of headings (三、) that no date could go on from (三、四季度), tried before dates; the others are tried behind them."""
CLASS_RULES: Final[tuple[Rule, ...]] = (
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
        _heading("[一二三四五六七八九][个项次天年月件家户批]"),
    ),
    (Kind.MARKER, f"(?<=\\({HAN})[一二三四五六七八九十]{{0,2}}(?=\\))"),
    (Kind.MARKER, f"{START.format(HAN)}(?=是(?!否|个|一))"),
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
SERIES_RULES: Final[tuple[Rule, ...]] = (
    (Kind.ORDINAL, f"[一二三四五六七八九十]{{0,2}}次(?={_SESSION}){_IN_TERM}"),
    (Kind.LEXICAL, f"[一二三四五六七八九十]{{0,2}}连[{STREAKS}]"),
)
_NO_DAY: Final = "(?![二三四五六七八九十百千万个家人次项件天年月节课场小点趟回例期批户名份种元吨米公])"
WEEKDAYS: Final = (
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
QUOTED: Final = (
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
        "(?![上下][0-9一二三四五六七八九十]|点[一二三四五六七八九零〇]|[个例宗](?!人)|次(?!跑|腿)|[一二三四五六七八九十])",
    ),
)
_FORMAL: Final = "[零壹贰叁参肆伍陆柒捌玖拾佰]"
_FORMAL_DATES: Final = "|".join((
    f"{_FORMAL}{{0,5}}年{_FORMAL}{{1,4}}月{_FORMAL}{{1,4}}日",
    f"(?<=[壹贰])[零〇壹贰叁参肆伍陆柒捌玖]{{3}}年(?:{_FORMAL}{{1,4}}月(?:{_FORMAL}{{1,4}}日)?)?",
    f"{_FORMAL}{{0,3}}月{_FORMAL}{{1,4}}日",
))  # fmt: skip
PART_RULES: Final[tuple[Rule, ...]] = (
    (Kind.DATE, f"月{_FORMAL}{{1,4}}日"),
    (
        None,
        f"(?![拾佰仟元圆角]|[万亿](?={_FORMAL}|[元圆余])|个月|小时|分之|[壹贰肆伍陆柒捌玖][拾佰仟]|(?<=[刑役缓押限期算満满逾]参)[年月日])",
    ),
)
"""参 is a formal three before what it counts (參拾萬元, 緩刑參年), and else begins or ends words (参加, 人参年产)."""
FORMAL_RULES: Final[tuple[Rule, ...]] = (
    (
        Kind.DATE,
        _FORMAL_DATES,
    ),
    (
        None,
        "(?<=[壹贰叁肆伍陆柒捌玖])(?![拾佰仟万亿元圆角整点十百千零又分年月日天周岁]|个月|小时|工作日)|(?<=收拾)|(?<=[拾佰仟])(?![壹贰叁肆伍陆柒捌玖拾佰仟零万亿元圆角个份户名一二三四五六七八九])",
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
