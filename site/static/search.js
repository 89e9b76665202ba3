// The search: loaded when the search box is first used. The index lies in scripts under search/, so that it works
// from a disk as well; they are written by publish/search.py, whose way of splitting words is repeated here.
"use strict";

(() => {
  const ROOT = new URL("../", document.currentScript.src);
  const LANGUAGE = document.documentElement.lang;
  const MARKS = { a: "àáảãạ", e: "èéẻẽẹ", y: "ỳýỷỹỵ", o: "òóỏõọ", u: "ùúủũụ" };
  const EXACT = 8, BEGINS = 2, NAME = 4, MARKED = 3;
  const PER_KIND = 5, ON_PAGE = 60, NEARBY = 8;  // NEARBY: parts of the index that are looked through for a slip
  const SILENT = new Set(["va", "and", "cac", "the"]);

  // --- the index, part by part as it is needed

  const arrived = {}, asked = new Map();
  window.kgbuildSearch = (name, data) => { arrived[name] = data; };

  function load(name) {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = new URL(`search/${name}.js`, ROOT);
        script.onload = script.onerror = () => resolve(arrived[name] || null);
        document.head.append(script);
      }));
    }
    return asked.get(name);
  }

  // --- words: without marks, and as written

  const moveTone = (pair) => {
    for (const base of "aey") {
      const tone = MARKS[base].indexOf(pair[1]);
      if (tone >= 0) return MARKS[pair[0]][tone] + base;
    }
    return pair;
  };

  function split(text) {
    const spelled = text.normalize("NFC").toLowerCase().replace(/&/g, " và ")
      .replace(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, moveTone);
    return (spelled.match(/\p{L}+|\d+/gu) || []).map((word) => {
      const written = word.replace(/^0+(?=\d)/, "");
      return [fold(written), written];
    });
  }

  // --- finding: every word must be there; exact words, words of names and words with the same marks count more

  async function* shards(index, first, last) {
    const from = Math.max(index.starts.findLastIndex((start) => start <= first), 0);
    for (let at = from; at < index.starts.length && index.starts[at] <= last; at += 1) yield (await load(`terms_${at}`)) || {};
  }

  async function score(index, plain, written, open) {
    const found = new Map(), last = open ? plain + "\uffff" : plain;
    for await (const terms of shards(index, plain, last)) {
      for (const term of Object.keys(terms)) {
        if (term !== plain && !(last !== plain && term.startsWith(plain))) continue;
        const base = term === plain ? EXACT : BEGINS;
        for (const [form, places] of Object.entries(terms[term])) {
          const same = form === written || (last !== plain && form.startsWith(written)) ? MARKED : 0;
          for (const place of places) {
            const points = base + same + (place % 2 ? 0 : NAME);
            if (points > (found.get(place >> 1) || 0)) found.set(place >> 1, points);
          }
        }
      }
    }
    return found;
  }

  // A word that is nowhere is taken for a slip of the hand: one letter too many, too few, another, or two exchanged.
  function slipped(word, other) {
    if (Math.abs(word.length - other.length) > 1) return false;
    let at = 0;
    while (at < word.length && word[at] === other[at]) at += 1;
    const rest = word.slice(at + 1), over = other.slice(at + 1);
    return rest === over || rest === other.slice(at) || word.slice(at) === over ||
      (word[at] === other[at + 1] && word[at + 1] === other[at] && rest.slice(1) === over.slice(1));
  }

  async function near(index, word) {
    const found = new Map();
    if (word.length < 3 || /\d/.test(word)) return found;  // another number is another document
    let left = NEARBY;
    for await (const terms of shards(index, word[0], word[0] + "\uffff")) {
      for (const term of Object.keys(terms)) {
        if (term[0] !== word[0] || !slipped(word, term)) continue;
        for (const place of Object.values(terms[term]).flat()) found.set(place >> 1, 1 + (place % 2 ? 0 : NAME));
      }
      left -= 1;
      if (!left) break;
    }
    return found;
  }

  async function rank(index, text) {
    const wanted = split(text), open = !/\s$/.test(text);
    let scores = null, guessed = false;
    for (const [at, [plain, written]] of wanted.entries()) {
      let own = await score(index, plain, written, open && at === wanted.length - 1 && (at || plain.length > 1));
      if (!own.size) {
        own = await near(index, plain);
        guessed = true;
      }
      if (!scores) { scores = own; continue; }
      for (const [id, points] of scores) {
        if (own.has(id)) scores.set(id, points + own.get(id)); else scores.delete(id);
      }
    }
    return { guessed, ranked: [...(scores || [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]) };
  }

  // A name that is what was typed, or is abbreviated so, or begins with it, or holds it in one piece, beats one with the words scattered.
  function likeness(name, text) {
    const label = ` ${split(name).map((w) => w[0]).join(" ")} `, typed = split(text).map((w) => w[0]).join(" ");
    if (label === ` ${typed} `) return 24;
    const spoken = (words) => words.trim().split(" ").filter((w) => !SILENT.has(w));
    const read = spelled(spoken(label), spoken(typed));
    if (read) return read;
    if (label.startsWith(` ${typed}`)) return 12;
    return label.includes(` ${typed} `) ? 8 : label.includes(` ${typed}`) ? 6 : 0;
  }

  // "ubnd tinh dong nai", "skhcn": words of the name, or first letters of several, in their order from its beginning.
  function spelled(name, typed) {
    let at = 0;
    for (const word of typed) {
      const letters = name.slice(at, at + word.length).map((w) => w[0]).join("");
      if (name[at] === word) at += 1; else if (word.length > 1 && letters === word) at += word.length; else return 0;
    }
    return at === name.length ? 18 : typed.length ? 11 : 0;
  }

  async function find(text, room) {
    const index = await load("index");
    if (!index) return [];
    const { guessed, ranked } = await rank(index, text), groups = [];
    let low = 0;
    for (const [at, kind] of index.kinds.entries()) {
      const high = low + index.counts[at], from = low;
      const own = ranked.filter(([id]) => id >= from && id < high);
      low = high;
      if (!own.length) continue;
      const items = await Promise.all(own.slice(0, 3 * room).map(async ([id, points]) => {
        const block = await load(`${LANGUAGE}_${Math.floor(id / index.block)}`);
        const [name, tongue, path, detail, detailTongue] = block[id % index.block];
        return { id, points: points + likeness(name, text), name, tongue, path, detail, detailTongue };
      }));
      items.sort((a, b) => b.points - a.points || a.id - b.id);
      groups.push({ kind, total: own.length, items: items.slice(0, room) });
    }
    groups.sort((a, b) => b.items[0].points - a.items[0].points);
    groups.guessed = guessed;
    return groups;
  }

  // --- showing

  function make(tag, attributes, ...inner) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== "") node.setAttribute(name, value);
    node.append(...inner);
    return node;
  }

  const form = document.querySelector("form.find"), input = form.elements.q, said = form.dataset;
  const list = make("div", { id: "found", role: "listbox", "aria-label": said.results, hidden: "hidden" });
  const status = make("p", { class: "vh", role: "status" });
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list",
  })) input.setAttribute(name, value);

  const href = (path) => new URL(path, ROOT).href;

  function result(item, extra) {
    const link = make("a", { href: href(item.path), ...extra }, make("span", { lang: item.tongue }, item.name));
    if (item.detail) link.append(" ", make("small", { lang: item.detailTongue }, item.detail));
    return link;
  }

  let options = [], active = -1, turn = 0;

  function point(at) {
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = options.length ? (at + options.length + 1) % (options.length + 1) : -1;
    const option = options[active];
    if (!option) { input.removeAttribute("aria-activedescendant"); return; }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function shut() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-2);
  }

  async function update() {
    const mine = ++turn, text = input.value;
    const groups = text.trim() ? await find(text, PER_KIND) : [];
    if (mine !== turn) return;
    options = [];
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...groups.map(({ kind, total, items }) => {
      const head = make("div", { id: `found-${kind}`, class: "kind", role: "presentation" }, said[kind], make("small", {}, String(total)));
      const box = make("div", { role: "group", "aria-labelledby": `found-${kind}` }, head);
      for (const item of items) {
        const option = result(item, { id: `found-${options.length}`, role: "option", tabindex: "-1", "aria-selected": "false" });
        options.push(option);
        box.append(option);
      }
      return box;
    }));
    const total = groups.reduce((sum, group) => sum + group.total, 0);
    if (total && groups.guessed) list.prepend(make("div", { class: "kind", role: "presentation" }, said.near));
    status.textContent = text.trim() ? (total ? `${groups.guessed ? said.near : ""} ${total} ${said.results}` : said.none) : "";
    if (text.trim() && !total) list.replaceChildren(make("div", { class: "kind", role: "option", "aria-disabled": "true", "aria-selected": "false" }, said.none));
    list.hidden = !text.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  input.addEventListener("input", update);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) update(); else point(event.key === "ArrowDown" ? active + 1 : active === -1 ? options.length - 1 : active - 1);
    } else if (event.key === "Enter" && options[active]) {
      event.preventDefault();
      options[active].click();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      shut();
    }
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) shut(); });
  list.addEventListener("mousedown", (event) => event.preventDefault());  // the box keeps the focus

  // --- the page of results

  async function fill(page, text) {
    input.value = text;
    const groups = await find(text, ON_PAGE);
    const total = groups.reduce((sum, group) => sum + group.total, 0);
    const lead = make("p", { role: "status" }, total ? `${groups.guessed ? `${said.near} ` : ""}${total} ${said.results}: ` : `${said.none}: `, make("strong", {}, text));
    page.replaceChildren(lead, ...groups.map(({ kind, total: all, items }) => make(
      "section", {}, make("h2", {}, said[kind], " ", make("span", { class: "soft" }, items.length < all ? `${items.length} / ${all}` : String(all))),
      make("ul", { class: "results" }, ...items.map((item) => make("li", {}, result(item, {})))),
    )));
    page.hidden = false;
  }

  const page = document.getElementById("answers"), typed = new URLSearchParams(location.search).get("q");
  if (page && typed && typed.trim()) fill(page, typed);
  else if (input.value) update();
  window.kgbuildFind = find;
})();
