"""Questions to the figures: metrics, indicators, mentions."""

from attrs import frozen

from zjreform.dataset.tables import Tables


@frozen(kw_only=True)
class FigureQueries(Tables):
    """Finders over the figures."""
