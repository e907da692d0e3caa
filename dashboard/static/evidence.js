// Where the sentences open below the map, the page moves up as far as their beginning needs, and no farther.

const LOOKS = 240; // pictures to wait for the sentences
const HEADING = ".st-key-evidence-box h3";

const read = () => document.querySelector(HEADING)?.textContent ?? "";
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function look(before, left) {
  const heading = document.querySelector(HEADING);
  if (heading && heading.textContent !== before) heading.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  else if (left) requestAnimationFrame(() => look(before, left - 1));
}

// Bring the sentences into view once they are those of another country or area.
export const follow = () => look(read(), LOOKS);
