// Streamlit's own words in the reader's language: labels, hints and menus that no setting words otherwise.
//
// Each of its English words that comes to the page is replaced by the catalogue's; nothing else is touched: what charts,
// tables and documents hold is not looked at.

const ATTRIBUTES = ["aria-label", "aria-valuetext", "title", "placeholder", "alt", "data-title"];
const OTHERS = "svg, pre, script, style, textarea, [contenteditable]:not([data-placeholder]), .stHtml, .stBidiComponent:not(:has(.modebar))";
// Longer texts are no labels.
const LONGEST = 200;
// React Aria, from which Streamlit has its date fields, asks here which language its own words are to be in.
const LOCALE = Symbol.for("react-aria.i18n.locale");

let speaking = null;
let ending;

// Replace Streamlit's words as long as the page has this part.
export function speak({ data }) {
  clearTimeout(ending);
  if (speaking?.language !== data.language) {
    speaking?.end();
    speaking = begin(data);
  }
  // A part that is drawn anew is not gone.
  return () => { ending = setTimeout(() => { speaking?.end(); speaking = null; }); };
}

function begin({ language, direction, words }) {
  const page = document.documentElement, { lang, dir } = page, say = translate(words), changed = new Map();
  const observer = new MutationObserver((records) => records.forEach(take));

  function take({ type, target, addedNodes, attributeName }) {
    if (type === "childList") addedNodes.forEach(walk);
    else if (type === "characterData") changeText(target);
    else changeAttribute(target, attributeName);
  }

  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) changeText(node);
    if (node.nodeType !== Node.ELEMENT_NODE || node instanceof SVGElement) return;
    for (const one of [node, ...node.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join(", "))])
      ATTRIBUTES.forEach((name) => changeAttribute(one, name));
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) changeText(texts.currentNode);
  }

  function changeText(node) {
    const said = say(node.data);
    if (said === undefined || node.parentElement?.closest(OTHERS)) return;
    keep(node, "", node.data, said);
    node.data = said;
  }

  function changeAttribute(element, name) {
    const text = element.getAttribute(name), said = text && say(text);
    if (!said || element.closest(".stHtml")) return;
    keep(element, name, text, said);
    element.setAttribute(name, said);
  }

  function keep(node, name, text, said) {
    if (!changed.has(node)) changed.set(node, new Map());
    changed.get(node).set(name, [text, said]);
    // What has left the page is not brought back.
    if (changed.size > 500) for (const one of changed.keys()) if (!one.isConnected) changed.delete(one);
  }

  function end() {
    observer.disconnect();
    for (const [node, parts] of changed) for (const [name, [text, said]] of parts) {
      if (name === "" && node.data === said) node.data = text;
      if (name !== "" && node.getAttribute(name) === said) node.setAttribute(name, text);
    }
    Object.assign(page, { lang, dir });
    turn(undefined);
  }

  // Where a language runs from right to left the page is its mirror; charts are not.
  Object.assign(page, { lang: language, dir: direction });
  turn(language);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  walk(document.body);
  return { language, end };
}

// Say in which language dates and their fields are written: the page's, not the browser's.
function turn(language) {
  const tag = language?.replace("_", "-");
  window[LOCALE] = tag;
  if (tag) Object.defineProperty(navigator, "language", { configurable: true, get: () => tag });
  else delete navigator.language;
  window.dispatchEvent(new Event("languagechange"));
}

// Return what gives the words for one of Streamlit's, undefined where it is none of them.
function translate(words) {
  const plain = new Map(), shaped = [];
  for (const [english, said] of Object.entries(words))
    if (english.includes("{")) shaped.push([shape(english), said]);
    else plain.set(english, said);
  return (text) => {
    if (text.length > LONGEST || !/[A-Za-z]{2}/.test(text)) return undefined;
    const known = text.trim();
    if (plain.has(known)) return plain.get(known);
    for (const [form, said] of shaped) {
      const found = form.exec(known);
      if (found) return said.replace(/\{(\w+)\}/g, (whole, name) => found.groups[name] ?? whole);
    }
    return undefined;
  };
}

// "View {count} more" as a pattern; a count is a number.
function shape(english) {
  const escaped = english.replace(/[.*+?^$()[\]\\|/]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{(\w+)\}/g, (whole, name) => `(?<${name}>${name === "count" || name === "place" ? "\\d+" : ".+?"})`)}$`);
}
