// What a chart shows otherwise where it is narrow: dashboard/figures/timelines.py says what, and below which width.

// Change a figure that is drawn so many pixels wide: values of its layout by their place, and which of two traces is seen.
export function fit({ data, layout }, width) {
  const narrow = layout.meta?.narrow;
  if (!narrow || width >= narrow.below) return;
  for (const [place, value] of Object.entries(narrow.layout)) {
    const names = place.split("."), last = names.pop();
    names.reduce((part, name) => part[name], layout)[last] = value;
  }
  for (const trace of data) if (["wide", "narrow"].includes(trace.meta)) trace.visible = trace.meta === "narrow";
}
