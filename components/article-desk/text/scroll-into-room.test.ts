import { expect, test } from "vitest";
import { scrollIntoRoom } from "./scroll-into-room";

const room = { top: 50, bottom: 400 };

test.each<[string, { top: number; bottom: number }, number]>([
  ["in view", { top: 100, bottom: 120 }, 0],
  ["below the room", { top: 500, bottom: 520 }, 132],
  ["under the head of the page", { top: 40, bottom: 60 }, -22],
  ["above the window", { top: -300, bottom: -280 }, -362],
  ["cut off at the lower edge", { top: 350, bottom: 420 }, 32],
  ["higher than the room: their first line", { top: 300, bottom: 900 }, 238],
  ["higher than the room, and begun above it", { top: 0, bottom: 900 }, -62],
])("words %s", (_, words, expected) => {
  const by = scrollIntoRoom(words, room);
  expect(by).toBe(expected);
  // Scrolled, they stay.
  expect(scrollIntoRoom({ top: words.top - by, bottom: Math.min(words.bottom - by, 388) }, room)).toBe(0);
});
