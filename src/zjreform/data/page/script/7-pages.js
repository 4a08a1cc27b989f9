// The start page, the questions, the pool, and the page of a case, a place or a term.

const KINDS = { case: "cases", place: "places", term: "terms" };

function homePage() {
  const described = DATA.described;
  return [
    h("p", { class: "lead" }, word("honoured"), " ", word("titleOnly", { n: described, all: PARTS.get("cases").ids.length }), " ", word(DATA.sentences ? "sentences" : "noSentences")),
    h("h2", {}, word("questions")),
    h("ol", { class: "questions" }, QUESTIONS.map((each, at) => h("li", {}, h("a", { href: questionLink(each, at) }, say(each.ask))))),
    h("h2", {}, word("views")),
    h("ul", { class: "cards" }, DATA.parts.map((part) => h("li", {}, h("a", { href: link(part.name) }, say(part.label)), ` ${part.ids.length}`))),
    h("h2", {}, word("cite")),
    h("p", {}, say(DATA.cite)),
  ];
}

function questionLink(each, at) {
  if (each.go) return link("pool");
  return each.choose ? link("ask", {}, String(at + 1)) : link(each.view, each.filters);
}

function askPage() {
  const each = QUESTIONS[Number(state.id) - 1];
  if (!each?.choose) return [h("p", {}, word("notFound"))];
  const part = PARTS.get(each.view);
  const facet = part.facets.find((one) => one.key === each.choose);
  const now = { ...read(), filters: new Map(Object.entries(each.filters ?? {}).filter(([key]) => key !== "set").map(([key, value]) => [key, new Set([value])])), q: "", set: "both" };
  const choices = facet.values.filter(([value]) => !each.level || DATA.points[value].level === each.level).map(([value, ...name]) => {
    const n = filtered(part, { ...now, filters: new Map([...now.filters, [each.choose, new Set([value])]]) }).rows.length;
    return h("li", {}, h("a", { href: link(each.view, { ...each.filters, [each.choose]: value }) }, say(name)), ` ${n}`);
  });
  return [h("h2", {}, say(each.ask)), h("p", {}, word("pick"), ":"), h("ul", { class: "cards" }, choices)];
}

function poolPage() {
  const header = ["round", "stratum", "winners", "entries", "share"].map((key) => word(key));
  const rows = DATA.pool.map(([round, stratum, winners, entries, share]) => [say(round), say(stratum), winners, entries ?? word("notStated"), share ?? "–"]);
  return [h("h2", {}, word("pool")), h("p", {}, word("poolNote"), " ", word("honoured")), plainTable(word("pool"), header, rows)];
}

function recordPage() {
  const part = PARTS.get(KINDS[state.view]);
  const row = part.ids.indexOf(state.id);
  if (row < 0) return [h("p", {}, word("notFound"))];
  const fields = part.shown.filter((column) => cellOf(column, row)).flatMap((column) => [h("dt", {}, say(column.name)), h("dd", {}, cellOf(column, row))]);
  const belonging = DATA.parts.filter((other) => other !== part && other.belongs[state.view]).map((other) => related(other, state.view, state.id));
  return [
    h("p", { class: "kind" }, say(part.label), " · ", state.id),
    h("h2", {}, cellOf(part.shown[0], row)),
    h("dl", {}, fields),
    state.view === "place" ? inside(part, state.id) : null,
    ...belonging.flat(),
  ];
}

function inside(part, id) {
  const found = part.ids.filter((each) => DATA.parents[each] === id);
  if (!found.length) return null;
  return h("details", {}, h("summary", {}, `${word("inPlace")}: ${found.length}`), h("ul", { class: "cards" }, found.map((each) => h("li", {}, h("a", { href: link("place", {}, each) }, say(DATA.points[each].name))))));
}

// What belongs to a record: results first, apart from targets and limits.
function related(part, kind, id) {
  const meant = kind === "place" ? new Set([id, ...below(id)]) : new Set([id]);
  const rows = part.ids.map((_, row) => row).filter((row) => part.belongs[kind][row].some((each) => meant.has(each)));
  const sets = part.sets ? ["results", "intended"] : [null];
  return sets.flatMap((set) => {
    const held = rows.filter((row) => !set || part.sets[row] === set);
    if (!held.length) return [];
    const columns = part.shown.filter((column) => column.key !== kind && held.some((row) => cellOf(column, row)));
    const caption = `${say(part.label)}${set ? ` (${word(set)})` : ""}: ${held.length}`;
    const cells = held.map((row) => columns.map((column) => shownCell(column, row)));
    return [plainTable(caption, columns.map((column) => say(column.name)), cells), ...(part.extra ? held.map((row) => pictured(part, row)) : [])];
  });
}

function below(id) {
  const found = new Set([id]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const [each, parent] of Object.entries(DATA.parents)) if (found.has(parent)) found.add(each);
  }
  return found;
}

// Bars of before and after; the library made and escaped them.
function pictured(part, row) {
  const markup = say(part.extra[row]);
  if (!markup) return null;
  const held = h("figure", {}, h("figcaption", {}, cellOf(part.shown[0], row)));
  held.insertAdjacentHTML("beforeend", markup);
  return held;
}
