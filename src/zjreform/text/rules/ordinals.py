"""Numerals that number things in an order: sessions, stages, classes, prizes, everything behind 第."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import HAN, LISTED, NUMBERED, RANK, Rule

_ORDINAL = Kind.ORDINAL
_STAGES: Final = "工程|项目|建设|试点|投资|用地|\\)|改造|扩[建容能]|开发|技改|投产|竣工|厂房|机组|码头|航站|地块|园区"
"""What is built in stages, so that 三期 numbers one."""
_SMALL: Final = "[一二三四五六七八九十]{1,3}"
"""The number of a session."""
_SESSION: Final = "(?:全体|全会|会议|常委|党代|代表|职代|人代|会员|理事)"
"""What is held in numbered sessions."""
_BEFORE_SESSION: Final = "[届大协会委]"
"""Last characters of the bodies that hold them."""
_IN_TERM: Final = "(?:{})".format(
    "|".join(f"(?<=届{'.' * gap}{_BEFORE_SESSION}{here}次)" for here in (".", "..", "...") for gap in range(9))
    + "".join(f"|(?<=届{here}次)" for here in (".", "..", "..."))
)
"""Behind a number with 次: it stands behind 届 and the body whose session it numbers (五届人大三次会议)."""
SESSIONS: Final = (
    Rule(
        "session",
        _ORDINAL,
        HAN,
        f"[一二三四五六七八九十]{{0,2}}次(?={_SESSION}){_IN_TERM}",
        reads=("第十三届人大三次会议", "五届二次全会"),
        leaves=("召开三次会议",),
        when="(?=[一二三四五六七八九十]{0,2}[次连])",
        before=("small",),
    ),
)
CLASSES: Final = (
    Rule(
        "stage",
        _ORDINAL,
        HAN,
        f"(?<![分共历经][一二三四五六])(?<=[一二三四五六])期(?={_STAGES})",
        reads=("机场三期扩建", "一期工程"),
        leaves=("分三期建设", "三期干部培训"),
        when="(?=[期类级])",
        before=("small",),
    ),
    Rule(
        "class",
        _ORDINAL,
        HAN,
        "(?<=[一二三四五])类(?=地区|县(?!市)|城市|开发区|园区|区域|疫苗|医疗器械|水质|水体|水域|费用|标准)",
        reads=("二类疫苗", "三类水质"),
        leaves=("二类人员",),
        when="(?=[期类级])",
        before=("small",),
    ),
)
HAN_ORDINALS: Final = (
    Rule(
        "prize",
        _ORDINAL,
        HAN,
        "(?<=[一二三四五特])等(?=奖|功)奖?",
        reads=("评出一等奖3项", "荣立二等功"),
        leaves=("一等品",),
    ),
    Rule(
        "card-generation",
        _ORDINAL,
        HAN,
        "(?<=[一二三四])代(?=身份证|社保卡|市民卡|证)",
        reads=("换领二代身份证", "三代社保卡"),
        leaves=("三代人",),
    ),
    Rule(
        "term-of-office",
        _ORDINAL,
        HAN,
        f"(?:(?<=十)[一二三四五六七八九]|(?<=二)十)?届(?=全国|省|市|县|区|人大|政协|党|中央|[一二三四五六七]中|第?{_SMALL}次{_SESSION})",
        reads=("十九届四中全会", "五届县委"),
        leaves=("连续五届",),
    ),
    Rule(
        "school-year",
        _ORDINAL,
        HAN,
        "(?<=[一二三四五六七八九])(?:、[一二三四五六七八九])?年级",
        reads=("三年级学生", "五、六年级"),
        leaves=("三年以上",),
    ),
)
_CLASSIFIER: Final = (
    "(?:阶段|梯队|方阵|产业|年度|学期|条线|个|届|次|批|期|轮|步|年|天|代|套|档|组|级|站|类|种|层"
    "|卷|册|集|版|辑|部|场|名|回|日|周|节|项|件|家|张|遍|所|份|人|线|季)"
)
"""What 第 and a number tell apart."""
_SHARED: Final = (
    "(?:标段|赛段|小[学组队时]|中学|会场|医院|[大支]队|[师幅门排间座台针剂胎孩程关阵行列页课讲篇段村区环]"
    "|产业|大(?=[㐀-鿿])|(?=两[个种类项批次]))"
)
"""What a list behind 第 can number beside classifiers."""
RANKS: Final = (
    Rule(
        "rank",
        RANK,
        "第",
        "[ ]?[0-9〇零一二三四五六七八九十百千万]++[ ]?(?:名|位)(?![㐀-鿿])|[ ]?[0-9〇零一二三四五六七八九十百千万]++[ ]?位",
        reads=("列第二位", "第4名　桥下镇"),
        leaves=("第300万名游客",),
        before=("ordinal", "bare-ordinal"),
    ),
    Rule(
        "rank-that-moves",
        RANK,
        "第",
        "[ ]?[0-9〇零一二三四五六七八九十百千万]++名(?=[的得为是获，。；、和与及至升跃跌降滑进退])",
        reads=("由第9名升到第3名。", "第二名得94分"),
        leaves=("第三名学生",),
        before=("ordinal", "bare-ordinal"),
    ),
)
ORDINALS: Final = (
    Rule(
        "listed-ranks",
        _ORDINAL,
        "第",
        "(?:[0-9]++(?:、[0-9]{1,3}(?![0-9])){1,9}+|[一二三四五六七八九十]++(?:、[一二三四五六七八九十]{1,3}){1,9}+)[名位]",
        reads=("第二、三位",),
        leaves=("第二位",),
        before=("bare-ordinal",),
    ),
    Rule(
        "ordinal",
        _ORDINAL,
        "第",
        f"{LISTED}(?:{_CLASSIFIER}|{_SHARED})|[ ]?[0-9〇零一二三四五六七八九十百千万两几]++[ ]?{_CLASSIFIER}",
        reads=("第五届茶博会", "第三、四批名单"),
        leaves=("第五，",),
        before=("bare-ordinal",),
    ),
    Rule(
        "ordinal-across-lines",
        _ORDINAL,
        "第",
        f"\\n(?:[0-9]{{1,4}}+|[一二三四五六七八九十百]{{1,5}}+)(?![名位0-9.,万亿]){_CLASSIFIER}?+",
        reads=("按第\n三条规定", "，第\n二产业增加值"),
        leaves=("居全市第\n1位",),
        when="(?=\\n)",
    ),
    Rule(
        "bare-ordinal",
        NUMBERED,
        "第",
        "[ ]?[0-9〇零一二三四五六七八九十百千万两几]++",
        reads=("第一，加强领导", "居全省第二"),
        leaves=("第一届",),
    ),
)
