// The tools of a map as buttons beside it: closer, farther, all of it, the chosen, what dragging does, and the full screen.

const STEP = 1.6, CLOSEST = 40;
// Of a map that shows the chosen: so much of its width or height they take at most.
const FILLED = 0.7;
// A part that is smaller than this share of the largest is left out of view.
const ISLET = 0.02;
const ICONS = {
  closer: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  farther: "M5 11h14v2H5z",
  whole: "M12 4 3 11.5h2.6V20h5v-5h2.8v5h5v-8.5H21z",
  chosen: "M5 5h5v2H7v3H5zm9 0h5v5h-2V7h-3zM5 14h2v3h3v2H5zm12 0h2v5h-5v-2h3zm-5-5a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  pan: "M12 2l3 3h-2v6h6V9l3 3-3 3v-2h-6v6h2l-3 3-3-3h2v-6H5v2l-3-3 3-3v2h6V5H9z",
  select: "M4 4h3v2H6v1H4zm5 0h6v2H9zm8 0h3v3h-2V6h-1zM4 9h2v6H4zm14 0h2v6h-2zM4 17h2v1h1v2H4zm14 0h2v3h-3v-2h1zM9 18h6v2H9z",
  lasso: "M12 4c4.5 0 8 2.4 8 5.5S16.500 15 12 15c-1 0-1.900-.1-2.800-.3-.2 1-.9 1.700-1.900 2 .2 1.300-.3 2.400-1.500 3.300l-1.100-1.600c.6-.4.8-.9.7-1.500-1.300-.3-2.200-1.300-2.200-2.500 0-.9.500-1.700 1.200-2.100C4.100 11.500 4 10.500 4 9.500 4 6.400 7.500 4 12 4zm0 2C8.600 6 6 7.600 6 9.500c0 .7.100 1.300.5 1.900 1.200.1 2.200.8 2.600 1.700.9.200 1.900.4 2.900.4 3.400 0 6-1.600 6-3.500S15.400 6 12 6z",
  full: "M5 14H3v7h7v-2H5v-5zM3 10h2V5h5V3H3v7zm16 9h-5v2h7v-7h-2v5zM14 3v2h5v5h2V3h-7z",
};

const clamp = (scale, first) => Math.max(first, Math.min(scale, first * CLOSEST));
const readScale = (plot) => plot._fullLayout.geo.projection.scale;

function zoom(Plotly, plot, factor) {
  const first = plot.figure.layout.geo.projection.scale ?? 1;
  Plotly.relayout(plot, { "geo.projection.scale": clamp(readScale(plot) * factor, first) });
}

function showWhole(Plotly, plot) {
  const { projection, center } = plot.figure.layout.geo;
  const turned = Object.fromEntries(Object.entries(projection.rotation ?? {}).map(([axis, angle]) => [`geo.projection.rotation.${axis}`, angle]));
  Plotly.relayout(plot, {
    "geo.projection.scale": projection.scale ?? 1,
    "geo.center.lon": center?.lon ?? projection.rotation?.lon ?? 0,
    "geo.center.lat": center?.lat ?? 0,
    ...turned,
  });
}

// The outlines of the chosen are a trace of their own, which answers to no pointer.
const listChosen = (plot) => plot.figure.data.find((trace) => trace.type === "choropleth" && trace.hoverinfo === "skip")?.locations ?? [];

// The boxes of an area's parts in the pixels of its plot, without islets: one far off would take the whole map.
function listParts(path) {
  const parts = path.getAttribute("d").split("M").slice(1).map((part) => {
    const numbers = part.match(/-?[\d.]+(?:e-?\d+)?/g).map(Number), places = [0, 1].map((axis) => numbers.filter((_, place) => place % 2 === axis));
    const [left, top] = places.map((all) => Math.min(...all)), [right, bottom] = places.map((all) => Math.max(...all));
    return { left, top, right, bottom, size: (right - left) * (bottom - top) };
  });
  const most = Math.max(...parts.map(({ size }) => size));
  return parts.filter(({ size }) => size >= ISLET * most);
}

function showChosen(Plotly, plot) {
  const map = plot._fullLayout.geo._subplot, room = plot.getBoundingClientRect(), chosen = new Set(listChosen(plot));
  const boxes = [...plot.querySelectorAll(".choroplethlayer path")]
    .filter((path) => chosen.has(path.__data__?.loc) && path.getAttribute("d"))
    .flatMap(listParts);
  if (!boxes.length) return;
  const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
  const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
  const factor = FILLED * Math.min(room.width / Math.max(right - left, 12), room.height / Math.max(bottom - top, 12));
  const middle = map.projection.invert([(left + right) / 2, (top + bottom) / 2]);
  if (!middle?.every(Number.isFinite)) return;
  const first = plot.figure.layout.geo.projection.scale ?? 1, [lon, lat] = middle;
  const place = map._isClipped ? { "geo.projection.rotation.lon": lon, "geo.projection.rotation.lat": lat } : { "geo.center.lon": lon, "geo.center.lat": lat };
  Plotly.relayout(plot, { ...place, "geo.projection.scale": clamp(readScale(plot) * factor, first) });
}

const drag = (mode) => (Plotly, plot) => Plotly.relayout(plot, { dragmode: mode });

const ACTS = {
  closer: (Plotly, plot) => zoom(Plotly, plot, STEP),
  farther: (Plotly, plot) => zoom(Plotly, plot, 1 / STEP),
  whole: showWhole,
  chosen: showChosen,
  pan: drag("pan"),
  select: drag("select"),
  lasso: drag("lasso"),
  full: (_, plot) => (document.fullscreenElement ? document.exitFullscreen() : plot.parentElement.requestFullscreen()),
};

function make(name) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.tool = name;
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
  return button;
}

// Show which way of dragging is on, and whether anything is chosen that could be shown.
export function follow(plot, tools) {
  for (const mode of ["pan", "select", "lasso"]) {
    const on = plot._fullLayout.dragmode === mode;
    tools.querySelector(`[data-tool=${mode}]`)?.setAttribute("aria-pressed", String(on));
  }
  const chosen = tools.querySelector("[data-tool=chosen]");
  if (chosen) chosen.disabled = !listChosen(plot).length;
}

// Write the buttons, called as `words` has them; there is one for each word.
export function writeTools(Plotly, plot, tools, words) {
  if (!tools.childElementCount) {
    tools.append(...Object.keys(words).filter((name) => name in ACTS).map(make));
    plot.on("plotly_relayout", () => follow(plot, tools));
  }
  for (const button of tools.children) {
    button.title = words[button.dataset.tool];
    button.setAttribute("aria-label", button.title);
    button.onclick = () => ACTS[button.dataset.tool](Plotly, plot);
  }
  follow(plot, tools);
}
