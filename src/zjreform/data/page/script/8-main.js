// Shows what the address asks for, and again whenever it changes.

const main = document.getElementById("content");
const asked = { view: "", lang: "" };
let panel = null;

function show() {
  state = read();
  lang = state.lang;
  document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  const part = PARTS.get(state.view);
  const fresh = asked.view !== `${state.view}/${state.id}` || asked.lang !== lang;
  frame();
  if (part) {
    if (fresh || !panel) openView(part);
    updateView(part);
  } else {
    panel = null;
    table?.destroy();
    table = null;
    const pages = { code: CODING?.view, home: DATA.parts.length ? homePage : CODING?.view, ask: askPage, pool: poolPage, case: recordPage, place: recordPage, term: recordPage };
    const content = (pages[state.view] ?? (() => [h("p", {}, word("notFound"))]))();
    main.replaceChildren(...content.filter(Boolean));
  }
  if (fresh && asked.view) main.focus({ preventScroll: true });
  if (fresh) window.scrollTo(0, 0);
  asked.view = `${state.view}/${state.id}`;
  asked.lang = lang;
}

function frame() {
  const here = PARTS.get(state.view) ?? PARTS.get(KINDS[state.view]);
  document.title = `${here ? `${say(here.label)} – ` : ""}${word("title")}`;
  document.getElementById("title").textContent = word("title");
  document.getElementById("version").textContent = word("version", { version: DATA.version });
  document.getElementById("skip").textContent = word("skip");
  const other = lang === "zh" ? "en" : "zh";
  document.getElementById("language").replaceChildren(h("a", { href: address({ ...state, lang: other }), lang: other, hreflang: other }, word("language")));
  const coding = CODING ? [["code", word("code")]] : [];
  const items = [...coding, ...(DATA.parts.length ? [["home", word("home")]] : []), ...DATA.parts.map((part) => [part.name, say(part.label)])];
  const current = here?.name ?? (DATA.parts.length ? state.view : "code");
  const nav = document.getElementById("nav");
  nav.setAttribute("aria-label", word("views"));
  nav.replaceChildren(...items.map(([view, name]) => h("a", { href: link(view), "aria-current": view === current ? "page" : null }, name)));
  const warned = document.getElementById("notice");
  warned.textContent = state.version === DATA.version ? "" : word("otherVersion", { other: state.version, version: DATA.version });
}

function openView(part) {
  panel = { facets: [], redraw: 0 };
  panel.count = h("p", { class: "count", role: "status", id: "count" });
  panel.search = h("input", { type: "search", id: "search", value: state.q, oninput: (event) => change({ q: event.target.value }, { replace: true }) });
  panel.chart = h("div", { class: "chart", id: "chart", tabindex: "0" });
  panel.chartNote = h("p", { class: "note" });
  panel.chartTable = h("details", {});
  const known = Object.keys(CHARTS[part.name]);
  panel.pick = known.length > 1 ? h("select", { id: "pick", onchange: (event) => change({ chart: event.target.value }) }, known.map((name) => h("option", { value: name }, say(CHART_WORDS[name])))) : null;
  const holder = h("div", { id: "table" });
  const facets = part.facets.filter((facet) => facet.values.length).map((facet, at) => facetPanel(facet, at));
  main.replaceChildren(
    h("h2", {}, say(part.label)),
    h("div", { class: "view" },
      h("details", { class: "filters", open: matchMedia("(min-width: 60rem)").matches },
        h("summary", {}, word("filters")),
        h("p", {}, h("label", { for: "search" }, word("search")), panel.search),
        part.sets ? setPanel() : null,
        facets,
        h("p", {}, h("button", { type: "button", id: "clear", onclick: () => change({ filters: new Map(), q: "", set: "results" }) }, word("clear")))),
      h("div", { class: "seen" },
        panel.count,
        h("section", { "aria-label": word("chartOf") },
          panel.pick ? h("p", { class: "pick" }, h("label", { for: "pick" }, word("chart")), panel.pick) : null,
          panel.chart, panel.chartNote, panel.chartTable),
        h("p", { class: "note" }, word("honoured")),
        takeAway(part),
        holder)));
  drawTable(holder, part);
}

function setPanel() {
  panel.sets = ["results", "intended", "both"].map((set) => h("input", { type: "radio", name: "set", id: `set-${set}`, value: set, onchange: () => change({ set }) }));
  return h("fieldset", {}, h("legend", {}, word("sets")), panel.sets.map((input) => h("div", {}, input, h("label", { for: input.id }, word(input.value)))));
}

function facetPanel(facet, at) {
  const chosen = (values) => change({ filters: new Map([...state.filters, [facet.key, new Set(values)]]) });
  const held = { facet, at, inputs: [] };
  panel.facets.push(held);
  if (facet.tree) {
    held.select = h("select", { id: `f-${facet.key}`, onchange: (event) => chosen(event.target.value ? [event.target.value] : []) });
    return h("p", {}, h("label", { for: `f-${facet.key}` }, say(facet.name)), held.select);
  }
  const boxes = facet.values.map(([value, ...name]) => {
    const input = h("input", { type: "checkbox", id: `f-${facet.key}-${value}`, value, onchange: () => chosen(held.inputs.filter((each) => each.input.checked).map((each) => each.input.value)) });
    const count = h("span", { class: "n" });
    held.inputs.push({ input, count });
    return h("div", {}, input, h("label", { for: input.id }, say(name), " ", count));
  });
  const many = facet.values.length > 6;
  const body = h("fieldset", {}, h("legend", {}, say(facet.name)), boxes);
  return many ? h("details", { class: "facet", open: Boolean(state.filters.get(facet.key)?.size) }, h("summary", {}, say(facet.name)), body) : body;
}

function placeOptions(held, counts) {
  const totals = held.facet.values.map(([value]) => [...held.facet.meant(value)].reduce((sum, each) => sum + counts[each], 0));
  const chosen = [...(state.filters.get(held.facet.key) ?? [])][0] ?? "";
  const options = held.facet.values.map(([value, ...name], at) => ({ value, name: say(name), n: totals[at], level: DATA.points[value].level, above: DATA.parents[value] })).filter((each) => each.n || each.value === chosen);
  const order = (each) => (each.level === "province" ? 0 : each.level === "prefecture" ? 1 : 2);
  options.sort((one, other) => order(one) - order(other));
  held.select.replaceChildren(h("option", { value: "" }, word("any")), ...options.map((each) => h("option", { value: each.value, selected: each.value === chosen }, each.above && order(each) === 2 ? `${each.name}, ${say(DATA.points[each.above].name)}` : each.name)));
  held.select.value = chosen;
}

function updateView(part) {
  const { rows, counts } = filtered(part, state);
  panel.rows = rows;
  const values = { n: rows.length, all: part.ids.length, what: say(part.label), set: word(state.set) };
  panel.count.textContent = word(part.sets ? "countSets" : "count", values);
  panel.count.dataset.n = rows.length;
  if (document.activeElement !== panel.search) panel.search.value = state.q;
  for (const input of panel.sets ?? []) input.checked = input.value === state.set;
  for (const held of panel.facets) {
    if (held.select) {
      placeOptions(held, counts[held.at]);
      continue;
    }
    const chosen = state.filters.get(held.facet.key) ?? new Set();
    held.inputs.forEach(({ input, count }, value) => {
      input.checked = chosen.has(input.value);
      count.textContent = counts[part.facets.indexOf(held.facet)][value];
    });
  }
  refreshTable(rows);
  clearTimeout(panel.redraw);
  panel.redraw = setTimeout(() => redraw(part, rows), 30);
}

function redraw(part, rows) {
  if (!panel) return;
  const chart = chartFor(part, rows);
  panel.drawn = chart;
  if (panel.pick) panel.pick.value = chart.name;
  panel.chartNote.textContent = chart.note ?? "";
  panel.chartTable.replaceChildren(h("summary", {}, word("chartData")), plainTable(`${say(part.label)}: ${say(CHART_WORDS[chart.name])}`, chart.header, chart.rows));
  drawChart(panel.chart, chart);
}

function takeAway(part) {
  const name = (kind, suffix) => `zjreform-${part.name}-${kind}${DATA.version}.${suffix}`;
  const button = (key, act) => h("button", { type: "button", id: `take-${key}`, onclick: act }, word(key));
  const picture = async (kind) => download(name("", kind), await chartPicture(panel.drawn, part, panel.rows, kind), "image/svg+xml");
  return h("p", { class: "take", role: "group", "aria-label": word("take") },
    button("csvShown", () => download(name("shown-", "csv"), csvShown(part, panel.rows), "text/csv")),
    button("csvAll", () => download(name("", "csv"), csvAll(part, panel.rows), "text/csv")),
    button("codebook", () => download(name("codebook-", "csv"), csvCodebook(part), "text/csv")),
    button("png", () => picture("png")),
    button("svg", () => picture("svg")),
    button("printed", () => window.print()));
}

addEventListener("hashchange", show);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => PARTS.has(state.view) && updateView(PARTS.get(state.view)));
show();
document.documentElement.dataset.script = String(Math.round(performance.measure("shown", "script").duration));
