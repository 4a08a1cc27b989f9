"""The base of all coded values: a string with a label in two languages and a definition."""

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """A value of a closed list, as it stands in the files, with its labels and its definition.

    Attributes:
        zh: Label in Simplified Chinese.
        en: Label in English.
        definition: What the value means, in English.

    Example:
        >>> from zjreform.records.figure_codes import Position
        >>> Position("before").zh, str(Position.BEFORE), Position.BEFORE == "before"
        ('改革前', 'before', True)
    """

    zh: str
    en: str
    definition: str

    def __new__(cls, value: str, zh: str = "", en: str = "", definition: str = "") -> Self:
        """Make a member from its value, its labels and its definition."""
        code = str.__new__(cls, value)
        code._value_ = value
        for name, text in (("zh", zh), ("en", en), ("definition", definition)):
            str.__setattr__(code, name, text)
        return code

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change what the value means for everybody; ``enum`` itself sets names that begin with an underscore."""
        if not name.startswith("_"):
            raise AttributeError(f"{self!r} is fixed; {name} cannot be set")
        super().__setattr__(name, value)

    @classmethod
    def ordered(cls) -> bool:
        """Whether the order of the values means something; frames then make an ordered category.

        Example:
            >>> from zjreform.records.roster_codes import Domain, Level
            >>> Level.ordered(), Domain.ordered()
            (True, False)
        """
        return False
