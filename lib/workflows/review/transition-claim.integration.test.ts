import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { UpdateClaimInput } from "@/lib/claims/claim-input";
import { makeClaim, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { listClaimHistory } from "@/lib/workflows/history/list-claim-history";
import { listReviewQueue } from "./list-review-queue";
import { transitionClaim } from "./transition-claim";

withTestDatabase();

/** An edit that changes nothing but what is given. */
function editOf(claim: Claim, change: Partial<UpdateClaimInput> = {}): UpdateClaimInput {
  return { ...contentOfClaim(claim), claimId: claim.id, revision: claim.revision, ...change };
}

describe("review", () => {
  const step = (
    actor: Parameters<typeof transitionClaim>[0],
    claim: Claim,
    action: "approve" | "return" | "submit",
    note?: string,
  ) => transitionClaim(actor, { claimId: claim.id, revision: claim.revision, action, note });

  test("no one can approve their own claim, whatever their role", async () => {
    for (const role of ["editor", "administrator"] as const) {
      const author = await makePerson({ role });
      const claim = await makeClaim({ author, state: "in_review" });
      expect(await step(author, claim, "approve")).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    }
  });

  test("who edited last cannot approve, and a checker never", async () => {
    const editor = await makePerson();
    const draft = await makeClaim();
    const edited = must(await updateClaim(editor, editOf(draft, { statement: "Mine now." })));
    const claim = must(await step(editor, edited, "submit"));
    expect(await step(editor, claim, "approve")).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await step(await makePerson({ role: "checker" }), claim, "approve")).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
    expect(must(await step(await makePerson(), claim, "approve")).state).toBe("approved");
  });

  test("a claim is returned with a note, which its author reads", async () => {
    const author = await makePerson();
    const reviewer = await makePerson();
    const claim = await makeClaim({ author, state: "in_review" });
    expect(await step(reviewer, claim, "return")).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(must(await step(reviewer, claim, "return", "Name the year.")).state).toBe("draft");
    const [latest] = must(await listClaimHistory(author, { claimId: claim.id }));
    expect(latest).toMatchObject({
      action: "return",
      note: "Name the year.",
      actor: { name: reviewer.name },
    });
  });

  test("a step on an older state is refused", async () => {
    const claim = await makeClaim({ state: "in_review" });
    const reviewer = await makePerson();
    must(await step(reviewer, claim, "approve"));
    expect(await step(await makePerson(), claim, "approve")).toMatchObject({
      ok: false,
      error: { kind: "stale" },
    });
  });

  test("the queue tells each who may sign off", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author, state: "in_review" });
    const rowFor = async (actor: typeof author) =>
      must(await listReviewQueue(actor)).items.find((item) => item.claim.id === claim.id);
    expect(await rowFor(author)).toMatchObject({
      waitsFor: null,
      reason: expect.stringContaining("Someone else"),
    });
    expect(await rowFor(await makePerson())).toMatchObject({
      waitsFor: "approve",
      submittedBy: { id: author.id },
    });
  });
});
