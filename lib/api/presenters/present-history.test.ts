import { expect, test } from "vitest";
import { compareTexts } from "@/lib/anchoring/compare-texts";
import { presentClaimHistoryItem } from "./present-history";

test.each([
  ["a new text", "", "Customs counted less."],
  ["a text that is gone", "Customs counted less.", ""],
  ["an edited sentence", "Trade rose to $240 billion.", "Trade rose to $219 billion."],
  ["an edited paragraph among others", "One.\nTwo is here.\nThree.", "One.\nTwo was here.\nThree.\nFour."],
])("%s is shown as it was and as it is", (_, before, after) => {
  const shown = presentClaimHistoryItem({
    action: "change",
    note: null,
    actor: { id: "", name: "The system" },
    at: "2026-11-30T09:00:00.000Z",
    ratingLabel: null,
    change: {
      did: "changed claim 1",
      differences: [{ label: "Statement", blocks: compareTexts(before, after) }],
    },
  });
  expect(shown).toMatchObject({
    actor: null,
    did: "changed claim 1",
    differences: [{ field: "Statement", before, after }],
  });
});
