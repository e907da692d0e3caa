// Plotly with what our charts draw: bars, points and lines, areas and points on maps; the same parts as its own src/core.js,
// without sliders, menus, pictures, error bars, grids of charts and what belongs to other charts.

const { register } = require("plotly.js/src/registry");
const api = require("plotly.js/src/plot_api");
const { hover, unhover } = require("plotly.js/src/components/fx");

require("plotly.js/build/plotcss");
for (const [name, fn] of Object.entries(api)) register({ moduleType: "apiMethod", name, fn });
register([
  require("plotly.js/src/traces/scatter"),
  require("plotly.js/src/components/annotations"),
  require("plotly.js/src/components/selections"),
  require("plotly.js/src/components/shapes"),
  require("plotly.js/src/components/colorscale"),
  require("plotly.js/src/components/colorbar"),
  // The legend's defaults depend on shapes, those of hovering on the legend's.
  require("plotly.js/src/components/legend"),
  require("plotly.js/src/components/fx"),
  require("plotly.js/src/components/modebar"),
  require("plotly.js/src/locale-en"),
  require("plotly.js/src/locale-en-us"),
  require("plotly.js/src/traces/bar"),
  require("plotly.js/src/traces/choropleth"),
  require("plotly.js/src/traces/scattergeo"),
]);

module.exports = {
  version: require("plotly.js/src/version").version,
  Icons: require("plotly.js/src/fonts/ploticon"),
  Plots: { resize: require("plotly.js/src/plots/plots").resize },
  Fx: { hover, unhover },
  ...api,
};
