"""Who and what is told apart by number: persons without a name, labels, notes, ships, aircraft, armies, congresses."""

from typing import Final

from zjreform.text.kinds import Kind
from zjreform.text.rules.rule import AMOUNT, DIGIT, HAN, Rule, behind_any

_NAME, _IDENTIFIER, _MARKER, _ORDINAL = Kind.NAME, Kind.IDENTIFIER, Kind.MARKER, Kind.ORDINAL
_COUNTED: Final = (
    f"(?:{AMOUNT}|[座所处台批起层栋幢口岁折步站届轮辆艘架颗株棵头只支门间斤克升瓦度摄秒英顷余多半票宗桌席对双]"
    "|时(?!期)|公[里斤顷分])"
)
"""First letters of what a number counts."""
_PERSON: Final = (
    f"(?:(?<=某{DIGIT})|(?<=某[甲乙丙丁]{DIGIT})|(?<=[甲乙丙丁戊己庚辛]{DIGIT})(?=[车方公户船厂][与和、，的撞驶]?))"
)
"""Behind a person or a vehicle without a name."""
PERSONS: Final = (
    Rule(
        "person-without-name",
        _NAME,
        DIGIT,
        f"{_PERSON}[0-9]?(?![0-9.,%‰元万亿千百十几余多个人件项条次份名户岁年月日天种类期级辆台套张间号小分点吨亩平米米倍]|公[里斤顷分])",
        reads=("王某1向李某2借款", "李某甲1", "某1公司与某2公司", "甲1车与乙2车相撞"),
        leaves=("王某5万元借款", "某3人"),
        when="(?<=[某甲乙丙丁戊己庚辛].)",
    ),
)
_LABELLED: Final = behind_any(
    (
        *(
            "方案",
            "标段",
            "证据",
            "书证",
            "表格",
            "课题",
            "任务",
            "物证",
            "情形",
            "选项",
            "标准",
            "样本",
            "样品",
            "模块",
            "变量",
            "甲方",
            "乙方",
            "丙方",
            "问题",
            "合同",
            "卷",
            "公式",
            "图例",
            "步骤",
            "被告",
            "原告",
            "证人",
        ),
        *(
            "编号",
            "志》卷",
            "例外",
            "房号",
            "座号",
            "案由",
            "窗口编号",
            "包件",
            "标包",
            "地块",
            "宗地",
            "机组",
            "泵站编号",
            "[》）]卷",
        ),
    )
)
"""Behind a noun whose instances are told apart by number."""
_BEHIND_LABEL: Final = "(?<=[格务案段据证形项式本例骤况告人号卷外由包件块地组题同准铁品量方口].)"
"""Gate of labels: their last letter stands before the number."""
BEHIND_LABELS: Final = (
    Rule(
        "train",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[台高]铁{DIGIT})[0-9]{{2,3}}次(?![数以左多])",
        reads=("台鐵412次", "搭乘台铁1234次"),
        leaves=("高铁12次", "台铁412个"),
        when=_BEHIND_LABEL,
        before=("sure",),
    ),
    Rule(
        "window",
        _IDENTIFIER,
        DIGIT,
        f"(?<=窗口{DIGIT})[0-9]?(?=[办受负咨领取])",
        reads=("窗口3办理社保业务",),
        leaves=("设窗口3个",),
        when=_BEHIND_LABEL,
    ),
    Rule(
        "labelled",
        _IDENTIFIER,
        DIGIT,
        f"{_LABELLED}[0-9]{{0,2}}(?:[-—–、和][0-9]{{1,3}}(?![0-9.]|{_COUNTED}))*"
        f"(?![0-9]|[.,][0-9]|[ \\n][0-9]|%|[至到~～—–-] ?[0-9])(?!(?!所[证示述列载指]){_COUNTED})",
        reads=("方案1", "标段3中标人", "原告提交证据1、借条一份", "证据3、4真实", "如证据6所证", "编号14有6个样本"),
        leaves=("方案1个", "证据3份", "方案120个", "任务3项"),
        when=_BEHIND_LABEL,
    ),
    Rule(
        "shown-in-table",
        _IDENTIFIER,
        DIGIT,
        f"(?<=[表图式]{DIGIT})[0-9]?(?:[-—–.][0-9]{{1,2}})?(?=所[示列述])",
        reads=("上图3所示",),
        leaves=("图书室3所",),
        when="(?<=[表图式].)",
    ),
)
NOTES: Final = (
    Rule(
        "note",
        _MARKER,
        DIGIT,
        f"(?:(?<=\\[{DIGIT})|(?<=\\[\\^{DIGIT})|(?<=【{DIGIT})|(?<=〔{DIGIT}))[0-9]{{0,2}}(?:[,，、–-][0-9]{{1,3}})*(?=[\\]】〕])",
        reads=("已有研究指出[7]。", "为主题的黑客松[^19]。", "参见文献【27】", "文献〔8〕"),
        leaves=("已办结[12件]", "某政发[2018]3号"),
        when="(?<=[\\[【〔^].)",
    ),
)
_QUOTES: Final = '[”」』"]'
QUOTED_NAMES: Final = (
    Rule(
        "number-of-quoted-name",
        _NAME,
        DIGIT,
        f"(?<=[㐀-鿿]{DIGIT})(?<![为达至到是于共超近约增减升降满有得逾余、，]{DIGIT})[0-9]*+(?={_QUOTES})",
        reads=("“海丰41205”轮沉没", "“远洋7”轮"),
        leaves=("“增至7”",),
        when=f"(?=[0-9]*+{_QUOTES})",
    ),
    Rule(
        "quoted-name-with-number",
        _NAME,
        DIGIT,
        f"(?<=[“「『]{DIGIT})[0-9]*+(?![0-9.,+·×-]|(?!工程|工作法){_COUNTED}|版)(?=[㐀-鿿]{{0,8}}?(?:计划|行动|工程|热线|战略|规划|专项|方案|体系|模式|工作法|机制|布局|联动|宣讲|宣讲团|品牌){_QUOTES})",
        reads=("“135提升计划”", "“12345热线”", "“1345工程”", "“8090新时代理论宣讲”"),
        leaves=("“3天内”办结", "“5公里生活圈”", "“28证合一”"),
        when="(?<=[“「『].)",
    ),
)
CRAFT: Final = (
    Rule(
        "version-of-technique",
        _NAME,
        DIGIT,
        f"(?:(?<=蓝牙{DIGIT})|(?<=Wi-Fi {DIGIT})|(?<=WiFi {DIGIT}))(?:[.][0-9])?(?![0-9]|[个台款])",
        reads=("支持蓝牙5.2，", "Wi-Fi 6，"),
        leaves=("蓝牙3个",),
        when="(?<=[牙 ].)",
    ),
    Rule(
        "aircraft",
        _NAME,
        DIGIT,
        f"(?:(?<=波音{DIGIT})|(?<=空客{DIGIT})|(?<=麦道{DIGIT}))[0-9]{{1,2}}(?:-[0-9]{{1,3}})?(?![0-9]|[.,][0-9]|[架万亿])"
        f"|(?:(?<=[歼轰]{DIGIT})|(?<=[运直]{DIGIT})(?=[0-9]?(?:[一二两三四五六七八九十0-9 ]{{1,3}}架|运输机|直升机|飞机|机型)))"
        "[0-9]?(?![0-9]|[.,][0-9]|[架万亿])",
        reads=("客机波音737两架", "空客320两架", "歼20战机", "运20两架"),
        leaves=("波音30架", "运20吨", "直5米"),
        when="(?<=[音客道歼轰运直].)",
    ),
)
ARMIES: Final = (
    Rule(
        "army-unit",
        _NAME,
        HAN,
        "[一二三四五六七八九十百]{0,4}(?:集团军|军团|纵队|兵团|军(?![人官民事工医校地转属烈用队营粮舰装训衔])|师(?![生傅资范德长级弟兄父爷])|旅(?![游客行馆居程]))",
        reads=("红二十六军四十二师", "红十五军团", "四旅"),
        leaves=("三军人", "四师生"),
        when="(?=[一二三四五六七八九十百]{0,4}(?:集团军|军|师|旅|纵队|兵团))",
    ),
)
CONGRESSES: Final = (
    Rule(
        "congress",
        _ORDINAL,
        HAN,
        f"(?<=党的{HAN})(?:(?<=[一二三四五六七八九])大(?=[精路会以报召闭开选党代至时前后通确提决，。、])|(?:(?<=十)|(?<=二)十)[一二三四五六七八九]?大)",
        reads=("学习党的十五大精神", "党的八大路线"),
        leaves=("党的三大法宝",),
        when="(?<=的.)",
        before=("small",),
    ),
)
CONGRESSES_ALONE: Final = (
    Rule(
        "congress-alone",
        _ORDINAL,
        HAN,
        "(?<=十)(?<![前的].)[二三四五六七]大(?=以来|精神|报告|召开|闭幕|开幕|胜利|路线|文件|[，。、；”》)])",
        reads=("学习十五大，宣传十五大", "十四大以来五年"),
        leaves=("十二大重点产业", "前十五大，"),
        when="(?=[二三四五六七]大)",
    ),
)
"""Congresses of the party that the lexicon does not name, where nothing stands behind that they could count."""
