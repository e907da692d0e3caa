// A link to a sentence of a document: the page goes there once, and stays there while what stands above it is still drawn.

const LOOKS = 300; // pictures to wait for the document
const REST = 3000; // milliseconds in which the page may still grow

function keepInView(mark) {
  const show = () => mark.scrollIntoView({ block: "center" });
  const observer = new ResizeObserver(show);
  const stop = () => observer.disconnect();
  for (const turned of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(turned, stop, { once: true, capture: true, passive: true });
  }
  observer.observe(document.querySelector(".stMainBlockContainer"));
  setTimeout(stop, REST);
  show();
}

function look(left) {
  const mark = document.querySelector("mark.aa-found");
  if (mark) keepInView(mark);
  else if (left) requestAnimationFrame(() => look(left - 1));
}

// Go to the sentence that is marked, the first time that the page has it.
export function scroll({ data, parentElement }) {
  if (parentElement.dataset.shown === data) return;
  parentElement.dataset.shown = data;
  look(LOOKS);
}
