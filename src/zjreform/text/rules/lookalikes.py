"""What only looks like a numeral and what it counts: shapes, plans, comparisons, dates as names, 数位 for digital."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import HAN, Rule

_NAME, _LEXICAL, _ORDINAL, _DATE = Kind.NAME, Kind.LEXICAL, Kind.ORDINAL, Kind.DATE
_PEOPLE: Final = (
    "专家|代表|委员|老|学[者员生]|教[师授练]|同[学志事]|市民|居民|村民|群众|领导|记者|[女男]|青年|嘉宾|院士|来|病|客户|业|乘|旅|官|干部|朋友"
    "|成员|候选|受访|申请|当事|证人|被告|原告|员工|职|工[作人程]|志愿|医[生护]|护|家[长属]|孩|选手|人|在|的|以|和|、|，|民|读者|作家|艺|主|同|高|前|科学|创[业始]|院|负责|投资|网|外|知"
)
"""How words begin that 数位 counts: people."""
_TWICE: Final = "|".join(f"{each}比一{each}" for each in "次天年月日个代批步届轮场")
"""One time set against the next (一天比一天)."""
EARLY_LOOKALIKES: Final = (
    Rule(
        "office-by-number",
        _NAME,
        HAN,
        "(?<=[一二三四五六七八九])处(?=副?处长|科长|室|干部|处员|副处)",
        reads=("任二处处长", "三处副处长"),
        leaves=("二处工地",),
        when="(?=处)",
        before=("small",),
    ),
    Rule(
        "quoted-ones",
        _NAME,
        HAN,
        "(?<=“一)[㐀-鿿]{1,2}(?=、一)|(?<=、一)[㐀-鿿]{1,2}(?=”)|(?<=、一)[㐀-鿿](?=、一[㐀-鿿]{1,2}”)",
        reads=("推进“一网、一门、一次”改革",),
        leaves=("一张床、一把椅",),
        when="(?<=[“、]一)",
        before=("article",),
    ),
    Rule(
        "previous-or-next",
        _LEXICAL,
        HAN,
        "(?<=[上下]一)[篇页章站任届轮](?![多半])",
        reads=("上一篇：关于总结", "下一页"),
        leaves=("网上一次办成",),
        when="(?<=[上下]一)",
    ),
    Rule(
        "plan-of-years",
        _NAME,
        HAN,
        "(?<=[个]五)年[计规]划",
        reads=("第一个五年计划",),
        leaves=("五年规划", "这个三年计划"),
        when="(?<=个.)",
    ),
    Rule(
        "one-better-than-the-other",
        _LEXICAL,
        HAN,
        f"(?<=一)(?:{_TWICE})",
        reads=("一天比一天好", "一次比一次快"),
        leaves=("一天比两天好",),
        when="(?=.比)",
    ),
    Rule(
        "class-of-account",
        _ORDINAL,
        HAN,
        "(?<=[一二三])类(?=户(?![数均])|账户|银行|卡)",
        reads=("二类户由网点开立", "三类户限额2000元"),
        leaves=("三类用户",),
        when="(?=类)",
        before=("small",),
    ),
    Rule(
        "three-kingdoms",
        _NAME,
        HAN,
        "(?<=三)国(?=时[代期]|演义|志|鼎立|杀|人物|曹|[魏蜀吴])|(?<=五)代(?=十国|后[梁唐晋汉周])",
        reads=("三国时代的曹操", "三国演义", "五代后梁"),
        leaves=("三国领导人",),
        when="(?=[国代])",
    ),
    Rule(
        "holiday",
        _DATE,
        HAN,
        "(?<=十)一(?=中国|去|期间|假|前后|黄金周|回家|出[游行去]|放|不|怎么|国庆|当天|那天|小长假|前夕|节[前假日]|节后(?![一二三四五六七八九0-9])|”(?:黄金周|假期|长假|小长假|期间|国庆|前夕))",
        reads=("今年十一去哪儿玩", "十一期间出游", "“十一”黄金周"),
        leaves=("十一家企业", "十一条意见"),
        when="(?<=十)(?=一)",
    ),
)
LOOKALIKES: Final = (
    Rule(
        "as-one-day",
        _LEXICAL,
        HAN,
        "(?<=如一)日|(?:(?<=十)|(?<=[一二三四五六七八九])十)有[一二三四五六七八九](?![个家名项件])",
        reads=("四十年如一日", "今年八十有三"),
        leaves=("一日之内",),
        when="(?=日|十?有)",
    ),
    Rule(
        "numbered-by-han",
        Kind.IDENTIFIER,
        HAN,
        "[一二三四五六七八九十百〇零]{0,4}号(?![召称角])",
        reads=("遥感三十五号卫星", "一号工程"),
        leaves=("三号召",),
        when="(?=[一二三四五六七八九十百〇零]{0,4}号)",
    ),
    Rule(
        "corners",
        _LEXICAL,
        HAN,
        "(?<=[三四五六七八九])角(?![钱分整，。；、）)以多左硬纸的至到人一二三四五六七八九0-9 ]|\\Z)",
        reads=("六角亭修缮", "五角大楼发言人", "四角号码检索"),
        leaves=("五角硬币", "六角一个"),
        when="(?=角)",
    ),
    Rule(
        "day-of-month-name",
        _NAME,
        HAN,
        "[一二三四五六七八九十]{0,2}[·•・.．][一二三四五六七八九十]{1,3}(?![分点百千万])",
        reads=("“十三·五”以来", "一二·九大合唱", "二·七大罢工"),
        leaves=("三点五",),
        when="(?=[一二三四五六七八九十]{0,2}[·•・.．])",
    ),
)
LETTERS: Final = (
    Rule(
        "digital",
        None,
        "[几数翻]",
        f"(?<=数)位(?!{_PEOPLE}|\\Z)",
        reads=("數位發展部推動數位轉型", "數位政府"),
        leaves=("数位专家到场",),
    ),
    Rule(
        "number-noun",
        None,
        "[几数翻]",
        "(?<=[目量]数)(?=[年月日均])|(?<=无数)",
        reads=("項目數年均35件", "无数个体参与"),
        leaves=("数年", "历时数月"),
    ),
)
