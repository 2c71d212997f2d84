import { expect, test } from "vitest";
import { doc, p } from "@/lib/testing/builders";
import { readContent } from "./article-content";

const document = doc(p("Trade rose.")).toJSON();

const TITLED = "Water runs low\n\nThe lake holds 4 billion litres.";
const BODY = "The lake holds 4 billion litres.";
const TAKEN = ["The first line “Water runs low” became the title and is not in the text."];

test.each<[string, string, string | undefined, object]>([
  ["without a title", TITLED, "", { text: BODY, title: "Water runs low", notes: TAKEN }],
  ["with the same title", TITLED, "Water runs low", { text: BODY, title: "Water runs low", notes: TAKEN }],
  ["with another title", TITLED, "Drought", { text: `Water runs low\n${BODY}`, notes: [] }],
  ["that goes into a form", TITLED, undefined, { text: `Water runs low\n${BODY}`, notes: [] }],
  ["without a line for the title", `${BODY}\n\n${BODY}`, "", { text: `${BODY}\n${BODY}`, title: null }],
])("a plain text %s", async (_, value, typedTitle, expected) => {
  expect(await readContent({ format: "text", value }, { typedTitle })).toMatchObject({
    ok: true,
    value: expected,
  });
});

test.each<[string, unknown, object]>([
  ["as values", document, { ok: true, value: { text: "Trade rose." } }],
  ["as JSON", JSON.stringify(document), { ok: true, value: { text: "Trade rose." } }],
  [
    "as JSON that was cut",
    JSON.stringify(document).slice(0, -1),
    { error: { message: "The text can’t be read. Reload the page, and try again." } },
  ],
  [
    "as JSON with more values than any article",
    JSON.stringify({ type: "doc", content: Array.from({ length: 200_000 }, () => ({ type: "paragraph" })) }),
    { error: { message: expect.stringMatching(/^The text has too many paragraphs/) } },
  ],
])("a document %s", async (_, value, expected) => {
  expect(await readContent({ format: "document", value })).toMatchObject(expected);
});
