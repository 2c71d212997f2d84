import { expect, test } from "vitest";
import { edgeScroll } from "./edge-scroll";

test.each([
  [400, 800, 0],
  [64, 800, 0],
  [32, 800, -9],
  [0, 800, -18],
  [-50, 800, -18],
  [736, 800, 0],
  [768, 800, 9],
  [900, 800, 18],
])("at %i of %i pixels, a frame scrolls by %i", (position, length, expected) => {
  expect(edgeScroll(position, length)).toBe(expected);
});
