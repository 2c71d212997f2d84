// @vitest-environment jsdom
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ClaimTools } from "./claim-tools";

const RATINGS = { 1: "false", 2: "true", 3: "false", 4: "true" };
const NUMBERS = Object.keys(RATINGS);
/** What the script wants to do when the browser is idle. */
let idle: (() => void)[] = [];
const runIdle = () => {
  for (const run of idle.splice(0)) run();
};

beforeAll(() => {
  vi.stubGlobal("requestIdleCallback", (run: () => void) => idle.push(run));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
    },
  );
  // Each block is as high as the window, so that the first one fills it.
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const blocks = [...(document.querySelector("[data-marked-text]")?.children ?? [])];
    return new DOMRect(0, blocks.indexOf(this) * innerHeight, innerWidth, innerHeight);
  });
  const marks = NUMBERS.map(
    (number) => `<p><a class="mark" id="mark-${number}"><span>Words</span><sup>${number}</sup></a></p>`,
  );
  const entries = Object.entries(RATINGS).map(
    ([number, rating]) => `<article id="claim-${number}"><span data-rating>${rating}</span></article>`,
  );
  const choices = ["", "false", "true"].map(
    (value) => `<input type="radio" name="rating" value="${value}" data-label="${value}">`,
  );
  document.body.innerHTML = `<claim-tools><button data-part="previous"></button><button data-part="next"></button>
    <output data-filtered="__n__ of 4 claims"></output><details><form>${choices.join("")}</form></details></claim-tools>
    <div data-marked-text>${marks.join("")}</div>${entries.join("")}`;
  customElements.define("claim-tools", ClaimTools);
  runIdle();
});

afterAll(() => {
  idle = [];
  document.body.replaceChildren();
  localStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function choose(rating: string): void {
  const field = document.querySelector<HTMLInputElement>(`input[value="${rating}"]`);
  if (!field) throw new Error(`there is no rating ${rating}`);
  field.checked = true;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

const muted = () =>
  NUMBERS.filter((number) => document.getElementById(`mark-${number}`)?.matches("[data-muted][tabindex]"));
const entries = () =>
  NUMBERS.filter((number) => document.getElementById(`claim-${number}`)?.hidden === false);

test.each<[string, string[], string[], string[]]>([
  ["what is in sight follows at once, the rest when the browser is idle", ["true"], ["1"], ["1", "3"]],
  ["what is in sight is shown again at once", [""], ["3"], []],
  ["the last of several choices holds", ["true", "false"], [], ["2", "4"]],
  ["also if it is the one before", ["true", "false"], ["2", "4"], ["2", "4"]],
])("a filter: %s", (_, ratings, atOnce, then) => {
  for (const rating of ratings) choose(rating);
  expect(muted()).toEqual(atOnce);
  runIdle();
  expect(muted()).toEqual(then);
  expect(entries()).toEqual(NUMBERS.filter((number) => !then.includes(number)));
});

test("a rating in the summary filters, and the focus goes to the steps between the claims that are left", () => {
  Element.prototype.scrollIntoView = () => {};
  const link = document.body.appendChild(document.createElement("a"));
  link.href = "#claim-2";
  link.dataset.filter = "true";
  link.focus();
  link.click();
  runIdle();
  expect(entries()).toEqual(["2", "4"]);
  expect(document.activeElement).toBe(document.querySelector('[data-part="next"]'));
  link.remove();
  Reflect.deleteProperty(Element.prototype, "scrollIntoView");
});
