"""Figures of ready-made sentences: what is found, what is left alone, what other kinds say."""

import csv
import pickle
import threading
from pathlib import Path

import pytest
from tests.every import every

import zjreform as zj

ROWS = list(
    csv.DictReader(Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t")
)


@every(ROWS)
def test_figures_of_a_sentence(row: dict[str, str]) -> None:
    """Surface, number, unit and bound of every figure, and nothing else."""
    found = [f"{figure.surface}={repr(figure.quantity)[9:-1]}" for figure in zj.figures(row["text"])]
    assert found == [part for part in row["figures"].split(";") if part]


@pytest.mark.parametrize(
    ("text", "kind", "surface", "edtf"),
    [
        ("于二〇一八年六月十九日印发", "date", "二〇一八年六月十九日", "2018-06-19"),
        ("2021年上半年完成", "date", "2021年上半年", "2021-40"),
        ("2018年第三季度", "date", "2018年第三季度", "2018-35"),
        ("2015—2018年", "date", "2015—2018年", "2015/2018"),
        ("自106年8月起", "date", "106年8月", "2017-08"),
        ("民國一百零七年六月", "date", "民國一百零七年六月", "2018-06"),
        ("至2017年底", "date", "2017年底", "2017-12"),
        ("5月1日起", "date", "5月1日", None),
        ("上午8点30分开会", "date", "8点30分", None),
        ("从20176月起", "date", "20176月", "2017-06"),
        ("全年完成", "date", "全年", None),
        ("“十四五”期间", "date", "十四五", None),
        ("（二）压减材料", "marker", "二", None),
        ("根据第十八条第二款", "marker", "第十八条", None),
        ("①扫码办电", "marker", "①", None),
        ("国发〔2018〕3号文件", "identifier", "国发〔2018〕3号", None),
        ("沿318国道行进", "identifier", "318国道", None),
        ("电话：0578-2091234。", "identifier", "0578-2091234", None),
        ("五水共治", "name", "五水共治", None),
        ("實施八八戰略", "name", "八八戰略", None),
        ("95后员工", "name", "95后", None),
        ("要统一思想", "lexical", "统一", None),
        ("一般不再复评", "lexical", "一般", None),
        ("每万人拥有", "lexical", "每万人", None),
    ],
)
def test_other_kinds(text: str, kind: str, surface: str, edtf: str | None) -> None:
    """They stand whole, dates say what they can, and nothing of them is a quantity."""
    found = {figure.surface: figure for figure in zj.figures(text, kinds=zj.Kind)}
    assert found[surface].kind == kind
    assert found[surface].edtf == edtf
    assert found[surface].quantity is None
    assert not zj.figures(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("第三届", 3), ("第十七次会议", 17), ("首批试点", 1), ("第300万名游客", 3000000), ("二等奖", 2)],
)
def test_ordinals_keep_their_number(text: str, number: int) -> None:
    """An ordinal that only numbers is no quantity."""
    (figure,) = zj.figures(text, kinds=["ordinal"])
    assert figure.ordinal == number


class TestSense:
    """Steps and levels, and what they come to."""

    def test_steps_and_levels_differ(self) -> None:
        """增长3倍 leads to ×4, a level of three times is ×3, and a fall by twice leads nowhere."""
        factors = {
            text: zj.figures(text)[-1].factor for text in ("增长3倍", "增至原来的3倍", "翻两番", "减少三成", "减少两倍")
        }
        numbers = {text: None if factor is None else float(factor.value) for text, factor in factors.items()}
        assert numbers == {"增长3倍": 4, "增至原来的3倍": 3, "翻两番": 4, "减少三成": 0.7, "减少两倍": None}

    def test_the_verb_says_which(self) -> None:
        """Directly before the figure, perhaps with 了."""
        senses = [figure.sense for figure in zj.figures("增长5%，下降了3个百分点，占比8%，压缩至3天")]
        assert [str(sense) for sense in senses] == ["increase", "decrease", "level", "level"]


class TestNeighbours:
    """What a figure takes from what stands around it."""

    def test_a_shared_unit(self) -> None:
        """The bare number takes the unit of its sister."""
        assert [str(f.quantity) for f in zj.figures("由200多个压缩至86个工作日")] == ["200多个工作日", "86个工作日"]

    def test_a_list(self) -> None:
        """So does each number of a list."""
        assert [str(f.quantity) for f in zj.figures("分别培育25、30和40家企业")] == ["25家", "30家", "40家"]

    def test_a_scale_above_a_table_ends_at_a_blank_line(self) -> None:
        """Cells with a unit of their own keep it."""
        text = "单位：万元\n收入 8,412 12.5%\n\n合计 3"
        assert [f.quantity and f.quantity.unit.code for f in zj.figures(text)] == ["yuan", "%", ""]

    def test_a_base_before_a_figure(self) -> None:
        """每千人口 is no count, and the rate keeps it."""
        (figure,) = zj.figures("每千人口床位6.5张")
        assert (figure.surface, figure.per) == ("6.5张", "千人口")

    def test_pages_of_a_contents_list(self) -> None:
        """Numbers at the ends of lines that never fall are pages."""
        lines = "\n".join(f"案例之{name}\t{page}" for name, page in zip("甲乙丙丁戊", (3, 8, 8, 20, 31), strict=True))
        assert not zj.figures(lines)


class TestArguments:
    """Keywords, refusals and the value itself."""

    def test_a_region_names_the_yuan(self) -> None:
        """Only where the text leaves the currency open."""
        found = zj.figures("補助2萬元，另有3萬美元", region="TW")
        assert [f.quantity and f.quantity.unit.code for f in found] == ["TWD", "USD"]

    def test_unknown_values_name_what_there_is(self) -> None:
        """A misspelt kind or region."""
        with pytest.raises(zj.UnknownValueError, match="quantities"):
            zj.figures("3件", kinds=["quantities"])
        with pytest.raises(zj.UnknownValueError, match="Taiwan"):
            zj.figures("3件", region="Taiwan")  # type: ignore[call-overload]

    def test_figures_are_immutable_and_pickle(self) -> None:
        """Like every value of the package."""
        (figure,) = zj.figures("约3000家")
        assert pickle.loads(pickle.dumps(figure)) == figure  # noqa: S301 (its own bytes)
        with pytest.raises(AttributeError, match="can't set attribute"):
            figure.start = 3  # type: ignore[misc]


def test_many_threads_compile_one_pattern() -> None:
    """The first texts may come from many threads at once."""
    mine = zj.Lexicon(names=["三色管理"])
    results: list[int] = []
    threads = [
        threading.Thread(target=lambda: results.append(len(zj.figures("三色管理3家", lexicon=mine)))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [1] * 8


@pytest.mark.parametrize(
    "surface",
    [
        *(
            "3年",
            "300 多家",
            "7000 多名",
            "40万余次",
            "35 万多条",
            "5.4万餘件",
            "3,214户",
            "1,200余家",
            "两年多",
            "35.00 元",
        ),
        *("30年多", "大约3份", "2,820.5万吨", "20多万人左右", "0.5万个", "一年", "兩小時", "12.50"),
    ],
)
def test_figures_that_the_pattern_reads_say_what_the_parser_reads(surface: str) -> None:
    found = zj.figures(f"共有{surface}。")
    assert [figure.surface for figure in found] == [surface]
    assert found[0].quantity is not None
    assert found[0].quantity.exact_eq(zj.parse(surface))


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("2个工作日三地", "2个工作日"),
        ("四日元旦", "四日元"),
        ("20多万人以内", "20多万人"),
        ("30家以上50家以下", "30家以上50家以下"),
        ("2个多月前", "2个多月"),
        ("6千米外", "6千米"),
    ],
)
def test_a_unit_is_never_cut_short(text: str, surface: str) -> None:
    assert zj.figures(f"共{text}")[0].surface == surface


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("指数为107.\n4，上涨", ["107.4"]),
        ("增长21.\n6。", ["21.6"]),
        ("增长21.\n6个百分点", ["21.6个百分点"]),
        ("增长21.\n3.加强培训", ["21"]),  # the next line opens with a marker
        ("产业比为17.4:46.2:36.\n4。", ["17.4", "46.2", "36.4"]),
        ("增长21.\n\n6", ["21", "6"]),
        ("21.\n6", ["6"]),  # a marker on a line of its own
        ("单位：亿元、%\n乙县312.6　8.1", ["312.6", "8.1"]),  # a scale of several units is none
        ("单位：万元、万人\n乙县312.6　8.1", ["312.6", "8.1"]),
        ("单位：万元\n乙县312.6　8.1", ["3126000元", "81000元"]),
    ],
)
def test_across_lines(text: str, expected: list[str]) -> None:
    """A decimal broken at its point is one, and a table's head speaks for all its numbers or for none."""
    assert [str(figure.quantity) for figure in zj.figures(text)] == expected


def test_the_sense_of_a_share_is_seen_across_a_line_break() -> None:
    """The verb may be broken, or stand at the end of the line before."""
    for text in ("同比增\n长5%", "同比增长\n5%"):
        assert str(zj.figures(text)[0].sense) == "increase"
    assert str(zj.figures("同比增长\n\n5%")[0].sense) == "level"


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("分别增长4.7%和3.2%，占比20%", ["increase", "increase", "level"]),
        ("分别减少50%、60%和三分之一以上", ["decrease", "decrease", "decrease"]),
        ("分别提高1.2和0.8个百分点", ["increase", "increase"]),
        ("上升8.7%、9.3%和0.5个百分点", ["increase", "increase", "increase"]),
        ("减少5件和3人", ["decrease", "decrease"]),
        ("压缩50%、100%网办", ["decrease", "level"]),  # 、 alone may part two statements
        ("增长4.7%，3.2%", ["increase", "level"]),  # a comma closes the list
        ("减少3件和5%", ["decrease", "level"]),  # of another kind
        ("由5%增长到8%和10%", ["level", "level", "level"]),
        ("单位：万元\n分别增加5、3", ["increase", "increase"]),
        ("減少4千人或1.01%", ["decrease", "decrease"]),
    ],
)
def test_a_list_shares_the_sense_of_its_verb(text: str, senses: list[str]) -> None:
    """What stands behind a step in its list is a step of the same kind."""
    assert [str(figure.sense) for figure in zj.figures(text)] == senses


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("同比增长 5.2%", "increase"),
        ("减少 25 家", "decrease"),
        ("增速比上月加快0.4个百分点", "increase"),
        ("加快3个项目", "level"),  # no amount of a change
        ("加快5%的项目落地", "level"),
        ("汽油每升7.23元", "level"),  # a litre
        ("每公升0.68毫克", "level"),
        ("同比少增2000亿元", "level"),  # grew by less
        ("至少减3天", "decrease"),
        ("增减3%", "level"),  # up or down
        ("粮食增产3.5%", "increase"),
        ("走低0.3%", "decrease"),
    ],
)
def test_the_sense_of_a_verb(text: str, sense: str) -> None:
    """The verb directly before a figure says up or down, if it is one."""
    assert str(zj.figures(text)[0].sense) == sense


@pytest.mark.parametrize("text", [5, None, "3件".encode()])
def test_refuses_what_is_no_text(text: object) -> None:
    """The error names the value and what was expected."""
    with pytest.raises(TypeError, match="expected a text, got"):
        zj.figures(text)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("names", "text", "name"),
    [
        (["浙1", "浙1A", "1A"], "车牌浙1A。", "浙1A"),
        (["东12", "12号院"], "城东12号院。", "12号院"),
        (["京1", "1号线工程"], "北京1号线工程。", "1号线工程"),
        (["三1", "1/2", "浙1"], "浙1/2", "1/2"),
        (["12345"], "拨打12345反映", "12345"),
        (["7天无理由"], "落实7天无理由退货", "7天无理由"),
    ],
)
def test_the_longest_name_wins(names: list[str], text: str, name: str) -> None:
    """Whatever must stand before the names."""
    mine = zj.Lexicon(names=names, bundled=False)
    assert [found.surface for found in zj.figures(text, kinds=["name"], lexicon=mine)] == [name]


@pytest.mark.parametrize(
    "text", ["增长3倍", "由200多个压缩至86个工作日", "每千人口拥有医师5.2人", "于2018年6月办理3件", "售价30元/平方米"]
)
def test_figures_travel_small_and_as_they_are(text: str) -> None:
    found = zj.figures(text, kinds=list(zj.Kind))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    assert all(len(pickle.dumps([one])) <= 150 for one in found if one.quantity and one.per is None)
