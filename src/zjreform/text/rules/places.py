"""Numerals in names of places, and years before them: 五台山, 五家站镇, 2018台州峰会, 301、302省道, 7楼."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import DIGIT, HAN, Rule

_NAME, _DATE, _IDENTIFIER = Kind.NAME, Kind.DATE, Kind.IDENTIFIER
_BY_CLASSIFIER: Final = (
    "台[州北中南湾东山江]|张家[口界港川]|张掖|张店|天[津台水长门河峻祝镇]|米[兰脂]|元[谋氏阳江]|个旧|坪山|名古屋|处州|户县|户部寨|里[斯约海]|周[口至村]"
    "|吨托|克拉玛依|克山|步云|枚乘|份额|家乡|对马"
)
"""Places whose first letter is a classifier or a unit."""
_NUMBERED: Final = {
    "一": "面坡",
    "二": "道(?:区|江|白河)|连浩特|龙山",
    "三": (
        "门(?:峡|县|核电|湾|石化)|台县|元(?:区|桥|里|坊)|里屯|棵树|间房镇|亚(?!军)|明(?:市|[学医]院|高铁)"
        "|峡(?:大坝|库区|工程|水库|电站|移民|集团)|都(?:县|镇|澳)|河[市县镇]|原县|星堆"
    ),
    "四": "平(?:市|战|铁东|铁西)|会市|方坪|川",
    "五": "台(?:山|县)|家(?:渠|站镇|沟村)|指山|莲[县花]|道(?:口|沟|箐)|棵松|里(?:牌|店|河)|常市|原县|华县|峰(?:县|乡)",
    "六": "盘(?:水|山)|枝(?:特区|县)|安(?:市|瓜片)|合(?:区|开发区)|横岛|里桥",
    "七": "台河|里(?:河|海|山|塘)|宝镇|星关",
    "八": "里(?:庄|桥|台)|达岭|宝山|家(?:村(?![办级里委集])|子)|一(?:广场|大道|起义纪念馆)|步[区县]",
    "九": "台(?:区|市)|江(?!水)|寨沟|华山|龙(?:坡|仓|湖|镇)|里(?:山|区|堤)|原区",
    "十": "里(?:堡|河|铺|店|长街)|堰|渡(?:镇|区)",
    "百": "步亭|色(?:市|起义|学院)|里洲",
    "千": "岛湖|阳县|灯湖|山区",
    "万": "州(?:区|港)|宁市|载县|年县|安县|全区|盛区|源市|里长城",
}
"""By first numeral: what goes on behind it so that it is a place."""
_PLACE: Final = "|".join(f"(?<={first})(?:{rest})" for first, rest in _NUMBERED.items())
_VILLAGE: Final = (
    "(?<=[一二三四五六七八九])家(?:站(?![点长台牌])|店[镇村]|屯(?![民])|沟[村镇]|湾村|庄(?![园严稼家户])|户乡|村镇|子[村镇]"
    "|村(?=[，。；、]|\\Z))"
)
"""Villages and towns of so many families."""
HAN_PLACES: Final = (
    Rule(
        "place-with-numeral",
        _NAME,
        HAN,
        f"{_PLACE}|{_VILLAGE}",
        reads=("到五台山下车", "三门县新建3所学校", "家住五家站镇"),
        leaves=("五台设备", "五家企业"),
        before=("small",),
    ),
    Rule(
        "as-soon-as-at-place",
        Kind.LEXICAL,
        HAN,
        f"(?<=一)到(?=[二三四五六七八九十百千万](?:{'|'.join(_NUMBERED.values())})|六安|六合|三明|三门|百色|四平|十堰|九龙)",
        reads=("一到五台山就下车",),
        leaves=("一到五台",),
    ),
)
YEARS_OF_PLACES: Final = (
    Rule(
        "year-before-place",
        _DATE,
        DIGIT,
        f"(?:(?:(?<=1)9|(?<=2)0)[0-9]{{2}}|(?<=[’‘'][0-9])[0-9])(?={_BY_CLASSIFIER})",
        reads=("2018台州峰会", "’99张家界特技飞行"),
        leaves=("2018台设备",),
        when=f"(?=[0-9]{{1,3}}(?:{_BY_CLASSIFIER}))",
        before=("sure",),
    ),
)
ROADS: Final = (
    Rule(
        "listed-roads",
        _IDENTIFIER,
        DIGIT,
        "[0-9]{2}(?:[、和与及][0-9]{3})*(?=[、和与及][0-9]{3}(?:[国省县乡]道))|[0-9]*+(?:道班|滑坡[群体])"
        "|(?<=[国省县乡]道[0-9])[0-9]{2}(?:[、和与及][0-9]{3})*(?![0-9.,]|[条公米])",
        reads=("改建301、302省道", "抢通45道班"),
        leaves=("301、302户", "省道3条"),
        when="(?:(?=[0-9]{2}[、和与及]|[0-9]*+(?:道班|滑坡))|(?<=道.))",
    ),
    Rule(
        "page-behind-leaders",
        _IDENTIFIER,
        DIGIT,
        f"(?<=……{DIGIT})[0-9]{{0,3}}(?![0-9.,%])",
        reads=("一、总则……1 二、附则……12",),
        leaves=("共……1.5倍",),
        when="(?<=….)",
    ),
    Rule(
        "coordinates",
        _IDENTIFIER,
        DIGIT,
        "[0-9]*+(?:[.][0-9]++)?°(?:[0-9]++(?:[.][0-9]++)?[′'](?:[0-9]++(?:[.][0-9]++)?[″\"])?|(?=[ENSW]))",
        reads=("东经120°12′，北纬30°16′",),
        leaves=("30°角",),
        when="(?=[0-9]*+(?:[.][0-9]++)?°)",
    ),
    Rule(
        "page-of-pages",
        _IDENTIFIER,
        DIGIT,
        "[0-9]*+/[0-9]++页",
        reads=("1/2页",),
        leaves=("1/2的页面",),
        when="(?=[0-9]*+/[0-9]++页)",
    ),
    Rule(
        "listed-windows",
        _IDENTIFIER,
        DIGIT,
        "[0-9]?(?:[、和][0-9]{1,2})*(?=[、和与及][0-9]{1,2}号(?:窗口|楼|线|机|门|桌|岗|台|柜))",
        reads=("5、6号窗口办理",),
        leaves=("5、6号办理",),
        when="(?=[0-9]?[、和与及][0-9])",
    ),
    Rule(
        "number-behind-number",
        _IDENTIFIER,
        DIGIT,
        f"(?<=号-{DIGIT})[0-9]{{0,2}}(?![0-9.天日个人号])|(?<=[φΦΦ]{DIGIT})[0-9]*+(?![0-9.])",
        reads=("浙ICP备12345678号-1", "工程桩φ800共"),
        leaves=("3号-5号",),
        when="(?<=[-φΦ].)",
    ),
    Rule(
        "range-of-numbers",
        _IDENTIFIER,
        DIGIT,
        "[0-9]*+(?:[—–~至-]|——)[0-9]++号(?:窗口|楼|机|桌|台|库|线|门|院|馆|厅|$|[，。；、)])",
        reads=("在A区12—15号，", "3-5号窗口"),
        leaves=("12—15日",),
        when="(?=[0-9]*+(?:[—–~至-]|——)[0-9]++号)",
    ),
    Rule(
        "floor",
        _IDENTIFIER,
        DIGIT,
        "[0-9]?楼(?![宇房盘市体道梯板面层栋盖])",
        reads=("位于商务大厦7楼", "12楼会议室"),
        leaves=("7楼宇", "楼高12层"),
        when="(?=[0-9]?楼)",
    ),
    Rule(
        "door-of-house",
        _IDENTIFIER,
        DIGIT,
        f"(?<=号[楼院]{DIGIT})[0-9]*+(?:门|层|单元)(?:[0-9]++(?:层|室|门|号))*|(?<=[0-9][幢栋]{DIGIT})[0-9]*+单元",
        reads=("8号楼102门2层",),
        leaves=("楼3层",),
        when="(?<=[楼院幢栋].)",
    ),
)
