// How the page looks, and paper: the reader's theme, kept in the browser for every page, a link, and a button that prints.
//
// Streamlit keeps a theme for one page and changes it by its own menu only. That menu is not shown, for its words are
// English; what is chosen here is clicked there, and written for every page.

const KEPT = "aidatlas-theme";
// Names under which a machine reaches only itself.
const OWN_MACHINE = ["127.0.0.1", "localhost", "[::1]"];
const THEMES = ["System", "Light", "Dark"];
// How many pictures of the screen the menu may take to open.
const PATIENCE = 120;

export function show({ data, parentElement }) {
  const box = parentElement.querySelector("fieldset") ?? make(parentElement);
  box.querySelector("legend").textContent = data.theme;
  const chosen = read();
  for (const input of box.querySelectorAll("input")) {
    input.nextElementSibling.textContent = data[input.value.toLowerCase()];
    input.checked = input.value === chosen;
    input.onchange = () => choose(input.value, data.pages);
  }
  const [copy, print] = parentElement.querySelectorAll("button");
  print.textContent = data.print;
  print.onclick = () => window.print();
  copy.textContent = data.link;
  copy.onclick = () => copyLink(parentElement, data);
  // A page that was opened before the choice was made, or is new since.
  if (localStorage.getItem(KEPT) && localStorage.getItem(spell(location.pathname)) !== JSON.stringify(chosen)) choose(chosen, data.pages);
}

function make(parent) {
  const box = document.createElement("fieldset");
  box.innerHTML = `<legend></legend>${THEMES.map((one) => `<label><input type="radio" name="theme" value="${one}"><span></span></label>`).join("")}`;
  const link = document.createElement("div");
  link.innerHTML = `<button type="button"></button><input class="link" readonly hidden><p role="status"></p>`;
  const print = document.createElement("button");
  print.type = "button";
  parent.append(box, link, print);
  return box;
}

// The address as it stands at the click, also in a field to copy by hand: a browser lets a page write to the clipboard
// over https or on the same machine only, or not at all. Where the reader goes on, both are gone: the next view has another.
async function copyLink(parent, data) {
  const [field, status] = [parent.querySelector(".link"), parent.querySelector("[role=status]")];
  Object.assign(field, { value: location.href, hidden: false, ariaLabel: data.link_field });
  field.onblur = () => {
    if (!document.hasFocus()) return;
    field.hidden = true;
    status.textContent = "";
  };
  field.focus();
  field.select();
  const copied = await write(field.value);
  const own = OWN_MACHINE.includes(location.hostname) ? data.link_own : "";
  status.textContent = [copied ? data.link_copied : data.link_take, own, data.note].filter(Boolean).join(" ");
}

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

const spell = (path) => `stActiveTheme-${path}-v2`;

function read() {
  const kept = localStorage.getItem(KEPT);
  return THEMES.includes(kept) ? kept : "System";
}

async function choose(theme, pages) {
  localStorage.setItem(KEPT, theme);
  // A proxy may have put the dashboard into a folder of a site.
  const root = new URL("../../", import.meta.url).pathname;
  for (const path of new Set([location.pathname, root, ...pages.map((page) => root + page)]))
    localStorage.setItem(spell(path), JSON.stringify(theme));
  const menu = document.querySelector("[data-testid=stMainMenuButton]");
  if (!menu) return;
  menu.click();
  (await wait(`[data-testid="stMainMenuItem-theme-${theme}"]`))?.click();
  if (menu.getAttribute("aria-expanded") === "true") menu.click();
}

async function wait(selector) {
  for (let pictures = 0; pictures < PATIENCE; pictures++) {
    const found = document.querySelector(selector);
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return null;
}
