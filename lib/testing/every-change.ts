import { contentOfClaim } from "@/lib/claims/claim-content";
import { findSource } from "@/lib/db/sources";
import type { Actor } from "@/lib/policies/actor";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { editText } from "@/lib/workflows/articles/edit-text";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { restoreVersion } from "@/lib/workflows/articles/restore-version";
import { changeView, deleteView, saveView } from "@/lib/workflows/articles/saved-views";
import { updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import { markItem } from "@/lib/workflows/checklist/mark-item";
import { mergeClaimants, unmergeClaimant } from "@/lib/workflows/claimants/merge-claimants";
import { updateClaimant } from "@/lib/workflows/claimants/update-claimant";
import { assignClaims } from "@/lib/workflows/claims/assign-claims";
import { confirmAnchor } from "@/lib/workflows/claims/confirm-anchor";
import { deleteClaim, undeleteClaim } from "@/lib/workflows/claims/delete-claim";
import { mergeClaims } from "@/lib/workflows/claims/merge-claims";
import { restoreAnchor } from "@/lib/workflows/claims/restore-anchor";
import { splitClaim } from "@/lib/workflows/claims/split-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { changePassword, signOutEverywhere } from "@/lib/workflows/people/change-password";
import { createUser } from "@/lib/workflows/people/create-user";
import { extendGuest } from "@/lib/workflows/people/extend-guest";
import { acceptInvitation, invitePerson, revokeInvitation } from "@/lib/workflows/people/invitations";
import { inviteGuest } from "@/lib/workflows/people/invite-guest";
import { listGuests } from "@/lib/workflows/people/list-guests";
import { changePersonRole, setPersonDisabled } from "@/lib/workflows/people/people";
import { revokeGuest } from "@/lib/workflows/people/revoke-guest";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { schedulePublication, unschedulePublication } from "@/lib/workflows/publication/schedule-publication";
import { unpublishArticle } from "@/lib/workflows/publication/unpublish-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { addAttachment, removeAttachment } from "@/lib/workflows/sources/attachments";
import { recordLinkCheck } from "@/lib/workflows/sources/check-links";
import { deleteSource } from "@/lib/workflows/sources/delete-source";
import { mergeSources } from "@/lib/workflows/sources/merge-sources";
import { fieldsOf } from "@/lib/workflows/sources/source-fields";
import { updateSource } from "@/lib/workflows/sources/update-source";
import { rationale } from "./builders";
import { makeArticle, makeClaim, makePerson, must, PASSWORD, reloadClaim, revisionOf } from "./factories";

/** An article with a rated claim and a source, and their editor. */
export async function scene(): Promise<{
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

const articleAt = async ({ article }: Scene) => ({
  articleId: article.id,
  revision: await revisionOf(article.id),
});

async function approve(s: Scene): Promise<void> {
  must(await transitionClaim(s.editor, { ...at(s), action: "submit" }));
  const { revision } = await reloadClaim(s.claim);
  must(await transitionClaim(await makePerson(), { claimId: s.claim.id, revision, action: "approve" }));
}

async function sourceFields(id: string) {
  const source = await findSource(undefined, id);
  if (!source) throw new Error("the source is gone");
  return { ...fieldsOf(source), id, revision: source.revision };
}

const nameAtStart = { kind: "name", start: 0, end: 5 } as const;

const newName = () => `Ann L${crypto.randomUUID()}`;

/** Names a new claimant in the claim of a scene. */
async function nameClaimant({ editor, claim }: Scene): Promise<{ id: string; name: string }> {
  const now = await reloadClaim(claim);
  const input = { ...contentOfClaim(now), claimId: now.id, revision: now.revision };
  const { claimant } = must(await updateClaim(editor, { ...input, claimant: { name: newName() } }));
  if (!claimant) throw new Error("the claim has no claimant");
  return { id: claimant.id, name: claimant.name };
}

/** Every workflow that changes data, with the events it must log. `file`: where it is. */
export const everyChange: [file: string, actions: string[], run: (scene: Scene) => Promise<unknown>][] = [
  ["create-article", ["article.import"], ({ editor }) => makeArticle({ author: editor })],
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
    "mark-item",
    ["tick.check", "tick.skip", "tick.undo"],
    async ({ editor, article }) => {
      const item = { articleId: article.id, versionId: article.version.id, item: nameAtStart };
      await markItem(editor, { ...item, as: "checked" });
      await markItem(editor, { ...item, as: "skipped", reason: "Common knowledge" });
      return markItem(editor, { ...item, as: "open" });
    },
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
    "confirm-anchor",
    ["claim.confirm-anchor"],
    (s) =>
      confirmAnchor(s.editor, { ...at(s), versionId: s.article.version.id, range: { start: 0, end: 5 } }),
  ],
  [
    "restore-anchor",
    ["article.replace-text", "claim.confirm-anchor", "claim.restore-anchor"],
    async (s) => {
      const { version } = must(
        await replaceText(s.editor, {
          articleId: s.article.id,
          versionId: s.article.version.id,
          content: { format: "text", value: "Another text altogether." },
        }),
      );
      const moved = await reloadClaim(s.claim);
      const range = { start: 0, end: 7 };
      const confirmed = must(
        await confirmAnchor(s.editor, { ...at(s), revision: moved.revision, versionId: version.id, range }),
      );
      return restoreAnchor(s.editor, { ...at(s), revision: confirmed.revision, versionId: version.id });
    },
  ],
  [
    "split-claim",
    ["claim.confirm-anchor", "claim.split"],
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
    ["source.create", "claim.create", "claim.confirm-anchor", "claim.merge", "claim.delete"],
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
      const base = { articleId: article.id, versionId: article.version.id };
      const { version } = must(await replaceText(editor, { ...base, content }));
      return restoreVersion(editor, { ...base, versionId: version.id, number: 1 });
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
        finding: "Both claims are wrong.",
        articleId: article.id,
        revision: await revisionOf(article.id),
      }),
  ],
  [
    "saved-views",
    ["view.save", "view.change", "view.delete"],
    async ({ editor }) => {
      const { id, revision } = must(
        await saveView(editor, { name: "Due", query: "sort=due", shared: false }),
      );
      must(await changeView(editor, { id, revision, name: "Due first", shared: true }));
      return deleteView(editor, { id });
    },
  ],
  [
    "assign-article",
    ["article.assign"],
    async (s) =>
      assignArticle(s.editor, {
        ...(await articleAt(s)),
        leadId: s.editor.id,
        dueAt: "2030-01-01T12:00:00Z",
        priority: "high",
      }),
  ],
  [
    "assign-claims",
    ["claim.create", "claim.assign", "claim.assign"],
    async (s) => {
      const other = await makeClaim({
        article: s.article,
        author: s.editor,
        anchor: { exact: "Then it fell" },
        evidence: [],
      });
      const claims = [s.claim, other].map(({ id }) => ({ claimId: id, seenAssigneeId: null }));
      return assignClaims(s.editor, { articleId: s.article.id, claims, assigneeId: s.editor.id });
    },
  ],
  [
    "make-publication",
    ["claim.submit", "claim.approve", "article.publish"],
    async (s) => {
      await approve(s);
      return publishArticle(s.editor, await articleAt(s));
    },
  ],
  [
    "unpublish-article",
    ["claim.submit", "claim.approve", "article.publish", "article.unpublish"],
    async (s) => {
      await approve(s);
      must(await publishArticle(s.editor, await articleAt(s)));
      const administrator = await makePerson({ role: "administrator" });
      return unpublishArticle(administrator, { ...(await articleAt(s)), reason: "It was a mistake." });
    },
  ],
  [
    "schedule-publication",
    ["claim.submit", "claim.approve", "article.schedule", "article.unschedule"],
    async (s) => {
      await approve(s);
      const at = new Date(Date.now() + 86_400_000).toISOString();
      must(await schedulePublication(s.editor, { ...(await articleAt(s)), at }));
      return unschedulePublication(s.editor, { articleId: s.article.id });
    },
  ],
  [
    "update-source",
    ["source.update"],
    async ({ editor, sourceId }) =>
      updateSource(editor, { ...(await sourceFields(sourceId)), title: "Other" }),
  ],
  [
    "delete-source",
    ["claim.edit", "source.delete"],
    async (s) => {
      must(await updateClaim(s.editor, { ...contentOfClaim(s.claim), ...at(s), evidence: [] }));
      return deleteSource(s.editor, { id: s.sourceId });
    },
  ],
  [
    "merge-sources",
    ["article.import", "source.create", "claim.create", "source.merge"],
    async ({ editor, sourceId }) => {
      const other = await scene();
      return mergeSources(editor, { keepId: sourceId, dropId: other.sourceId });
    },
  ],
  [
    "resolve-claimant",
    ["claimant.create", "claim.edit"],
    (s) => updateClaim(s.editor, { ...contentOfClaim(s.claim), ...at(s), claimant: { name: newName() } }),
  ],
  [
    "update-claimant",
    ["claimant.create", "claim.edit", "claimant.update"],
    async (s) => {
      const claimant = await nameClaimant(s);
      return updateClaimant(s.editor, { ...claimant, kind: "group", revision: 1 });
    },
  ],
  [
    "merge-claimants",
    [
      ...["claimant.create", "claim.edit", "claimant.create", "claim.edit"],
      ...["claimant.merge", "claimant.unmerge"],
    ],
    async (s) => {
      const drop = await nameClaimant(s);
      const keep = await nameClaimant(s);
      must(await mergeClaimants(s.editor, { keepId: keep.id, dropId: drop.id }));
      return unmergeClaimant(s.editor, { id: drop.id });
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
      recordLinkCheck(sourceId, {
        linkState: "gone",
        linkNote: "It answered 404.",
        linkCheckedAt: new Date(),
      }),
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
      must(await acceptInvitation({ token: (await invite()).token, password: PASSWORD, address: "" }));
      return revokeInvitation(administrator, { invitationId: (await invite()).invitation.id });
    },
  ],
  [
    "invite-guest",
    ["guest.invite", "invitation.accept", "user.create", "guest.join", "guest.extend", "guest.revoke"],
    async ({ editor, article: { id: articleId } }) => {
      const email = `${crypto.randomUUID()}@example.org`;
      const { link } = must(await inviteGuest(editor, { articleId, email, name: "New", days: 7 }));
      must(await acceptInvitation({ token: link.split("/").at(-1) ?? "", password: PASSWORD, address: "" }));
      const { id, kind } = must(await listGuests(editor, { articleId })).guests[0] ?? {
        id: "",
        kind: "access",
      };
      must(await extendGuest(editor, { articleId, id, kind, days: 1 }));
      return revokeGuest(editor, { articleId, id, kind });
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
