// Coding mode: the text with its figures and offered rows, one field after another by a key. It has a scope of its own, and is there only where a draft is.

const CODING = DATA.coding ? (() => {
const data = DATA.coding;
const store = `zjreform-coding:${data.sha256}:${data.coder}`;
const byId = (id) => document.getElementById(id);
let held = { values: {}, past: [], keys: 0, figure: 0, field: 0 };
try {
  const kept = JSON.parse(localStorage.getItem(store) || "null");
  if (kept && kept.figure < data.figures.length) held = kept;
} catch { /* a browser that keeps nothing starts anew */ }

const EMPTY = "-", UNSURE = "?";
const FIELDS = data.fields;
const figure = () => data.figures[held.figure];
const entered = (key, name) => (held.values[key] || {})[name];
const known = (key, name) => entered(key, name) ?? data.decided[key]?.[name];
const proposed = (one, name) => one.proposals[name];
const fieldsOf = (one) => one.fields ?? FIELDS;
const isRow = (one) => one.fields !== undefined;

// Of an offered row that is declined nothing more is asked, nor the whole of a figure that is no part.
function asked(one) {
  if (isRow(one)) return known(one.key, "row") === EMPTY ? one.fields.slice(0, 1) : one.fields;
  const wanted = (each) => one.withheld || each.required || (proposed(one, each.name)?.value ?? null) !== null || entered(one.key, each.name) !== undefined;
  const part = (each) => each.name !== "part_of" || known(one.key, "composition") !== EMPTY;
  return FIELDS.filter((each) => wanted(each) && part(each) && !one.ruled.includes(each.name));
}

const field = () => asked(figure())[held.field];
const isDone = (one) => asked(one).every((each) => known(one.key, each.name) !== undefined);

function keep() {
  try {
    localStorage.setItem(store, JSON.stringify(held));
  } catch {
    byId("coded").textContent = word("keepsNothing");
  }
}

function before(name) {
  for (let at = held.figure - 1; at >= 0; at--) {
    const value = isRow(data.figures[at]) === isRow(figure()) ? known(data.figures[at].key, name) : undefined;
    if (value !== undefined && value !== UNSURE) return value;
  }
  return undefined;
}

// Values that this field has had, the last first.
function recent(name) {
  const found = [];
  for (let at = data.figures.length - 1; at >= 0; at--) {
    const value = isRow(data.figures[at]) === isRow(figure()) ? known(data.figures[at].key, name) : undefined;
    if (at < held.figure && value !== undefined && value !== UNSURE && value !== EMPTY && !found.includes(value)) found.push(value);
  }
  return found;
}

function set(one, name, value) {
  held.past.push([one.key, name, entered(one.key, name), held.figure, held.field]);
  (held.values[one.key] ||= {})[name] = value;
}

function onward() {
  const place = asked(figure()).findIndex((each) => known(figure().key, each.name) === undefined);
  if (held.field + 1 < asked(figure()).length) held.field += 1;
  else if (place < 0 || held.figure + 1 < data.figures.length) go(Math.min(held.figure + 1, data.figures.length - 1));
  keep();
  draw();
}

function decide(value) {
  if (value === undefined) return;
  set(figure(), field().name, value);
  onward();
}

// Everything that the coder sees open and that may be empty stays empty; nothing that is proposed is taken.
function left() {
  const one = figure();
  const open = asked(one).filter((each) => known(one.key, each.name) === undefined);
  return open.filter((each) => !each.required && (proposed(one, each.name)?.value ?? null) === null).map((each) => each.name);
}

function restEmpty() {
  const one = figure(), names = left();
  if (!names.length) return;
  for (const name of names) set(one, name, EMPTY);
  const next = asked(one).findIndex((each) => known(one.key, each.name) === undefined);
  if (next >= 0) held.field = next;
  else if (held.figure + 1 < data.figures.length) go(held.figure + 1);
  keep();
  draw();
}

function undo() {
  const last = held.past.pop();
  if (!last) return;
  const [key, name, value, at, place] = last;
  if (value === undefined) delete held.values[key][name]; else held.values[key][name] = value;
  held.figure = at;
  held.field = place;
  keep();
  draw();
}

function go(number, place = 0) {
  held.figure = number;
  held.field = place;
}

function move(figures, fields) {
  const at = Math.min(Math.max(held.figure + figures, 0), data.figures.length - 1);
  go(at, figures ? 0 : Math.min(Math.max(held.field + fields, 0), asked(figure()).length - 1));
  keep();
  draw();
}

function options(one, each) {
  const listed = each.values.map((value) => ({ value: value.value, label: `${value.zh} ${value.en}`, title: value.definition }));
  if (listed.length) return listed;
  const suggestion = proposed(one, each.name);
  const offered = suggestion ? [suggestion.value, ...suggestion.others] : [];
  const own = [...(data.own[each.name] || []), ...(each.name === "part_of" && one.whole ? [one.whole] : [])];
  const named = [...new Set([...offered.slice(0, 3), before(each.name), ...recent(each.name), ...offered, ...own])];
  const usable = named.filter((value) => value && value !== EMPTY && !value.startsWith("new"));
  return usable.slice(0, 9).map((value) => ({ value, label: data.labels[value] ? `${value} ${data.labels[value]}` : value, title: "" }));
}

const shown = (value) => (value === EMPTY ? word("emptied") : value === UNSURE ? word("unsured") : value);

function why(...parts) {
  return h("div", { class: "why" }, ...parts);
}

function choice(key, label, value, title = "") {
  const act = (event) => {
    event.stopPropagation();
    decide(value);
  };
  return h("li", {}, h("button", { type: "button", title, onclick: act }, key ? h("kbd", {}, key) : "", ` ${label}`));
}

function drawField(one, each, place) {
  const value = known(one.key, each.name), here = place === held.field, suggestion = proposed(one, each.name);
  const act = () => {
    held.field = place;
    draw();
  };
  const box = h("div", { class: `field${here ? " here" : ""}${value === undefined ? "" : " decided"}`, onclick: act },
    h("span", { class: "value" }, value === undefined ? "" : shown(value)),
    h("span", { class: "name" }, `${each.zh} ${each.name}`));
  if (!here) return box;
  box.append(why(each.about));
  if (suggestion && (suggestion.value !== null || !each.required)) {
    box.append(why(`${suggestion.reason} (${suggestion.confidence}) → `, h("b", {}, suggestion.value ?? word("emptied")), " ", h("kbd", {}, "=")));
  }
  box.append(h("ol", { class: "choices" }, options(one, each).map((option, number) => choice(String(number + 1), option.label, option.value, option.title))));
  const last = before(each.name);
  if (last !== undefined) box.append(why(h("kbd", {}, "a"), ` ${word("asBefore")}: ${shown(last)}`));
  if (!each.values.length) {
    box.append(h("input", { id: "typed", "aria-label": each.name, placeholder: word("typeValue"), autocomplete: "off", oninput: search }));
    box.append(h("ol", { class: "choices", id: "found" }));
  }
  return box;
}

const folded = new Map();

function foldedOf(text) {
  if (!folded.has(text)) folded.set(text, plain(text));
  return folded.get(text);
}

// Records whose id or name has the words, in either script; an indicator must be able to hold the figure.
function matching(name, words) {
  const wanted = plain(words.trim());
  if (!wanted || !data.known[name]) return [];
  const fits = (kind) => !kind || !figure().kinds || figure().kinds.includes(kind);
  const ranked = data.known[name].filter((each) => fits(each[2])).map(([id, label]) => [id, label, rank(id, label, wanted)]).filter((each) => each[2] < 3);
  return ranked.sort((one, other) => one[2] - other[2]).slice(0, 9);
}

function rank(id, label, wanted) {
  const whole = foldedOf(id), bare = whole.slice(whole.indexOf(":") + 1), name = foldedOf(label);
  if (whole === wanted || bare === wanted || name === wanted) return 0;
  if (bare.startsWith(wanted) || name.startsWith(wanted)) return 1;
  return whole.includes(wanted) || name.includes(wanted) ? 2 : 3;
}

function search() {
  const found = matching(field().name, byId("typed").value);
  byId("found").replaceChildren(...found.map(([id, label], place) => choice(place ? "" : "Enter", `${id} ${label}`, id)));
}

function typedValue() {
  const name = field().name, words = byId("typed").value.trim();
  return data.known[name] ? matching(name, words)[0]?.[0] : words || undefined;
}

function draw() {
  const one = figure(), fields = byId("fields");
  if (!fields) return;
  const said = isRow(one) ? [one.table, one.said] : [one.quantity, one.withheld ? word("withheld") : one.family];
  fields.replaceChildren(
    h("h2", { lang: "zh" }, one.surface || one.key),
    h("p", { class: "why" }, said.filter(Boolean).join(" · ")),
    ...asked(one).map((each, place) => drawField(one, each, place)));
  for (const mark of document.querySelectorAll("#text mark, #rows li")) {
    const at = Number(mark.dataset.at);
    mark.className = at === held.figure ? "here" : isDone(data.figures[at]) ? "done" : "";
    if (at === held.figure) mark.scrollIntoView({ block: "nearest" });
  }
  fields.querySelector(".field.here")?.scrollIntoView({ block: "nearest" });
  const figures = data.figures.filter((each) => !isRow(each)), done = figures.filter(isDone).length;
  const rows = data.figures.filter(isRow), decided = rows.filter(isDone).length;
  byId("coded").textContent = word("coded", { done, all: figures.length, rows: decided, offered: rows.length, keys: held.keys });
}

function jump(number) {
  return () => {
    go(number);
    draw();
  };
}

function marked() {
  const points = [...data.text], parts = [];
  let at = 0;
  data.figures.forEach((one, number) => {
    if (isRow(one)) return;
    parts.push(points.slice(at, one.start).join(""), h("mark", { "data-at": number, title: one.key, onclick: jump(number) }, one.surface));
    at = one.end;
  });
  return [...parts, points.slice(at).join("")];
}

function view() {
  const rows = data.figures.map((one, number) => [one, number]).filter(([one]) => isRow(one));
  const listed = rows.map(([one, number]) => h("li", { "data-at": number, onclick: jump(number) }, h("span", { class: "kind" }, one.table), ` ${one.surface || one.said || one.key}`));
  queueMicrotask(draw);
  return [
    h("div", { class: "codebar" },
      h("h2", { lang: "zh" }, data.title),
      h("p", { id: "coded", role: "status" }),
      h("button", { type: "button", id: "undo", onclick: undo }, word("undo")),
      h("button", { type: "button", id: "save", onclick: save }, word("save"))),
    h("div", { class: "coding" },
      h("div", { class: "read" },
        h("article", { id: "text", lang: "zh", "aria-label": word("text") }, marked()),
        listed.length ? h("section", { id: "rows", lang: "zh", "aria-label": word("offered") }, h("h3", {}, word("offered")), h("ol", {}, listed)) : null),
      h("section", { id: "fields", "aria-label": word("fields") })),
    h("p", { class: "note" }, word("codingKeys")),
  ];
}

function coding() {
  const rows = data.figures.filter((one) => held.values[one.key]).map((one) => ({ figure: one.key, ...held.values[one.key] }));
  return JSON.stringify({ sha256: data.sha256, coder: data.coder, keys: held.keys, rows }, null, 1);
}

function save() {
  download("coding.json", coding(), "application/json");
}

function takeProposal() {
  const suggestion = proposed(figure(), field().name);
  if (!suggestion || suggestion.value?.startsWith("new") || (suggestion.value === null && field().required)) return;
  decide(suggestion.value ?? EMPTY);
}

const ACTIONS = {
  "=": takeProposal,
  a: () => decide(before(field().name)),
  "-": () => decide(field().required && field().name !== "row" ? undefined : EMPTY),
  ".": restEmpty,
  u: () => decide(UNSURE),
  z: undo,
  s: save,
  Enter: () => byId("typed")?.focus(),
  ArrowDown: () => move(0, 1),
  ArrowUp: () => move(0, -1),
  ArrowRight: () => move(1, 0),
  ArrowLeft: () => move(-1, 0),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !byId("fields")) return;
  const typed = byId("typed"), typing = document.activeElement === typed && typed, key = event.key;
  if (!typing && ["INPUT", "SELECT", "TEXTAREA"].includes(document.activeElement?.tagName)) return;
  if (!["Shift", "Tab"].includes(key)) held.keys += 1;
  if (typing) {
    if (key === "Enter") {
      event.preventDefault();
      decide(typedValue());
    } else if (key === "Escape") typed.blur();
  } else if (/^[1-9]$/.test(key)) {
    event.preventDefault();
    decide(options(figure(), field())[Number(key) - 1]?.value);
  } else if (ACTIONS[key]) {
    event.preventDefault();
    ACTIONS[key]();
  } else return;
  keep();
});

return { view, draw, go, figure, field, before, proposed, options, isDone, left, matching, coding, keys: () => held.keys };
})() : null;
if (CODING) window.zjreformCoding = CODING;
