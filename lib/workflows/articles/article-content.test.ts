import { expect, test, vi } from "vitest";
import { parseArticle } from "@/lib/ingest/parse-article";
import { readContent } from "./article-content";

// Only what is called in this process passes it: the one that reads apart has its own.
vi.mock("@/lib/ingest/parse-article", async (load) => {
  const whole = await load<typeof import("@/lib/ingest/parse-article")>();
  return { ...whole, parseArticle: vi.fn(whole.parseArticle) };
});

test.each([
  ["text", "One", 1],
  ["html", "<p>One</p>", 0],
  ["markdown", "One", 0],
] as const)("%s comes in, whatever may be in it", async (format, value, times) => {
  vi.mocked(parseArticle).mockClear();
  expect(await readContent({ format, value })).toMatchObject({ ok: true, value: { text: "One" } });
  expect(parseArticle).toHaveBeenCalledTimes(times);
});

test("of a passage everything comes in, also what a page would have beside its article", async () => {
  const paragraph = "Trade rose to a record of 240 billion dollars, the ministry said on Friday. "
    .repeat(10)
    .trim();
  const value = `<div class="sidebar">The record in numbers</div><p>${paragraph}</p><p>${paragraph}</p>`;
  expect(await readContent({ format: "html", value })).toMatchObject({
    ok: true,
    value: { text: `The record in numbers\n${paragraph}\n${paragraph}` },
  });
});

test("markup that its parser does not come to an end with is refused", async () => {
  expect(await readContent({ format: "html", value: "<div>".repeat(700_000) })).toMatchObject({
    ok: false,
    error: { kind: "invalid" },
  });
});
