"""Rows that a draft offers beside the figures: names, coined names, pairings, lists of honours, numerals that no rule reads."""

from pathlib import Path
from typing import Any

import pytest
from tests.drafting.invented import SOURCE
from tests.sources import FOLDER, needs_sources

import zjreform as zj
from zjreform.drafting.coding.offers import Offer
from zjreform.drafting.coding.states import FieldState
from zjreform.errors import DatasetError, UnknownIdError, UnknownValueError

TEXT = (
    "麗水市推行“三色管理”和一件事，市跑改办设在丽水，丽水大学也来。用时3天。\n"
    "一、特别奖(2个)\n1. 丽水市:一窗通办\n2. 甲县农办、乙局:“零跑”改革\n"
)


def drafted(text: str = TEXT, **options: Any) -> zj.Draft:  # noqa: ANN401 (options of several types)
    """Return the draft of a text whose source is known."""
    return zj.draft(text, source={**SOURCE, "id": "d"}, **options)


def offered(draft: zj.Draft, table: str) -> list[Offer]:
    """Return the offered rows of a table."""
    return [one for one in draft.offers.values() if one.table == table]


def settled(draft: zj.Draft, *, take: str = "") -> zj.Draft:
    """Return the draft with the rows of one table taken, all others declined, and its first figure spoken by somebody."""
    for key, one in draft.offers.items():
        if not one.slots["row"].decided:
            draft.confirm(key, coder="me", row="take" if one.table == take else None)
    for key in draft.figures:
        draft.confirm(key, coder="me", voice="official")
    return draft


class TestNames:
    """Known and coined names."""

    def test_spellings_and_scripts(self) -> None:
        """Long and short names in both scripts, each spelling with all its places; one inside a longer name stands apart."""
        found = {(one.surface, one.slots["of"].value): one.places for one in offered(drafted(), "mentions")}
        assert found["麗水市", "places:lishui"] == ((0, 3),)
        assert found["市跑改办", "terms:lishui-reform-office"] == ((16, 20),)
        assert found["一件事", "terms:one-thing"] == ((12, 15),)
        lishui = [one for one in offered(drafted(), "mentions") if one.surface == "丽水"]
        assert [one.places for one in lishui] == [((22, 24),), ((25, 27),)]
        assert "longer" in str(lishui[1].slots["row"].proposal)

    def test_taken_names_are_mentions(self, tmp_path: Path) -> None:
        """One decision for a spelling gives a row for each of its places; declined ones give none."""
        draft = drafted("丽水用时3天，丽水上网98%。")
        (one,) = offered(draft, "mentions")
        assert len(one.places) == 2
        settled(draft, take="mentions").write(tmp_path / "d")
        ds = zj.read(tmp_path / "d", drafts="allow")
        assert [(row.surface, row.start) for row in ds.mentions if row.of == "places:lishui"] == [
            ("丽水", 0),
            ("丽水", 7),
        ]
        frame = ds.codings.to_pandas()
        taken = frame[frame["field"] == "of"]
        assert taken[["coder", "value", "x_state", "x_coder_kind"]].drop_duplicates().to_numpy().tolist() == [
            ["me", "places:lishui", "confirmed", "person"]
        ]
        assert len(taken) == 2
        draft.confirm(one.key, coder="me", row=None)
        draft.write(tmp_path / "d", overwrite=True)
        assert not [row for row in zj.read(tmp_path / "d", drafts="allow").mentions if row.of == "places:lishui"]

    def test_a_coined_name_becomes_a_term(self, tmp_path: Path) -> None:
        """It needs what its table needs, may get an id of its own, and figures may be about it once it is taken."""
        draft = drafted()
        (one,) = (each for each in offered(draft, "terms") if each.surface == "三色管理")
        assert list(one.open_fields) == ["row"]
        with pytest.raises(UnknownIdError, match="terms has no id"):
            draft.confirm(next(iter(draft.figures)), coder="me", about=f"terms:{one.key}")
        with pytest.raises(UnknownValueError, match=r"no kind .* is called 'mechansm'; did you mean 'mechanism'"):
            draft.confirm(one.key, coder="me", kind="mechansm")
        draft.confirm(one.key, coder="me", row="take", id="three-colours")
        assert list(one.open_fields) == ["name_hant", "name_en", "kind"]
        draft.confirm(one.key, coder="me", name_hant="三色管理", name_en="three colours", kind="mechanism")
        assert one.decided
        draft.confirm(next(iter(draft.figures)), coder="me", about="terms:three-colours", case=None)
        settled(draft).write(tmp_path / "d")
        ds = zj.read(tmp_path / "d", drafts="allow")
        assert ds.terms["three-colours"].name_en == "three colours"
        assert [row.surface for row in ds.mentions if row.of == "terms:three-colours"] == ["三色管理"]


class TestHonours:
    """Award lists."""

    def test_what_rests_on_what(self) -> None:
        """A row that is taken before the one it names is refused."""
        draft = drafted()
        (award, *_) = offered(draft, "awards")
        with pytest.raises(UnknownIdError, match="rounds has no id 'd-round'"):
            draft.confirm(award.key, coder="me", row="take")
        assert award.slots["row"].state is FieldState.PROPOSED

    def test_read_and_asked(self) -> None:
        """Position, title and bodies hold by rule; what has to be judged stands empty, with a reason where one is known."""
        draft = drafted()
        case = offered(draft, "cases")[1]
        assert (case.slots["title_zh"].state, case.slots["title_zh"].value) == (FieldState.RULE, "“零跑”改革")
        assert set(case.required) == {
            "row",
            "title_en",
            "level",
            "practice",
            "domain",
            "cofog",
            "coded_from",
            "coverage",
        }
        assert case.slots["level"].value is None
        assert case.slots["level"].proposal is not None
        assert [one.surface for one in offered(draft, "organisations")] == ["甲县农办", "乙局"]
        places = [
            (one.surface, one.slots["place"].value, one.slots["organisation"].value)
            for one in offered(draft, "applicants")
        ]
        assert places[0] == ("丽水市", "lishui", None)
        assert [body for _, place, body in places[1:] if place is None and body is not None] == [
            one.key for one in offered(draft, "organisations")
        ]

    def test_a_changed_title(self) -> None:
        """What was read can be changed, and that is said."""
        draft = drafted()
        (award, *_) = offered(draft, "awards")
        draft.confirm(award.key, coder="me", title_zh="一窗通办改革")
        assert award.slots["title_zh"].state is FieldState.CHANGED
        assert draft.undo()
        assert draft.offers[award.key].slots["title_zh"].state is FieldState.RULE


class TestOthers:
    """Pairings and numerals."""

    def test_pairings_of_withheld_figures_are_not_offered(self) -> None:
        """They would tell what is kept back."""
        text = "".join(f"第{place}项由{place + 9}天压缩至{place}天。" for place in range(2, 12))
        draft = drafted(text)
        hidden = {one.key for one in draft.figures.values() if one.withheld}
        sides = [{one.slots["before"].value, one.slots["after"].value} for one in offered(draft, "pairings")]
        assert hidden
        assert sides
        assert not any(hidden & side for side in sides)

    def test_a_blind_coder_is_offered_nothing(self) -> None:
        """The numerals that no rule reads are there for every coder."""
        draft = drafted(f"{TEXT}比3/4/5个。", blind=True)
        assert not draft.offers
        assert None in [one.kind for one in draft.numerals.values()]

    def test_an_unread_numeral_is_decided(self, tmp_path: Path) -> None:
        """A draft with one can be closed."""
        text = "用时3天。比3/4/5个。"
        draft = drafted(text)
        unread = [one for one in draft.numerals.values() if one.kind is None]
        assert unread
        assert [row["field"] for row in draft.open if row["figure"] == unread[0].key] == ["kind"]
        with pytest.raises(UnknownValueError, match="no kind of a numeral is called '-'"):
            draft.confirm(unread[0].key, coder="me", kind=None)
        draft.unsure(unread[0].key, "kind", coder="me")
        assert unread[0].kind is None
        for one in unread:
            draft.confirm(one.key, coder="me", kind="identifier")
        settled(draft)
        assert not [row for row in draft.open if row["figure"] in draft.numerals]
        draft.write(tmp_path / "d")
        kinds = [row.kind.value for row in zj.read(tmp_path / "d", drafts="allow").non_figures]
        assert kinds.count("identifier") == len(unread) + 1

    def test_a_figure_of_ones_own(self, tmp_path: Path) -> None:
        """A person says where a figure stands and what it says; what stood there gives way, and nothing that was decided does."""
        draft = drafted("用时3天。比3/4/5个。")
        with pytest.raises(ValueError, match="why it is a figure and no identifier"):
            draft.figure(6, 12, coder="me", quantity="5个")
        key = draft.figure(6, 12, coder="me", quantity="5个", reason="the last of the three")
        assert [(row["surface"], row["quantity"]) for row in draft.metrics.to_dicts()][-1] == ("3/4/5个", "5个")
        assert draft.numerals == {}
        assert not draft.offers
        draft.confirm(key, coder="me", position="level")
        with pytest.raises(ValueError, match="of which something has been decided"):
            draft.figure(10, 12, coder="me")
        with pytest.raises(ValueError, match="expected a span within the 13 characters"):
            draft.figure(9, 99, coder="me")
        with pytest.raises(zj.ParseError, match="expected "):
            draft.figure(0, 2, coder="me")
        draft.write(tmp_path / "d")
        assert zj.Draft.read(tmp_path / "d").figures == draft.figures

    def test_tables_by_name(self) -> None:
        """A draft has the tables of a dataset, and no others."""
        draft = drafted()
        assert [row["position"] for row in draft.awards] == ["1", "2"]
        assert {row["state"] for row in draft.mentions} >= {"proposed", "rule"}
        with pytest.raises(UnknownValueError, match="no table is called 'award'; did you mean 'awards'"):
            draft.rows("award")
        with pytest.raises(AttributeError, match="award"):
            _ = draft.award

    def test_open_rows_are_refused(self, tmp_path: Path) -> None:
        """An offered row that nobody decided keeps the package from being read."""
        draft = drafted()
        assert {row["figure"] for row in draft.open} >= set(draft.offers)
        with pytest.raises(DatasetError, match="expected no open proposals"):
            zj.read(draft.write(tmp_path / "d"))

    @pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
    def test_by_sheet(self, suffix: str, tmp_path: Path) -> None:
        """A sheet holds the rows as well, takes nothing as it stands, and gives back what was decided."""
        draft = drafted()
        (tmp_path / "mine.csv").write_text(
            "figure,row,name_hant,name_en,kind\n"
            f"{offered(draft, 'terms')[0].key},=,三色管理,three colours,mechanism\n"
            + "".join(f"{one.key},-,,,\n" for one in offered(draft, "mentions")),
            encoding="utf-8",
        )
        assert draft.take(tmp_path / "mine.csv", coder="me") == 4 + len(offered(draft, "mentions"))
        path = draft.sheet(tmp_path / f"a{suffix}")
        assert draft.copy().take(path, coder="me") == 0
        again = drafted()
        assert again.take(path, coder="you") == 4 + len(offered(draft, "mentions"))
        assert {key: one.values() for key, one in again.offers.items()} == {
            key: one.values() for key, one in draft.offers.items()
        }

    def test_round_trip(self, tmp_path: Path) -> None:
        """Offers, decisions and numerals come back as they were, a lexicon or not."""
        draft = settled(drafted(), take="mentions")
        draft.write(tmp_path / "d")
        again = zj.Draft.read(tmp_path / "d")
        assert again.offers == draft.offers
        assert again.numerals == draft.numerals
        assert [vars_of(one) for one in again.candidates.numerals] == [
            vars_of(one) for one in draft.candidates.numerals
        ]


def vars_of(figure: zj.Figure) -> tuple[object, ...]:
    """Return what a numeral says."""
    return (figure.start, figure.end, figure.surface, figure.kind, figure.edtf, figure.ordinal, figure.per)


_ROUNDS = {"jinrizhejiang-2020": "rib-2019", "zjol-2018": "mpro-2018", "solutions-2018": "pmi-4"}
_JUDGED: dict[str, dict[str, str]] = {
    "rounds": {"name_zh": "轮", "name_en": "x", "period": "2018", "period_note_zh": "x", "period_note_en": "x"},
    "tiers": {"name_en": "x", "order_rule": "not_stated"},
    "organisations": {"name_en": "x", "kind": "government", "level": "province"},
    "cases": {
        "title_en": "x", "level": "province", "practice": "x", "domain": "other", "cofog": "01", "coded_from": "title",
        "coverage": "title_only",
    },
    "applicants": {"level": "province"},
    "awards": {},
}  # fmt: skip


@needs_sources
@pytest.mark.parametrize("name", _ROUNDS)
def test_the_rounds_as_rows(name: str, tmp_path: Path) -> None:
    """Each tier, position, title and applicant of the bundled lists, as rows with their spans, once a person has taken them."""
    ds = zj.load()
    text = (FOLDER / ds.sources[name].file).read_bytes().decode("utf-8")
    draft = drafted(text)
    for key, one in draft.offers.items():
        values = {field: value for field, value in _JUDGED.get(one.table, {}).items() if field in one.required}
        draft.confirm(key, coder="me", row="take" if one.table in _JUDGED else None, **values)
    draft.confirm(next(iter(draft.figures)), coder="me", voice="official")
    mine = zj.read(draft.write(tmp_path / "d"), drafts="allow")
    assert _honours(mine, "d-round") == _honours(ds, _ROUNDS[name])
    for table in ("awards", "applicants"):
        right = {(row.start, row.end) for row in ds.mentions if row.source == name and row.of.startswith(f"{table}:")}
        placed = {(row.start, row.end) for row in mine.mentions if row.of.startswith(f"{table}:")}
        assert placed
        assert placed <= right


def _honours(ds: zj.Dataset, round_id: str) -> list[tuple[object, ...]]:
    """Return the tiers of a round with their honours and the bodies of each."""
    found: list[tuple[object, ...]] = []
    for tier in sorted((row for row in ds.tiers if row.round == round_id), key=lambda row: row.rank):
        found.append((tier.name_zh, tier.rank, tier.quota, tier.honours.value))
        for award in sorted((row for row in ds.awards if row.tier == tier.id), key=lambda row: row.position):
            bodies = sorted((row for row in ds.applicants if row.award == award.id), key=lambda row: row.order)
            found.append(
                (award.position, award.title_zh, *((row.as_listed, row.heading, row.role.value) for row in bodies))
            )
    return found
