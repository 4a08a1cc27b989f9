"""What validation says, problem by problem and in its order, is what is stored."""

import json
from pathlib import Path

from tests.damage.reported import FILE, Folder, reports


def test_every_problem_is_told_as_before(tmp_path: Path) -> None:
    """The same file, row, field, value and expectation, in the same order, for each damage that is kept."""
    stored = json.loads(FILE.read_text(encoding="utf-8"))
    expected = {name: [stored["lines"][line] for line in lines] for name, lines in stored["reports"].items()}
    assert dict(reports(Folder(tmp_path))) == expected
