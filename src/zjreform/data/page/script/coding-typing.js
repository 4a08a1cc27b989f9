// What coding mode makes of typed letters: records by a few letters of their id or name, and words that a free text may go on with.

const TYPING = DATA.coding ? (() => {
const data = DATA.coding;
const MOST = 9;
const folded = new Map();

function foldedOf(text) {
  if (!folded.has(text)) folded.set(text, plain(text));
  return folded.get(text);
}

// Whether letters are beginnings of words, in their order: "lid" of "lishui-interdepartmental".
function begins(words, wanted, at = 0) {
  if (!wanted) return true;
  for (let place = at; place < words.length; place++) {
    for (let length = 1; length <= wanted.length && words[place].startsWith(wanted.slice(0, length)); length++) {
      if (begins(words, wanted.slice(length), place + 1)) return true;
    }
  }
  return false;
}

function rank(id, label, wanted, letters) {
  const whole = foldedOf(id), bare = whole.slice(whole.indexOf(":") + 1), name = foldedOf(label);
  if (whole === wanted || bare === wanted || name === wanted) return 0;
  if (bare.startsWith(wanted) || name.startsWith(wanted)) return 1;
  if (whole.includes(wanted) || name.includes(wanted)) return 2;
  return begins(id.slice(id.indexOf(":") + 1).split("-"), letters) ? 3 : 4;
}

// Records whose id or name has the letters, in either script, those used before first.
function matching(known, letters, fits, used) {
  const small = letters.trim().toLowerCase(), wanted = plain(small);
  if (!wanted) return [];
  const place = (id) => (used.includes(id) ? used.indexOf(id) : used.length);
  const ranked = known.filter((each) => fits(each[2])).map(([id, label]) => [id, label, rank(id, label, wanted, small)]);
  return ranked.filter((each) => each[2] < 4).sort((one, other) => one[2] - other[2] || place(one[0]) - place(other[0])).slice(0, MOST);
}

// Texts that were written before, the last first; how often a word stands in them, and what followed it.
const texts = [], counts = new Map(), after = new Map();

function count(map, key, weight) {
  map.set(key, (map.get(key) ?? 0) + weight);
}

const wordsOf = (text) => text.split(/\s+/).map((each) => each.replace(/^[(“"]+|[)”",;.:]+$/g, "")).filter(Boolean);

function learn(text, weight = 1) {
  const words = wordsOf(text);
  texts.unshift(words);
  words.forEach((each, place) => {
    const last = words[place - 1] ?? "";
    count(counts, each, weight);
    if (!after.has(last)) after.set(last, new Map());
    count(after.get(last), each, weight);
  });
}

for (const [text, weight] of data.phrases) learn(text, weight);

// Words of definitions come behind all that a name or an answer has, since free texts seldom use them.
const SELDOM = 0.5;
for (const word of data.words) if (!counts.has(word)) counts.set(word, SELDOM);

const LONG = 3;

// A word of a name that stands by the figure is likelier than one that was only frequent elsewhere.
const NEAR = 100;

// How a text may go on: with words that begin as its last one does, or that followed the one before it, and with whole ends of texts.
// Names are English ones of records that the coder chose for the figure, or that the text names by it.
function goOn(text, names = []) {
  const start = text.search(/\S*$/), letters = text.slice(start).replace(/^[(“"]+/, "").toLowerCase();
  const last = wordsOf(text.slice(0, start)).pop() ?? "";
  const followed = after.get(last) ?? new Map();
  const fits = (each) => each.toLowerCase().startsWith(letters) && each !== letters;
  const named = letters ? [...counts.keys()].filter(fits) : [...followed.keys()];
  const close = names.map(wordsOf), near = new Set(close.flat());
  const score = (each) => (followed.get(each) ?? 0) * 1000 + counts.get(each) + (near.has(each) ? NEAR : 0);
  const words = named.sort((one, other) => score(other) - score(one));
  const ends = new Set();
  for (const held of text ? [...close, ...texts] : []) {
    const place = held.findIndex((each, at) => fits(each) && (held[at - 1] ?? "") === last);
    if (place >= 0 && place < held.length - 1) ends.add(held.slice(place).join(" "));
    if (ends.size === LONG) break;
  }
  return [...words.slice(0, MOST - ends.size), ...ends];
}

// The text with its last word made whole, or gone on with.
const wholeWord = (text, chosen) => `${text.slice(0, text.length - (text.match(/[^\s(“"]*$/)?.[0].length ?? 0))}${chosen} `;

// What closes a word stands at it, not behind the blank that was put there; the blank comes behind the mark,
// and whoever types it all the same gets no second one.
const closing = (text, key) => (key === " " && text.endsWith(" ") ? text : /^[,;:.)]$/.test(key) && /\S $/.test(text) ? `${text.slice(0, -1)}${key} ` : undefined);

return { matching, learn, goOn, wholeWord, closing };
})() : null;
