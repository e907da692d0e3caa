// Choosing a span of time on a chart: the mouse is dragged across it, or a bar or mark is clicked; a click beside lets go.

// A finger moves the page, also where it comes down on a chart: Plotly never hears of it, only of the click that a tap is.
export function brush(Plotly, plot) {
  plot.addEventListener("touchstart", (event) => event.stopPropagation(), { capture: true, passive: true });
  plot.addEventListener("click", ({ target }) => {
    // Plotly tells of a click on something, and of none beside it.
    if (target.classList.contains("drag") && !plot._hoverdata?.length) plot.tell([]);
  });
  plot.on("plotly_hover", () => keepInside(plot));
  // A finger leaves no point by moving on: what was said of one goes with the next touch elsewhere.
  document.addEventListener("pointerdown", function leave({ target }) {
    if (!plot.isConnected) document.removeEventListener("pointerdown", leave);
    else if (!plot.contains(target)) Plotly.Fx.unhover(plot);
  });
}

// Keep what is said of a point inside its chart: on a phone neither side of the point has room for it.
function keepInside(plot) {
  const room = plot.getBoundingClientRect();
  for (const label of plot.querySelectorAll(".hoverlayer .hovertext")) {
    label.style.translate = "";
    const box = label.getBoundingClientRect();
    const across = Math.max(0, room.left - box.left) + Math.min(0, room.right - box.right);
    const down = Math.max(0, room.top - box.top) + Math.min(0, room.bottom - box.bottom);
    if (across || down) label.style.translate = `${across}px ${down}px`;
  }
}
