import { formatInstant } from "@/lib/format-date";
import { fieldTexts, isObject, ratingOf } from "./field-texts";
import { describeFlag, describeResolvedFlag, describeReviewDate } from "./flag-sentences";
import { claimIdOf, type HistoryContext, type HistoryEvent } from "./history-event";

type SentenceContext = HistoryContext & {
  /** "claim 3", or "a claim". */
  claim: string;
};
type Describe = (event: HistoryEvent, context: SentenceContext) => string;

/** Predicates of the known actions. Others are described by `describePlainAction`. */
const describers: Record<string, Describe> = {
  "article.import": () => "imported the article",
  "article.edit-details": (event, context) => `changed ${changed(event, context)} of the article`,
  "article.restore-details": (event) => `restored the details of the article to ${moment(event)}`,
  "article.assign": plansOf,
  "claim.assign": (event, { claim }) => describeAssignment(event, "assignee", claim),
  "article.edit-text": (event) => `edited the text: ${versions(event)}`,
  "article.replace-text": (event) => `replaced the text: ${versions(event)}`,
  "article.restore-text": (event) =>
    `restored the text of version ${of(event.to, "restored") ?? "?"}: ${versions(event)}`,
  "article.publish": (event) =>
    Number(of(event.to, "publication")) > 1
      ? `published the article again: publication ${of(event.to, "publication")}`
      : "published the article",
  "article.unpublish": () => "unpublished the article",
  "article.redact": ({ to }) => `redacted ${redacted(to)}`,
  "article.schedule": ({ from, to }, context) =>
    of(from, "at")
      ? `rescheduled the publication to ${instant(to, context)}`
      : `scheduled the publication for ${instant(to, context)}`,
  "article.unschedule": ({ from }, context) =>
    `cancelled the publication scheduled for ${instant(from, context)}`,
  "article.publish-failed": () => "could not publish the article",

  "claim.create": (event, { claim }) => `marked ${claim}${quote(event.to)}`,
  "claim.edit": describeEdit,
  "claim.restore-content": (event, { claim }) => `restored ${claim} to ${moment(event)}`,
  "claim.delete": (event, { claim }) => `deleted ${claim}${quote(event.from)}`,
  "claim.undelete": (_, { claim }) => `restored the deleted ${claim}`,
  "claim.split": (event, context) =>
    `split ${claimOf(of(event.from, "claimId"), context)}: the second part is ${context.claim}`,
  "claim.merge": (event, context) =>
    `merged ${claimOf(of(event.from, "mergedClaimId"), context)} into ${context.claim}`,
  "claim.confirm-anchor": (event, { claim }) =>
    of(event.from, "exact") === of(event.to, "exact")
      ? `confirmed the position of ${claim}`
      : `moved ${claim}`,
  "claim.restore-anchor": (_, { claim }) => `undid the confirmed position of ${claim}`,
  "claim.accept-wording": (_, { claim }) => `accepted the wording suggested for ${claim}`,
  "claim.author-answer": ({ to }, { claim }) =>
    authorAnswers[String(of(to, "decision"))]?.(claim) ?? "answered",
  "claim.submit": (_, { claim }) => `submitted ${claim} for review`,
  "claim.withdraw": (_, { claim }) => `withdrew ${claim} from review`,
  "claim.return": (_, { claim }) => `returned ${claim}`,
  "claim.approve": (_, { claim }) => `approved ${claim}`,
  "claim.reopen": (_, { claim }) => `reopened ${claim}`,
  "claim.exclude": (_, { claim }) => `excluded ${claim}`,
  "claim.include": (_, { claim }) => `included ${claim} again`,
  "claim.retire": (_, { claim }) => `retired ${claim}`,
  "claim.restore": (_, { claim }) => `restored the retired ${claim}`,

  "claim.flag": (event, { claim }) => describeFlag(event, claim),
  "article.flag": (event) => describeFlag(event, "the article"),
  "claim.resolve-flag": (event, { claim }) => describeResolvedFlag(event, claim),
  "article.resolve-flag": (event) => describeResolvedFlag(event, "the article"),
  "claim.set-review-date": (event, { claim }) => describeReviewDate(event, claim),
  "article.set-review-date": (event) => describeReviewDate(event, "the article"),
  "claim.link-family": (event, { claim }) =>
    `linked ${claim} to the same claim in${quote(event.to, "articleTitle")}`,
  "claim.unlink-family": (_, { claim }) => `unlinked ${claim} from the same claims in other articles`,

  "claim.vote": (_, { claim }) => `voted on ${claim}`,
  "claim.dispute": (_, { claim }) => `cast the last vote on ${claim}: the votes differ`,
  "claim.settle": (_, { claim }) => `set the final rating of the disputed ${claim}`,
  "claim.raise_approvals": (_, { claim }) => `sent ${claim} for more approvals`,
  "claim.publish": (_, { claim }) => `published ${claim}`,
  "claim.unpublish": (_, { claim }) => `unpublished ${claim}`,

  "article.raise-approvals": (event) =>
    `required ${of(event.to, "requiredApprovals") ?? "more"} approvals of each claim`,
  "article.change-scale": () => "changed the rating scale of the article",

  "article.change-purpose": ({ to }) =>
    of(to, "purpose") === "manuscript"
      ? "turned the article into a manuscript"
      : "turned the manuscript into a public fact-check",
  "author-link.create": (event, context) =>
    `made a link for the author ${of(event.to, "author") ?? ""}${until(event, context)}`,
  "author-link.revoke": (event) =>
    `withdrew the link for the author ${of(event.from, "author") ?? ""}`.trimEnd(),

  "comment.create": (event, context) => `commented${onClaim(event, context)}`,
  "comment.edit": (event, context) => `edited a comment${onClaim(event, context)}`,
  "comment.delete": (event, context) => `deleted a comment${onClaim(event, context)}`,
  "comment.resolve": (event, context) => `resolved a comment thread${onClaim(event, context)}`,
  "comment.reopen": (event, context) => `reopened a comment thread${onClaim(event, context)}`,

  "tick.check": (event) => `ticked off the ${item(event.to)}`,
  "tick.skip": (event) => `skipped the ${item(event.to)}${because(event.to)}`,
  "tick.undo": (event) => `opened the ${item(event.from)} again`,

  "source.create": (event) => `added the source${quote(event.to, "title")}`,
  "source.update": (event, context) => `changed ${changed(event, context)} of the source`,
  "source.restore": (event) => `restored the source to ${moment(event)}`,
  "source.merge": (event) =>
    `merged ${quoted(inside(event.from, "merged"), "title") ?? "another source"} into this one`,
  "source.delete": (event) => `removed the source${quote(event.from, "title")}`,
  "source.keep": () => "saved a copy of the source's page",
  "source.archive": () => "archived the source's page",
  "source.check-link": (event) =>
    linkDescriptions[String(of(event.to, "linkState"))] ?? "checked the source's link",
  "source.attach": (event) => `attached ${of(event.to, "name") ?? "a file"} to the source`,
  "source.detach": (event) => `removed ${of(event.from, "name") ?? "a file"} from the source`,

  "claimant.create": (event) => `added the claimant${quote(event.to, "name")}`,
  "claimant.update": (event, context) => `changed ${changed(event, context)} of the claimant`,
  "claimant.merge": (event) =>
    `merged ${quoted(inside(event.from, "merged"), "name") ?? "another claimant"} into this one`,
  "claimant.unmerge": (event) =>
    `undid the merge of ${quoted(inside(event.to, "separated"), "name") ?? "another claimant"}`,

  "view.save": (event) => `saved the view${quote(event.to, "name")}`,
  "view.change": (event) => `changed the view${quote(event.to, "name")}`,
  "view.delete": (event) => `deleted the view${quote(event.from, "name")}`,

  "setting.change": ({ targetId }) => `changed the setting ${settings[targetId] ?? targetId}`,
  "scale.create": (event) => `added the rating scale${quote(event.to, "name")}`,
  "scale.edit": (event) =>
    `saved version ${of(event.to, "version") ?? "?"} of the rating scale${quote(event.to, "name")}`,
  "scale.make-default": (event) => `made${quote(event.to, "name")} the default rating scale`,
  "user.create": (event) => `created the account of ${of(event.to, "name") ?? "a person"}`,
  "user.change-role": (event) =>
    `changed a person's role from ${of(event.from, "role")} to ${of(event.to, "role")}`,
  "user.disable": (event) =>
    of(event.to, "disabled") === true ? "disabled a person's account" : "enabled a person's account",
  "user.change-password": () => "changed their password",
  "user.reset-password": () => "reset their password with an emailed link",
  "user.ask-for-reset": () => "requested a password reset link",
  "user.ask-for-link": () => "requested a sign-in link",
  "user.sign-in": () => "signed in",
  "user.sign-in-failed": () => "rejected a sign-in with a wrong password",
  "user.sign-out": () => "signed out",
  "user.sign-out-everywhere": () => "signed out everywhere",
  "user.revoke-session": () => "ended one of their sessions",
  "user.revoke-other-sessions": () => "ended their other sessions",
  "user.end-sessions": () => "ended a person's sessions",
  "user.link-provider": () => "connected an external account",
  "user.unlink-provider": () => "disconnected an external account",
  "user.set-second-factor": () => "set up a second factor",
  "user.pass-second-factor": () => "passed the second factor",
  "user.second-factor-failed": () => "rejected a wrong second-factor code",
  "user.remove-second-factor": () => "removed a second factor",
  "user.renew-recovery-codes": () => "created new recovery codes",
  "user.set-notifications": () => "changed their notification settings",
  "user.set-shortcuts": () => "changed their keyboard shortcuts",
  "user.set-dates": () => "changed how the desk shows dates to them",
  "user.turn-mail-off": () => "turned off email",
  "sign-in-policy.change": () => "changed how people sign in",
  "api-token.create": (event) => `created the API token${quote(event.to, "name")}`,
  "api-token.revoke": () => "revoked an API token",
  "guest.invite": (event, context) =>
    `invited ${of(event.to, "guest") ?? "someone"} to review the article as a guest${until(event, context)}`,
  "guest.let-in": (event, context) =>
    `renewed the access of the guest reviewer ${of(event.to, "guest") ?? ""}${until(event, context)}`,
  "guest.join": (event, context) => `joined as a guest reviewer${until(event, context)}`,
  "guest.extend": (event, context) =>
    `extended the access of the guest reviewer ${of(event.to, "guest") ?? ""}${until(event, context)}`,
  "guest.revoke": (event) =>
    `ended the access of the guest reviewer ${of(event.from, "guest") ?? ""}`.trimEnd(),
  "invitation.create": (event) => `invited ${of(event.to, "name") ?? "a person"}`,
  "invitation.accept": () => "accepted an invitation",
  "invitation.revoke": () => "withdrew an invitation",
};

const authorAnswers: Record<string, (claim: string) => string> = {
  answer: (claim) => `answered the query on ${claim}`,
  agree: (claim) => `agreed with the wording suggested for ${claim}`,
  disagree: (claim) => `disagreed with the wording suggested for ${claim}`,
};

const outcomes: Record<string, (claim: string) => string> = {
  stands: (claim) => `decided that ${claim} stands`,
  change: (claim) => `suggested another wording for ${claim}`,
  query: (claim) => `asked the author about ${claim}`,
};

const settings: Record<string, string> = {
  requiredApprovals: "“Required approvals”",
  claimRequirements: "“Required fields”",
  tags: "“Tags”",
  watching: "“Watching”",
};

const linkDescriptions: Record<string, string> = {
  answers: "found that the source's page is available",
  gone: "found that the source's page is gone",
  unreachable: "could not reach the source's page",
};

const redactedKinds: Record<string, string> = {
  source: "a source",
  text: "words",
  excerpt: "an excerpt",
  attachment: "a picture, file or saved copy",
  passage: "a passage",
};

/** "a source in publications 1 and 2". What was redacted is not in the event. */
function redacted(to: HistoryEvent["to"]): string {
  const publications = of(to, "publications");
  const numbers = Array.isArray(publications) ? publications.map(String).reverse() : [];
  const kind = redactedKinds[String(of(to, "kind"))] ?? "something";
  if (numbers.length === 0) return kind;
  return `${kind} in ${numbers.length === 1 ? "publication" : "publications"} ${new Intl.ListFormat("en-GB").format(numbers)}`;
}

/** What the actor did, as a predicate in the past tense: "approved claim 3". */
export function describeAction(event: HistoryEvent, context: HistoryContext): string {
  const claim = claimOf(claimIdOf(event), context);
  return (describers[event.action] ?? describePlainAction)(event, { ...context, claim });
}

/** "claim.assign" → "did “assign” on claim 3". */
function describePlainAction({ action, targetType }: HistoryEvent, { claim }: SentenceContext): string {
  const verb = action.slice(action.indexOf(".") + 1);
  return `did “${verb.replace(/[-_.]/g, " ")}” on ${targetType === "claim" ? claim : `the ${targetType}`}`;
}

function describeEdit(event: HistoryEvent, context: SentenceContext): string {
  if (Object.keys(event.to ?? {}).join() === "outcome")
    return (
      outcomes[String(of(inside(event.to, "outcome"), "kind"))]?.(context.claim) ??
      `removed the outcome of ${context.claim}`
    );
  if (Object.keys(event.to ?? {}).join() !== "verdict")
    return `changed ${changed(event, context)} of ${context.claim}`;
  const before = ratingOf(of(event.from, "verdict"), context);
  const after = ratingOf(of(event.to, "verdict"), context);
  if (after === null) return `removed the verdict ${before ?? ""} from ${context.claim}`;
  if (before === null) return `set the verdict of ${context.claim} to ${after}`;
  if (before === after) return `changed the rationale of ${context.claim}`;
  return `changed the verdict of ${context.claim} from ${before} to ${after}`;
}

/** "the title", "the title and the byline"; "nothing" if both sides are equal. */
function changed({ from, to }: HistoryEvent, context: HistoryContext): string {
  const before = fieldTexts(from, context);
  const names = [...fieldTexts(to, context)]
    .filter(([field, { text }]) => before.get(field)?.text !== text)
    .map(
      ([, { label }]) =>
        `the ${label === "DOI" || label === "URL" ? label : label.charAt(0).toLowerCase() + label.slice(1)}`,
    );
  return names.length === 0 ? "nothing" : new Intl.ListFormat("en-GB").format(names);
}

/** "assigned the lead to Ada, set the due time to … and changed the priority from normal to high". */
function plansOf(event: HistoryEvent, context: SentenceContext): string {
  const { from, to } = event;
  const parts = [
    to && "lead" in to && describeAssignment(event, "lead", "the lead"),
    to &&
      "dueAt" in to &&
      (to.dueAt === null ? "removed the due time" : `set the due time to ${instant(to, context, "dueAt")}`),
    to && "priority" in to && `changed the priority from ${of(from, "priority")} to ${to.priority}`,
  ].filter((each) => typeof each === "string");
  return parts.length === 0 ? "changed nothing in the plan" : new Intl.ListFormat("en-GB").format(parts);
}

/** "assigned claim 3 to themselves", "assigned claim 3 to Ada", "unassigned claim 3 from Ada". */
function describeAssignment({ actor, from, to }: HistoryEvent, field: string, subject: string): string {
  const before = inside(from, field);
  const after = inside(to, field);
  if (after === null)
    return before?.id === actor?.id
      ? `unassigned themselves from ${subject}`
      : `unassigned ${subject} from ${before?.name}`;
  return after.id === actor?.id
    ? `assigned ${subject} to themselves`
    : `assigned ${subject} to ${after.name}`;
}

function versions({ from, to }: HistoryEvent): string {
  return `version ${of(from, "version") ?? "?"} became ${of(to, "version") ?? "?"}`;
}

function moment({ to }: HistoryEvent): string {
  return `${of(inside(to, "restored"), "moment") === "after" ? "after" : "before"} an earlier change`;
}

function instant(
  side: Record<string, unknown> | null,
  { instant: format = formatInstant }: SentenceContext,
  field = "at",
): string {
  const at = of(side, field);
  return typeof at === "string" && !Number.isNaN(Date.parse(at)) ? format(at) : "a time";
}

/** An item of the checklist: "figure “$240 billion”". A quotation has its own marks. */
function item(side: Record<string, unknown> | null): string {
  const exact = of(side, "exact");
  if (of(side, "kind") === "quotation" && typeof exact === "string") return `quotation ${exact}`;
  return `${of(side, "kind") ?? "item"}${quote(side, "exact")}`;
}

/** ": common knowledge". */
function because(side: Record<string, unknown> | null): string {
  const reason = of(side, "reason");
  return typeof reason === "string" ? `: ${reason}` : "";
}

function onClaim(event: HistoryEvent, { claim }: SentenceContext): string {
  return claimIdOf(event) === null ? "" : ` on ${claim}`;
}

function until({ to }: HistoryEvent, { instant: format = formatInstant }: SentenceContext): string {
  const end = of(to, "until");
  return typeof end === "string" && !Number.isNaN(Date.parse(end)) ? `, until ${format(end)}` : "";
}

function claimOf(id: unknown, context: HistoryContext): string {
  const number = typeof id === "string" ? context.claimNumber(id) : null;
  return number === null ? "a claim" : `claim ${number}`;
}

function quote(side: Record<string, unknown> | null, field = "statement"): string {
  const value = of(side, field);
  return typeof value === "string" && value !== "" ? ` “${value}”` : "";
}

function quoted(side: Record<string, unknown> | null, field: string): string | null {
  return quote(side, field).trim() || null;
}

function of(side: Record<string, unknown> | null, field: string): unknown {
  return side?.[field];
}

function inside(side: Record<string, unknown> | null, field: string): Record<string, unknown> | null {
  const value = of(side, field);
  return isObject(value) ? value : null;
}
