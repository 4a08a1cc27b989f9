"""Texts of seven registers for benchmarks and tests of many documents, generated: same seed, same text.

Every sentence is a template of our own whose places, things and numbers are drawn anew, so that lines are distinct and a reader that keeps
what it has met gains no more than on real prose. Run ``python benchmarks/registers.py FOLDER [KILOBYTES]`` to write them as files.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

PLACES = [
    "东阳", "临川", "云岭", "清溪", "永安", "石门", "南江", "白鹭", "青山", "长宁", "平湖", "龙泉",
    "金华", "海宁", "松阳", "丰城", "会宁", "宁海", "岱山", "三江", "双桥", "五河", "百泉", "千岛",
]  # fmt: skip
THINGS = [
    "数字经济",
    "先进制造",
    "现代农业",
    "文化旅游",
    "绿色建材",
    "生物医药",
    "冷链物流",
    "海洋渔业",
    "新型储能",
    "智能装备",
    "精细化工",
    "电子商务",
]
WORKS = [
    "企业开办",
    "不动产登记",
    "施工许可",
    "项目审批",
    "社保转移",
    "公积金提取",
    "证照联办",
    "跨省通办",
    "水电报装",
    "纳税申报",
    "食品经营许可",
    "户口迁移",
]
PEOPLE = ["群众", "企业", "居民", "农户", "职工", "学生", "老人", "志愿者", "专家", "代表", "纳税人", "经营者"]
COUNTED = [
    "家企业",
    "个项目",
    "件事项",
    "户家庭",
    "名党员",
    "个村",
    "座桥",
    "条线路",
    "套住房",
    "台设备",
    "所学校",
    "辆车",
    "处隐患",
    "起案件",
    "人",
    "人次",
    "项改革",
    "个岗位",
    "份材料",
    "次会议",
]
MEASURES = [
    "吨",
    "公里",
    "平方米",
    "亩",
    "公顷",
    "千瓦",
    "立方米",
    "万千瓦时",
    "千克",
    "米",
    "平方公里",
    "度电",
    "标准箱",
    "床位",
]
TIMES = ["天", "个工作日", "小时", "分钟", "年", "个月", "个小时", "周", "日内", "个工作日内"]
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙", "伟芳娜敏静强磊军洋勇艳杰涛明超"
DIGITS = "零一二三四五六七八九"
_BEFORE = 3
"""Of five bounded numbers, how many have the word before them."""
Draw = Callable[[Random], str]


def spelt(number: int) -> str:
    """Return a number below ten thousand in Chinese numerals."""
    if number < len(DIGITS):
        return DIGITS[number]
    out, gap = "", False
    for power, rank in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + rank
        gap = not digit
    return out.removeprefix("一") if out.startswith("一十") else out


def decimal(random: Random) -> str:
    """Return a number with one or two places."""
    return f"{random.randrange(1, 400)}.{random.choice((random.randrange(1, 10), random.randrange(11, 99)))}"


def spread(random: Random) -> str:
    """Return two numbers with a joint between them."""
    low = random.randrange(2, 80)
    return f"{low}{random.choice(('至', '—', '-', '到', '~'))}{low + random.randrange(1, 30)}"


def bounded(random: Random) -> str:
    """Return a number with a word that bounds it."""
    number = random.choice((str(random.randrange(2, 90)), f"{random.randrange(2, 90)}00", decimal(random) + "万"))
    before = random.choice(("超过", "近", "约", "不少于", "不低于", "至少", "突破", "累计达", "不足", "将近", "逾"))
    return before + number if random.randrange(5) < _BEFORE else f"{number if '.' in number else number + '多'}"


SLOTS: dict[str, Draw] = {
    "place": lambda r: r.choice(PLACES) + r.choice("市县区镇"),
    "thing": lambda r: r.choice(THINGS),
    "work": lambda r: r.choice(WORKS),
    "people": lambda r: r.choice(PEOPLE),
    "counted": lambda r: r.choice(COUNTED),
    "measure": lambda r: r.choice(MEASURES),
    "time": lambda r: r.choice(TIMES),
    "name": lambda r: r.choice(SURNAMES) + r.choice(GIVEN) + r.choice(("", "某", "某某")),
    "year": lambda r: str(r.randrange(1998, 2031)),
    "month": lambda r: str(r.randrange(1, 13)),
    "day": lambda r: str(r.randrange(1, 29)),
    "one": lambda r: str(r.randrange(2, 10)),
    "few": lambda r: str(r.randrange(2, 60)),
    "many": lambda r: str(r.randrange(100, 20000)),
    "grouped": lambda r: f"{r.randrange(1000, 900000):,}",
    "decimal": decimal,
    "percent": lambda r: f"{r.randrange(1, 100)}.{r.randrange(1, 10)}%",
    "share": lambda r: f"{r.randrange(2, 100)}%",
    "bounded": bounded,
    "big": lambda r: decimal(r) + r.choice("万亿"),
    "round": lambda r: f"{r.randrange(2, 90)}{r.choice(('00', '000', '0', '万', '亿'))}",
    "han": lambda r: DIGITS[r.randrange(2, 10)],
    "tier": lambda r: r.choice("一二三四五"),
    "upper": lambda r: r.choice("六七八九十"),
    "hans": lambda r: spelt(r.randrange(11, 100)),
    "hundreds": lambda r: spelt(r.randrange(101, 9999)),
    "pair": lambda r: r.choice(("两三", "三四", "五六", "七八", "十几", "几十", "数百", "上千", "几", "数十")),
    "money": lambda r: decimal(r) + r.choice(("万元", "亿元", "元", "万亿元", "万美元")),
    "range": spread,
    "item": lambda r: DIGITS[r.randrange(1, 10)],
    "label": lambda r: str(r.randrange(1, 30)),
}  # fmt: skip

TALK = (
    "我们坚持把服务送到门口，让{people}少跑路、数据多跑路",
    "要一以贯之抓落实，一件接着一件办，一年接着一年干",
    "各级各部门要统一思想、协同发力，进一步优化办事流程",
    "千行百业加快转型，百年老店焕发新的活力",
    "面对百年变局，必须万众一心、众志成城",
    "这是一项系统工程，也是一场自我革命",
    "有的地方一味求快，一些事项仍然卡在最后一公里",
    "千方百计稳就业，千家万户的小事就是头等大事",
    "推动{thing}与{thing}深度融合，打造一批特色品牌",
    "{place}坚持问题导向，逐条梳理、逐项销号",
    "不少{people}说，从前办一件事要跑好几个窗口，如今在家里就能办",
    "十年树木，久久为功，一张蓝图绘到底",
    "数以千计的{people}走上街头，参与到志愿服务中来",
    "大家的心往一处想，劲往一处使",
    "万里长江奔腾东去，两岸青山换了新颜",
)
DUTY = (
    "各级人民政府应当加强对{thing}工作的领导，建立健全协调机制",
    "任何单位和个人有权向有关部门举报违法行为，接到举报的部门应当及时处理",
    "法律、行政法规另有规定的，从其规定",
    "主管部门应当依法公开办事指南，一次性告知所需材料，不得擅自增加条件",
    "当事人对处理决定不服的，可以依法申请行政复议或者提起行政诉讼",
    "本院认为，双方签订的合同系真实意思表示，合法有效，应当按照约定全面履行",
    "被告经合法传唤，无正当理由拒不到庭，视为放弃答辩和质证的权利",
    "上述事实，有证人证言、书证、鉴定意见等证据证实，足以认定",
    "工作人员玩忽职守、滥用职权、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任",
    "经审理查明的事实与原审一致，原审适用法律正确，程序合法",
)
FORMOSA = (
    "主管機關應會同有關單位訂定計畫，並定期檢討成效",
    "市民可透過網上平臺查詢進度，省卻往返奔波的時間",
    "為提升服務品質，各單位應統一受理窗口，簡化申辦流程",
    "政府一直致力改善營商環境，與業界保持緊密溝通",
    "如對本公告有任何疑問，請於辦公時間內洽承辦人員",
)
REPORT = (
    "全市地区生产总值达到{money}，增长{percent}",
    "一般公共预算收入{money}，同比增长{percent}，其中税收占比{share}",
    "规模以上工业增加值增长{percent}，{thing}产值突破{round}元",
    "新增市场主体{big}户，总量达到{grouped}户",
    "城镇新增就业{big}人，帮助{many}名困难人员实现再就业",
    "{work}事项由{few}{time}压缩到{one}{time}，申请材料减少{few}份",
    "实施重点项目{few}个，完成投资{money}，占年度计划的{percent}",
    "建成高标准农田{big}亩，粮食总产量连续{han}年超过{round}斤",
    "新建改建农村公路{decimal}公里，改造老旧小区{many}个，惠及居民{bounded}户",
    "财政民生支出占比保持在{han}成以上，教育投入增长{decimal}个百分点",
    "引进{thing}项目{hans}个，协议资金{round}元以上",
    "今年将新建学校{few}所、新增学位{grouped}个，让{people}在家门口上好学",
    "PM2.5平均浓度降至{few}微克/立方米，优良天数比例{percent}",
    "居民人均可支配收入{many}元，增长{percent}，城乡收入比缩小到{decimal}∶1",
    "{year}年以来，{place}累计化解矛盾纠纷{many}起，{hans}个村实现零上访",
    "开展“{han}大行动”，培育专精特新企业{few}家，其中国家级{one}家",
    "到{year}年，{thing}规模力争达到{round}元，年均增长{range}%",
    "安排专项资金{money}，支持{bounded}家中小企业数字化改造",
)
NEWS = (
    "本台消息，{month}月{day}日，{place}举行{thing}推进会，{bounded}名{people}到场",
    "记者在{place}看到，一辆辆货车排起长队，{pair}名工人正在装货",
    "截至{day}日{one}时，当地已转移群众{many}人，出动救援力量{bounded}人次",
    "{name}种了{hans}亩茶，去年卖了{big}元，比前年多赚{han}万多元",
    "这座桥全长{decimal}公里，主跨{many}米，建成后车程由{han}小时缩短至{hans}分钟",
    "预计未来{han}天，气温将下降{range}℃，阵风{one}到{few}级",
    "今年前{han}个月，{place}出口{thing}产品{bounded}{measure}，同比增长{percent}",
    "一场大雨过后，上百名{people}自发清理道路，半天时间就恢复了通行",
    "{name}今年{hans}岁，在这条山路上走了{hans}年，送出邮件{bounded}件",
    "活动吸引了来自{few}个国家和地区的{many}家展商，观众达{big}人次",
    "每天清晨{han}点半，{name}都要赶到{few}公里外的市场进货",
    "列车时速提高到{many}公里，全程只需{han}个半小时",
    "专家介绍，{share}的患者在发病{hans}小时内得到救治",
    "短短{han}年，村里的{thing}从无到有，带动{hans}户增收",
    "票房突破{round}元，观影人次超{round}",
    "比赛以{one}比{one}结束，{place}队夺得第{han}名",
)
LAW = (
    "第{hundreds}条　违反本办法规定的，处{tier}万元以上{hans}万元以下的罚款",
    "第{hans}条　申请人应当在{han}十日内向所在地的县级以上人民政府提出申请",
    "有下列情形之一的，责令停业整顿{tier}个月至{hans}个月",
    "处{tier}年以上{upper}年以下有期徒刑，并处罚金",
    "主管部门应当自受理之日起{hans}个工作日内作出决定，情况复杂的，可以延长{han}日",
    "年满{hans}周岁的公民，享有前款规定的权利",
    "出资额不得低于注册资本的百分之{hans}",
    "（{item}）拒不改正的，处违法所得{tier}倍以上{upper}倍以下罚款",
    "经三分之二以上的业主同意，可以变更",
    "本条例自{year}年{month}月{day}日起施行",
    "不超过{hundreds}万元的，由设区的市级主管部门核准",
    "公告期不少于{hans}日，逾期未申报的，视为放弃",
    "每{han}年进行一次评估，评估结果向社会公布",
    "会议须有全体委员的过半数出席，决议由出席委员{han}分之二以上通过",
    "情节严重的，吊销许可证，{han}年内不得再次申请",
    "单位负责人应当在{han}小时内报告，报告内容应当完整，任何一方不得隐瞒",
    "依照前两款的规定，第{han}项所列费用由双方各半承担",
)
COMMUNIQUE = (
    "年末全市户籍人口{big}人，比上年末增加{decimal}万人，出生率{decimal}‰",
    "全年粮食播种面积{decimal}千公顷，增长{percent}；总产量{big}吨，下降{percent}",
    "第一产业增加值{money}，第二产业增加值{money}，第三产业增加值{money}，三次产业结构为{decimal}∶{decimal}∶{decimal}",
    "货物进出口总额{money}，其中出口{money}，增长{percent}",
    "公路通车里程{grouped}公里，其中高速公路{few}公里",
    "旅客运输量{big}人次，货物周转量{decimal}亿吨公里",
    "金融机构本外币存款余额{money}，比年初增加{money}",
    "共有卫生机构{many}个，床位{big}张，每千人口执业医师{decimal}人",
    "居民消费价格上涨{percent}，其中食品价格上涨{decimal}个百分点",
    "肉类产量{big}吨，禽蛋产量{decimal}万吨，水产品产量{big}吨",
    "发电量{decimal}亿千瓦时，原煤产量{big}吨标准煤",
    "授权专利{grouped}件，技术合同成交额{money}，增长{decimal}倍",
    "社会消费品零售总额{money}，乡村市场增长{percent}，快于城镇{decimal}个百分点",
    "全年授予{hans}个单位先进称号，{place}居第{label}位",
    "共享单车日均骑行{bounded}次，轨道交通运营里程{decimal}公里",
)
JUDGMENT = (
    "被告人{name}犯盗窃罪，判处有期徒刑{han}年{han}个月，并处罚金人民币{han}千元",
    "原告{name}诉称，{year}年{month}月{day}日，被告向其借款{grouped}元，约定月利率{decimal}%",
    "（{year}）浙{few}民初{many}号民事判决书",
    "驾驶浙A·{many}号小型轿车行至{place}路口，车速为{few}公里每小时",
    "经鉴定，{name}的损伤程度为轻伤{han}级，误工{hans}日，护理{hans}日",
    "被告于本判决生效之日起{hans}日内支付货款{grouped}.{few}元及利息",
    "查获毒品{decimal}克，随案移送手机{han}部、现金{many}元",
    "案件受理费{many}元，减半收取{many}元，由被告负担",
    "抚养费每月{many}元，于每月{day}日前付清，至年满十八周岁止",
    "依照《中华人民共和国民法典》第{hundreds}条、第{hundreds}条第{han}款之规定",
    "双方各执一词，均未提交其他证据，本院不予采信",
    "租期{han}年，年租金{hans}万元，违约金为合同总价的{han}成",
    "上诉人称一审判决认定事实不清，请求改判其承担百分之{hans}的责任",
    "涉案房屋建筑面积{decimal}平方米，成交价{big}元，首付{share}",
    "二〇二{han}年{han}月{hans}日，书记员{name}",
    "先后{hans}次将款项转入尾号{many}的账户，共计{hundreds}元",
)
TRADITIONAL = (
    "本計畫總經費約{money}，分{han}年執行，{year}年度編列{big}元",
    "截至{month}月底止，共核發補助{grouped}件，較去年同期增加{percent}",
    "申請人應於通知送達後{hans}日內補正，逾期不予受理",
    "全臺已有{bounded}所學校完成改建，受惠學生逾{round}人",
    "違者處新臺幣{tier}萬元以上{hans}萬元以下罰鍰",
    "該區面積約{decimal}公頃，可容納{many}戶，工期預計{han}年{han}個月",
    "政府會在未來{han}年內增建{few}萬個單位，輪候時間縮短至{decimal}年",
    "第{hans}屆委員會召開第{han}次會議，{hans}位委員出席",
    "失業率降至{percent}，創近{hans}年新低，薪資成長{decimal}個百分點",
    "每人每月補貼{many}元，最長{hans}個月，名額{hundreds}名",
    "一個地區的發展，需要千千萬萬市民一起努力，絕非一朝一夕之功",
    "{name}服務{hans}年，處理案件{bounded}宗，獲頒一等獎",
    "民眾線上申辦{han}分鐘完成，較臨櫃節省{range}分鐘",
    "用電量達{decimal}億度，再生能源占比{share}",
)
Sentences = tuple[str, ...]
REGISTERS: dict[str, Sentences] = {
    "work report": REPORT,
    "news": NEWS,
    "law": LAW,
    "communiqué": COMMUNIQUE,
    "judgment": JUDGMENT,
    "Traditional": TRADITIONAL,
    "extracted PDF": REPORT + COMMUNIQUE,
}
"""By register: its templates; an extracted PDF is wrapped into lines with page numbers and blanks around its digits."""
FILLERS: dict[str, tuple[float, Sentences]] = {
    "work report": (0.6, TALK),
    "news": (0.6, TALK),
    "law": (0.6, DUTY),
    "communiqué": (0.1, TALK),
    "judgment": (0.5, DUTY),
    "Traditional": (0.5, FORMOSA),
    "extracted PDF": (0.5, TALK),
}
"""By register: what share of its sentences states no figure, and those."""
_WIDTH, _PAGE = 38, 30
_WRITTEN = str.maketrans("万亿余几数个台辆处项阳临岭云龙华宁县区镇桥", "萬億餘幾數個臺輛處項陽臨嶺雲龍華寧縣區鎮橋")


def line(name: str, random: Random) -> str:
    """Return one paragraph of a register."""
    (share, fillers), sentences = FILLERS[name], REGISTERS[name]
    clauses = []
    for _ in range(random.randrange(2, 6)):
        template = random.choice(fillers if random.random() < share else sentences)
        clauses.append(filled(template, random))
    made = "".join(clause + random.choice("。。，；") for clause in clauses[:-1]) + clauses[-1] + "。"
    return made.translate(_WRITTEN) if name == "Traditional" else made


def filled(template: str, random: Random) -> str:
    """Return a template with every slot drawn anew."""
    out, rest = [], template
    while "{" in rest:
        before, _, rest = rest.partition("{")
        slot, _, rest = rest.partition("}")
        out += [before, SLOTS[slot](random)]
    return "".join(out) + rest


def lines(name: str, seed: int = 1) -> Iterator[str]:
    """Give distinct paragraphs of a register without end."""
    random, met = Random(f"{name}{seed}"), set[str]()  # noqa: S311 (the same text each time is the point)
    while True:
        made = line(name, random)
        if made not in met:
            met.add(made)
            yield made


def paragraphs(name: str, size: int, seed: int = 1) -> list[str]:
    """Return paragraphs of a register of about a number of bytes; of an extracted PDF its pages."""
    found: list[str] = []
    for made in lines(name, seed):
        found.append(made)
        size -= len(made.encode())
        if size <= 0:
            break
    return list(pages(found)) if name == "extracted PDF" else found


def pages(found: list[str]) -> Iterator[str]:
    """Give paragraphs as the text of a PDF comes out: lines of one width, a blank at some numbers, the page's number below."""
    wrapped = [each[at : at + _WIDTH] for each in found for at in range(0, len(each), _WIDTH)]
    for number, at in enumerate(range(0, len(wrapped), _PAGE), 1):
        yield "\n".join([*wrapped[at : at + _PAGE], f"— {number} —", ""])


def main(folder: Path, size: int) -> None:
    """Write a file for each register."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in REGISTERS:
        text = "\n".join(paragraphs(name, size))
        (folder / f"{name.replace(' ', '-')}.txt").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) * 1000 if len(sys.argv) > 2 else 300_000)  # noqa: PLR2004
