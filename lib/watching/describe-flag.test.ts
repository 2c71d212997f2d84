import { expect, test } from "vitest";
import { makeDates } from "@/lib/personal/dates";
import { describeFlag } from "./describe-flag";
import type { Flag } from "./flag";

const source = { id: "s", title: "Customs" };
const cause = { id: "c", number: 7, articleId: "a", articleTitle: "Trade" };

test.each<[string, Partial<Flag>]>([
  [
    "Review due 3 December 2026: New figures",
    { kind: "review_due", detail: { reviewOn: "2026-12-03", reason: "New figures" } },
  ],
  ["The page of “Customs” changed on 4 December 2026.", { kind: "page_changed", source }],
  ["The page of a source changed on 4 December 2026.", { kind: "page_changed" }],
  [
    "The page of “Customs” changed on 4 December 2026; the excerpt is no longer in it.",
    { kind: "excerpt_gone", source },
  ],
  [
    "The evidence of the same claim changed in “Trade” on 4 December 2026.",
    { kind: "family_changed", cause, detail: { changed: ["evidence"] } },
  ],
  [
    "The verdict and the evidence of the same claim changed in “Trade” on 4 December 2026.",
    { kind: "family_changed", cause, detail: { changed: ["verdict", "evidence"] } },
  ],
  ["No change for 7 days.", { kind: "idle", detail: { days: 7 } }],
])("%s", (sentence, flag) => {
  const bare = {
    kind: "idle",
    source: null,
    cause: null,
    detail: {},
    madeAt: "2026-12-04T10:00:00.000Z",
  } as const;
  expect(describeFlag({ ...bare, ...flag }, makeDates({ language: "en", timeZone: "UTC" }))).toBe(sentence);
});
