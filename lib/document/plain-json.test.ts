import { expect, test } from "vitest";
import { doc, h } from "@/lib/testing/builders";
import { plainJson } from "./plain-json";

test("attributes of a document become plain objects with the same values", () => {
  const node = doc(h(2, "Head"));
  const json = plainJson<{ content: { attrs: object }[] }>(node);
  expect(json).toEqual(node.toJSON());
  expect(Object.getPrototypeOf(json.content[0]?.attrs)).toBe(Object.prototype);
});
