"""Charts, the explorer and marked texts on the command line: what is written, what is refused."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import zjreform as zj
from zjreform.cli.app import app
from zjreform.cli.looking import CHARTS


def invoke(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize("name", list(CHARTS))
def test_every_chart_can_be_written(name: str, tmp_path: Path) -> None:
    """Its title is printed, its file is there."""
    target = tmp_path / "chart.json"
    result = invoke("chart", name, "-o", str(target), "--lang", "both")
    assert result.exit_code == 0, result.output
    assert target.stat().st_size > 1000


def test_a_chart_takes_the_conditions_it_knows(tmp_path: Path) -> None:
    """Others are refused by name."""
    target = str(tmp_path / "chart.json")
    assert "Most awards" in invoke("chart", "awards-tier", "-o", target, "--round", "rib-2019").stdout
    refused = invoke("chart", "voices", "-o", target, "--round", "rib-2019")
    assert refused.exit_code == 2
    assert "has no round" in refused.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("chart", "voices", "-o", "x.gif"), "suffix"),
        (("chart", "awards-place", "-o", "x.json", "--round", "rib-2018"), "rib-2018"),
        (("chart", "voices", "-o", "x.json", "--lang", "fr"), "fr"),
        (("explore", "-o", "x.html", "--lang", "fr"), "fr"),
    ],
)
def test_what_does_not_exist_is_an_error(
    arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the value that was given; nothing is written."""
    monkeypatch.chdir(tmp_path)
    result = invoke(*arguments)
    assert message in str(result.exception)
    assert isinstance(result.exception, zj.ZjError)
    assert not list(tmp_path.iterdir())


def test_the_explorer_is_written(tmp_path: Path) -> None:
    """One file."""
    target = tmp_path / "page.html"
    result = invoke("explore", "-o", str(target), "--lang", "zh")
    assert (result.exit_code, zj.DATA_VERSION in result.stdout) == (0, True)
    assert target.read_text(encoding="utf-8") == zj.explorer(lang="zh").html


def test_a_text_is_marked(tmp_path: Path) -> None:
    """Counts are printed, the page is there."""
    source, target = tmp_path / "text.txt", tmp_path / "text.html"
    source.write_text("开办时间由8天压缩至1天", encoding="utf-8")
    assert "2 figures, 0 terms, 1 changes" in invoke("highlight", str(source), "-o", str(target)).stdout
    assert target.read_text(encoding="utf-8") == zj.highlight("开办时间由8天压缩至1天").write(
        tmp_path / "b.html"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"\xff\xfe8\x00", "3天".encode("gb18030"), None])
def test_what_is_no_text_is_refused(data: bytes | None, tmp_path: Path) -> None:
    """Bytes of another encoding, and a file that is not there."""
    source = tmp_path / "text.txt"
    if data is not None:
        source.write_bytes(data)
    result = invoke("highlight", str(source), "-o", str(tmp_path / "x.html"))
    assert result.exit_code == 2
    assert "expected" in result.output
    assert not (tmp_path / "x.html").exists()
