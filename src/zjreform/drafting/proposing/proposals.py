"""A proposal: a value for one field, the reason for it, and how sure such proposals have been on documents not seen before."""

from attrs import frozen

from zjreform.code import Code


class Confidence(Code):
    """How a proposal is founded; what each step has been worth is measured on held-out documents (``docs/drafting.md``)."""

    HIGH = "high", "高", "high", "Words beside the figure say it."
    MIDDLE = "middle", "中", "middle", "Words of its clause, or of what was coded before, suggest it."
    LOW = "low", "低", "low", "Nothing says otherwise."


@frozen
class Proposal:
    """A value that a program suggests for one field of one figure; it is no data until a person has confirmed it.

    Attributes:
        field: Name of the field.
        value: The value as a file writes it; ``None`` proposes that the field stays empty.
        reason: The words, or the coded example, that it rests on.
        confidence: How it is founded.
        others: Further values, best first.

    Example:
        >>> Proposal("position", "before", "改革前", Confidence.HIGH).reason
        '改革前'
    """

    field: str
    value: str | None
    reason: str
    confidence: Confidence
    others: tuple[str, ...] = ()
