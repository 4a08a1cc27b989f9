// What everything uses: the data, the language, search keys, and elements made of text (never of markup that came with the data).

performance.mark("script");
const DATA = JSON.parse(document.getElementById("data").textContent);
const PARTS = new Map(DATA.parts.map((part) => [part.name, part]));
const FOLD = new Map([...DATA.fold[0]].map((letter, at) => [letter, [...DATA.fold[1]][at]]));
const LEFT_OUT = new Set(DATA.leftOut);

let lang = DATA.lang;

function say(pair) {
  return Array.isArray(pair) ? pair[lang === "zh" ? 1 : 0] : pair;
}

function word(key, values = {}) {
  return say(WORDS[key]).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function plain(text) {
  let folded = "";
  for (const letter of text) folded += FOLD.get(letter) ?? letter;
  return [...folded.toLowerCase()].filter((letter) => !LEFT_OUT.has(letter)).join("");
}

// An element; strings become text, and null or false is left out.
function h(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function frameOf(part) {
  return part.frame.map(([name, same, values]) => [name, (row) => (values ? values[row] : same)]);
}

function plainTable(caption, header, rows) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    h("table", {}, h("caption", {}, caption),
      h("thead", {}, h("tr", {}, header.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) =>
        h("td", typeof cell === "number" ? { class: "number" } : {}, cell instanceof Node ? cell : String(cell ?? ""))))))));
}

function download(name, content, kind) {
  const address = content.startsWith("data:") ? content : URL.createObjectURL(new Blob([content], { type: kind }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}
