// Three steps for who comes the first time: a strip above the page that covers nothing, and goes for good when asked to.
//
// The browser remembers that; a cookie says it to the server too, which then sends no tour at all.

const KEPT = "aidatlas-tour";
const YEAR = 365 * 24 * 3600;

export function show({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector("section") ?? make(parentElement);
  if (data.asked) forget();
  box.hidden = !data.asked && localStorage.getItem(KEPT) === "closed";
  box.words = data;
  box.close = (forGood) => {
    if (forGood) remember();
    box.hidden = true;
    setTriggerValue("closed", true);
  };
  write(box);
}

function make(parent) {
  const box = document.createElement("section");
  box.innerHTML = `<div role="status"><strong></strong> <span></span></div><div class="ways">${["back", "next", "close", "never"].map((name) => `<button type="button" class="${name}"></button>`).join("")}</div>`;
  box.step = 0;
  box.querySelector(".back").onclick = () => turn(box, -1);
  box.querySelector(".next").onclick = () => (box.step < box.words.steps.length ? turn(box, 1) : box.close(false));
  box.querySelector(".close").onclick = () => box.close(false);
  box.querySelector(".never").onclick = () => box.close(true);
  box.onkeydown = (event) => { if (event.key === "Escape") box.close(false); };
  parent.append(box);
  return box;
}

// Step 0 is the question whether to begin.
function turn(box, by) {
  box.step += by;
  write(box);
  // A button that is gone holds no focus.
  if (box.querySelector(".back").hidden) box.querySelector(".next").focus();
}

function write(box) {
  const { words, step } = box, last = words.steps.length, [title, text] = step ? words.steps[step - 1] : [words.title, words.about];
  box.setAttribute("aria-label", words.title);
  box.querySelector("strong").textContent = step ? `${step}/${last} ${title}` : title;
  box.querySelector("span").textContent = text;
  const said = { back: words.back, next: step === 0 ? words.start : step < last ? words.next : words.done, close: words.close, never: words.never };
  for (const [name, label] of Object.entries(said)) box.querySelector(`.${name}`).textContent = label;
  box.querySelector(".back").hidden = step === 0;
  box.querySelector(".close").hidden = step === last;
}

function remember() {
  localStorage.setItem(KEPT, "closed");
  document.cookie = `${KEPT}=closed; path=/; max-age=${YEAR}; samesite=strict`;
}

function forget() {
  localStorage.removeItem(KEPT);
  document.cookie = `${KEPT}=; path=/; max-age=0; samesite=strict`;
}
