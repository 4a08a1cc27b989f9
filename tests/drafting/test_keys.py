"""What saves keys on the coding page, and how they are counted."""

import pytest

import zjreform as zj
from zjreform.drafting.coding.nearby import MOST_NEARBY, by_name
from zjreform.drafting.coding.page import coding_data

NAMES = [("terms:one", "“一件事”"), ("places:lishui", "丽水市"), ("places:quzhou", "衢州"), ("places:x", "市")]


class TestNearby:
    """Records that a paragraph names."""

    def test_before_sooner_than_behind_and_what_holds_the_figure_first(self) -> None:
        """In either script, and with or without the quotes of a name."""
        text = "麗水市3件，衢州“一件事”。"
        near = by_name(text, NAMES)
        assert near(text.index("3")) == ["places:lishui", "places:quzhou", "terms:one"]
        assert near(text.index("一")) == ["terms:one", "places:quzhou", "places:lishui"]

    def test_of_the_paragraph_only_and_few(self) -> None:
        """A name elsewhere is none that stands by the figure; each record is listed once."""
        near = by_name("衢州。\n丽水市丽水市3件\n", NAMES)
        assert near(11) == ["places:lishui"]
        many = by_name(
            "".join(f"名{letter}" for letter in "甲乙丙丁戊己"), [(one, f"名{one}") for one in "甲乙丙丁戊己"]
        )
        assert len(many(11)) == MOST_NEARBY

    @pytest.mark.parametrize("blind", [False, True])
    def test_a_record_that_was_added_is_named_where_proposals_are_shown(self, *, blind: bool) -> None:
        """And the page says what it is called; a figure that is coded blind has no such list."""
        draft = zj.draft("云溪市用时3天。", source={"id": "r", "kind": "news"}, blind=blind)
        draft.add("places", id="yunxi", name_zh="云溪市", name_en="Yunxi", kind="region", centroid_note="invented")
        data = coding_data(draft, "me")
        (figure,) = (one for one in data["figures"] if one.get("kind") == "quantity")
        assert figure["named"] == ([] if blind else ["places:yunxi"])
        assert data["labels"]["places:yunxi"] == "云溪市"


def test_the_fewest_keys_of_a_free_text() -> None:
    """A longer beginning is typed where a digit then takes more, and a mark brings its blank."""
    tool = pytest.importorskip("tools.count_keys", reason="the tests run apart from the tree that holds the tools")
    cheapest = tool.cheapest
    text = "city, counties"
    offers = [["city", "county"] if at == 1 else ["counties"] if at in {6, 7} else [] for at in range(len(text))]
    assert "".join(cheapest(text, offers)) == "c1,1"
    assert cheapest("of 12", [[], [], [], ["each"], []]) == ["o", "f", " ", "Escape", "1", "2"]


def test_words_of_definitions_are_vocabulary() -> None:
    """Each once, and none of a name, which has a capital."""
    draft = zj.draft("用时3天。", source={"id": "r", "kind": "news"})
    words = coding_data(draft, "me")["words"]
    assert "electronic" in words
    assert len(words) == len(set(words))
    assert all(word.islower() for word in words)
