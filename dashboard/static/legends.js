// The legend of a map as a list beside it: an entry shows what it stands for when it is pointed at, and alone when it is pressed.

const FAINT = 0.1;
const SIGNS = {
  "circle-open": "ring",
  "circle-open-dot": "cored",
  "square-x-open": "hatch",
  "square-cross-open": "stripes",
};

const make = (name, className, text) => {
  const one = document.createElement(name);
  if (className) one.className = className;
  if (text) one.textContent = text;
  return one;
};

// What a legend calls a trace is safe markup: here it is a text.
function read(text) {
  const area = document.createElement("textarea");
  area.innerHTML = text;
  return area.value;
}

function list({ data, layout }) {
  if (layout.showlegend === false) return [];
  const rank = (trace) => trace.legendrank ?? 1000;
  const named = data.filter((trace) => trace.name && trace.showlegend !== false).sort((one, other) => rank(one) - rank(other));
  return named.map((trace) => {
    const areas = trace.type === "choropleth", line = trace.mode === "lines";
    return {
      name: read(trace.name),
      codes: areas ? trace.locations : (trace.customdata ?? []).map(([code]) => code),
      colour: areas ? trace.colorscale[0][1] : line ? trace.line.color : trace.marker?.color,
      sign: areas ? "swatch" : line ? "line" : (SIGNS[trace.marker?.symbol] ?? (trace.customdata ? "dot" : "region")),
      width: line ? trace.line.width : null,
      title: trace.legend === "legend2" ? read(layout.legend2?.title?.text ?? "") : "",
    };
  });
}

function draw({ name, colour, sign, width, codes }) {
  const item = make("li"), entry = make(codes.length ? "button" : "span", "aa-key"), mark = make("i", `aa-key-${sign}`);
  mark.style.setProperty("--colour", colour);
  if (width) mark.style.setProperty("--width", `${width}px`);
  entry.append(mark, name);
  if (codes.length) Object.assign(entry, { type: "button" }).setAttribute("aria-pressed", "false");
  item.append(entry);
  return item;
}

// Show what is meant, all else faint; null shows all.
export function light(plot, codes) {
  const shown = codes && new Set(codes);
  for (const path of plot.querySelectorAll(".choroplethlayer path")) {
    const code = path.__data__?.loc;
    path.style.opacity = !shown || !code || shown.has(code) ? "" : FAINT;
  }
  plot.querySelectorAll(".scattergeo").forEach((layer) => {
    for (const point of layer.querySelectorAll("path.point")) {
      const code = point.__data__?.data?.[0] ?? layer.__data__?.[0]?.trace?.customdata?.[point.__data__?.i]?.[0];
      point.style.opacity = !shown || !code || shown.has(code) ? "" : FAINT;
    }
  });
}

// Keep only the areas of an entry, or all again.
function keep(plot, entry, button) {
  const again = plot.kept === entry.name;
  plot.kept = again ? null : entry.name;
  plot.only = again ? null : new Set(entry.codes);
  for (const other of plot.legend.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button && !again));
  light(plot, plot.only);
}

// Write the legend of a figure into its list; `title` is what is measured.
export function writeLegend(plot, legend, figure) {
  const entries = list(figure), written = JSON.stringify(entries.map(({ codes, ...said }) => [said, codes.length]));
  plot.legend = legend;
  const entry = entries.find(({ name }) => name === plot.kept);
  plot.only = entry ? new Set(entry.codes) : null;
  if (!entry) plot.kept = null;
  plot.entries = new Map(entries.map((one) => [one.name, one]));
  if (legend.written !== written + figure.layout.legend?.title?.text) {
    legend.written = written + figure.layout.legend?.title?.text;
    const title = read(figure.layout.legend?.title?.text ?? "");
    const titled = (text) => make("li", "aa-key-title", text);
    const own = entries.filter((one) => !one.title), flows = entries.filter((one) => one.title);
    const items = [...(title ? [titled(title)] : []), ...own.map(draw), ...(flows.length ? [titled(flows[0].title)] : []), ...flows.map(draw)];
    legend.replaceChildren(...items);
    equip(plot, legend);
  }
  light(plot, plot.only);
}

function equip(plot, legend) {
  for (const button of legend.querySelectorAll("button")) {
    const find = () => plot.entries.get(button.textContent);
    button.setAttribute("aria-pressed", String(plot.kept === button.textContent));
    button.onpointerenter = button.onfocus = () => light(plot, find()?.codes);
    button.onpointerleave = button.onblur = () => light(plot, plot.only);
    button.onclick = () => find() && keep(plot, find(), button);
  }
}
