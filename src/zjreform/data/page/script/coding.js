// Coding mode: the text with its figures and offered rows, one field after another by a key. It has a scope of its own, and is there only where a draft is.

const CODING = DATA.coding ? (() => {
const data = DATA.coding;
const store = `zjreform-coding-2:${data.sha256}:${data.coder}`;
const byId = (id) => document.getElementById(id);
const surfaces = new Map(data.figures.map((each) => [each.key, each.surface]));
const dimensions = new Map(data.known.indicator.map(([id, , dimension]) => [id, dimension]));
const { learn, wholeWord, closing } = TYPING;
const LEARNT = 5;
let held = { values: {}, past: [], opened: [], kinds: [], keys: 0, figure: 0, field: 0 };
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
const hasProposal = (one, name) => (proposed(one, name)?.value ?? null) !== null;
const isRow = (one) => one.fields !== undefined;

// What a numeral is: a figure, or one of the kinds that are none. What it says and why are asked where that is another than the rule's.
const [KIND, QUANTITY, REASON] = data.kinds;
const kindOf = (one) => entered(one.key, "kind") ?? one.kind;
const isFigure = (one) => !isRow(one) && kindOf(one) === "quantity";

function askedOfKind(one) {
  const kind = kindOf(one), other = one.kind && kind !== one.kind && kind !== UNSURE;
  if (isFigure(one) && !other && !held.kinds.includes(one.key)) return [];
  return [KIND, ...(one.unread && kind === "quantity" ? [QUANTITY] : []), ...(other ? [REASON] : [])];
}

// Fields that wait for another, and are asked when it says so: the whole of a part, and the base of a share of which the text gives one.
const said = (one, name, none) => ![undefined, UNSURE, ...none].includes(known(one.key, name));
const WAITING = {
  part_of: (one) => said(one, "composition", [EMPTY]),
  base: (one) => said(one, "base_status", ["unstated", "not_applicable"]),
};

// Of an offered row that is declined nothing more is asked. What may be empty and is not proposed is asked where nothing is shown, on request,
// and at the figure one stands at where the one before has it.
function asked(one) {
  if (isRow(one)) return known(one.key, "row") === EMPTY ? one.fields.slice(0, 1) : one.fields;
  if (!isFigure(one)) return askedOfKind(one);
  const all = one.withheld || held.opened.includes(one.key);
  const former = data.figures[held.figure - 1];
  const again = (each) => one === figure() && former && !isRow(former) && ![undefined, EMPTY, UNSURE].includes(known(former.key, each.name));
  const wanted = (each) => all || again(each) || each.required || each.always || hasProposal(one, each.name) || known(one.key, each.name) !== undefined;
  return [...askedOfKind(one), ...FIELDS.filter((each) => (WAITING[each.name]?.(one) ?? wanted(each)) && !one.ruled.includes(each.name))];
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

// One step, which one key takes back: values of fields of a figure.
function set(one, values) {
  const names = Object.keys(values);
  held.past.push([one.key, names.map((name) => [name, entered(one.key, name)]), held.figure, held.field]);
  Object.assign(held.values[one.key] ||= {}, values);
  for (const each of FIELDS) if (each.free && ![undefined, EMPTY, UNSURE].includes(values[each.name])) learn(values[each.name], LEARNT);
}

function onward() {
  const open = asked(figure()).map((each) => known(figure().key, each.name) === undefined);
  const next = open.indexOf(true, held.field + 1);
  if (open.includes(true)) held.field = next >= 0 ? next : open.indexOf(true);
  else if (held.figure + 1 < data.figures.length) go(held.figure + 1);
  keep();
  draw();
}

function decide(value) {
  if (value === undefined) return;
  set(figure(), { [field().name]: value });
  onward();
}

// What is open from the field on that one stands at.
function below() {
  const one = figure();
  return asked(one).slice(held.field).filter((each) => known(one.key, each.name) === undefined);
}

// Everything that the coder sees open and that may be empty stays empty; nothing that is proposed is taken.
function left() {
  const one = figure();
  return asked(one).filter((each) => known(one.key, each.name) === undefined && !each.required && !hasProposal(one, each.name)).map((each) => each.name);
}

// What the coder said of the figure before in the same paragraph, for the open fields from here on; where a value is proposed, the field waits.
function rest() {
  const one = figure(), former = data.figures[held.figure - 1];
  if (isRow(one) || !former || former.paragraph !== one.paragraph) return {};
  const said = below().filter((each) => !proposed(one, each.name)).map((each) => [each.name, known(former.key, each.name)]);
  const fits = ([name, value]) => value !== undefined && value !== UNSURE && (name !== "indicator" || fitting(one)(dimensions.get(value)));
  return Object.fromEntries(said.filter(fits));
}

function setAll(values) {
  if (!Object.keys(values).length) return;
  const one = figure();
  set(one, values);
  const next = asked(one).findIndex((each) => known(one.key, each.name) === undefined);
  if (next >= 0) held.field = next;
  else if (held.figure + 1 < data.figures.length) go(held.figure + 1);
  keep();
  draw();
}

const restEmpty = () => setAll(Object.fromEntries(left().map((name) => [name, EMPTY])));
const restBefore = () => setAll(rest());

// The fields that nothing is proposed for.
function further() {
  const one = figure();
  if (isRow(one) || held.opened.includes(one.key)) return;
  held.opened.push(one.key);
  held.field = Math.max(asked(one).findIndex((each) => known(one.key, each.name) === undefined), 0);
  keep();
  draw();
}

// Whether it is a figure at all.
function askKind() {
  const one = figure();
  if (isRow(one)) return;
  if (!held.kinds.includes(one.key)) held.kinds.push(one.key);
  held.field = 0;
  keep();
  draw();
}

function undo() {
  const last = held.past.pop();
  if (!last) return;
  const [key, values, at, place] = last;
  for (const [name, value] of values) {
    if (value === undefined) delete held.values[key][name]; else held.values[key][name] = value;
  }
  if (!Object.keys(held.values[key]).length) delete held.values[key];
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

// Figures that a part may lie in: the proposed one, then the nearest of the paragraph, then those before it.
const AROUND = 5;

function wholes(one) {
  const others = data.figures.filter((each) => isFigure(each) && each !== one);
  others.sort((first, second) => Math.abs(first.start - one.start) - Math.abs(second.start - one.start));
  const near = others.filter((each) => each.paragraph === one.paragraph).slice(0, AROUND);
  return [...(one.whole ? [one.whole] : []), ...[...near, ...others.filter((each) => each.start < one.start)].map((each) => each.key)];
}

function options(one, each) {
  const listed = each.values.map((value) => ({ value: value.value, label: `${value.zh} ${value.en}`, title: value.definition }));
  if (listed.length) return listed;
  if (each === REASON) {
    const said = KIND.values.find((value) => value.value === kindOf(one));
    return [...new Set([said?.definition, ...recent(each.name)])].filter(Boolean).slice(0, 9).map((value) => ({ value, label: value, title: "" }));
  }
  const suggestion = proposed(one, each.name);
  const offered = suggestion ? [suggestion.value, ...suggestion.others] : [];
  const own = [...(data.own[each.name] || []), ...(each.name === "part_of" ? wholes(one) : [])];
  const said = each.name === "part_of" ? [] : [before(each.name), ...recent(each.name)];
  const nearby = each.name === "about" ? one.named ?? [] : [];
  const named = [...new Set([...offered.slice(0, 3), ...nearby, ...said, ...offered, ...own])];
  const usable = named.filter((value) => value && value !== EMPTY && !value.startsWith("new"));
  return usable.slice(0, 9).map((value) => ({ value, label: labelled(value), title: "" }));
}

const labelled = (value) => (data.labels[value] ? `${value} ${data.labels[value]}` : surfaces.has(value) ? `${surfaces.get(value)} ${value}` : value);
const shown = (value) => (value === EMPTY ? word("emptied") : value === UNSURE ? word("unsured") : value);

function why(...parts) {
  return h("div", { class: "why" }, ...parts);
}

function choice(key, label, value, title = "", instead = undefined) {
  const act = instead ?? ((event) => {
    event.stopPropagation();
    decide(value);
  });
  return h("li", {}, h("button", { type: "button", title, onclick: act }, key ? h("kbd", {}, key) : "", ` ${label}`));
}

function drawField(one, each, place, former) {
  const value = known(one.key, each.name), here = place === held.field, suggestion = proposed(one, each.name);
  const act = () => {
    held.field = place;
    draw();
  };
  const box = h("div", { class: `field${here ? " here" : ""}${value === undefined ? "" : " decided"}`, onclick: act },
    h("span", { class: value === undefined ? "value former" : "value" }, value !== undefined ? shown(value) : former[each.name] === undefined ? "" : `; ${shown(former[each.name])}`),
    h("span", { class: "name" }, `${each.zh} ${each.name}`));
  if (!here) return box;
  box.append(why(each.about));
  if (suggestion && (suggestion.value !== null || !each.required)) {
    box.append(why(`${suggestion.reason} (${suggestion.confidence}) → `, h("b", {}, suggestion.value ?? word("emptied")), " ", h("kbd", {}, "=")));
  }
  box.append(h("ol", { class: "choices" }, options(one, each).map((option, number) => choice(String(number + 1), option.label, option.value, option.title))));
  const last = before(each.name);
  if (last !== undefined) box.append(why(h("kbd", {}, ","), ` ${word("asBefore")}: ${shown(last)}`));
  if (!each.values.length) {
    box.append(h("input", { id: "typed", "aria-label": each.name, placeholder: word("typeValue"), autocomplete: "off", oninput: search }));
    box.append(h("ol", { class: "choices", id: "found" }));
  }
  return box;
}

// An indicator must be able to hold the figure.
const fitting = (one) => (kind) => !kind || !one.kinds || one.kinds.includes(kind);
const matching = (name, letters) => (data.known[name] ? TYPING.matching(data.known[name], letters, fitting(figure()), recent(name)) : []);

const goOn = (text) => {
  const one = figure(), chosen = ["indicator", "about", "case"].map((name) => known(one.key, name));
  return TYPING.goOn(text, [...chosen, ...(one.named ?? [])].map((id) => data.english[id]).filter(Boolean));
};

// What a digit takes while one types: a record, or the word that a free text goes on with.
function found() {
  const typed = byId("typed"), name = field().name;
  if (!typed || typed.dataset.plain) return [];
  return data.known[name] ? matching(name, typed.value) : field().free ? goOn(typed.value).map((each) => [each, ""]) : [];
}

function search() {
  if (!/\d$/.test(byId("typed").value)) delete byId("typed").dataset.plain;
  const records = data.known[field().name];
  const act = (id) => (records ? undefined : (event) => {
    event.stopPropagation();
    lengthen(id);
  });
  const fitting = found().map(([id, label], place) => choice(String(place + 1), `${id} ${label}`, id, "", act(id)));
  const none = records && byId("typed").value.trim() && !fitting.length;
  byId("found").replaceChildren(...(none ? [h("li", { class: "why" }, word("noneFits"))] : fitting));
}

function lengthen(chosen) {
  byId("typed").value = wholeWord(byId("typed").value, chosen);
  byId("typed").focus();
  search();
}

function typedValue() {
  const name = field().name, words = byId("typed").value.trim();
  return data.known[name] ? matching(name, words)[0]?.[0] : words || undefined;
}

function draw() {
  const one = figure(), fields = byId("fields");
  if (!fields) return;
  const former = rest();
  const said = isRow(one) ? [one.table, one.said] : [one.quantity, one.withheld ? word("withheld") : one.family];
  fields.replaceChildren(
    h("h2", { lang: "zh" }, one.surface || one.key),
    h("p", { class: "why" }, said.filter(Boolean).join(" · ")),
    ...asked(one).map((each, place) => drawField(one, each, place, former)));
  for (const mark of document.querySelectorAll("#text mark, #rows li")) {
    const at = Number(mark.dataset.at);
    mark.className = at === held.figure ? "here" : isDone(data.figures[at]) ? "done" : "";
    if (at === held.figure) mark.scrollIntoView({ block: "center" });
  }
  fields.querySelector(".field.here")?.scrollIntoView({ block: "nearest" });
  const figures = data.figures.filter(isFigure), done = figures.filter(isDone).length;
  const rows = data.figures.filter((each) => isRow(each) || !each.kind), decided = rows.filter(isDone).length;
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
  const standing = data.figures.map((one, number) => [one, number]).filter(([one]) => !isRow(one));
  standing.sort(([one], [other]) => one.start - other.start).forEach(([one, number]) => {
    parts.push(points.slice(at, one.start).join(""), h("mark", { "data-at": number, "data-kind": one.kind ?? "", title: one.key, onclick: jump(number) }, one.surface));
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

// Letters begin a word, so that marks are the keys; full-width ones, as an input method gives them, do the same.
const ACTIONS = {
  "=": takeProposal,
  ",": () => decide(before(field().name)),
  ";": restBefore,
  "-": () => decide(field().required && field().name !== "row" ? undefined : EMPTY),
  ".": restEmpty,
  "/": () => decide(UNSURE),
  "+": further,
  0: askKind,
  Backspace: undo,
  Enter: () => byId("typed")?.focus(),
  ArrowDown: () => move(0, 1),
  ArrowUp: () => move(0, -1),
  ArrowRight: () => move(1, 0),
  ArrowLeft: () => move(-1, 0),
};
Object.assign(ACTIONS, { "?": ACTIONS["/"], "？": ACTIONS["/"], "、": ACTIONS["/"], "，": ACTIONS[","], "；": ACTIONS[";"], "。": ACTIONS["."], "＝": ACTIONS["="], "－": ACTIONS["-"], "＋": ACTIONS["+"] });

const isLetter = (key) => /^\p{L}$/u.test(key);

// Returns whether the key was used up; a key that is typed goes on into the text.
function typing(typed, key) {
  const chosen = /^[1-9]$/.test(key) && typed.value ? found()[Number(key) - 1]?.[0] : undefined;
  if (chosen !== undefined) {
    if (data.known[field().name]) decide(chosen); else lengthen(chosen);
  } else if (key === "Enter") decide(typedValue());
  else if (key === "Escape" && found().length) {
    typed.dataset.plain = "yes";
    byId("found").replaceChildren();
  } else if (key === "Escape") typed.blur();
  else if (field().free && closing(typed.value, key) !== undefined) {
    typed.value = closing(typed.value, key);
    search();
  } else return false;
  return true;
}

// A field that may hold several values takes a digit for each between two &.
let joined = null;

function join(key) {
  const each = field(), value = options(figure(), each)[Number(key) - 1]?.value;
  if (key === "&" && joined === null && each.many) joined = [];
  else if (joined === null) return false;
  else if (value !== undefined && !joined.includes(value)) joined.push(value);
  else {
    const values = joined;
    joined = null;
    if (key === "&" && values.length) decide(values.join(";"));
  }
  return true;
}

function pressed(key) {
  if (join(key)) return true;
  if (/^[1-9]$/.test(key)) decide(options(figure(), field())[Number(key) - 1]?.value);
  else if (ACTIONS[key]) ACTIONS[key]();
  else {
    if (isLetter(key)) byId("typed")?.focus();
    return false;
  }
  return true;
}

addEventListener("keydown", (event) => {
  if (!byId("fields") || event.altKey || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== "s") return;
    event.preventDefault();
    save();
    return;
  }
  const typed = byId("typed"), inside = document.activeElement === typed && typed, key = event.key;
  if (!inside && ["INPUT", "SELECT", "TEXTAREA"].includes(document.activeElement?.tagName)) return;
  if (!["Shift", "Tab"].includes(key)) held.keys += 1;
  if (inside ? typing(typed, key) : pressed(key)) event.preventDefault();
  keep();
});

return { view, draw, go, figure, field, asked, before, known, proposed, options, isDone, left, rest, matching, goOn, coding, keys: () => held.keys };
})() : null;
if (CODING) window.zjreformCoding = CODING;
