"""Numerals that mark: items of lists, headings, articles of law, cases."""

from itertools import pairwise
from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.labels import BEHIND_NOUNS
from zjreform.text.rules.rule import AMOUNT, DIGIT, HAN, LISTED, NOUNS, START, Rule

_MARKER = Kind.MARKER
_MEASURE: Final = "[厘毫微纳千][米克升瓦]|英[里寸尺]|海里|秒(?!杀)|升(?!级)|公[斤里升]|立方|平方|[美港欧日]元|英镑|摄氏"
"""Units that begin no heading behind a line number."""
_OURS: Final = "计划|办法|规定|方案|细则|条例|通知|意见|标准|规范|规程|指南|项目|合同|协议|制度|导则|工程|公司"
"""Documents that speak of themselves behind the number of a section (1.2本办法)."""
_SUBPART: Final = "(?:[.-][0-9]{1,3}){0,3}[A-Z]{0,3}(?:\\([0-9A-Za-z]{1,4}\\)){0,3}"


def _heading(follows: str) -> str:
    """Return the number of a heading (三、) behind which no numeral of these goes on a list."""
    start = START.format(HAN).replace(",、", ",")
    return f"{start}[一二三四五六七八九十]{{0,2}}(?=、(?!{follows}))"


_ADJACENT: Final = (
    f"(?:{'|'.join(f'(?<={low}、){high}' for low, high in pairwise('一二三四五六七八九'))})[十百千万]"
    "(?:[万亿]?元|人|名|户|家|个|岁|斤|里|公[里斤顷]|亩|米|年|天|度|件|次|吨)"
)
"""The second of two adjacent digits that are one number (四、五十人)."""
_ITEMS: Final = "(?=[0-9]{0,2}(?:[.、](?![0-9])|\\)))"
ITEMS: Final = (
    Rule(
        "bracketed-item",
        _MARKER,
        DIGIT,
        f"(?:(?<=\\A\\({DIGIT})|(?<=[\\n\\t 　。；;:,、”》]\\({DIGIT}))[0-9]?(?=\\)(?! ?[0-9]{{3,4}}[ -][0-9]{{3,4}}|[0-9]{{6,}}))",
        reads=("（1）“双随机”；（2）A类", "（2）5月20日前完成"),
        leaves=("共（3）份", "（30个）", "(03)3456-7812"),
        when=_ITEMS,
    ),
    Rule(
        "item-of-hundreds",
        _MARKER,
        DIGIT,
        f"(?:(?<=\\A{DIGIT})|(?<=\\n{DIGIT}))[0-9]{{2}}(?=[.、][ 　]?[㐀-鿿])",
        reads=("181. 总收入预计为3亿元\n182. 支出",),
        leaves=("181.5亿元", "共181、"),
        when=_ITEMS,
    ),
    Rule(
        "item",
        _MARKER,
        DIGIT,
        f"{START.format(DIGIT)}(?<![0-9]:[0-9])[0-9]?(?=[.、)])(?!、[一二三四五六七八九十]*(?!{NOUNS}){AMOUNT})",
        reads=("2.培训为期3天", "2、户口簿1份", "内容：4、港务局"),
        leaves=("3、4个", "达2."),
        when=_ITEMS,
    ),
)
"""The numbers of list items, which go on as no name and no figure does."""
HEADINGS: Final = (
    Rule(
        "heading",
        _MARKER,
        HAN,
        _heading(f"[一二三四五六七八九十][个项次天年月日件家户批季]|{_ADJACENT}"),
        reads=("二、先进个人",),
        leaves=("三、四季度", "共三、四天", "四、五十人到场"),
        when="(?=[一二三四五六七八九十]{0,2}、)",
    ),
)
"""The numbers of headings that no date could go on from, tried before dates; the others are tried behind them."""
HAN_MARKERS: Final = (
    Rule(
        "bracketed-heading",
        _MARKER,
        HAN,
        f"(?<=\\({HAN})[一二三四五六七八九十]{{0,2}}(?=\\))",
        reads=("（二）压减材料", "第一款第（四）项"),
        leaves=("（二次）",),
    ),
    Rule(
        "enumeration",
        _MARKER,
        HAN,
        f"{START.format(HAN)}(?=是(?!否|个|一))",
        reads=("三件大事：一是迁建，二是开工",),
        leaves=("其一是否", "唯一是"),
    ),
)
DIGIT_MARKERS: Final = (
    Rule(
        "section",
        _MARKER,
        DIGIT,
        f"{START.format(DIGIT)}[0-9]?\\.[0-9]{{1,2}}(?:\\.[0-9]{{1,2}})*+(?=[ 　\\t][㐀-鿿])(?![ 　\\t]{AMOUNT})",
        reads=("1.1 目的　1.2 适用范围",),
        leaves=("增长 1.2 倍",),
        when=f"(?<![^\\n\\t 　。；;:>》」』”,，、(]{DIGIT})(?=[0-9]?[. 　\\t])",
    ),
    Rule(
        "line-number",
        _MARKER,
        DIGIT,
        f"(?:(?<=\\A{DIGIT})|(?<=\\n{DIGIT}))[0-9]?(?=[ 　\\t][㐀-鿿])(?![ 　\\t](?:{AMOUNT}|[处所座批台枚则卷岁度]|{_MEASURE}))",
        reads=("4 适用范围\n5 职责",),
        leaves=("4 个", "共 4 适用"),
        when=f"(?<![^\\n\\t 　。；;:>》」』”,，、(]{DIGIT})(?=[0-9]?[. 　\\t])",
    ),
    Rule(
        "item-before-number",
        _MARKER,
        DIGIT,
        f"{START.format(DIGIT)}[0-9]?(?:\\.[0-9]{{1,2}}(?=本(?:{_OURS}))|(?=\\.(?:[0-9]{{3}}[国省县]道|(?:19|20)[0-9]{{2}}年)))",
        reads=("审查；3.203省道改线", "1.2本办法自印发之日起"),
        leaves=("1.2本书",),
        when=f"(?<![^\\n\\t 　。；;:>》」』”,，、(]{DIGIT})(?=[0-9]?[. 　\\t])",
    ),
)
CASES: Final = (
    Rule(
        "case",
        _MARKER,
        DIGIT,
        f"(?<=案例{DIGIT})[0-9]?(?![0-9.,]|[ \\n][0-9])(?!{AMOUNT})",
        reads=("案例3", "案例10\n某市改革"),
        leaves=("案例3个", "案例120"),
        when=BEHIND_NOUNS,
    ),
)
ARTICLES: Final = (
    Rule(
        "listed-articles",
        _MARKER,
        "第",
        f"{LISTED}(?:条(?!线)|款|章|编|部分|目(?!标))",
        reads=("第三、五条规定", "第1至3章"),
        leaves=("第三、五条线",),
        before=("bare-ordinal",),
    ),
)
ARTICLE: Final = (
    Rule(
        "article-of-law",
        _MARKER,
        "第",
        f"[ ]?[0-9〇零一二三四五六七八九十百千]++{_SUBPART}[ ]?(?:条|款|章|编|部分|目(?!标))"
        f"(?:之(?:[一二三四五六七八九十]|[0-9]{{1,2}}(?![0-9.%]|{AMOUNT})))?",
        reads=("违反第十八条第二款", "公司法第172條規定"),
        leaves=("第三目标",),
        before=("bare-ordinal",),
    ),
    Rule(
        "item-of-article",
        _MARKER,
        "第",
        "(?<=[条款]第)[ ]?[0-9〇零一二三四五六七八九十百]++[ ]?项",
        reads=("第十四條第一項第三款",),
        leaves=("完成第三项任务",),
        before=("ordinal", "bare-ordinal"),
    ),
)
