// How the page looks, and paper: the reader's theme, kept in the browser for every page, and a button that prints.
//
// Streamlit keeps a theme for one page and changes it by its own menu only. That menu is not shown, for its words are
// English; what is chosen here is clicked there, and written for every page.

const KEPT = "aidatlas-theme";
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
  const print = parentElement.querySelector("button");
  print.textContent = data.print;
  print.onclick = () => window.print();
  // A page that was opened before the choice was made, or is new since.
  if (localStorage.getItem(KEPT) && localStorage.getItem(spell(location.pathname)) !== JSON.stringify(chosen)) choose(chosen, data.pages);
}

function make(parent) {
  const box = document.createElement("fieldset");
  box.innerHTML = `<legend></legend>${THEMES.map((one) => `<label><input type="radio" name="theme" value="${one}"><span></span></label>`).join("")}`;
  const print = document.createElement("button");
  print.type = "button";
  parent.append(box, print);
  return box;
}

const spell = (path) => `stActiveTheme-${path}-v2`;

function read() {
  const kept = localStorage.getItem(KEPT);
  return THEMES.includes(kept) ? kept : "System";
}

async function choose(theme, pages) {
  localStorage.setItem(KEPT, theme);
  for (const path of new Set([location.pathname, "/", ...pages.map((page) => `/${page}`)]))
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
