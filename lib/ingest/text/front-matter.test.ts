import { expect, test } from "vitest";
import { parseArticle } from "../parse-article";
import type { ArticleMetadata } from "../read-metadata";
import { takeTitle } from "./take-title";

function read(value: string): { text: string; metadata: ArticleMetadata; notes: string[] } {
  const parsed = parseArticle({ format: "markdown", value });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { text, metadata, notes } = takeTitle(parsed.value);
  return { text, metadata, notes };
}

const TITLE = { title: "Breakwater ready" };

test.each<[string, string, ArticleMetadata]>([
  ["one name", "---\ntitle: Breakwater ready\n---\n", TITLE],
  ["quoted, with a colon", `---\ntitle: "Breakwater: \\"ready\\""\n---\n`, { title: 'Breakwater: "ready"' }],
  ["in single quotation marks", "---\ntitle: 'Board''s report'\n---\n", { title: "Board's report" }],
  ["a comment", "---\n# made by hand\ntitle: Breakwater ready # for now\n---\n", TITLE],
  ["ended by dots", "---\ntitle: Breakwater ready\n...\n", TITLE],
  ["lines of Windows", "---\r\ntitle: Breakwater ready\r\n---\r\n", TITLE],
  ["a byte order mark", "\ufeff---\ntitle: Breakwater ready\n---\n", TITLE],
  ["a title on several lines", "---\ntitle: >-\n  Breakwater\n  ready\ndraft: true\n---\n", TITLE],
  [
    "all names",
    "---\ntitle: Breakwater ready\nauthor: Mara Oduya\ndate: 2024-03-03T09:00:00Z\nlang: en_GB\npublisher: The Harbour\ncanonical_url: https://example.org/a\ntags:\n  - harbour\n---\n",
    {
      ...TITLE,
      byline: "Mara Oduya",
      publishedAt: "2024-03-03",
      language: "en-GB",
      publisher: "The Harbour",
      canonicalUrl: "https://example.org/a",
    },
  ],
  [
    "authors in a list",
    "---\nauthors: [Mara Oduya, 'Ines Korhonen']\n---\n",
    { byline: "Mara Oduya, Ines Korhonen" },
  ],
  [
    "authors one a line",
    "---\nauthors:\n- Mara Oduya\n- Ines Korhonen\n---\n",
    { byline: "Mara Oduya, Ines Korhonen" },
  ],
  [
    "authors with addresses",
    "---\nauthor:\n  - name: Mara Oduya\n    email: m@example.org\n  - email: i@example.org\n    name: Ines Korhonen\n---\n",
    { byline: "Mara Oduya, Ines Korhonen" },
  ],
  ["a date in words", "---\ndate: March 3, 2024\n---\n", { publishedAt: "2024-03-03" }],
  ["a month is no day", "---\ndate: March 2024\ntitle: Breakwater ready\n---\n", TITLE],
  [
    "TOML",
    '+++\ntitle = "Breakwater ready"\ndate = 2024-03-03\nauthors = ["Mara Oduya"]\n[extra]\nimage = "a.png"\n+++\n',
    { ...TITLE, publishedAt: "2024-03-03", byline: "Mara Oduya" },
  ],
  [
    "JSON",
    '{\n  "title": "Breakwater ready",\n  "author": {"name": "Mara Oduya"}\n}\n\n',
    { ...TITLE, byline: "Mara Oduya" },
  ],
])("%s", (_, head, metadata) => {
  const { text, metadata: found, notes } = read(`${head}It cost $240 million.\n`);
  expect({ text, metadata: found }).toEqual({ text: "It cost $240 million.", metadata });
  expect(notes).toHaveLength(1);
});

test.each<[string, string, string]>([
  ["a line across", "---\n\nOne.\n\n---\n\nTwo.", "One.\nTwo."],
  [
    "a line across above prose",
    "---\nThe board said: all is well.\n---\nTwo.",
    "The board said: all is well.\nTwo.",
  ],
  ["a head without its end", "---\ntitle: One", "title: One"],
  ["braces that are no JSON", "{\nOne\n}\n\nTwo.", "{ One }\nTwo."],
  ["JSON and nothing else", '{\n"title": "One"\n}\n', '{ "title": "One" }'],
  ["a name further down", "One.\n\n---\ntitle: Two\n---\n", "One.\ntitle: Two"],
])("%s stays in the text", (_, value, text) => {
  expect(read(value)).toMatchObject({ text, notes: [] });
});

test("the heading that repeats the title is dropped, and the note names what was read", () => {
  const { text, notes } = read(
    "---\ntitle: Breakwater ready\ntags: [a]\n---\n# Breakwater ready\n\nIt cost 12.",
  );
  expect(text).toBe("It cost 12.");
  expect(notes).toEqual([
    "The head of the file (title, tags) was read as details and is not in the text.",
    "The heading “Breakwater ready” became the title and is not in the text.",
  ]);
});
