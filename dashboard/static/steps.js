// To go to another page is one step of the browser's history, not two: a page opened from the menu has an address
// without the reader's choice, which the server would write to it as a step of its own. Here it has it from the start.

const push = history.pushState.bind(history);

history.pushState = (state, unused, address) => {
  const next = new URL(address ?? "", location.href);
  if (next.pathname !== location.pathname && !next.search) next.search = location.search;
  push(state, unused, next);
};
