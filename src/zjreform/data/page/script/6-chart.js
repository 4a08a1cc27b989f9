// Charts of what is filtered (Vega-Lite): each is a specification and the same as rows of a table, for those who do not see it.

const TONES = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#3d3d3d"];
const CHARTS = {
  cases: { domain: bars("domain", "coverage"), round: bars("round", "coverage"), map: map },
  awards: { map: map, tier: bars("tier", "coverage"), level: bars("level", "coverage") },
  metrics: { voice: bars("voice", "status"), family: bars("family", "status"), category: bars("category", "status") },
  comparisons: { dumbbell: dumbbell },
  places: { map: map },
  terms: { kind: bars("kind") },
  events: { timeline: timeline, kind: bars("kind", "when") },
};
const CHART_WORDS = {
  domain: ["by domain", "按领域"], round: ["by round", "按届次"], map: ["map", "地图"], tier: ["by tier", "按奖项"], level: ["by level", "按层级"],
  voice: ["by who says it", "按叙述者"], family: ["by family", "按指标族"], category: ["by logic model", "按逻辑模型"],
  dumbbell: ["before and after", "前后对比"], kind: ["by kind", "按类型"], timeline: ["timeline", "时间线"],
};

let drawn = null;

// Counts of records by the values of a facet; a record with several values counts under each.
function bars(key, inner) {
  return (part, rows) => {
    const facet = part.facets.find((each) => each.key === key);
    const split = inner && part.facets.find((each) => each.key === inner);
    const counts = new Map();
    for (const row of rows) {
      for (const value of facet.of[row]) {
        for (const under of split ? split.of[row].length ? split.of[row] : [-1] : [-1]) {
          const name = `${value}|${under}`;
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }
    }
    const values = [...counts].map(([name, n]) => {
      const [value, under] = name.split("|").map(Number);
      return { group: say(facet.values[value].slice(1)), order: value, part: under < 0 ? "–" : say(split.values[under].slice(1)), rank: under, n };
    }).sort((one, other) => one.order - other.order || one.rank - other.rank);
    const order = facet.values.map((value) => say(value.slice(1)));
    const held = split ? [...split.values.map((value) => say(value.slice(1))), "–"].filter((name) => values.some((each) => each.part === name)) : [];
    const sums = values.reduce((all, each) => all.set(each.group, (all.get(each.group) ?? 0) + each.n), new Map());
    const room = 1.2 * Math.max(1, ...sums.values()); // for the number behind the longest bar, on a phone as well
    const spec = {
      data: { values },
      height: { step: 22 },
      encoding: {
        y: { field: "group", type: "nominal", sort: order, title: null },
        x: { aggregate: "sum", field: "n", type: "quantitative", title: word("records"), axis: { tickMinStep: 1 }, scale: { domain: [0, room], nice: false } },
      },
      layer: [
        { mark: { type: "bar", color: TONES[0], tooltip: true }, encoding: split ? { color: { field: "part", type: "nominal", sort: held, title: say(split.name), scale: { domain: held, range: TONES } }, order: { field: "rank", type: "quantitative" } } : {} },
        { mark: { type: "text", align: "left", dx: 4 }, encoding: { text: { aggregate: "sum", field: "n", type: "quantitative" } } },
      ],
    };
    return { spec, header: [say(facet.name), ...(split ? [say(split.name)] : []), word("records")], rows: values.map((each) => [each.group, ...(split ? [each.part] : []), each.n]) };
  };
}

function map(part, rows) {
  const counts = new Map();
  for (const row of rows) for (const id of part.belongs.place?.[row] ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  const all = [...counts].map(([id, n]) => ({ id, n, ...DATA.points[id] })).map((each) => ({ ...each, name: say(each.name) }));
  const values = all.filter((each) => each.at);
  const points = values.map((each) => ({ id: each.id, name: each.name, n: each.n, lat: each.at[0], lon: each.at[1], big: each.level === "prefecture" }));
  const position = { x: { field: "lon", type: "quantitative", scale: { zero: false, nice: false, padding: 24 }, title: null, axis: { format: ".1f" } }, y: { field: "lat", type: "quantitative", scale: { zero: false, nice: false, padding: 24 }, title: null, axis: { format: ".1f" } } };
  const spec = {
    data: { values: points },
    height: 360,
    encoding: position,
    layer: [
      { mark: { type: "circle", opacity: 0.6, cursor: "pointer", tooltip: true }, encoding: { size: { field: "n", type: "quantitative", title: word("records"), scale: { type: "sqrt", range: [30, 900] } }, color: { value: TONES[0] }, tooltip: [{ field: "name", type: "nominal", title: say(["place", "地方"]) }, { field: "n", type: "quantitative", title: word("records") }] } },
      { transform: [{ filter: "datum.big" }], mark: { type: "text", dy: -14 }, encoding: { text: { field: "name", type: "nominal" } } },
    ],
  };
  const missing = all.length - values.length;
  return { spec, note: missing ? word("offMap", { n: missing }) : "", header: [say(["place", "地方"]), word("records")], rows: all.sort((one, other) => other.n - one.n).map((each) => [each.name, each.n]), click: (datum) => datum.id && change({ filters: new Map([...state.filters, ["place", new Set([datum.id])]]) }) };
}

function dumbbell(part, rows) {
  const column = (key) => part.shown.find((each) => each.key === key);
  const pairs = rows.map((row) => ({ row, ...DATA.sides[row] })).filter((each) => each.unit);
  const named = pairs.map((each) => ({ ...each, name: cellOf(column("measured"), each.row), unit: say(each.unit) }));
  const units = [...new Set(named.map((each) => each.unit))];
  const sides = [...new Set(named.flatMap((each) => each.names.map(say)))];
  const panels = units.map((unit) => {
    const values = named.filter((each) => each.unit === unit).flatMap((each) => each.values.map((value, at) => ({ id: each.row, name: each.name, side: say(each.names[at]), end: at, value, open: each.open[at], alike: each.alike, said: say(each.said[at]) })));
    const numbers = values.map((each) => each.value);
    const log = Math.min(...numbers) > 0 && Math.max(...numbers) / Math.min(...numbers) >= 20;
    return {
      data: { values },
      height: { step: 44 },
      encoding: { y: { field: "name", type: "nominal", sort: null, title: null }, x: { field: "value", type: "quantitative", title: log ? `${unit} ${word("log")}` : unit, scale: log ? { type: "log", padding: 30 } : { domainMin: 0, padding: 30 } } },
      layer: [
        { mark: { type: "line", color: "#999" }, encoding: { detail: { field: "id" }, strokeDash: { field: "alike", type: "nominal", legend: null, scale: { domain: [true, false], range: [[1, 0], [4, 3]] } } } },
        { mark: { type: "point", filled: true, size: 90, opacity: 1, tooltip: true }, encoding: { color: { field: "side", type: "nominal", title: null, scale: { domain: sides, range: ["#7f7f7f", TONES[0], ...TONES.slice(1)].slice(0, sides.length) } } } },
        ...arrows(values),
        ...[0, 1].map((end) => ({ transform: [{ filter: { field: "end", equal: end } }], mark: { type: "text", dy: end ? 14 : -13, fontSize: 10 }, encoding: { text: { field: "said", type: "nominal" } } })),
      ],
    };
  });
  return { spec: { vconcat: panels }, many: true, header: [say(column("measured").name), say(column("before").name), say(column("after").name)], rows: named.map((each) => [each.name, ...each.said.map((said, at) => `${say(each.names[at])}: ${say(said)}`)]) };
}

function arrows(values) {
  const ends = [[-1, "◀", -11], [1, "▶", 11]].filter(([way]) => values.some((each) => each.open === way));
  return ends.map(([way, text, dx]) => ({ transform: [{ filter: { field: "open", equal: way } }], mark: { type: "text", text, dx } }));
}

function timeline(part, rows) {
  const kind = part.facets.find((each) => each.key === "kind");
  const column = (key) => part.shown.find((each) => each.key === key);
  const dated = rows.filter((row) => DATA.days[row]);
  const values = dated.map((row) => ({ kind: say(kind.values[kind.of[row][0]].slice(1)), name: cellOf(column("name"), row), date: cellOf(column("date"), row), first: DATA.days[row][0], last: DATA.days[row][1] }));
  const spec = {
    data: { values },
    height: { step: 24 },
    encoding: { y: { field: "kind", type: "nominal", sort: kind.values.map((value) => say(value.slice(1))), title: null }, x: { field: "first", type: "temporal", timeUnit: "utcyearmonthdate", scale: { type: "utc" }, title: null, axis: { format: "%Y-%m" } }, tooltip: [{ field: "name", type: "nominal", title: say(column("name").name) }, { field: "date", type: "nominal", title: say(column("date").name) }] },
    layer: [
      { mark: { type: "rule", strokeWidth: 4, opacity: 0.3, color: TONES[0] }, encoding: { x2: { field: "last", timeUnit: "utcyearmonthdate" } } },
      { mark: { type: "tick", thickness: 2, color: TONES[0] } },
    ],
  };
  const left = rows.length - dated.length;
  return { spec, note: left ? word("undatedLeft", { n: left }) : "", header: [say(column("date").name), say(kind.name), say(column("name").name)], rows: values.map((each) => [each.date, each.kind, each.name]) };
}

function chartFor(part, rows) {
  const known = CHARTS[part.name];
  const name = state.chart in known ? state.chart : Object.keys(known)[0];
  return { name, ...known[name](part, rows) };
}

function themed(spec, { ink, grid, width, many }) {
  const label = { labelColor: ink, titleColor: ink, labelLimit: 220, labelFontSize: 12, titleFontSize: 12 };
  const config = {
    background: null, font: 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif',
    axis: { ...label, gridColor: grid, domainColor: grid, tickColor: grid }, legend: { ...label, orient: "bottom", columns: width < 500 ? 1 : 3, symbolLimit: 0 },
    text: { color: ink }, title: { color: ink, subtitleColor: ink, anchor: "start", subtitleFontSize: 11 }, view: { stroke: grid },
  };
  const sized = many ? { ...spec, vconcat: spec.vconcat.map((panel) => ({ ...panel, width })) } : { ...spec, width };
  return { $schema: "https://vega.github.io/schema/vega-lite/v6.json", ...sized, config };
}

async function drawChart(holder, chart) {
  drawn?.finalize();
  drawn = null;
  holder.replaceChildren();
  if (!chart.rows.length) {
    holder.append(h("p", {}, word("none")));
    return;
  }
  const style = getComputedStyle(document.body);
  const room = Math.max(140, Math.min(640, holder.clientWidth - (holder.clientWidth < 500 ? 150 : 240)));
  const spec = themed(chart.spec, { ink: style.getPropertyValue("--ink").trim(), grid: style.getPropertyValue("--line").trim(), width: room, many: chart.many });
  drawn = await vegaEmbed(holder, spec, { actions: false, renderer: "svg", tooltip: { theme: "custom" } });
  if (chart.click) drawn.view.addEventListener("click", (_, item) => item?.datum && chart.click(item.datum));
  holder.setAttribute("aria-label", `${word("chartOf")}: ${say(CHART_WORDS[chart.name])}`);
  holder.querySelector("svg")?.setAttribute("aria-hidden", "true");
}

// The picture that is taken away says by itself what is filtered, of how many, from which data, and how to cite it.
async function chartPicture(chart, part, rows, kind) {
  const lines = [filterWords(part, state), word("count", { n: rows.length, all: part.ids.length, what: say(part.label) }), chart.note, word("honoured"), word("source", { version: DATA.version, key: DATA.key })];
  const spec = themed({ ...chart.spec, title: { text: `${say(part.label)}: ${say(CHART_WORDS[chart.name])}`, subtitle: lines.filter(Boolean) } }, { ink: "#222222", grid: "#cccccc", width: 560, many: chart.many });
  spec.background = "#ffffff";
  spec.padding = 12;
  const made = await vegaEmbed(document.createElement("div"), spec, { actions: false, renderer: "svg" });
  const picture = kind === "svg" ? await made.view.toSVG() : await made.view.toImageURL("png", 2);
  made.finalize();
  return picture;
}
