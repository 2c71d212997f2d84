import { expect, test } from "vitest";
import { parseArticle } from "../parse-article";
import { secondOpinion } from "./second-opinion";

const SENTENCE = "The council of Lindhaven voted on Tuesday to build a new breakwater after nine hours. ";
const BOX = "<p>Words in a box cost 7 euros.</p>";
const IN_BOX = "Words in a box cost 7 euros.";

/** What an import has between two paragraphs, and what the second reader has against it. */
async function read(kind: "page" | "passage", inside: string): Promise<{ text: string; against: string[] }> {
  const [first, last] = ["Alpha came before it all.", "Omega came after it all."];
  const body = `<p>${SENTENCE.repeat(3)}</p><p>${first}</p>${inside}<p>${last}</p><p>${SENTENCE.repeat(3)}</p>`;
  const value =
    kind === "passage"
      ? body
      : `<!doctype html><html lang="en"><head><title>T</title><meta name="x" content="y"></head><body><main><article>${body}</article></main></body></html>`;
  const parsed = parseArticle({ format: "html", value, kind });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { text } = parsed.value;
  const { listed } = await secondOpinion({ kind: "html", value }, text);
  return {
    text: text.slice(text.indexOf(first) + first.length, text.indexOf(last)).replaceAll("\n", "|"),
    against: listed.map(({ original, imported }) => `${original} → ${imported}`),
  };
}

test.each<[string, string, string]>([
  ["an open dialog", `<dialog open>${BOX}</dialog>`, `|${IN_BOX}|`],
  ["a dialog", `<dialog>${BOX}</dialog>`, "|"],
  ["a details element", `<details><summary>More</summary>${BOX}</details>`, `|More|${IN_BOX}|`],
  ["one that is open", `<details open><summary>More</summary>${BOX}</details>`, `|More|${IN_BOX}|`],
  ["one without a summary", `<details>${BOX}</details>`, `|${IN_BOX}|`],
  ["a popover", `<div popover>${BOX}</div>`, "|"],
  ["one in a line", "<p>One <span popover=manual>boxed 7</span> two.</p>", "|One two.|"],
  ["a template", `<template>${BOX}</template>`, "|"],
  ["a hidden element", `<div hidden>${BOX}</div>`, "|"],
  ["one that can be found", `<div hidden=until-found>${BOX}</div>`, `|${IN_BOX}|`],
  ["the same in capitals", `<div hidden=UNTIL-FOUND>${BOX}</div>`, `|${IN_BOX}|`],
  ["an inert element", `<div inert>${BOX}</div>`, `|${IN_BOX}|`],
  ["skipped content", `<div style="content-visibility: hidden">${BOX}</div>`, "|"],
  ["content that is drawn when needed", `<div style="content-visibility:auto">${BOX}</div>`, `|${IN_BOX}|`],
  ["a collapsed line", `<p style="visibility:collapse">${IN_BOX}</p>`, "|"],
  ["a form for browsers without script", `<noscript>${BOX}</noscript>`, "|"],
  ["a slot without a shadow tree", "<p>One <slot>boxed 7</slot> two.</p>", "|One boxed 7 two.|"],
  [
    "words moved off the page",
    "<p>One <b style='position:absolute;left:-9999px'>boxed 7</b> two.</p>",
    "|One two.|",
  ],
  [
    "clipped words",
    "<p>One <b style='position:absolute;clip:rect(0,0,0,0)'>boxed 7</b> two.</p>",
    "|One two.|",
  ],
  ["words without size", "<p>One <b style='font-size:0'>boxed 7</b> two.</p>", "|One two.|"],
  [
    "words that the page's style sheet clips",
    "<style>p{color:red} .vh{clip:rect(0 0 0 0)}</style><p>One <b class=vh>boxed 7</b> two.</p>",
    "|One two.|",
  ],
  ["words for screen readers", "<p>One <b class='u-visually-hidden'>boxed 7</b> two.</p>", "|One two.|"],
  ["small words", "<p>One <b style='font-size:0.8em;left:-9px'>boxed 7</b> two.</p>", "|One boxed 7 two.|"],
])("importer and second reader agree: %s", async (_, inside, text) => {
  for (const kind of ["page", "passage"] as const)
    expect(await read(kind, inside), kind).toEqual({ text, against: [] });
});

test.each<[string, string]>([
  ["by its role", `<div role="dialog" aria-modal="true">${BOX}</div>`],
  ["without a role", `<div aria-modal="true">${BOX}</div>`],
  ["by its name", `<dialog open class="cookie-banner">${BOX}</dialog>`],
])("what opens over a page is no part of its article, and no loss: %s", async (_, inside) => {
  expect(await read("page", inside)).toEqual({ text: "|", against: [] });
  expect((await read("passage", inside)).text).toBe(`|${IN_BOX}|`);
});

test("an article in a modal element stays", () => {
  const value = `<!doctype html><html><head><title>T</title><meta name="x" content="y"></head><body><div aria-modal="true"><article>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(3)}</article></div><p>Menu</p></body></html>`;
  const parsed = parseArticle({ format: "html", value, kind: "page" });
  expect(parsed.ok && parsed.value.text).toContain("breakwater");
});
