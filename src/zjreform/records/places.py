"""Places and organisations."""

from decimal import Decimal

import attrs

from zjreform.columns.column import Edtf, checked, column, identifier
from zjreform.lazy import HasCard
from zjreform.records.roster_codes import Level, OrganisationKind, PlaceKind


@attrs.frozen(kw_only=True, field_transformer=checked)
class Place(HasCard):
    """A place; one row per name and code, so that a county made a city is two rows.

    Example:
        >>> import zjreform as zj
        >>> zj.load().places["lishui"].code
        '331100'
    """

    id: str = attrs.field(metadata=identifier("Key of the place."))
    name_zh: str = attrs.field(metadata=column("名称", "name (zh)", "Name in Chinese, with its kind (市, 区, 县, 镇)."))
    name_en: str = attrs.field(metadata=column("英文名称", "name (en)", "Name in English, without its kind."))
    kind: PlaceKind = attrs.field(metadata=column("类型", "kind", "What sort of place it is."))
    level: Level | None = attrs.field(
        default=None,
        metadata=column("层级", "level", "Level of government it stands at.", none="it is no level of government"),
    )
    code: str | None = attrs.field(
        default=None, metadata=column("区划代码", "code", "GB/T 2260 code.", none="it has none", pattern="[0-9]{6}")
    )
    valid_from: Edtf | None = attrs.field(
        default=None,
        metadata=column(
            "启用",
            "valid from",
            "First list with this code and name; for the changes of 2021 the month in which they were published.",
            none="before the first list, 2015-12, or no code",
        ),
    )
    valid_to: Edtf | None = attrs.field(
        default=None,
        metadata=column(
            "停用",
            "valid to",
            "Last list with this code and name; for the changes of 2021 the month before they were published.",
            none="not replaced up to 2021-04, or no code",
        ),
    )
    parent: str | None = attrs.field(
        default=None,
        metadata=column(
            "上级", "parent", "The place it lies in.", none="outside Zhejiang, or Zhejiang itself", refs="places"
        ),
    )
    successor: str | None = attrs.field(
        default=None,
        metadata=column("后继", "successor", "The row that replaced it.", none="it was not replaced", refs="places"),
    )
    parts_to: tuple[str, ...] = attrs.field(
        default=(),
        metadata=column(
            "划出部分",
            "parts to",
            "Other rows that took over a part of its area, when it was replaced or went on smaller.",
            refs="places",
        ),
    )
    aliases: tuple[str, ...] = attrs.field(
        default=(), metadata=column("别名", "aliases", "Other names, in Chinese or English.")
    )
    latitude: Decimal | None = attrs.field(
        default=None,
        metadata=column("纬度", "latitude", "Of the centroid.", none="see *centroid note*", unit="degrees north"),
    )
    longitude: Decimal | None = attrs.field(
        default=None,
        metadata=column("经度", "longitude", "Of the centroid.", none="see *centroid note*", unit="degrees east"),
    )
    centroid_note: str | None = attrs.field(
        default=None,
        metadata=column(
            "中心点说明",
            "centroid note",
            "Origin of the centroid, or why there is none.",
            none="not looked for: no case lies there",
        ),
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Organisation(HasCard):
    """A body that applies, implements, hosts, guides or employs a reviewer.

    Example:
        >>> import zjreform as zj
        >>> zj.load().find_organisations(text="浙江省综治办").one().kind.value
        'joint'
    """

    id: str = attrs.field(metadata=identifier("Key of the organisation."))
    name_zh: str = attrs.field(
        metadata=column("名称", "name (zh)", "Full name in Chinese where a text gives it, else as listed.")
    )
    name_en: str = attrs.field(metadata=column("英文名称", "name (en)", "Name in English."))
    kind: OrganisationKind = attrs.field(metadata=column("类型", "kind", "What sort of body it is."))
    level: Level = attrs.field(metadata=column("层级", "level", "Level of government it stands at."))
    place: str | None = attrs.field(
        default=None,
        metadata=column(
            "地方", "place", "The place it belongs to.", none="it belongs to none in the table", refs="places"
        ),
    )
    aliases: tuple[str, ...] = attrs.field(
        default=(), metadata=column("别名", "aliases", "Other names in the documents.")
    )
    predecessor: str | None = attrs.field(
        default=None,
        metadata=column(
            "前身", "predecessor", "The body it was formed from.", none="none in the table", refs="organisations"
        ),
    )
