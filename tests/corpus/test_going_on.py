"""Runs that stop and go on: killed, resumed, interrupted; nothing is lost or doubled."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.plain import MINE, figure_rows, in_order
from tests.corpus.written import NORMAL, read_back, write_json_lines

from zjreform import corpus
from zjreform.corpus import units as cutting
from zjreform.corpus.journal import begin_journal


class TestGoingOn:
    """A run that stops, however it does."""

    @pytest.fixture
    def small_parts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Cut the work finely."""
        monkeypatch.setattr(cutting, "MOST_TEXTS", 2)
        monkeypatch.setattr("zjreform.corpus.files._PART_ROWS", 1)

    @pytest.mark.usefixtures("small_parts")
    @pytest.mark.parametrize("suffix", [".parquet", ".csv", ".jsonl", ".arrow"])
    @pytest.mark.parametrize("stop", range(1, 7))
    def test_after_ctrl_c(self, tmp_path: Path, stop: int, suffix: str) -> None:
        """Whole parts are left; the run goes on from there, with the rows of one that was never stopped."""
        write_json_lines(tmp_path / "a.jsonl", NORMAL)
        out = tmp_path / f"out{suffix}"
        calls = iter(range(1, 100))

        def interrupt(_: corpus.Progress) -> None:
            if next(calls) == stop:
                raise KeyboardInterrupt

        stopped = corpus.figures(tmp_path / "a.jsonl", out, workers=1, progress=interrupt)
        assert not stopped.complete
        assert not out.exists()
        parts = sorted((tmp_path / f"out{suffix}.partial").glob("part-*"))
        assert sum(len(read_back(part)) for part in parts) == stopped.rows > 0
        with pytest.raises(FileExistsError, match="an unfinished run stands in"):
            corpus.figures(tmp_path / "a.jsonl", out)
        done = corpus.figures(tmp_path / "a.jsonl", out, resume=True)
        assert (done.complete, done.documents) == (True, len(NORMAL))
        assert in_order(read_back(out)) == in_order(figure_rows(NORMAL))
        assert corpus.figures(tmp_path / "a.jsonl", out, resume=True) == done
        with pytest.raises(corpus.ResumeError, match="it has ended, and was asked something else or of other files"):
            corpus.figures(tmp_path / "a.jsonl", out, resume=True, limit=3)

    def test_killed_again_and_again(self, tmp_path: Path) -> None:
        """Nothing is lost and nothing doubled, wherever the kill falls; ``ZJREFORM_KILLS`` sets how often."""
        kills = int(os.environ.get("ZJREFORM_KILLS", "6"))
        texts = [(f"d{number}", f"推进一件事改革{number}") for number in range(kills * 60)]
        write_json_lines(tmp_path / "a.jsonl", texts)
        code = (
            "import sys, time; from zjreform.corpus import units, files, work;"
            "units.MOST_TEXTS = 20; files._PART_ROWS = 40; kernel = work.KERNELS['terms'];"
            "work.KERNELS['terms'] = lambda batch, **options: (time.sleep(0.02), kernel(batch, **options))[1];"
            "files.terms(sys.argv[1], sys.argv[2], resume=True, workers=2)"
        )
        out = tmp_path / "out.parquet"
        command = [sys.executable, "-c", code, str(tmp_path / "a.jsonl"), str(out)]
        killed = 0
        for attempt in range(kills):
            before = _journal_size(out)
            run = subprocess.Popen(command)
            deadline = time.monotonic() + 60
            while run.poll() is None and _journal_size(out) <= before and time.monotonic() < deadline:
                time.sleep(0.001)
            time.sleep(attempt % 7 * 0.004)
            run.kill()
            killed += run.wait() == -signal.SIGKILL
        assert killed >= kills / 2
        subprocess.run(command, check=True)
        expected = [(id, "一件事") for id, _ in texts]
        assert [(row["id"], row["surface"]) for row in read_back(out)] == expected
        assert not (tmp_path / "out.parquet.partial").exists()

    def test_a_torn_line_of_the_journal_does_not_count(self, tmp_path: Path) -> None:
        """The part it was to name is written again."""
        folder = tmp_path / "out.csv.partial"
        journal = begin_journal(folder, ".csv", {"what": "x"}, resume=False)
        journal.add({"units": 2, "rows": 0})
        with (folder / "journal.jsonl").open("a", encoding="utf-8") as file:
            file.write('{"units": 5, "ro')
        assert begin_journal(folder, ".csv", {"what": "x"}, resume=True).units == 2
        again = begin_journal(folder, ".csv", {"what": "x"}, resume=True)
        again.add({"units": 3, "rows": 0})
        assert begin_journal(folder, ".csv", {"what": "x"}, resume=True).units == 3

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"kinds": ["date"]}, "kinds is different: None then, "),
            ({"region": "CN"}, "region is different: None then, 'CN' now"),
            ({"lexicon": MINE}, "lexicon is different: None then, "),
            ({"limit": 3}, "limit is different: None then, 3 now"),
        ],
    )
    @pytest.mark.usefixtures("small_parts")
    def test_another_question_does_not_go_on(self, tmp_path: Path, options: dict[str, Any], message: str) -> None:
        """Rows of two questions never stand in one file."""

        def interrupt(_: corpus.Progress) -> None:
            raise KeyboardInterrupt

        write_json_lines(tmp_path / "a.jsonl", NORMAL)
        corpus.figures(tmp_path / "a.jsonl", tmp_path / "out.csv", progress=interrupt)
        with pytest.raises(corpus.ResumeError, match=message.replace("(", r"\(")):
            corpus.figures(tmp_path / "a.jsonl", tmp_path / "out.csv", resume=True, **options)

    def test_workers_end_with_their_parent(self, tmp_path: Path) -> None:
        """No process is left where the parent is killed."""
        texts = [(f"d{number}", "一件事" * 2000) for number in range(4000)]
        write_json_lines(tmp_path / "a.jsonl", texts)
        code = "import sys; from zjreform import corpus; corpus.terms(sys.argv[1], sys.argv[2], workers=2)"
        run = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "a.jsonl"), str(tmp_path / "out.csv")])
        children: list[int] = []
        deadline = time.monotonic() + 60
        while len(children) < 2 and time.monotonic() < deadline:
            children = _children(run.pid)
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
        run.wait()
        deadline = time.monotonic() + 20
        while any(map(_lives, children)) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(children) == 2
        assert not any(map(_lives, children))


def _journal_size(out: Path) -> int:
    path = out.with_name(out.name + ".partial") / "journal.jsonl"
    return path.stat().st_size if path.exists() else 0


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if not path.exists():
        pytest.skip("this system does not list the children of a process")
    return [int(child) for child in path.read_text(encoding="ascii").split()]


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
    return state != "Z"
