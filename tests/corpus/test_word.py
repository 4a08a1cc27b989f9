"""Word documents: what it numbers, strikes out, tracks and hides."""

from pathlib import Path

import pytest

import zjreform as zj
from zjreform.corpus.documents import document

FILES = Path(__file__).parent / "files"
WRITTEN = sorted(path.name for path in FILES.iterdir())


def read(folder: Path, name: str, text: str, encoding: str = "utf-8") -> zj.Document:
    """Return the document of a text written into a file."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return document(path)


LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="{}"/></w:lvl>'


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
