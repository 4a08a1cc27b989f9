"""Numerals inside ordinary words, letters that look like numerals, and the bases of rates and tables."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.identifiers import BEHIND_LETTERS, LONG_NUMBERS
from zjreform.text.rules.rule import DIGIT, FORMAL, HAN, PER, SCALE, STREAKS, Rule, behind_any

_LEXICAL = Kind.LEXICAL
_PER_BASE: Final = "(?:人口|名|个|户|人|位|平方公里|公里|亩|元|件|吨|家|常住人口)?"
"""What a rate can be per a thousand of."""
STREAK: Final = (
    Rule(
        "han-streak",
        _LEXICAL,
        HAN,
        f"[一二三四五六七八九十]{{0,2}}连[{STREAKS}]",
        reads=("粮食十七连丰", "实现三连冠"),
        leaves=("三连队",),
        when="(?=[一二三四五六七八九十]{0,2}[次连])",
    ),
)
GRADES: Final = (
    Rule(
        "grade-of-office",
        _LEXICAL,
        HAN,
        "(?<=[一二三四])级(?=[舞声歌曲戏]?[蹈乐唱艺剧]?演员|英模|警|主任|巡视|调研|建造|教师|演员|运动员|市场)",
        reads=("二级巡视员", "一级建造师"),
        leaves=("二级响应",),
        when="(?=[期类级])",
        before=("small",),
    ),
)
_NO_DAY: Final = "(?![二三四五六七八九十百千万个家人次项件天年月节课场小点趟回例期批户名份种元吨米公])"
"""Behind a digit that is no day of the week, since something is counted."""
WEEKDAYS: Final = (
    Rule(
        "weekdays",
        _LEXICAL,
        HAN,
        "(?:(?<=周[一二三四五六])|(?<=星期[一二三四五六]))(?<![一两]周.)"
        f"(?:[、至到—–-][一二三四五六日]{_NO_DAY}){{1,5}}|(?<=[周期]六)(?<![一两]周六)日(?![元均本])",
        reads=("周一至五受理", "周六日休息"),
        leaves=("两周六日",),
        when="(?<=[周期].)",
    ),
)
BASES: Final = (
    Rule(
        "han-base-of-rate",
        PER,
        HAN,
        "(?![千百]?[瓦克米卡升伏焦帕赫])(?:(?<=每[百千万亿])[万亿]?|(?<=每十)(?:万|(?=户|人(?![次均]))))"
        f"{_PER_BASE}(?!分之)(?![一二三四五六七八九])",
        reads=("每千人口床位6.5张", "每十萬人口醫師210人"),
        leaves=("每百分之三", "每千瓦时"),
    ),
    Rule(
        "han-unit-of-table",
        SCALE,
        HAN,
        "(?<=单位:[十百千万亿])[万亿]?(?:[㐀-鿿]{0,4}?(?:元|人次|人|吨|平方米|千瓦时|户|件|亩|公顷|次|个|台|美元))?",
        reads=("單位：百萬港元", "单位：十户"),
        leaves=("单位万元",),
    ),
)
SURROUNDINGS: Final = (
    Rule(
        "surroundings",
        _LEXICAL,
        HAN,
        "(?:(?<=[在向往其从朝场城园馆湖楼台院村岛]四)周(?![内后前以之岁期末年])|(?<=四)周(?=围|环|竖|布|皆|都是|群山|墙|均|山|绿|的[山水墙农村建环围]))",
        reads=("在操场四周", "四周竖起六块尖碑"),
        leaves=("培训四周", "在四周内办结"),
        when="(?=周)",
        before=("once",),
    ),
)
HAN_WORDS: Final = (
    Rule(
        "one-by-one",
        _LEXICAL,
        HAN,
        "(?<=一)(?![半百千万亿十二三四五六七八九点])[㐀-鿿]一(?![百千万亿十])[㐀-鿿]|(?<=一)点一[策档案码图册方]",
        reads=("一件一件过", "一院一卡"),
        leaves=("一件一百元", "一点一倍"),
    ),
    Rule(
        "one-weekday",
        _LEXICAL,
        HAN,
        "(?<=[一两])个(?:周|星期)[一二三四五六日](?![个次场份起项件例批条家人名轮趟遍回])",
        reads=("最后一个周三休市",),
        leaves=("一个周末", "一个周一次"),
    ),
)
RATES: Final = (
    Rule(
        "base-behind-stroke",
        _LEXICAL,
        DIGIT,
        "(?<=[0-9]/1)0{0,3}万(?:人口?|名|户)?(?![0-9元])",
        reads=("死亡率8.6/10万，下降", "发病率7/10萬人"),
        leaves=("5/10万元",),
        when=BEHIND_LETTERS,
    ),
)
NUMBERS: Final = (
    Rule(
        "streak",
        _LEXICAL,
        DIGIT,
        f"[0-9]?连[{STREAKS}]",
        reads=("实现17连增", "3连冠"),
        leaves=("3连队",),
        when="(?=[0-9]*+(?:[国省县乡路次部线号幢栋楼室弄单连.)\\-]|[ ]号))",
    ),
    Rule(
        "base-of-rate",
        PER,
        DIGIT,
        f"(?<=每{DIGIT})(?:[0-9]*+[百千万]|[0-9,]{{0,5}}00)(?:人口|名|个|户|人|位|平方公里)",
        reads=("每1,200名求诊者", "每10万人口"),
        leaves=("每3人",),
        when=LONG_NUMBERS,
    ),
)
WON: Final = (
    "的?(?:总?比分|大?[战击险小完力惜]?[胜败负]|告负|力克|轻取|取胜|获胜|战平|平局|言和|逆转"
    "|领先|落后|失利|淘汰|晋级|夺|赢|输|横扫|逼平|连扳)"
)
"""Words behind a score."""
_SCORED: Final = ("比分", "比分为", "比分是", "战成", "打成", "扳成", "追成", "胜以")
"""Words directly before a score."""
SCORES: Final = (
    Rule(
        "score",
        _LEXICAL,
        DIGIT,
        f"[0-9]{{0,2}}[:∶](?:(?<=∶)0(?![0-9.∶])|[0-9]{{1,3}}(?![0-9.:∶])(?={WON}))"
        f"|{behind_any(_SCORED)}[0-9]{{0,2}}[:∶][0-9]{{1,3}}(?![0-9.:∶])",
        reads=("以3:1获胜", "主场以76∶58战胜对手", "比分为0∶0。"),
        leaves=("按3:1配套", "收入比为2.26:1"),
        when="(?=[0-9]{0,2}[:∶][0-9])",
    ),
)
HALVES: Final = (
    Rule(
        "half-word",
        _LEXICAL,
        "半",
        "(?<=[大多前后对各参]半)(?![个年天小月数])",
        reads=("占了大半", "对半分"),
        leaves=("后半年", "一半"),
    ),
)
ZEROS: Final = (
    Rule(
        "zero-between",
        None,
        "零",
        "(?<=[年月天日周时钟分]零)(?=[一二三四五六七八九十两])",
        reads=("每年零三个月",),
        leaves=("零三天",),
    ),
)
ZERO_WORDS: Final = (
    Rule(
        "zero-point",
        _LEXICAL,
        "零",
        "点(?![0-9〇零一二三四五六七八九])",
        reads=("零点行动",),
        leaves=("零点五",),
        before=("zero-word",),
    ),
    Rule(
        "zero-word",
        _LEXICAL,
        "零",
        "(?![上下][0-9一二三四五六七八九十]|点[一二三四五六七八九零〇]|[个例宗](?!人)|次(?!跑|腿)|[一二三四五六七八九十])",
        reads=("零元购物",),
        leaves=("零下5度", "零点五"),
    ),
)
LETTERS: Final = (
    Rule(
        "few-word",
        None,
        "[几数翻]",
        "(?<=几)(?:乎|何|率|内亚|经|分(?!之|钟))|(?<=[茶无]几)",
        reads=("茶几十张", "无几人"),
        leaves=("几百人",),
    ),
    Rule(
        "several-word",
        None,
        "[几数翻]",
        "(?<=数)(?![十百千万亿]{1,3}[㐀-鿿%‰‱℃℉°A-Za-zµμΩ]|[年月日天周个位名家次项倍])"
        "|(?<=[人总次户件系指分基天倍多少参函度岁半代票字负整复实点款吨]数)(?![十百千万亿]{1,2}[个家名人件项])",
        reads=("数字100个", "天数百天"),
        leaves=("数十家", "数年"),
    ),
)
FORMAL_WORDS: Final = (
    Rule(
        "formal-word",
        None,
        FORMAL,
        "(?<=[壹贰叁肆伍陆柒捌玖])(?![拾佰仟万亿元圆角整点十百千零又分年月日天周岁]|个月|小时|工作日)|(?<=收拾)"
        "|(?<=[拾佰仟])(?!分之|[壹贰叁肆伍陆柒捌玖拾佰仟零万亿元圆角个份户名一二三四五六七八九])",
        reads=("食肆约28000家", "收拾三间"),
        leaves=("伍拾万元", "叁年"),
    ),
)
PARTS: Final = (
    Rule(
        "part-word",
        None,
        "参",
        "(?![拾佰仟元圆角]|[万亿](?=[零壹贰叁参肆伍陆柒捌玖拾佰]|[元圆余])|个月|小时|分之|[壹贰肆伍陆柒捌玖][拾佰仟]"
        "|(?<=[刑役缓押限期算満满逾]参)[年月日])",
        reads=("参保率上升2.3个百分点", "人参年产5吨"),
        leaves=("參拾萬元", "緩刑參年"),
    ),
)
"""参 is a formal three before what it counts (參拾萬元, 緩刑參年), and else begins or ends words (参加, 人参年产)."""
TABLES: Final = (
    Rule(
        "unit-of-table",
        SCALE,
        DIGIT,
        "(?<=单位:1)[0-9]*+[万亿]?[美港欧日]?元",
        reads=("单位：1000元\n税收 12", "单位：1万元"),
        leaves=("单位：2个",),
        when="(?<=:1)",
        before=("sure",),
    ),
)
"""Tried before figures that are sure: 单位：1000元 says in what a table counts."""
