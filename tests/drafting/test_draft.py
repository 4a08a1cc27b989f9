"""Drafts: nothing is filled in, every numeral is accounted for, and only what a person decided becomes data."""

from pathlib import Path

import pytest
from tests.drafting.invented import TEXT, coded, made
from typer.testing import CliRunner

import zjreform as zj
from zjreform.cli.app import app
from zjreform.drafting.coding.states import FIELDS, REQUIRED, FieldState
from zjreform.errors import DatasetError, UnknownIdError, UnknownValueError


class TestDraft:
    """What a draft proposes."""

    def test_nothing_is_filled_in(self) -> None:
        """Values stand empty; each proposal has a reason and a step."""
        for figure in made().figures.values():
            assert figure.slots["kind"].value == "quantity"
            for name in FIELDS:
                slot = figure.slots[name]
                ruled = slot.state is FieldState.RULE  # only a share has a base
                assert ruled == (name in {"base", "base_status"} and figure.quantity.unit.code != "%")
                assert slot.value == ("not_applicable" if ruled and name == "base_status" else None)
                assert ruled or slot.state in {FieldState.OPEN, FieldState.PROPOSED}
                if slot.proposal is not None:
                    assert slot.proposal.reason, name
                    assert slot.proposal.field == name

    def test_every_numeral_is_accounted_for(self) -> None:
        """Each is a figure, no figure by rule, or one that a person must read."""
        draft = made()
        numerals = zj.figures(TEXT, kinds=list(zj.Kind))
        assert len(draft.entries()) == len(numerals)
        assert [(one.surface, one.kind) for one in draft.numerals.values()] == [("三", "lexical"), ("2018年", "date")]

    def test_a_fifth_is_withheld(self) -> None:
        """Which, follows from the text; nothing is shown there, and what is proposed is kept for the measurement."""
        draft, again = made(), made()
        hidden = [one for one in draft.figures.values() if one.withheld]
        assert len(hidden) == len(draft.figures) // 5 > 0
        assert [one.key for one in hidden] == [one.key for one in again.figures.values() if one.withheld]
        for one in hidden:
            assert not any(slot.shown for slot in one.slots.values())
            assert one.slots["position"].proposal is not None

    def test_blind(self) -> None:
        """A second coder sees spans and nothing else."""
        draft = made(blind=True)
        assert draft.figures.keys() == made().figures.keys()
        assert all(slot.proposal is None for one in draft.figures.values() for slot in one.slots.values())
        assert draft.candidates.pairs == ()
        assert all(not one.family for one in draft.figures.values())

    def test_proposals(self) -> None:
        """The words decide: both sides of the change, a part, a sum, a share."""
        by_surface = {one.surface: one.slots for one in made().figures.values()}
        got = {
            surface: slots["position"].proposal.value
            for surface, slots in by_surface.items()
            if slots["position"].proposal
        }
        assert (got["5个工作日"], got["2个工作日以内"], got["三成"], got["12个"]) == (
            "before",
            "after",
            "change",
            "level",
        )
        assert by_surface["120余万件"]["accrual"].proposal == zj.Proposal(
            "accrual", "cumulative", "累计办件", zj.Confidence.HIGH
        )

    def test_forms_of_a_document(self, tmp_path: Path) -> None:
        """A path is a file, a str a text; CRLF and a byte-order mark are no part of the canonical text."""
        (tmp_path / "My Report.txt").write_bytes("\ufeff用时\r\n5天".encode())
        draft = zj.draft(tmp_path / "My Report.txt")
        assert (draft.text, draft.source.values["file"]) == ("用时\n5天", "My_Report.txt")
        assert zj.draft("用时5天", source={"kind": None}).source.values["file"] == "document.txt"
        with pytest.raises(TypeError, match="a text, a path or a document"):
            zj.draft(5)

    def test_source(self) -> None:
        """What is known is taken, what follows is computed, the rest is listed."""
        row = made().source
        assert row.missing == ()
        assert row.values["characters"] == len(TEXT)
        assert "publisher_zh" in zj.draft("5天").source.missing
        with pytest.raises(UnknownValueError, match="no field of sources is called 'titel'"):
            zj.draft("5天", source={"titel": "a"})
        with pytest.raises(DatasetError) as caught:
            zj.draft("5天", source={"id": "A B", "kind": "novel"})
        assert [one.field for one in caught.value.problems] == ["id", "kind"]
        with pytest.raises(DatasetError, match="characters: expected 2, as the text has it, got '9'"):
            zj.draft("5天", source={"characters": 9})

    def test_gazetteer(self) -> None:
        """Names that the caller passes are found like known ones."""
        draft = zj.draft("成都市设窗口12个", gazetteer={"成都市": "places:chengdu"})
        (figure,) = draft.figures.values()
        assert figure.slots["about"].proposal is not None
        assert figure.slots["about"].proposal.value == "places:chengdu"


class TestConfirming:
    """Each field by itself, by a person."""

    def test_states(self) -> None:
        """What was entered is set against what was proposed."""
        draft = zj.draft("用时5天。", source={"id": "a"})
        draft.confirm("a-2", coder="me", position="level", aggregate="mean", per=None, case=None, population="firms")
        slots = draft.figures["a-2"].slots
        states = {
            name: slots[name].state.value for name in ("position", "aggregate", "per", "case", "population", "status")
        }
        assert states == {
            "position": "confirmed", "aggregate": "changed", "per": "empty", "case": "empty", "population": "entered", "status": "proposed",
        }  # fmt: skip
        draft.unsure("a-2", "status", coder="me")
        assert slots["status"].state is FieldState.UNSURE
        assert (slots["position"].coder, slots["position"].value) == ("me", "level")
        assert draft.undo()
        assert draft.figures["a-2"].slots["status"].state is FieldState.PROPOSED
        for _ in range(5):
            assert draft.undo()
        assert not draft.undo()
        assert {slot.value for slot in draft.figures["a-2"].slots.values() if slot.state is not FieldState.RULE} == {
            None
        }

    def test_withheld_is_entered(self) -> None:
        """Where nothing was shown nothing is confirmed."""
        draft = coded(made())
        for one in draft.figures.values():
            if one.withheld:
                assert one.slots["position"].state is FieldState.ENTERED

    @pytest.mark.parametrize(
        ("values", "error", "message"),
        [
            ({"position": "befor"}, UnknownValueError, "no position .* is called 'befor'; did you mean 'before'"),
            ({"positon": "before"}, UnknownValueError, "no field is called 'positon'; did you mean 'position'"),
            ({"about": "places:nowhere"}, UnknownIdError, "places has no id 'nowhere'"),
            ({"indicator": "no-such"}, UnknownIdError, "indicators has no id 'no-such'"),
            ({"part_of": "a-99"}, UnknownIdError, "metrics has no id 'a-99'"),
            ({"period": "2018年"}, UnknownValueError, "no period"),
        ],
    )
    def test_refuses(self, values: dict[str, str], error: type[Exception], message: str) -> None:
        """A value that its field cannot hold changes nothing."""
        draft = zj.draft("用时5天。", source={"id": "a"})
        with pytest.raises(error, match=message):
            draft.confirm("a-2", coder="me", status="achieved", **values)
        assert draft.figures["a-2"].slots["status"].value is None

    def test_a_coder_has_a_key(self) -> None:
        """One that a file can hold."""
        draft = zj.draft("用时5天。", source={"id": "a"})
        with pytest.raises(UnknownValueError, match="no coder is called 'Me Myself'"):
            draft.confirm("a-2", coder="Me Myself", position="level")
        assert draft.figures["a-2"].slots["position"].value is None

    def test_own_records(self) -> None:
        """An indicator is defined where it is needed, and checked like a file."""
        draft = zj.draft("用时5天。", source={"id": "a"})
        with pytest.raises(DatasetError, match="family: expected one of time, time_saved"):
            draft.add("indicators", id="mine", name_zh="a", name_en="a", family="tme")
        with pytest.raises(UnknownValueError, match="no field of places is called 'name'"):
            draft.add("places", name="a")
        with pytest.raises(UnknownValueError, match="no table is called 'place'"):
            draft.add("place", id="a")

    def test_outdated(self) -> None:
        """A changed definition lists what was decided under the old one."""
        draft = zj.draft("用时5天。", source={"id": "a"})
        draft.confirm("a-2", coder="me", position="level")
        assert draft.outdated() == ()
        now = dict.fromkeys(FIELDS, "00000000")
        assert [(row["field"], row["now"]) for row in draft.outdated(now)] == [("position", "00000000")]


class TestPackage:
    """Only what was decided is data."""

    def test_open_proposals_are_refused(self, tmp_path: Path) -> None:
        """Plain reading refuses, reading on request gives the decided rows alone."""
        draft = made()
        folder = draft.write(tmp_path / "p")
        with pytest.raises(DatasetError, match="expected no open proposals"):
            zj.read(folder)
        assert not zj.validate(folder).ok
        assert zj.read(folder, drafts="allow").sizes()["metrics"] == 0
        with pytest.raises(UnknownValueError, match="no way with drafts is called 'yes'"):
            zj.read(folder, drafts="yes")
        key = next(iter(draft.figures))
        values = dict.fromkeys(FIELDS) | dict.fromkeys(("position",), "level")
        values |= {
            "about": "places:yunxi",
            "indicator": "company-setup-time",
            "status": "achieved",
            "aggregate": "each",
        }
        draft.confirm(
            key, coder="me", **{**values, "accrual": "instant", "base_status": "not_applicable", "voice": "official"}
        )
        ds = zj.read(draft.write(folder, overwrite=True), drafts="allow")
        assert ds.metrics.ids == (key,)

    def test_a_whole_document(self, tmp_path: Path) -> None:
        """When all is decided the package is plain, audits, merges, and its codings say who decided what."""
        draft = coded(made())
        assert draft.open == ()
        first, second = list(draft.figures)[:2]
        draft.pair(first, second, coder="me", comparator="own_past", like_with_like=True)
        folder = draft.write(tmp_path / "p")
        ds = zj.read(folder)
        assert len(ds.metrics) == len(draft.figures)
        assert zj.audit(folder, ds).ok
        assert zj.load().merge(ds).metrics[first].about == "places:yunxi"
        assert [row.before for row in ds.pairings] == [first]
        frame = ds.codings.to_pandas()
        assert set(frame["x_coder_kind"]) == {"person"}
        assert set(frame["x_shown"]) == {"true", "false"}
        assert len(frame) == len(draft.figures) * len(FIELDS)
        assert zj.validate(folder).problems == ()

    def test_round_trip(self, tmp_path: Path) -> None:
        """Coding goes on from the folder; a text that is no longer the one drafted is refused."""
        draft = made()
        key = next(iter(draft.figures))
        draft.confirm(key, coder="me", position="before")
        folder = draft.write(tmp_path / "p")
        again = zj.Draft.read(folder)
        assert again.figures == draft.figures
        assert again.own == draft.own
        assert again.candidates == draft.candidates
        (folder / "document.txt").write_text("改" + TEXT, encoding="utf-8")
        with pytest.raises(DatasetError, match="as it was drafted"):
            zj.Draft.read(folder)


def test_progress_counts_every_figure() -> None:
    """States of each field add up."""
    draft = made()
    for row in draft.progress():
        assert sum(value for name, value in row.items() if name != "field") == len(draft.figures)
    assert set(REQUIRED) <= {row["field"] for row in draft.open}


class TestCommand:
    """``zjreform draft``."""

    def test_takes_what_is_known_of_the_document(self, tmp_path: Path) -> None:
        """Each field that is given is no longer asked for; a misspelt one and one without a value are refused."""
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        arguments = ["draft", str(tmp_path / "a.txt"), "-o", str(tmp_path / "d"), "--kind", "news"]
        done = CliRunner().invoke(app, [*arguments, "--field", "title_zh=云溪=年鉴", "--field", "published=2021"])
        assert done.exit_code == 0, done.output
        assert "NAME=VALUE: title_en, publisher_zh" in done.output
        assert zj.Draft.read(tmp_path / "d").source.values["title_zh"] == "云溪=年鉴"
        again = [*arguments, "--overwrite"]
        assert "expected NAME=VALUE, got 'title_zh'" in CliRunner().invoke(app, [*again, "--field", "title_zh"]).output
        with pytest.raises(
            UnknownValueError, match=r"no field of sources is called 'titel_zh'; did you mean .*'title_zh'"
        ):
            CliRunner().invoke(app, [*again, "--field", "titel_zh=x"], catch_exceptions=False)

    def test_writes_draft_and_workbook(self, tmp_path: Path) -> None:
        """The folder holds text, draft, package and workbook; what is missing is listed."""
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        arguments = ["draft", str(tmp_path / "a.txt"), "-o", str(tmp_path / "d"), "--as", "excel", "--kind", "news"]
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 0, done.output
        assert "11 figures" in done.output
        assert "still to be given of the document, as --field NAME=VALUE: title_zh" in done.output
        assert {path.name for path in (tmp_path / "d").iterdir()} == {
            "a.txt",
            "coding.xlsx",
            "datapackage.json",
            "draft.json",
        }
        assert CliRunner().invoke(app, ["draft", str(tmp_path / "none"), "-o", str(tmp_path / "e")]).exit_code == 2

    def test_blind(self, tmp_path: Path) -> None:
        """A second coder gets spans alone."""
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        done = CliRunner().invoke(app, ["draft", str(tmp_path / "a.txt"), "-o", str(tmp_path / "d"), "--blind"])
        assert done.exit_code == 0, done.output
        assert "proposed" not in (tmp_path / "d" / "draft.json").read_text(encoding="utf-8")
