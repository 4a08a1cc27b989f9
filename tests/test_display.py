"""The language shown: chosen by block or call, apart in threads, never silently another."""

from concurrent.futures import ThreadPoolExecutor

import pytest

import zjreform as zj
from zjreform.display import label, say, shown_language
from zjreform.text.kinds import Kind


def test_blocks_nest_and_end() -> None:
    """The language of a block ends with it, also when it fails or is entered twice."""
    block = zj.language("zh")
    with block, zj.language("en"):
        assert shown_language() == "en"
        with block:
            assert (shown_language(), say("a", "b"), label(Kind.DATE)) == ("zh", "b", "日期")
        assert shown_language() == "en"
    with pytest.raises(RuntimeError, match="stop"), block:
        raise RuntimeError("stop")
    assert shown_language() == "en"


def test_a_function_can_be_shown_in_a_language() -> None:
    """The block is a decorator as well."""
    assert zj.language("zh")(shown_language)() == "zh"


def test_threads_do_not_see_each_others_choice() -> None:
    """A choice holds for its own context."""
    with zj.language("zh"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(shown_language).result() == "en"


@pytest.mark.parametrize("lang", ["fr", "", "ZH", "zh-CN"])  # none of them is a language that things are shown in
def test_refuses_other_languages(lang: str) -> None:
    """A language is refused when it is named, not when something is shown."""
    with pytest.raises(zj.UnknownValueError, match="did you mean 'en' or 'zh'"):
        zj.language(lang)


def test_a_choice_outside_a_block_says_that_it_needs_one() -> None:
    """A bare call changes nothing and says so."""
    assert "with block" in repr(zj.language("zh"))
    assert shown_language() == "en"
