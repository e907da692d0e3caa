// Writes the TopoJSON that Plotly draws from: node topology.mjs SHAPES.json WORLD.json
//
// Plotly reads the objects countries, land, coastlines, ocean, lakes, rivers and subunits, and of each country its id and
// the point properties.ct. d3 takes a ring on the sphere: clockwise holds what it surrounds, the other way round it
// holds all the rest of the globe. So a ring that quantising turns over or flattens would flood the map.
import {readFileSync, writeFileSync} from "node:fs";
import {geoStitch} from "d3-geo-projection";
import {feature, merge, mesh, quantize} from "topojson-client";
import {topology} from "topojson-server";

const STEPS = 2e5; // of the grid from end to end: some 200 metres
const CELL = 400 / STEPS; // degrees; a little more than the grid's cell, for shapes go on beyond 180 degrees

const listPolygons = (geometry) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);
const collect = (...geometries) => ({
  type: "FeatureCollection",
  features: geometries.map((geometry) => ({type: "Feature", properties: {}, geometry})),
});

/** The signed area of a ring in square degrees: negative if it runs clockwise. */
function measureRing(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += (ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1]) / 2;
  }
  return sum;
}

const snap = (ring) => ring.map(([x, y]) => [Math.round((x + 180) / CELL), Math.round((y + 90) / CELL)]);
const isClockwise = (ring) => measureRing(ring) < 0;

/** The rings of a polygon: the outer clockwise, the holes the other way round. */
const wind = (polygon) => polygon.map((ring, i) => (isClockwise(ring) === (i === 0) ? ring : [...ring].reverse()));

/** A square, clockwise, for a territory smaller than the grid shows. */
function drawSquare([x, y]) {
  const d = 2 * CELL;
  return [[[x - d, y - d], [x - d, y + d], [x + d, y + d], [x + d, y - d], [x - d, y - d]]];
}

/** Polygons that keep their turn on the grid; of a shape with none, a square in its place. */
function fitToGrid(geometry) {
  const polygons = listPolygons(geometry).map(wind);
  const kept = polygons
    .filter((polygon) => measureRing(snap(polygon[0])) < 0)
    .map((polygon) => polygon.filter((ring, i) => i === 0 || measureRing(snap(ring)) > 0));
  return {type: "MultiPolygon", coordinates: kept.length ? kept : [drawSquare(polygons[0][0][0])]};
}

/** Antarctica's ring goes round the pole: the seam at 180 degrees is taken out of it. */
function layOnSphere(country) {
  const polar = listPolygons(country.geometry).some((polygon) => polygon[0].some(([, y]) => y < -89.9));
  const geometry = fitToGrid(country.geometry);
  return {...country, geometry: polar ? geoStitch(geometry) : geometry};
}

/** The whole globe as four clockwise lunes of 90 degrees. */
function drawOcean() {
  const latitudes = Array.from({length: 19}, (_, i) => 10 * i - 90);
  const lune = (west) => [
    [...latitudes.map((y) => [west, y]), ...latitudes.toReversed().map((y) => [west + 90, y]), [west, -90]],
  ];
  return {type: "MultiPolygon", coordinates: [-180, -90, 0, 90].map(lune)};
}

function buildWorld(shapes) {
  const countries = {type: "FeatureCollection", features: shapes.features.map(layOnSphere)};
  // Quantised first, then taken apart and joined again, so that land and coastlines share the arcs of the countries.
  const gridded = quantize(topology({countries}), STEPS);
  const shared = topology({countries: feature(gridded, gridded.objects.countries)});
  const units = shared.objects.countries;
  const world = {
    countries: feature(shared, units),
    land: collect(merge(shared, units.geometries)),
    coastlines: collect(mesh(shared, units, (a, b) => a === b)),
    ocean: collect(drawOcean()),
  };
  const result = quantize(topology(world), STEPS);
  for (const name of ["lakes", "rivers", "subunits"]) {
    result.objects[name] = {type: "GeometryCollection", geometries: []};
  }
  return result;
}

const [, , source, target] = process.argv;
writeFileSync(target, JSON.stringify(buildWorld(JSON.parse(readFileSync(source, "utf8")))));
