import { expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { listAuditEvents } from "@/lib/db/audit-events";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { confirmAnchor } from "./confirm-anchor";
import { restoreAnchor } from "./restore-anchor";

withTestDatabase();

const OLD = "Trade rose to $240 billion in 2023, a record.\nThen it fell.";
const NEW = "Trade rose to $250 billion in 2023, a record.\nLater it dropped.";
const key = () => crypto.randomUUID();

/** A claim whose text was changed or removed by a new version of the article. */
async function makeUnsettled(exact: string) {
  const author = await makePerson({ role: "editor" });
  const article = await makeArticle({ author, content: { format: "text", value: OLD } });
  const marked = await makeClaim({ article, author, anchor: { exact }, statement: exact });
  const { version } = must(
    await replaceText(author, {
      articleId: article.id,
      versionId: article.version.id,
      content: { format: "text", value: NEW },
    }),
  );
  return { author, claim: await reloadClaim(marked), versionId: version.id };
}

const at = ({ id, revision, anchor: { versionId } }: Claim) => ({ claimId: id, revision, versionId });

const confirm = async (actor: Actor, claim: Claim, range: { start: number; end: number } | null) =>
  must(await confirmAnchor(actor, { ...at(claim), range, operationId: key() }));
const restore = (actor: Actor, claim: Claim) => restoreAnchor(actor, { ...at(claim), operationId: key() });

const dropped = { start: NEW.indexOf("Later"), end: NEW.indexOf(" dropped") };

test.each<[string, string, ({ start: number; end: number } | null)[]]>([
  ["confirmed as it was found", "$240 billion", [null]],
  ["moved to a selection", "$240 billion", [{ start: 0, end: 5 }]],
  ["moved again after that", "$240 billion", [null, { start: 0, end: 5 }]],
  ["attached where its text was gone", "Then it fell", [dropped]],
])("a claim that was %s needs checking again, exactly as before", async (_, exact, ranges) => {
  const { author, claim } = await makeUnsettled(exact);
  let confirmed = claim;
  for (const range of ranges) confirmed = await confirm(author, confirmed, range);
  expect(confirmed.anchor.outcome).toBe("confirmed");
  const restored = must(await restore(author, confirmed));
  expect(restored.anchor).toEqual(claim.anchor);
  expect(restored.revision).toBeGreaterThan(confirmed.revision);
  // It can be confirmed and undone again.
  const again = await confirm(author, restored, ranges[0] ?? null);
  expect(must(await restore(author, again)).anchor).toEqual(claim.anchor);
});

test("is logged with who did it, and takes effect once", async () => {
  const { author, claim } = await makeUnsettled("$240 billion");
  const confirmed = await confirm(author, claim, null);
  const input = { ...at(confirmed), operationId: key() };
  const first = must(await restoreAnchor(author, input));
  expect(must(await restoreAnchor(author, input))).toEqual(first);
  const { events } = await listAuditEvents({ target: { type: "claim", id: claim.id } }, 10);
  expect(events.filter(({ action }) => action === "claim.restore-anchor")).toMatchObject([
    { actor: { id: author.id }, from: { outcome: "confirmed" }, to: { outcome: claim.anchor.outcome } },
  ]);
});

test("sends a claim back to draft that was approved with the text that is undone", async () => {
  const { author, claim } = await makeUnsettled("$240 billion");
  const confirmed = await confirm(author, claim, null);
  const submitted = must(
    await transitionClaim(author, {
      claimId: claim.id,
      revision: confirmed.revision,
      action: "submit",
      operationId: key(),
    }),
  );
  const approved = must(
    await transitionClaim(await makePerson({ role: "editor" }), {
      claimId: claim.id,
      revision: submitted.revision,
      action: "approve",
      operationId: key(),
    }),
  );
  const restored = must(await restore(author, approved));
  expect(restored).toMatchObject({
    state: "draft",
    reopened: { fields: ["passage"], by: { id: author.id } },
  });
  expect(restored.contentRevision).toBe(approved.contentRevision + 1);
});

test.each<[string, (made: Awaited<ReturnType<typeof makeUnsettled>>) => Promise<Claim>, string]>([
  ["that was not confirmed", async ({ claim }) => claim, "invalid"],
  [
    "that someone else changed meanwhile",
    async ({ author, claim }) => {
      const confirmed = await confirm(author, claim, null);
      await confirm(author, confirmed, { start: 0, end: 5 });
      return confirmed;
    },
    "stale",
  ],
  [
    "that was only moved, not checked",
    async ({ author, claim }) => {
      const other = await makeClaim({
        author,
        article: { id: claim.articleId, version: { id: claim.anchor.versionId } },
        anchor: { exact: "a record" },
      });
      return confirm(author, other, { start: 0, end: 5 });
    },
    "invalid",
  ],
])("a claim %s is refused", async (_, claimOf, kind) => {
  const made = await makeUnsettled("$240 billion");
  expect(await restore(made.author, await claimOf(made))).toMatchObject({ ok: false, error: { kind } });
});
