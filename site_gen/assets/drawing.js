/* Zoom, pan and highlight in the drawings; without scripts they can be read and scrolled. */
(function () {
  "use strict";

  const STEP = 1.25;
  const LEAST = 0.2;
  const MOST = 3;
  const READABLE = 0.7;

  function reach(lines, start, from, to) {
    const found = new Set([start]);
    const waiting = [start];
    while (waiting.length) {
      const box = waiting.pop();
      lines.forEach((line) => {
        if (line.dataset[from] === box && !found.has(line.dataset[to])) {
          found.add(line.dataset[to]);
          waiting.push(line.dataset[to]);
        }
      });
    }
    return found;
  }

  function highlight(graph) {
    const boxes = Array.from(graph.querySelectorAll(".cs-box"));
    const lines = Array.from(graph.querySelectorAll(".cs-line"));
    let kept = null;
    const clear = () => {
      graph.classList.remove("cs-dim");
      graph.querySelectorAll(".cs-lit").forEach((one) => one.classList.remove("cs-lit"));
    };
    const light = (box) => {
      clear();
      const before = reach(lines, box.dataset.box, "to", "from");
      const after = reach(lines, box.dataset.box, "from", "to");
      boxes.forEach((one) => {
        if (before.has(one.dataset.box) || after.has(one.dataset.box)) one.classList.add("cs-lit");
      });
      lines.forEach((line) => {
        const { from, to } = line.dataset;
        if ((before.has(from) && before.has(to)) || (after.has(from) && after.has(to))) line.classList.add("cs-lit");
      });
      graph.classList.add("cs-dim");
    };
    const back = () => { if (kept) light(kept); else clear(); };
    boxes.forEach((box) => {
      box.addEventListener("mouseenter", () => light(box));
      box.addEventListener("focus", () => light(box));
      box.addEventListener("mouseleave", back);
      box.addEventListener("blur", back);
    });
    /* What is asked for in the explorer stays lit, and is brought into view. */
    document.addEventListener("contracts:shown", ({ detail }) => {
      kept = boxes.find((box) => box.querySelector("title").textContent.startsWith(detail + ", ")) || null;
      back();
      const figure = kept && graph.closest(".cs-drawing");
      if (!figure) return;
      figure.scrollIntoView({ block: "nearest" });
      const [seen, around] = [kept.getBoundingClientRect(), figure.getBoundingClientRect()];
      figure.scrollLeft += seen.left - around.left - (around.width - seen.width) / 2;
      figure.scrollTop += seen.top - around.top - (around.height - seen.height) / 2;
    });
  }

  function zoom(graph, figure, words) {
    const { width, height } = graph.viewBox.baseVal;
    let scale = 1;
    const set = (next, x, y) => {
      const old = scale;
      scale = Math.min(MOST, Math.max(LEAST, next));
      graph.setAttribute("width", Math.round(width * scale));
      graph.setAttribute("height", Math.round(height * scale));
      const by = scale / old;
      figure.scrollLeft = (figure.scrollLeft + x) * by - x;
      figure.scrollTop = (figure.scrollTop + y) * by - y;
    };
    const middle = (next) => set(next, figure.clientWidth / 2, figure.clientHeight / 2);
    const fit = () => Math.min(1, figure.clientWidth / width, figure.clientHeight / height || 1);

    const bar = document.createElement("div");
    bar.className = "cs-zoom";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", words.zoom);
    [["+", words.larger, () => middle(scale * STEP)],
      ["−", words.smaller, () => middle(scale / STEP)],
      [words.fit, "", () => middle(fit())]].forEach(([text, label, act]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "cs-button";
      button.textContent = text;
      if (label) button.setAttribute("aria-label", label);
      button.addEventListener("click", act);
      bar.append(button);
    });
    figure.before(bar);

    figure.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const place = figure.getBoundingClientRect();
      set(scale * (event.deltaY < 0 ? STEP : 1 / STEP), event.clientX - place.left, event.clientY - place.top);
    }, { passive: false });

    let grip = null;
    figure.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "mouse" || event.button !== 0 || event.target.closest(".cs-box")) return;
      grip = [event.clientX + figure.scrollLeft, event.clientY + figure.scrollTop];
      figure.setPointerCapture(event.pointerId);
    });
    figure.addEventListener("pointermove", (event) => {
      if (!grip) return;
      figure.scrollLeft = grip[0] - event.clientX;
      figure.scrollTop = grip[1] - event.clientY;
    });
    ["pointerup", "pointercancel"].forEach((name) => figure.addEventListener(name, () => { grip = null; }));

    const whole = Math.min(1, figure.clientWidth / width);
    if (whole >= READABLE) set(whole, 0, 0);
    const focus = graph.querySelector("[aria-current] rect");
    if (focus && whole < READABLE) figure.scrollLeft = focus.x.baseVal.value + (focus.width.baseVal.value - figure.clientWidth) / 2;
  }

  function begin() {
    document.querySelectorAll(".cs-graph:not([data-ready])").forEach((graph) => {
      graph.dataset.ready = "";
      const figure = graph.closest(".cs-drawing");
      highlight(graph);
      if (figure) zoom(graph, figure, JSON.parse(graph.dataset.words || "{}"));
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
  /* Material may change pages without loading them anew. */
  window.addEventListener("load", () => { if (window.document$) window.document$.subscribe(begin); });
})();
