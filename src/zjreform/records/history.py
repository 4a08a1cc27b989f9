"""Vocabulary and history: named reforms, platforms and rules, and what happened when."""

import attrs

from zjreform.columns.column import Edtf, checked, column, identifier
from zjreform.lazy import HasCard
from zjreform.records.history_codes import AdoptionExtent, ClaimScope, DateStatus, EndorsementKind, EventKind, TermKind


@attrs.frozen(kw_only=True, field_transformer=checked)
class Term(HasCard):
    """A named reform, platform, mechanism, framework, rule, plan, institution or slogan.

    Example:
        >>> import zjreform as zj
        >>> zj.load().terms["run-at-most-once"].name_hant
        '最多跑一次'
    """

    id: str = attrs.field(metadata=identifier("Key of the term."))
    name_zh: str = attrs.field(metadata=column("名称", "name (zh-Hans)", "Name in Simplified Chinese."))
    name_hant: str = attrs.field(metadata=column("繁体名称", "name (zh-Hant)", "Name in Traditional Chinese."))
    name_en: str = attrs.field(metadata=column("英文名称", "name (en)", "Name in English."))
    kind: TermKind = attrs.field(metadata=column("类型", "kind", "What sort of thing it is."))
    aliases: tuple[str, ...] = attrs.field(
        default=(), metadata=column("别名", "aliases", "Other forms in the documents, in either script.")
    )
    definition_zh: str | None = attrs.field(
        default=None,
        metadata=column("定义", "definition (zh)", "What it is, in own words.", none="the documents only name it"),
    )
    definition_en: str | None = attrs.field(
        default=None,
        metadata=column("英文定义", "definition (en)", "The same in English.", none="the documents only name it"),
    )
    operator: str | None = attrs.field(
        default=None,
        metadata=column(
            "主办者", "operator", "Who runs or made it.", none="not stated", refs=("organisations", "places")
        ),
    )
    place: str | None = attrs.field(
        default=None,
        metadata=column(
            "地方", "place", "The place it belongs to.", none="no single place, or not stated", refs="places"
        ),
    )
    since: Edtf | None = attrs.field(
        default=None, metadata=column("起始", "since", "When it began.", none="not stated")
    )
    cases: tuple[str, ...] = attrs.field(
        default=(), metadata=column("相关案例", "cases", "Cases that are about it or use it.", refs="cases")
    )
    related: tuple[str, ...] = attrs.field(
        default=(), metadata=column("相关术语", "related terms", "Terms it belongs with.", refs="terms")
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class TermPart(HasCard):
    """A part of a framework, in order.

    Example:
        >>> import zjreform as zj
        >>> parts = zj.load().term_parts.where(lambda row: row.term == "seven-transformations")
        >>> len(parts)
        7
    """

    id: str = attrs.field(metadata=identifier("Key of the row."))
    term: str = attrs.field(metadata=column("框架", "term", "The framework.", refs="terms"))
    order: int = attrs.field(metadata=column("次序", "order", "Place among the parts.", minimum=1))
    name_zh: str = attrs.field(metadata=column("名称", "name (zh)", "Name of the part."))
    name_en: str = attrs.field(metadata=column("英文名称", "name (en)", "The same in English."))
    from_zh: str | None = attrs.field(
        default=None,
        metadata=column("从", "from (zh)", "What it moves away from.", none="the part is no transformation"),
    )
    from_en: str | None = attrs.field(
        default=None,
        metadata=column("从（英文）", "from (en)", "The same in English.", none="the part is no transformation"),
    )
    to_zh: str | None = attrs.field(
        default=None, metadata=column("到", "to (zh)", "What it moves to.", none="the part is no transformation")
    )
    to_en: str | None = attrs.field(
        default=None,
        metadata=column("到（英文）", "to (en)", "The same in English.", none="the part is no transformation"),
    )
    part: str | None = attrs.field(
        default=None,
        metadata=column(
            "部分术语", "part term", "The term that the part is.", none="the part has no row of its own", refs="terms"
        ),
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Event(HasCard):
    """Something that happened, is due, or is claimed.

    Example:
        >>> import zjreform as zj
        >>> zj.load().events["launch-of-the-reform"].date
        '2016-12'
    """

    id: str = attrs.field(metadata=identifier("Key of the event."))
    kind: EventKind = attrs.field(metadata=column("类型", "kind", "What happened."))
    name_zh: str = attrs.field(metadata=column("名称", "name (zh)", "What happened, in own words."))
    name_en: str = attrs.field(metadata=column("英文名称", "name (en)", "The same in English."))
    date: Edtf | None = attrs.field(
        default=None, metadata=column("日期", "date", "When.", none="not stated and not to be inferred")
    )
    date_text: str | None = attrs.field(
        default=None,
        metadata=column(
            "日期原文",
            "date text",
            "The words, where they are relative or damaged.",
            none="the date is plain or there is none",
        ),
    )
    date_status: DateStatus | None = attrs.field(
        default=None, metadata=column("日期依据", "date status", "How sure the date is.", none="no date")
    )
    order: int | None = attrs.field(
        default=None,
        metadata=column(
            "次序",
            "order",
            "Place in a sequence the text gives without dates.",
            none="not part of a sequence",
            minimum=1,
        ),
    )
    actors: tuple[str, ...] = attrs.field(
        default=(), metadata=column("行动者", "actors", "Who did it.", refs=("organisations", "places"))
    )
    actor_text: str | None = attrs.field(
        default=None,
        metadata=column(
            "行动者说明", "actor text", "Actors with no row of their own, in English.", none="all actors have rows"
        ),
    )
    receiver: str | None = attrs.field(
        default=None,
        metadata=column(
            "接受者",
            "receiver",
            "Who is endorsed, or whom a policy is taken from.",
            none="not stated",
            refs=("organisations", "places"),
        ),
    )
    endorsement: EndorsementKind | None = attrs.field(
        default=None, metadata=column("肯定形式", "endorsement", "In what form.", none="no endorsement")
    )
    extent: AdoptionExtent | None = attrs.field(
        default=None, metadata=column("采纳程度", "extent", "How far it was taken up.", none="no adoption")
    )
    claim_scope: ClaimScope | None = attrs.field(
        default=None,
        metadata=column(
            "声明范围", "claim scope", "Among whom somebody is said to be first.", none="no claim of being first"
        ),
    )
    term: str | None = attrs.field(
        default=None, metadata=column("术语", "term", "What it is about.", none="no term", refs="terms")
    )
    case: str | None = attrs.field(
        default=None, metadata=column("案例", "case", "The case it belongs to.", none="no case", refs="cases")
    )
    place: str | None = attrs.field(
        default=None, metadata=column("地方", "place", "Where.", none="no single place", refs="places")
    )
