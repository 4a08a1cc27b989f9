"""Help in Chinese: the first line of each command and the help of each option, by their English."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, get_type_hints

from typer.core import TyperCommand, TyperGroup

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "overview": "显示随包数据的内容。",
        "cases": "列出符合全部条件的案例。",
        "case": "显示一个案例：奖项、机构、题名、点评、相关案例和数字。",
        "awards": "列出符合全部条件的奖项。",
        "places": "列出符合全部条件的地方。",
        "metrics": "列出符合全部条件的数字。",
        "organisations": "列出符合全部条件的机构。",
        "reviews": "列出符合全部条件的专家点评。",
        "pool": "按分层列出申报数和获奖数；文献没有给出的申报数留空。",
        "indicators": "列出符合全部条件的指标。",
        "comparisons": "列出文本的对照、由此算出的变化，以及对所报变化的判断。",
        "wide": "列出供分析的平表：每个数字、出处、案例或奖项一行。",
        "terms": "列出符合全部条件的术语。",
        "term": "显示一个术语：组成部分、出处和事件。",
        "events": "列出符合全部条件的事件。",
        "timeline": "按时间列出有日期的事件。",
        "adoptions": "列出谁采纳了什么，以及必在其间的日期。",
        "reach": "列出术语的影响范围：地方、日期、采纳、案例、出处、首创声明。",
        "audit": "核对数据的每处文字是否见于你手中的文献；有不符者退出码为1。",
        "draft": "为一份文献起草编码：列出数字及建议，由人确认。",
        "explain": "说明文本中每个数词被当作什么、依据哪条规则或哪个词。",
        "figures": "在文本中找数字，给出位置和含义。",
        "changes": "在文本中找所述的变化，前后并列。",
        "find_terms": "在文本中找改革、平台和法规的名称。",
        "verify": "核对模型或人从文本中摘出的数字；有未确认者退出码为1。",
        "chart": "绘图，写为 .png、.svg、.pdf、.html 或 .json。",
        "explore": "写出浏览页：不用网络即可检索、筛选、绘图和取走数据。",
        "highlight": "把文本写成网页，标出数字、日期、名称、术语和变化。",
        "validate": "列出数据包的全部问题和应查看之处；有问题退出码为1。",
        "write": "写出随包数据；格式看后缀：.zip、.xlsx、.sqlite、.db、.json，无后缀为文件夹。",
        "convert": "读取数据包，写成另一格式。",
        "template": "建立空的数据包：带表头的文件、datapackage.json 和编码手册。",
        "diff": "按行和字段显示两个数据包的差别。",
        "cite": "显示数据集、软件、文献或案例的引文。",
        "codebook": "显示各表各列，以及各编码表的取值。",
    }
)
"""By name of the command."""

OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "table, json, csv or jsonl": "table、json、csv 或 jsonl",
        "id of a round: pmi-4, mpro-2018, rib-2019": "届次编号：pmi-4、mpro-2018、rib-2019",
        "id of a tier": "奖项档次编号",
        "name, code or id; includes what lies in it": "名称、代码或编号，含其下辖",
        "the place itself, not what lies in it": "只算该地本身，不含下辖",
        "central, province, prefecture, county, township, village, mixed": "牵头单位层级：中央、省级、市级、县级、乡级、村级等",
        "level of any body listed, not only the leading one": "任一所列机构的层级",
        "domain of the case, first or further": "案例的领域，主要或其他",
        "COFOG division, such as 04": "政府职能分类，如 04",
        "key shared by cases of one practice": "同一改革各案例共用的键",
        "described, comment_only, title_only": "文本覆盖：有正文、仅有点评、仅有标题",
        "part of the name of a body or place listed": "所列机构或地方名称的一部分",
        "part of a title or name, in Chinese or English": "题名或名称的一部分，中英文均可",
        "id of a case": "案例编号",
        "name, code or id; lists it and what lies in it": "名称、代码或编号，列出该地及下辖",
        "division, township, village, zone, site, …": "类型：行政区划、乡镇、村、园区等",
        "id of what the sentence speaks of: a case, place, term, body, …": "句子所说对象的编号或名称",
        "id of the case credited": "所属案例编号",
        "id of an indicator; narrower ones are included": "指标编号，含其下位指标",
        "indicator family: time, documents, items, …": "指标族：办理时间、材料、事项等",
        "input, activity, output, outcome, context, award_process, …": "逻辑模型类别：投入、活动、产出、成效等",
        "time, percent, count, money, …": "量纲：time（自然日和工作日）、百分比、计数、金额等",
        "code of the unit: workday, %, 个, …": "单位代码：workday、%、个等",
        "before, after, change, level": "改革前、改革后、变化量、水平",
        "achieved, target, limit, promise, rule, plan": "已实现、目标、限定、承诺、规定、计划",
        "single, mean, min, max, total, each": "单值、平均、最小、最大、合计、每个",
        "id of a document": "文献编号",
        "who says it: applicant, yearbook, expert, …": "叙述者：申报单位、年鉴、专家等",
        "what is doubtful: damaged, inconsistent, …": "疑点：文本损坏、前后不一致等",
        "party, government, court, enterprise, …": "机构类型",
        "id of the case commented on": "所评案例编号",
        "part of the expert's name": "专家姓名的一部分",
        "leader, level, tier, domain or prefecture": "分层：牵头、层级、档次、领域或地级市",
        "whether like is set against like": "两边是否可比",
        "own_past, traditional_mode, target, external, peer, …": "对照：自身过去、传统模式、目标、外部标准等",
        "metric, mention, case or award": "一行是什么：metric、mention、case 或 award",
        "reform, platform, mechanism, framework, regulation, …": "类型：改革、平台系统、机制、框架、法规等",
        "id of a document that names it": "提到它的文献编号",
        "id of a term": "术语编号",
        "launch, plan, law, endorsement, adoption, first_claim, …": "事件类型：启动、方案、立法、肯定、采纳、首创声明等",
        "EDTF date, such as 2018-06": "EDTF 日期，如 2018-06",
        "id of a body or place that did it": "行为机构或地方的编号",
        "instruction, praise, model_case, external_award, …": "肯定的形式：批示、肯定、典型案例等",
        "world, nation, province, city, unstated": "首创范围：世界、全国、全省、全市、未说明",
        "pilot, full, unstated": "试点、全面、未说明",
        "id of the term that was taken up": "所采纳术语的编号",
        "only with, or only without a date": "只要有日期的，或只要没有日期的",
        "id of a term; all by default": "术语编号，默认全部",
        "folder that holds the source texts": "放文献文本的文件夹",
        "a folder, a zip file, datapackage.json, or a file written before": "文件夹、zip、datapackage.json，或先前写出的文件",
        "file or folder to write": "要写的文件或文件夹",
        "what to write; by the suffix of TARGET where it is not said, a folder for none": "写成什么；不说则看后缀，无后缀为文件夹",
        "replace what stands there": "替换已有的内容",
        "write the bundled dataset and the package together": "把随包数据和该数据包合写",
        "folder to make": "要建的文件夹",
        "a table to make a file for; all by default": "要建文件的表，默认全部",
        "a package, or “bundled”": "数据包，或 “bundled”（随包数据）",
        "as a section of a changelog": "写成变更日志的一节",
        "dataset, software, or the id of a source or case": "dataset、software，或文献、案例的编号",
        "text, bibtex, csl-json or ris": "text、bibtex、csl-json 或 ris",
        "language of titles and notes": "题名和注的语言",
        "a table; all by default": "表名，默认全部",
        "files, folders, patterns, zip archives; - for standard input": "文件、文件夹、通配符或 zip 文件；- 为标准输入",
        "a text to read in place of files": "直接给出一段文本，代替文件",
        "file to write: .parquet .arrow .csv .jsonl; the screen by default": "要写的文件：.parquet .arrow .csv .jsonl，默认显示在屏幕",
        "column or key of the texts in tables": "表中文本所在的列或键",
        "column or key of their ids": "表中编号所在的列或键",
        "encoding of text files, where it is not decided by their bytes": "文本文件的编码，字节不能确定时用",
        "processes; one for each core for larger inputs": "进程数，输入较大时默认每核一个",
        "skip and report what cannot be read, or stop": "遇不能读取者：略过并报告，或停止",
        "go on where a run into the same file stopped": "接着写同一文件的上次运行",
        "replace the file if it exists": "文件已存在则替换",
        "read at most so many documents and rows": "至多读取的文献和行数",
        "kinds of numerals; quantities by default": "数词的类别，默认只要数量",
        "CSV of your own names: word, and if you like kind and term (an id)": "自有名称的 CSV：word，可另加 kind 和 term（编号）",
        "what a bare 元 is: CN, HK, MO, TW": "“元”指何地货币：CN、HK、MO、TW",
        "what standard input is": "标准输入的格式",
        "on the screen: table, json, csv or jsonl": "屏幕上的格式：table、json、csv 或 jsonl",
        "the document: .txt, .md, .html, .docx or .pdf with a text layer": "文献：.txt、.md、.html、.docx 或带文本层的 .pdf",
        "folder for the draft, its text and its data package": "放草稿、文本和数据包的文件夹",
        "id of the document, from which those of its figures are made": "文献编号，其数字的编号由此而来",
        "kind of the document: news, yearbook, notice, …": "文献类型：新闻、年鉴、通报等",
        "write a sheet to code in as well: excel or csv": "另写一份编码表：excel 或 csv",
        "propose nothing, for a second coder": "不给建议，供第二编码者用",
        "replace a draft that stands there": "替换已有的草稿",
        "a text, or the path of a text file in UTF-8": "一段文本，或 UTF-8 文本文件的路径",
        "kinds of numerals; all by default": "数词的类别，默认全部",
        "what was extracted: .jsonl (langextract's too), .json, .csv or .xlsx": "摘出的数字：.jsonl、.json、.csv 或 .xlsx",
        "a text, or a folder of .txt files": "一份文本，或含 .txt 文件的文件夹",
        "write the report as an HTML page as well": "另把报告写成 HTML 网页",
        "list the figures that nobody extracted instead": "改为列出未被摘出的数字",
        "replace a page that stands there": "替换已有的网页",
        "which chart": "哪种图",
        "file to write; it is replaced": "要写的文件，已有则替换",
        "a package of your own instead of the bundled data": "用自有数据包代替随包数据",
        "id of a round (awards, domains, maps)": "届次编号（奖项、领域、地图）",
        "indicator family (dumbbell)": "指标族（前后对照图）",
        "id of a term (adoptions)": "术语编号（采纳图）",
        "en or zh; charts take both as well": "en 或 zh；图也可用 both",
        "font family that pictures are drawn in": "绘图所用字体",
        "a package of your own; the bundled data if none is given": "自有数据包，不给则用随包数据",
        "folder of the source texts: figures then show their sentences": "放文献文本的文件夹：数字会显示所在句子",
        "a text in UTF-8": "UTF-8 文本",
        "day on which you read it: 2026-11-30": "阅读日期：2026-11-30",
        "key of the coder: opens a draft (a folder of zjreform draft) in coding mode": "编码者的键：以编码方式打开草稿文件夹",
        "what is known of the document, NAME=VALUE: title_zh=…; can be repeated": "文献的已知信息，NAME=VALUE：title_zh=…，可重复",
        "print the versions and exit": "显示版本并退出",
    }
)
"""By English help: a test holds that every option stands here."""


def in_chinese(command: Callable[..., None]) -> str:
    """Give the options of a command their Chinese help, and return its own.

    Example:
        >>> def cases() -> None: ...
        >>> in_chinese(cases)
        '列出符合全部条件的案例。'
    """
    for hint in get_type_hints(command, include_extras=True).values():
        for told in getattr(hint, "__metadata__", ()):
            _translate(told)
    return COMMANDS.get(command.__name__) or (command.__doc__ or "").strip()


def _translate(told: Any) -> None:  # noqa: ANN401 (an option or argument of typer)
    words = str(getattr(told, "help", ""))
    if words in OPTIONS:
        told.help = OPTIONS[words]


ABOUT = """查询浙江“最多跑一次”改革的证据库，并核对、写出和引用。

退出码：0 完成；1 所核对的有问题；2 命令有误（未知的编号、取值、选项或路径）。
"""
"""What the program says of itself."""

_HEADINGS = (
    (r"^Usage: ", "用法："),
    (r"^Arguments:$", "参数："),
    (r"^Options:$", "选项："),
    (r"^Commands:$", "命令："),
    (r"\[default:\s+", "[默认："),
    (r"\[required\]", "[必填]"),
    (r"Show\s+this\s+message\s+and\s+exit\.", "显示帮助并退出。"),
)


def help_in_chinese(text: str) -> str:
    """Return the help that typer lays out with its own words in Chinese.

    Example:
        >>> help_in_chinese("Usage: zjreform case [OPTIONS] ID")
        '用法：zjreform case [OPTIONS] ID'
    """
    for pattern, chinese in _HEADINGS:
        text = re.sub(pattern, chinese, text, flags=re.MULTILINE)
    return text


class ChineseCommand(TyperCommand):
    """A command whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 (a context of whatever typer builds on)
        """Return the help, laid out."""
        return help_in_chinese(super().get_help(ctx))


class ChineseGroup(TyperGroup):
    """The program, whose help is Chinese throughout."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 (as above)
        """Return the help, laid out."""
        return help_in_chinese(super().get_help(ctx))
