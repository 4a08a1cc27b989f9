"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const store = `zjreform-coding:${data.sha256}:${data.coder}`;
const byId = (id) => document.getElementById(id);
let state = { values: {}, past: [], keys: 0, figure: 0, field: 0 };
try {
  const kept = JSON.parse(localStorage.getItem(store) || "null");
  if (kept) state = kept;
} catch { /* a browser that keeps nothing starts anew */ }

const figure = () => data.figures[state.figure];
const held = (key, name) => (state.values[key] || {})[name];
const known = (key, name) => held(key, name) ?? data.decided[key]?.[name];
const proposed = (one, name) => one.proposals[name];
const asked = (one) => data.fields.filter((each) => one.withheld || each.required || (proposed(one, each.name)?.value ?? null) !== null || held(one.key, each.name) !== undefined);
const field = () => asked(figure())[state.field];
const isDone = (one) => asked(one).every((each) => known(one.key, each.name) !== undefined);

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) name === "onclick" ? made.addEventListener("click", value) : made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function keep() {
  try { localStorage.setItem(store, JSON.stringify(state)); } catch { byId("progress").textContent = "This browser keeps nothing: save often."; }
}

function before(name) {
  for (let at = state.figure - 1; at >= 0; at--) {
    const value = known(data.figures[at].key, name);
    if (value !== undefined && value !== "?") return value;
  }
  return undefined;
}

function decide(value) {
  if (value === undefined) return;
  const one = figure(), name = field().name;
  state.past.push([one.key, name, held(one.key, name), state.figure, state.field]);
  (state.values[one.key] ||= {})[name] = value;
  if (state.field + 1 < asked(one).length) state.field += 1;
  else if (state.figure + 1 < data.figures.length) { state.figure += 1; state.field = 0; }
  keep();
  draw();
}

function undo() {
  const last = state.past.pop();
  if (!last) return;
  const [key, name, value, at, place] = last;
  if (value === undefined) delete state.values[key][name]; else state.values[key][name] = value;
  state.figure = at;
  state.field = place;
  keep();
  draw();
}

function move(figures, fields) {
  state.figure = Math.min(Math.max(state.figure + figures, 0), data.figures.length - 1);
  state.field = figures ? 0 : Math.min(Math.max(state.field + fields, 0), asked(figure()).length - 1);
  keep();
  draw();
}

function options(one, each) {
  const listed = each.values.map((value) => ({ value: value.value, label: `${value.zh} ${value.en}`, title: value.definition }));
  const suggestion = proposed(one, each.name);
  const offered = suggestion ? [suggestion.value, ...suggestion.others] : [];
  const own = [...(data.own[each.name] || []), ...(each.name === "part_of" && one.whole ? [one.whole] : [])];
  const named = [...new Set([...offered, ...own, before(each.name)])].filter((value) => value && value !== "-" && !value.startsWith("new"));
  return listed.length ? listed : named.slice(0, 9).map((value) => ({ value, label: data.labels[value] ? `${value} ${data.labels[value]}` : value, title: "" }));
}

function drawField(one, each, place) {
  const value = known(one.key, each.name), here = place === state.field, suggestion = proposed(one, each.name);
  const box = element("div", { class: `field${here ? " here" : ""}${value === undefined ? "" : " decided"}`, onclick: () => { state.field = place; draw(); } });
  box.append(element("span", { class: "value" }, value === undefined ? "" : value === "-" ? "empty 空" : value === "?" ? "unsure 存疑" : value));
  box.append(element("span", { class: "name" }, `${each.zh} ${each.name}`), each.required ? "" : " ");
  if (!here) return box;
  box.append(element("div", { class: "why" }, each.about));
  if (suggestion && (suggestion.value !== null || !each.required)) {
    box.append(element("div", { class: "why" }, `${suggestion.reason} (${suggestion.confidence}) → `, element("b", {}, suggestion.value ?? "empty 空"), " ", element("kbd", {}, "=")));
  }
  const list = element("ol", { class: "choices" });
  options(one, each).forEach((option, number) => {
    list.append(element("li", {}, element("button", { type: "button", title: option.title, onclick: (event) => { event.stopPropagation(); decide(option.value); } }, element("kbd", {}, String(number + 1)), ` ${option.label}`)));
  });
  box.append(list);
  const last = before(each.name);
  if (last !== undefined) box.append(element("div", { class: "why" }, element("kbd", {}, "a"), ` as before 同上: ${last === "-" ? "empty 空" : last}`));
  if (!each.values.length) box.append(element("input", { id: "typed", "aria-label": each.name, placeholder: "Enter to type 输入", autocomplete: "off" }));
  if (!each.values.length) box.append(element("ol", { class: "choices", id: "found" }));
  return box;
}

function matching(name, words) {
  const wanted = words.trim().toLowerCase();
  if (!wanted || !data.known[name]) return [];
  const ranked = data.known[name].map(([id, label]) => [id, label, rank(id, label, wanted)]).filter((each) => each[2] < 3);
  return ranked.sort((one, other) => one[2] - other[2]).slice(0, 9);
}

function rank(id, label, wanted) {
  const bare = id.slice(id.indexOf(":") + 1);
  if (id === wanted || bare === wanted || label === wanted) return 0;
  if (bare.startsWith(wanted) || label.startsWith(wanted)) return 1;
  return id.includes(wanted) || label.includes(wanted) ? 2 : 3;
}

function search() {
  const found = matching(field().name, byId("typed").value);
  byId("found").replaceChildren(...found.map(([id, label], place) => element("li", {}, element("button", { type: "button", onclick: (event) => { event.stopPropagation(); decide(id); } }, place ? "" : element("kbd", {}, "Enter"), ` ${id} ${label}`))));
  return found;
}

function typedValue() {
  const name = field().name, words = byId("typed").value.trim();
  return data.known[name] ? matching(name, words)[0]?.[0] : words || undefined;
}

function draw() {
  const one = figure();
  const panel = byId("panel");
  panel.replaceChildren(
    element("h2", { lang: "zh" }, one.surface),
    element("p", { class: "why" }, `${one.quantity}${one.withheld ? " · shown without proposals 无建议" : one.family ? ` · ${one.family}` : ""}`),
    ...asked(one).map((each, place) => drawField(one, each, place)),
  );
  for (const mark of document.querySelectorAll("#text mark")) {
    const at = Number(mark.dataset.at);
    mark.className = at === state.figure ? "here" : isDone(data.figures[at]) ? "done" : "";
    if (at === state.figure) mark.scrollIntoView({ block: "nearest" });
  }
  panel.querySelector(".field.here")?.scrollIntoView({ block: "nearest" });
  const done = data.figures.filter(isDone).length;
  byId("progress").textContent = `${done} of ${data.figures.length} figures · ${state.keys} keys${done ? ` · ${(state.keys / done).toFixed(1)} a figure` : ""}`;
}

function drawText() {
  const text = byId("text"), points = [...data.text];
  let at = 0;
  data.figures.forEach((one, number) => {
    text.append(points.slice(at, one.start).join(""), element("mark", { "data-at": number, title: one.key, onclick: () => { state.figure = number; state.field = 0; draw(); } }, one.surface));
    at = one.end;
  });
  text.append(points.slice(at).join(""));
}

function coding() {
  const rows = data.figures.filter((one) => state.values[one.key]).map((one) => ({ figure: one.key, ...state.values[one.key] }));
  return JSON.stringify({ sha256: data.sha256, coder: data.coder, keys: state.keys, rows }, null, 1);
}

function save() {
  const link = element("a", { href: URL.createObjectURL(new Blob([coding()], { type: "application/json" })), download: "coding.json" });
  link.click();
  URL.revokeObjectURL(link.href);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typed = byId("typed"), typing = document.activeElement === typed && typed;
  const key = event.key;
  if (!["Shift", "Tab"].includes(key)) state.keys += 1;
  if (typing) {
    if (key === "Enter") { event.preventDefault(); decide(typedValue()); }
    else if (key === "Escape") typed.blur();
    keep();
    return;
  }
  const moves = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };
  if (moves[key]) move(...moves[key]);
  else if (/^[1-9]$/.test(key)) decide(options(figure(), field())[Number(key) - 1]?.value);
  else if (key === "=") { const suggestion = proposed(figure(), field().name); if (suggestion && suggestion.value !== "new" && (suggestion.value !== null || !field().required)) decide(suggestion.value ?? "-"); }
  else if (key === "a") decide(before(field().name));
  else if (key === "-" || key === "0") decide(field().required ? undefined : "-");
  else if (key === "u" || key === "?") decide("?");
  else if (key === "z") undo();
  else if (key === "s") save();
  else if (key === "Enter" && typed) typed.focus();
  else return;
  event.preventDefault();
  keep();
});
document.addEventListener("input", (event) => { if (event.target.id === "typed") search(); });
byId("undo").addEventListener("click", undo);
byId("save").addEventListener("click", save);
drawText();
draw();
