// The explorer: the network is fetched, drawn and read out when the button is pressed. Nothing comes from elsewhere.
"use strict";
(() => {
  const here = document.currentScript.src, box = document.getElementById("network");
  if (!box) return;
  const words = JSON.parse(box.dataset.words), colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className: className || "", textContent: text || "" });
  const fetched = (src) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src, onload: resolve, onerror: reject });
    document.head.append(script);
  });
  const root = new URL("../", here);
  let network = null;
  window.kgbuildNetwork = (data) => { network = data; };

  function link(node) {
    const a = make("a", "", node[0]);
    a.href = new URL(node[3], root).href;
    if (node[1]) a.lang = node[1];
    return a;
  }

  function draw() {
    const { nodes, links, kinds } = network;
    const controls = make("fieldset", "kinds"), shown = new Set(kinds);
    controls.append(make("legend", "", words.kinds));
    const canvas = make("div", "canvas"), panel = make("section", "panel"), choice = make("select"), label = make("label", "", words.choose + " ");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", words.picture);
    panel.setAttribute("aria-live", "polite");
    choice.append(new Option("–", ""));
    nodes.map((node, at) => [node[0], at]).sort((a, b) => a[0].localeCompare(b[0], document.documentElement.lang))
      .forEach(([name, at]) => choice.append(new Option(name, at)));
    label.append(choice);
    box.replaceChildren(controls, label, canvas, panel);
    const graph = cytoscape({
      container: canvas,
      elements: [
        ...nodes.map((node, at) => ({ data: { id: "n" + at, name: node[0] }, classes: node[2] ? "document" : "agency" })),
        ...links.map(([a, b, kind, count], at) => ({ data: { id: "l" + at, source: "n" + a, target: "n" + b, count }, classes: kind })),
      ],
      style: [
        { selector: "node", style: { label: "data(name)", "font-family": "Be Vietnam Pro, sans-serif", "font-size": 9, color: colour("--ink"),
          "text-wrap": "wrap", "text-max-width": 110, "text-valign": "bottom", "text-margin-y": 3, "min-zoomed-font-size": 6, width: 14, height: 14,
          "background-color": colour("--paper"), "border-width": 2, "border-color": colour("--link") } },
        { selector: ".document", style: { shape: "rectangle", "background-color": colour("--link"), "font-size": 12 } },
        { selector: "edge", style: { width: "mapData(count, 1, 20, 1, 6)", "line-color": colour("--strong-rule"), "curve-style": "bezier",
          "target-arrow-shape": "triangle", "target-arrow-color": colour("--strong-rule"), "arrow-scale": .7 } },
        { selector: "edge.lead", style: { "line-color": colour("--seal"), "target-arrow-color": colour("--seal") } },
        { selector: "edge.coordinate", style: { "line-style": "dashed" } },
        { selector: "edge.belongs", style: { "line-style": "dotted" } },
        { selector: ".away", style: { opacity: .12, "text-opacity": 0 } },
        { selector: ".here", style: { "background-color": colour("--seal"), "border-color": colour("--seal") } },
        { selector: ".off", style: { display: "none" } },
      ],
      layout: { name: "cose", animate: false, randomize: false, componentSpacing: 30, idealEdgeLength: () => 55, nodeRepulsion: () => 60000, gravity: 1.5 },
      minZoom: .15,
      maxZoom: 4,
    });

    function tell(at) {
      choice.value = at === null ? "" : String(at);
      graph.elements().removeClass("away here");
      panel.replaceChildren();
      if (at === null) return;
      const chosen = graph.$id("n" + at);
      graph.elements().not(chosen.closedNeighborhood().not(".off")).addClass("away");
      chosen.addClass("here");
      const title = make("h2");
      title.append(link(nodes[at]));
      panel.append(title);
      for (const kind of kinds) {
        for (const out of [true, false]) {
          const found = links.filter(([a, b, k]) => k === kind && shown.has(k) && (out ? a : b) === at);
          if (!found.length) continue;
          const list = make("ul");
          for (const [a, b, , count] of found) {
            const item = make("li");
            item.append(link(nodes[out ? b : a]), make("span", "soft", count > 1 ? ` ×${count}` : ""));
            list.append(item);
          }
          panel.append(make("h3", "", words[(out ? "out_" : "in_") + kind]), list);
        }
      }
    }

    for (const kind of kinds) {
      const item = make("label"), tick = make("input");
      tick.type = "checkbox";
      tick.checked = true;
      item.append(tick, " " + words["kind_" + kind]);
      controls.append(item);
      tick.addEventListener("change", () => {
        if (tick.checked) shown.add(kind); else shown.delete(kind);
        graph.edges("." + kind).toggleClass("off", !tick.checked);
        tell(choice.value === "" ? null : Number(choice.value));
      });
    }
    graph.on("tap", "node", (event) => tell(Number(event.target.id().slice(1))));
    graph.on("tap", (event) => { if (event.target === graph) tell(null); });
    choice.addEventListener("change", () => {
      const at = choice.value === "" ? null : Number(choice.value);
      tell(at);
      if (at !== null) graph.fit(graph.$id("n" + at).closedNeighborhood(), 50); else graph.fit(undefined, 30);
    });
    box.dataset.ready = "";
    choice.focus();
  }

  box.hidden = false;
  document.getElementById("draw").addEventListener("click", async (event) => {
    event.target.disabled = true;
    try {
      await Promise.all([fetched(new URL("vendor/cytoscape/cytoscape.min.js", here)), fetched(new URL(box.dataset.script, location.href))]);
      draw();
    } catch { box.append(make("p", "note", words.failed)); }
  });
})();
