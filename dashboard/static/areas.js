// What makes a change of a map's numbers quick: the shapes stay, and only colours and words change.

// An area that is in no file of shapes: a trace of it alone is an entry of the legend and draws nothing.
const NOWHERE = "legend only";

const isFilled = (trace) => trace.type === "choropleth" && trace.hoverinfo !== "skip";

// Return traces that show the same, the areas of all classes as one: Plotly takes each trace's shapes anew from the
// file, and an area that changes its class would change its trace. In the order of their codes every area keeps its place.
export function merge(data) {
  const classes = data.filter(isFilled);
  if (classes.length < 2) return data;
  const areas = classes.flatMap(({ locations }, number) => locations.map((code) => ({ code, number })));
  areas.sort((one, other) => (one.code < other.code ? -1 : 1));
  const last = classes.length - 1;
  const all = {
    ...classes[0],
    locations: areas.map(({ code }) => code),
    z: areas.map(({ number }) => number),
    colorscale: classes.map((trace, number) => [number / last, trace.colorscale[0][1]]),
    zmin: 0,
    zmax: last,
    showlegend: false,
  };
  const entries = classes.filter((trace) => trace.showlegend);
  return [
    all,
    ...entries.map((trace) => ({ ...trace, locations: [NOWHERE], z: [1] })),
    ...data.filter((trace) => !isFilled(trace)),
  ];
}

// What is known of the areas of each file of shapes, by code: the shape in degrees, and its polygons for pointing at it.
const kept = new WeakMap();

// Let Plotly's module for choropleths look up the areas that it has met: it would work them out anew for every figure.
export function reuse(module) {
  if (module.reuses) return;
  module.reuses = true;
  const find = module.calcGeoJSON;
  module.calcGeoJSON = (points, layout) => {
    const { trace } = points[0], { topojson } = layout[trace.geo]._subplot;
    if (!kept.has(topojson)) kept.set(topojson, new Map());
    const known = kept.get(topojson);
    if (points.some(({ loc }) => !known.has(loc))) {
      find(points, layout);
      for (const { loc, geojson, ct, _polygons } of points) known.set(loc, { geojson, ct, _polygons });
    } else {
      for (const point of points) Object.assign(point, known.get(point.loc));
      // How far the areas reach; only a map that is fitted to its areas asks.
      for (const axis of ["lon", "lat"]) trace._extremes[axis] = { min: [], max: [] };
    }
  };
}

const spell = (projection) =>
  JSON.stringify(["rotate", "center", "scale", "translate", "clipExtent"].map((name) => projection[name]()));

// Let a map that is drawn keep its outlines: while the view stays, an area's outline is the same whatever the numbers
// are, and computing and writing all of them again is most of the work of a change. After each drawing `then` is called.
export function remember(map, then) {
  const render = map._render, known = new Map();
  let view = spell(map.projection);
  map.dataPaths.choropleth?.each(function ({ geojson }) {
    if (geojson) known.set(geojson.id, (this.outline = this.getAttribute("d")));
  });
  map._render = function () {
    const { choropleth, ...others } = this.dataPaths;
    this.dataPaths = others;
    render.call(this);
    this.dataPaths = { choropleth, ...others };
    const path = this.projection.getPath(), now = spell(this.projection);
    if (now !== view) known.clear();
    view = now;
    choropleth?.each(function ({ geojson }) {
      if (!geojson) return;
      if (!known.has(geojson.id)) known.set(geojson.id, path(geojson) ?? "");
      const outline = known.get(geojson.id);
      if (this.outline !== outline) this.setAttribute("d", outline);
      this.outline = outline;
    });
    then();
  };
}
