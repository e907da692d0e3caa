// A Plotly chart that is laid out for several widths: the layout that fits is shown; dashboard/parts/kinds.py sends it.

import { show } from "./plot.js";

// Drawn wider than so many times the width that it is laid out for, a chart has words too small beside its marks.
const WIDEST = 1.35;

export async function showFitting(component) {
  const { parentElement } = component;
  const fits = read(component.data);
  parentElement.fit = () => fit(component, fits);
  if (!parentElement.fits) {
    parentElement.fits = true;
    new ResizeObserver(() => parentElement.isConnected && parentElement.clientWidth && parentElement.fit()).observe(parentElement);
  }
  await parentElement.fit();
}

// Show the widest layout that the box has room for, else the narrowest, in its own shape.
function fit(component, fits) {
  const { parentElement } = component, width = parentElement.clientWidth;
  const { about, figures } = fits;
  const one = about.fits.findLast((each) => each.width <= width) ?? about.fits[0];
  const shown = show({ ...component, data: join(about, figures[about.fits.indexOf(one)]) });
  // The chart is made by now, and drawn later: in the size that it has then.
  const size = Math.min(width, one.width * WIDEST), { style } = parentElement.querySelector(".aa-plot");
  style.width = `${size}px`;
  style.height = `${Math.round((one.height * size) / one.width)}px`;
  return shown;
}

// What is said of the chart, its length before it, and the packed figures one after another.
function read(data) {
  const start = 4 + new DataView(data.buffer, data.byteOffset).getUint32(0, true);
  const about = JSON.parse(new TextDecoder().decode(data.subarray(4, start)));
  let at = start;
  const figures = about.fits.map(({ bytes }) => data.subarray(at, (at += bytes)));
  return { about, figures };
}

function join(about, figure) {
  const head = new TextEncoder().encode(JSON.stringify(about));
  const data = new Uint8Array(4 + head.length + figure.length);
  new DataView(data.buffer).setUint32(0, head.length, true);
  data.set(head, 4);
  data.set(figure, 4 + head.length);
  return data;
}
