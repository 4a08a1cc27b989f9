"""Documents, rounds, awards and the cases they honour."""

import attrs

from zjreform.columns.column import SLUG, Edtf, checked, column, identifier
from zjreform.lazy import HasCard
from zjreform.records.history_codes import DateStatus
from zjreform.records.roster_codes import (
    ApplicantRole,
    Basis,
    BodyRole,
    CodedFrom,
    Cofog,
    Coverage,
    Domain,
    Extent,
    Honours,
    Level,
    OrderRule,
    RelationKind,
    SourceKind,
    TitlePlace,
)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Source(HasCard):
    """One document that the dataset is coded from.

    Example:
        >>> import zjreform as zj
        >>> zj.load().sources["lishui-yearbook-2019"].published
        '2020-04-10'
    """

    id: str = attrs.field(metadata=identifier("Key of the document."))
    title_zh: str = attrs.field(metadata=column("题名", "title (zh)", "Title as printed."))
    title_en: str = attrs.field(metadata=column("英文题名", "title (en)", "Title in English, by this project."))
    kind: SourceKind = attrs.field(metadata=column("类型", "kind", "What sort of publication it is."))
    authors: tuple[str, ...] = attrs.field(
        default=(), metadata=column("作者", "authors", "Authors or editors as named; empty if none is.")
    )
    container_zh: str | None = attrs.field(
        default=None,
        metadata=column("载体", "container (zh)", "Periodical or book it stands in.", none="it is a whole work"),
    )
    publisher_zh: str = attrs.field(metadata=column("发布者", "publisher (zh)", "Who published this copy."))
    publisher_en: str = attrs.field(
        metadata=column("发布者英文名", "publisher (en)", "The publisher's name in English.")
    )
    published: Edtf = attrs.field(metadata=column("发布日期", "published", "When this copy was published."))
    date_status: DateStatus = attrs.field(metadata=column("日期依据", "date status", "How sure *published* is."))
    period: Edtf = attrs.field(metadata=column("覆盖时期", "period", "The time it reports on."))
    language: str = attrs.field(metadata=column("语言", "language", "Language tag of the text.", pattern="zh-Han[st]"))
    isbn: str | None = attrs.field(
        default=None,
        metadata=column(
            "书号", "ISBN", "International Standard Book Number.", none="not a book", pattern=r"[0-9-]{13,17}"
        ),
    )
    file: str = attrs.field(
        metadata=column(
            "文件名",
            "file",
            "Name of the file that holds the copy.",
            pattern=r"[0-9A-Za-z_一-鿿][0-9A-Za-z_一-鿿-]*\.txt",
        )
    )
    sha256: str = attrs.field(metadata=column("校验和", "SHA-256", "Hash of the copy's bytes.", pattern="[0-9a-f]{64}"))
    characters: int = attrs.field(
        metadata=column("字符数", "characters", "Length of the copy in code points.", unit="code points", minimum=1)
    )
    extent: Extent = attrs.field(metadata=column("完整程度", "extent", "Whether the copy holds the whole original."))
    extent_zh: str = attrs.field(
        metadata=column("内容范围", "what it holds (zh)", "What part of the original the copy holds.")
    )
    extent_en: str = attrs.field(metadata=column("内容范围英文", "what it holds (en)", "The same in English."))


@attrs.frozen(kw_only=True, field_transformer=checked)
class Round(HasCard):
    """One edition of an award.

    Example:
        >>> import zjreform as zj
        >>> zj.load().rounds["rib-2019"].entries
        262
    """

    id: str = attrs.field(metadata=identifier("Key of the round."))
    name_zh: str = attrs.field(metadata=column("名称", "name (zh)", "Name in Chinese."))
    name_en: str = attrs.field(metadata=column("英文名称", "name (en)", "Name in English."))
    period: Edtf = attrs.field(metadata=column("所属时期", "period", "The year or time in the round's name or notice."))
    period_note_zh: str = attrs.field(
        metadata=column("年份含义", "what the year means (zh)", "What that year refers to.")
    )
    period_note_en: str = attrs.field(
        metadata=column("年份含义英文", "what the year means (en)", "The same in English.")
    )
    announced: Edtf | None = attrs.field(
        default=None,
        metadata=column("公布日期", "announced", "When the results were announced.", none="not stated in these copies"),
    )
    announced_status: DateStatus | None = attrs.field(
        default=None, metadata=column("日期依据", "date status", "How sure *announced* is.", none="no date")
    )
    entries: int | None = attrs.field(
        default=None, metadata=column("申报数", "entries", "Cases entered.", none="not stated", unit="cases", minimum=1)
    )
    entries_provincial: int | None = attrs.field(
        default=None,
        metadata=column(
            "省直申报数",
            "provincial entries",
            "Entries led by provincial departments.",
            none="not stated",
            unit="cases",
            minimum=0,
        ),
    )
    entries_local: int | None = attrs.field(
        default=None,
        metadata=column(
            "地方申报数",
            "local entries",
            "Entries led by cities, counties and districts.",
            none="not stated",
            unit="cases",
            minimum=0,
        ),
    )
    criteria_zh: tuple[str, ...] = attrs.field(
        default=(), metadata=column("评审标准", "criteria (zh)", "Criteria as named; empty if none are.")
    )
    criteria_en: tuple[str, ...] = attrs.field(
        default=(), metadata=column("评审标准英文", "criteria (en)", "The same in English.")
    )
    stages_zh: tuple[str, ...] = attrs.field(
        default=(), metadata=column("评选环节", "stages (zh)", "Stages of the selection as named, in order.")
    )
    stages_en: tuple[str, ...] = attrs.field(
        default=(), metadata=column("评选环节英文", "stages (en)", "The same in English.")
    )
    source: str = attrs.field(metadata=column("来源", "source", "The document that reports the round.", refs="sources"))


@attrs.frozen(kw_only=True, field_transformer=checked)
class RoundBody(HasCard):
    """A body that guided, hosted, organised or ran a round.

    Example:
        >>> import zjreform as zj
        >>> len(zj.load().round_bodies.where(lambda row: row.round == "pmi-4"))
        5
    """

    id: str = attrs.field(metadata=identifier("Key of the row."))
    round: str = attrs.field(metadata=column("届次", "round", "The round.", refs="rounds"))
    organisation: str = attrs.field(metadata=column("机构", "organisation", "The body.", refs="organisations"))
    role: BodyRole = attrs.field(metadata=column("职责", "role", "What it did."))
    order: int = attrs.field(
        metadata=column("次序", "order", "Place among the bodies of its role, as listed.", minimum=1)
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Tier(HasCard):
    """A class of honour in a round.

    Example:
        >>> import zjreform as zj
        >>> [tier.quota for tier in zj.load().tiers.where(lambda row: row.round == "rib-2019")]
        [10, 10, 20]
    """

    id: str = attrs.field(metadata=identifier("Key of the tier."))
    round: str = attrs.field(metadata=column("届次", "round", "The round.", refs="rounds"))
    name_zh: str = attrs.field(metadata=column("名称", "name (zh)", "Name in Chinese."))
    name_en: str = attrs.field(metadata=column("英文名称", "name (en)", "Name in English."))
    rank: int = attrs.field(
        metadata=column("档次", "rank", "Place among the tiers of the round as listed, from the top.", minimum=1)
    )
    honours: Honours = attrs.field(metadata=column("授予对象", "honours", "Whether it honours cases or organisations."))
    quota: int = attrs.field(metadata=column("名额", "quota", "Honours given.", unit="awards", minimum=1))
    order_rule: OrderRule = attrs.field(metadata=column("排序规则", "order rule", "What decided the order."))
    factors_zh: tuple[str, ...] = attrs.field(
        default=(), metadata=column("结合因素", "factors (zh)", "Factors beside the score; empty if none.")
    )
    factors_en: tuple[str, ...] = attrs.field(
        default=(), metadata=column("结合因素英文", "factors (en)", "The same in English.")
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Award(HasCard):
    """One honour given.

    Example:
        >>> import zjreform as zj
        >>> zj.load().awards["mpro-2018-05"].case
        'nanhu-company-setup'
    """

    id: str = attrs.field(metadata=identifier("Key of the award: round, tier where there are several, and position."))
    round: str = attrs.field(metadata=column("届次", "round", "The round.", refs="rounds"))
    tier: str = attrs.field(metadata=column("奖项", "tier", "The tier.", refs="tiers"))
    position: int = attrs.field(
        metadata=column("位次", "position", "Place in the list; what it means is the tier's order rule.", minimum=1)
    )
    title_zh: str = attrs.field(
        metadata=column(
            "名单题名",
            "title (zh)",
            "Title exactly as listed, without the bodies; for an organisation its name as listed.",
        )
    )
    case: str | None = attrs.field(
        default=None,
        metadata=column("案例", "case", "The case honoured.", none="it honours an organisation", refs="cases"),
    )
    organisation: str | None = attrs.field(
        default=None,
        metadata=column("组织", "organisation", "The body honoured.", none="it honours a case", refs="organisations"),
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Applicant(HasCard):
    """A body or place named under an award.

    Example:
        >>> import zjreform as zj
        >>> zj.load().find_applicants(place="Nanhu", place_scope="self", round="mpro-2018").one().as_listed
        '南湖区'
    """

    id: str = attrs.field(metadata=identifier("Key of the row: award and order."))
    award: str = attrs.field(metadata=column("奖项", "award", "The award.", refs="awards"))
    order: int = attrs.field(
        metadata=column("次序", "order", "Place among the bodies of the award, as listed.", minimum=1)
    )
    as_listed: str = attrs.field(metadata=column("名单写法", "as listed", "The name exactly as it stands in the list."))
    heading: str | None = attrs.field(
        default=None, metadata=column("标目", "heading", "The heading it stands under.", none="no heading")
    )
    role: ApplicantRole = attrs.field(metadata=column("角色", "role", "What the heading says it did."))
    organisation: str | None = attrs.field(
        default=None,
        metadata=column("机构", "organisation", "The body.", none="a place is named", refs="organisations"),
    )
    place: str | None = attrs.field(
        default=None,
        metadata=column("地方", "place", "The jurisdiction named as such.", none="a body is named", refs="places"),
    )
    level: Level = attrs.field(metadata=column("层级", "level", "Level of government it stands at."))


@attrs.frozen(kw_only=True, field_transformer=checked)
class Case(HasCard):
    """A reform case as listed in one round.

    Example:
        >>> import zjreform as zj
        >>> zj.load().cases["nanhu-company-setup"].places
        ('nanhu',)
    """

    id: str = attrs.field(metadata=identifier("Key of the case."))
    title_zh: str = attrs.field(metadata=column("题名", "title (zh)", "Title as listed, without the bodies."))
    title_en: str = attrs.field(metadata=column("英文题名", "title (en)", "Title in English."))
    round: str = attrs.field(metadata=column("届次", "round", "The round that honoured it.", refs="rounds"))
    level: Level = attrs.field(
        metadata=column("层级", "level", "Level of the body that leads, by the first one listed.")
    )
    places: tuple[str, ...] = attrs.field(
        default=(),
        metadata=column("地方", "places", "Where it is carried out: the narrowest places named.", refs="places"),
    )
    practice: str = attrs.field(
        metadata=column(
            "改革实践", "practice", "Key shared by all cases that are the same reform of the same body.", pattern=SLUG
        )
    )
    domain: Domain = attrs.field(metadata=column("主要领域", "primary domain", "The domain it belongs to first."))
    other_domains: tuple[Domain, ...] = attrs.field(
        default=(), metadata=column("其他领域", "further domains", "Domains it belongs to as well.")
    )
    cofog: Cofog = attrs.field(
        metadata=column(
            "政府职能分类", "COFOG division", "Division of the Classification of the Functions of Government."
        )
    )
    coded_from: CodedFrom = attrs.field(
        metadata=column("编码依据", "coded from", "What the coders of domain, division and level had before them.")
    )
    coverage: Coverage = attrs.field(metadata=column("文本覆盖", "coverage", "What the five documents hold of it."))
    summary_zh: str | None = attrs.field(
        default=None,
        metadata=column(
            "摘要", "summary (zh)", "Two or three sentences in own words.", none="the sources hold its title only"
        ),
    )
    summary_en: str | None = attrs.field(
        default=None,
        metadata=column("英文摘要", "summary (en)", "The same in English.", none="the sources hold its title only"),
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class CaseTitle(HasCard):
    """A title under which a case stands somewhere.

    Example:
        >>> import zjreform as zj
        >>> rows = zj.load().case_titles.where(lambda row: row.case == "lishui-food-safety")
        >>> sorted(row.stands_in.value for row in rows)
        ['contents', 'notice']
    """

    id: str = attrs.field(metadata=identifier("Key of the row."))
    case: str = attrs.field(metadata=column("案例", "case", "The case.", refs="cases"))
    title_zh: str = attrs.field(metadata=column("题名", "title (zh)", "The title exactly as it stands there."))
    stands_in: TitlePlace = attrs.field(metadata=column("所在位置", "stands in", "Where it stands."))
    source: str = attrs.field(metadata=column("来源", "source", "The document.", refs="sources"))
    page: int | None = attrs.field(
        default=None, metadata=column("页码", "page", "Page named beside it.", none="no page is named", minimum=1)
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class CaseRelation(HasCard):
    """Two cases that belong together, and why.

    Example:
        >>> import zjreform as zj
        >>> any(row.other == "provincial-company-setup" for row in zj.load().case_relations)
        True
    """

    id: str = attrs.field(metadata=identifier("Key of the row."))
    case: str = attrs.field(metadata=column("案例", "case", "The earlier or narrower case.", refs="cases"))
    other: str = attrs.field(metadata=column("另一案例", "other case", "The later or wider case.", refs="cases"))
    kind: RelationKind = attrs.field(metadata=column("关系", "kind", "How they belong together."))
    basis: Basis = attrs.field(metadata=column("依据", "basis", "What the link rests on."))
    reason_zh: str = attrs.field(metadata=column("理由", "reason (zh)", "Why, in own words."))
    reason_en: str = attrs.field(metadata=column("英文理由", "reason (en)", "The same in English."))


@attrs.frozen(kw_only=True, field_transformer=checked)
class Review(HasCard):
    """An expert's comment on a case.

    Example:
        >>> import zjreform as zj
        >>> zj.load().find_reviews(case="nanhu-company-setup").one().reviewer_zh
        '郁建兴'
    """

    id: str = attrs.field(metadata=identifier("Key of the comment."))
    case: str = attrs.field(metadata=column("案例", "case", "The case commented on.", refs="cases"))
    reviewer_zh: str | None = attrs.field(
        default=None, metadata=column("专家", "reviewer (zh)", "Name as printed.", none="the comment is unnamed")
    )
    reviewer_en: str | None = attrs.field(
        default=None,
        metadata=column(
            "专家拼音", "reviewer (en)", "Name in pinyin, family name first.", none="the comment is unnamed"
        ),
    )
    positions_zh: tuple[str, ...] = attrs.field(
        default=(), metadata=column("职务", "positions (zh)", "Posts and titles as printed.")
    )
    positions_en: tuple[str, ...] = attrs.field(
        default=(), metadata=column("职务英文", "positions (en)", "The same in English.")
    )
    affiliations: tuple[str, ...] = attrs.field(
        default=(), metadata=column("单位", "affiliations", "The bodies those posts are held in.", refs="organisations")
    )
    source: str = attrs.field(metadata=column("来源", "source", "The document.", refs="sources"))
