import { describe, expect, test } from "vitest";
import type { CheckableItem } from "./checkable-item";
import { type CoveringClaim, countItems, listItems, type Tick } from "./tick";

const item = (start: number, end: number, kind: CheckableItem["kind"] = "name"): CheckableItem => ({
  kind,
  start,
  end,
});
const tick = (range: CheckableItem, id = "t"): Tick => ({
  ...range,
  id,
  exact: "Ada",
  outcome: "checked",
  reason: null,
  by: { id: "u", name: "Ann" },
  at: "2026-01-01T00:00:00.000Z",
  version: 1,
});
const claim = (start: number, end: number, other: Partial<CoveringClaim> = {}): CoveringClaim => ({
  number: 7,
  state: "approved",
  excluded: false,
  anchor: { start, end, outcome: "created", versionId: "v" },
  ...other,
});
const at = (outcome: CoveringClaim["anchor"]["outcome"], versionId = "v") => ({
  anchor: { start: 0, end: 9, outcome, versionId },
});

describe("the status of an item at 2 to 5", () => {
  test.each<[name: string, ticks: Tick[], claims: CoveringClaim[], status: string]>([
    ["nothing", [], [], "open"],
    ["its own tick", [tick(item(2, 5))], [], "ticked"],
    ["a tick around it, as an earlier release found it", [tick(item(0, 6))], [], "ticked"],
    ["a tick on a part of it", [tick(item(2, 4))], [], "open"],
    ["a tick of another kind", [tick(item(2, 5, "figure"))], [], "open"],
    ["an approved claim around it", [], [claim(0, 9)], "claimed"],
    ["a published claim on it", [], [claim(2, 5, { state: "published" })], "claimed"],
    ["a claim on a part of it", [], [claim(3, 9)], "open"],
    ["a claim in review", [], [claim(0, 9, { state: "in_review" })], "open"],
    ["an excluded claim", [], [claim(0, 9, { excluded: true })], "open"],
    ["a claim whose position needs checking", [], [claim(0, 9, at("changed"))], "open"],
    ["a claim in another version", [], [claim(0, 9, at("created", "w"))], "open"],
    ["a tick and a claim", [tick(item(2, 5))], [claim(0, 9)], "ticked"],
    ["a long claim that began before a short one", [], [claim(0, 9), claim(1, 2)], "claimed"],
  ])("%s", (_, ticks, claims, status) => {
    expect(listItems([item(2, 5)], ticks, claims, "v").map((each) => each.status.kind)).toEqual([status]);
  });
});

test("counts by kind", () => {
  const items = [item(0, 1), item(2, 3), item(2, 3, "figure")];
  expect(countItems(listItems(items, [tick(item(2, 3))], [], "v"))).toEqual({
    name: { done: 1, total: 2 },
    figure: { done: 0, total: 1 },
    quotation: { done: 0, total: 0 },
  });
});
