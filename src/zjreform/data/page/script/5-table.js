// The table of a view (Tabulator), and what is taken away of it.

let table = null;
let visible = new Set();

function cellOf(column, row) {
  return say(column.cells[row]);
}

function tableRows(part) {
  return part.ids.map((_, row) => {
    const made = { row };
    part.shown.forEach((column, at) => {
      made[`c${at}`] = cellOf(column, row);
    });
    return made;
  });
}

function tableColumns(part) {
  const collator = new Intl.Collator(lang === "zh" ? "zh" : "en", { numeric: true });
  return part.shown.map((column, at) => ({
    title: say(column.name),
    field: `c${at}`,
    headerTooltip: `${say(column.name)} — ${word("sortHint")}`,
    minWidth: 90,
    maxInitialWidth: 340,
    hozAlign: column.numbers ? "right" : "left",
    formatter: (cell) => shownCell(column, cell.getData().row),
    tooltip: (_, cell) => cell.getValue() || false,
    sorter: (one, other, first, second) => {
      if (!column.numbers) return collator.compare(one, other);
      const [left, right] = [first, second].map((each) => column.numbers[each.getData().row] ?? -Infinity);
      return left < right ? -1 : Number(left > right);
    },
  }));
}

function shownCell(column, row) {
  const text = cellOf(column, row);
  const to = column.links?.[row];
  if (!to || !text) return h("span", {}, text);
  const [kind, id] = to.split("/");
  return h("a", { href: link(kind, {}, id) }, text);
}

function drawTable(holder, part) {
  table?.destroy();
  const made = new Tabulator(holder, {
    data: tableRows(part),
    columns: tableColumns(part),
    height: "32rem",
    layout: "fitDataFill",
    placeholder: word("none"),
    headerSortElement: "<span aria-hidden='true'>⇅</span>",
    columnDefaults: { headerSortTristate: true },
  });
  table = made;
  made.on("tableBuilt", () => {
    made.setFilter((row) => visible.has(row.row));
    accessible(holder);
  });
  made.on("renderComplete", () => accessible(holder));
}

// Tabulator names its parts; a group of rows inside the grid and a reachable scroller are what it leaves to its user.
function accessible(holder) {
  holder.querySelectorAll(".tabulator-tableholder").forEach((each) => {
    each.setAttribute("tabindex", "0");
    each.setAttribute("role", "rowgroup");
  });
  holder.querySelectorAll(".tabulator-table").forEach((each) => each.setAttribute("role", "presentation"));
  holder.querySelectorAll(".tabulator-header, .tabulator-headers").forEach((each) => {
    each.setAttribute("role", each.classList.contains("tabulator-headers") ? "row" : "rowgroup");
  });
  holder.querySelectorAll(".tabulator-header-contents").forEach((each) => each.setAttribute("role", "presentation"));
  holder.querySelectorAll(".tabulator-placeholder").forEach((each) => each.setAttribute("role", "row"));
  holder.querySelectorAll(".tabulator-placeholder-contents").forEach((each) => each.setAttribute("role", "gridcell"));
}

function refreshTable(rows) {
  visible = new Set(rows);
  if (table?.initialized) table.refreshFilter();
}

// One field: quoted; a text that a spreadsheet would take for a formula is set off by an apostrophe.
function csvCell(value) {
  if (value === null || value === undefined) return '""';
  const text = String(value);
  const formula = /^[=+\-@\t\r]/.test(text) && typeof value !== "number" && !/^[+-]?[\d.]+%?$/.test(text);
  return `"${(formula ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function csv(header, rows) {
  return `\ufeff${[header, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function csvShown(part, rows) {
  return csv(part.shown.map((column) => say(column.name)), rows.map((row) => part.shown.map((column) => cellOf(column, row))));
}

function csvAll(part, rows) {
  const columns = frameOf(part);
  return csv(columns.map(([name]) => name), rows.map((row) => columns.map(([, get]) => get(row))));
}

function csvCodebook(part) {
  const [header, ...rows] = DATA.codebook;
  return csv(header, rows.filter((row) => row[0] === part.name));
}
