// A Plotly chart that keeps its zoom and its turn while its data change; dashboard/parts/plots.py says with what.
//
// Streamlit's own chart is made anew whenever its figure changes; here Plotly.react changes the one that is there.

import { merge, remember, reuse } from "./areas.js";
import { follow } from "./evidence.js";
import { tidy } from "./labels.js";
import { writeLegend } from "./legends.js";
import { writeTools } from "./map_tools.js";
import { fit } from "./narrow.js";
import { answer } from "./pointing.js";
import { walk } from "./points.js";
import { brush } from "./spans.js";

const LIBRARY = new URL("./plotly/plotly-maps-and-bars.min.js", import.meta.url).href;
const SHAPES = new URL("./boundaries/", import.meta.url).href;
// The width, in pixels, for which the dots of a map are placed: on a narrower one they shrink, so that none hides another.
const WIDTH = 960;
const SMALLEST = 0.4;
// A box that changes its size, in steps, is drawn once at the end: so many milliseconds after the last.
const PAUSE = 60;

let library;
let tellShapes;
const ownShapes = new Promise((resolve) => (tellShapes = resolve));

function load() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = LIBRARY;
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = () => reject(new Error(`${LIBRARY} cannot be read`));
    document.head.append(script);
  });
  return library;
}

const unpack = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();

// Keep boundaries of the user's own where Plotly looks for its shapes first.
export async function keepShapes({ data }) {
  globalThis.PlotlyGeoAssets ??= { topojson: {} };
  globalThis.PlotlyGeoAssets.topojson.world_50m ??= await unpack(data);
  tellShapes();
}

export async function show({ data, parentElement, setTriggerValue }) {
  const plot = parentElement.querySelector(".aa-plot") ?? make(parentElement);
  const [about, packed] = split(data);
  plot.setAttribute("aria-label", about.alt);
  plot.tell = (points) => setTriggerValue("picked", points);
  plot.tellFrame = (edges) => setTriggerValue("framed", edges);
  plot.drill = about.drills ? (code) => setTriggerValue("drilled", code) : null;
  plot.tools = about.tools;
  plot.spans = about.spans;
  if (plot.packed && equal(plot.packed, packed)) return;
  plot.packed = packed;
  const [figure, Plotly] = await Promise.all([unpack(packed), load(), about.own ? ownShapes : null]);
  // Two reruns in quick succession: the later one draws.
  if (plot.packed !== packed) return;
  plot.figure = figure;
  await draw(Plotly, plot);
}

// A map has its legend and its tools above it, never on it.
function make(parent) {
  const chart = document.createElement("div"), plot = document.createElement("div");
  chart.className = "aa-chart";
  chart.innerHTML = '<div class="aa-map-head"><ul class="aa-keys"></ul><div class="aa-tools"></div></div>';
  plot.className = "aa-plot";
  plot.setAttribute("role", "figure");
  plot.tabIndex = 0;
  chart.append(plot);
  parent.append(chart);
  return plot;
}

// What is said of the chart, its length before it, and the packed figure.
function split(data) {
  const start = 4 + new DataView(data.buffer, data.byteOffset).getUint32(0, true);
  return [JSON.parse(new TextDecoder().decode(data.subarray(4, start))), data.subarray(start)];
}

const equal = (one, other) => one.length === other.length && one.every((byte, place) => byte === other[place]);

async function draw(Plotly, plot) {
  // Plotly writes into what it draws.
  const figure = structuredClone(plot.figure), { layout } = figure, data = merge(figure.data);
  fit({ data, layout }, plot.clientWidth);
  const onMap = Boolean(layout.geo), [legend, tools] = plot.parentElement.querySelectorAll(".aa-keys, .aa-tools");
  // A click is told of once, and dims nothing.
  layout.clickmode = "event";
  if (onMap) layout.showlegend = false;
  // Its size is said here: Plotly would draw once more to find it.
  plot.size = read(plot);
  Object.assign(layout, { autosize: false, width: plot.clientWidth, height: plot.clientHeight });
  plot.scale = measure(plot);
  for (const trace of data) {
    if (trace.meta === "dots") trace.marker.size = shrink(trace.marker.size, plot.scale);
    if (trace.meta === "hatch") trace.line.width = shrink(trace.line.width, plot.scale);
  }
  // A changed configuration would draw the chart anew, so it must be the same each time.
  const first = !plot.listening;
  await Plotly.react(plot, data, layout, configure(plot));
  if (first) listen(Plotly, plot);
  if (first && onMap) {
    answer(plot, (code) => {
      follow();
      plot.tell([{ customdata: [code], location: code }]);
    });
  }
  const areas = plot._fullData.find((trace) => trace.type === "choropleth");
  if (areas) reuse(areas._module);
  // A changed projection is a new map.
  const map = plot._fullLayout.geo?._subplot;
  if (map && map !== plot.map) remember(map, () => tidy(plot));
  plot.map = map;
  tidy(plot);
  prepareForPaper(plot);
  if (!onMap) return;
  writeLegend(plot, legend, plot.figure);
  writeTools(Plotly, plot, tools, plot.tools);
}

// Paper has another width than the screen, and no time to draw anew: there the picture shrinks as a whole (print.css).
function prepareForPaper(plot) {
  const { width, height } = plot._fullLayout;
  plot.style.setProperty("--shape", `${width} / ${height}`);
  for (const svg of plot.querySelectorAll(".main-svg")) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

const read = (plot) => `${plot.clientWidth} ${plot.clientHeight}`;
const measure = (plot) => Math.max(SMALLEST, Math.min(1, plot.clientWidth / WIDTH));
const shrink = (size, scale) => (Array.isArray(size) ? size.map((one) => one * scale) : size * scale);

// A map has its tools beside it; a chart that is no map stays as it is.
function configure(plot) {
  const still = { displaylogo: false, responsive: false, displayModeBar: false };
  plot.settings ??= plot.figure.layout.geo
    ? { ...still, scrollZoom: true, topojsonURL: SHAPES }
    : still;
  return plot.settings;
}

function listen(Plotly, plot) {
  plot.listening = true;
  if (!plot.figure.layout.geo) {
    plot.on("plotly_click", (event) => plot.tell(list(event)));
    walk(Plotly, plot);
  }
  if (plot.spans) brush(Plotly, plot);
  plot.on("plotly_selected", (event) => {
    if (!tellSelected(plot, event)) return;
    // The frame that was drawn has done its work.
    Plotly.update(plot, { selectedpoints: [null] }, { selections: [] });
  });
  let waiting;
  new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => plot.isConnected && plot.clientWidth && read(plot) !== plot.size && draw(Plotly, plot), PAUSE);
  }).observe(plot);
}

// Tell of what a frame holds: the points of a map, the edges of the span on a chart's axis. Return whether it holds anything.
function tellSelected(plot, event) {
  const edges = plot.spans && event?.range?.x;
  if (edges) plot.tellFrame(edges.map(String));
  else if (event?.points?.length) plot.tell(list(event));
  else return false;
  return true;
}

// What a point is known by, and nothing of what is drawn.
function list(event) {
  return event.points.map(({ customdata, location }) => ({ customdata: customdata ?? null, location: location ?? null }));
}
