// What is seen stands in the address, so that a view can be sent: #/metrics?place=lishui&status=target&lang=zh&v=2026.11.2

const OWN = new Set(["q", "set", "chart", "lang", "v"]);
let state = read();

function read() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [view = "", ...rest] = path.split("/");
  const given = new URLSearchParams(query);
  const filters = new Map();
  for (const [key, value] of given) {
    if (OWN.has(key)) continue;
    if (!filters.has(key)) filters.set(key, new Set());
    filters.get(key).add(value);
  }
  return {
    view: view || (DATA.coding ? "code" : "home"),
    id: decoded(rest.join("/")),
    filters,
    q: given.get("q") ?? "",
    set: ["results", "intended", "both"].includes(given.get("set")) ? given.get("set") : "results",
    chart: given.get("chart") ?? "",
    lang: ["en", "zh"].includes(given.get("lang")) ? given.get("lang") : DATA.lang,
    version: given.get("v") ?? DATA.version,
  };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function address(next) {
  const query = new URLSearchParams();
  for (const [key, values] of next.filters ?? []) for (const value of values) query.append(key, value);
  if (next.q) query.set("q", next.q);
  if (next.set && next.set !== "results") query.set("set", next.set);
  if (next.chart) query.set("chart", next.chart);
  query.set("lang", next.lang ?? lang);
  query.set("v", DATA.version);
  return `#/${next.view === "home" && !DATA.coding ? "" : next.view}${next.id ? `/${encodeURIComponent(next.id)}` : ""}?${query}`;
}

function link(view, filters = {}, id = "") {
  const { set, ...rest } = filters;
  return address({ view, id, set, filters: Object.entries(rest).map(([key, value]) => [key, [].concat(value)]) });
}

// A change of filters is one step back for the browser; typing replaces, or each letter would be a step.
function change(part, { replace = false } = {}) {
  const next = address({ ...state, ...part });
  if (next === location.hash) return;
  if (replace) {
    history.replaceState(null, "", next);
    show();
  } else {
    location.hash = next;
  }
}
