"""What was renamed works under its old name for one version, and says so."""

import tempfile
from collections.abc import Callable
from typing import Any

import pytest

import zjreform as zj
from zjreform.records.answer_codes import Verdict
from zjreform.renamed import renamed_argument

ADOPTION = zj.load().adoptions(dated=True)[0]


@pytest.mark.parametrize(
    ("old", "now", "message"),
    [
        (lambda: Verdict.NOT_COMPARABLE, Verdict.NOT_COMPUTED, "Verdict.NOT_COMPARABLE goes in version 0.3: use Verdict.NOT_COMPUTED"),
        (lambda: Verdict["NOT_COMPUTABLE"], Verdict.NOT_COMPUTED, "Verdict.NOT_COMPUTABLE goes in version 0.3: use Verdict.NOT_COMPUTED"),
        (lambda: Verdict("not reported"), Verdict.NOT_REPORTED, "the verdict 'not reported' goes in version 0.3"),
        (lambda: ADOPTION.time, ADOPTION.date, "Adoption.time goes in version 0.3: use date"),
        (lambda: ADOPTION.start, ADOPTION.earliest, "Adoption.start goes in version 0.3: use earliest"),
        (lambda: ADOPTION.end, ADOPTION.latest, "Adoption.end goes in version 0.3: use latest"),
        (lambda: zj.validate(path=zj.template(tempfile.mkdtemp() + "/mine")).ok, True, r"validate\(path=\) goes in version 0.3: use what="),  # type: ignore[call-arg]
    ],
)  # fmt: skip
def test_the_old_name_gives_the_same(old: Callable[[], Any], now: object, message: str) -> None:
    """With a warning that names the version in which it goes and what takes its place, at the line that used it."""
    with pytest.warns(zj.ZjDeprecationWarning, match=message) as said:
        assert old() == now
    assert said[0].filename == __file__


@pytest.mark.filterwarnings("error")
def test_the_new_names_say_nothing() -> None:
    """Nor do members that there are not."""
    assert Verdict["AGREES"] is Verdict.AGREES is Verdict("agrees")
    assert not hasattr(Verdict, "NOT_MENTIONED")
    with pytest.raises(KeyError, match="NOT_MENTIONED"):
        Verdict["NOT_MENTIONED"]
    with pytest.raises(ValueError, match="'not mentioned' is not a valid"):
        Verdict("not mentioned")
    assert [verdict.value for verdict in Verdict] == [
        "agrees",
        "disagrees",
        "undecided",
        "not_computed",
        "not_reported",
    ]


def test_both_names_at_once() -> None:
    """Are refused as any unknown argument."""

    @renamed_argument("old", "new", "0.3")
    def f(new: int) -> int:
        return new

    with pytest.raises(TypeError, match="unexpected keyword argument 'old'"):
        f(new=1, old=2)  # type: ignore[call-arg]


def test_every_warning_names_the_line_that_asked() -> None:
    """Whatever lies between the question and what is said of it."""
    ds = zj.load()
    asked: list[Callable[[], object]] = [
        lambda: ds.find_metrics(dimension="duration"),
        lambda: ds.crosswalk(2030),
        lambda: ds.panel("standard-land"),
    ]
    for question in asked:
        with pytest.warns(zj.ZjWarning) as said:
            question()
        assert {one.filename for one in said} == {__file__}
