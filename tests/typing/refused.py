"""Lines that must not pass a type checker, one statement each; what each gets wrong stands behind it. Checked, never run."""

import zjreform as zj

ds, q = zj.load(), zj.parse("3天")

zj.Metric()  # fields are missing
zj.Case(id="x")  # fields are missing
zj.Tier(id="a", round="b", name_zh="c", name_en="d", rank="1", honours=zj.Honours.CASE, quota=1, order_rule=zj.OrderRule.SCORE)  # rank
q + 3  # a bare number has no unit
q - 3  # a bare number has no unit
q * 1.5  # a float is not exact
q / 1.5  # a float is not exact
q < 3  # a bare number has no unit
q >= 3  # a bare number has no unit
ds.cases.version = "x"  # a table is fixed
ds.version = "x"  # a dataset is fixed
ds.cases[0].title_zh = "x"  # a record is fixed
zj.cite("x", "bibtecks")  # no such style
ds.cite(lang="fr")  # no such language
ds.cases.to_pandas(labels="fr")  # no such labels
ds.merge(ds, on_conflict="mine")  # no such way
ds.wide("cases")  # no such unit of analysis
ds.find_cases(place="Lishui", place_scope="inside")  # no such scope
zj.figures("3元", region="Taiwan")  # no such region
zj.normalise("3天", to="days")  # one text is not many values
zj.read("p", limits=5)  # limits are Limits
zj.figurs("3天")  # a misspelt name
ds.cases.get("a").title_zh  # there may be none
ds.find_cases(rounds="mpro-2018")  # a misspelt condition
