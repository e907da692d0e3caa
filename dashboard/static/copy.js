// A button that copies a chart's picture to the clipboard; dashboard/parts/copies.py says how.

const STYLE = `
button {
  width: 100%; padding: .4rem .8rem; border: 1px solid var(--st-border-color); border-radius: .5rem;
  background: transparent; color: var(--st-text-color); font: 400 1rem var(--st-font); cursor: pointer;
}
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
span { display: block; min-height: 1.2em; font: .85rem var(--st-font); color: var(--st-text-color); }
`;

const waiting = new WeakMap();

function decode(picture) {
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
  return new Blob([bytes], { type: "image/png" });
}

export function show({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button") ?? make(parentElement);
  const status = parentElement.querySelector("span");
  button.textContent = data.label;
  const asked = waiting.get(button);
  if (asked && data.picture) {
    waiting.delete(button);
    asked(decode(data.picture));
  }
  button.onclick = async () => {
    if (!navigator.clipboard || !window.ClipboardItem) {
      status.textContent = data.failed;
      return;
    }
    status.textContent = "";
    const picture = new Promise((resolve) => waiting.set(button, resolve));
    setTriggerValue("asked", true);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      status.textContent = data.done;
    } catch {
      status.textContent = data.failed;
    }
  };
}

function make(parent) {
  const style = document.createElement("style"), button = document.createElement("button"), status = document.createElement("span");
  style.textContent = STYLE;
  button.type = "button";
  status.setAttribute("role", "status");
  parent.append(style, button, status);
  return button;
}
