// @vitest-environment jsdom
import { act, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OutcomeDraft } from "@/components/drafts/outcome-draft";
import { outcomeRatings } from "@/lib/manuscripts/outcome-ratings";
import { OutcomeField } from "./outcome-field";

let root: Root;
let box: HTMLElement;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  box = document.body.appendChild(document.createElement("div"));
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.unstubAllGlobals();
});

interface Options {
  declines?: boolean;
  errors?: Record<string, string[]>;
}

function Form({
  initial,
  report,
  declines = false,
  errors = {},
}: Options & { initial: OutcomeDraft | null; report: (value: OutcomeDraft | null) => void }) {
  const [value, setValue] = useState(initial);
  return (
    <OutcomeField
      ratings={outcomeRatings()}
      value={value}
      passage="$240 billion"
      declines={declines}
      messages={(path) => errors[path]}
      onChange={(next) => {
        report(next);
        setValue(next);
      }}
      onPick={() => undefined}
    />
  );
}

/** The field in a form that starts with an outcome. @returns the values that it reports */
async function open(initial: OutcomeDraft | null, options: Options = {}) {
  const values: (OutcomeDraft | null)[] = [];
  await act(async () =>
    root.render(<Form initial={initial} report={(value) => values.push(value)} {...options} />),
  );
  return values;
}

const choose = (label: string) =>
  act(async () => box.querySelector<HTMLElement>(`input[aria-label="${label}"]`)?.click());
const labels = () => [...box.querySelectorAll("label[for]")].map((label) => label.textContent);
const blank = { wording: "", question: "", note: "" };

test("nothing is asked before an outcome is chosen", async () => {
  await open(null);
  expect(labels()).toEqual([]);
});

test.each([
  ["Stands", { ...blank, kind: "stands" }, ["Note for the desk optional"]],
  [
    "Change to …",
    { ...blank, kind: "change", wording: "$240 billion" },
    ["Suggested wording", "Note for the desk optional"],
  ],
  [
    "Query to the author",
    { ...blank, kind: "query" },
    ["Question to the author", "Note for the desk optional"],
  ],
])("%s asks for what it needs; a wording begins with the passage", async (label, value, asked) => {
  const values = await open(null);
  await choose(label);
  expect(values).toEqual([value]);
  expect(labels()).toEqual(asked);
});

test("what was typed for one choice stays while another is looked at", async () => {
  const values = await open({ ...blank, kind: "change", wording: "$204 billion", note: "See the report." });
  await choose("Query to the author");
  await choose("Change to …");
  expect(values.at(-1)).toEqual({
    ...blank,
    kind: "change",
    wording: "$204 billion",
    note: "See the report.",
  });
});

test("“Stands” against a suggested wording asks for the reason", async () => {
  await open({ ...blank, kind: "stands" }, { declines: true });
  expect(labels()).toEqual(["Reason for not using the suggested wording"]);
});

test("an outcome can be cleared, and errors are at their fields", async () => {
  const values = await open(
    { ...blank, kind: "query" },
    { errors: { "outcome.question": ["Enter the question for the author."] } },
  );
  expect(box.querySelector("[aria-invalid]")?.getAttribute("id")).toBe(
    [...box.querySelectorAll("label")].find(({ textContent }) => textContent === "Question to the author")
      ?.htmlFor,
  );
  await act(async () =>
    [...box.querySelectorAll("button")].find(({ textContent }) => textContent === "Clear outcome")?.click(),
  );
  expect(values).toEqual([null]);
});
