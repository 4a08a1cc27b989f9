"""Questions to the vocabulary and history: terms and events."""

from attrs import frozen

from zjreform.dataset.tables import Tables


@frozen(kw_only=True)
class HistoryQueries(Tables):
    """Finders over terms and events."""
