/* What the portal adds where scripts run: nothing here is needed to read it. */
(function () {
  "use strict";

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  const make = (tag, text, name) => {
    const node = document.createElement(tag);
    if (text) node.textContent = text;
    if (name) node.className = name;
    return node;
  };
  const query = () => new URLSearchParams(location.search);
  const remember = (change) => {
    const told = query();
    change(told);
    const text = told.toString();
    try {
      history.replaceState(history.state, "", (text ? "?" + text : location.pathname) + location.hash);
    } catch { /* a file on disk may not do so everywhere */ }
  };

  /* Filters and sorting of the table of contracts, kept in the address. */
  function catalogue(root) {
    const table = root.querySelector("[data-cs-sortable]");
    const form = root.querySelector(".cs-facets");
    if (!table) return;
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const facts = new Map(rows.map((row) => [row, JSON.parse(row.dataset.csRow || "{}")]));
    const shown = form && form.querySelector(".cs-shown");

    function filter() {
      const wanted = {};
      all(form, "input:checked").forEach((box) => (wanted[box.name] ||= []).push(box.value));
      let count = 0;
      rows.forEach((row) => {
        const told = facts.get(row);
        row.hidden = !Object.entries(wanted).every(([key, values]) =>
          values.some((value) => (told[key] || []).includes(value)));
        count += row.hidden ? 0 : 1;
      });
      all(form, ".cs-facet").forEach((facet) => {
        const chosen = (wanted[facet.dataset.csFacet] || []).length;
        facet.querySelector(".cs-chosen").textContent = chosen ? " " + chosen : "";
      });
      const told = (number) => number.toLocaleString(root.lang);
      shown.textContent = shown.dataset.csShown.replace("{n}", told(count)).replace("{all}", told(rows.length));
    }

    function sort(key, down) {
      const heads = all(table, "thead th");
      const place = heads.findIndex((head) => head.dataset.csKey === key);
      if (place < 0) return;
      const value = (row) => row.cells[place].dataset.csValue || "";
      const compare = new Intl.Collator(undefined, { numeric: true }).compare;
      const sorted = rows.slice().sort((a, b) => compare(value(a), value(b)));
      if (down) sorted.reverse();
      body.append(...sorted);
      heads.forEach((head, index) => {
        if (index === place) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    all(table, "thead th").forEach((head) => {
      const button = make("button", head.textContent, "cs-sort");
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        sort(head.dataset.csKey, down);
        remember((told) => told.set("sort", (down ? "-" : "") + head.dataset.csKey));
      });
    });
    if (form) {
      const told = query();
      all(form, "input").forEach((box) => { box.checked = told.getAll(box.name).includes(box.value); });
      form.addEventListener("change", () => {
        filter();
        remember((now) => {
          new Set(all(form, "input").map((box) => box.name)).forEach((name) => now.delete(name));
          all(form, "input:checked").forEach((box) => now.append(box.name, box.value));
        });
      });
      form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("change"))));
      form.addEventListener("keydown", (event) => {
        const open = event.target.closest("details[open]");
        if (event.key === "Escape" && open) { open.open = false; open.querySelector("summary").focus(); }
      });
      all(form, "details").forEach((one) => one.addEventListener("toggle", () => {
        if (one.open) all(form, "details[open]").forEach((other) => { other.open = other === one; });
      }));
      filter();
    }
    const order = query().get("sort");
    if (order) sort(order.replace(/^-/, ""), order.startsWith("-"));
  }

  /* Search: an index in small files, each loaded when a word needs it. They are scripts, so that
     they load from a disk too. */
  const parts = new Map();
  window.contractsPart = (name, value) => { const part = parts.get(name); if (part) part.done(value); };
  function load(folder, name) {
    if (!parts.has(name)) {
      const part = {};
      part.value = new Promise((resolve) => { part.done = resolve; });
      parts.set(name, part);
      const script = make("script");
      script.src = folder + name + ".js";
      script.onerror = () => part.done(null);
      document.head.append(script);
    }
    return parts.get(name).value;
  }

  async function find(folder, text) {
    const words = fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, 8);
    const known = await load(folder, "parts") || [];
    let found = null;
    for (const word of words) {
      if (word.length < 2) continue;
      const name = shard(word);
      const part = known.includes(name) && await load(folder, "w-" + name) || {};
      const here = new Map();
      Object.entries(part).forEach(([other, places]) => {
        if (!other.startsWith(word)) return;
        const exact = other === word ? 2 : 1;
        places.forEach(([contract, field, weight]) => {
          const key = contract + "/" + field;
          here.set(key, Math.max(here.get(key) || 0, weight * exact));
        });
      });
      if (found === null) found = here;
      else found = new Map(Array.from(found).filter(([key]) => here.has(key)).map(([key, weight]) => [key, weight + here.get(key)]));
    }
    if (found === null) return [];
    return Array.from(found).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
  const shard = (word) => Array.from(word.slice(0, 2), (letter) => /[a-z0-9]/.test(letter) ? letter : "_").join("");

  function search(root) {
    const form = root.querySelector(".cs-search");
    if (!form) return;
    const input = form.querySelector("input");
    const list = form.querySelector(".cs-results");
    const said = form.querySelector(".cs-found");
    const folder = form.dataset.csSearch.replace(/\/?$/, "/");
    let turn = 0;

    async function run() {
      const mine = ++turn;
      const text = input.value.trim();
      remember((told) => { if (text) told.set("find", text); else told.delete("find"); });
      if (text.length < 2) { list.hidden = true; said.textContent = ""; return; }
      const found = await find(folder, text);
      const items = [];
      for (const [key] of found.slice(0, 20)) {
        const [contract, field] = key.split("/").map(Number);
        const told = await load(folder, "c-" + Math.floor(contract / 8));
        if (mine !== turn) return;
        const entry = told && told[contract % 8];
        if (entry) items.push(item(entry, field, text));
      }
      if (mine !== turn) return;
      list.replaceChildren(...items);
      list.hidden = items.length === 0;
      said.textContent = items.length ? form.dataset.csSome.replace("{n}", found.length) : form.dataset.csNone;
    }

    function item([path, title, purpose, fields], field, text) {
      const [anchor, name, meaning] = field < 0 ? ["", "", purpose] : fields[field];
      const node = make("li");
      const link = make("a");
      link.href = root.dataset.csRoot.replace(/\/?$/, "/") + path + "/" + (location.protocol === "file:" ? "index.html" : "") + (anchor ? "#" + anchor : "");
      link.append(...marked(name || title, text));
      node.append(link);
      if (name) node.append(make("span", " " + title, "cs-note-in"));
      const about = make("span", "", "cs-note");
      about.append(...marked(meaning, text));
      node.append(about);
      return node;
    }

    function marked(text, wanted) {
      const plain = fold(text);
      const words = fold(wanted).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
      if (plain.length !== text.length) return [text];
      const pieces = [];
      let end = 0;
      while (end < text.length) {
        let at = -1, size = 0;
        words.forEach((word) => {
          const place = plain.indexOf(word, end);
          if (place >= 0 && (at < 0 || place < at)) { at = place; size = word.length; }
        });
        if (at < 0) break;
        pieces.push(text.slice(end, at), make("mark", text.slice(at, at + size)));
        end = at + size;
      }
      pieces.push(text.slice(end));
      return pieces;
    }

    let wait = 0;
    input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(run, 80); });
    form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
    input.value = query().get("find") || "";
    if (input.value) run();
  }

  /* Lineage and impact: the graph is loaded once, and walked here. `bot.core.lineage.flow` tells the
     way: what changes all over reaches what it encloses, what is touched reaches what encloses it,
     and who refers to something is reached and nobody beyond. */
  function walk(graph, start, direction) {
    const [TOUCHED, WHOLE, REFERRED] = [0, 1, 2];
    const down = direction === "down";
    const arcs = graph.arcs[direction];
    const inside = (node) => { for (let at = node; at >= 0; at = graph.nodes[at][2]) if (at === start) return true; return false; };
    const around = [];
    for (let at = start; at >= 0; at = graph.nodes[at][2]) around.push(at);
    const sources = [];
    graph.nodes.forEach((_, node) => {
      if (!inside(node)) return;
      if (down) sources.push(node * 3 + WHOLE);
      else sources.push(node * 3 + TOUCHED, node * 3 + WHOLE, node * 3 + REFERRED);
    });
    if (down) around.forEach((node) => sources.push(node * 3 + TOUCHED));
    const best = new Map();
    for (let limit = 0; limit < 3; limit++) {
      const steps = new Map(sources.map((vertex) => [vertex, { steps: 0, way: [] }]));
      let here = sources.slice();
      while (here.length) {
        const next = [];
        while (here.length) {
          const vertex = here.pop();
          const told = steps.get(vertex);
          (arcs.get(vertex) || []).forEach(([after, edge]) => {
            if (edge && edge[3] > limit) return;
            const cost = told.steps + (edge ? 1 : 0);
            const known = steps.get(after);
            const reached = edge ? (down ? edge[1] : edge[0]) : -1;
            if (edge && !inside(reached) && !around.includes(reached)) {
              const old = best.get(reached);
              if (!old || (old.sure === limit && cost < old.steps)) best.set(reached, { steps: cost, sure: limit, way: told.way.concat([reached]) });
            }
            if (known && known.steps <= cost) return;
            steps.set(after, { steps: cost, way: edge ? told.way.concat([reached]) : told.way });
            if (edge) next.push(after); else here.push(after);
          });
        }
        here = next;
      }
    }
    return Array.from(best, ([node, told]) => ({ node, ...told }))
      .sort((a, b) => a.steps - b.steps || a.sure - b.sure || (graph.nodes[a.node][0] < graph.nodes[b.node][0] ? -1 : 1));
  }

  function prepare(graph) {
    if (graph.arcs) return graph;
    const [TOUCHED, WHOLE, REFERRED] = [0, 1, 2];
    graph.arcs = { down: new Map(), up: new Map() };
    const add = (from, to, edge) => {
      [["down", from, to], ["up", to, from]].forEach(([way, one, other]) => {
        if (!graph.arcs[way].has(one)) graph.arcs[way].set(one, []);
        graph.arcs[way].get(one).push([other, edge]);
      });
    };
    const transform = graph.ways.indexOf("transform");
    const relationship = graph.ways.indexOf("relationship");
    const made = new Set(graph.edges.filter((edge) => edge[2] === transform).map((edge) => edge[1]));
    graph.nodes.forEach((node, place) => {
      add(place * 3 + WHOLE, place * 3 + TOUCHED, null);
      if (node[2] >= 0) {
        add(place * 3 + TOUCHED, node[2] * 3 + TOUCHED, null);
        if (!made.has(place)) add(node[2] * 3 + WHOLE, place * 3 + WHOLE, null);
      }
    });
    graph.edges.forEach((edge) => add(edge[0] * 3 + TOUCHED, edge[1] * 3 + (edge[2] === relationship ? REFERRED : WHOLE), edge));
    graph.places = new Map(graph.nodes.map((node, place) => [node[0], place]));
    return graph;
  }

  function explorer(root) {
    all(root, ".cs-explorer").forEach((box) => {
      const said = JSON.parse(box.dataset.csWords);
      const kinds = JSON.parse(box.dataset.csKinds);
      const columns = JSON.parse(box.dataset.csColumns);
      const sure = [said.declared, said["read from SQL"], said["contract level"]];
      const input = box.querySelector("input");
      const options = box.querySelector("datalist");
      const answer = box.querySelector(".cs-answer");
      const copy = box.querySelector(".cs-copy");
      let rows = [];
      const graph = async () => {
        const told = await load(box.dataset.csGraph.replace(/\/?$/, "/"), "graph");
        return told && prepare(told);
      };

      async function suggest() {
        const told = await graph();
        if (!told) return;
        const wanted = fold(input.value);
        const found = [];
        for (const node of told.nodes) {
          if (fold(node[0]).includes(wanted)) found.push(node[0]);
          if (found.length >= 50) break;
        }
        options.replaceChildren(...found.map((name) => { const one = make("option"); one.value = name; return one; }));
      }

      function named(told, text) {
        if (told.places.has(text)) return told.places.get(text);
        const ends = told.nodes.map((node, place) => [node[0], place]).filter(([name]) => name.endsWith("." + text));
        return ends.length === 1 ? ends[0][1] : -1;
      }

      function link(told, place) {
        const [name, , , page, anchor] = told.nodes[place];
        if (!page) return make("span", name);
        const node = make("a", name);
        node.href = root.dataset.csRoot.replace(/\/?$/, "/") + page + "/" + (location.protocol === "file:" ? "index.html" : "") + (anchor ? "#" + anchor : "");
        return node;
      }

      async function show() {
        const told = await graph();
        const text = input.value.trim();
        rows = [];
        copy.hidden = true;
        if (!told || !text) { answer.replaceChildren(); return; }
        const start = named(told, text);
        remember((now) => { now.delete("contract"); now.set("element", text); });
        if (start < 0) { answer.replaceChildren(make("p", said.unknown, "cs-none")); return; }
        let top = start;
        while (told.nodes[top][2] >= 0) top = told.nodes[top][2];
        document.dispatchEvent(new CustomEvent("contracts:shown", { detail: told.nodes[top][0] }));
        weigh(told.nodes[top][0].replace(/@\d+$/, ""));
        const directions = box.dataset.csDirection === "both" ? ["up", "down"] : ["down"];
        answer.replaceChildren(...directions.flatMap((direction) => table(told, start, direction)));
        copy.hidden = rows.length === 0;
      }

      /* The verdict is that of the mode under which the contract is judged. */
      function weigh(contract) {
        const verdicts = root.querySelector(".cs-modes");
        if (!verdicts) return;
        const mode = JSON.parse(verdicts.dataset.csModes)[contract] || verdicts.dataset.csMode;
        let note = verdicts.querySelector(".cs-mode");
        if (!note) {
          note = make("p", "", "cs-mode");
          verdicts.querySelector("h2").after(note);
        }
        note.textContent = said.mode.replace("{contract}", contract).replace("{mode}", mode);
        const heads = all(verdicts, "thead th");
        const chosen = heads.findIndex((head) => head.dataset.csVerdict === mode.replace(/-transitive$/, ""));
        all(verdicts, "tr").forEach((row) => Array.from(row.cells).forEach((cell, place) => {
          cell.classList.toggle("cs-chosen-mode", place === chosen);
        }));
      }

      function table(told, start, direction) {
        const found = walk(told, start, direction);
        const title = make("h2", said[direction] + " · " + said.found.replace("{n}", found.length));
        if (!found.length) return [title, make("p", said.none, "cs-none")];
        const node = make("table", "", "cs-table cs-stack");
        const head = node.createTHead().insertRow();
        columns.forEach((name) => { const cell = make("th", name); cell.scope = "col"; head.append(cell); });
        const body = node.createTBody();
        found.forEach((one) => {
          const [name, kind, , , , owner] = told.nodes[one.node];
          const row = body.insertRow();
          const first = make("th");
          first.scope = "row";
          first.append(link(told, one.node), make("span", " " + kinds[told.kinds[kind]], "cs-note-in"));
          row.append(first);
          const way = one.way.map((place) => told.nodes[place][0]).join(direction === "down" ? " → " : " ← ");
          [owner, String(one.steps), sure[one.sure], way].forEach((cell, index) => {
            const made = row.insertCell();
            made.textContent = cell;
            made.dataset.label = columns[index + 1];
          });
          rows.push([name, kinds[told.kinds[kind]], owner, one.steps, sure[one.sure], way]);
        });
        const box2 = make("div", "", "cs-scroll");
        box2.tabIndex = 0;
        box2.append(node);
        return [title, box2];
      }

      // What a spreadsheet would take for a formula begins with a quote.
      const cell = (value) => '"' + String(value).replace(/^[=+\-@\t]/, "'$&").replaceAll('"', '""') + '"';
      copy.addEventListener("click", async () => {
        const text = rows.map((row) => row.map(cell).join(",")).join("\r\n");
        try { await navigator.clipboard.writeText(text); copy.textContent = said.copied; } catch { window.prompt("CSV", text); }
      });
      input.addEventListener("input", suggest);
      input.addEventListener("focus", suggest, { once: true });
      box.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); show(); });
      const asked = query().get("element") || query().get("contract");
      if (asked) { input.value = asked; show(); }
    });
  }

  /* Two versions, chosen by hand. */
  function pick(root) {
    all(root, ".cs-pick").forEach((form) => {
      const pages = JSON.parse(form.dataset.csPick);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const [one, other] = [form.elements.old.value, form.elements.new.value];
        const page = pages[one + " " + other] || pages[other + " " + one];
        if (page) location.href = "../" + page + (location.protocol === "file:" ? "/index.html" : "/");
        else form.querySelector("output").textContent = "—";
      });
    });
  }

  /* A disk has no server that looks for the index.html of a folder. */
  function onDisk() {
    if (location.protocol !== "file:") return;
    document.addEventListener("click", (event) => {
      const link = event.target.closest && event.target.closest("a[href]");
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }, true);
  }

  /* What lies below the screen waits for what is on it, then is drawn while nothing else is to be done. */
  const AT_ONCE = 20;
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 50));
  function draw(root) {
    const waiting = all(root, "section, .cs-stack > tbody > tr");
    const some = () => {
      waiting.splice(0, AT_ONCE).forEach((one) => { one.dataset.csDrawn = ""; });
      if (waiting.length) idle(some);
      else root.dataset.csWhole = "";
    };
    if (document.readyState === "complete") idle(some);
    else window.addEventListener("load", () => idle(some), { once: true });
  }

  const ready = [catalogue, search, pick, explorer, draw];
  window.contractsReady = (work) => { ready.push(work); all(document, ".cs").forEach(work); };
  function start() {
    all(document, ".cs").forEach((root) => {
      if ("csOn" in root.dataset) return;
      root.dataset.csOn = "";
      ready.forEach((work) => work(root));
    });
  }
  onDisk();
  /* The theme, whose script comes later, may change pages without loading them anew. */
  window.addEventListener("load", () => { if (window.document$ && window.document$.subscribe) window.document$.subscribe(start); });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
