"""Coded values of answers: what the library works out, said in closed lists as the records say theirs."""

import warnings
from typing import ClassVar, Self

from zjreform.code import Code
from zjreform.errors import gone
from zjreform.renamed import RenamedMembers


class Verdict(Code, metaclass=RenamedMembers):
    """The change that a text reports, beside the change that follows from its figures."""

    AGREES = (
        "agrees",
        "一致",
        "agrees",
        "Both are there, and the computed change, rounded as the report is, is the reported one.",
    )
    DISAGREES = (
        "disagrees",
        "不一致",
        "disagrees",
        "Both are there, and the computed change rules the reported one out.",
    )
    UNDECIDED = (
        "undecided",
        "未定",
        "undecided",
        "Both are there, and the bounds neither confirm the reported change nor rule it out.",
    )
    NOT_COMPUTED = (
        "not_computed",
        "未计算",
        "not computed",
        "A change is reported and none can be computed: a side is missing, or the two are not like with like.",
    )
    NOT_REPORTED = (
        "not_reported",
        "未报告",
        "not reported",
        "The text reports no change, whether one can be computed or not.",
    )

    __renamed__: ClassVar = {"NOT_COMPARABLE": ("NOT_COMPUTED", "0.3"), "NOT_COMPUTABLE": ("NOT_COMPUTED", "0.3")}

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        now = _BEFORE.get(str(value))
        if now is None:
            return None
        warnings.warn(gone(f"the verdict {value!r}", "0.3", repr(now)), stacklevel=4)
        return cls(now)


_BEFORE = {
    "not reported": "not_reported",
    "not comparable": "not_computed",
    "not computable": "not_computed",
}
"""Values of version 0.1 and what they are now."""


class Succession(Code):
    """How a division stands to one of another year."""

    SAME = "same", "不变", "same", "It is that division; a part of it may have gone elsewhere."
    SUCCESSOR = "successor", "后继", "successor", "It became that division, or the greater part of it."
    PART = "part", "部分划入", "part", "That division took over a part of it."
    PREDECESSOR = "predecessor", "前身", "predecessor", "It was made of that division."
    FROM_PART = "from_part", "部分划出", "from a part", "It was made of a part of that division."


class Derivation(Code):
    """How a figure follows from stated ones."""

    SUM = "sum", "合计", "sum", "The sum of the parts of a partition."
    WHOLE = "implied_whole", "推得的总体", "implied whole", "The whole of which a stated part is the stated share."
