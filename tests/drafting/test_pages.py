"""The pages of measurements are current: rebuilt where the documents are at hand, and of the data and rules as they are."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from tests.sources import needs_sources

ROOT = Path(__file__).resolve().parents[2]

pytest.importorskip("tools.held_out", reason="the tests run apart from the tree that holds the tools")


@pytest.mark.slow
@needs_sources
@pytest.mark.parametrize("name", ["drafting", "verification"])
def test_the_page_is_current(name: str) -> None:
    """Rebuilding gives the page that stands in docs."""
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    tool = ROOT / "tools" / f"build_{name}.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], cwd=ROOT, check=False, timeout=300)
    assert done.returncode == 0, f"run python tools/build_{name}.py"


class TestPublicTexts:
    """The codings of texts that are not here."""

    def test_three_coders_and_every_span_once(self) -> None:
        """Each of the three texts has thirty figures or more, coded by all; spans are apart and within the text."""
        from tools.public_texts import codings, documents  # noqa: PLC0415 (beside the tools)

        rows = codings()
        for document in documents():
            for coder in ("1", "2", "3"):
                mine = sorted(
                    (int(row["start"]), int(row["end"]))
                    for row in rows
                    if (row["document"], row["coder"]) == (document["id"], coder)
                )
                assert len(mine) >= 30
                assert mine[-1][1] <= int(document["characters"])
                assert all(one[1] <= other[0] for one, other in pairwise(mine))
        assert {document["place"] for document in documents()} != {"places:zhejiang"}

    def test_the_first_run_is_of_these_codings(self) -> None:
        """What was compared is what the coders wrote."""
        from tools.public_texts import codings, first_run  # noqa: PLC0415 (beside the tools)

        wrote = {(row["document"], row["start"], row["coder"]): row for row in codings()}
        for row in first_run():
            if row.field not in {"span", "quantity"}:
                assert row.coder_1 == wrote[row.document, row.start, "1"][row.field]
                assert row.coder_2 == wrote[row.document, row.start, "2"][row.field]
