"""The command line in Chinese: help, errors and reports, and no word of English that is not a code or a name."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from tests.every import every

from zjreform.cli.app import COMMANDS, app
from zjreform.cli.chinese import COMMANDS as ABOUT
from zjreform.cli.chinese import OPTIONS

CHINESE = re.compile("[\u4e00-\u9fff]")
PROGRAM = typer.main.get_command(app)
HELPS = {
    (name, str(option.name)): str(getattr(option, "help", ""))
    for name, command in PROGRAM.commands.items()  # type: ignore[attr-defined]  # a group
    for option in command.params
    if option.name != "help"
}


def said(*arguments: str, folder: Path | None = None) -> tuple[int, str]:
    """Return exit code and all that a command prints where Chinese is asked for."""
    code = "import sys; from zjreform.cli.main import main; main()"
    settings = {**os.environ, "ZJREFORM_LANG": "zh", "COLUMNS": "300"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, env=settings, cwd=folder
    )
    return done.returncode, done.stdout + done.stderr


@every(HELPS)
def test_every_option_has_its_chinese(option: tuple[str, str]) -> None:
    """A new option comes with its line in the table."""
    assert HELPS[option] in OPTIONS


def test_the_tables_say_nothing_twice_and_nothing_that_is_not_asked() -> None:
    """Each help is in Chinese, and none is of an option that there is no more."""
    assert {function.__name__ for function in COMMANDS} == set(ABOUT)
    assert all(CHINESE.search(text) for text in (*ABOUT.values(), *OPTIONS.values()) if not text.startswith("table"))
    assert set(OPTIONS) - set(HELPS.values()) <= {"print the versions and exit"}


@pytest.mark.parametrize("command", ["", "cases", "figures"])
def test_help(command: str) -> None:
    """Headings, defaults and the option of help itself are Chinese as well."""
    code, text = said(*command.split(), "--help")
    assert code == 0
    assert {"用法：", "选项："} <= set(re.findall("用法：|选项：", text))
    assert not re.search(r"Usage|Options:|Arguments:|Commands:|default|required|Show this", text)
    assert (f"示例：zjreform {command}" in text) == bool(command)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["case"], 2, "缺少参数 'ID'"),
        (["case", "nanhu"], 2, "cases 中没有编号 'nanhu'；是否指 'nanhu-company-setup'？"),
        (["cases", "--level", "conty"], 2, "level 没有值 'conty'；是否指 'county'？可选值：central、province"),
        (["cases", "--format", "xml"], 2, "'--format' 的值无效：'xml' 不在"),
        (["cases", "--only"], 2, "--only 说明如何取某地，但没有给出地方"),
        (["nothing"], 2, "没有命令 'nothing'"),
        (["cases", "--nothing"], 2, "没有选项 --nothing"),
        (["figures"], 2, "请给出文件、文件夹或通配符"),
        (["figures", "nothing.txt"], 2, "没有文件或文件夹 'nothing.txt'"),
        (["events", "--after", "x"], 2, "应为 EDTF 日期，如"),
        (["audit", "."], 1, "处中有 0 处与数据相符"),
        (["validate", "."], 1, "datapackage.json：应为同名文件，现为"),
        (["write", "."], 2, "已存在：用 --overwrite 替换"),
        (["metrics", "--place", "丽水", "--dimension", "duration"], 0, "dimension='time' 两者都找"),
    ],
)
def test_messages(arguments: list[str], code: int, message: str, tmp_path: Path) -> None:
    """An error, a report and a warning say in Chinese what they say in English."""
    found, text = said(*arguments, folder=tmp_path)
    assert found == code, text
    assert message in text
