"""Dates and clock times of running text, what they say as EDTF, and what is a duration or a number beside them."""

import pytest
from tests.every import every

import zjreform as zj
from zjreform.text.dates.edtf import edtf


def told(text: str) -> list[tuple[str, str]]:
    """Return surface and kind of everything in a text."""
    return [(figure.surface, figure.kind.value) for figure in zj.figures(text, kinds=zj.Kind)]


@every(
    [
        ("始建于1874年", "1874年", "1874"),
        ("1751年至1838年間", "1751年至1838年", "1751/1838"),
        ("一八七四年设县", "一八七四年", "1874"),
        ("公元前214年筑渠", "公元前214年", "-0213"),
        ("公元187年", "公元187年", "0187"),
        ("两千零六年取消农业税", "两千零六年", "2006"),
        ("07年", "07年", None),
        ("零六年", "零六年", None),
        ("九六年", "九六年", None),
        ("17年5月启动", "17年5月", None),
        ("光绪二十八年", "光绪二十八年", None),
        ("乾隆36年修志", "乾隆36年", None),
        ("昭和16年", "昭和16年", "1941"),
        ("預計117年完工", "117年", "2028"),
        ("較108年增加", "108年", "2019"),
        ("113年至118年", "113年至118年", "2024/2029"),
        ("106及107年辦理", "106及107年", "{2017,2018}"),
        ("114年第2季", "114年第2季", "2025-34"),
        ("114年前2季", "114年前2季", "2025-01/2025-06"),
        ("112年下半年", "112年下半年", "2023-41"),
        ("2024年第四季", "2024年第四季", "2024-36"),
        ("应于2016投产", "2016", "2016"),
        ("2017引进项目", "2017", "2017"),
        ("十二月3日", "十二月3日", None),
        ("二月19到21日", "二月19到21日", None),
        ("四月二十八日到五月3日", "四月二十八日到五月3日", None),
        ("2019年十一月8日", "2019年十一月8日", "2019-11-08"),
        ("2019年4月5日、6日放假", "2019年4月5日、6日", "{2019-04-05,2019-04-06}"),
        ("2019年4月5日至7日", "2019年4月5日至7日", "2019-04-05/2019-04-07"),
        ("從2019年3月到2020年2月", "2019年3月到2020年2月", "2019-03/2020-02"),
        ("2019年3—5月", "2019年3—5月", "2019-03/2019-05"),
        ("2019年1、2月", "2019年1、2月", "{2019-01,2019-02}"),
        ("2019年4月1日至7月底", "2019年4月1日至7月底", "2019-04-01/2019-07"),
        ("每月6日、16日开放", "6日、16日", None),
        ("六七十年代", "六七十年代", None),
        ("七点四十五", "七点四十五", None),
        ("108年6月至109年1月", "108年6月至109年1月", "2019-06/2020-01"),
        ("会议于16日召开", "16日", None),
        ("每月12日前报送", "12日", None),
        ("截至28日", "28日", None),
        ("本（114）年7月", "本（114）年7月", "2025-07"),
        ("昨（16）日", "昨（16）日", None),
        ("正月十三", "正月十三", None),
        ("腊月廿六", "腊月廿六", None),
        ("大年初三", "大年初三", None),
        ("农历九月初九", "农历九月初九", None),
        ("晚上九时", "九时", None),
        ("下午兩點半", "兩點半", None),
        ("晚上8点半", "8点半", None),
        ("上午八点四十", "八点四十", None),
        ("早上6点15到6点45", "6点15到6点45", None),
        ("六点二十五分十六秒", "六点二十五分十六秒", None),
        ("13时20分45秒", "13时20分45秒", None),
        ("零点二十分", "零点二十分", None),
        ("早上六到七点", "六到七点", None),
        ("20—22时停电", "20—22时", None),
        ("6至8時", "6至8時", None),
        ("2022年1—3季度", "2022年1—3季度", "2022-01/2022-09"),
        ("2021年第二至第四季度", "2021年第二至第四季度", "2021-04/2021-12"),
        ("第一、二、三季度", "第一、二、三季度", None),
        ("第二、第三季度", "第二、第三季度", None),
        ("四季度完成", "四季度", None),
        ("2005年末", "2005年末", "2005-12"),
    ]
)
def test_dates_stand_whole(text: str, surface: str, says: str | None) -> None:
    """Nothing of them is a quantity, in either script."""
    found = [figure for figure in zj.figures(text, kinds=zj.Kind) if figure.surface == surface]
    assert [(figure.kind.value, figure.edtf) for figure in found] == [("date", says)]
    assert not zj.figures(text)


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("距今4000年", "4000年", "year"),
        ("有2000年历史", "2000年", "year"),
        ("2000多年", "2000多年", "year"),
        ("1200年前", "1200年", "year"),
        ("該校有112年歷史", "112年", "year"),
        ("創校110年", "110年", "year"),
        ("歷時106年", "106年", "year"),
        ("康熙3家", "3家", "家"),
        ("75日", "75日", "day"),
        ("提前16日召开", "16日", "day"),
        ("不少于20日召开", "不少于20日", "day"),
        ("从6日压缩至2日", "6日", "day"),
        ("三个月二十日", "二十日", "day"),
        ("首兩季", "兩季", "quarter"),
        ("連續3季", "3季", "quarter"),
        ("屹立107年的老店", "107年", "year"),
        ("下调到6点以下", "6点以下", "点"),
        ("腊月二十六个", "二十六个", "个"),
        ("2016平方米", "2016平方米", "m2"),
        ("2018两年", "两年", "year"),
        ("提出两点要求", "两点", "点"),
        ("下午三点要求", "三点", "点"),
    ],
)
def test_durations_and_counts_are_no_dates(text: str, surface: str, unit: str) -> None:
    """What lasts or is counted keeps its unit."""
    assert (surface, unit) in [(f.surface, f.quantity.unit.code) for f in zj.figures(text) if f.quantity is not None]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("提高到四点六亿元", "460000000"),
        ("增至二点七倍", "2.7"),
        ("減少到三點四萬人", "34000"),
        ("增长零点四个百分点", "0.4"),
        ("零點六元", "0.6"),
        ("系数为一点三", "1.3"),
        ("户均二点八", "2.8"),
        ("由负一点四转为", "-1.4"),
        ("一点一倍", "1.1"),
        ("晚上七点六亿元", "760000000"),
    ],
)
def test_a_point_between_digits_is_a_decimal_before_it_is_an_hour(text: str, number: str) -> None:
    """Unless minutes follow a part of the day."""
    assert [str(figure.quantity and figure.quantity.value) for figure in zj.figures(text)] == [number]


@pytest.mark.parametrize("text", ["两点一线", "一点一档", "讲三点一是抓落实", "零点行动", "12点5"])
def test_a_point_that_is_neither(text: str) -> None:
    """Slogans, lists and what could be read in two ways give no quantity."""
    assert not zj.figures(text)


@every(
    [
        ("乘3号线", ("3号线", "identifier")),
        ("12号楼", ("12号楼", "identifier")),
        ("12号上午", ("12号", "date")),
        ("(03)3456-7812轉214", ("(03)3456-7812", "identifier")),
        ("分機214", ("214", "identifier")),
        ("(852) 2345 6789", ("(852) 2345 6789", "identifier")),
        ("0577-8812 3456", ("0577-8812 3456", "identifier")),
        ("2-3号楼", ("2-3号楼", "identifier")),
        ("附件2-1，", ("2-1", "identifier")),
        ("手机：139 5812 3467", ("139 5812 3467", "identifier")),
        ("CB(3)218/2023-24號", ("CB(3)218/2023-24號", "identifier")),
        ("总目612", ("612", "identifier")),
        ("见表2-3", ("2-3", "identifier")),
        ("尾号2716", ("2716", "identifier")),
        ("尾号为3和8", ("3和8", "identifier")),
        ("后四位3167", ("3167", "identifier")),
        ("见http://a.gov.cn/x?id=30%25。", ("http://a.gov.cn/x?id=30%25", "identifier")),
        ("增长.7%", ("7", "identifier")),
        ("第72A條", ("第72A條", "marker")),
        ("第6(3)條", ("第6(3)條", "marker")),
        ("第八条第二项", ("第二项", "marker")),
        ("1999市民熱線", ("1999市民熱線", "name")),
        ("第2、4批", ("第2、4批", "ordinal")),
        ("最后一个周四", ("一个周四", "lexical")),
        ("3.216国道改线", ("3", "marker")),
        ("1.3本办法自发布之日起施行", ("1.3", "marker")),
        ("8.2024年底前完成", ("8", "marker")),
        ("第11、14、17条", ("第11、14、17条", "marker")),
        ("第五、六條", ("第五、六條", "marker")),
        ("第3、4、9天", ("第3、4、9天", "ordinal")),
        ("第二、五批", ("第二、五批", "ordinal")),
        ("第4、5名", ("第4、5名", "ordinal")),
        ("第二、三产业", ("第二、三产业", "name")),
        ("第二、三大城市", ("第二、三大", "ordinal")),
        ("第四会议室", ("第四会议室", "identifier")),
        ("第2會議室", ("第2會議室", "identifier")),
        ("第2、3会议室", ("第2、3会议室", "identifier")),
        ("十三届全国人大二次会议", ("二次", "ordinal")),
        ("八屆三次全會", ("八屆", "ordinal")),
        ("一届一次会议", ("一届", "ordinal")),
        ("三期技改", ("三期", "ordinal")),
        ("直-10直升机", ("10", "name")),
        ("长征-7，", ("7", "name")),
        ("GB 3096-2008", ("GB 3096-2008", "identifier")),
        ("HJ 2.2—2018", ("HJ 2.2—2018", "identifier")),
        ("NY/T 391-2021", ("NY/T 391-2021", "identifier")),
        ("DB42/T 1514-2019", ("DB42/T 1514-2019", "identifier")),
        ("ISO 14001:2015", ("ISO 14001:2015", "identifier")),
        ("K86+350", ("K86+350", "identifier")),
        ("119消防", ("119", "identifier")),
        ("120急救", ("120", "identifier")),
        ("財社（2018）41號", ("財社（2018）41號", "identifier")),
        ("周六日", ("六日", "lexical")),
        ("周二至四", ("二至四", "lexical")),
        ("十八连增", ("十八连增", "lexical")),
        ("19連豐", ("19連豐", "lexical")),
        ("每十万人口", ("每十万人口", "lexical")),
        ("“五种思维”", ("五种思维", "name")),
        ("「三個轉起來」", ("三個轉起來", "name")),
        ("“三省”服务", ("三省", "name")),
        ("985/211高校", ("985/211", "name")),
    ]
)
def test_numbers_that_name(text: str, expected: tuple[str, str]) -> None:
    """They name a line, a telephone, a file, a part of a law."""
    assert expected in told(text)
    assert all(figure.kind is not zj.Kind.QUANTITY or figure.surface == "四位" for figure in zj.figures(text))


@pytest.mark.parametrize(
    ("text", "surface", "number"),
    [
        ("减负160亿元", "160亿元", 16000000000),
        ("個人自負300元", "300元", 300),
        ("增速为负2%", "负2%", -2),
        ("余额-1300000", "-1300000", -1300000),
        ("人民币拾柒万元", "人民币拾柒万元", 170000),
        ("拾叁个", "拾叁个", 13),
        ("收拾3间", "3间", 3),
        ("\n3 毫米", "3 毫米", 3),
        ("2.3万本书", "2.3万本", 23000),
    ],
)
def test_where_a_number_starts(text: str, surface: str, number: float) -> None:
    """负 closes words, 拾 opens numerals, and a measured number at the start of a line is no marker."""
    (figure,) = zj.figures(text)
    assert figure.surface == surface
    assert figure.quantity is not None
    assert float(figure.quantity.value) == number


@pytest.mark.parametrize("text", ["3-3战平", "佰贰拾元", "三免三减半", "十八般武艺", "五十步笑百步", "百分之百满意"])
def test_no_figure_at_all(text: str) -> None:
    """A dash between two numbers is no sign, a numeral of no grammar is left whole, idioms count nothing."""
    assert not zj.figures(text)


@pytest.mark.parametrize(
    "surface",
    ["2018年13月", "2020年5月至2019年3月", "99年", "18年底", "2018年初", "十四五", "8点30分", "光绪三十年三月"],
)
def test_what_a_date_leaves_open_is_not_guessed(surface: str) -> None:
    """Months beyond twelve, ends before their start, centuries and eras that begin with the moon."""
    assert edtf(surface) is None


def test_a_year_is_one_whatever_was_read_before() -> None:
    """A bare number of a count (2018大项目) is not kept for the next bare number like it."""
    assert [figure.surface for figure in zj.figures("共2018大项目")] == ["2018"]
    assert not zj.figures("于2018。")
