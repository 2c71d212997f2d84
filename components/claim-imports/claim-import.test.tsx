// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { planClaimImport } from "@/lib/claim-imports/plan-claim-import";
import { defaultScale } from "@/lib/ratings/default-scale";
import { err, ok } from "@/lib/result";
import { ClaimImport } from "./claim-import";
import type { ImportClaims, PreviewClaimImport } from "./claim-import-types";

const TEXT = "Trade rose fast. Trade fell by half.";

/** What the server answers, from the same plan. */
const preview: PreviewClaimImport = async ({ content }) => {
  const planned = planClaimImport(content, {
    text: TEXT,
    language: "en",
    ratings: defaultScale.ratings,
    claims: [{ id: "a", number: 4, statement: "Known.", start: 0, end: 5 }],
    imported: [],
  });
  if (!planned.ok) {
    const { message } = planned.error;
    return err({ kind: "invalid", message, fields: { content: [message] } });
  }
  const claims = planned.value.rows.map(({ content: { statement, evidence }, ...row }) => ({
    ...row,
    statement,
    claimant: null,
    sources: evidence?.length ?? 0,
  }));
  return ok({ versionId: "v1", format: planned.value.format, claims, ratings: planned.value.ratings });
};

let root: Root;
let box: HTMLElement;
const importClaims = vi.fn<ImportClaims>();

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  box = document.body.appendChild(document.createElement("div"));
  root = createRoot(box);
  importClaims.mockReset().mockResolvedValue(ok({ imported: [{ row: 0 }, { row: 2 }], known: 0 }));
  act(() =>
    root.render(
      <ClaimImport
        article={{ id: "article", language: "en" }}
        text={TEXT}
        ratings={defaultScale.ratings}
        importClaims={importClaims}
        preview={preview}
      />,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.unstubAllGlobals();
});

function labelled<E extends HTMLElement>(name: string): E {
  const label = [...box.querySelectorAll("label")].find((each) => each.textContent?.includes(name));
  const control = label?.control ?? label?.querySelector("input");
  if (!control) throw new Error(`nothing is called ${name}`);
  return control as unknown as E;
}

const button = (name: string) =>
  [...box.querySelectorAll("button")].find((each) => each.textContent === name) as HTMLButtonElement;

/** Enters a value as a person would: React hears of it. */
function enter(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  const kind = control instanceof HTMLSelectElement ? "change" : "input";
  act(() => void control.dispatchEvent(new Event(kind, { bubbles: true })));
}

async function review(text: string) {
  enter(labelled<HTMLTextAreaElement>("Paste the file’s text"), text);
  await act(async () => button("Review claims").click());
}

test("what is placed is chosen; the rest is chosen, marked by hand or skipped; a foreign rating is asked for", async () => {
  await review(
    "quote,statement,rating\nrose fast,It rose.,Pants on Fire\nTrade,Known.,\nno such words,It fell.,\nTrade,Again.,\n",
  );
  expect(box.querySelector("[role=status]")?.textContent).toContain("1 claim placed, 2 to place");
  expect(document.activeElement?.contains(box.querySelector("#imported-claims"))).toBe(true);
  expect(button("Import 1 claim").disabled).toBe(true);
  enter(labelled<HTMLSelectElement>("Rating for “Pants on Fire”"), "false");
  expect(button("Import 1 claim").disabled).toBe(false);

  const own = labelled<HTMLInputElement>("paste words from the article for claim 3");
  enter(own, "fell by a half");
  expect(box.textContent).toContain("don’t appear in the article");
  enter(own, "fell by half");
  expect(box.textContent).toContain("Found in the article.");

  await act(async () => button("Import 2 claims").click());
  expect(importClaims.mock.calls[0]?.[0]).toMatchObject({
    versionId: "v1",
    ratings: { "Pants on Fire": "false" },
    rows: [
      { row: 0, start: 6, end: 15 },
      { row: 2, start: 23, end: 35 },
    ],
  });
  expect(box.textContent).toContain("2 claims were imported as drafts.");
  expect(document.activeElement?.textContent).toContain("2 claims were imported");
  expect(labelled<HTMLTextAreaElement>("Paste the file’s text").value).toBe("");
});

test("a file that can't be read says so at its field", async () => {
  await review("Nothing of the kind.");
  expect(box.querySelector("[role=alert]")?.textContent).toMatch(/^No claims were found/);
  expect(box.querySelector("#imported-claims")).toBe(null);
});
