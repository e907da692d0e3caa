// The bars and marks of a chart by keyboard: arrows lead from one to the next, Enter chooses it, Escape leaves it.

const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

// Let the keys lead through what a chart shows; what is said of a point is also said to who cannot see it.
export function walk(Plotly, plot) {
  let at = -1;
  const said = document.createElement("div");
  said.className = "aa-spoken";
  said.setAttribute("role", "status");
  plot.after(said);
  const leave = () => {
    at = -1;
    said.textContent = "";
    Plotly.Fx.unhover(plot);
  };
  plot.addEventListener("blur", leave);
  plot.addEventListener("keydown", (event) => {
    const points = list(plot), point = points[at];
    if (event.key in STEPS && points.length) {
      at = Math.max(0, Math.min(points.length - 1, at + STEPS[event.key]));
      show(Plotly, plot, points[at]);
      said.textContent = read(points[at]);
    } else if (["Enter", " "].includes(event.key) && point) plot.tell([point.told]);
    else if (event.key === "Escape" && point) leave();
    else return;
    event.preventDefault();
  });
}

// Every point that something is said of, from left to right, those of one place from the highest panel down; bars that lie
// on their side one after another, each from its first part to its last.
function list(plot) {
  const traces = plot._fullData.map((trace, curveNumber) => ({ trace, curveNumber }));
  // A break that goes through several panels is one.
  const again = ({ meta, yaxis }) => meta === "break" && yaxis !== "y";
  const seen = traces.filter(({ trace }) => trace.visible === true && trace.hovertemplate && trace.hoverinfo !== "skip" && !again(trace));
  const points = seen.flatMap(({ trace, curveNumber }) =>
    [...trace.x].map((x, pointNumber) => ({
      x,
      row: trace.y[pointNumber],
      subplot: trace.xaxis + trace.yaxis,
      shown: { curveNumber, pointNumber },
      template: trace.hovertemplate,
      told: { customdata: trace.customdata?.[pointNumber] ?? null, location: null },
    })),
  );
  const known = points.filter(({ x }) => x !== null), rows = [...new Set(known.map(({ row }) => row))];
  if (seen.some(({ trace }) => trace.orientation === "h" && trace.type === "bar")) {
    return known.sort((one, other) => rows.indexOf(one.row) - rows.indexOf(other.row));
  }
  return known.sort((one, other) => one.x - other.x || one.subplot.localeCompare(other.subplot));
}

const show = (Plotly, plot, { subplot, shown }) => Plotly.Fx.hover(plot, [shown], [subplot]);

// What is said of a point, without the marks of its look. Plotly itself is slower to say it than a key to be pressed again.
function read({ template, told: { customdata } }) {
  const filled = template.replace(/%\{customdata(?:\[(\d+)\])?\}/g, (_, place) => (place ? customdata[place] : customdata));
  const lines = filled.replace(/<extra>.*/, "").replaceAll("<br>", ", ");
  return new DOMParser().parseFromString(lines, "text/html").body.textContent;
}
