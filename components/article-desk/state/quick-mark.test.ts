import { expect, test } from "vitest";
import type { Message } from "@/components/article-desk/operations/message";
import { Store } from "@/components/article-desk/operations/store";
import type { ClaimDraft } from "@/components/drafts/claim-draft";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";
import { buildClaim } from "@/lib/testing/builders";
import { createQuickMark } from "./quick-mark";

const passage = { start: 6, end: 9, exact: "and" };
const made = buildClaim({ id: "made", number: 7, state: "draft", verdict: null });

function openPage(answer: Result<{ claim: Claim | null }, Failure>) {
  const list = new Store<readonly Claim[]>([buildClaim({ id: "a", number: 3 })]);
  const saves: ClaimDraft[] = [];
  const messages: (Message | null)[] = [];
  const quick = createQuickMark({
    versionId: "version-1",
    language: "en",
    list,
    prefill: ({ exact }) => ({ statement: `They said ${exact}.` }),
    save: async (draft) => {
      saves.push(draft);
      return answer;
    },
    saved: (claim) => list.update((before) => [...before, claim]),
    showMessage: (message) => messages.push(message),
  });
  return { quick, list, saves, shown: () => messages.at(-1)?.text };
}

test("a selection becomes a draft with its statement, and the message counts what is to be filled in", async () => {
  const { quick, list, saves, shown } = openPage(ok({ claim: made }));
  await quick.mark(passage);
  expect(saves).toMatchObject([{ ...passage, claimId: null, statement: "They said and.", ratingKey: null }]);
  expect(list.get().map(({ id }) => id)).toEqual(["a", "made"]);
  expect(shown()).toBe("Claim 7 marked. 1 claim to fill in.");
});

test.each<[string, Parameters<ReturnType<typeof openPage>["quick"]["mark"]>[0], string]>([
  ["nothing is selected", null, "Select some text first."],
  ["it is a claim already", { start: 0, end: 5, exact: "Taxes" }, "This passage is claim 3 already."],
])("where %s, nothing is marked", async (_, selected, message) => {
  const { quick, saves, shown } = openPage(ok({ claim: made }));
  await quick.mark(selected);
  expect(saves).toEqual([]);
  expect(shown()).toBe(message);
});

test("a passage whose claim is being saved is marked once", async () => {
  const { quick, saves } = openPage(ok({ claim: made }));
  await Promise.all([quick.mark(passage), quick.mark(passage)]);
  expect(saves).toHaveLength(1);
});

test("a refusal is shown, and the passage can be marked again", async () => {
  const { quick, saves, shown } = openPage(err({ kind: "invalid", message: "Refused." }));
  await quick.mark(passage);
  expect(shown()).toBe("Refused.");
  await quick.mark(passage);
  expect(saves).toHaveLength(2);
});
