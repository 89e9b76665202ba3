// Comforts that the pages do without: a passage highlighted whole, query results in place, search and tables fetched where needed.
"use strict";

// what search.js and tables.js, which this script brings, have in common: a word without marks and in small letters
const fold = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

// --- other scripts beside this one, each fetched once, where it is needed

const here = document.currentScript.src, brought = new Set();
function bring(name, then) {
  if (brought.has(name)) return;
  brought.add(name);
  const script = document.createElement("script");
  if (then) script.onload = then;
  script.src = new URL(name, here);
  document.head.append(script);
}

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

// --- the big editor: fetched when asked for; it speaks to our endpoint only, suggests nothing from elsewhere, keeps nothing

function editor() {
  const button = document.getElementById("editor"), form = document.getElementById("ask"), box = document.getElementById("yasgui");
  if (!button || !location.protocol.startsWith("http")) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    const folder = new URL("vendor/yasgui/", here), style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("yasgui.min.css", folder);
    document.head.append(style);
    bring("vendor/yasgui/yasgui.min.js", () => {
      form.hidden = true;
      document.getElementById("results").hidden = true;
      box.hidden = false;
      const endpoint = new URL(form.getAttribute("action"), location.href).href, query = form.elements.query.value;
      const gui = new Yasgui(box, {
        requestConfig: { endpoint, method: "POST" },
        endpointCatalogueOptions: { getData: () => [], keys: ["endpoint"] },
        populateFromUrl: false,
        persistenceId: null,
        yasqe: { value: query, autocompleters: [], resizeable: true },
      });
      const tab = gui.getTab();
      if (tab) tab.setQuery(query);
      box.querySelector("textarea, input").focus();
    });
  });
}

// --- search: its script comes with the first use of the box; "/" leads there

function find() {
  const box = document.getElementById("find");
  if (!box) return;
  const search = () => bring("search.js");
  box.addEventListener("focus", search);
  if (document.activeElement === box || (document.getElementById("answers") && /[?&]q=[^&]/.test(location.search))) search();
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

find();
if (document.querySelector("table[data-filter]")) bring("tables.js");
ask();
editor();
showPassage();
addEventListener("hashchange", showPassage);
