import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { findArticle } from "@/lib/db/articles";
import { listAuditEvents } from "@/lib/db/audit-events";
import { disconnect } from "@/lib/db/client";
import { findSource } from "@/lib/db/sources";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import {
  makeArticle,
  makeClaim,
  makePerson,
  must,
  PASSWORD,
  reloadClaim,
  revisionOf,
} from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { addAttachment, removeAttachment } from "./attachments";
import { changePassword, signOutEverywhere } from "./change-password";
import { noteLinkFound } from "./check-links";
import { createUser } from "./create-user";
import { deleteClaim, undeleteClaim } from "./delete-claim";
import { editText } from "./edit-text";
import { acceptInvitation, invitePerson, revokeInvitation } from "./invitations";
import { mergeClaims } from "./merge-claims";
import { changePersonRole, setPersonDisabled } from "./people";
import { publishArticle } from "./publish-article";
import { replaceText } from "./replace-text";
import { restoreVersion } from "./restore-version";
import { settleAnchor } from "./settle-anchor";
import { deleteSource, fieldsOf, mergeSources, updateSource } from "./sources";
import { splitClaim } from "./split-claim";
import { transitionClaim } from "./transition-claim";
import { updateArticleDetails } from "./update-article-details";
import { updateClaim } from "./update-claim";
import { verifyAudit } from "./verify-audit";

withTestDatabase();
afterAll(() => disconnect());

/** The actions that were logged while something was done, the oldest first. */
async function logged(run: () => Promise<unknown>): Promise<string[]> {
  const { total } = await listAuditEvents({}, 1);
  await run();
  const after = await listAuditEvents({}, 100);
  return after.events
    .slice(0, after.total - total)
    .map(({ action }) => action)
    .reverse();
}

async function scene(): Promise<{
  editor: Actor;
  article: Awaited<ReturnType<typeof makeArticle>>;
  claim: Awaited<ReturnType<typeof makeClaim>>;
  sourceId: string;
}> {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  const url = `https://example.org/${crypto.randomUUID()}`;
  const claim = await makeClaim({
    article,
    author: editor,
    evidence: [{ stance: "supports", source: { title: "Customs", url } }],
  });
  return { editor, article, claim, sourceId: claim.evidence[0]?.source.id ?? "" };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const at = ({ claim }: Scene) => ({ claimId: claim.id, revision: claim.revision });

async function sourceFields(id: string) {
  const source = await findSource(undefined, id);
  if (!source) throw new Error("the source is gone");
  return { ...fieldsOf(source), id, revision: source.revision };
}

/** Every workflow that changes something, with what it has to log. `file`: where it is. */
const table: [file: string, actions: string[], run: (scene: Scene) => Promise<unknown>][] = [
  ["import-article", ["article.import"], ({ editor }) => makeArticle({ author: editor })],
  [
    "create-claim",
    ["claim.create"],
    ({ editor, article, claim }) =>
      makeClaim({
        article,
        author: editor,
        evidence: [{ stance: "context", source: { id: claim.evidence[0]?.source.id ?? "" } }],
      }),
  ],
  [
    "write-claim-content",
    ["source.create", "claim.edit"],
    (s) =>
      updateClaim(s.editor, {
        ...contentOfClaim(s.claim),
        ...at(s),
        evidence: [{ stance: "context", source: { title: "New" } }],
      }),
  ],
  [
    "update-claim",
    ["claim.edit"],
    (s) =>
      updateClaim(s.editor, {
        ...contentOfClaim(s.claim),
        ...at(s),
        verdict: { ratingKey: "false", rationaleDoc: rationale("No.") },
      }),
  ],
  ["delete-claim", ["claim.delete"], (s) => deleteClaim(s.editor, at(s))],
  [
    "delete-claim",
    ["claim.delete", "claim.undelete"],
    async (s) => {
      must(await deleteClaim(s.editor, at(s)));
      return undeleteClaim(s.editor, { claimId: s.claim.id });
    },
  ],
  ["transition-claim", ["claim.submit"], (s) => transitionClaim(s.editor, { ...at(s), action: "submit" })],
  [
    "settle-anchor",
    ["claim.settle-anchor"],
    (s) => settleAnchor(s.editor, { ...at(s), versionId: s.article.version.id, place: { start: 0, end: 5 } }),
  ],
  [
    "split-claim",
    ["claim.settle-anchor", "claim.split"],
    (s) =>
      splitClaim(s.editor, {
        ...at(s),
        versionId: s.article.version.id,
        at: s.claim.anchor.start + 4,
        idempotencyKey: crypto.randomUUID(),
      }),
  ],
  [
    "merge-claims",
    ["source.create", "claim.create", "claim.settle-anchor", "claim.merge", "claim.delete"],
    async (s) => {
      const other = await makeClaim({
        article: s.article,
        author: s.editor,
        anchor: { exact: "Then it fell" },
        evidence: [{ stance: "context", source: { title: "Other" } }],
      });
      return mergeClaims(s.editor, { ...at(s), otherId: other.id, otherRevision: other.revision });
    },
  ],
  [
    "new-version",
    ["article.replace-text", "article.restore-text"],
    async ({ editor, article }) => {
      const content = { format: "text" as const, value: "New." };
      const place = { articleId: article.id, versionId: article.version.id };
      const { version } = must(await replaceText(editor, { ...place, content }));
      return restoreVersion(editor, { ...place, versionId: version.id, number: 1 });
    },
  ],
  [
    "new-version",
    ["article.edit-text"],
    ({ editor, article }) =>
      editText(editor, {
        articleId: article.id,
        versionId: article.version.id,
        steps: [
          { stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "text", text: "Indeed, " }] } },
        ],
      }),
  ],
  [
    "update-article-details",
    ["article.edit-details"],
    async ({ editor, article }) =>
      updateArticleDetails(editor, {
        title: "Other",
        publisher: null,
        byline: null,
        sourceUrl: null,
        publishedOn: null,
        language: "en",
        articleId: article.id,
        revision: await revisionOf(article.id),
      }),
  ],
  [
    "publish-article",
    ["claim.submit", "claim.approve", "article.publish"],
    async (s) => {
      must(await transitionClaim(s.editor, { ...at(s), action: "submit" }));
      const { revision } = await reloadClaim(s.claim);
      must(await transitionClaim(await makePerson(), { claimId: s.claim.id, revision, action: "approve" }));
      return publishArticle(s.editor, {
        articleId: s.article.id,
        revision: (await findArticle(s.article.id))?.revision ?? 0,
      });
    },
  ],
  [
    "sources",
    ["source.update"],
    async ({ editor, sourceId }) =>
      updateSource(editor, { ...(await sourceFields(sourceId)), title: "Other" }),
  ],
  [
    "sources",
    ["claim.edit", "source.delete"],
    async (s) => {
      must(await updateClaim(s.editor, { ...contentOfClaim(s.claim), ...at(s), evidence: [] }));
      return deleteSource(s.editor, { id: s.sourceId });
    },
  ],
  [
    "sources",
    ["article.import", "source.create", "claim.create", "source.merge"],
    async ({ editor, sourceId }) => {
      const other = await scene();
      return mergeSources(editor, { keepId: sourceId, dropId: other.sourceId });
    },
  ],
  [
    "attachments",
    ["source.attach", "source.detach"],
    async ({ editor, sourceId }) => {
      const bytes = new TextEncoder().encode("a,b\n1,2\n");
      const { id } = must(await addAttachment(editor, { sourceId, name: "t.csv", bytes }));
      return removeAttachment(editor, { id });
    },
  ],
  [
    "check-links",
    ["source.check-link"],
    ({ sourceId }) =>
      noteLinkFound(sourceId, { linkState: "gone", linkNote: "It answered 404.", linkCheckedAt: new Date() }),
  ],
  [
    "create-user",
    ["user.create"],
    () => createUser({ email: `${crypto.randomUUID()}@example.org`, name: "New", role: "checker" }),
  ],
  [
    "people",
    ["user.change-role", "user.disable"],
    async ({ editor }) => {
      const administrator = await makePerson({ role: "administrator" });
      must(await changePersonRole(administrator, { userId: editor.id, role: "checker" }));
      return setPersonDisabled(administrator, { userId: editor.id, disabled: true });
    },
  ],
  [
    "invitations",
    ["invitation.create", "invitation.accept", "user.create", "invitation.create", "invitation.revoke"],
    async () => {
      const administrator = await makePerson({ role: "administrator" });
      const invite = async () =>
        must(
          await invitePerson(administrator, {
            email: `${crypto.randomUUID()}@example.org`,
            name: "New",
            role: "checker",
          }),
        );
      must(await acceptInvitation({ token: (await invite()).token, password: PASSWORD }));
      return revokeInvitation(administrator, { invitationId: (await invite()).invitation.id });
    },
  ],
  [
    "change-password",
    ["user.change-password", "user.sign-out-everywhere"],
    async ({ editor }) => {
      must(await changePassword(editor, { current: PASSWORD, next: "another long password" }));
      return signOutEverywhere(editor);
    },
  ],
];

describe("what is changed is logged", () => {
  test.each(table)("%s: %j", async (_, actions, run) => {
    const set = await scene();
    expect(await logged(() => run(set))).toEqual(actions);
  });

  test("and the log is whole", async () => {
    expect(await verifyAudit()).toMatchObject({ ok: true });
  });

  /** These write, and change nothing of an article, a claim, a source, a person or a setting; or another test runs them. */
  const exempt: Record<string, string> = {
    "claim-drafts": "what is typed and not saved yet",
    "keep-snapshot": "keep-copies.integration.test.ts",
    "save-to-archive": "keep-copies.integration.test.ts",
    "place-claim": "a part of settling, splitting and merging",
  };
  test("by every workflow that writes", () => {
    const folder = import.meta.dirname;
    const writing = readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
      .filter((name) => /inTransaction\(|appendAuditEvent\(/.test(readFileSync(`${folder}/${name}`, "utf8")))
      .map((name) => name.replace(/\.ts$/, ""));
    const run = new Set(table.map(([file]) => file));
    expect(writing.filter((name) => !run.has(name) && !(name in exempt))).toEqual([]);
  });
});
