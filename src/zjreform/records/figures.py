"""Figures: what is measured, each claim, what is set against what, and the numerals that are no figure."""

import attrs

from zjreform.columns.column import SLUG, Edtf, checked, column, identifier
from zjreform.lazy import HasCard
from zjreform.quantity.quantities import Quantity
from zjreform.quantity.units import Dimension
from zjreform.records.figure_codes import (
    Accrual,
    Aggregate,
    BaseStatus,
    Category,
    Comparator,
    Composition,
    Damage,
    Direction,
    Family,
    Position,
    Qualifier,
    Quality,
    Reading,
    Status,
    Voice,
)
from zjreform.records.history_codes import DateStatus
from zjreform.records.index import RECORD_TABLES
from zjreform.text.kinds import Kind


@attrs.frozen(kw_only=True, field_transformer=checked)
class Indicator(HasCard):
    """What is measured, so that claims of different texts can be set side by side.

    Example:
        >>> import zjreform as zj
        >>> zj.load().indicators["company-setup-time"].direction.value
        'lower'
    """

    id: str = attrs.field(metadata=identifier("Key of the indicator."))
    name_zh: str = attrs.field(metadata=column("名称", "name (zh)", "Name in Chinese."))
    name_en: str = attrs.field(metadata=column("英文名称", "name (en)", "Name in English."))
    family: Family = attrs.field(metadata=column("指标族", "family", "The group it belongs to."))
    definition_zh: str = attrs.field(metadata=column("定义", "definition (zh)", "What is measured, in own words."))
    definition_en: str = attrs.field(metadata=column("英文定义", "definition (en)", "The same in English."))
    scope_zh: str | None = attrs.field(
        default=None,
        metadata=column("口径", "scope (zh)", "What is counted in and what is not.", none="the texts do not say"),
    )
    scope_en: str | None = attrs.field(
        default=None, metadata=column("英文口径", "scope (en)", "The same in English.", none="the texts do not say")
    )
    variant_of: str | None = attrs.field(
        default=None,
        metadata=column(
            "上位指标", "variant of", "The indicator it narrows.", none="it narrows none", refs="indicators"
        ),
    )
    dimension: Dimension = attrs.field(metadata=column("量纲", "dimension", "Dimension of its quantities."))
    direction: Direction = attrs.field(metadata=column("方向", "direction", "Which way it is wanted to go."))
    category: Category = attrs.field(metadata=column("逻辑模型类别", "category", "Its place in the logic model."))


@attrs.frozen(kw_only=True, field_transformer=checked)
class Metric(HasCard):
    """One claim about one thing; its mentions say where it stands.

    Example:
        >>> import zjreform as zj
        >>> str(zj.load().metrics["nanhu-setup-time-before"].quantity)
        '8个工作日'
    """

    id: str = attrs.field(metadata=identifier("Key of the claim."))
    about: str = attrs.field(
        metadata=column("对象", "about", "The narrowest thing the sentence speaks of.", refs=RECORD_TABLES)
    )
    case: str | None = attrs.field(
        default=None,
        metadata=column("所属案例", "case", "The case credited with it.", none="no case is credited", refs="cases"),
    )
    indicator: str = attrs.field(metadata=column("指标", "indicator", "What is measured.", refs="indicators"))
    position: Position = attrs.field(metadata=column("位置", "position", "Where it stands in a change over time."))
    status: Status = attrs.field(metadata=column("状态", "status", "What the text does with it."))
    aggregate: Aggregate = attrs.field(metadata=column("汇总方式", "aggregate", "What it says of a collection."))
    accrual: Accrual = attrs.field(metadata=column("时间属性", "accrual", "How it stands in time."))
    per: str | None = attrs.field(
        default=None,
        metadata=column(
            "单位基准", "per", "What it is counted for, such as day or procedure.", none="not per anything"
        ),
    )
    quantity: Quantity = attrs.field(metadata=column("数量", "quantity", "Value, range, bound and unit as stated."))
    base: str | None = attrs.field(
        default=None,
        metadata=column(
            "基数",
            "base",
            "What a share is of, or a change set against, in English.",
            none="no base, or the text does not give it",
        ),
    )
    base_status: BaseStatus = attrs.field(metadata=column("基数状态", "base status", "Whether the base is given."))
    population: str | None = attrs.field(
        default=None,
        metadata=column(
            "总体", "population", "Who or what is counted, in English.", none="nothing narrower than the indicator says"
        ),
    )
    part_of: str | None = attrs.field(
        default=None,
        metadata=column(
            "属于", "part of", "The metric of the whole that it is part of.", none="no whole is given", refs="metrics"
        ),
    )
    composition: Composition | None = attrs.field(
        default=None,
        metadata=column("构成关系", "composition", "How it stands to that whole.", none="no whole is given"),
    )
    period: Edtf | None = attrs.field(
        default=None,
        metadata=column(
            "时期", "period", "The time it holds for, or the moment.", none="not stated and not to be inferred"
        ),
    )
    period_text: str | None = attrs.field(
        default=None,
        metadata=column(
            "时期原文",
            "period text",
            "The words, where they are relative or damaged.",
            none="the date is plain or there is none",
        ),
    )
    period_status: DateStatus | None = attrs.field(
        default=None, metadata=column("时期依据", "period status", "How sure *period* is.", none="no period")
    )
    rank_scope: str | None = attrs.field(
        default=None,
        metadata=column(
            "排名范围", "rank scope", "Among what a rank is held, and for how long, in English.", none="not a rank"
        ),
    )
    qualifier: Qualifier | None = attrs.field(
        default=None, metadata=column("限定", "qualifier", "A condition set on it.", none="no condition")
    )
    quality: tuple[Quality, ...] = attrs.field(
        default=(), metadata=column("质量标记", "quality", "What is doubtful about it in this copy.")
    )
    inconsistent_with: tuple[str, ...] = attrs.field(
        default=(), metadata=column("矛盾于", "inconsistent with", "Metrics that contradict it.", refs="metrics")
    )
    reading: Reading = attrs.field(metadata=column("解析方式", "reading", "How the quantity comes out of the surface."))
    note_zh: str | None = attrs.field(
        default=None, metadata=column("说明", "note (zh)", "What a user must know.", none="nothing beyond the fields")
    )
    note_en: str | None = attrs.field(
        default=None, metadata=column("英文说明", "note (en)", "The same in English.", none="nothing beyond the fields")
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Pairing(HasCard):
    """What a text sets against what.

    Example:
        >>> import zjreform as zj
        >>> zj.load().pairings["nanhu-setup-time"].after
        'nanhu-setup-time-after'
    """

    id: str = attrs.field(metadata=identifier("Key of the pairing."))
    before: str | None = attrs.field(
        default=None,
        metadata=column("改革前", "before", "The metric it starts from.", none="the text gives none", refs="metrics"),
    )
    after: str | None = attrs.field(
        default=None,
        metadata=column("改革后", "after", "The metric it arrives at.", none="the text gives none", refs="metrics"),
    )
    reported: str | None = attrs.field(
        default=None,
        metadata=column(
            "报告变化", "reported", "The change as the text reports it.", none="the text reports none", refs="metrics"
        ),
    )
    comparator: Comparator = attrs.field(metadata=column("比较对象", "comparator", "What it is set against."))
    like_with_like: bool = attrs.field(
        metadata=column("同口径", "like with like", "Whether both sides measure the same thing in the same way.")
    )
    why_not_zh: str | None = attrs.field(
        default=None, metadata=column("不可比原因", "why not (zh)", "Why they are not alike.", none="they are alike")
    )
    why_not_en: str | None = attrs.field(
        default=None, metadata=column("不可比原因英文", "why not (en)", "The same in English.", none="they are alike")
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class NonFigure(HasCard):
    """A numeral that is no figure; its mention says where it stands.

    Example:
        >>> import zjreform as zj
        >>> sorted({row.kind.value for row in zj.load().non_figures})
        ['date', 'identifier', 'lexical', 'marker', 'name', 'ordinal']
    """

    id: str = attrs.field(metadata=identifier("Key of the row."))
    kind: Kind = attrs.field(metadata=column("类型", "kind", "What it is.", without=(Kind.UNREAD,)))
    edtf: Edtf | None = attrs.field(
        default=None,
        metadata=column("日期", "EDTF date", "The date it says.", none="no date, or one that EDTF cannot say"),
    )
    date_status: DateStatus | None = attrs.field(
        default=None, metadata=column("日期依据", "date status", "How sure the date is.", none="no date")
    )
    value: int | None = attrs.field(
        default=None, metadata=column("序值", "value", "The number of an ordinal.", none="not an ordinal")
    )
    note: str | None = attrs.field(
        default=None,
        metadata=column("说明", "note", "What the numeral belongs to, in English.", none="the surface says it"),
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Mention(HasCard):
    """The span at which a record stands in a document.

    Offsets are code points of the file that the source's hash names: ``text[start:end] == surface``.

    Example:
        >>> import zjreform as zj
        >>> mention = zj.load().find_mentions(of="metrics:nanhu-setup-time-before").one()
        >>> mention.surface, mention.end - mention.start
        ('8个工作日', 5)
    """

    id: str = attrs.field(metadata=identifier("Key of the mention."))
    of: str = attrs.field(
        metadata=column(
            "所指记录",
            "of",
            "The record that stands there.",
            refs=(
                "metrics",
                "non_figures",
                "terms",
                "places",
                "organisations",
                "events",
                "awards",
                "applicants",
                "case_titles",
                "reviews",
            ),
        )
    )
    source: str = attrs.field(metadata=column("来源", "source", "The document.", refs="sources"))
    start: int = attrs.field(
        metadata=column("起", "start", "Offset of the first character.", unit="code points", minimum=0)
    )
    end: int = attrs.field(
        metadata=column("止", "end", "Offset behind the last character.", unit="code points", minimum=1)
    )
    surface: str | None = attrs.field(
        default=None,
        metadata=column("原文", "surface", "The characters themselves.", none="a personal identifier, withheld"),
    )
    voice: Voice = attrs.field(metadata=column("叙述者", "voice", "Who says it."))
    damage: Damage | None = attrs.field(
        default=None,
        metadata=column("损坏", "damage", "What happened to the characters in this copy.", none="the span is whole"),
    )
    context: str | None = attrs.field(
        default=None,
        metadata=column(
            "上下文散列",
            "context",
            "SHA-256 of the eight characters before the span and of the eight behind it, eight hexadecimal digits of each.",
            none="not computed",
            pattern="[0-9a-f]{16}",
        ),
    )
    paragraph: int | None = attrs.field(
        default=None,
        metadata=column(
            "段",
            "paragraph",
            "Number of the line in which its first character stands, from 1 through the document; lines of blanks alone do not count.",
            none="not computed",
            minimum=1,
        ),
    )
    sentence: int | None = attrs.field(
        default=None,
        metadata=column(
            "句",
            "sentence",
            "Number of the sentence in which its first character stands, from 1 through the document. A sentence ends behind 。！？ "
            "with the quotes and brackets that close there, and with the line; one of blanks alone does not count.",
            none="not computed",
            minimum=1,
        ),
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Coding(HasCard):
    """One coder's value for one field of one record, before settlement.

    Example:
        >>> import zjreform as zj
        >>> sorted({row.coder for row in zj.load().codings.where(lambda row: row.field == "domain")})
        ['coder-1', 'coder-2']
    """

    id: str = attrs.field(metadata=identifier("Key of the row."))
    of: str = attrs.field(metadata=column("所指记录", "of", "The record coded.", refs=("cases", "sources", "mentions")))
    field: str = attrs.field(metadata=column("字段", "field", "The field coded.", pattern="[a-z_]+"))
    coder: str = attrs.field(
        metadata=column("编码者", "coder", "Key of the coder; the two worked without seeing each other.", pattern=SLUG)
    )
    value: str | None = attrs.field(
        default=None,
        metadata=column("取值", "value", "The value as the file writes it.", none="the coder left it empty"),
    )
