"""Coded values of the rosters: documents, rounds, awards, cases, places and organisations."""

from zjreform.code import Code


class SourceKind(Code):
    """What sort of publication a document is."""

    MAGAZINE = "magazine", "杂志文章", "magazine article", "An article of a periodical, in print or on its site."
    NEWS = "news", "新闻稿", "news item", "An item of a news site."
    BOOK = "book", "图书", "book", "A book or part of one."
    YEARBOOK = "yearbook", "年鉴", "yearbook", "A section of an official yearbook."
    WORK_REPORT = (
        "work_report",
        "工作报告",
        "work report",
        "A report of a government, congress, court or office on its work.",
    )
    NOTICE = "notice", "通知公告", "notice", "A notice, circular or decision of an authority."
    PLAN = "plan", "规划方案", "plan", "A plan, programme or scheme for work to come."
    LAW = "law", "法规规章", "law", "A law, regulation or rule."
    COMMUNIQUE = "communique", "公报", "communiqué", "A communiqué, such as one on economic and social development."
    WEB_PAGE = "web_page", "网页", "web page", "A page of a site that is none of the others."
    STATISTICS = "statistics", "统计资料", "statistics", "A publication of statistics."
    JUDGMENT = "judgment", "裁判文书", "judgment", "A judgment, ruling or other decision of a court."


class Extent(Code):
    """How much of the original a copy holds."""

    WHOLE = "whole", "全文", "whole", "The copy holds the whole original text."
    PART = "part", "部分", "part", "The copy holds a part; the source row says which."


class BodyRole(Code):
    """What a body did in running a round."""

    GUIDE = "guide", "指导单位", "guide", "Guided the selection (指导)."
    HOST = "host", "主办单位", "host", "Hosted the selection (主办)."
    ORGANISER = "organiser", "组织单位", "organiser", "Organised the selection (组织开展)."
    COMMISSIONER = "commissioner", "委托单位", "commissioner", "Commissioned another body with the selection (委托)."
    COMMISSIONED = "commissioned", "受托单位", "commissioned body", "Ran the selection as a third party on commission."


class Honours(Code):
    """What a tier honours."""

    CASE = "case", "案例", "case", "The honour goes to a case."
    ORGANISATION = "organisation", "组织", "organisation", "The honour goes to an organisation."


class OrderRule(Code):
    """How the order inside a tier came about."""

    SCORE = "score", "严格按分数", "strictly by score", "The text says that the final score alone decided."
    SCORE_AND_FACTORS = (
        "score_and_factors",
        "分数结合因素",
        "by score and factors",
        "The text says that the final score was combined with named factors.",
    )
    NOT_STATED = "not_stated", "未说明", "not stated", "The text does not say what the order means."


class Level(Code):
    """Level of government at which a body stands or a case is led."""

    CENTRAL = "central", "中央", "central", "The centre, its ministries and their branches."
    PROVINCE = "province", "省级", "province", "The province and its departments."
    PREFECTURE = "prefecture", "市级", "prefecture", "A prefecture-level city and its departments."
    COUNTY = "county", "县级", "county", "A county, county-level city or district and its departments."
    TOWNSHIP = "township", "乡级", "township", "A township, town or subdistrict."
    VILLAGE = "village", "村级", "village", "A village or community."
    MIXED = (
        "mixed",
        "多级联合",
        "several levels",
        "Bodies of several levels lead together and none stands first in the text.",
    )

    @classmethod
    def ordered(cls) -> bool:
        """From the centre down; bodies of several levels last."""
        return True


class ApplicantRole(Code):
    """What the heading says a listed body did."""

    APPLY = "apply", "申报", "applied", "The heading names it as applying only."
    IMPLEMENT = "implement", "实施", "implemented", "The heading names it as implementing only (实施单位)."
    BOTH = "both", "申报及实施", "applied and implemented", "The heading names both (申报及实施单位)."
    UNSTATED = "unstated", "未说明", "not stated", "It stands before the title without a heading."


class Coverage(Code):
    """What the five documents hold of a case."""

    DESCRIBED = "described", "有正文", "described", "A source describes what was done."
    COMMENT_ONLY = "comment_only", "仅有点评", "comment only", "A source holds an expert's comment and no description."
    TITLE_ONLY = "title_only", "仅有标题", "title only", "The sources hold its title and bodies only."

    @classmethod
    def ordered(cls) -> bool:
        """From the fullest text to none."""
        return True


class CodedFrom(Code):
    """What the coders of a case had before them."""

    DESCRIPTION = "description", "正文", "description", "A description, with or without a comment."
    COMMENT = "comment", "点评", "comment", "An expert's comment."
    TITLE = "title", "标题", "title", "The title and the bodies only."

    @classmethod
    def ordered(cls) -> bool:
        """From the fullest text to none."""
        return True


class Domain(Code):
    """Field of reform; the ten that the article on the 2019 round names, and other."""

    BUSINESS = (
        "business_environment",
        "营商环境",
        "business environment",
        "Rules and services for firms and investment.",
    )
    DIGITAL = (
        "digital_government",
        "政府数字化转型",
        "digital government",
        "Data, platforms and tools of government itself.",
    )
    SERVICES = (
        "public_services",
        "公共服务",
        "public services",
        "Services to residents: health, transport, records, courts.",
    )
    ONE_THING = (
        "one_thing",
        "企业和个人“一件事”",
        "one thing",
        "Steps of several bodies joined along one event of life.",
    )
    GRASSROOTS = (
        "grassroots_governance",
        "基层社会治理",
        "grassroots governance",
        "Order, disputes and self-rule below the county.",
    )
    INTERNAL = (
        "internal_services",
        "机关内部“最多跑一次”改革",
        "services between offices",
        "What offices and officials do for each other.",
    )
    ENVIRONMENT = "environment", "生态环境", "environment", "Nature, pollution, water and waste."
    RURAL = "rural_revitalisation", "乡村振兴", "rural revitalisation", "Villages, land, farming and rural income."
    DEMOCRACY = (
        "democracy_and_law",
        "民主法治",
        "democracy and law",
        "Assemblies, consultation, courts and legislation.",
    )
    PARTY = "party_and_discipline", "党建纪检", "party and discipline", "Party building, cadres, supervision."
    OTHER = "other", "其他", "other", "None of the ten."


class Cofog(Code):
    """Division of the Classification of the Functions of Government (United Nations, 1999)."""

    D01 = "01", "一般公共服务", "general public services", "Executive and legislative organs, general services."
    D02 = "02", "国防", "defence", "Military and civil defence."
    D03 = "03", "公共秩序和安全", "public order and safety", "Police, fire, courts, prisons."
    D04 = "04", "经济事务", "economic affairs", "Commerce, labour, industry, transport, farming."
    D05 = "05", "环境保护", "environmental protection", "Waste, pollution, biodiversity."
    D06 = "06", "住房和社区设施", "housing and community amenities", "Housing, community development, water supply."
    D07 = "07", "卫生", "health", "Medical products, services, public health."
    D08 = "08", "娱乐、文化和宗教", "recreation, culture and religion", "Culture, broadcasting, sport, religion."
    D09 = "09", "教育", "education", "All levels of education."
    D10 = "10", "社会保护", "social protection", "Old age, family, unemployment, social exclusion."


class TitlePlace(Code):
    """Where a variant of a case title stands."""

    NOTICE = "notice", "通报", "notice", "The notice of results."
    CONTENTS = "contents", "目录", "table of contents", "The table of contents of the book."
    CHAPTER = "chapter", "章标题", "chapter head", "The head of a chapter."
    LIST = "list", "名单", "list", "The list of winners in an article."
    HEADING = "heading", "小标题", "heading", "The heading of a section on the case."


class RelationKind(Code):
    """How two cases belong together."""

    SAME_PRACTICE = "same_practice", "同一改革", "same practice", "The same reform of the same body, honoured twice."
    SCALED_UP = "scaled_up", "推广", "scaled up", "The other case takes this reform to a higher level or wider area."
    COMPONENT = "component", "组成部分", "component", "This case is a part of the other, by what a text states."
    CARRIES_ON = "carries_on", "延续", "carries on", "The same body carries the same line of reform into a new object."
    SAME_REFORM = (
        "same_reform",
        "同名改革",
        "same reform elsewhere",
        "Different bodies carry out the reform of the same name.",
    )


class Basis(Code):
    """What a link between two records rests on."""

    STATED = "stated", "文本明示", "stated", "A text states the link."
    IDENTICAL = (
        "identical",
        "主体与改革相同",
        "identical body and reform",
        "An identical body and an identical reform show it.",
    )


class PlaceKind(Code):
    """What sort of place a row is."""

    DIVISION = "division", "行政区划", "division", "A division at or above county level with a GB/T 2260 code."
    TOWNSHIP = "township", "乡镇街道", "township", "A township, town or subdistrict."
    VILLAGE = "village", "村社区", "village", "A village or community."
    ZONE = "zone", "功能区", "zone", "A development zone, new area, pilot free trade zone or the like."
    TOWN = "characteristic_town", "特色小镇", "characteristic town", "A 特色小镇: a platform, not a division."
    SITE = "site", "场所", "site", "A station, port, building or other site."
    REGION = "region", "区域", "region", "A country, province or region outside Zhejiang, or one across its borders."
    FOREIGN = "foreign", "境外城市", "foreign city", "A city outside China."


class OrganisationKind(Code):
    """What sort of body an organisation is."""

    PARTY = "party", "党委部门", "party body", "A party committee or its department."
    GOVERNMENT = "government", "政府部门", "government body", "A people's government or its department or agency."
    CONGRESS = "congress", "人大", "people's congress", "A people's congress, its standing committee or committees."
    CPPCC = "cppcc", "政协", "consultative conference", "A committee of the people's political consultative conference."
    COURT = "court", "法院", "court", "A people's court."
    JOINT = (
        "joint",
        "联席或领导小组",
        "joint body",
        "A leading group, joint conference, its office, or a merged party and government body.",
    )
    MASS = "mass", "群团组织", "mass organisation", "A trade union, women's federation or the like."
    MEDIA = "media", "媒体", "media", "A newspaper, magazine, broadcaster or publisher."
    RESEARCH = "research", "研究机构", "research body", "A university, party school, academy or think tank."
    ENTERPRISE = "enterprise", "企业", "enterprise", "A company or railway body."
    PUBLIC_BODY = (
        "public_body",
        "事业单位",
        "public body",
        "A public institution that is no department (centre, management committee).",
    )
