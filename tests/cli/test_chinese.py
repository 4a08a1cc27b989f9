"""The command line in Chinese: help, errors and reports, and no word of English that is not a code or a name."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

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


SAID = """
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from zjreform.cli.main import main
for arguments in json.loads(sys.argv[1]):
    sys.argv[1:], said = arguments, io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            code = main()
        except SystemExit as left:
            code = left.code
    print(json.dumps([code or 0, said.getvalue()]))
"""


def said(asked: list[list[str]], folder: Path) -> list[tuple[int, str]]:
    """Return exit code and all that each command prints where Chinese is asked for, in a folder; one process asks for all."""
    settings = {**os.environ, "ZJREFORM_LANG": "zh", "COLUMNS": "300"}
    command = [sys.executable, "-c", SAID, json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=settings, cwd=folder)
    return [(code, text) for code, text in map(json.loads, done.stdout.splitlines())]


@every(HELPS)
def test_every_option_has_its_chinese(option: tuple[str, str]) -> None:
    """A new option comes with its line in the table."""
    assert HELPS[option] in OPTIONS


def test_the_tables_say_nothing_twice_and_nothing_that_is_not_asked() -> None:
    """Each help is in Chinese, and none is of an option that there is no more."""
    assert {function.__name__ for function in COMMANDS} == set(ABOUT)
    assert all(CHINESE.search(text) for text in (*ABOUT.values(), *OPTIONS.values()) if not text.startswith("table"))
    assert set(OPTIONS) - set(HELPS.values()) <= {"print the versions and exit"}


def test_help(tmp_path: Path) -> None:
    """Headings, defaults and the option of help itself are Chinese as well."""
    commands = ["", "cases", "figures"]
    found = said([[*command.split(), "--help"] for command in commands], tmp_path)
    for command, (code, text) in zip(commands, found, strict=True):
        assert code == 0
        assert {"用法：", "选项："} <= set(re.findall("用法：|选项：", text))
        assert not re.search(r"Usage|Options:|Arguments:|Commands:|default|required|Show this", text)
        assert (f"示例：zjreform {command}" in text) == bool(command)


MESSAGES: list[tuple[list[str], int, str]] = [
    (["case"], 2, "缺少参数 'ID'"),
    (["case", "nanhu"], 2, "cases 中没有编号 'nanhu'；是否指 'nanhu-company-setup'？"),
    (
        ["cases", "--level", "conty"],
        2,
        "level 没有值 'conty'；是否指 'county'？可选值：central、province、prefecture、county、township、village、mixed",
    ),
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
    (["cases", "-h"], 0, "列出符合全部条件的案例"),
    (["cases", "-h"], 0, "届次编号"),
    (["cases", "--text", "no such text"], 0, "没有符合条件的记录"),
    (["metrics", "--place", "丽水", "--dimension", "duration"], 0, "dimension='time' 两者都找"),
]


def test_messages(tmp_path: Path) -> None:
    """An error, a report and a warning say in Chinese what they say in English."""
    found = said([arguments for arguments, _, _ in MESSAGES], tmp_path)
    for (arguments, code, message), (left, text) in zip(MESSAGES, found, strict=True):
        assert left == code, (arguments, text)
        assert message in text, arguments
