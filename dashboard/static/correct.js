// The ways from a sentence: a link to its place in its document, a button to its correction, and in the list of what
// happened those that make two acts one or part one. They are made here: in the text of the page they would weigh more
// than its sentences.
//
// A sentence bears data-said: its document, its number and, in that list, the number of its event. Behind a sentence of a
// text stands an empty element with its number alone; what it stands in names the document.

let words = {};
let tell = () => {};
let waits = false;

function read(place) {
  const around = place.closest("[data-document]");
  const [document, sentence, event] = (around ? `${around.dataset.document} ` : "").concat(place.dataset.said).split(" ");
  return { document, sentence, event: event && `${document}-${event}` };
}

// Followed as every link between pages is (links.js).
function link(source, { document: name, sentence }) {
  const link = document.createElement("a"), choice = new URLSearchParams(words.choice);
  choice.set("document", name);
  choice.set("sentence", sentence);
  Object.assign(link, { className: "aa-open aa-open-document", textContent: words.open, target: "_self" });
  link.setAttribute("href", `documents?${choice}`);
  source.append(source.textContent ? " · " : "", link);
}

function add(place, label, asked, kind = "") {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: `aa-correct ${kind}`, textContent: label });
  button.onclick = () => tell(asked);
  place.append(" ", button);
}

// Behind a sentence of an act: the act above it is the same, or this is none of it.
function addActs(place, source, event) {
  const act = place.closest(".aa-event");
  const above = act?.previousElementSibling?.querySelector("[data-said]");
  if (place.closest("details")) add(source, words.other_act, { event });
  else if (above) add(act, words.same_act, { event, other: read(above).event });
}

function equip() {
  waits = false;
  for (const place of document.querySelectorAll("[data-said]:not([data-known])")) {
    place.dataset.known = "";
    const { event, ...sentence } = read(place);
    const line = place.querySelector(".aa-source"), source = line ?? place;
    if (line) link(line, sentence);
    add(source, words.button, sentence, place.closest("[data-document]") ? "aa-pencil" : "");
    if (event) addActs(place, source, event);
  }
}

function takeAway() {
  // With the sign that stands before each.
  for (const one of document.querySelectorAll("button.aa-correct, [data-known] a.aa-open-document")) {
    if (one.previousSibling?.nodeType === Node.TEXT_NODE && one.previousSibling.data.trim().length < 2) one.previousSibling.remove();
    one.remove();
  }
  document.querySelectorAll("[data-known]").forEach((one) => delete one.dataset.known);
}

// With each picture once, however much of the page changes.
const watcher = new MutationObserver(() => {
  if (!waits) requestAnimationFrame(equip);
  waits = true;
});

export function listen({ data, setTriggerValue }) {
  tell = (asked) => setTriggerValue("asked", asked);
  if (data.button !== words.button) takeAway();
  words = data;
  equip();
  watcher.observe(document.body, { childList: true, subtree: true });
  return () => watcher.disconnect();
}
