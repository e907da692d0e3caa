// Links from one page of the dashboard to another keep the reader's session: the browser would begin a new one, and what
// the reader has laid on the desk would be gone. A click with a key held opens a new tab as everywhere.

export function follow({ setTriggerValue }) {
  const open = (event) => {
    const link = event.target.closest?.("a.aa-open");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setTriggerValue("opened", link.getAttribute("href"));
  };
  document.addEventListener("click", open);
  return () => document.removeEventListener("click", open);
}
