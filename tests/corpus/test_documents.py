"""Documents of several writers come over with every figure as it went in, and what cannot be trusted is refused with the reason."""

import pickle
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from tests.corpus.passages import PASSAGES, TABLE, UNIT, shown

import zjreform as zj
from zjreform.corpus.documents import MEDIA_TYPES, Location, document
from zjreform.corpus.reading.list_numbers import list_number

FILES = Path(__file__).parent / "files"
WRITTEN = sorted(path.name for path in FILES.iterdir())


def read(folder: Path, name: str, text: str, encoding: str = "utf-8") -> zj.Document:
    """Return the document of a text written into a file."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return document(path)


@pytest.mark.parametrize("name", WRITTEN)
class TestWriters:
    """Each writer sets the same passages and the same table."""

    def test_every_passage_is_whole(self, name: str) -> None:
        """No character of a passage is lost, added or flattened."""
        text = document(FILES / name).text
        assert [passage for passage in map(shown, PASSAGES) if passage not in text] == []

    def test_figures_are_those_of_the_text_that_went_in(self, name: str) -> None:
        """The reader finds in the document what it finds in the passages."""
        text = document(FILES / name).text
        expected = [figure.surface for passage in PASSAGES for figure in zj.figures(shown(passage))]
        assert [figure.surface for figure in zj.figures(text[: text.index(UNIT)])] == expected

    def test_the_table_stands_under_its_unit(self, name: str) -> None:
        """The unit line is directly above the rows; an empty cell keeps its place."""
        text = document(FILES / name).text
        rows = text[text.index(UNIT) :].splitlines()
        assert rows == [UNIT, *("\t".join(row).rstrip("\t") for row in TABLE)]

    def test_offsets_lead_back(self, name: str) -> None:
        """Paragraphs and sentences lie in the text in order, and a figure is located in one of each."""
        made = document(FILES / name)
        for spans in (made.paragraphs, made.sentences):
            assert all(0 <= start < end <= len(made.text) for start, end in spans)
            assert all(one[1] <= two[0] for one, two in pairwise(spans))
        place = made.locate(made.text.index("15 008.2"))
        assert made.text.splitlines()[place.line - 1].startswith("全市")
        assert made.text[slice(*made.paragraphs[place.paragraph - 1])].startswith("全市\t12 345.6")
        assert place.page == (None if not made.pages else len(made.pages))


def test_page_numbers_are_left_out_and_counted() -> None:
    """They would stand between the halves of a sentence."""
    losses = document(FILES / "typst.pdf").losses
    assert [str(loss) for loss in losses] == ["2 × page number"]


class TestHtml:
    """What pages do to figures."""

    @pytest.mark.parametrize(
        ("page", "text"),
        [
            ("约<del>8</del><ins>5</ins>天", "约5天"),
            ("约<span style='text-decoration: line-through'>8</span>5天", "约5天"),
            ("2.5×10<sup>4</sup>亩，3km<sup>2</sup>，CO<sub>2</sub>", "2.5×10⁴亩，3km²，CO₂"),
            ("10<span style='vertical-align: super'>4</span>", "10⁴"),
            ("<ruby>一百<rp>(</rp><rt>yībǎi</rt><rp>)</rp></ruby>天", "一百天"),
            ("120\n万元，3\n天", "120 万元，3 天"),
            ("压缩\n至", "压缩至"),
            ("3<br>5天", "3\n5天"),
            ("1&nbsp;200个", "1\xa0200个"),
            ("3\u200b0分<wbr>钟", "30分钟"),
            ("3<span style='display:none'>0</span>天<b hidden>9</b>", "3天"),
            ("<b>5</b>个", "5个"),
            ("<msup><mn>10</mn><mn>4</mn></msup>", "10⁴"),
            ("<mfrac><mn>1</mn><mn>3</mn></mfrac>", "1/3"),
            (
                "<ol start=9 style='list-style-type: cjk-ideographic'><li>甲</li><li value=12>乙</li></ol>",
                "九、甲\n\n十二、乙",
            ),
            ("<ol><li>甲<ol type=a><li>乙</li></ol></li><li>丙</li></ol>", "1. 甲\n\na. 乙\n\n2. 丙"),
            ("<ul><li>3天</li></ul>", "3天"),
            ("<script>var x = 3</script><style>p { top: 4 }</style>5", "5"),
        ],
    )
    def test_inline(self, tmp_path: Path, page: str, text: str) -> None:
        """Each is read as a browser shows it, with raised figures kept."""
        assert read(tmp_path, "a.html", f"<p>{page}</p>").text == text

    def test_spans_of_cells(self, tmp_path: Path) -> None:
        """A digit never moves to another column."""
        page = (
            "<p>单位：亿元</p><table><tr><th rowspan=2>地区<th colspan=2>产值</tr><tr><th>上年<th>本年</tr>"
            "<tr><td>东区<td><td>1 200</tr></table><p>完</p>"
        )
        assert read(tmp_path, "a.html", page).text == "单位：亿元\n地区\t产值\n\t上年\t本年\n东区\t\t1 200\n\n完"

    def test_the_stated_encoding_counts(self, tmp_path: Path) -> None:
        """A page says what it is in; gb2312 is read as browsers do, by the wider table."""
        page = '<meta charset="gb2312"><p>镕：占98.5%</p>'
        assert read(tmp_path, "a.html", page, "gb18030").text == "镕：占98.5%"

    def test_markdown(self, tmp_path: Path) -> None:
        """What converters leave behind is undone."""
        text = "# 一\n\n**5**个，2\\.5×10^4^亩，10<sup>8</sup>，~~8~~5天，A&amp;B\n\n单位：万元\n\n|甲|乙|\n|-|-|\n|东区|1 200|\n"
        expected = "一\n\n5个，2.5×10⁴亩，10⁸，5天，A&B\n\n单位：万元\n甲\t乙\n东区\t1 200"
        assert read(tmp_path, "a.md", text).text == expected


class TestPlain:
    """Text files."""

    def test_line_ends_are_one(self, tmp_path: Path) -> None:
        """Offsets are those of `Path.read_text`."""
        made = read(tmp_path, "a.txt", "\ufeff一\r\n约3天\r二")
        assert made.text == "一\n约3天\n二" == (tmp_path / "a.txt").read_text(encoding="utf-8-sig")

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
    def test_encodings(self, tmp_path: Path, encoding: str) -> None:
        """A sentence is long enough to tell."""
        text = "办理时间由200多个工作日压缩至86个工作日。"
        assert read(tmp_path, "a.txt", text, encoding).text == text

    def test_big5(self, tmp_path: Path) -> None:
        """Traditional characters in their own encoding."""
        text = "辦理時間由200多個工作天縮短至86個工作天，群眾滿意。"
        assert read(tmp_path, "a.txt", text, "big5hkscs").text == text

    def test_lost_characters_are_damage(self, tmp_path: Path) -> None:
        """They were lost before; the text says where."""
        assert [str(one) for one in read(tmp_path, "a.txt", "约3\ufffd天").damaged] == [
            "characters that were lost before this file was written at 2 to 3"
        ]

    def test_locate(self, tmp_path: Path) -> None:
        """Paragraph, line and column count from one; an offset outside is refused."""
        made = read(tmp_path, "a.txt", "一\n\n二𠮷3天\n")
        assert made.locate(5) == Location(None, 2, 3, 3)
        assert made.locate(len(made.text)) == Location(None, 2, 4, 1)
        with pytest.raises(IndexError, match="expected an offset from 0 to 8, got 9"):
            made.locate(9)


class TestRefused:
    """What cannot be trusted is no document."""

    @pytest.mark.parametrize(
        ("name", "content", "reason"),
        [
            ("a.txt", "占98.5%".encode("gb18030"), "its encoding is undecided: utf-8 and gb18030"),  # valid in both
            (
                "a.txt",
                "第1号".encode("gb18030"),
                "its encoding is undecided: gb18030 and big5hkscs",
            ),  # too short to tell
            ("a.txt", b"\xff\xfe\xfd", "UTF-16|utf-16"),  # half a character behind a mark
            ("a.txt", b"\x81\x20\xff", "in none of"),  # no text at all
            ("a.txt", b"PK\x03\x04\x00\x00", "zero bytes"),  # a program's file
            ("a.md", b"\x81\x20\xff", "in none of"),  # no text
            ("a.html", b"", "holds no text"),  # nothing in it
            ("a.pdf", b"%PDF-1.7\n", "its end is missing"),  # cut
            ("a.pdf", b"text", "is no PDF file"),  # something else
            ("a.pdf", b"%PDF-1.7\nx\n%%EOF", "damaged or no PDF"),  # nothing between head and end
            ("a.docx", b"\xd0\xcf\x11\xe0rest", "encrypted, or of Word's format before 2007"),  # a compound file
            ("a.docx", b"text", "damaged or no Word file"),  # something else
            ("a.doc", b"text", r"its suffix is none of \.txt"),  # a format that is not read
        ],
    )
    def test_the_reason_is_said(self, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
        """The error names the file and the reason, and pickles."""
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(zj.DocumentError, match=reason) as caught:
            document(path)
        again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 (our own bytes)
        assert (again.path, str(again)) == (str(path), str(caught.value))

    @pytest.mark.parametrize("name", ["typst.pdf", "chromium.pdf", "libreoffice.docx"])
    def test_a_file_that_was_cut(self, tmp_path: Path, name: str) -> None:
        """Nothing is read of a half file, though the library behind would."""
        path = tmp_path / name
        data = (FILES / name).read_bytes()
        path.write_bytes(data[: len(data) * 2 // 3])
        with pytest.raises(zj.DocumentError, match="damaged"):
            document(path)

    def test_a_changed_byte_within_a_word_file(self, tmp_path: Path) -> None:
        """Its checksum tells."""
        path = tmp_path / "a.docx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "<x>" + "120余万次" * 20 + "</x>")
        data = bytearray(path.read_bytes())
        data[60] ^= 1
        path.write_bytes(data)
        with pytest.raises(zj.DocumentError, match="checksum"):
            document(path)

    def test_encrypted(self, tmp_path: Path) -> None:
        """A file that asks for a password."""
        fpdf = pytest.importorskip("fpdf")
        made = fpdf.FPDF()
        made.add_page()
        made.set_font("helvetica")
        made.write(8, "12%")
        made.set_encryption(owner_password="a", user_password="b")  # noqa: S106 (a made-up file)
        made.output(str(tmp_path / "a.pdf"))
        with pytest.raises(zj.DocumentError, match="encrypted"):
            document(tmp_path / "a.pdf")

    @pytest.mark.parametrize("ocr", [False, True], ids=["picture alone", "text guessed from it"])
    def test_a_scan(self, tmp_path: Path, ocr: bool) -> None:  # noqa: FBT001 (a case of the test)
        """A picture of a page is no text, nor is what a program guessed from it and laid below."""
        fpdf, image = pytest.importorskip("fpdf"), pytest.importorskip("PIL.Image")
        made = fpdf.FPDF()
        made.add_page()
        made.image(image.new("L", (80, 80), 200), x=0, y=0, w=200)
        if ocr:
            made.set_font("helvetica")
            made.text_mode = fpdf.enums.TextMode.INVISIBLE
            made.write(8, "120")
        made.output(str(tmp_path / "a.pdf"))
        with pytest.raises(zj.DocumentError, match="a scan"):
            document(tmp_path / "a.pdf")

    def test_too_much(self) -> None:
        """Both limits are the caller's."""
        with pytest.raises(zj.DocumentError, match="it has 2 pages, at most 1 are read"):
            document(FILES / "typst.pdf", limits=zj.Limits(pages=1))
        with pytest.raises(zj.DocumentError, match=r"bytes, at most 10 are read"):
            document(FILES / "typst.pdf", limits=zj.Limits(bytes=10))

    def test_no_file(self, tmp_path: Path) -> None:
        """A path that leads nowhere is no document."""
        with pytest.raises(FileNotFoundError, match="no such file"):
            document(tmp_path / "a.pdf")

    def test_a_wrong_encoding_is_not_taken(self, tmp_path: Path) -> None:
        """What is stated must fit the whole file."""
        path = tmp_path / "a.txt"
        path.write_bytes("约3天".encode("gb18030"))
        with pytest.raises(zj.DocumentError, match="it is not utf-8: byte 3 does not fit"):
            document(path, encoding="utf-8")
        with pytest.raises(zj.DocumentError, match="no encoding is called 'utf-9'"):
            document(path, encoding="utf-9")
        assert document(path, encoding="gb18030").text == "约3天"


def test_formats_are_those_that_the_docstring_names() -> None:
    """Every suffix has a reader."""
    assert set(MEDIA_TYPES) == {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"}


@pytest.mark.parametrize("number", range(30))
def test_list_numbers_differ(number: int) -> None:
    """No form gives two numbers one label within its signs."""
    for form in ("decimal", "chineseCounting", "upperLetter", "lowerRoman", "ideographDigital"):
        assert list_number(number + 1, form) != list_number(number + 2, form)
