// Tables to filter, sort and take home; the state is kept in the address. A table that runs over several pages is
// filtered whole: the rows of the other pages come as scripts (they also load from a disk) when they are first needed.
"use strict";
(() => {
  const root = new URL("../", document.currentScript.src), vi = document.documentElement.lang === "vi";
  const words = vi
    ? { filter: "Lọc bảng", hint: "không cần dấu", of: "trên", sort: "Xếp theo cột", by: "Lọc theo cột", all: "tất cả",
        take: "Tải CSV những dòng đang thấy", more: "Xem thêm", none: "Không có dòng nào hợp điều kiện.", clear: "Bỏ lọc",
        address: "Địa chỉ", waiting: "Đang lấy các trang khác…", failed: "Không lấy được các trang khác: chỉ lọc trang này." }
    : { filter: "Filter the table", hint: "marks may be left out", of: "of", sort: "Sort by", by: "Filter by column", all: "all",
        take: "Download the rows in view as CSV", more: "Show more", none: "No row meets the conditions.", clear: "Clear",
        address: "Address", waiting: "Fetching the other pages…", failed: "The other pages could not be fetched: only this page is filtered." };
  const ROOM = 300; // rows put into the page at once
  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className: className || "", textContent: text || "" });

  // The words of a cell without the links to its source.
  function pieces(cell) {
    const items = cell.querySelectorAll("li"), parts = items.length ? [...items] : [cell];
    return parts.map((part) => {
      const copy = part.cloneNode(true);
      copy.querySelectorAll(".w").forEach((w) => w.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    }).filter(Boolean);
  }

  // What a cell can be chosen by: its years, its links, or its words.
  function values(cell) {
    const { from, to, sort } = cell.dataset;
    if (from || to) {
      const first = Number((from || to).slice(0, 4)), last = Number((to || from).slice(0, 4));
      return Array.from({ length: Math.min(last - first, 60) + 1 }, (_, i) => String(first + i));
    }
    if (/^\d{4}/.test(sort || "")) return [sort.slice(0, 4)];
    const links = [...cell.querySelectorAll("a:not(.w)")].map((a) => a.textContent.trim());
    return links.length ? links : pieces(cell);
  }

  function key(cell, kind) {
    if (!cell) return "";
    if (cell.dataset.sort !== undefined) return cell.dataset.sort || "9999";
    const text = cell.textContent.trim();
    if (kind === "year") return cell.dataset.to || cell.dataset.from || "9999";
    if (kind === "number" && /^\d{1,3}([.,\u00a0]\d{3})+$/.test(text)) return text.replace(/\D/g, "").padStart(8, "0");
    if (kind === "number") return text.replace(/\D+$/, "").split(/\D+/).filter(Boolean).map((n) => n.padStart(8, "0")).join(".") || "~";
    return fold(text) || "~";
  }

  // Excel and its kin run a cell that begins so.
  const disarm = (text) => (/^[=+\-@\t\r\n|]/.test(text) ? "'" + text : text);
  const quote = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

  // The rows of the other pages of a long table: each page of it has a script.
  const waiting = {};
  window.kgbuildRows = (name, html) => waiting[name](html);
  function fetchRows(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting[name] = (html) => {
        const holder = document.createElement("template");
        holder.innerHTML = `<table><tbody>${html}</tbody></table>`;
        resolve([...holder.content.querySelector("tbody").rows]);
      };
      script.onerror = reject;
      script.src = new URL(`rows/${name}.js`, root);
      document.head.append(script);
    });
  }

  function dress(table, number) {
    const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells], prefix = number ? `t${number + 1}.` : "";
    const own = [...body.rows], names = (table.dataset.spread || "").split(" ").filter(Boolean), part = Number(table.dataset.part || 1);
    let rows = own, texts = [], whole = !names.length, limit = ROOM, sorted = null;
    const pager = document.querySelector(".pager");
    const box = make("div", "filter"), label = make("label"), input = make("input"), output = make("output");
    const take = make("button", "take", "CSV"), more = make("button", "more", words.more), clear = make("button", "", words.clear);
    input.type = "search";
    input.placeholder = words.hint;
    for (const button of [take, more, clear]) button.type = "button";
    take.title = words.take;
    take.setAttribute("aria-label", words.take);
    label.append(make("span", "", words.filter), input);
    box.append(label);
    const selects = new Map();
    const facets = make("details", "facets");
    facets.append(make("summary", "", words.by));
    heads.forEach((head, column) => {
      if (head.dataset.facet === undefined) return;
      const choice = make("label"), select = make("select");
      choice.append(make("span", "", head.dataset.facet || head.textContent.trim()), select);
      facets.append(choice);
      selects.set(column, select);
      select.addEventListener("change", () => { keep("c" + column, select.value); apply(); });
    });
    if (selects.size) box.append(facets);
    clear.hidden = true;
    box.append(output, clear, take);
    table.closest(".scroll").before(box);
    table.closest(".scroll").after(more);
    more.hidden = true;

    function keep(name, value) {
      const now = new URLSearchParams(location.search);
      if (value) now.set(prefix + name, value); else now.delete(prefix + name);
      try { history.replaceState(null, "", (String(now) ? "?" + now : location.pathname) + location.hash); } catch { /* from disk */ }
    }

    function fillSelects() {
      for (const [column, select] of selects) {
        const chosen = select.value, counts = new Map();
        for (const row of rows) for (const value of new Set(values(row.cells[column]))) counts.set(value, (counts.get(value) || 0) + 1);
        const named = [...counts].sort((a, b) => a[0].localeCompare(b[0], document.documentElement.lang));
        select.replaceChildren(new Option(words.all, ""), ...named.map(([value, count]) => new Option(`${value} (${count})`, value)));
        select.value = counts.has(chosen) ? chosen : "";
      }
    }

    async function complete() {
      if (whole) return;
      whole = true;
      output.textContent = words.waiting;
      try {
        const found = await Promise.all(names.map((name, i) => (i + 1 === part ? own : fetchRows(name))));
        rows = found.flat();
        texts = [];
      } catch { box.append(make("p", "soft", words.failed)); }
      fillSelects();
    }

    function matching() {
      const wanted = fold(input.value).split(/\s+/).filter(Boolean), chosen = [...selects].filter(([, select]) => select.value);
      if (wanted.length && texts.length !== rows.length) texts = rows.map((row) => fold(row.textContent.replace(/\s+/g, " ")));
      const found = rows.filter((row, i) => wanted.every((w) => texts[i].includes(w)) &&
        chosen.every(([column, select]) => values(row.cells[column]).includes(select.value)));
      if (!sorted) return found;
      const [column, down] = sorted, kind = heads[column].dataset.kind;
      return found.map((row, i) => [key(row.cells[column], kind), i, row])
        .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (down ? -1 : 1) || a[1] - b[1]).map((s) => s[2]);
    }

    const narrowed = () => Boolean(input.value.trim() || [...selects.values()].some((select) => select.value));
    async function apply() {
      const active = narrowed() || sorted;
      if (active) await complete();
      const found = active ? matching() : own;
      body.replaceChildren(...(active ? found.slice(0, limit) : own));
      more.hidden = !active || found.length <= limit;
      clear.hidden = !active;
      if (pager) pager.hidden = Boolean(active && names.length);
      output.textContent = !narrowed() ? "" : found.length ? `${found.length} ${words.of} ${rows.length}` : words.none;
    }

    function sort(column, down) {
      sorted = [column, down];
      heads.forEach((h, i) => i === column ? h.setAttribute("aria-sort", down ? "descending" : "ascending") : h.removeAttribute("aria-sort"));
      return apply();
    }

    async function download() {
      await complete();
      const canonical = document.querySelector("link[rel=canonical]").href;
      const lines = [[...heads.map((head) => head.textContent.trim()), words.address]];
      for (const row of narrowed() || sorted ? matching() : rows) {
        const link = row.querySelector(".main a:not(.w)");
        lines.push([...[...row.cells].map((cell) => pieces(cell).join("; ")), link ? new URL(link.getAttribute("href"), canonical).href : ""]);
      }
      const text = lines.map((line) => line.map((cell) => quote(disarm(cell))).join(",")).join("\r\n") + "\r\n";
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv;charset=utf-8" }));
      link.download = (decodeURIComponent(location.pathname.split("/").pop()).replace(/(_\d+)?(\.en)?\.html$/, "") || "table") + ".csv";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      await apply();
    }

    heads.forEach((head, column) => {
      const button = make("button");
      button.type = "button";
      button.title = words.sort + " " + head.textContent;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        keep("sort", (down ? "-" : "") + column);
        sort(column, down);
      });
    });
    input.addEventListener("input", () => { limit = ROOM; keep("q", input.value); apply(); });
    more.addEventListener("click", () => { limit += ROOM; apply(); });
    take.addEventListener("click", download);
    facets.addEventListener("toggle", () => { if (facets.open) complete().then(apply); });
    clear.addEventListener("click", () => {
      input.value = "";
      for (const [column, select] of selects) { select.value = ""; keep("c" + column, ""); }
      keep("q", "");
      keep("sort", "");
      sorted = null;
      heads.forEach((head) => head.removeAttribute("aria-sort"));
      apply();
      input.focus();
    });

    const state = new URLSearchParams(location.search), by = /^(-?)(\d+)$/.exec(state.get(prefix + "sort") || "");
    const asked = [...selects].filter(([column]) => state.get(prefix + "c" + column));
    if (whole) fillSelects();
    input.value = state.get(prefix + "q") || "";
    facets.open = asked.length > 0 || (whole && matchMedia("(min-width: 44rem)").matches);
    return (asked.length ? complete() : Promise.resolve()).then(() => {
      for (const [column, select] of asked) select.value = state.get(prefix + "c" + column);
      if (by && Number(by[2]) < heads.length) return sort(Number(by[2]), by[1] === "-");
      return narrowed() ? apply() : null;
    }).then(() => { table.dataset.ready = ""; });
  }

  const tables = [...document.querySelectorAll("table[data-filter]")];
  const long = tables.filter((table) => table.dataset.spread || table.tBodies[0].rows.length > (tables.length < 4 ? 5 : 12));
  Promise.all(long.map(dress)).then(() => { document.documentElement.dataset.tables = "ready"; });
})();
