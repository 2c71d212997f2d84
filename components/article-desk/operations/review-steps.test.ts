import { beforeEach, expect, test } from "vitest";
import type { BatchClaims } from "@/components/claims/assign-claim";
import type { Claim } from "@/lib/claims/claim";
import { ok } from "@/lib/result";
import { type Answer, at, emptyTab, openPage, refusal, result } from "./open-page.testing";

beforeEach(emptyTab);

test.each<[Answer | "throws", boolean, (string | null)[]]>([
  [result(at(0, 5, { id: "a", revision: 2, state: "in_review" })), true, [null]],
  ["queued", true, []],
  [refusal, false, [refusal.message]],
  ["throws", false, ["Can’t reach the server. What you typed is still here. Try again in a moment."]],
])("a review step that is answered with %o", async (answer, taken, messages) => {
  const claim = at(0, 5, { id: "a", state: "draft" });
  const page = openPage([claim]);
  if (answer !== "throws") page.answer(answer);
  expect(await page.desk.review(claim, "submit")).toBe(taken);
  expect(page.messages.map((message) => message?.text ?? null)).toEqual(messages);
  expect(page.undoable()).toEqual([]);
});

test.each([
  ["all done", 2, "2 claims submitted for review."],
  ["one refused", 1, `1 claim couldn’t be submitted. ${refusal.message}`],
])("submitting every rated draft, %s, is one call", async (_, accepted, text) => {
  const page = openPage(someClaims());
  page.actions.batchClaims.mockImplementation(async ({ claims }: Parameters<BatchClaims>[0]) =>
    ok({
      claims: claims
        .slice(0, accepted)
        .map(({ claimId, revision }) =>
          at(0, 5, { id: claimId, revision: revision + 1, state: "in_review" }),
        ),
      left: claims.slice(accepted).map(({ claimId }) => ({ claimId, message: refusal.message })),
    }),
  );
  await page.desk.submitAll();
  expect(page.actions.batchClaims).toHaveBeenCalledTimes(1);
  expect(page.sent).toEqual([]);
  expect(page.shown()).toBe(text);
  expect(page.desk.list.get().filter(({ state }) => state === "in_review")).toHaveLength(accepted);
});

test("submitting every rated draft without the server changes nothing and says so", async () => {
  const page = openPage(someClaims());
  page.actions.batchClaims.mockRejectedValue(new Error("offline"));
  await page.desk.submitAll();
  expect(page.shown()).toContain("Can’t reach the server.");
  expect(page.desk.list.get().some(({ state }) => state === "in_review")).toBe(false);
});

test("while changes wait to be sent, every rated draft waits behind them", async () => {
  const page = openPage(someClaims(), { hasPendingWrites: true });
  page.answer("queued", "queued");
  await page.desk.submitAll();
  expect(page.sent).toHaveLength(2);
  expect(page.actions.batchClaims).not.toHaveBeenCalled();
  expect(page.shown()).toBeNull();
});

/** Two rated drafts, and three claims that can't be submitted. */
function someClaims(): Claim[] {
  const draft = (rest: Partial<Claim> = {}) => at(0, 5, { state: "draft", ...rest });
  return [
    draft(),
    draft(),
    draft({ excluded: true }),
    draft({ verdict: null }),
    draft({ state: "approved" }),
  ];
}

test.each<
  [string, { claims: Claim[]; left: { claimId: string; message: string }[] }, boolean, string | null]
>([
  ["assigned", { claims: [at(0, 5, { id: "a", revision: 2 })], left: [] }, true, null],
  ["not assigned", { claims: [], left: [{ claimId: "a", message: "Ada took it." }] }, false, "Ada took it."],
])("a claim that is %s", async (_, changed, isAssigned, text) => {
  const claim = at(0, 5, { id: "a", revision: 1 });
  const page = openPage([claim]);
  page.actions.assignClaims.mockResolvedValue(ok(changed));
  expect(await page.desk.assign(claim, "person-2")).toBe(isAssigned);
  expect(page.shown()).toBe(text);
  expect(page.desk.find("a")?.revision).toBe(isAssigned ? 2 : 1);
});
