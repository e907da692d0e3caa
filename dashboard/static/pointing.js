// What a map answers to a pointer, a finger and the keyboard: which area is meant, its card, and its choice.

import { hide, show, spell } from "./cards.js";

// So far from a dot or a small area it is still meant, where nothing else lies under the pointer.
const REACH = 20;
// A press that moves farther than so many pixels is a drag.
const STILL = 5;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const AREAS = ".choroplethlayer path";

const findMap = (plot) => plot._fullLayout?.geo?._subplot;
const measure = (one, x, y) => Math.hypot(one.x - x, one.y - y);

// The dots and arrows of a map that can be pointed at, in its pixels.
function listMarks(plot) {
  const map = findMap(plot);
  return plot._fullData
    .filter((trace) => trace.type === "scattergeo" && trace.customdata)
    .flatMap((trace) =>
      trace.customdata.map(([code, card], place) => {
        const degrees = [trace.lon[place], trace.lat[place]], [x, y] = map.projection(degrees) ?? [NaN, NaN];
        const { size } = trace.marker, radius = (Array.isArray(size) ? size[place] : size) / 2;
        // An entry of the legend has codes and no place.
        const hidden = trace.lon[place] == null || map.projection.isLonLatOverEdges(degrees);
        return { code, card: card ?? code, x, y, radius, hidden };
      }),
    )
    .filter((mark) => !mark.hidden && isShown(plot, mark.code));
}

const isShown = (plot, code) => !plot.only || plot.only.has(code);

// The area under a point of the screen; of a coast that lies nearer than REACH, too.
function findArea(plot, left, top) {
  for (const path of plot.querySelectorAll(AREAS)) {
    const code = path.__data__?.loc, box = path.getBoundingClientRect();
    if (!code || left < box.left || left > box.right || top < box.top || top > box.bottom || !isShown(plot, code)) continue;
    const point = new DOMPoint(left, top).matrixTransform(path.getScreenCTM().inverse());
    if (path.isPointInFill(point)) return { code, card: code };
  }
}

// What lies under a point of the screen: a dot, else the area, else the nearest dot.
function pick(plot, { clientX, clientY }) {
  const room = plot.getBoundingClientRect(), x = clientX - room.left, y = clientY - room.top;
  if (!findMap(plot) || x < 0 || y < 0 || x > room.width || y > room.height) return;
  const marks = listMarks(plot).sort((one, other) => measure(one, x, y) - measure(other, x, y));
  const on = marks.find((mark) => measure(mark, x, y) <= mark.radius + 1);
  const found = on ?? findArea(plot, clientX, clientY) ?? marks.find((mark) => measure(mark, x, y) <= REACH);
  return found && { ...found, x, y };
}

const read = (plot, { card }) => {
  const { cards, areas } = plot.layout.meta ?? {};
  return cards?.[areas?.[card] ?? card];
};

// Mark what is pointed at and tell of it; `aloud` for who cannot see it.
function tell(plot, found, aloud = false) {
  const card = found && read(plot, found);
  for (const path of plot.querySelectorAll(".aa-at")) path.classList.remove("aa-at");
  plot.pointed = card ? found : null;
  plot.dataset.pointed = card ? found.code : "";
  plot.style.cursor = card ? "pointer" : "";
  if (!card) return hide(plot);
  for (const path of plot.querySelectorAll(AREAS)) if (path.__data__?.loc === found.code) path.classList.add("aa-at");
  show(plot, card, plot.layout.meta.steps, found.x, found.y);
  if (aloud) speak(plot, spell(card));
}

function speak(plot, text) {
  plot.spoken ??= Object.assign(document.createElement("div"), { className: "aa-spoken" });
  plot.spoken.setAttribute("aria-live", "polite");
  if (!plot.spoken.isConnected) plot.append(plot.spoken);
  plot.spoken.textContent = text;
}

// The areas and dots that have something to tell, each once, with its place; in the order of their cards.
function listPlaces(plot) {
  const map = findMap(plot), marks = new Map(listMarks(plot).map((mark) => [mark.code, mark]));
  for (const path of plot.querySelectorAll(AREAS)) {
    const { loc, ct } = path.__data__ ?? {};
    if (!ct || marks.has(loc) || !path.getAttribute("d") || map.projection.isLonLatOverEdges(ct) || !isShown(plot, loc)) continue;
    const [x, y] = map.projection(ct);
    marks.set(loc, { code: loc, card: loc, x, y });
  }
  const inside = ({ x, y }) => x >= 0 && y >= 0 && x <= plot.clientWidth && y <= plot.clientHeight;
  return [...marks.values()].filter((one) => inside(one) && isTold(plot, one));
}

const isTold = (plot, one) => {
  const card = read(plot, one);
  return Boolean(card && (card.value || plot.layout.meta.areas?.[one.card]));
};

// The place that a press of an arrow leads to: the nearest that lies that way, rather than aside.
function findNext(places, from, [right, down]) {
  const cost = ({ x, y }) => {
    const along = (x - from.x) * right + (y - from.y) * down, aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    return along > 1 ? along + 2 * aside : Infinity;
  };
  const best = places.reduce((one, other) => (cost(other) < cost(one) ? other : one), places[0]);
  return best && cost(best) < Infinity ? best : from;
}

function findFirst(plot, places) {
  const { cards, areas } = plot.layout.meta, order = Object.keys(cards), rank = ({ card }) => order.indexOf(areas?.[card] ?? card);
  return places.reduce((one, other) => (rank(other) < rank(one) ? other : one), places[0]);
}

function walk(plot, event) {
  const places = listPlaces(plot), at = plot.pointed && places.find(({ code }) => code === plot.pointed.code);
  if (event.key === "Escape") return tell(plot);
  if (asksForRows(event)) {
    // The key brings the browser's menu when it is let go.
    plot.asked = event.key === "ContextMenu";
    return plot.drill(plot.pointed.code);
  }
  if ((event.key === "Enter" || event.key === " ") && plot.pointed) return plot.choose(plot.pointed.code);
  if (!places.length) return;
  tell(plot, at && ARROWS[event.key] ? findNext(places, at, ARROWS[event.key]) : findFirst(plot, places), true);
}

const KEYS = new Set([...Object.keys(ARROWS), "Home", "Escape", "Enter", " "]);
const hasRows = (found) => /^[A-Z]{3}$/.test(found?.code ?? "");
const asksForRows = ({ key, shiftKey }) => key === "ContextMenu" || (key === "F10" && shiftKey);

// Let a map answer; `choose` is told the code of an area that is clicked. With the mouse's other button the rows behind an
// area are asked for, where the page has them (`plot.drill`).
export function answer(plot, choose) {
  let pressed, waits;
  plot.choose = choose;
  plot.addEventListener("keydown", (event) => {
    const known = KEYS.has(event.key) || (plot.drill && asksForRows(event) && hasRows(plot.pointed));
    if (event.target !== plot || !known || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    walk(plot, event);
  });
  plot.addEventListener("blur", () => tell(plot));
  plot.addEventListener("keyup", ({ key }) => key === "ContextMenu" && setTimeout(() => (plot.asked = false)));
  plot.addEventListener("contextmenu", (event) => {
    // A long touch, or the one button with Ctrl, asks for the rows and chooses nothing.
    pressed = null;
    if (plot.asked) return event.preventDefault();
    const found = plot.drill && pick(plot, event);
    if (!hasRows(found) || !read(plot, found)) return;
    event.preventDefault();
    tell(plot);
    plot.drill(found.code);
  });
  plot.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const was = waits;
    waits = event;
    if (!was) requestAnimationFrame(() => (tell(plot, waits.buttons ? null : pick(plot, waits)), (waits = null)));
  });
  plot.addEventListener("pointerleave", ({ pointerType }) => pointerType === "touch" || tell(plot));
  plot.addEventListener("pointerdown", (event) => (pressed = event.button ? null : event), true);
  plot.addEventListener(
    "pointerup",
    (event) => {
      const still = pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) <= STILL;
      pressed = null;
      if (!still) return;
      const found = pick(plot, event);
      tell(plot, found);
      if (found && read(plot, found)) plot.choose(found.code);
    },
    true,
  );
  // A finger leaves no area by moving on: its card goes with the next touch elsewhere.
  document.addEventListener("pointerdown", function leave({ target }) {
    if (!plot.isConnected) document.removeEventListener("pointerdown", leave);
    else if (!plot.contains(target)) tell(plot);
  });
}
