import { describe, expect, test } from "vitest";
import { describeAction } from "./describe-action";
import type { HistoryContext, HistoryEvent } from "./history-event";

const context: HistoryContext = {
  claimNumber: (id) => ({ c3: 3, c4: 4 })[id] ?? null,
  ratingLabel: (key) => ({ false: "False", mixed: "Needs context" })[key] ?? key,
  people: [],
};

const ADA = { id: "a", name: "Ada" };
const BO = { id: "b", name: "Bo" };
type Side = HistoryEvent["from"];

/** What Ada did; to claim 3, if it was done to a claim. */
function did(action: string, from: Side = null, to: Side = null, rest: Partial<HistoryEvent> = {}): string {
  const [targetType = ""] = action.split(".");
  const targetId = targetType === "claim" ? "c3" : "x";
  const event = { id: "1", at: "2026-11-25T10:00:00.000Z", actor: ADA, articleId: null, ...rest };
  return describeAction({ targetType, targetId, action, from, to, ...event }, context);
}

describe("an action that needs no more than its name", () => {
  test.each([
    ["article.import", "imported the article"],
    ["article.unpublish", "unpublished the article"],
    ["article.publish-failed", "could not publish the article"],
    ["article.change-scale", "changed the rating scale of the article"],
    ["claim.undelete", "restored the deleted claim 3"],
    ["claim.submit", "submitted claim 3 for review"],
    ["claim.withdraw", "withdrew claim 3 from review"],
    ["claim.return", "returned claim 3"],
    ["claim.approve", "approved claim 3"],
    ["claim.reopen", "reopened claim 3"],
    ["claim.exclude", "excluded claim 3"],
    ["claim.include", "included claim 3 again"],
    ["claim.retire", "retired claim 3"],
    ["claim.restore", "restored the retired claim 3"],
    ["claim.unlink-family", "unlinked claim 3 from the same claims in other articles"],
    ["claim.vote", "voted on claim 3"],
    ["claim.dispute", "cast the last vote on claim 3: the votes differ"],
    ["claim.settle", "set the final rating of the disputed claim 3"],
    ["claim.raise_approvals", "sent claim 3 for more approvals"],
    ["claim.publish", "published claim 3"],
    ["claim.unpublish", "unpublished claim 3"],
    ["source.keep", "saved a copy of the source's page"],
    ["source.archive", "archived the source's page"],
    ["user.change-password", "changed their password"],
    ["user.reset-password", "reset their password with an emailed link"],
    ["user.renew-password", "created a one-time password for a person"],
    ["user.ask-for-reset", "requested a password reset link"],
    ["user.ask-for-link", "requested a sign-in link"],
    ["user.sign-in", "signed in"],
    ["user.sign-in-failed", "rejected a sign-in with a wrong password"],
    ["user.sign-out", "signed out"],
    ["user.sign-out-everywhere", "signed out everywhere"],
    ["user.revoke-session", "ended one of their sessions"],
    ["user.revoke-other-sessions", "ended their other sessions"],
    ["user.end-sessions", "ended a person's sessions"],
    ["user.link-provider", "connected an external account"],
    ["user.unlink-provider", "disconnected an external account"],
    ["user.set-second-factor", "set up a second factor"],
    ["user.pass-second-factor", "passed the second factor"],
    ["user.second-factor-failed", "rejected a wrong second-factor code"],
    ["user.remove-second-factor", "removed a second factor"],
    ["user.renew-recovery-codes", "created new recovery codes"],
    ["user.set-notifications", "changed their notification settings"],
    ["user.set-shortcuts", "changed their keyboard shortcuts"],
    ["user.set-dates", "changed how the desk shows dates to them"],
    ["user.turn-mail-off", "turned off email"],
    ["sign-in-policy.change", "changed how people sign in"],
    ["api-token.revoke", "revoked an API token"],
    ["webhook.delete", "deleted the webhook to"],
    ["webhook.change", "changed what is sent to the webhook to"],
    ["invitation.accept", "accepted an invitation"],
    ["invitation.revoke", "withdrew an invitation"],
  ])("%s: %s", (action, sentence) => {
    expect(did(action)).toBe(sentence);
  });
});

describe("an action on something with a name quotes it", () => {
  test.each<[string, Side, Side, string]>([
    ["claim.create", null, { statement: "Ten." }, "marked claim 3 “Ten.”"],
    ["claim.delete", { statement: "Ten." }, null, "deleted claim 3 “Ten.”"],
    ["source.create", null, { title: "Customs" }, "added the source “Customs”"],
    ["source.delete", { title: "Customs" }, null, "removed the source “Customs”"],
    ["source.merge", { merged: { title: "Tolls" } }, null, "merged “Tolls” into this one"],
    ["source.attach", null, { name: "a.pdf" }, "attached a.pdf to the source"],
    ["source.detach", { name: "a.pdf" }, null, "removed a.pdf from the source"],
    [
      "webhook.change",
      { host: "old.example" },
      { host: "new.example", moved: true },
      "changed the address of the webhook from “old.example” to “new.example”",
    ],
    [
      "webhook.change",
      { host: "new.example" },
      { host: "new.example", moved: true },
      "changed the address of the webhook to “new.example”",
    ],
    ["view.save", null, { name: "Mine" }, "saved the view “Mine”"],
    ["view.change", { name: "Mine" }, { name: "Ours" }, "changed the view “Ours”"],
    ["view.delete", { name: "Mine" }, null, "deleted the view “Mine”"],
    ["scale.create", null, { name: "Ours" }, "added the rating scale “Ours”"],
    [
      "scale.edit",
      { version: 1 },
      { version: 2, name: "Ours" },
      "saved version 2 of the rating scale “Ours”",
    ],
    ["scale.make-default", null, { name: "Ours" }, "made “Ours” the default rating scale"],
    ["user.create", null, { name: "Bo" }, "created the account of Bo"],
    ["api-token.create", null, { name: "CMS" }, "created the API token “CMS”"],
    ["invitation.create", null, { name: "Bo" }, "invited Bo"],
  ])("%s %j → %j: %s", (action, from, to, sentence) => {
    expect(did(action, from, to)).toBe(sentence);
  });
});

describe("an older event that lacks a detail is still described", () => {
  test.each<[string, Side, Side, string]>([
    ["claim.create", null, null, "marked claim 3"],
    ["claim.create", null, { statement: "" }, "marked claim 3"],
    ["claim.create", null, { statement: 10 }, "marked claim 3"],
    ["claim.edit", null, null, "changed nothing of claim 3"],
    ["claim.split", null, null, "split a claim: the second part is claim 3"],
    ["claim.merge", { mergedClaimId: "c9" }, null, "merged a claim into claim 3"],
    ["claim.merge", { mergedClaimId: ["c4"] }, null, "merged a claim into claim 3"],
    ["claim.restore-content", null, null, "restored claim 3 to before an earlier change"],
    ["claim.restore-content", null, { restored: ["after"] }, "restored claim 3 to before an earlier change"],
    ["source.merge", { merged: null }, null, "merged another source into this one"],
    ["source.merge", null, null, "merged another source into this one"],
    ["source.attach", null, {}, "attached a file to the source"],
    ["source.detach", null, null, "removed a file from the source"],
    ["source.check-link", null, { linkState: "unchecked" }, "checked the source's link"],
    ["article.restore-text", null, null, "restored the text of version ?: version ? became ?"],
    ["article.raise-approvals", null, null, "required more approvals of each claim"],
    ["article.assign", null, null, "changed nothing in the plan"],
    ["article.schedule", null, { at: "soon" }, "scheduled the publication for a time"],
    ["article.schedule", null, null, "scheduled the publication for a time"],
    ["article.schedule", null, { at: 2026 }, "scheduled the publication for a time"],
    ["scale.edit", null, null, "saved version ? of the rating scale"],
    ["user.create", null, null, "created the account of a person"],
    ["invitation.create", null, null, "invited a person"],
    ["guest.invite", null, null, "invited someone to review the article as a guest"],
    ["guest.revoke", null, null, "ended the access of the guest reviewer"],
    ["guest.join", null, { until: "soon" }, "joined as a guest reviewer"],
    ["guest.join", null, { until: 2026 }, "joined as a guest reviewer"],
  ])("%s %j → %j: %s", (action, from, to, sentence) => {
    expect(did(action, from, to)).toBe(sentence);
  });
});

describe("an edit names each changed field once", () => {
  const rated = (ratingKey: string, rationaleText = "Same.") => ({
    ratingKey,
    rationaleText,
    rationaleDoc: {},
  });
  test.each<[string, Side, Side, string]>([
    [
      "claim.edit",
      { statement: "a", verdict: rated("false") },
      { statement: "b", verdict: rated("mixed") },
      "changed the statement and the verdict of claim 3",
    ],
    [
      "claim.edit",
      { statement: "a", verdict: rated("false") },
      { statement: "a", verdict: rated("false", "New.") },
      "changed the rationale of claim 3",
    ],
    [
      "claim.edit",
      { verdict: rated("false", "Old.") },
      { verdict: rated("mixed", "New.") },
      "changed the verdict of claim 3 from False to Needs context",
    ],
    ["claim.edit", null, { verdict: rated("false") }, "set the verdict of claim 3 to False"],
    ["claim.edit", { claimant: "a" }, { claimant: "a" }, "changed nothing of claim 3"],
    [
      "claim.edit",
      null,
      { claimant: "a", claimedOn: null },
      "changed the claimant and the claimed on of claim 3",
    ],
    [
      "article.edit-details",
      { title: "a", byline: "b" },
      { title: "c", byline: "d" },
      "changed the title and the byline of the article",
    ],
    [
      "source.update",
      { doi: null, url: null, publisher: "a" },
      { doi: "10.1000/1", url: "https://example.org/", publisher: "b" },
      "changed the publisher, the URL and the DOI of the source",
    ],
    ["source.update", { title: "a" }, { title: "a" }, "changed nothing of the source"],
  ])("%s %j → %j: %s", (action, from, to, sentence) => {
    expect(did(action, from, to)).toBe(sentence);
  });
});

describe("work is assigned to a person or taken from them", () => {
  test.each<[string, HistoryEvent["actor"], Side, Side, string]>([
    ["claim.assign", ADA, { assignee: BO }, { assignee: ADA }, "assigned claim 3 to themselves"],
    ["claim.assign", ADA, { assignee: ADA }, { assignee: BO }, "assigned claim 3 to Bo"],
    ["claim.assign", null, { assignee: null }, { assignee: BO }, "assigned claim 3 to Bo"],
    ["claim.assign", null, { assignee: BO }, { assignee: null }, "unassigned claim 3 from Bo"],
    ["article.assign", ADA, { lead: BO }, { lead: null }, "unassigned the lead from Bo"],
    ["article.assign", ADA, { lead: null }, { lead: ADA }, "assigned the lead to themselves"],
    ["article.assign", ADA, { dueAt: "2026-12-01T10:00:00Z" }, { dueAt: null }, "removed the due time"],
    [
      "article.assign",
      ADA,
      { dueAt: null },
      { dueAt: "2026-12-01T10:00:00Z" },
      "set the due time to 1 December 2026 at 10:00 UTC",
    ],
    [
      "article.assign",
      ADA,
      { priority: "high" },
      { priority: "low" },
      "changed the priority from high to low",
    ],
    ["article.assign", ADA, {}, {}, "changed nothing in the plan"],
  ])("%s by %j, %j → %j: %s", (action, actor, from, to, sentence) => {
    expect(did(action, from, to, { actor })).toBe(sentence);
  });
});

describe("the text and the publication", () => {
  const at = "2026-11-25T10:00:00.000Z";
  test.each<[string, Side, Side, string]>([
    ["article.edit-text", { version: 1 }, { version: 2 }, "edited the text: version 1 became 2"],
    ["article.replace-text", { version: 4 }, { version: 5 }, "replaced the text: version 4 became 5"],
    ["article.publish", null, { publication: 1 }, "published the article"],
    ["article.publish", null, { publication: 2 }, "published the article again: publication 2"],
    ["article.publish", null, null, "published the article"],
    [
      "article.schedule",
      { at: "2026-11-24T10:00:00.000Z" },
      { at },
      "rescheduled the publication to 25 November 2026 at 10:00 UTC",
    ],
    ["article.schedule", null, { at }, "scheduled the publication for 25 November 2026 at 10:00 UTC"],
    [
      "article.unschedule",
      { at },
      null,
      "cancelled the publication scheduled for 25 November 2026 at 10:00 UTC",
    ],
    ["article.raise-approvals", null, { requiredApprovals: 2 }, "required 2 approvals of each claim"],
    [
      "article.restore-details",
      null,
      { restored: { event: "7", moment: "before" } },
      "restored the details of the article to before an earlier change",
    ],
    [
      "source.restore",
      null,
      { restored: { event: "7", moment: "after" } },
      "restored the source to after an earlier change",
    ],
  ])("%s %j → %j: %s", (action, from, to, sentence) => {
    expect(did(action, from, to)).toBe(sentence);
  });
});

describe("a tick names its item", () => {
  test.each<[string, Side, Side, string]>([
    ["tick.check", null, { kind: "figure", exact: "5 %" }, "ticked off the figure “5 %”"],
    ["tick.skip", null, { kind: "name", exact: "Ada", reason: "known" }, "skipped the name “Ada”: known"],
    ["tick.undo", { kind: "quotation", exact: "“no”" }, null, "opened the quotation “no” again"],
  ])("%s of %j, %j", (action, from, to, sentence) => {
    expect(did(action, from, to)).toBe(sentence);
  });
});

describe("a comment names its claim, if it has one", () => {
  test.each<[string, Side, Side, string]>([
    ["comment.edit", { claimId: "c4" }, { claimId: "c4" }, "edited a comment on claim 4"],
    ["comment.resolve", null, { claimId: "c4" }, "resolved a comment thread on claim 4"],
    ["comment.reopen", null, { claimId: "c4" }, "reopened a comment thread on claim 4"],
    ["comment.resolve", null, {}, "resolved a comment thread"],
    ["comment.reopen", null, null, "reopened a comment thread"],
    ["comment.create", null, { claimId: "c9" }, "commented on a claim"],
    ["comment.create", null, { claimId: 4 }, "commented"],
    ["comment.delete", { claimId: "c4" }, {}, "deleted a comment on claim 4"],
  ])("%s %j → %j: %s", (action, from, to, sentence) => {
    expect(did(action, from, to)).toBe(sentence);
  });
});

describe("accounts and guests", () => {
  const until = "2026-12-01T10:00:00.000Z";
  test.each<[string, Side, Side, string]>([
    [
      "user.change-role",
      { role: "writer" },
      { role: "editor" },
      "changed a person's role from writer to editor",
    ],
    ["user.disable", { disabled: false }, { disabled: true }, "disabled a person's account"],
    ["user.disable", { disabled: true }, { disabled: false }, "enabled a person's account"],
    [
      "guest.invite",
      null,
      { guest: "Bo", until },
      "invited Bo to review the article as a guest, until 1 December 2026 at 10:00 UTC",
    ],
    [
      "guest.let-in",
      null,
      { guest: "Bo", until },
      "renewed the access of the guest reviewer Bo, until 1 December 2026 at 10:00 UTC",
    ],
    [
      "guest.extend",
      null,
      { guest: "Bo", until },
      "extended the access of the guest reviewer Bo, until 1 December 2026 at 10:00 UTC",
    ],
    ["guest.join", null, { until }, "joined as a guest reviewer, until 1 December 2026 at 10:00 UTC"],
    ["guest.revoke", { guest: "Bo" }, null, "ended the access of the guest reviewer Bo"],
  ])("%s %j → %j: %s", (action, from, to, sentence) => {
    expect(did(action, from, to)).toBe(sentence);
  });

  test.each([
    ["answers", "found that the source's page is available"],
    ["gone", "found that the source's page is gone"],
    ["unreachable", "could not reach the source's page"],
  ])("a link check that ends with %s: %s", (linkState, sentence) => {
    expect(did("source.check-link", null, { linkState })).toBe(sentence);
  });

  test.each([
    ["requiredApprovals", "changed the setting “Required approvals”"],
    ["claimRequirements", "changed the setting “Required fields”"],
    ["tags", "changed the setting “Tags”"],
    ["colours", "changed the setting colours"],
  ])("the setting %s: %s", (targetId, sentence) => {
    expect(did("setting.change", null, null, { targetId })).toBe(sentence);
  });
});

describe("an action without a sentence of its own is spelled out", () => {
  test.each([
    ["claim.look_again-later.twice", "did “look again later twice” on claim 3"],
    ["desk.tidy", "did “tidy” on the desk"],
    ["rebuild", "did “rebuild” on the rebuild"],
  ])("%s: %s", (action, sentence) => {
    expect(did(action)).toBe(sentence);
  });

  test("an unknown claim has no number", () => {
    expect(did("claim.approve", null, null, { targetId: "c9" })).toBe("approved a claim");
  });
});

describe("what is watched", () => {
  test.each<[string, Side, string]>([
    ["claim.flag", { flag: "review_due" }, "flagged claim 3: its review is due"],
    [
      "claim.flag",
      { flag: "excerpt_gone" },
      "flagged claim 3: an excerpt is no longer on the page of its source",
    ],
    ["article.flag", { flag: "idle" }, "flagged the article: it had no change for days"],
    ["claim.resolve-flag", { outcome: "confirmed" }, "confirmed that claim 3 is still right"],
    ["article.resolve-flag", { outcome: "confirmed" }, "confirmed that the article is still right"],
    ["claim.resolve-flag", { outcome: "unheard of" }, "removed the flag on claim 3"],
    [
      "claim.set-review-date",
      { reviewOn: "2026-12-03" },
      "set the review date of claim 3 to 3 December 2026",
    ],
    ["article.set-review-date", null, "removed the review date of the article"],
    ["claim.link-family", { articleTitle: "Trade" }, "linked claim 3 to the same claim in “Trade”"],
  ])("%s with %j", (action, to, expected) => {
    expect(did(action, null, to)).toBe(expected);
  });
});
