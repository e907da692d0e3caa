// Makes dashboard/static/plotly/plotly-maps-and-bars.min.js and the licences of all that is in it: npm ci && node build.mjs
//
// The same versions (package-lock.json) give the same bytes; SOURCES.toml beside the bundle holds its hash, which a test compares.

import { build } from "esbuild";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TARGET = "../static/plotly";
const ALLOWED = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Zlib"];
// Of these packages Plotly takes all, and our maps need a little: areas are named by their code, never by a country's
// name; besides the projections of d3-geo there is one more; of colours what Plotly asks for.
const NARROWED = {
  "country-iso-search": "export const COUNTRIES = [], createLookup = () => ({ lookupAlpha3: () => null });",
  "d3-geo-projection": 'export { geoNaturalEarth, geoRobinson } from "d3-geo-projection/src/index.js";',
  culori: 'export { converter, formatHex, formatRgb, wcagContrast, wcagLuminance } from "culori";',
};

const narrow = {
  name: "narrow",
  setup(bundle) {
    bundle.onResolve({ filter: new RegExp(`^(${Object.keys(NARROWED).join("|")})$`) }, ({ path, namespace }) =>
      namespace === "narrowed" ? undefined : { path, namespace: "narrowed" },
    );
    bundle.onLoad({ filter: /.*/, namespace: "narrowed" }, ({ path }) => ({ contents: NARROWED[path], resolveDir: "." }));
  },
};

function readLicence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!ALLOWED.includes(license)) throw new Error(`${name} ${version}: ${license} is no licence that may be shipped`);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "(its package holds no text of the licence)";
  return `${name} ${version}, ${license}\n\n${text}\n`;
}

// The folder of the package that a file lies in: the innermost with a package.json that has a name.
function findPackage(file) {
  const parts = file.split("/");
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const folder = parts.slice(0, count).join("/"), about = join(folder, "package.json");
    if (existsSync(about) && JSON.parse(readFileSync(about, "utf8")).name) return folder;
  }
  return null;
}

const { metafile } = await build({
  entryPoints: ["entry.cjs"],
  outfile: `${TARGET}/plotly-maps-and-bars.min.js`,
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "Plotly",
  target: "es2020",
  define: { global: "window", "define.amd": "false" },
  // Styles of the street maps that are not in it.
  loader: { ".css": "empty" },
  plugins: [narrow],
  metafile: true,
  legalComments: "none",
  banner: { js: "/* plotly.js 4.1.1 (MIT), of it maps, bars and points; LICENSES.txt names all that is in it. */" },
});
const used = Object.values(metafile.outputs)[0].inputs;
const files = Object.keys(used).filter((file) => used[file].bytesInOutput && /^node_modules\/.*js$/.test(file));
const folders = [...new Set(files.map(findPackage))].sort();
writeFileSync(`${TARGET}/LICENSES.txt`, folders.map(readLicence).join(`\n${"-".repeat(80)}\n\n`));
