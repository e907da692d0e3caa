// A box for a day, the browser's own with its calendar; dashboard/parts/days.py says why.
//
// A day picked from the calendar counts at once. While somebody types, every figure makes a whole date: "0002" on the way
// to 2020; what was typed counts once they are done.

const STYLE = `
label { display: block; font: .875rem var(--st-font); color: var(--st-text-color); }
span { display: block; min-height: 1.5rem; padding-bottom: .25rem; }
input {
  box-sizing: border-box; width: 100%; height: 2.5rem; padding: 0 .6rem; border-radius: .5rem;
  border: 1px solid transparent; background: var(--st-secondary-background-color);
  color: inherit; font: 400 1rem var(--st-font);
}
input:focus { border-color: var(--st-primary-color); outline: 1px solid var(--st-primary-color); }
input.wrong { border-color: #d1495b; outline-color: #d1495b; }
input:disabled { opacity: .55; cursor: not-allowed; }
`;

export function show({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector("label") ?? make(parentElement);
  const [input, label] = [box.querySelector("input"), box.querySelector("span")];
  label.textContent = data.label;
  Object.assign(input, { min: data.first, max: data.last, disabled: data.disabled });
  input.style.colorScheme = data.theme;
  // What stands there is the reader's until the page has another day for it.
  if (input.dataset.known !== data.day) {
    input.value = input.dataset.known = data.day;
    input.classList.remove("wrong");
  }
  const take = () => {
    const whole = !input.validity.badInput && (!input.value || Number(input.value.slice(0, -6)) >= data.year);
    input.classList.toggle("wrong", !whole);
    input.typing = false;
    if (!whole || input.value === input.dataset.known) return;
    input.dataset.known = input.value;
    setTriggerValue("day", input.value);
  };
  input.onkeydown = ({ key }) => {
    if (key === "Enter" || key === "Escape") take();
    else if (key !== "Tab") input.typing = true;
  };
  input.onchange = () => input.typing || take();
  input.onblur = take;
}

function make(parent) {
  const style = document.createElement("style"), box = document.createElement("label"), input = document.createElement("input");
  style.textContent = STYLE;
  input.type = "date";
  box.append(document.createElement("span"), input);
  parent.append(style, box);
  return box;
}
