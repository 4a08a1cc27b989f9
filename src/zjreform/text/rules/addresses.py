"""Numerals that say where: roads, lines, houses, floors, rooms, pages, versions and addresses of the web."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import AMOUNT, DIGIT, HAN, LISTED, NUMERALS, Rule

_IDENTIFIER = Kind.IDENTIFIER
_NUMBERING: Final = "(?=[0-9]*+(?:[国省县乡路次部线号幢栋楼室弄单连.)\\-]|[ ]号))"
"""Gate of numbers behind which stands what they number."""
_IN_VILLAGE: Final = "(?<![全每各该本个两几多、]村{0})"
"""Behind 村 the number of a group of its households, unless it is said of villages at large."""
ADDRESSES: Final = (
    Rule(
        "road-or-number",
        _IDENTIFIER,
        DIGIT,
        "[0-9]*+(?:国道|省道|县道|乡道|路公交|路车|次列车|次航班|部队|线(?![性上下])|[ ]?号(?:[令楼文线])?)(?!召|称)",
        reads=("在104国道追尾", "3号楼415室", "73012部队官兵", "台61線增設"),
        leaves=("3号召", "5线上"),
        when=_NUMBERING,
    ),
    Rule(
        "house-behind-dash",
        _IDENTIFIER,
        DIGIT,
        "[0-9]*+-[0-9]++(?:单元|号楼|室(?![内外])|[幢栋](?![以等]))",
        reads=("住5-2单元", "8-1203室"),
        leaves=("5-7栋以上",),
        when=_NUMBERING,
    ),
    Rule(
        "house",
        _IDENTIFIER,
        DIGIT,
        f"[0-9]*+(?:[幢栋楼](?=[0-9])|室(?![内外])|弄)|(?<=[幢栋楼]{DIGIT})[0-9]*+单元",
        reads=("到12幢2单元601室", "办公室207室"),
        leaves=("12幢房屋", "3室内"),
        when=_NUMBERING,
    ),
    Rule(
        "share-code",
        _IDENTIFIER,
        DIGIT,
        f"(?<=\\({DIGIT})[0-9]{{5}}(?=(?:\\.S[HZ])?\\))",
        reads=("某软件（688123）公告",),
        leaves=("（12345）",),
        when=_NUMBERING,
    ),
    Rule(
        "dashed-code",
        _IDENTIFIER,
        DIGIT,
        f"[0-9]*+(?:-[0-9]++){{2,}}(?!{AMOUNT})",
        reads=("条码8-3-2041",),
        leaves=("3-5天",),
        when=_NUMBERING,
    ),
)
VILLAGE_GROUPS: Final = (
    Rule(
        "village-group",
        _IDENTIFIER,
        DIGIT,
        f"{_IN_VILLAGE.format(DIGIT)}[0-9]?(?:组|社(?![会区保])|队(?!伍))",
        reads=("东风村3组村民", "王家村12队"),
        leaves=("全村3组家庭", "每村3队"),
        when="(?<=村[0-9])",
    ),
)
HAN_VILLAGE_GROUPS: Final = (
    Rule(
        "han-village-group",
        _IDENTIFIER,
        HAN,
        f"{_IN_VILLAGE.format(HAN)}[一二三四五六七八九十]{{0,2}}(?:组|社(?![会区保])|队(?!伍))",
        reads=("鄢家河村四组刘波", "红旗村十二组"),
        leaves=("该村三组家庭",),
        when="(?<=村[一二三四五六七八九十])",
    ),
)
FLOORS: Final = (
    Rule(
        "han-floor",
        _IDENTIFIER,
        HAN,
        "(?:(?<=[一二三四五六七八九十])|(?<=[二三四五六七八九十])十)[一二三四五六七八九十]{0,2}楼(?![宇房盘市])",
        reads=("在三樓305室", "二楼窗口受理"),
        leaves=("两楼宇", "三楼盘"),
    ),
)
_ROOMS: Final = "(?:会议[室厅]|接待室|会客[室厅]|宴会厅|报告厅|展厅|教室|候车室|调解室|询问室)"
"""Rooms that are told apart by number."""
NUMBERED_ROOMS: Final = (
    Rule(
        "numbered-room",
        _IDENTIFIER,
        "第",
        f"(?:{LISTED}|{NUMERALS}[ ]?){_ROOMS}|{LISTED}[ ]?(?:页|号(?!召)|栋|幢)",
        reads=("在第二会议室召开", "第3、4页", "第 1-16 页"),
        leaves=("第二会场",),
        before=("ordinal", "bare-ordinal"),
    ),
)
PAGES: Final = (
    Rule(
        "page-or-number",
        _IDENTIFIER,
        "第",
        "[ ]?[0-9〇零一二三四五六七八九十百千]++[ ]?(?:页|号(?!召))",
        reads=("浙府令第368号", "第45页提到"),
        leaves=("第3号召",),
        before=("bare-ordinal",),
    ),
)
URLS: Final = (
    Rule(
        "address-of-page",
        _IDENTIFIER,
        "h",
        "ttps?://(?=[^\\s㐀-鿿]{0,200}?[0-9])[^\\s㐀-鿿，。；：、！？()<>“”‘’「」《》\"']++",
        reads=("见https://www.example.cn/2019/a12.html公布",),
        leaves=("见https://www.example.cn公布",),
        before=("other-letter",),
    ),
    Rule("other-letter", None, "h", "", reads=("whole",), leaves=("https://a.cn/1",)),
)
