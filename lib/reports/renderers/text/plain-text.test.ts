import { expect, test } from "vitest";
import {
  paragraph,
  reportClaim,
  reportEvidence,
  reportSource,
  run,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { renderPlainText } from "./plain-text";

test("the article has a sign after each claim, and its note at the end", () => {
  const text = renderPlainText(
    smallReport({
      article: {
        title: "Taxes",
        blocks: [
          {
            type: "paragraph",
            runs: [run("Taxes", { claims: [7], starts: [7], ends: [7], strong: true }), run(" rose.")],
          },
          {
            type: "list",
            ordered: true,
            start: 9,
            items: [[paragraph("One"), paragraph("more")], [paragraph("Two")]],
          },
        ],
      },
      claims: [
        reportClaim({ number: 7, rationale: [paragraph("They fell.")], evidence: [reportEvidence()] }),
      ],
      sources: [reportSource({ url: "https://budget.example/" })],
    }),
    "https://desk.example/articles/taxes",
  );
  expect(text).toContain("Taxes\n=====\n");
  expect(text).toContain("Taxes[†7] rose.\n\n9. One\n\n   more\n10. Two\n");
  expect(text).toContain(
    "[†7] Claim 7: False. Taxes rose.\n\n    > Taxes\n\n    Event.\n\n    They fell.\n\n    - Supports: Budget <https://budget.example/> [1].\n\n    Checked by Ada, 2 January 2026.\n",
  );
});
