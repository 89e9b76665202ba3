// Comforts that the pages do without: a passage highlighted whole, tables to filter and sort, query results in place.
"use strict";

// Vietnamese text without marks, so that "duong" finds "đường".
const fold = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
const words = document.documentElement.lang === "vi"
  ? { filter: "Lọc bảng", hint: "không cần dấu", of: "trên", sort: "Xếp theo cột" }
  : { filter: "Filter the table", hint: "marks may be left out", of: "of", sort: "Sort by" };

// --- a passage of a source text: #c10-400 or ?at=10-400, in code points of the text as read

function range() {
  const found = /^#c(\d+)-(\d+)$/.exec(location.hash) || /[?&]at=(\d+)-(\d+)/.exec(location.search);
  return found && [Number(found[1]), Number(found[2])];
}

function highlight(start, end) {
  for (const old of document.querySelectorAll("mark.here")) {
    if (old.dataset.made) old.replaceWith(...old.childNodes); else old.classList.remove("here");
  }
  let first = null;
  for (const p of document.querySelectorAll(".source p[data-o]")) {
    let at = Number(p.dataset.o);
    if (at >= end) break;
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const points = Array.from(node.data);
      const from = Math.max(start - at, 0), to = Math.min(end - at, points.length);
      at += points.length;
      if (from >= to) continue;
      const part = document.createElement("mark");
      part.className = "here";
      part.dataset.made = "1";
      part.textContent = points.slice(from, to).join("");
      node.replaceWith(points.slice(0, from).join(""), part, points.slice(to).join(""));
      first = first || part;
    }
  }
  if (first) first.scrollIntoView({ block: "center" });
}

// A long text is cut by offset: a passage of another part is shown there.
function otherPart(text, start) {
  if (!text.dataset.part) return false;
  const pages = text.dataset.parts.split(" ");
  const number = Math.min(Math.floor(start / Number(text.dataset.room)) + 1, pages.length);
  if (number === Number(text.dataset.part)) return false;
  location.replace(pages[number - 1] + location.search + location.hash);
  return true;
}

function showPassage() {
  const text = document.querySelector(".source"), wanted = text && range();
  if (wanted && !otherPart(text, wanted[0])) highlight(...wanted);
}

// --- tables: filter and sort, the state kept in the address

function key(cell, kind) {
  if (!cell) return "";
  if (cell.dataset.sort !== undefined) return cell.dataset.sort || "9999";
  const text = cell.textContent.trim();
  if (kind === "year") return cell.dataset.to || cell.dataset.from || "9999";
  if (kind === "number") return text.split(/\D+/).filter(Boolean).map((n) => n.padStart(6, "0")).join(".") || "~";
  return fold(text) || "~";
}

function dress(table) {
  const body = table.tBodies[0], rows = [...body.rows];
  if (rows.length < 6) return;
  const texts = rows.map((row) => fold(row.textContent.replace(/\s+/g, " ")));
  const box = document.createElement("p"), label = document.createElement("label");
  const input = document.createElement("input"), output = document.createElement("output");
  box.className = "filter";
  input.type = "search";
  input.placeholder = words.hint;
  label.append(words.filter + " ", input);
  box.append(label, output);
  table.closest(".scroll").before(box);
  const state = new URLSearchParams(location.search);

  function filter() {
    const wanted = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !wanted.every((w) => texts[i].includes(w));
      shown += row.hidden ? 0 : 1;
    });
    output.textContent = wanted.length ? `${shown} ${words.of} ${rows.length}` : "";
  }
  function keep(name, value) {
    const now = new URLSearchParams(location.search);
    if (value) now.set(name, value); else now.delete(name);
    try { history.replaceState(null, "", (String(now) ? "?" + now : location.pathname) + location.hash); } catch { /* from disk */ }
  }
  function sort(column, down) {
    const heads = [...table.tHead.rows[0].cells], kind = heads[column].dataset.kind;
    heads.forEach((h, i) => i === column ? h.setAttribute("aria-sort", down ? "descending" : "ascending") : h.removeAttribute("aria-sort"));
    const sorted = rows.map((row, i) => [key(row.cells[column], kind), i, row]);
    sorted.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (down ? -1 : 1) || a[1] - b[1]);
    body.append(...sorted.map((s) => s[2]));
  }
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = words.sort + " " + head.textContent;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      sort(column, down);
      keep("sort", (down ? "-" : "") + column);
    });
  });
  input.addEventListener("input", () => { filter(); keep("q", input.value); });
  if (state.get("q")) { input.value = state.get("q"); filter(); }
  const by = /^(-?)(\d+)$/.exec(state.get("sort") || "");
  if (by && Number(by[2]) < table.tHead.rows[0].cells.length) sort(Number(by[2]), by[1] === "-");
}

// --- SPARQL: a query from the address, results as a table

function show(form, answer, data) {
  if (data.boolean !== undefined) { answer.textContent = String(data.boolean); return; }
  const names = data.head.vars, rows = data.results.bindings;
  const count = document.createElement("p"), table = document.createElement("table");
  count.className = "count";
  count.textContent = rows.length ? `${rows.length} ${rows.length === 1 ? form.dataset.row : form.dataset.rows}` : form.dataset.none;
  const head = table.createTHead().insertRow();
  for (const name of names) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const name of names) {
      const cell = line.insertCell(), value = row[name];
      if (!value) continue;
      if (value.type === "uri" && /^https?:/.test(value.value)) {
        const link = document.createElement("a");
        // What is ours is served here, also where its IRI does not lead anywhere yet.
        const base = form.dataset.base;
        link.href = value.value.startsWith(base) ? value.value.slice(base.length) : value.value;
        link.textContent = value.value;
        cell.append(link);
      } else cell.textContent = value.value;
      if (value["xml:lang"]) cell.lang = value["xml:lang"];
    }
  }
  const box = document.createElement("div");
  box.className = "scroll";
  box.tabIndex = 0;
  box.append(table);
  answer.replaceChildren(count, box);
}

function ask() {
  const form = document.getElementById("ask");
  if (!form) return;
  const asked = new URLSearchParams(location.search), example = document.getElementById("query-" + asked.get("example"));
  const given = asked.get("query") || (example && example.value.trim());
  if (given) form.elements.query.value = given;
  const section = document.getElementById("results"), answer = document.getElementById("answer");
  form.addEventListener("submit", async (event) => {
    if (form.elements.format.value !== "json" || !location.protocol.startsWith("http")) return;
    event.preventDefault();
    section.hidden = false;
    answer.textContent = "…";
    try {
      const reply = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/sparql-results+json, text/turtle;q=0.8" },
        body: new URLSearchParams({ query: form.elements.query.value }),
      });
      const type = reply.headers.get("Content-Type") || "";
      if (reply.ok && type.includes("sparql-results+json")) show(form, answer, await reply.json());
      else {
        const pre = document.createElement("pre");
        pre.textContent = (reply.ok ? "" : `${form.dataset.failed} (${reply.status})\n`) + (await reply.text());
        answer.replaceChildren(pre);
      }
    } catch (error) { answer.textContent = `${form.dataset.failed}: ${error.message}`; }
  });
}

// --- search: its script comes with the first use of the box; "/" leads there

const here = document.currentScript.src;
function find() {
  const box = document.getElementById("find");
  if (!box) return;
  const bring = () => {
    if (bring.done) return;
    bring.done = true;
    const script = document.createElement("script");
    script.src = new URL("search.js", here);
    document.head.append(script);
  };
  box.addEventListener("focus", bring);
  if (document.activeElement === box || (document.getElementById("answers") && /[?&]q=[^&]/.test(location.search))) bring();
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

find();
document.querySelectorAll("table[data-filter]").forEach((table, i, all) => { if (all.length < 4 || table.tBodies[0].rows.length > 12) dress(table); });
ask();
showPassage();
addEventListener("hashchange", showPassage);
