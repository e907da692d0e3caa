"""The button that copies a chart's picture to the clipboard.

The picture is made by the server when the button is clicked; the browser holds its place in the clipboard with a
promise meanwhile, as it lets a page write there only on a click.
"""

from collections.abc import Callable

import streamlit as st

from geo.reference.wordings import Catalogue

_HTML = '<button type="button"></button><span role="status"></span>'
_CSS = """
button {
  width: 100%; padding: .4rem .8rem; border: 1px solid var(--st-border-color); border-radius: .5rem;
  background: transparent; color: var(--st-text-color); font: 400 1rem var(--st-font); cursor: pointer;
}
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
span { display: block; min-height: 1.2em; font: .85rem var(--st-font); color: var(--st-text-color); }
"""
_SCRIPT = """
const waiting = new WeakMap();

function decode(picture) {
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
  return new Blob([bytes], { type: "image/png" });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button");
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
"""
_button = st.components.v2.component("aidatlas_copy", html=_HTML, css=_CSS, js=_SCRIPT)


@st.fragment
def offer_copy(name: str, draw: Callable[[], str], words: Catalogue) -> None:
    """Show a button that copies a picture; `draw` returns the PNG in Base64 when it is asked for."""
    asked = f"{name}-copy-asked"

    def take() -> None:
        st.session_state[asked] = True

    picture = draw() if st.session_state.pop(asked, False) else None
    said = {key: words(f"download.{key}") for key in ("copy", "copied", "not_copied")}
    _button(
        key=f"{name}-copy",
        data={"label": said["copy"], "done": said["copied"], "failed": said["not_copied"], "picture": picture},
        on_asked_change=take,
    )
