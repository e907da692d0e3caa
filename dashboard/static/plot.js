// A Plotly chart that keeps its zoom and its turn while its data change; dashboard/parts/plots.py says with what.
//
// Streamlit's own chart is made anew whenever its figure changes; here Plotly.react changes the one that is there.

const LIBRARY = "/app/static/plotly/plotly-geo.min.js";
// The width, in pixels, for which the dots of a map are placed: on a narrower one they shrink, so that none hides another.
const WIDTH = 960;
const SMALLEST = 0.4;

let library;

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

export async function show({ data, parentElement, setTriggerValue }) {
  let plot = parentElement.querySelector(".aa-plot");
  if (!plot) {
    plot = document.createElement("div");
    plot.className = "aa-plot";
    plot.setAttribute("role", "figure");
    parentElement.append(plot);
  }
  plot.setAttribute("aria-label", data.alt);
  plot.tell = (points) => setTriggerValue("picked", points);
  plot.picture = data.picture;
  plot.figure = data.figure;
  const Plotly = await load();
  // Two reruns in quick succession: the later one draws.
  if (plot.figure === data.figure) await draw(Plotly, plot);
}

async function draw(Plotly, plot) {
  // Plotly writes into what it draws.
  const { data, layout } = structuredClone(plot.figure);
  // A click is told of once, and dims nothing.
  layout.clickmode = "event";
  plot.scale = measure(plot);
  for (const trace of data) if (trace.meta === "dots") trace.marker.size = shrink(trace.marker.size, plot.scale);
  // A changed configuration would draw the chart anew, so it must be the same each time.
  const first = !plot.listening;
  await Plotly.react(plot, data, layout, configure(Plotly, plot));
  if (first) listen(Plotly, plot);
}

const measure = (plot) => Math.max(SMALLEST, Math.min(1, plot.clientWidth / WIDTH));
const shrink = (size, scale) => (Array.isArray(size) ? size.map((one) => one * scale) : size * scale);

function configure(Plotly, plot) {
  plot.settings ??= {
    topojsonURL: "/app/static/boundaries/",
    displaylogo: false,
    scrollZoom: true,
    responsive: false,
    modeBarButtons: [
      [{ name: "picture", title: "PNG", icon: Plotly.Icons.camera, click: () => Plotly.downloadImage(plot, plot.picture) }],
      ["zoomInGeo", "zoomOutGeo", "resetGeo"],
      ["pan2d", "select2d", "lasso2d"],
    ],
  };
  return plot.settings;
}

function listen(Plotly, plot) {
  plot.listening = true;
  plot.on("plotly_click", (event) => plot.tell(list(event)));
  plot.on("plotly_selected", (event) => {
    if (!event?.points?.length) return;
    plot.tell(list(event));
    // The frame that was drawn has done its work.
    Plotly.update(plot, { selectedpoints: [null] }, { selections: [] });
  });
  new ResizeObserver(() => {
    if (!plot.isConnected || !plot.clientWidth) return;
    if (measure(plot) !== plot.scale) draw(Plotly, plot);
    Plotly.Plots.resize(plot);
  }).observe(plot);
}

// What a point is known by, and nothing of what is drawn.
function list(event) {
  return event.points.map(({ customdata, location }) => ({ customdata: customdata ?? null, location: location ?? null }));
}
