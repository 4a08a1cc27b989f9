"""No regular expression of the library takes more than linear time: steps are counted, no clock is read."""

import re
import subprocess
import sys
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]

import pytest
from tests.damage.packages import WHOLE
from tests.patterns.attacks import attacks
from tests.patterns.collected import Found
from tests.patterns.find import grows
from tests.patterns.steps import matched

ROOT = Path(__file__).resolve().parents[2]


def test_none_grows_faster_than_its_text() -> None:
    """Over all that it compiles, in a process of its own."""
    command = [sys.executable, "-m", "tests.patterns.find", *(["--whole"] if WHOLE else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0), done.stderr[-2000:]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "searched"),
    [
        ("(a+)+b", False),  # exponential: each way to cut the text
        ("(?:a|a)*b", False),  # two ways for each character
        ("a*a*b", False),  # each place where the second begins
        (r"\s*x", True),  # each place where a search begins
        (r"^(.*?),(.*?),$", False),
        (r"(?=[0-9]*x)", True),  # looked at again from each place
    ],
)
def test_what_grows_is_found(source: str, *, searched: bool) -> None:
    """The search finds what it is for."""
    found = Found(source, _parser.parse(source), searched, "")
    assert any(grows(found, *each) for each in attacks(found.tree))


@pytest.mark.parametrize(
    ("source", "searched"), [("(?:a++)++b", False), (r"(?<!\s)\s*+x", False), ("[ab]*+c", False), ("a{0,20}b", True)]
)
def test_what_does_not_grow_is_left(source: str, *, searched: bool) -> None:
    """Possessive, or bounded."""
    found = Found(source, _parser.parse(source), searched, "")
    assert not any(grows(found, *each) for each in attacks(found.tree))


@pytest.mark.parametrize(
    "source",
    [
        r"(a|ab)(c|bcd)(d*)", "(?:a++|b)*?c", r"(?>a*)ab", r"(?<=b)a|\Aa+$", r"([ab])\1+", r"(?!ab)\w{2,3}?\b", "[^a]+|a(?=b)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", ["abcd", "aaab", "aabc", "bbaa", "ba", "", "ab ab", "c"])
def test_it_matches_as_re_does(source: str, text: str) -> None:
    """What is counted is what would be done."""
    for at in range(len(text) + 1):
        found = re.compile(source).match(text, at)
        assert matched(_parser.parse(source), text, at)[1] == (-1 if found is None else found.end()), at
