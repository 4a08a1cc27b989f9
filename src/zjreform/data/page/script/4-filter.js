// Which records meet the conditions: all facets hold, several values of one mean any, a place includes what lies in it.

for (const part of DATA.parts) {
  for (const facet of part.facets) {
    const number = new Map(facet.values.map(([value], at) => [value, at]));
    facet.number = number;
    const known = new Map();
    facet.meant = (value) => {
      if (!known.has(value)) known.set(value, facet.tree ? within(value, number) : new Set(number.has(value) ? [number.get(value)] : []));
      return known.get(value);
    };
  }
}

function within(place, number) {
  const meant = new Set([place]);
  for (let size = 0; size !== meant.size;) {
    size = meant.size;
    for (const [id, parent] of Object.entries(DATA.parents)) if (meant.has(parent)) meant.add(id);
  }
  return new Set([...meant].filter((id) => number.has(id)).map((id) => number.get(id)));
}

// The records that pass, and for each facet how many would pass with each of its values.
function filtered(part, now) {
  const active = part.facets.map((facet) => {
    const chosen = now.filters.get(facet.key);
    if (!chosen || !chosen.size) return null;
    return new Set([...chosen].flatMap((value) => [...facet.meant(value)]));
  });
  const needle = plain(now.q);
  const rows = [];
  const counts = part.facets.map((facet) => new Array(facet.values.length).fill(0));
  for (let row = 0; row < part.ids.length; row += 1) {
    if (needle && !part.search[row].includes(needle)) continue;
    if (part.sets && now.set !== "both" && part.sets[row] !== now.set) continue;
    let failed = -1;
    let fails = 0;
    for (let at = 0; at < active.length && fails < 2; at += 1) {
      if (active[at] && !part.facets[at].of[row].some((value) => active[at].has(value))) {
        failed = at;
        fails += 1;
      }
    }
    if (fails > 1) continue;
    if (!fails) rows.push(row);
    for (let at = 0; at < active.length; at += 1) {
      if (fails && at !== failed) continue;
      for (const value of part.facets[at].of[row]) counts[at][value] += 1;
    }
  }
  return { rows, counts };
}

function filterWords(part, now) {
  const said = part.facets
    .filter((facet) => now.filters.get(facet.key)?.size)
    .map((facet) => {
      const names = [...now.filters.get(facet.key)].map((value) => {
        const at = facet.number.get(value);
        return at === undefined ? value : say(facet.values[at].slice(1));
      });
      return `${say(facet.name)}: ${names.join(", ")}`;
    });
  if (now.q) said.push(`“${now.q}”`);
  if (part.sets) said.push(word(now.set));
  return said.join("; ") || word("noFilter");
}
