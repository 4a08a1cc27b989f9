"""Names that say none of something (零上门, “零跑腿”): figures where a procedure is spoken of, names in titles and where experts comment.

The reader takes them all for names; the codebook counts them where the text gives them to a defined procedure or class of cases.
"""

import re
from typing import Final

from attrs import evolve

from zjreform.drafting.passages import Passage
from zjreform.drafting.proposing.voices import voice_at
from zjreform.quantity.change import Sense
from zjreform.quantity.parsing import parse
from zjreform.text.figure import Figure
from zjreform.text.kinds import Kind

_NONE_OF: Final = (
    ("次", re.compile("零(?P<unit>次)?(?:跑|上门|到府|到场|到窗|见面|往返)")),
    ("份", re.compile("零(?P<unit>份)?(?:提供|提交|材料|证明)")),
)


def with_zeros(passage: Passage) -> Passage:
    r"""Return a text in which such names are figures.

    Example:
        >>> passage = with_zeros(Passage("a", "“零见面”改革\n备案类项目实现零上门办理，资料“零提供”。"))
        >>> [(one.surface, str(one.quantity)) for one in passage.quantities]
        [('零', '0次'), ('零', '0份')]
    """
    return evolve(passage, held=tuple(_figure(passage, one) or one for one in passage.every))


def _figure(passage: Passage, name: Figure) -> Figure | None:
    if name.kind is not Kind.NAME or _in_title(passage, name) or voice_at(passage, name.start, None).value == "expert":
        return None
    for unit, pattern in _NONE_OF:
        found = pattern.match(passage.text, name.start)
        if found:
            end = name.start + 1 + len(found["unit"] or "")
            said = parse(f"0{unit}")
            return Figure(name.start, end, passage.text[name.start : end], Kind.QUANTITY, said, Sense.LEVEL)
    return None


def _in_title(passage: Passage, name: Figure) -> bool:
    """Whether a name stands in a line that is no sentence."""
    begin, end = passage.line(name)
    return not re.search("[。；;]", passage.text[begin:end])
