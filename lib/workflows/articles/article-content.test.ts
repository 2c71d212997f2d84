import { expect, test } from "vitest";
import { doc, p } from "@/lib/testing/builders";
import { readContent } from "./article-content";

const document = doc(p("Trade rose.")).toJSON();

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
