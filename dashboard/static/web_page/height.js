// Tells a page that shows this one in a frame how high it is, and nothing else; dashboard/figures/web_pages.py puts these
// lines into every page, and gives those that listen.

if (parent !== globalThis) {
  const tell = () => parent.postMessage({ height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
}
