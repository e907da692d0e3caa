// Links from one page of the dashboard to another keep the reader's session: the browser would begin a new one, and what
// the reader has laid on the desk would be gone. A click with a key held opens a new tab as everywhere.

// Go to an address of the dashboard as Back does: Streamlit hears of the history, and draws the page that stands there.
function go(address) {
  history.pushState({}, "", new URL(address, location.href));
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function open(event) {
  const link = event.target.closest?.("a.aa-open");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.getAttribute("href"));
}

let gone;

// The data are an address to go to now, with the number of the way, so that no way is gone twice.
export function follow({ data }) {
  if (data && data.number !== gone) {
    gone = data.number;
    go(data.address);
  }
  document.addEventListener("click", open);
  return () => document.removeEventListener("click", open);
}
