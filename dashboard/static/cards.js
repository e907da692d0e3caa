// The card of an area on a map: a small box beside the pointer that tells what the area has; what it tells is made by
// dashboard/figures/cards.py. It is never wider than 280 pixels and never leaves the chart.

const GAP = 14;
const EDGE = 4;
const SPARK = { width: 150, height: 22 };

const make = (name, className, text) => {
  const one = document.createElement(name);
  if (className) one.className = className;
  if (text) one.textContent = text;
  return one;
};

// The numbers over time as small bars, with the first and the last step below them.
function drawSeries(series, steps) {
  const space = "http://www.w3.org/2000/svg", most = Math.max(...series), step = SPARK.width / series.length;
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", `0 0 ${SPARK.width} ${SPARK.height}`);
  svg.setAttribute("aria-hidden", "true");
  series.forEach((count, place) => {
    if (!count) return;
    const bar = document.createElementNS(space, "rect"), height = Math.max(1.5, (count / most) * SPARK.height);
    const box = { x: place * step, y: SPARK.height - height, width: Math.max(1, step - 1), height };
    for (const [name, value] of Object.entries(box)) bar.setAttribute(name, value.toFixed(1));
    svg.append(bar);
  });
  const figure = make("div", "aa-tip-series"), labels = make("div", "aa-tip-steps");
  labels.append(...steps.map((step) => make("span", "", step)));
  figure.append(svg, labels);
  return figure;
}

function fill(box, card, steps) {
  const head = make("div", "aa-tip-name", card.name);
  if (card.codes) head.append(" ", make("small", "", card.codes));
  box.replaceChildren(head);
  if (card.value) {
    const value = make("div", "aa-tip-value", card.measure && `${card.measure} `);
    value.append(make("b", "", card.value));
    box.append(value);
  }
  for (const fact of card.facts ?? []) box.append(make("div", "aa-tip-fact", fact));
  if (card.series) box.append(drawSeries(card.series, steps ?? []));
  if (card.sentence) box.append(make("q", "aa-tip-sentence", card.sentence));
}

// What a card says, to be read out.
export const spell = ({ name, codes, value, measure, facts, sentence }) =>
  [[name, codes].filter(Boolean).join(", "), [measure, value].filter(Boolean).join(": "), ...(facts ?? []), sentence]
    .filter(Boolean)
    .join(". ");

// Beside the point, to the side and height where there is room; what is too high loses its sentence, then its small bars.
function place(box, room, x, y) {
  for (const extra of ["q", ".aa-tip-series"]) if (box.offsetHeight > room.height - 2 * EDGE) box.querySelector(extra)?.remove();
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = x + GAP + width <= room.width - EDGE ? x + GAP : x - GAP - width;
  const top = y - GAP - height >= EDGE ? y - GAP - height : y + GAP;
  const keep = (start, size, whole) => Math.max(EDGE, Math.min(start, whole - size - EDGE));
  box.style.left = `${keep(left, width, room.width)}px`;
  box.style.top = `${keep(top, height, room.height)}px`;
}

// Show a card of a plot beside a point in its pixels.
export function show(plot, card, steps, x, y) {
  const box = (plot.card ??= make("div", "aa-tip"));
  if (!box.isConnected) plot.append(box);
  if (box.told !== card || !box.childElementCount) fill(box, card, steps);
  box.told = card;
  box.hidden = false;
  place(box, { width: plot.clientWidth, height: plot.clientHeight }, x, y);
}

export function hide(plot) {
  if (plot.card) plot.card.hidden = true;
}
