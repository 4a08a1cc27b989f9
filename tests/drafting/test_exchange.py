"""Codings through other formats: a character outside the BMP and CRLF before the figure, two coders, and a proposal that stays one."""

import json
import zipfile
from pathlib import Path

import pytest
from tests.sources import needs_sources, source_text

import zjreform as zj
from zjreform.drafting.exchange.offsets import fitted
from zjreform.errors import DatasetError, UnknownValueError

ORIGINAL = "一\r\n𠮷县平均用时由200多个压缩至86个工作日内，共7\n项。"
FORMS = ("refi-qda", "brat", "doccano", "label-studio", "web-annotation", "cas")


def drafts() -> tuple[zj.Draft, zj.Draft]:
    """Return the drafts of two coders, one with open proposals."""
    one, two = zj.draft(ORIGINAL, source={"id": "a"}), zj.draft(ORIGINAL, source={"id": "a"}, blind=True)
    for coder, draft, aggregate in (("anna", one, "mean"), ("b-2", two, "each")):
        for key in draft.figures:
            draft.confirm(key, coder=coder, aggregate=aggregate, base="all of <them> & more", per=None)
    return one, two


@pytest.mark.parametrize("form", FORMS)
def test_round_trip(form: str, tmp_path: Path) -> None:
    """Spans, values, coders and proposals come back, against the text with LF and the one with CRLF."""
    if form == "cas":
        pytest.importorskip("cassis", reason="the format comes with the extra 'exchange'")
    one, two = drafts()
    path = zj.write_codings(one, two, path=tmp_path / "out", form=form)
    found = zj.read_codings(path, {"a": ORIGINAL}, form=form)
    assert str(found.counted["a"]) == "code points, LF"
    assert found == zj.read_codings(path, {"a": one.text}, form=form)
    sent = {
        (span.start, span.end, span.quote, span.field, span.value, span.coder, span.proposed)
        for span in spans(one, two)
    }
    assert {
        (span.start, span.end, span.quote, span.field, span.value, span.coder, span.proposed) for span in found.spans
    } == sent
    assert {span.coder for span in found.spans} == {"anna", "b-2", "program"}
    assert all(span.proposed == (span.coder == "program") for span in found.spans)
    assert all(one.text[span.start : span.end] == span.quote for span in found.spans)


def spans(*drafted: zj.Draft) -> list[zj.CodedSpan]:
    """Return what is exchanged."""
    from zjreform.drafting.exchange.spans import spans_of  # noqa: PLC0415

    return [span for draft in drafted for span in spans_of(draft)]


TEXT = "一\n𠮷平均用时由200多个压缩至86个工作日内"


@pytest.mark.parametrize(
    ("start", "end", "counted"),
    [
        (16, 22, "code points, LF"),
        (18, 24, "UTF-16, CRLF"),
        (41, 55, "bytes, LF"),
        (42, 56, "bytes, CRLF"),
    ],
)
def test_units_are_found_out(start: int, end: int, counted: str) -> None:
    """The figure of the probe, as programs count it."""
    (span,), found = fitted([made(start, end, "86个工作日")], TEXT)
    assert (span.start, str(found)) == (TEXT.index("86"), counted)


def test_ways_that_agree_are_no_doubt() -> None:
    """One character outside the BMP and one CRLF count alike: the place is the same, whichever it was."""
    (span,), found = fitted([made(17, 23, "86个工作日")], TEXT)
    assert span.start == TEXT.index("86")
    assert str(found) == "code points, CRLF"


def made(start: int, end: int, quote: str) -> zj.CodedSpan:
    """Return a span as another program counts it."""
    return zj.CodedSpan(document="a", start=start, end=end, quote=quote, field="position", value="after", coder="me")


class TestRefusals:
    """What fits nowhere, or in two places, is refused; so is what has lost its coders or quotations."""

    def test_no_unit_fits(self) -> None:
        """The place and the quotation are named."""
        with pytest.raises(DatasetError, match="a place at which the quotation stands"):
            fitted([made(3, 9, "86个工作日")], "用时86个工作日")

    def test_two_units_fit_at_different_places(self) -> None:
        """A quotation that recurs where another unit would put it decides nothing."""
        with pytest.raises(DatasetError, match="one way of counting that fits"):
            fitted([made(2, 3, "5")], "𠮷55天")

    def test_forms(self, tmp_path: Path) -> None:
        """An unknown format, a missing path, an unknown document."""
        with pytest.raises(UnknownValueError, match="no format of codings is called 'bart'; did you mean 'brat'"):
            zj.write_codings(path=tmp_path / "a", form="bart")
        with pytest.raises(FileNotFoundError, match="no such file or folder"):
            zj.read_codings(tmp_path / "a", {}, form="brat")
        one, _ = drafts()
        path = zj.write_codings(one, path=tmp_path / "a.json", form="web-annotation")
        with pytest.raises(DatasetError, match="document: expected the name of a text: b, got 'a'"):
            zj.read_codings(path, {"b": ""}, form="web-annotation")

    def test_flat_label_studio(self, tmp_path: Path) -> None:
        """The flat exports have no coders."""
        (tmp_path / "a.json").write_text('[{"text": "5天", "label": []}]', encoding="utf-8")
        with pytest.raises(DatasetError, match="the export JSON, which keeps coders"):
            zj.read_codings(tmp_path / "a.json", {"a": "5天"}, form="label-studio")

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "XML without one"),
            (b"<Project", "well-formed XML"),
        ],
    )
    def test_refi(self, content: bytes, message: str, tmp_path: Path) -> None:
        """No document type, no broken XML, and a zip file."""
        with zipfile.ZipFile(tmp_path / "a.qdpx", "w") as archive:
            archive.writestr("project.qde", content)
        with pytest.raises(DatasetError, match=message):
            zj.read_codings(tmp_path / "a.qdpx", {}, form="refi-qda")
        (tmp_path / "b.qdpx").write_bytes(b"no zip")
        with pytest.raises(DatasetError, match=r"a zip file with project\.qde"):
            zj.read_codings(tmp_path / "b.qdpx", {}, form="refi-qda")

    @pytest.mark.parametrize(
        ("form", "name", "content", "message"),
        [
            ("doccano", "a.jsonl", "{", "row 1: expected JSON"),
            ("doccano", "a.jsonl", "[]", "a JSON object"),
            ("doccano", "a.jsonl", '{"text": "5天"}', "label, labels or entities"),
            ("web-annotation", "a.json", '{"items": 5}', "a list of annotations"),
            ("web-annotation", "a.json", '[{"target": {}}]', "a TextPositionSelector and a TextQuoteSelector"),
        ],
    )
    def test_damaged(self, form: str, name: str, content: str, message: str, tmp_path: Path) -> None:
        """The line and what was expected are named."""
        (tmp_path / name).write_text(content, encoding="utf-8")
        with pytest.raises(DatasetError, match=message):
            zj.read_codings(tmp_path / name, {}, form=form)

    def test_brat(self, tmp_path: Path) -> None:
        """A line that is none of the format."""
        (tmp_path / "a.ann").write_text("T1 position 0 2 5天\n", encoding="utf-8")
        with pytest.raises(DatasetError, match=r"a\.ann row 1: expected T"):
            zj.read_codings(tmp_path, {"a": "5天"}, form="brat")


@pytest.mark.parametrize("key", ["label", "labels", "entities"])
def test_keys_of_doccano_differ(key: str, tmp_path: Path) -> None:
    """Quotations are taken from the text of the line where it holds none."""
    line = {"id": "a", "text": "𠮷县5天", key: [[2, 4, "position=level"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (span,) = zj.read_codings(tmp_path / "a.jsonl", {"a": "𠮷县5天"}, form="doccano").spans
    assert (span.quote, span.field, span.value) == ("5天", "position", "level")


def test_a_control_character_is_no_cas(tmp_path: Path) -> None:
    """XMI cannot hold one, and says so."""
    pytest.importorskip("cassis", reason="the format comes with the extra 'exchange'")
    draft = zj.draft("一\x01用时5天", source={"id": "a"}, blind=True)
    draft.confirm(next(iter(draft.figures)), coder="me", position="level")
    with pytest.raises(DatasetError, match="without control characters"):
        zj.write_codings(draft, path=tmp_path / "a", form="cas")


def test_brat_splits_at_line_ends(tmp_path: Path) -> None:
    """A span over a line end stands in fragments."""
    one, _ = drafts()
    path = zj.write_codings(one, path=tmp_path / "out", form="brat")
    text = (path / "anna" / "a.ann").read_text(encoding="utf-8")
    broken = [figure for figure in one.figures.values() if "\n" in figure.surface]
    assert (";" in text) is bool(broken)
    assert (path / "anna" / "a.txt").read_bytes() == one.text.encode()


@needs_sources
def test_codings_of_the_dataset(tmp_path: Path) -> None:
    """Both coders of a document, each coding at its characters; a text that is another one is refused with the place."""
    text = source_text("zjol-2018").replace("\r\n", "\n")
    path = zj.write_codings(
        zj.load(), path=tmp_path / "a.json", form="web-annotation", texts={"zjol-2018": source_text("zjol-2018")}
    )
    found = zj.read_codings(path, {"zjol-2018": text}, form="web-annotation").spans
    assert {span.coder for span in found} == {"coder-1", "coder-2"}
    assert all(text[span.start : span.end] == span.quote for span in found)
    with pytest.raises(DatasetError, match="mentions"):
        zj.write_codings(
            zj.load(), path=tmp_path / "b", form="brat", texts={"zjol-2018": "又" + source_text("zjol-2018")}
        )
