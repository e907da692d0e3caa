// The names on a map: where two would overlap, the later one moves up or down a line, or waits until there is room.
//
// They are placed for a map of one width; on a narrower one, or after a zoom, others stand in each other's way.

const LINES = [0, -1, 1];

const overlap = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const move = ({ left, right, top, bottom }, down) => ({ left, right, top: top + down, bottom: bottom + down });

// Show as many of a map's names as fit, the first chosen first.
export function tidy(plot) {
  const shown = [];
  for (const name of plot.querySelectorAll(".geo text")) {
    name.style.translate = "";
    const box = name.getBoundingClientRect();
    const line = LINES.find((count) => !shown.some((other) => overlap(move(box, count * box.height), other)));
    name.style.visibility = line === undefined ? "hidden" : "";
    if (line === undefined || !box.width) continue;
    const down = line * box.height;
    if (down) name.style.translate = `0 ${down}px`;
    shown.push(move(box, down));
  }
}
