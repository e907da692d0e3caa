// Draws the charts of a page that `aidatlas draw` wrote; dashboard/figures/web_pages.py puts these lines into it.

import { writeLegend } from "../legends.js";
import { writeTools } from "../map_tools.js";
import { fit } from "../narrow.js";
import { answer } from "../pointing.js";

// The width, in pixels, for which the dots of a map are placed: on a narrower one they shrink, so that none hides another.
const WIDTH = 960;
const SMALLEST = 0.4;
const PAUSE = 60;

const read = (id) => document.getElementById(id)?.textContent;
const shrink = (size, scale) => (Array.isArray(size) ? size.map((one) => one * scale) : size * scale);
const measure = (place) => `${place.clientWidth} ${place.clientHeight}`;

function draw(place, figure) {
  // Plotly writes into what it draws.
  const { data, layout } = structuredClone(figure);
  const onMap = place.classList.contains("map");
  const scale = Math.max(SMALLEST, Math.min(1, place.clientWidth / WIDTH));
  for (const trace of data) {
    if (trace.meta === "dots") trace.marker.size = shrink(trace.marker.size, scale);
    if (trace.meta === "hatch") trace.line.width = shrink(trace.line.width, scale);
  }
  fit({ data, layout }, place.clientWidth);
  Object.assign(layout, { autosize: false, width: place.clientWidth, clickmode: "none" });
  if (onMap) Object.assign(layout, { height: place.clientHeight, showlegend: false });
  else layout.dragmode = false;
  // Squares stay squares at any width.
  if (layout.meta?.plane) layout.height = Math.round((layout.meta.plane[1] * place.clientWidth) / layout.meta.plane[0]);
  place.drawn = measure(place);
  return Plotly.react(place, data, layout, { displaylogo: false, displayModeBar: false, scrollZoom: onMap });
}

// A map has its legend and its tools above it, as in the dashboard; a click only tells.
function equip(place, figure) {
  if (!place.classList.contains("map")) return;
  const head = document.createElement("div"), [legend, tools] = [document.createElement("ul"), document.createElement("div")];
  [head.className, legend.className, tools.className] = ["aa-map-head", "aa-keys", "aa-tools"];
  head.append(legend, tools);
  place.before(head);
  place.figure = figure;
  answer(place, () => {});
  writeLegend(place, legend, figure);
  writeTools(Plotly, place, tools, JSON.parse(read("tools")));
}

function follow(place, figure) {
  let waiting;
  new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => place.clientWidth && measure(place) !== place.drawn && draw(place, figure), PAUSE);
  }).observe(place);
}

// What lies packed in the page, as text; null where it is not there.
async function unpack(id) {
  const packed = read(id);
  if (!packed) return null;
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

// The page's own policy knows the library by its content: nothing else would be run.
function run(library) {
  const script = document.createElement("script");
  script.textContent = library;
  document.head.append(script);
}

async function start(places) {
  const [library, shapes] = await Promise.all([unpack("library"), unpack("shapes")]);
  // Plotly looks here for shapes before it would ask for them.
  if (shapes) globalThis.PlotlyGeoAssets = { topojson: { world_50m: JSON.parse(shapes) } };
  run(library);
  const figures = JSON.parse(read("figures"));
  for (const place of places) {
    const figure = figures[Number(place.dataset.number)];
    // What is meant for another screen is drawn when it is shown.
    if (place.clientWidth) draw(place, figure).then(() => equip(place, figure)).then(() => follow(place, figure));
    else follow(place, figure);
  }
}

const places = document.querySelectorAll(".chart");
// An old browser that cannot unpack shows in words what the charts show.
start(places).catch(() => places.forEach((place) => (place.textContent = place.getAttribute("aria-label"))));
