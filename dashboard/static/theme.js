// The reader turns to another theme: charts have their colours from the server, which must hear of it.
//
// Every page has this script; so it brings what else all pages need.

import "./steps.js";

// How bright the page is, from 0 to 1.
function measure(page) {
  const [red, green, blue] = getComputedStyle(page).backgroundColor.match(/\d+/g).map(Number);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

// Tell when the page has another theme than the one it was drawn in.
export function watch({ data, setTriggerValue }) {
  const page = document.querySelector(".stApp");
  const tell = () => (measure(page) < 0.5) !== (data === "dark") && setTriggerValue("turned", true);
  const observer = new MutationObserver(() => setTimeout(tell));
  observer.observe(page, { attributes: true, attributeFilter: ["class"] });
  tell();
  return () => observer.disconnect();
}
