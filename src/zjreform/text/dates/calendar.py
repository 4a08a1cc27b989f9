"""Dates in running text: the patterns that find them.

Patterns are folded and stand behind the first character of a date, which the scan has consumed (see ``scan``); what stands before it is
looked back at. The parts of a date may be written in either kind of digits (十月1日). What a date says is read by ``edtf``.
"""

from typing import Final

from zjreform.text.dates.clocks import DIGIT_CLOCKS, HAN_CLOCKS, ZERO_CLOCKS

_G: Final = "[ \\n]?+"
_TO: Final = f"{_G}(?:[-—–―~〜至到]|——){_G}"
"""Joins two ends."""
_HAN_DIGIT: Final = "[〇○零一二三四五六七八九]"
"""A Chinese digit of a year."""
_COUNT: Final = "[一二三四五六七八九十]"
"""A Chinese digit or ten."""
_M: Final = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
"""A month."""
_D: Final = "(?:3[01]|[12][0-9]|0?[1-9]|[一二三四五六七八九十廿卅]{1,3})"
"""A day."""
_MONTH_HERE: Final = "(?:(?<=1)[0-2]|(?<=[1-9])|(?<=0)[1-9])"
_DAY_HERE: Final = "(?:(?<=[12])[0-9]|(?<=3)[01]|(?<=0)[1-9]|(?<=[1-9]))"
_ANY_YEAR: Final = f"(?:[12][0-9]{{3}}|[一二]{_HAN_DIGIT}{{3}})"
"""A year of four digits."""
_WHOLE_YEAR: Final = "(?:19|20)[0-9][0-9]"
_NO_TERM: Final = "(?!内|之内|以内)"
"""Behind a day that is no term (3日内)."""

_DAY: Final = f"{_G}{_D}(?:(?:{_TO}|[、和]){_D}){{0,31}}+{_G}[日号]"
"""A day of a month, perhaps several."""
_DAYS: Final = f"{_DAY}(?:(?:{_TO}|[、和及])(?:{_M}{_G}月)?{_G}{_D}{_G}[日号]{_NO_TERM})*+"
"""A day and those that go on behind it (1日至5日, 1日、2日, 19到20日)."""
_NEXT_QUARTERS: Final = f"(?:(?:{_TO}|[、和与及])第?[一二三四1-4]){{0,3}}"
"""Quarters that share 季度."""
_QUARTER: Final = (
    f"(?:第?[一二三四1-4]{_NEXT_QUARTERS}季度|第[一二三四1-4]{_NEXT_QUARTERS}季|前[一二三四两1-4]个?季度?)"
)
"""A quarter of a year."""
_PART: Final = f"(?:度|底|末|初|[上下]半年度?|{_QUARTER})"
"""A part of a year."""
_MONTH_PART: Final = "(?:底|初|末|中旬|上旬|下旬|中(?=[，,。；、]))"
"""A part of a month."""
_LUNAR_DAY: Final = f"(?:廿|[二三]?十){_COUNT}?(?=[，。；、的前后夜]|中秋|\\Z)"
"""A day of a lunar month."""
_OF_MONTH: Final = f"(?:份|{_DAYS}|{_LUNAR_DAY}|{_MONTH_PART})?"
"""What goes on behind a month."""
_TAIL: Final = f"(?:{_G}{_M}{_G}月{_OF_MONTH}|{_PART})?"
"""What goes on behind a year."""

_LASTS: Final = (
    "(?<!历时{0})(?<!耗时{0})(?<!为期{0})(?<!费时{0})(?<!徒刑{0})(?<!刑期{0})(?<!拘役{0})(?<!缓刑{0})(?<!羁押{0})(?<!工龄{0})"
    "(?<![满达仅需超约近足]{0})(?<!不到{0})"
)
"""What must not stand before a month: a duration does."""

_MONTH: Final = (
    f"(?=[0-9]?{_G}月)(?:(?=[0-9]?月[0-9]{{1,2}}日)|{_LASTS.format('[0-9]')}){_MONTH_HERE}"
    f"{_G}月(?:份|{_DAYS}|{_TO}{_M}{_G}月(?:{_DAY})?|{_MONTH_PART})?"
)
"""A month behind its first digit."""
_LIMITS: Final = (
    "(?!内|之内|以[内上下后前]|左右|前|后|起[内的]|历|的?期限|为[限期]|时间|以|通|[压缩减降延增提]|调整|变为|改为)"
)
"""What must not stand behind a day alone, which would be a limit."""
_NUMBERED: Final = "(?:日|号(?=[，。；,;)\\s至到—前后起]|上午|下午|中午|晚|早|凌晨|召开|举行|开始|\\Z))"
"""日, or 号 where no noun follows that it numbers (2号线, 10号楼)."""
_TOLD: Final = "(?:说|表示|宣布|指出|强调|会见|会谈|签署|透露|获悉|证实|主持(?!人)|出席)"
"""What somebody does on a day, of which the name stands before it."""
_TRADED: Final = "(?:下跌|上涨|收[盘涨跌报于]|大[涨跌]|走[高低]|休市|开盘)"
"""What a price does on a day."""
_GATHERED: Final = f"(?:召开|举行|{_TRADED}|印发|上午|下午|凌晨|晚间|晚上|电讯?[,，]|{_TOLD}|在[㐀-鿿]{{2,8}}?{_TOLD})"
"""What happens on a day, behind it."""
_AGAINST: Final = "[少低多高大小短长早晚迟优快慢等限]"
"""Characters of comparisons before 于."""
_NAMED_DAY: Final = (
    "(?:(?<=\\A[0-9])|(?<=[，。；：（(\\n\\t 　当本][0-9])|(?<=[截从自在][0-9])|(?<=[日月]至[0-9])|(?<=截[至止][0-9])"
    f"|(?<=于[0-9])(?<!{_AGAINST}于[0-9])|(?<=元月[0-9]))"
)
"""What stands before a day alone."""
_WHO: Final = "[台者席人方团会府关院局部委厅社京报网司队长理官员民统国省市县区州港家军警表察议部裁相臣使]"
"""Last characters of who does something on a day."""
_SAYS: Final = (
    "(?:从|说|电|在|签署|将|抵达|通报|表示|宣布|发布|报道|讯|透露|介绍|指出|强调|会见|会谈|访问|出席|主持|前往|启程|赴|发表|批准|公布|开幕|闭幕|启动|开庭"
    "|获悉|对|向|就|与|和|晚|凌晨|清晨|夜|深夜|证实|警告|呼吁|称|接受|通过|举行|召开|下令|公告|回应|打捞|查获|抓获|逮捕|传|到|共|预报|播出|预计)"
)
"""What is said or done on a day whose month goes without saying (记者6日从省政府获悉)."""
_LASTED: Final = (
    "[前满每少足过期隔超约近达后经多第提共用于续连留停休候待计假延迟至到为短长缩限示罚押刑养训个需要在这那头整几仅只才了快慢均等时起以逾历最度牌业年月周"
    "一二三四五六七八九十百千万两零0-9]"
)
"""Characters before a number of days that something lasts, or within which it is done."""
_DONE: Final = (
    "(?:晚(?!于)|早(?![于已])|[上下中]午|[凌清早]晨|傍晚|白天|深?夜|当地时间|在(?!内)|向|对|再[次度]|也|又|还|将|被|分别|正式|决定|发[表布出射起]"
    "|宣[布告誓]|举行|召开|进行|结束|开[始幕]|闭幕|指责|重申|敦促|呼吁|反对|致[电信函]|抵|来到|离开|会[见晤谈]|拜会|推选|选出|当选|判处|审议|急[挫跌升]|下[跌挫]"
    f"|上[涨扬升]|创出|按照|汇总|持续(?![一二三四五六七八九十0-9])|启程|任命|讲话|乘|赴|两度|{_TOLD}|{_TRADED})"
)
"""What somebody does, or when in it, on a day that is said behind a name."""
_SEVERAL: Final = f"(?:(?:{_TO}|[、和及]){_D}日){{0,3}}"
"""More days, or the one up to which it goes on."""
_DAY_ALONE: Final = "|".join((
    f"{_NAMED_DAY}{_DAY_HERE}{_NUMBERED}{_LIMITS}(?:{_TO}{_D}[日号])?",
    f"(?<=[每本当上下次]月[0-9]){_DAY_HERE}[日号]{_NO_TERM}(?:(?:{_TO}|[、和]){_D}[日号]{_NO_TERM}){{0,31}}+|{_DAY_HERE}日(?=[0-9]{{1,2}}[时点:])",
    f"(?=[0-9]?日{_SAYS})(?<={_WHO}[0-9])(?<![一二三四五六七八九十0-9][家台人][0-9]){_DAY_HERE}日",
    f"(?=[0-9]?日电(?![力网价量商动子脑话视器]))(?<![0-9.,][0-9]){_DAY_HERE}日",
    f"(?=[0-9]?日{_SEVERAL}{_DONE})(?<=[㐀-鿿][0-9])(?<!{_LASTED}[0-9])(?<!整顿[0-9]){_DAY_HERE}日{_SEVERAL}|(?:(?<=[晚午夜间天]到[0-9])|(?<=[晚午]上到[0-9])){_DAY_HERE}日",
    f"(?=[0-9]?日{_GATHERED})(?<![前满每少足过期隔超约近达后经多第提共用于续连][0-9])(?<![0-9.,][0-9]){_DAY_HERE}日",
))  # fmt: skip
"""A day whose month goes without saying."""

_YEARS_OF: Final = "(?<![今达逾][0-9]{4})(?<!历经[0-9]{4})(?<!已有[0-9]{4})(?<!今约[0-9]{4})"
"""What must not stand before a year: an age does."""
_NO_SPAN: Final = f"{_YEARS_OF}(?!年(?:的?历史(?![新最性上遗高低以同])|的?文明|之久))"
"""What must hold between four digits and 年: they are no duration (距今3000年, 2000年历史)."""
_UNTIL: Final = f"(?:{_TO}(?:{_ANY_YEAR}{_G}年{_TAIL}|{_M}{_G}月(?:{_DAY}|{_MONTH_PART})?))?"
"""A second date."""
_OF_YEAR: Final = "|".join((
    f"{_G}{_M}(?:(?:(?:{_TO}|[、和]){_M}){{1,31}}+{_G}月份?|{_G}月{_OF_MONTH}{_UNTIL})",
    f"{_PART}?(?:{_TO}{_ANY_YEAR}{_G}年{_TAIL})?",
))  # fmt: skip
"""What goes on behind 年."""

_OF_YEARS: Final = "|".join((
    f"{_TO}{_WHOLE_YEAR}{_G}(?:年度?|学年度?)?(?![0-9.,万亿])(?!{_G}[号个项件人])",
    f"[-/][0-9]{{2}}{_G}(?:年度|学年度?|财政年度)",
    f"{_G}[至到]{_G}[0-9]{{2}}{_G}(?:年度?|学年度?|财政年度)",
    "[-/](?:0?[1-9]|1[0-2])[-/][0-3]?[0-9](?![0-9])",
    "\\.(?:0?[1-9]|1[0-2])\\.[0-3]?[0-9](?![0-9.])",
    "[-/](?:0[1-9]|1[0-2])(?![-0-9/万亿.])",
    "/[0-9][0-9](?![-0-9/万亿.%])",
    f"\\.(?:0[1-9]|1[0-2])(?![0-9.])(?!{_G}[万亿千百%‰倍元个项件人吨亩平公家户])",
    "\\.[1-9](?![0-9.])(?=[\\s，。；、)]|$)|[卷届级]",
    "学年度?",
    "[1-9][0-9]{0,2}月(?:[0-9]{1,2}日)?",
    f"{_WHOLE_YEAR}年{_PART}?",
    "(?:0[1-9]|1[0-2]|[1-9])(?:0[1-9]|[12][0-9]|3[01])(?![0-9.,])(?=[，。；、)”\\s]|$)",
))  # fmt: skip
"""What goes on behind the first digit of a year and the rest of it."""

ERAS: Final = (
    *("洪武", "永乐", "宣德", "成化", "弘治", "正德", "嘉靖", "隆庆", "万历", "崇祯"),
    *("顺治", "康熙", "雍正", "干隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统", "贞观"),
    *(
        "开皇",
        "大业",
        "武德",
        "永徽",
        "显庆",
        "开元",
        "天宝",
        "贞元",
        "元和",
        "会昌",
        "咸通",
        "干符",
        "光启",
        "天复",
        "天祐",
        "显德",
    ),
    *(
        "建隆",
        "干德",
        "开宝",
        "太平兴国",
        "雍熙",
        "端拱",
        "淳化",
        "大中祥符",
        "干兴",
        "宝元",
        "元符",
        "重和",
        "靖康",
        "隆兴",
        "宋绍兴",
        "宋嘉定",
    ),
    *(
        "干道",
        "庆元",
        "嘉泰",
        "开禧",
        "宝庆",
        "绍定",
        "端平",
        "嘉熙",
        "宝佑",
        "景定",
        "德佑",
        "中统",
        "元贞",
        "皇庆",
        "天历",
    ),
    *(
        "至顺",
        "洪熙",
        "龙朔",
        "麟德",
        "干封",
        "咸亨",
        "仪凤",
        "调露",
        "永淳",
        "垂拱",
        "载初",
        "景龙",
        "干元",
        "大历",
        "长庆",
    ),
    *("宝历", "开成", "建安", "永嘉", "太元", "义熙", "永明", "广德", "建中", "大中", "天福", "开运"),
    *(
        "咸平",
        "天禧",
        "天圣",
        "景祐",
        "庆历",
        "皇祐",
        "嘉祐",
        "治平",
        "熙宁",
        "元丰",
        "元祐",
        "绍圣",
        "崇宁",
        "宣和",
        "建炎",
        "淳熙",
        "绍熙",
    ),
    *(
        "淳祐",
        "咸淳",
        "至元",
        "大德",
        "延祐",
        "至正",
        "建文",
        "景泰",
        "天顺",
        "天启",
        "建武",
        "黄初",
        "太康",
        "元嘉",
        "天监",
    ),
    *("明治", "大正", "昭和", "平成", "令和", "民国"),
)
"""Eras whose years are counted by number, folded (干 is 乾, too); names that are those of places as well (绍兴, 景德) are left out."""
_ERA_ENDS: Final = "".join(sorted({era[-1] for era in ERAS}))


def _in_era(digit: str) -> str:
    """Return what must stand before a numeral so that it counts the years of an era."""
    return f"(?<=[{_ERA_ENDS}]{digit})(?:{'|'.join(f'(?<={era}{digit})' for era in ERAS)})"


_NO_SINCE: Final = "(?![来间内多余级]|以[来上内])"
"""What must not stand behind a year: a duration does."""
_LONG: Final = (
    "(?<![时经达已近逾超约满足需有期共刑校庆第限命龄过了存走务营史每立建用][0-9]{3})(?<!过去[0-9]{3})(?<!未来[0-9]{3})"
    "(?:(?<!0)|(?<=\\A[0-9]{3})|(?<=[，。；：、（(\\n\\t 　于自从至较迄比到及和与计][0-9]{3}))"
)
"""What must not stand before a year of the Republic without its name."""
_NO_AGE: Final = "(?![多余来间内代期前后之了老]|的?历史|的?经验|以[来上下内]|校庆|租|一遇)"
"""What must not stand behind it."""
_REPUBLICAN: Final = "1[0-3][0-9]"
_REPUBLICAN_UNTIL: Final = f"(?:{_TO}(?:{_REPUBLICAN}[ ]?年{_TAIL}|{_M}{_G}月(?:{_DAY})?))?"
"""A second such date."""
_BESIDE: Final = f"(?:{_TO}|[、及和与])"
"""Joins two such years."""
_REPUBLICAN_BARE: Final = "|".join((
    f"[ ]年{_G}{_M}{_G}月{_OF_MONTH}{_REPUBLICAN_UNTIL}",
    f"年(?:度|[底末初](?!期)|(?=修正)|[上下]半年度?|{_QUARTER}|{_G}{_M}{_G}月{_OF_MONTH}){_REPUBLICAN_UNTIL}",
    "学年度?|年之(?=[0-9])",
    f"(?<=[自迄较比于至由从]{_REPUBLICAN})[ ]年(?!度?[的前后来])",
    f"(?<=[自迄较于至]{_REPUBLICAN})年(?:(?=[起调间止]|以[前后来])|(?={_TO}{_REPUBLICAN}年){_REPUBLICAN_UNTIL})",
    f"(?<=[应须将计拟]于{_REPUBLICAN})年(?=前)",
    f"{_LONG}(?:年{_TO}{_REPUBLICAN}年|年|(?:、{_REPUBLICAN}){{0,4}}{_BESIDE}{_REPUBLICAN}年)度?{_NO_AGE}",
    f"{_LONG}(?<!0)(?:年{_TO}|{_BESIDE}){_REPUBLICAN}年度?{_NO_AGE}",
))  # fmt: skip
"""What goes on behind the three digits of such a year."""
_REPUBLICAN_DATES: Final = (
    f"(?<=1)[0-3][0-9](?:{_REPUBLICAN_BARE})"
    "|(?<=[89])[0-9](?:年度(?![计的内])|学年度?(?![以之]?[内后]))"
    f"|(?<=[89])(?=[0-9]年)(?<=[自迄从].)[0-9]年(?={_TO}(?:9[0-9]|{_REPUBLICAN})年)"
)
"""Years of the Republic without its name: 109年至112年, 113年第3季, 較111年, where nothing tells of an age or a duration."""

_SHORT_YEARS: Final = "|".join((
    f"(?<=0)[0-9]{_G}年{_TAIL}",
    f"{_LASTS.format('[0-9]')}[0-9]年{_G}{_M}{_G}月{_OF_MONTH}(?:{_TO}[0-9]{{2}}年{_M}月{_OF_MONTH})?",
    f"(?<=[’‘'][0-9])[0-9]年{_TAIL}|(?<=[89])[0-9]年{_TO}(?:9[0-9]|1[0-2][0-9])年(?=[间度底])",
    "[0-9]年(?:[底末初](?!期)|(?=起[，。、施执实]))|(?<=9)8年(?=特大|洪|抗洪)",
))  # fmt: skip
"""Years of two digits."""
_YEARS: Final = (
    f"(?:(?<=1)[0-9]|(?<=2)[01])[0-9][0-9](?={_G}年){_NO_SPAN}"
    f"(?:(?<=19[0-9][0-9])|(?<=20[0-9][0-9])|(?:(?<!00)|(?!年前(?!后)))(?={_G}年{_NO_SINCE})){_G}年(?:{_OF_YEAR})"
)
"""Behind the first digit of a year of four digits with 年."""
DIGIT_DATES: Final = "|".join((
    _YEARS,
    f"(?:(?<=1)9|(?<=2)0)[0-9][0-9](?:{_OF_YEARS})",
    f"(?=[0-9]{{0,3}}年)(?:(?:(?<=元前[0-9])|(?<=[公西]元[0-9]))[0-9]{{0,3}}年|{_in_era('[0-9]')}[0-9]{{0,2}}年{_NO_SINCE}{_TAIL})",
    _REPUBLICAN_DATES,
    f"{_MONTH_HERE}{_TO}(?:1[0-2]|[1-9]){_G}月份?(?!{_DAY})",
    f"(?=[0-9]{_G}年)(?:{_SHORT_YEARS})",
    _MONTH,
    f"(?=[0-9]?[日号])(?:{_DAY_ALONE})",
    f"(?=[0-9]?(?:[:时点]|{_TO}))(?:{DIGIT_CLOCKS})",
    "(?:(?<=年\\([1-9])|(?<=元年\\([1-9]))[0-9]{2,3}年?(?=\\))|(?<=\\([1-9])[0-9]{2}年(?=\\))",
    "(?:(?<=\\A[2-9])|(?<=[。；，\\n][2-9]))[0-9]{2}年(?=，|[始]?[设置改迁析][州郡县府国都治城])",
    "(?:(?<=[㐀-鿿]\\(1)|(?<=[㐀-鿿]\\(约1))(?<![间价量数额值度比约计共为费本资款\\]]\\([12])[0-9]{3}年?[-－—–~至]+(?:1[0-9]{3}|20[0-2][0-9])年?(?=\\)(?![元万亿人户个件家项%]))",
    "(?:(?<=[国代朝帝王][(][1-9])|(?<=[国代朝帝王][(]约[1-9]))[0-9]{2}年?[-—–~至]+[1-9][0-9]{2,3}年?(?=\\))",
    "(?<=元前[0-9])[0-9]{0,3}[-—–~至]+前?[0-9]{1,4}年?",
    f"(?<=前[0-9])(?<![之以从此日月年]前[0-9])[0-9]{{2}}年{_NO_SINCE}",
    "0年代|(?:(?<=1)[0-9]|(?<=2)[01]|(?<=[公西]元[0-9])|(?<=元前[0-9]))世纪",
    f"(?<=[1-4])(?:{_TO}第?[1-4])?季度",
    "(?:(?<=1)9|(?<=2)0)[0-9][0-9](?![0-9.,]|[ \\n]?[千万亿多余几来])(?=[\\s）)》」”』、/]|[两三四五六七八九]年|$)",
))  # fmt: skip
"""Alternatives behind a digit."""

BRACKETED: Final = f"(?<=[今昨明本去次前]\\([0-9])[0-9]{{0,2}}\\)(?:年{_TAIL}|月(?:{_DAY})?|日)"
"""Behind the digit of a date whose number stands in brackets: 今（28）日, 本（113）年6月."""

_HAN_MONTH: Final = (
    f"(?={_COUNT}{{0,2}}{_G}月){_LASTS.format(_COUNT)}(?<={_COUNT})(?<!个.){_COUNT}{{0,2}}{_G}月"
    f"(?:份|{_DAYS}|{_TO}{_M}{_G}月(?:{_DAY})?|初{_COUNT}(?![批个次项届期类种家名件场])"
    f"|{_LUNAR_DAY}|{_MONTH_PART})?(?!饼|球|亮|子|嫂|薪|租)"
)
"""A month in Chinese numerals."""
_SPELT_YEARS: Final = "|".join((
    f"(?<=[两二])千(?:零(?:[一二三四五六七八九]|[一二]?十[一二三四五六七八九]?)年{_NO_SINCE}(?!的?历史){_TAIL}|年{_G}{_M}{_G}月{_OF_MONTH})",
    f"{_in_era('[一二三四五六七八九十廿卅]')}[一二三四五六七八九十百零〇]*+年{_NO_SINCE}{_TAIL}",
    f"(?<=民国百)[一二三四五六七八九十零〇]*+年{_TAIL}",
    "(?:(?<=九)[〇○零一二三四五六七八]|(?<=八)[〇○零一二三四五六七])年(?![来间内多])",
    f"{_COUNT}{{0,2}}年(?=[正腊闰]月)|{_HAN_DIGIT}{{2}}年{_M}月{_OF_MONTH}",
))  # fmt: skip
"""Years in words."""
HAN_DATES: Final = "|".join((
    f"(?<=[一二]){_HAN_DIGIT}{{3}}(?:{_G}年(?:{_OF_YEAR})|(?:{_TO}|/){_HAN_DIGIT}{{2}}年度|/{_HAN_DIGIT}{{2}}(?={_TO}[一二]))",
    "(?<=[一二])[九〇○零][一二三四五六七八九〇○零]{2}(?![一二三四五六七八九〇○零十百千万亿])",
    f"(?=[〇○零一二三四五六七八九十百千]{{0,8}}+年)(?:{_SPELT_YEARS})",
    f"(?<=[农阴]历{_COUNT}){_COUNT}{{0,2}}月(?:初{_COUNT}|[一二三四五六七八九十廿]{{1,3}})?日?",
    "(?<=[正腊冬]月[一二三四五六七八九十廿])[一二三四五六七八九十]{0,2}+(?![个件项家人])|(?<=大年三)十",
    _HAN_MONTH,
    "(?<![提以之目当]前一)(?<=[前后上翌次]一)年(?!级|多|半|来)",
    f"(?<=[初月]{_COUNT})(?<!个月.){_COUNT}{{0,2}}[日号]{_NO_TERM}",
    f"(?=(?:[一二三]?十)?[一二三四五六七八九]?日{_DONE}|[二三]?十日{_DONE})(?<=[㐀-鿿]{_COUNT})(?<!{_LASTED}{_COUNT})(?<!整顿{_COUNT}){_COUNT}{{0,2}}日",
    f"(?:(?<=大年初{_COUNT})|(?<=[，。、至从到（]初{_COUNT})|(?<=\\A初{_COUNT}))(?![一二三四五六七八九十个家名项人件])",
    f"(?:(?<=截至{_COUNT})|(?<=于{_COUNT})(?<!{_AGAINST}于.)){_COUNT}{{0,2}}日{_LIMITS}",
    "(?:(?<=[一二三四])|(?<=第[一二三四]))(?:[、至到][一二三四])?季度",
    "(?<=十)[一二三四五六]五(?![十百千万亿年个项次天日名家人月件周分成倍折余多])(?:规划|计划|时期|期间)?",
    "(?<=[一二三四五六七八九])[二三四五六七八九]?十年代|(?<=十)[六七八九]世纪|(?<=二)十一?世纪",
    f"(?={_COUNT}{{0,2}}(?:[点时]|{_TO}))(?:{HAN_CLOCKS})",
))  # fmt: skip
"""Alternatives behind a Chinese digit."""

FIRST_DAYS: Final = f"(?<=[大新]年初{_COUNT})|(?<=[正腊冬]月初{_COUNT})"
"""The same for days counted by 初 (大年初一), behind 初 and a digit."""
NEXT_DAYS: Final = (
    "(?:(?<=\\A[前上翌次]一)|(?<=[，。；：、（(\\n\\t 　“比较与在于由自到至按照][前上翌次]一))"
    "(?:个?交易[日周]|个?工作日|[日天周])(?![之以]?[内后前间]|多|半|来)"
)
"""The same behind 前一, 上一, 次一 and 翌一 where a clause or a comparison begins (较前一交易日), not 开庭前一日 or 网上一天."""
ZERO_DATES: Final = f"[一二三四五六七八九]年{_TAIL}|{ZERO_CLOCKS}"
"""Alternatives behind 零."""
HALF_DATES: Final = "(?<=[上下]半)年度?|(?<=前半)(?<![提以之]前半)年|(?<=半)年(?:度|报)"
"""Alternatives behind 半."""
ORDINAL_DATES: Final = f"[一二三四1-4]{_NEXT_QUARTERS}季度?(?!节)"
"""Behind 第."""

OPENINGS: Final = (
    *("公元前", "西元前", "公元", "西元", *ERAS, "大年初", "新年初", "大年"),
    *(f"{month}月{first}" for month in "正腊冬" for first in ("初", "")),
    *("农历", "阴历", *(f"{word}(" for word in "今昨明本去次前")),
)
"""Words before the numeral of a date that belong to it, the longest first."""
