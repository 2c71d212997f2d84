import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Actor } from "@/lib/policies/actor";
import { defaultScale } from "@/lib/ratings/default-scale";
import { getAnnotatedClaim, listAnnotatedClaims } from "@/lib/workflows/annotations/read-annotated-claims";
import { changeArticleScale } from "@/lib/workflows/articles/change-article-scale";
import { compareVersions } from "@/lib/workflows/articles/compare-versions";
import { createArticle } from "@/lib/workflows/articles/create-article";
import { editText } from "@/lib/workflows/articles/edit-text";
import { getArticle, getArticleVersion, listArticleVersions } from "@/lib/workflows/articles/get-article";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { listArticles } from "@/lib/workflows/articles/list-articles";
import { previewReplacement } from "@/lib/workflows/articles/preview-replacement";
import { readImport } from "@/lib/workflows/articles/read-import";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { restoreVersion } from "@/lib/workflows/articles/restore-version";
import { saveFinding, updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import { exportChecks, listChecks, pageChecks } from "@/lib/workflows/checklist/list-checks";
import { listChecklistItems } from "@/lib/workflows/checklist/list-items";
import { loadTicks } from "@/lib/workflows/checklist/load-ticks";
import { markItem } from "@/lib/workflows/checklist/mark-item";
import { acceptWordChanges } from "@/lib/workflows/claim-imports/accept-word-changes";
import { importClaims } from "@/lib/workflows/claim-imports/import-claims";
import { importComments } from "@/lib/workflows/claim-imports/import-comments";
import { previewClaimImport } from "@/lib/workflows/claim-imports/preview-claim-import";
import { previewComments, previewWordFile } from "@/lib/workflows/claim-imports/preview-word-file";
import { browseClaimants, pageClaimants, suggestClaimants } from "@/lib/workflows/claimants/browse-claimants";
import { getClaimant } from "@/lib/workflows/claimants/get-claimant";
import { mergeClaimants, unmergeClaimant } from "@/lib/workflows/claimants/merge-claimants";
import { updateClaimant } from "@/lib/workflows/claimants/update-claimant";
import { assignClaim, listAssignees } from "@/lib/workflows/claims/assign-claim";
import { saveClaimDraft } from "@/lib/workflows/claims/claim-drafts";
import { confirmAnchor } from "@/lib/workflows/claims/confirm-anchor";
import { createClaim } from "@/lib/workflows/claims/create-claim";
import { deleteClaim, undeleteClaim } from "@/lib/workflows/claims/delete-claim";
import { getClaim, listClaims } from "@/lib/workflows/claims/get-claim";
import { mergeClaims } from "@/lib/workflows/claims/merge-claims";
import { restoreAnchor } from "@/lib/workflows/claims/restore-anchor";
import { splitClaim } from "@/lib/workflows/claims/split-claim";
import { suggestClaims } from "@/lib/workflows/claims/suggest-claims";
import { suggestPositions } from "@/lib/workflows/claims/suggest-positions";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { deleteComment } from "@/lib/workflows/comments/delete-comment";
import { editComment } from "@/lib/workflows/comments/edit-comment";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { getComment, getThread, pageThreads } from "@/lib/workflows/comments/read-threads";
import { resolveThread } from "@/lib/workflows/comments/resolve-thread";
import { exportProcessFigures } from "@/lib/workflows/figures/export-process-figures";
import { getProcessFigures } from "@/lib/workflows/figures/get-process-figures";
import { exportHistory } from "@/lib/workflows/history/export-history";
import { listActivity } from "@/lib/workflows/history/list-activity";
import { listArticleHistory } from "@/lib/workflows/history/list-article-history";
import { listClaimHistory } from "@/lib/workflows/history/list-claim-history";
import { listClaimantHistory } from "@/lib/workflows/history/list-claimant-history";
import { listSettingHistory, pageSettingHistory } from "@/lib/workflows/history/list-setting-history";
import { listSourceHistory } from "@/lib/workflows/history/list-source-history";
import { pageArticleHistory } from "@/lib/workflows/history/page-article-history";
import { restoreEvent } from "@/lib/workflows/history/restore-event";
import { applyDeskWrite } from "@/lib/workflows/live/apply-desk-write";
import { loadChanges } from "@/lib/workflows/live/load-changes";
import { listPresence, recordPresence } from "@/lib/workflows/live/record-presence";
import { canSubscribe } from "@/lib/workflows/live/watch-changes";
import { openNotification } from "@/lib/workflows/notifications/notifications";
import * as tokens from "@/lib/workflows/people/api-tokens";
import { extendGuest } from "@/lib/workflows/people/extend-guest";
import { invitePerson, revokeInvitation } from "@/lib/workflows/people/invitations";
import { inviteGuest } from "@/lib/workflows/people/invite-guest";
import { listGuests } from "@/lib/workflows/people/list-guests";
import { changePersonRole, listPeople, setPersonDisabled } from "@/lib/workflows/people/people";
import { revokeGuest } from "@/lib/workflows/people/revoke-guest";
import { draftPublication, type PublicationDraft } from "@/lib/workflows/publication/draft-publication";
import { getPublicationJob } from "@/lib/workflows/publication/get-publication-job";
import { getSharing } from "@/lib/workflows/publication/get-sharing";
import { listPublications } from "@/lib/workflows/publication/list-publications";
import { makePublication } from "@/lib/workflows/publication/make-publication";
import { previewPublication } from "@/lib/workflows/publication/preview-publication";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { renderPreview } from "@/lib/workflows/publication/render-preview";
import { requestPublication } from "@/lib/workflows/publication/request-publication";
import {
  getSchedule,
  schedulePublication,
  unschedulePublication,
} from "@/lib/workflows/publication/schedule-publication";
import { unpublishArticle } from "@/lib/workflows/publication/unpublish-article";
import { getArticlePublications, listRedactions } from "@/lib/workflows/redactions/list-redactions";
import { previewArticleRedaction } from "@/lib/workflows/redactions/preview-article-redaction";
import { proposeRedactions } from "@/lib/workflows/redactions/propose-redactions";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";
import { exportArticleReport } from "@/lib/workflows/reports/export-article-report";
import { exportDigest, measureDigest } from "@/lib/workflows/reports/export-digest";
import { exportDossier, measureDossier } from "@/lib/workflows/reports/export-dossier";
import { exportEvidencePack, measureEvidencePack } from "@/lib/workflows/reports/export-evidence-pack";
import { downloadReport, getReportJob, listMyReports } from "@/lib/workflows/reports/jobs/get-report-job";
import { requestReport } from "@/lib/workflows/reports/jobs/request-report";
import { getReportChoices } from "@/lib/workflows/reports/report-choices";
import { castVote } from "@/lib/workflows/review/cast-vote";
import { getBallot } from "@/lib/workflows/review/get-ballot";
import { countReviewQueue, listReviewQueue } from "@/lib/workflows/review/list-review-queue";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
import { settleDispute } from "@/lib/workflows/review/settle-dispute";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { searchClaims } from "@/lib/workflows/search/search-claims";
import { searchDesk } from "@/lib/workflows/search/search-desk";
import { addLogo } from "@/lib/workflows/settings/add-logo";
import { chooseDefaultScale } from "@/lib/workflows/settings/choose-default-scale";
import { changeDeskSetting, getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { getScaleOfArticle, listScaleChoices, listScalesOfDesk } from "@/lib/workflows/settings/list-scales";
import { makeScale } from "@/lib/workflows/settings/make-scale";
import { saveScale } from "@/lib/workflows/settings/save-scale";
import { renewPassword } from "@/lib/workflows/sign-in/renew-password";
import { resetSecondFactor } from "@/lib/workflows/sign-in/reset-second-factor";
import { endSessionsOf } from "@/lib/workflows/sign-in/sessions";
import { readSignInPolicy, setSignInPolicy } from "@/lib/workflows/sign-in/sign-in-policy";
import { addSource } from "@/lib/workflows/sources/add-source";
import * as attachments from "@/lib/workflows/sources/attachments";
import { browseSources } from "@/lib/workflows/sources/browse-sources";
import { checkSourceExcerpt } from "@/lib/workflows/sources/copies/check-source-excerpt";
import { getCopy } from "@/lib/workflows/sources/copies/get-copy";
import {
  checkEvidenceCopies,
  checkSourceCopy,
  readCopyText,
} from "@/lib/workflows/sources/copies/source-copies";
import { takeSnapshot } from "@/lib/workflows/sources/copies/take-snapshot";
import { createSource, listSources } from "@/lib/workflows/sources/create-source";
import { deleteSource } from "@/lib/workflows/sources/delete-source";
import { describeAddress } from "@/lib/workflows/sources/describe-address";
import { exportLibrary, exportSource } from "@/lib/workflows/sources/export-citations";
import { findKnownSource } from "@/lib/workflows/sources/find-known-source";
import { sourceMergedInto } from "@/lib/workflows/sources/follow-merges";
import { getSource } from "@/lib/workflows/sources/get-source";
import { importCitations, previewCitations } from "@/lib/workflows/sources/import-sources";
import { mergeSources } from "@/lib/workflows/sources/merge-sources";
import { suggestSources } from "@/lib/workflows/sources/suggest-sources";
import { updateSource } from "@/lib/workflows/sources/update-source";
import { listDeliveries } from "@/lib/workflows/webhooks/list-deliveries";
import * as webhooks from "@/lib/workflows/webhooks/manage-webhooks";
import { everyBoardCall } from "./every-board-call";
import { everyInboxCall } from "./every-inbox-call";
import { everyManuscriptCall } from "./every-manuscript-call";
import { everyWatchingCall } from "./every-watching-call";

/** An article with everything around it that workflows can access. */
export interface Surroundings {
  articleId: string;
  versionId: string;
  scaleId: string;
  revision: number;
  claim: Claim;
  /** Another claim of the same article. */
  otherClaim: Claim;
  sourceId: string;
  attachmentId: string;
  threadId: string;
  /** By the article's author. */
  commentId: string;
  /** An event of the claim. */
  eventId: string;
  personId: string;
  invitationId: string;
  notificationId: string;
}

type Call = (actor: Actor, at: Surroundings) => Promise<unknown>;

const key = () => crypto.randomUUID();
const text = { format: "text", value: "New." } as const;
const details = {
  title: "New",
  publisher: null,
  byline: null,
  sourceUrl: null,
  publishedOn: null,
  language: "en",
};
const claimAt = ({ claim }: Surroundings) => ({ claimId: claim.id, revision: claim.revision });
const articleAt = ({ articleId, revision }: Surroundings) => ({ articleId, revision });
const claimFile = "quote,statement\nTrade,New.";
const source = { title: "New", kind: "report" } as const;

/**
 * A valid call of every workflow that takes an actor, about one article; or a text that says why it need not be called: it only concerns the
 * actor, or is a part of other workflows that check permissions first.
 */
export const everyCall: Record<string, Call | string> = {
  ...everyBoardCall,
  ...everyInboxCall,
  ...everyWatchingCall,
  writeReviewDate: "a part of setting review dates and confirming flags",
  ...everyManuscriptCall,
  listOwnIdentities: "the actor's own account",
  unlinkIdentity: "the actor's own account",
  changePassword: "the actor's own account",
  signOutEverywhere: "the actor's own account",
  getAccount: "the actor's own account",
  listOwnSessions: "the actor's own account",
  revokeSession: "the actor's own account",
  revokeOtherSessions: "the actor's own account",
  getSecondFactorState: "the actor's own account",
  beginSecondFactor: "the actor's own account",
  confirmSecondFactor: "the actor's own account",
  passSecondFactor: "the actor's own account",
  renewRecoveryCodes: "the actor's own account",
  removeSecondFactor: "the actor's own account",
  discardClaimDraft: "the actor's own drafts, of which a guest has none",
  listNotifications: "the actor's own notifications; tested below",
  countUnreadNotifications: "the actor's own notifications; tested below",
  readNotifications: "the actor's own notifications",
  setPreference: "the actor's own settings",
  getPersonalSettings: "the actor's own settings",
  changeShortcuts: "the actor's own settings",
  setDates: "the actor's own settings",
  recordTour: "the actor's own settings",
  findTourArticle: "null for guests",
  watchChanges: "canSubscribe is called first; tested below",
  storeCommentEdit: "a part of editing a comment",
  markPublished: "a part of publishing",
  withArticleSnapshot: "a part of publishing",
  withDraft: "a part of previewing a publication",
  storeNextVersion: "a part of changing the text",
  assignFromForm: "a part of changing claims",
  assignWithin: "a part of assigning claims",
  moveClaim: "a part of placing claims",
  lockClaimAtVersion: "a part of confirming and restoring positions",
  recordReopening: "a part of changing claims",
  importForApi: "a part of importing",
  replaceForApi: "a part of changing the text",
  previewForApi: "a part of previewing a new text",
  parseImport: "a part of importing",
  storeArticle: "a part of importing",
  storeReplacement: "a part of changing the text",
  foreseeReplacement: "a part of previewing a new text",
  storeDetails: "a part of changing the details",
  logScaleChange: "a part of changing scales",
  changeScales: "a part of changing scales",
  findOwnComment: "a part of editing a comment",
  applyTransition: "a part of reviewing",
  withLockedArticle: "a part of publishing and of setting standards",
  withCode: "the actor's own account",
  writeOutcome: "a part of reviewing",
  resolveClaimant: "a part of changing claims",
  writeVerdict: "a part of changing claims",
  writeClaimOutcome: "a part of changing claims",
  writeEvidence: "a part of changing claims",

  createToken: (actor) => tokens.createToken(actor, { name: "New", scopes: ["read"] }),
  listTokens: (actor) => tokens.listTokens(actor),
  addWebhook: (actor) =>
    webhooks.addWebhook(actor, { url: "https://example.org/hook", kinds: ["claim.approved"] }),
  changeWebhook: (actor) =>
    webhooks.changeWebhook(actor, {
      webhookId: key(),
      url: "https://example.org/hook",
      kinds: ["claim.approved"],
      from: { url: "https://example.org/hook", kinds: [] },
    }),
  changeWebhookState: (actor) => webhooks.changeWebhookState(actor, { webhookId: key(), state: "paused" }),
  deleteWebhook: (actor) => webhooks.deleteWebhook(actor, { webhookId: key() }),
  listDeliveries: (actor) => listDeliveries(actor, { webhookId: key() }),
  listWebhooks: (actor) => webhooks.listWebhooks(actor),
  rotateWebhookSecret: (actor) => webhooks.rotateWebhookSecret(actor, { webhookId: key() }),
  revokeToken: (actor) => tokens.revokeToken(actor, { tokenId: key() }),
  applyDeskWrite: (actor, at) =>
    applyDeskWrite(actor, {
      kind: "claim.update",
      input: { ...contentOfClaim(at.claim), ...claimAt(at), operationId: key() },
    }),
  addAttachment: (actor, { sourceId }) =>
    attachments.addAttachment(actor, { sourceId, name: "t.csv", bytes: new TextEncoder().encode("a,b\n") }),
  attachToSource: (actor, { sourceId }) =>
    attachments.attachToSource(actor, {
      source: { id: sourceId },
      name: "t.csv",
      bytes: new TextEncoder().encode("a,b\n"),
    }),
  removeAttachment: (actor, { attachmentId }) => attachments.removeAttachment(actor, { id: attachmentId }),
  getAttachment: (actor, { sourceId, attachmentId }) =>
    attachments.getAttachment(actor, { sourceId, id: attachmentId }),
  markItem: (actor, { articleId, versionId }) =>
    markItem(actor, { articleId, versionId, item: { kind: "name", start: 0, end: 5 }, as: "checked" }),
  listChecklistItems: (actor, { articleId }) =>
    listChecklistItems(actor, { articleId, after: null, limit: 10 }),
  loadTicks: (actor, { articleId }) => loadTicks(actor, { articleId, ids: null }),
  listChecks: (actor, { articleId }) => listChecks(actor, { articleId }),
  pageChecks: (actor, { articleId }) => pageChecks(actor, { articleId, after: null, limit: 10 }),
  exportChecks: (actor, { articleId }) => exportChecks(actor, { articleId, person: null }),
  castVote: (actor, { claim }) =>
    castVote(actor, {
      claimId: claim.id,
      contentRevision: claim.contentRevision,
      ratingKey: "true",
      note: "",
    }),
  changeArticleScale: (actor, at) => changeArticleScale(actor, { ...articleAt(at), scaleId: at.scaleId }),
  saveClaimDraft: (actor, { articleId }) => saveClaimDraft(actor, { articleId, subject: "new", body: {} }),
  listThreads: (actor, { articleId }) => listThreads(actor, { articleId }),
  pageThreads: (actor, { articleId }) => pageThreads(actor, { articleId, after: null, limit: 10 }),
  getThread: (actor, { threadId }) => getThread(actor, { threadId }),
  getComment: (actor, { commentId }) => getComment(actor, { commentId }),
  editComment: (actor, { commentId }) =>
    editComment(actor, { commentId, revision: 1, body: "Another text." }),
  deleteComment: (actor, { commentId }) => deleteComment(actor, { commentId, revision: 1 }),
  resolveThread: (actor, { threadId }) => resolveThread(actor, { threadId, resolved: true }),
  compareVersions: (actor, { articleId }) => compareVersions(actor, { articleId }),
  createClaim: (actor, { articleId, versionId, claim }) =>
    createClaim(actor, {
      ...contentOfClaim(claim),
      articleId,
      versionId,
      idempotencyKey: key(),
      anchor: { exact: "Then it fell" },
    }),
  createComment: (actor, { claim }) =>
    createComment(actor, {
      target: { on: "claim", claimId: claim.id },
      body: "A comment.",
      idempotencyKey: key(),
    }),
  addSource: (actor) => addSource(actor, { address: "", title: "A source" }),
  createSource: (actor) => createSource(actor, source),
  listSources: (actor) => listSources(actor, { limit: 10, after: null }),
  deleteClaim: (actor, at) => deleteClaim(actor, claimAt(at)),
  undeleteClaim: (actor, { claim }) => undeleteClaim(actor, { claimId: claim.id }),
  describeAddress: (actor) => describeAddress(actor, { address: "https://example.org/customs" }),
  getDeskSettings: (actor) => getDeskSettings(actor),
  addLogo: (actor) => addLogo(actor, { name: "l.svg", bytes: new Uint8Array([1]) }),
  changeDeskSetting: (actor) => changeDeskSetting(actor, { key: "tags", revision: 0, value: {} }),
  editText: (actor, { articleId, versionId }) => editText(actor, { articleId, versionId, steps: [] }),
  exportLibrary: (actor) => exportLibrary(actor, { filter: {}, format: "bibtex" }),
  exportSource: (actor, { sourceId }) => exportSource(actor, { id: sourceId, format: "bibtex" }),
  exportHistory: (actor, { articleId }) => exportHistory(actor, { articleId, format: "csv" }),
  exportDossier: (actor, { articleId }) => exportDossier(actor, { articleId, format: "html", paper: "a4" }),
  exportDigest: (actor) => exportDigest(actor, { from: "2026-01-01", to: "2026-01-31", format: "json" }),
  exportEvidencePack: (actor) =>
    exportEvidencePack(actor, { from: "2026-01-01", to: "2026-01-31", format: "json" }),
  measureDigest: (actor) => measureDigest(actor, { from: "2026-01-01", to: "2026-01-31", format: "json" }),
  measureEvidencePack: (actor) =>
    measureEvidencePack(actor, { from: "2026-01-01", to: "2026-01-31", format: "json" }),
  measureDossier: (actor, { articleId }) => measureDossier(actor, { articleId, format: "html" }),
  requestReport: (actor) =>
    requestReport(actor, {
      kind: "digest",
      options: { from: "2026-01-01", to: "2026-01-31", format: "json" },
    }),
  listMyReports: (actor) => listMyReports(actor, {}),
  measureReport: "a part of requesting reports",
  getReportJob: (actor) => getReportJob(actor, { jobId: crypto.randomUUID() }),
  downloadReport: (actor) => downloadReport(actor, { jobId: crypto.randomUUID() }),
  getProcessFigures: (actor) => getProcessFigures(actor, {}, new Date()),
  exportProcessFigures: (actor) => exportProcessFigures(actor, {}, new Date()),
  exportArticleReport: (actor, { articleId }) =>
    exportArticleReport(actor, { articleId, of: "draft", format: "json" }),
  getReportChoices: (actor, { articleId }) => getReportChoices(actor, { articleId }),
  getArticle: (actor, { articleId }) => getArticle(actor, { articleId }),
  listArticleVersions: (actor, { articleId }) =>
    listArticleVersions(actor, { articleId, after: null, limit: 10 }),
  getArticleVersion: (actor, { articleId }) => getArticleVersion(actor, { articleId, number: 1 }),
  getSchedule: (actor, { articleId }) => getSchedule(actor, { articleId }),
  listPublications: (actor, { articleId }) => listPublications(actor, { articleId, after: null, limit: 10 }),
  listSourceAttachments: (actor, { sourceId }) => attachments.listSourceAttachments(actor, { sourceId }),
  pageClaimants: (actor) => pageClaimants(actor, { query: "", kind: null, offset: 0, limit: 10 }),
  getBallot: (actor, { claim }) => getBallot(actor, { claimId: claim.id }),
  assignClaim: (actor, { claim, personId }) =>
    assignClaim(actor, { claimId: claim.id, assigneeId: personId, seenAssigneeId: null }),
  listAssignees: (actor) => listAssignees(actor, {}),
  getClaim: (actor, { claim }) => getClaim(actor, { claimId: claim.id }),
  getAnnotatedClaim: (actor, { articleId, claim }) =>
    getAnnotatedClaim(actor, { articleId, claimId: claim.id }),
  listAnnotatedClaims: (actor, { articleId }) => listAnnotatedClaims(actor, { articleId, page: 0, size: 10 }),
  listClaims: (actor, { articleId }) => listClaims(actor, { articleId, after: null, limit: 10 }),
  getDeskArticle: (actor, { articleId }) => getDeskArticle(actor, { articleId }),
  listGuests: (actor, { articleId }) => listGuests(actor, { articleId }),
  inviteGuest: (actor, { articleId }) =>
    inviteGuest(actor, { articleId, email: `${key()}@example.org`, name: "New", days: 7 }),
  extendGuest: (actor, { articleId, invitationId: id }) =>
    extendGuest(actor, { articleId, id, kind: "invitation", days: 7 }),
  revokeGuest: (actor, { articleId, invitationId: id }) =>
    revokeGuest(actor, { articleId, id, kind: "invitation" }),
  createArticle: (actor) => createArticle(actor, { title: "New", content: text }),
  previewCitations: (actor) => previewCitations(actor, { text: "@book{a, title={A}}" }),
  importCitations: (actor) => importCitations(actor, { text: "@book{a, title={A}}", chosen: [0] }),
  invitePerson: (actor) =>
    invitePerson(actor, { email: `${key()}@example.org`, name: "New", role: "checker" }),
  revokeInvitation: (actor, { invitationId }) => revokeInvitation(actor, { invitationId }),
  takeSnapshot: (actor, { sourceId }) => takeSnapshot(actor, { sourceId }),
  listActivity: (actor, { articleId }) => listActivity(actor, { articleId }),
  listArticles: (actor) => listArticles(actor, {}),
  listClaimHistory: (actor, { claim }) => listClaimHistory(actor, { claimId: claim.id }),
  listArticleHistory: (actor, { articleId }) => listArticleHistory(actor, { articleId }),
  pageArticleHistory: (actor, { articleId }) => pageArticleHistory(actor, { articleId, limit: 10 }),
  listSettingHistory: (actor) => listSettingHistory(actor, {}),
  pageSettingHistory: (actor) => pageSettingHistory(actor, { limit: 10 }),
  listSourceHistory: (actor, { sourceId }) => listSourceHistory(actor, { sourceId }),
  listReviewQueue: (actor) => listReviewQueue(actor),
  countReviewQueue: (actor) => countReviewQueue(actor),
  loadChanges: (actor, { articleId, claim, personId }) =>
    loadChanges(actor, { articleId, claimIds: [claim.id], actorIds: [personId] }),
  mergeClaims: (actor, at) =>
    mergeClaims(actor, {
      ...claimAt(at),
      otherId: at.otherClaim.id,
      otherRevision: at.otherClaim.revision,
    }),
  recordPresence: (actor, { articleId }) =>
    recordPresence(actor, { kind: "here", tabId: key(), articleId, claimId: null, editing: false }),
  listPresence: (actor, { articleId }) => listPresence(actor, articleId),
  openNotification: (actor, { notificationId }) => openNotification(actor, notificationId),
  listPeople: (actor) => listPeople(actor),
  changePersonRole: (actor, { personId }) => changePersonRole(actor, { userId: personId, role: "checker" }),
  setPersonDisabled: (actor, { personId }) => setPersonDisabled(actor, { userId: personId, disabled: true }),
  publishArticle: (actor, at) => publishArticle(actor, articleAt(at)),
  previewPublication: (actor, { articleId }) => previewPublication(actor, { articleId }),
  renderPreview: (actor, { articleId }) => renderPreview(actor, { articleId }),
  saveFinding: (actor, at) => saveFinding(actor, { ...articleAt(at), finding: "It holds up." }),
  draftPublication: (actor, at) => draftPublication(actor, articleAt(at)),
  makePublication: (actor, at) => makePublication(actor, articleAt(at), {} as PublicationDraft),
  requestPublication: (actor, at) => requestPublication(actor, articleAt(at), { scheduled: false }),
  getPublicationJob: (actor, { articleId }) => getPublicationJob(actor, { articleId, jobId: key() }),
  raiseApprovals: (actor, at) => raiseApprovals(actor, { ...articleAt(at), requiredApprovals: 5 }),
  readImport: (actor) => readImport(actor, { pasted: "New." }),
  previewReplacement: (actor, { articleId, versionId }) =>
    previewReplacement(actor, { articleId, versionId, content: text }),
  replaceText: (actor, { articleId, versionId }) =>
    replaceText(actor, { articleId, versionId, content: text }),
  renewPassword: (actor, { personId }) => renewPassword(actor, { userId: personId }, new Date()),
  resetSecondFactor: (actor, { personId }) => resetSecondFactor(actor, { userId: personId }),
  restoreEvent: (actor, { eventId }) =>
    restoreEvent(actor, { event: eventId, moment: "after", seen: eventId }),
  restoreVersion: (actor, { articleId, versionId }) =>
    restoreVersion(actor, { articleId, versionId, number: 1 }),
  getScaleOfArticle: (actor, { articleId }) => getScaleOfArticle(actor, { articleId }),
  listScaleChoices: (actor, { scaleId }) => listScaleChoices(actor, { scaleId }),
  listScalesOfDesk: (actor) => listScalesOfDesk(actor),
  makeScale: (actor) => makeScale(actor, { template: "averitec", name: "New" }),
  saveScale: (actor, { scaleId }) => saveScale(actor, { scaleId, ratings: defaultScale.ratings }),
  chooseDefaultScale: (actor, { scaleId }) => chooseDefaultScale(actor, { scaleId, insteadOf: scaleId }),
  schedulePublication: (actor, at) =>
    schedulePublication(actor, { ...articleAt(at), at: new Date(Date.now() + 86_400_000).toISOString() }),
  unschedulePublication: (actor, { articleId }) => unschedulePublication(actor, { articleId }),
  endSessionsOf: (actor, { personId }) => endSessionsOf(actor, { userId: personId }),
  confirmAnchor: (actor, at) =>
    confirmAnchor(actor, { ...claimAt(at), versionId: at.versionId, range: { start: 0, end: 5 } }),
  restoreAnchor: (actor, at) => restoreAnchor(actor, { ...claimAt(at), versionId: at.versionId }),
  settleDispute: (actor, at) =>
    settleDispute(actor, { ...claimAt(at), ratingKey: "true", note: "So it is." }),
  readSignInPolicy: (actor) => readSignInPolicy(actor),
  setSignInPolicy: (actor) => setSignInPolicy(actor, { secondFactorRequired: false, passwordsOff: false }),
  readCopyText: (actor, { sourceId }) => readCopyText(actor, { sourceId }),
  checkSourceCopy: (actor, { sourceId }) => checkSourceCopy(actor, { sourceId }),
  checkEvidenceCopies: (actor, { claim }) => checkEvidenceCopies(actor, { claimId: claim.id }),
  browseClaimants: (actor) => browseClaimants(actor, {}),
  listClaimantHistory: (actor) => listClaimantHistory(actor, { claimantId: key() }),
  getClaimant: (actor) => getClaimant(actor, { id: key() }),
  suggestClaimants: (actor) => suggestClaimants(actor, { query: "ann" }),
  updateClaimant: (actor) =>
    updateClaimant(actor, { id: key(), revision: 1, kind: "person", name: "Ann Lee" }),
  mergeClaimants: (actor) => mergeClaimants(actor, { keepId: key(), dropId: key() }),
  unmergeClaimant: (actor) => unmergeClaimant(actor, { id: key() }),
  browseSources: (actor) => browseSources(actor, {}),
  getSource: (actor, { sourceId }) => getSource(actor, { id: sourceId }),
  updateSource: (actor, { sourceId }) => updateSource(actor, { ...source, id: sourceId, revision: 1 }),
  sourceMergedInto: (actor, { sourceId }) => sourceMergedInto(actor, { id: sourceId }),
  mergeSources: (actor, { sourceId }) => mergeSources(actor, { keepId: sourceId, dropId: key() }),
  deleteSource: (actor, { sourceId }) => deleteSource(actor, { id: sourceId }),
  checkSourceExcerpt: (actor, { sourceId }) => checkSourceExcerpt(actor, { sourceId, excerpt: "words" }),
  getCopy: (actor, { sourceId }) => getCopy(actor, { sourceId, snapshotId: key() }),
  splitClaim: (actor, at) =>
    splitClaim(actor, {
      ...claimAt(at),
      versionId: at.versionId,
      at: at.claim.anchor.start + 4,
      idempotencyKey: key(),
    }),
  insertNewClaim: "a part of creating and importing claims",
  planImport: "a part of previewing and importing claims",
  previewClaimImport: (actor, { articleId }) => previewClaimImport(actor, { articleId, content: claimFile }),
  importClaims: (actor, { articleId, versionId }) =>
    importClaims(actor, { articleId, versionId, content: claimFile }),
  previewComments: (actor, { articleId }) => previewComments(actor, { articleId, file: "UEs=" }),
  previewWordFile: (actor, { articleId }) => previewWordFile(actor, { articleId, file: "UEs=" }),
  setSuggestedVerdicts: "a part of importing comments",
  acceptWordChanges: (actor, { articleId, versionId }) =>
    acceptWordChanges(actor, { articleId, versionId, file: "UEs=", rows: [0] }),
  importComments: (actor, { articleId, versionId }) =>
    importComments(actor, { articleId, versionId, file: "UEs=" }),
  suggestPositions: (actor, { claim }) => suggestPositions(actor, { claimId: claim.id }),
  findKnownSource: (actor) => findKnownSource(actor, { title: "Customs release" }),
  searchClaims: (actor) => searchClaims(actor, { query: "customs", limit: 10, after: null }),
  suggestClaims: (actor, { articleId }) => suggestClaims(actor, { articleId }),
  searchDesk: (actor) => searchDesk(actor, { query: "customs" }),
  suggestSources: (actor) => suggestSources(actor, { query: "customs" }),
  transitionClaim: (actor, at) =>
    transitionClaim(actor, { ...claimAt(at), action: "return", note: "Look again." }),
  listRedactions: (actor, { articleId }) => listRedactions(actor, { articleId }),
  getSharing: (actor, { articleId }) => getSharing(actor, { articleId }),
  getArticlePublications: (actor, { articleId }) => getArticlePublications(actor, { articleId }),
  previewArticleRedaction: (actor, { articleId }) =>
    previewArticleRedaction(actor, { articleId, target: { kind: "text", text: "Trade" } }),
  redactArticle: (actor, { articleId }) =>
    redactArticle(actor, { articleId, target: { kind: "text", text: "Trade" }, reason: "Privacy" }),
  proposeRedactions: (actor, { sourceId }) => proposeRedactions(actor, { sourceId }),
  unpublishArticle: (actor, at) => unpublishArticle(actor, { ...articleAt(at), reason: "It was a mistake." }),
  updateArticleDetails: (actor, at) => updateArticleDetails(actor, { ...articleAt(at), ...details }),
  updateClaim: (actor, at) => updateClaim(actor, { ...contentOfClaim(at.claim), ...claimAt(at) }),
  canSubscribe: (actor, { articleId }) => canSubscribe(actor, articleId),
};
