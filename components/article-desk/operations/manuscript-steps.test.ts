import { expect, test, vi } from "vitest";
import type { Failure } from "@/lib/failure";
import { err, ok } from "@/lib/result";
import { buildClaim, buildOutcome } from "@/lib/testing/builders";
import type { LabelledWrite } from "./claim-writes";
import { createManuscriptSteps } from "./manuscript-steps";

const change = buildOutcome({ kind: "change", wording: "Taxes fell" });
const claim = buildClaim({
  id: "a",
  number: 3,
  revision: 4,
  purpose: "manuscript",
  state: "draft",
  outcome: change,
});
const other = buildClaim({ id: "b", revision: 7, purpose: "manuscript", state: "draft", outcome: change });

function steps(outcome: "done" | "queued" | "failed" = "done") {
  const opened: string[] = [];
  const written: LabelledWrite[] = [];
  const acceptWordings = vi.fn();
  const failures: Failure[] = [];
  const desk = createManuscriptSteps({
    articleId: "article",
    versionId: "version",
    language: "en",
    acceptWordings,
    openPage: (href) => opened.push(href),
    showMessage: () => undefined,
    writer: {
      callServer: async (_, call) => {
        const result = await call();
        if (result.ok) return result.value;
        failures.push(result.error);
        return null;
      },
      write: async (_, labelled) => {
        written.push(labelled);
        return outcome;
      },
    },
  });
  return { desk, opened, written, acceptWordings, failures };
}

test("accepted wordings open the new version at the first of their claims", async () => {
  const { desk, opened, acceptWordings } = steps();
  acceptWordings.mockResolvedValue(ok({ version: { number: 2 } }));
  await desk.acceptAll([claim, other]);
  expect(acceptWordings).toHaveBeenCalledExactlyOnceWith({
    articleId: "article",
    versionId: "version",
    claims: [
      { claimId: "a", revision: 4 },
      { claimId: "b", revision: 7 },
    ],
  });
  expect(opened).toEqual(["/desk/articles/article?claim=a&accepted=2"]);
});

test("a refusal stays on the page", async () => {
  const { desk, opened, acceptWordings, failures } = steps();
  acceptWordings.mockResolvedValue(err({ kind: "invalid", message: "They overlap." }));
  await desk.acceptWording(claim);
  expect(opened).toEqual([]);
  expect(failures).toHaveLength(1);
});

test("nothing is sent for no claims", async () => {
  const { desk, acceptWordings } = steps();
  await desk.acceptAll([]);
  expect(acceptWordings).not.toHaveBeenCalled();
});

test.each([
  ["done", true],
  ["queued", true],
  ["failed", false],
] as const)("a declined wording is an edit with its reason: %s", async (outcome, isSent) => {
  const { desk, written } = steps(outcome);
  expect(await desk.declineWording(claim, "The report says so.")).toBe(isSent);
  expect(written).toMatchObject([
    {
      label: "Decline the wording suggested for claim 3: The report says so.",
      write: {
        kind: "claim.update",
        input: { claimId: "a", revision: 4, outcome: { kind: "stands", note: "The report says so." } },
      },
    },
  ]);
});
