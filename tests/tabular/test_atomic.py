"""Writing leaves the old file or the new one, whatever happens in between."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from zjreform.tabular import atomic
from zjreform.tabular.atomic import new_file, new_folder

KNOWN = frozenset({"a.txt", "b.txt"})


class StoppedError(Exception):
    """Stands for a crash."""


def _stop() -> None:
    raise StoppedError("stopped half way")


def _folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "a.txt").write_text(text, encoding="utf-8")
    return path


def test_a_crash_leaves_the_old_file(tmp_path: Path) -> None:
    """The old content stands, and nothing else is left in the folder."""
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(StoppedError, match="stopped half way"), new_file(target, overwrite=True) as new:  # noqa: PT012 (the block is what is tested)
        new.write_text("half", encoding="utf-8")
        _stop()
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_crash_leaves_the_old_folder(tmp_path: Path) -> None:
    """The same for a folder of files."""
    target = _folder(tmp_path / "p", "old")
    with pytest.raises(StoppedError, match="stopped half way"), new_folder(target, overwrite=True, known=KNOWN) as new:  # noqa: PT012 (as above)
        (new / "b.txt").write_text("half", encoding="utf-8")
        _stop()
    assert [path.name for path in target.iterdir()] == ["a.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "rename"])
def test_a_folder_is_replaced_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exchange: bool) -> None:
    """Files of the old folder do not stay behind, with and without the system's exchange."""
    if not exchange:
        monkeypatch.setattr(atomic, "_exchange", lambda *_: False)
    target = _folder(tmp_path / "p", "old")
    with new_folder(target, overwrite=True, known=KNOWN) as new:
        (new / "b.txt").write_text("new", encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in target.iterdir()} == {"b.txt": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_a_failing_rename_brings_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange and the second rename fails, the old folder returns."""
    monkeypatch.setattr(atomic, "_exchange", lambda *_: False)
    target, real = _folder(tmp_path / "p", "old"), Path.rename

    def rename(self: Path, to: Path) -> Path:
        if (self / "b.txt").exists():
            raise OSError("no space")
        return real(self, to)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="no space"), new_folder(target, overwrite=True, known=KNOWN) as new:
        (new / "b.txt").write_text("new", encoding="utf-8")
    assert (target / "a.txt").read_text(encoding="utf-8") == "old"


def test_what_stands_there_needs_overwrite(tmp_path: Path) -> None:
    """Without it nothing is touched, and the message says what to pass."""
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(FileExistsError, match="pass overwrite=True"), new_file(target, overwrite=False):
        pass
    with (
        pytest.raises(FileExistsError, match="pass overwrite=True"),
        new_folder(tmp_path, overwrite=False, known=KNOWN),
    ):
        pass
    with pytest.raises(IsADirectoryError, match="got a folder"), new_file(tmp_path, overwrite=True):
        pass
    with pytest.raises(FileExistsError, match="got a file"), new_folder(target, overwrite=True, known=KNOWN):
        pass


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    """Somebody's notes beside the data are not deleted."""
    target = _folder(tmp_path / "p", "old")
    (target / "notes.docx").write_text("mine", encoding="utf-8")
    with (
        pytest.raises(FileExistsError, match=r"no part of a data package: notes\.docx"),
        new_folder(target, overwrite=True, known=KNOWN),
    ):
        pass


@pytest.mark.skipif(os.name != "posix", reason="needs a signal that cannot be caught")
def test_a_killed_process_leaves_the_old_file(tmp_path: Path) -> None:
    """Killed in the middle of writing, a process leaves the old file whole."""
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")
    code = (
        "import os, signal, sys; from pathlib import Path; from zjreform.tabular.atomic import new_file\n"
        "with new_file(Path(sys.argv[1]), overwrite=True) as new:\n"
        "    new.write_text('half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert target.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The error names the folder, not the temporary name beside it."""
    for writing in (
        new_file(tmp_path / "no" / "a", overwrite=False),
        new_folder(tmp_path / "no" / "a", overwrite=False, known=frozenset()),
    ):
        with pytest.raises(FileNotFoundError, match=r"no such folder to write into: '.*no'$"), writing:
            pass
