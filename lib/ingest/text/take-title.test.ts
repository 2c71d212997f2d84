import { expect, test } from "vitest";
import { parseArticle } from "../parse-article";
import { takeTitle } from "./take-title";

test.each<[string, string, string, string | undefined]>([
  [
    "a heading at the top",
    "# Lake\n\nIt holds 4 litres.\n\n## Costs\n\n12 million.",
    "It holds 4 litres.|Costs|12 million.",
    "Lake",
  ],
  ["one of several of its level", "# Lake\n\nOne.\n\n# Sea\n\nTwo.", "Lake|One.|Sea|Two.", "Lake"],
  ["a heading after text", "One.\n\n# Lake\n\nTwo.", "One.|Lake|Two.", "Lake"],
  ["a heading and nothing else", "# Lake", "Lake", "Lake"],
  ["no heading", "One.\n\nTwo.", "One.|Two.", undefined],
])("%s", (_, value, text, title) => {
  const parsed = parseArticle({ format: "markdown", value });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const article = takeTitle(parsed.value);
  expect([article.text.replaceAll("\n", "|"), article.metadata.title]).toEqual([text, title]);
  expect(article.notes).toEqual(
    article.text === parsed.value.text ? [] : ["The heading “Lake” became the title and is not in the text."],
  );
});
