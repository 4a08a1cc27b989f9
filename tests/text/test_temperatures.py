"""A temperature behind 零下 has its sign or is left unread: above zero it would be another."""

import pytest

import zjreform as zj

ROWS = (
    ("气温零下5℃", "-5℃", "the sign stands at the number"),
    ("零下20至30℃", "-30℃至-20℃", "the sign goes for both ends"),
    ("零下多达30℃", None, "a bound word between"),
    ("最低气温零下最低30℃", None, "an adverb between"),
    ("零下 30 ℃", None, "a blank that an extractor put there"),
    ("零下\n30℃", None, "a line that breaks there"),
    ("零下的30℃", None, "a particle between"),
    ("零下达到30度", None, "度 by the letter"),
    ("由零下升至5℃", "5℃", "a verb that leads above zero"),
    ("从零下5℃升到3℃", "-5℃ 3℃", "each with its own"),
    ("降至零下，最高5℃", "5℃", "a clause of its own"),
    ("零下环境工作5小时", "5小时", "no temperature"),
)


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_a_temperature_below_zero(text: str, expected: str | None, why: str) -> None:
    """It is read with its sign, or named as unread with its span."""
    found = zj.figures(text, kinds=["quantity", "unread"])
    if expected is None:
        assert [one.kind for one in found] == [zj.Kind.UNREAD], why
        assert not zj.figures(text), why
    else:
        assert " ".join(str(one.quantity) for one in zj.figures(text)) == expected, why
