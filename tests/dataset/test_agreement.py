"""The page on agreement is what the codings give, and its measures are those of the literature."""

import subprocess
import sys
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

import zjreform as zj
from zjreform.drafting.agreeing.measures import alpha, interval
from zjreform.drafting.agreeing.unitising import expected_disagreement, observed_disagreement, unitising_alpha

ROOT = Path(__file__).resolve().parents[2]

krippendorff = pytest.importorskip("krippendorff", reason="the oracle of alpha comes with the extra 'agreement'")


@pytest.mark.slow
def test_page_is_current() -> None:
    """Building the page from the bundled codings gives the page that is there."""
    built = subprocess.run([sys.executable, str(ROOT / "tools" / "build_agreement.py"), "--check"], check=False)
    assert built.returncode == 0, "run python tools/build_agreement.py"


def test_page_reports_each_field_of_the_rules() -> None:
    """No compared field is left out, and every coding has both coders."""
    page = (ROOT / "docs" / "agreement.md").read_text(encoding="utf-8")
    fields = {row.field for row in zj.load().codings} - {"span", "domain", "other_domains"}
    assert all(f"| {field} |" in page for field in fields)
    assert {row.coder for row in zj.load().codings} == {"coder-1", "coder-2"}


def test_unitising_alpha_of_the_worked_example() -> None:
    """Krippendorff (2004: 254) gives 0.0144, 0.0532, 0.0490 and an alpha of 0.859 for this continuum from 150 to 450."""
    c = [[(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]]
    k = [[(30, 90), (150, 200)], [(30, 90), (150, 200)]]
    assert float(observed_disagreement(c, 300)) == pytest.approx(0.0144, abs=5e-5)
    assert float(expected_disagreement(c, 300)) == pytest.approx(0.0532, abs=5e-5)
    assert observed_disagreement(k, 300) == 0
    assert float(expected_disagreement(k, 300)) == pytest.approx(0.0490, abs=5e-5)
    coders = [{"c": one, "k": two} for one, two in zip(c, k, strict=True)]
    assert unitising_alpha(coders, 300) == pytest.approx(0.859, abs=5e-4)


def test_alpha_is_that_of_the_reference_implementation() -> None:
    """The package gives the same by its own levels of measurement."""
    pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("c", "b"), ("c", "c"), ("a", "a"), ("b", "c")]
    codes = [["abc".index(one) for one, _ in pairs], ["abc".index(two) for _, two in pairs]]
    nominal = krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal")
    spread = krippendorff.alpha(reliability_data=codes, level_of_measurement="interval")
    found, squared = alpha(pairs), alpha(pairs, lambda one, two: Fraction((ord(one) - ord(two)) ** 2))
    assert found is not None
    assert squared is not None
    assert float(found) == pytest.approx(nominal)
    assert float(squared) == pytest.approx(spread)
    ends = interval([[pair] for pair in pairs])
    assert ends is not None
    assert ends[0] < found < ends[1]


def test_both_codings_of_every_span_are_kept() -> None:
    """Each coder has about a thousand spans, disjoint within a document, and every coded field stands for a settled mention."""
    ds = zj.load()
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for row in ds.codings.where(lambda row: row.field == "span"):
        begin, end = map(int, str(row.value).partition(":")[0].split("-"))
        spans.setdefault((row.coder, row.of), []).append((begin, end))
    assert len(spans) == 2 * len(ds.sources)
    for held in spans.values():
        ordered = sorted(held)
        assert all(one[1] <= two[0] for one, two in pairwise(ordered))
    coded = {row.of for row in ds.codings if row.of.startswith("mentions:")}
    figures = {f"mentions:{row.id}" for row in ds.mentions if row.of.startswith("metrics:")}
    assert coded == figures
