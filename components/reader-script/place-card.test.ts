import { expect, test } from "vitest";
import { placeCard } from "./place-card";

const view = { width: 1000, height: 600 };
const card = { width: 400, height: 200 };

test.each([
  ["below its text", { left: 100, top: 90, right: 200, bottom: 110 }, card, { left: 100, top: 118 }],
  [
    "above it, where there is more room",
    { left: 100, top: 500, right: 200, bottom: 520 },
    card,
    { left: 100, top: 292 },
  ],
  ["inside the right edge", { left: 900, top: 90, right: 980, bottom: 110 }, card, { left: 588, top: 118 }],
  ["inside the left edge", { left: -50, top: 90, right: 20, bottom: 110 }, card, { left: 12, top: 118 }],
  [
    "at the upper edge, if it is too high for either side",
    { left: 100, top: 400, right: 200, bottom: 420 },
    { width: 400, height: 900 },
    { left: 100, top: 12, room: 380 },
  ],
  [
    "inside the window, if there is little room on both sides",
    { left: 100, top: 10, right: 200, bottom: 590 },
    card,
    { left: 100, top: 428, room: 160 },
  ],
])("a card goes %s", (_, text, size, expected) => {
  expect(placeCard(text, size, view)).toMatchObject(expected);
});

test("a card goes to rectangles as browsers measure them, which have no properties of their own", () => {
  const measured = Object.create({ left: 100, top: 90, right: 200, bottom: 110 });
  expect(placeCard(measured, card, view, measured)).toMatchObject({ left: 100, top: 118 });
});

test.each([
  ["below all of them", { top: 90, bottom: 170 }, { left: 100, top: 178 }],
  ["above all of them", { top: 230, bottom: 520 }, { left: 100, top: 22 }],
  ["below their line, where there is no room for that", { top: 20, bottom: 590 }, { left: 100, top: 178 }],
])("a card of words of several lines goes %s", (_, lines, expected) => {
  const line = { left: 100, top: 150, right: 200, bottom: 170 };
  expect(placeCard(line, card, view, { left: 50, right: 900, ...lines })).toMatchObject(expected);
});
