// A click on a "Correct" in a text: the server hears of which sentence, or of which event.

// What is asked stands in the data of the button and, for all buttons of a text, of what it stands in.
function read(button) {
  const around = button.closest("[data-document]");
  return { ...(around ? around.dataset : {}), ...button.dataset };
}

export function listen({ setTriggerValue }) {
  const hear = (event) => {
    const button = event.target.closest?.("button.aa-correct");
    if (button) setTriggerValue("asked", read(button));
  };
  document.addEventListener("click", hear);
  return () => document.removeEventListener("click", hear);
}
