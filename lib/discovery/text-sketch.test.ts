import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resemblance, SKETCH_SIZE, sketchOf } from "./text-sketch";

const text = readFileSync("prisma/demo/article.txt", "utf8");
const lines = text.split("\n");
const like = (a: string, b: string) => resemblance(sketchOf(a), sketchOf(b));

test.each<[string, string, number, number]>([
  ["itself", text, 1, 1],
  ["itself in capitals, without quotation marks", text.toUpperCase().replace(/[“”"]/g, ""), 0.95, 1],
  ["one paragraph less", lines.slice(0, -2).join("\n"), 0.75, 1],
  ["half of it", text.slice(0, text.length / 2), 0.25, 0.75],
  [
    "another text",
    "Nothing in this text appears in the other one, so the two should not be similar at all.",
    0,
    0.02,
  ],
  ["nothing", "", 0, 0],
])("an article resembles %s", (_, other, least, most) => {
  expect(like(text, other)).toBeGreaterThanOrEqual(least);
  expect(like(text, other)).toBeLessThanOrEqual(most);
});

test.each(["", "two words", "漢字の文章は言葉を空白で区切らない"])(
  "a sketch of %j is short, sorted and repeatable",
  (input) => {
    const sketch = sketchOf(input);
    expect(sketch.length).toBeLessThanOrEqual(SKETCH_SIZE);
    expect(sketch).toEqual([...new Set(sketch)].sort((a, b) => a - b));
    expect(sketchOf(input)).toEqual(sketch);
  },
);

test("a sketch is the same as ever: articles are found by those stored before", () => {
  expect(
    createHash("sha256")
      .update(JSON.stringify(sketchOf(text)))
      .digest("hex"),
  ).toBe("ae7329e37d47a01d205f5233e4a7b165388895b01880ad21a24c7972c3860db4");
  expect(sketchOf("two words")).toEqual([-1297114218]);
});
