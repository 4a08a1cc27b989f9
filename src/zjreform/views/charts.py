"""Charts: each function returns a chart with its tidy ``frame``, ``save(path)`` and ``to_altair()``.

Every chart states in its title what is seen, of how many, what is left out, and the version of the data; charts of cases' figures say
that only honoured cases are in them. A package that extends the bundled data is drawn together with it.
Labels are in English, Chinese or both. Needs the extra ``charts``.
"""

from zjreform.dataset.dataset import Dataset
from zjreform.dataset.matching import OneOrMany
from zjreform.views.drawing import changes as _changes
from zjreform.views.drawing import chronicle as _chronicle
from zjreform.views.drawing import claims as _claims
from zjreform.views.drawing import honours as _honours
from zjreform.views.drawing import maps as _maps
from zjreform.views.drawing.chart import Chart
from zjreform.views.names import shown_data

__all__ = ["Chart", "adoptions", "awards", "domains", "dumbbell", "landscape", "map", "relations", "timeline", "voices"]


def dumbbell(
    dataset: Dataset | None = None,
    *,
    indicator: OneOrMany | None = None,
    family: OneOrMany | None = None,
    log: bool | None = None,
    lang: str | None = None,
) -> Chart:
    """Draw before → after of every comparison that gives both, with their bounds.

    Units that share no factor, working and calendar days first of all, have panels of their own.

    Args:
        dataset: The bundled one if none is given.
        indicator: Id of an indicator; indicators that narrow it are included.
        family: Indicator family, such as ``"time"``.
        log: Whether scales are logarithmic; by default where the largest number is 20 times the smallest or more.
        lang: ``"en"``, ``"zh"`` or ``"both"``; by default the language shown.

    Raises:
        UnknownIdError: No such indicator.
        UnknownValueError: No such family or language.
        ValueError: A logarithmic scale is asked for numbers of zero or below.
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> zj.charts.dumbbell(indicator="company-setup-time").frame[["side", "value", "unit"]].values.tolist()[:2]
        [['before', 8.0, 'workdays'], ['after', 1.0, 'workdays']]
    """
    return _changes.dumbbell(shown_data(dataset), indicator=indicator, family=family, log=log, lang=lang)


def awards(
    dataset: Dataset | None = None, *, by: str = "place", round: str | None = None, lang: str | None = None
) -> Chart:
    """Draw counts of awards, or winners beside entries, with what the sources hold of each case.

    Args:
        dataset: The bundled one if none is given.
        by: ``"place"`` (prefecture of the body listed first), ``"tier"``, ``"domain"``, ``"round"``, ``"level"``, or ``"pool"``
            for winners beside entries, with a share only where a document gives the entries.
        round: Id of a round; all rounds if none is given.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Raises:
        UnknownIdError: No such round.
        UnknownValueError: Awards are not counted by that, or there is no such language.
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> frame = zj.charts.awards(by="pool", round="rib-2019").frame
        >>> frame[["stratum", "winners", "entries", "share"]].values.tolist()[0]
        ['provincial', 12, 48, 0.25]
    """
    return _honours.awards(shown_data(dataset), by=by, round=round, lang=lang)


def domains(dataset: Dataset | None = None, *, round: str | None = None, lang: str | None = None) -> Chart:
    """Draw the cases of each round by primary domain, with what the sources hold of each.

    Args:
        dataset: The bundled one if none is given.
        round: Id of a round; all rounds if none is given.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Raises:
        UnknownIdError: No such round.
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> int(zj.charts.domains().frame["cases"].sum())
        93
    """
    return _honours.domains(shown_data(dataset), round=round, lang=lang)


def voices(dataset: Dataset | None = None, *, lang: str | None = None) -> Chart:
    """Draw the mentions of figures by who says them and by what the text does with the figure.

    Args:
        dataset: The bundled one if none is given.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Raises:
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> zj.charts.voices(lang="zh").title
        '278处数据中234处由实施者自述'
    """
    return _claims.voices(shown_data(dataset), lang=lang)


def timeline(
    dataset: Dataset | None = None,
    *,
    kind: OneOrMany | None = None,
    place: OneOrMany | None = None,
    lang: str | None = None,
) -> Chart:
    """Draw the dated events by kind, each over the days that its date covers; undated ones are counted.

    Args:
        dataset: The bundled one if none is given.
        kind: Kind of event, such as ``"launch"``.
        place: Name, code or id of a place; what lies in it is included.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Raises:
        UnknownValueError: No such kind, place or language.
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> zj.charts.timeline(kind="launch").frame["date"].tolist()[0]
        '2016-12'
    """
    return _chronicle.timeline(shown_data(dataset), kind=kind, place=place, lang=lang)


def adoptions(
    dataset: Dataset | None = None,
    *,
    policy: OneOrMany | None = None,
    least: int = _chronicle.LEAST,
    lang: str | None = None,
) -> Chart:
    """Draw who took up what: dated adoptions in time, undated ones in sight, a curve only where enough are dated.

    Args:
        dataset: The bundled one if none is given.
        policy: Id of a term; all policies if none is given.
        least: Dated adoptions of a policy from which its curve is drawn.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Raises:
        UnknownIdError: No such term.
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> "no curve" in zj.charts.adoptions().notes[0]
        True
    """
    return _chronicle.adoptions(shown_data(dataset), policy=policy, least=least, lang=lang)


def landscape(dataset: Dataset | None = None, *, lang: str | None = None) -> Chart:
    """Draw what is measured: figures by category of the logic model and by dimension.

    Args:
        dataset: The bundled one if none is given.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Raises:
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> int(zj.charts.landscape().frame["figures"].sum()) == len(zj.load().metrics)
        True
    """
    return _claims.landscape(shown_data(dataset), lang=lang)


def relations(dataset: Dataset | None = None, *, lang: str | None = None) -> Chart:
    """Draw which cases of one round belong to which of another, and how.

    Args:
        dataset: The bundled one if none is given.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Raises:
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> len(zj.charts.relations().frame) == 2 * len(zj.load().case_relations)
        True
    """
    return _chronicle.relations(shown_data(dataset), lang=lang)


def map(  # noqa: A001 (the chart's name)
    dataset: Dataset | None = None,
    *,
    style: str = "dot",
    round: str | None = None,
    geojson: _maps.GeoJson | None = None,
    code: str = "code",
    lang: str | None = None,
) -> Chart:
    """Draw where the bodies listed first are: dots at bundled centroids, tiles, or polygons of your own.

    Args:
        dataset: The bundled one if none is given.
        style: ``"dot"`` (prefectures and counties) or ``"tile"`` (prefectures).
        round: Id of a round; all rounds if none is given.
        geojson: Polygons of prefectures: a mapping or the path of a file. No polygons are bundled.
        code: Property of each feature that holds the GB/T 2260 code; codes without a partner are named below the title.
        lang: ``"en"``, ``"zh"`` or ``"both"``.

    Raises:
        UnknownIdError: No such round.
        UnknownValueError: No such style or language.
        ValueError: The GeoJSON has no features, or a feature has no code.
        ExtraMissingError: Altair or pandas is not installed.

    Example:
        >>> import zjreform as zj
        >>> zj.charts.map(style="tile").frame["place"].tolist()[:2]
        ['hangzhou', 'ningbo']
    """
    return _maps.map(shown_data(dataset), style=style, round=round, geojson=geojson, code=code, lang=lang)
