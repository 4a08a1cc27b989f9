"""Terms in running text, and the lexicon that users extend."""

import pickle

import pytest

import zjreform as zj
from zjreform.fold import fold


def test_the_longest_name_wins() -> None:
    """四张清单一张网 is one term, not 四张清单 and more."""
    (span,) = zj.terms("四张清单一张网")
    assert span.surface == "四张清单一张网"


def test_both_scripts_name_one_term() -> None:
    """And offsets are those of the text."""
    plain, other = zj.terms("最多跑一次和浙里办"), zj.terms("最多跑一次和浙裡辦")
    assert [(span.start, span.end, span.term) for span in plain] == [
        (span.start, span.end, span.term) for span in other
    ]
    assert plain[0].term == "run-at-most-once"


def test_every_name_of_the_table_is_found() -> None:
    """Each name and alias, alone, is found whole, as its own term or as one that shares the spelling."""
    table = zj.load().terms
    names = {fold(name) for term in table for name in (term.name_zh, term.name_hant, *term.aliases)}
    missed = [name for name in names if [span.surface for span in zj.terms(name)] != [name]]
    assert not missed


def test_a_name_in_letters_ends_where_the_letters_end() -> None:
    """531X inside a longer code is none."""
    assert [span.surface for span in zj.terms("“531X”行动")] == ["531X"]
    assert not zj.terms("编号A531XY")


class TestLexicon:
    """Names and terms of a user's own."""

    def test_own_names_hide_their_numerals(self) -> None:
        """In either script, and beside the bundled ones."""
        mine = zj.Lexicon(names=["三色管理"])
        assert not zj.figures("推行三色管理和八八战略", lexicon=mine)
        (name,) = zj.figures("推行三色管理", kinds=["name"], lexicon=mine)
        assert (name.start, name.surface) == (2, "三色管理")

    def test_own_names_have_a_kind(self) -> None:
        """A mapping gives it."""
        (found,) = zj.figures(
            "按三级等保建设", kinds=["identifier"], lexicon=zj.Lexicon(names={"三级等保": "identifier"})
        )
        assert found.surface == "三级等保"

    def test_own_terms(self) -> None:
        """Alone, or beside the bundled ones."""
        mine = zj.Lexicon(terms={"亩产论英雄榜": "list"}, bundled=False)
        assert [span.term for span in zj.terms("亩产论英雄榜与最多跑一次", lexicon=mine)] == ["list"]

    def test_without_the_bundled_names(self) -> None:
        """Nothing is left alone that is not named."""
        assert len(zj.figures("三张清单、四个平台", lexicon=zj.Lexicon(bundled=False))) == 2

    @pytest.mark.parametrize("name", ["管理", "", " 三色", "三色 "])
    def test_refuses(self, name: str) -> None:
        """A name without a numeral hides nothing."""
        with pytest.raises(ValueError, match=repr(name)):
            zj.Lexicon(names=[name])

    def test_refuses_a_blank_term(self) -> None:
        """It would stand everywhere."""
        with pytest.raises(ValueError, match="spelling"):
            zj.Lexicon(terms={" ": "x"})

    def test_pickles(self) -> None:
        """So that workers can use it."""
        mine = zj.Lexicon(names=["三色管理"], terms={"三色管理": "x"})
        again = pickle.loads(pickle.dumps(mine))  # noqa: S301 (its own bytes)
        assert (dict(again.names), dict(again.terms)) == (dict(mine.names), dict(mine.terms))
