"""The audit: identical copies, shifted and cut ones, missing ones, and what is withheld."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve
from tests.sources import FOLDER, needs_sources, source_text

import zjreform as zj
from zjreform.dataset.audit import AuditReport, CopyState, SpanState, audit, context, context_hash
from zjreform.dataset.table import Table
from zjreform.records.schema import schema_of

DS = zj.load()
SOURCE = DS.sources["lishui-yearbook-2019"]
FIGURE = next(row for row in DS.find_mentions(of="metrics:lishui-one-visit-items"))
MADE = "本项改革把时间从 8个工作日 缩短为 1个工作日。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a copy of each document."""
    for source in DS.sources:
        shutil.copyfile(FOLDER / source.file, tmp_path / source.file)
    return tmp_path


def edit(folder: Path, old: str, new: str, times: int = 1) -> AuditReport:
    """Change the copy of the yearbook and audit it."""
    path = folder / SOURCE.file
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, times).encode("utf-8"))
    return audit(folder)


def states(report: AuditReport) -> Counter[str]:
    """Count the states of the spans of the yearbook."""
    return Counter(span.state.value for span in report.spans if span.source == SOURCE.id)


def state_of(report: AuditReport, mention: zj.Mention) -> tuple[str, tuple[int, ...]]:
    """Return what the report says of a mention."""
    span = next(span for span in report.spans if span.mention == mention.id)
    return span.state.value, span.found


@needs_sources
class TestCopies:
    """Copies of the documents, as they are and as they may come."""

    def test_identical(self) -> None:
        """Every copy is identical and every span, of every table, is held."""
        report = audit(FOLDER)
        assert report.ok
        assert {copy.state for copy in report.copies} == {CopyState.IDENTICAL}
        assert len(report.spans) == len(DS.mentions)
        assert str(report).endswith(f"{len(DS.mentions)} of {len(DS.mentions)} spans hold what the dataset says")

    @pytest.mark.parametrize("source", DS.sources.ids)
    def test_each_span_holds_its_surface(self, source: str) -> None:
        """Checked here without the audit: the characters, the length of a withheld one, and the hashes."""
        text = source_text(source)
        for row in DS.mentions.where(lambda row: row.source == source):
            assert row.context == context_hash(text, row.start, row.end), row.id
            assert row.surface in {None, text[row.start : row.end]}, row.id
            assert 0 <= row.start < row.end <= len(text), row.id

    @pytest.mark.parametrize("source", DS.sources.ids)
    def test_paragraphs_and_sentences_are_those_of_the_text(self, source: str) -> None:
        """Counted here in another way: lines that are not blank, and what full stops with their quotes cut a line into."""
        lines, sentences, at = [], [], 0
        for line in source_text(source).split("\n"):
            pieces = [
                piece
                for piece in re.split(
                    r"(?<=[。！？!?])(?![。！？!?”’」』）)》〉])|(?<=[。！？!?][”’」』）)》〉])(?![”’」』）)》〉])",
                    line,
                )
                if piece
            ]
            lines += [at] if line.strip() else []
            for piece in pieces:
                sentences += [at] if piece.strip() else []
                at += len(piece)
            at += 1
        for row in DS.mentions.where(lambda row: row.source == source):
            assert row.paragraph == sum(start <= row.start for start in lines), row.id
            assert row.sentence == sum(start <= row.start for start in sentences), row.id

    def test_another_paragraph_is_seen(self) -> None:
        """A number that is out of step is no span that is held; what is not numbered is not judged."""
        moved, plain = (evolve(FIGURE, sentence=number) for number in (10_000, None))
        for mention, state in ((moved, SpanState.RENUMBERED), (plain, SpanState.HELD)):
            rows = [mention if row.id == mention.id else row for row in DS.mentions]
            changed = evolve(DS, mentions=Table(schema_of("mentions"), rows))
            (span,) = (span for span in audit(FOLDER, changed).spans if span.mention == mention.id)
            assert span.state is state

    def test_shifted(self, folder: Path) -> None:
        """With a line more at the top every span has moved by its length, and the report says where to."""
        text = source_text(SOURCE.id)
        report = edit(folder, text[:8], "另一行\n" + text[:8])
        moved = [span for span in report.spans if span.source == SOURCE.id and span.start > 8]
        assert len(moved) > 500
        assert all((span.state, span.found) == (SpanState.MOVED, (span.start + 4,)) for span in moved)
        assert not report.ok
        assert {copy.state.value for copy in report.copies} == {"identical", "different"}
        assert f"{FIGURE.id} at {FIGURE.start}: moved [{FIGURE.start + 4}]" in str(report)

    def test_deleted(self, folder: Path) -> None:
        """A figure that was taken out is missing; what stands before it is held."""
        text = source_text(SOURCE.id)
        report = edit(folder, text[FIGURE.start - 12 : FIGURE.end + 12], "")
        assert state_of(report, FIGURE) == ("missing", ())
        before = [span for span in report.spans if span.source == SOURCE.id and span.start < FIGURE.start - 40]
        assert {span.state for span in before} == {SpanState.HELD}

    def test_changed_figure(self, folder: Path) -> None:
        """Another number in the place of a figure is no figure that has moved."""
        report = edit(folder, "1953项", "1954项")
        assert state_of(report, FIGURE) == ("missing", ())
        assert states(report)["missing"] == 1

    def test_edited_neighbour(self, folder: Path) -> None:
        """A span is held as long as one side of it stands; only the copy counts as different."""
        text = source_text(SOURCE.id)
        before = text[FIGURE.start - 3 : FIGURE.start]
        report = edit(folder, before + str(FIGURE.surface), before[::-1] + str(FIGURE.surface))
        assert state_of(report, FIGURE) == ("held", ())
        assert not report.ok

    def test_doubled_paragraph_is_ambiguous(self, folder: Path) -> None:
        """A passage that stands twice elsewhere cannot be told apart."""
        text = source_text(SOURCE.id)
        passage = text[FIGURE.start - 20 : FIGURE.end + 20]
        report = edit(folder, passage, "。" * 7 + passage + passage)
        state, found = state_of(report, FIGURE)
        assert state == "ambiguous"
        assert found == (FIGURE.start + 7, FIGURE.start + 7 + len(passage))

    def test_missing_copy(self, folder: Path) -> None:
        """Without its file every span of a document is missing, and the others are held."""
        (folder / SOURCE.file).unlink()
        report = audit(folder)
        assert set(states(report)) == {"missing"}
        assert {span.state for span in report.spans if span.source != SOURCE.id} == {SpanState.HELD}

    def test_bytes_that_are_no_text(self, folder: Path) -> None:
        """A file that is not UTF-8 is a different copy, not a crash."""
        (folder / SOURCE.file).write_bytes(b"\xff\xfe" * 40)
        assert set(states(audit(folder))) == {"missing"}


@needs_sources
def test_withheld_identifiers_are_found_by_their_surroundings(folder: Path) -> None:
    """A personal identifier is audited by its length and the hashes around it, and its characters are nowhere."""
    hidden = [row for row in DS.mentions if row.surface is None]
    assert hidden
    path = folder / DS.sources[hidden[0].source].file
    path.write_bytes("前言\n".encode() + path.read_bytes())
    report = audit(folder)
    assert [state_of(report, row) for row in hidden] == [("moved", (row.start + 3,)) for row in hidden]
    assert source_text(hidden[0].source)[hidden[0].start : hidden[0].end] not in str(report)


class TestWithoutHashes:
    """Mentions of a dataset of one's own may have no hashes: the surface alone decides."""

    @pytest.mark.parametrize(
        ("text", "state", "found"),
        [
            (MADE, "held", ()),
            ("按" + MADE, "moved", (10,)),
            ("按" + MADE + MADE, "ambiguous", (10, 10 + len(MADE))),
            (MADE.replace("8", "9"), "missing", ()),
        ],
    )
    def test_states(self, tmp_path: Path, text: str, state: str, found: tuple[int, ...]) -> None:
        """One place is a move, several are ambiguous, none is missing."""
        start = MADE.index("8个工作日")
        mention = evolve(
            FIGURE, start=start, end=start + 5, surface="8个工作日", context=None, paragraph=None, sentence=None
        )
        (tmp_path / SOURCE.file).write_text(text, encoding="utf-8")
        table = type(DS.mentions)(DS.mentions.schema, [mention], version=DS.version)
        assert state_of(audit(tmp_path, evolve(DS, mentions=table)), mention) == (state, found)


class TestRefusals:
    """What an audit cannot be made of."""

    def test_unknown_folder(self, tmp_path: Path) -> None:
        """A folder that does not exist is an error that names it."""
        with pytest.raises(NotADirectoryError, match="nowhere"):
            audit(tmp_path / "nowhere")

    def test_empty_folder(self, tmp_path: Path) -> None:
        """In an empty folder everything is missing."""
        report = audit(tmp_path)
        assert {copy.state for copy in report.copies} == {CopyState.MISSING}
        assert len(report.mismatches) == len(DS.mentions)
        assert len(str(report).splitlines()) == len(DS.sources) + 1

    def test_negative_context(self, tmp_path: Path) -> None:
        """Less than no characters around a figure is a mistake, not an empty answer."""
        with pytest.raises(ValueError, match=r"0 characters or more on each side, got -1"):
            context(FIGURE, tmp_path, chars=-1)

    def test_context_of_a_missing_copy(self, tmp_path: Path) -> None:
        """The error names the file that is expected."""
        with pytest.raises(FileNotFoundError, match=SOURCE.file):
            context(FIGURE, tmp_path)

    def test_context_of_another_copy(self, tmp_path: Path) -> None:
        """Offsets mean nothing in a copy that differs."""
        (tmp_path / SOURCE.file).write_text(MADE, encoding="utf-8")
        with pytest.raises(zj.DatasetError, match="sha256"):
            context(FIGURE, tmp_path)

    def test_context_of_an_unknown_mention(self, tmp_path: Path) -> None:
        """The error names the id."""
        with pytest.raises(zj.UnknownIdError, match="no-such-mention"):
            context("no-such-mention", tmp_path)


@needs_sources
def test_context_shows_a_figure_in_its_sentence() -> None:
    """By the mention or its id, with as many characters on each side as asked for."""
    shown = context(FIGURE.id, FOLDER, chars=4)
    assert shown == context(FIGURE, FOLDER, chars=4)
    assert f"【{FIGURE.surface}】" in shown
    assert len(shown) == 4 + 1 + len(str(FIGURE.surface)) + 1 + 4


class TestCommand:
    """``zjreform audit FOLDER``."""

    @staticmethod
    def run(folder: Path) -> "subprocess.CompletedProcess[str]":
        """Run the command."""
        command = [sys.executable, "-c", "from zjreform.cli.main import main; main()", "audit", str(folder)]
        return subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    @needs_sources
    def test_identical(self) -> None:
        """Exit code 0, and a count."""
        done = self.run(FOLDER)
        assert (done.returncode, done.stderr) == (0, "")
        assert f"{len(DS.mentions)} of {len(DS.mentions)} spans" in done.stdout

    def test_mismatch(self, tmp_path: Path) -> None:
        """Exit code 1 where any span is not held."""
        done = self.run(tmp_path)
        assert done.returncode == 1
        assert f"0 of {len(DS.mentions)} spans" in done.stdout

    def test_unknown_folder(self, tmp_path: Path) -> None:
        """Exit code 2 for a folder that does not exist, which the message names."""
        done = self.run(tmp_path / "nowhere")
        assert done.returncode == 2
        assert "expected a folder" in done.stderr
