// Draws the charts of a page that `aidatlas draw` wrote; dashboard/figures/web_pages.py puts these lines into it.

// The width, in pixels, for which the dots of a map are placed: on a narrower one they shrink, so that none hides another.
const WIDTH = 960;
const SMALLEST = 0.4;
const PAUSE = 60;

const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
const shrink = (size, scale) => (Array.isArray(size) ? size.map((one) => one * scale) : size * scale);
const measure = (place) => `${place.clientWidth} ${place.clientHeight}`;

function draw(place, figure) {
  // Plotly writes into what it draws.
  const { data, layout } = structuredClone(figure);
  const onMap = place.classList.contains("map");
  const scale = Math.max(SMALLEST, Math.min(1, place.clientWidth / WIDTH));
  for (const trace of data) if (trace.meta === "dots") trace.marker.size = shrink(trace.marker.size, scale);
  fit({ data, layout }, place.clientWidth);
  Object.assign(layout, { autosize: false, width: place.clientWidth, clickmode: "none" });
  if (onMap) layout.height = place.clientHeight;
  else layout.dragmode = false;
  place.drawn = measure(place);
  const picture = { format: "png", scale: 2, filename: document.title };
  const buttons = onMap ? [["toImage"], ["zoomInGeo", "zoomOutGeo", "resetGeo"]] : [["toImage"]];
  return Plotly.react(place, data, layout, {
    displaylogo: false,
    scrollZoom: onMap,
    toImageButtonOptions: picture,
    modeBarButtons: buttons,
  });
}

function follow(place, figure) {
  let waiting;
  new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => place.clientWidth && measure(place) !== place.drawn && draw(place, figure), PAUSE);
  }).observe(place);
}

const shapes = read("shapes");
// Plotly looks here for shapes before it would ask for them.
if (shapes) globalThis.PlotlyGeoAssets = { topojson: { world_50m: shapes } };
const figures = read("figures");
for (const place of document.querySelectorAll(".chart")) {
  const figure = figures[Number(place.dataset.number)];
  draw(place, figure).then(() => follow(place, figure));
}
