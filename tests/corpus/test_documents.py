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


LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="{}"/></w:lvl>'


class TestWord:
    """What stands in Word's XML beside plain runs."""

    @pytest.fixture
    def edited(self, tmp_path: Path) -> "Edited":
        """Return a maker of files with a body of one's own."""
        return Edited(tmp_path)

    @pytest.mark.parametrize(
        ("inner", "text"),
        [
            (
                "<w:r><w:t>约</w:t></w:r><w:del><w:r><w:delText>8</w:delText></w:r></w:del><w:ins><w:r><w:t>5天</w:t></w:r></w:ins>",
                "约5天",
            ),
            ("<w:moveFrom><w:r><w:t>3</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>4天</w:t></w:r></w:moveTo>", "4天"),
            ("<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>5天</w:t></w:r>", "3-5天"),
            ("<w:r><w:t>3</w:t><w:softHyphen/><w:t>5天</w:t></w:r>", "35天"),
            (
                "<w:r><w:ruby><w:rt><w:r><w:t>yībǎi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>一百</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>天</w:t></w:r>",
                "一百天",
            ),
            (
                '<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>-4</w:t></w:r>',
                "10⁻⁴",
            ),
            (
                '<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:position w:val="6"/><w:sz w:val="14"/></w:rPr><w:t>4</w:t></w:r>',
                "10⁴",
            ),
            ("<w:r><w:t>3</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>0</w:t></w:r><w:r><w:t>天</w:t></w:r>", "3天"),
            ('<w:r><w:t>3</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>0天</w:t></w:r>', "30天"),
            ("<w:r><w:t>3</w:t><w:tab/><w:t>5</w:t><w:br/><w:t>7</w:t></w:r>", "3\t5\n7"),
            (
                "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>8</m:t></m:r></m:sup></m:sSup></m:oMath>",
                "10⁸",
            ),
            (
                "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>",
                "1/3",
            ),
            ('<w:r><w:t>CO</w:t></w:r><w:r><w:rPr><w:position w:val="-6"/></w:rPr><w:t>2</w:t></w:r>', "CO₂"),
            (
                (
                    '<w:r><w:t>第</w:t><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText>'
                    '<w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/><w:t>页</w:t></w:r>'
                ),
                "第3页",
            ),
            (
                (
                    "<w:AlternateContent><w:Choice><w:r><w:t>3天</w:t></w:r></w:Choice>"
                    "<w:Fallback><w:r><w:t>9天</w:t></w:r></w:Fallback></w:AlternateContent>"
                ),
                "3天",
            ),
            (
                (
                    "<w:r><w:t>前</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>用时3天</w:t></w:r></w:p></w:txbxContent></w:pict>"
                    "<w:t>后</w:t></w:r>"
                ),
                "前\n用时3天\n后",
            ),
            ("<w:hyperlink><w:r><w:t>120余</w:t></w:r></w:hyperlink><w:r><w:t>万次</w:t></w:r>", "120余万次"),
            ("<w:sdt><w:sdtContent><w:r><w:t>98.5</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>%</w:t></w:r>", "98.5%"),
        ],
        ids=lambda value: value if "<" not in value else "",
    )
    def test_runs(self, edited: "Edited", inner: str, text: str) -> None:
        """Each is read as Word shows it."""
        assert edited.document(f"<w:p>{inner}</w:p>").text == text

    @pytest.mark.parametrize(
        ("inner", "loss"),
        [
            ("<w:del><w:r><w:delText>8</w:delText></w:r></w:del>", "1 × tracked deletion"),
            ("<w:r><w:drawing/></w:r>", "1 × picture"),
            ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>0</w:t></w:r>", "1 × hidden passage"),
            ("<w:r><w:instrText> EQ \\s\\up 5(4)</w:instrText></w:r>", "1 × formula in a field"),
            ("<w:r><w:t>3\u200b0天</w:t></w:r>", "1 × character without width"),
            (
                '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
                "1 × field without a stored result",
            ),
        ],
    )
    def test_losses(self, edited: "Edited", inner: str, loss: str) -> None:
        """What does not come over is counted."""
        assert loss in map(str, edited.document(f"<w:p><w:r><w:t>文</w:t></w:r>{inner}</w:p>").losses)

    def test_blocks(self, edited: "Edited") -> None:
        """What was moved away is counted, a content control is read, deleted rows go, cells that a row skips stay empty."""
        words, cell = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format, "<w:tc>{}</w:tc>".format
        made = edited.document(
            f"<w:moveFrom>{words('8天')}</w:moveFrom><w:sdt><w:sdtContent>{words('5天')}</w:sdtContent></w:sdt>"
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(words('7'))}</w:tr>"
            f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(words("3"))}</w:tr>'
            f"<w:sdt><w:sdtContent><w:tr>{cell(words('甲'))}"
            f"{cell('<w:tbl><w:tr>' + cell(words('4')) + '</w:tr></w:tbl>' + words('个'))}</w:tr></w:sdtContent></w:sdt></w:tbl>"
        )
        assert made.text == "5天\n\n\t3\n甲\t4\n个"
        assert sorted(map(str, made.losses)) == [
            "1 × deleted row of a table",
            "1 × table within a cell, read line by line",
            "1 × tracked deletion",
        ]

    def test_notes_stand_behind_the_body(self, edited: "Edited") -> None:
        """Those that a reader sees; the lines between text and notes are none."""
        notes = (
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
            '<w:footnote w:id="1"><w:p><w:r><w:t>不含2个镇</w:t></w:r></w:p></w:footnote>'
        )
        assert edited.document("<w:p><w:r><w:t>共5个镇</w:t></w:r></w:p>", notes=notes).text == "共5个镇\n\n不含2个镇"

    def test_a_list_by_its_style(self, edited: "Edited") -> None:
        """The style, or the one that it is based on, says list and level."""
        styles = (
            '<w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
            "</w:style>"
            '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Item"/></w:style>'
        )
        level = LEVEL.format(1, "%1.")
        body = '<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>项</w:t></w:r></w:p>' * 2
        assert edited.document(body, styles=styles, levels=level).text.split("\n\n") == ["1.项", "2.项"]

    @pytest.mark.parametrize(
        ("override", "labels"),
        [
            ('<w:startOverride w:val="5"/>', ["5.", "6."]),
            (
                LEVEL.format(3, "(%1)"),
                ["(3)", "(4)"],
            ),
        ],
    )
    def test_a_list_that_changes_its_level(self, edited: "Edited", override: str, labels: list[str]) -> None:
        """It starts elsewhere, or looks otherwise, than the lists that it belongs to."""
        level = LEVEL.format(1, "%1.")
        body = (
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>'
            * 2
        )
        made = edited.document(body, levels=level, override=f'<w:lvlOverride w:ilvl="0">{override}</w:lvlOverride>')
        assert made.text.split("\n\n") == [f"{label}项" for label in labels]

    def test_a_symbol_is_damage(self, edited: "Edited") -> None:
        """A character of a symbol font may be ≥; its place is marked, not closed."""
        made = edited.document('<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>70%</w:t></w:r></w:p>')
        assert [(damage.start, damage.end) for damage in made.damaged] == [(0, 1)]

    def test_raised_by_a_style(self, edited: "Edited") -> None:
        """A character style raises as the run itself would, also through the style it is based on."""
        styles = (
            '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="Mine"><w:basedOn w:val="Up"/></w:style>'
        )
        body = '<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Mine"/></w:rPr><w:t>4</w:t></w:r></w:p>'
        assert edited.document(body, styles=styles).text == "10⁴"

    def test_cells_keep_their_columns(self, edited: "Edited") -> None:
        """A merged cell leaves empty ones behind; two paragraphs of a cell are two lines."""
        cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
        words = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
        rows = (
            [cell.format('<w:gridSpan w:val="2"/>', words.format("甲")), cell.format("", words.format("3"))],
            [
                cell.format('<w:vMerge w:val="restart"/>', words.format("乙")),
                *(cell.format("", words.format(n)) for n in "45"),
            ],
            [
                cell.format("<w:vMerge/>", words.format("丙")),
                cell.format("", words.format("12") + words.format("34")),
                cell.format("", "<w:p/>"),
            ],
        )
        table = "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"
        assert edited.document(table).text == "甲\t\t3\n乙\t4\t5\n\t12\n34"

    @pytest.mark.parametrize(
        ("form", "pattern", "start", "labels"),
        [
            ("decimal", "%1.", 1, ["1.", "2.", "3."]),
            ("chineseCounting", "（%1）", 9, ["（九）", "（十）", "（十一）"]),
            ("chineseCountingThousand", "第%1条", 100, ["第一百条", "第一百零一条", "第一百零二条"]),
            ("ideographDigital", "%1、", 10, ["一〇、", "一一、", "一二、"]),
            ("ideographTraditional", "%1、", 1, ["甲、", "乙、", "丙、"]),
            ("decimalEnclosedCircle", "%1", 1, ["①", "②", "③"]),
            ("bullet", "●", 1, ["", "", ""]),
            ("none", "", 1, ["", "", ""]),
        ],
    )
    def test_list_numbers(self, edited: "Edited", form: str, pattern: str, start: int, labels: list[str]) -> None:
        """They are counted as Word counts them, in the form that the file states."""
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        )
        body = (
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>'
            * 3
        )
        assert edited.document(body, levels=level).text.split("\n\n") == [f"{label}项" for label in labels]

    def test_a_form_that_is_not_known_is_a_loss(self, edited: "Edited") -> None:
        """No number is made up for it."""
        level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="hebrew1"/><w:lvlText w:val="%1."/></w:lvl>'
        body = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>'
        made = edited.document(body, levels=level)
        assert (made.text, [str(loss) for loss in made.losses]) == (
            "项",
            ["1 × list number of a form that is not known"],
        )

    def test_levels_count_within_each_other(self, edited: "Edited") -> None:
        """A deeper level begins anew behind a higher one."""
        levels = (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1"/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1.%2"/></w:lvl>'
        )
        item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>'
        made = edited.document("".join(map(item.format, (0, 1, 1, 0, 1))), levels=levels)
        assert made.text.split("\n\n") == ["1 项", "1.1 项", "1.2 项", "2 项", "2.1 项"]


class Edited:
    """Makes Word files whose body, styles and lists are given as XML."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "edited.docx"

    def document(
        self, body: str, *, styles: str = "", levels: str = "", override: str = "", notes: str = ""
    ) -> zj.Document:
        """Return the document of a file with this body."""
        docx = pytest.importorskip("docx")
        w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        spaces = f'xmlns:w="{w}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        made = docx.Document()
        parse = docx.oxml.parse_xml
        for node in parse(f"<w:body {spaces}>{body}</w:body>"):
            made.element.body.insert(len(made.element.body) - 1, node)
        for node in parse(f"<w:styles {spaces}>{styles}</w:styles>"):
            made.styles.element.append(node)
        if levels:
            root = made.part.numbering_part.element
            for node in parse(
                f'<w:numbering {spaces}><w:abstractNum w:abstractNumId="99">{levels}</w:abstractNum>'
                '<w:num w:numId="7"><w:abstractNumId w:val="99"/>' + override + "</w:num></w:numbering>"
            ):
                for old in root.findall(f"{{{w}}}num[@{{{w}}}numId='7']"):
                    root.remove(old)
                root.append(node)
        if notes:
            form = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
            blob = f"<w:footnotes {spaces}>{notes}</w:footnotes>".encode()
            part = docx.opc.part.Part(docx.opc.packuri.PackURI("/word/footnotes.xml"), form, blob, made.part.package)
            made.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
        made.save(str(self._path))
        return document(self._path)


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
