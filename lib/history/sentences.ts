import { formatInstant } from "@/lib/format-date";
import { fieldTexts, isObject, ratingOf } from "./field-texts";
import { claimIdOf, type HistoryEvent, type HistoryWords } from "./history-event";

type Words = HistoryWords & {
  /** "claim 3", or "a claim". */
  claim: string;
};
type Describe = (event: HistoryEvent, words: Words) => string;

/** What somebody did, action by action. An action that is not named here is put into words by `plainDeed`. */
const describers: Record<string, Describe> = {
  "article.import": () => "brought the article in",
  "article.edit-details": (event, words) => `changed ${changed(event, words)} of the article`,
  "article.restore-details": (event) => `put the details of the article back ${moment(event)}`,
  "article.assign": (event) => plansOf(event),
  "claim.assign": (event, { claim }) => describeAssignment(event, "assignee", claim),
  "article.edit-text": (event) => `edited the text: ${versions(event)}`,
  "article.replace-text": (event) => `replaced the text: ${versions(event)}`,
  "article.restore-text": (event) =>
    `made the text of version ${of(event.to, "restored") ?? "?"} the text again: ${versions(event)}`,
  "article.publish": (event) =>
    Number(of(event.to, "publication")) > 1
      ? `published the article again: publication ${of(event.to, "publication")}`
      : "published the article",
  "article.unpublish": () => "took the publication back",
  "article.schedule": ({ from, to }) =>
    of(from, "at")
      ? `moved the publication to ${instant(to)}`
      : `scheduled the publication for ${instant(to)}`,
  "article.unschedule": ({ from }) => `called off the publication of ${instant(from)}`,
  "article.publish-failed": () => "could not publish the article when its time came",

  "claim.create": (event, { claim }) => `marked ${claim}${quote(event.to)}`,
  "claim.edit": describeEdit,
  "claim.restore-content": (event, { claim }) => `put ${claim} back ${moment(event)}`,
  "claim.delete": (event, { claim }) => `deleted ${claim}${quote(event.from)}`,
  "claim.undelete": (_, { claim }) => `brought ${claim} back`,
  "claim.split": (event, words) => `split ${words.claim} off ${claimOf(of(event.from, "claimId"), words)}`,
  "claim.merge": (event, words) =>
    `merged ${claimOf(of(event.from, "mergedClaimId"), words)} into ${words.claim}`,
  "claim.confirm-anchor": (event, { claim }) =>
    of(event.from, "exact") === of(event.to, "exact")
      ? `confirmed the place of ${claim}`
      : `gave ${claim} other words of the text`,
  "claim.submit": (_, { claim }) => `submitted ${claim} for review`,
  "claim.withdraw": (_, { claim }) => `withdrew ${claim} from review`,
  "claim.return": (_, { claim }) => `returned ${claim}`,
  "claim.approve": (_, { claim }) => `approved ${claim}`,
  "claim.reopen": (_, { claim }) => `reopened ${claim}`,
  "claim.exclude": (_, { claim }) => `left ${claim} out`,
  "claim.include": (_, { claim }) => `took ${claim} in again`,
  "claim.retire": (_, { claim }) => `retired ${claim}`,
  "claim.restore": (_, { claim }) => `took ${claim} out of retirement`,

  "claim.vote": (_, { claim }) => `voted on ${claim}`,
  "claim.dispute": (_, { claim }) => `voted last on ${claim}: the votes differ`,
  "claim.settle": (_, { claim }) => `settled ${claim}`,
  "claim.raise_approvals": (_, { claim }) => `asked more people to sign off ${claim}`,
  "claim.publish": (_, { claim }) => `published ${claim}`,
  "claim.unpublish": (_, { claim }) => `took ${claim} back from readers`,

  "article.raise-approvals": (event) =>
    `asked for ${of(event.to, "requiredApprovals") ?? "more"} approvals of each claim`,
  "article.change-scale": () => "moved the article to another scale of ratings",

  "comment.create": (event, words) => `commented${onClaim(event, words)}`,
  "comment.edit": (event, words) => `changed a comment${onClaim(event, words)}`,
  "comment.delete": (event, words) => `deleted a comment${onClaim(event, words)}`,
  "comment.resolve": (event, words) => `resolved a thread of comments${onClaim(event, words)}`,
  "comment.reopen": (event, words) => `reopened a thread of comments${onClaim(event, words)}`,

  "source.create": (event) => `added the source${quote(event.to, "title")}`,
  "source.update": (event, words) => `changed ${changed(event, words)} of the source`,
  "source.restore": (event) => `put the source back ${moment(event)}`,
  "source.merge": (event) =>
    `merged another source into this one${quote(inside(event.from, "merged"), "title")}`,
  "source.delete": (event) => `removed the source${quote(event.from, "title")}`,
  "source.keep": () => "kept a copy of the source's page",
  "source.archive": () => "had the source's page kept by an archive",
  "source.check-link": (event) =>
    linkDescriptions[String(of(event.to, "linkState"))] ?? "looked at the source's link",
  "source.attach": (event) => `attached ${of(event.to, "name") ?? "a file"} to the source`,
  "source.detach": (event) => `took ${of(event.from, "name") ?? "a file"} away from the source`,

  "view.save": (event) => `saved the view${quote(event.to, "name")}`,
  "view.change": (event) => `changed the view${quote(event.to, "name")}`,
  "view.delete": (event) => `deleted the view${quote(event.from, "name")}`,

  "setting.change": ({ targetId }) => `changed ${settings[targetId] ?? "a setting"} of the desk`,
  "scale.create": (event) => `added the rating scale${quote(event.to, "name")}`,
  "scale.edit": (event) =>
    `saved version ${of(event.to, "version") ?? "?"} of the rating scale${quote(event.to, "name")}`,
  "scale.make-default": (event) => `made${quote(event.to, "name")} the rating scale of new articles`,
  "user.create": (event) => `registered ${of(event.to, "name") ?? "a person"}`,
  "user.change-role": (event) =>
    `changed a person's role from ${of(event.from, "role")} to ${of(event.to, "role")}`,
  "user.disable": (event) =>
    of(event.to, "disabled") === true ? "locked a person out" : "let a person in again",
  "user.change-password": () => "changed the password",
  "user.reset-password": () => "chose a new password by a mailed link",
  "user.ask-for-reset": () => "asked for a link to choose a new password",
  "user.ask-for-link": () => "asked for a link to sign in",
  "user.sign-in": () => "signed in",
  "user.sign-in-failed": () => "refused a sign-in with a wrong password",
  "user.sign-out": () => "signed out",
  "user.sign-out-everywhere": () => "signed out everywhere",
  "user.revoke-session": () => "ended one of their sessions",
  "user.revoke-other-sessions": () => "ended their other sessions",
  "user.end-sessions": () => "ended a person's sessions",
  "user.link-provider": () => "connected an account elsewhere",
  "user.unlink-provider": () => "disconnected an account elsewhere",
  "user.set-second-factor": () => "set up a second factor",
  "user.pass-second-factor": () => "passed the second factor",
  "user.second-factor-failed": () => "refused a wrong code of a second factor",
  "user.remove-second-factor": () => "took a second factor away",
  "user.renew-recovery-codes": () => "made new recovery codes",
  "user.set-notifications": () => "chose what to be told of",
  "user.turn-mail-off": () => "turned mail off",
  "sign-in-policy.change": () => "changed how people sign in",
  "api-token.create": (event) => `made a token for programs${quote(event.to, "name")}`,
  "api-token.revoke": () => "withdrew a token for programs",
  "guest.invite": (event) =>
    `asked ${of(event.to, "guest") ?? "somebody"} to review the article as a guest${until(event)}`,
  "guest.let-in": (event) => `let the guest reviewer ${of(event.to, "guest") ?? ""} in again${until(event)}`,
  "guest.join": (event) => `joined as a guest reviewer${until(event)}`,
  "guest.extend": (event) =>
    `gave the guest reviewer ${of(event.to, "guest") ?? ""} more time${until(event)}`,
  "guest.revoke": (event) =>
    `ended the access of the guest reviewer ${of(event.from, "guest") ?? ""}`.trimEnd(),
  "invitation.create": (event) => `invited ${of(event.to, "name") ?? "a person"}`,
  "invitation.accept": () => "accepted an invitation",
  "invitation.revoke": () => "withdrew an invitation",
};

const settings: Record<string, string> = {
  requiredApprovals: "the number of approvals",
  claimRequirements: "what a claim needs before review",
  tags: "the tags",
};

const linkDescriptions: Record<string, string> = {
  answers: "found that the source's page answers",
  gone: "found that the source's page is gone",
  unreachable: "could not reach the source's page",
};

/** What an event's actor did, as a predicate in the past: "approved claim 3". */
export function describeAction(event: HistoryEvent, words: HistoryWords): string {
  const claim = claimOf(claimIdOf(event), words);
  return (describers[event.action] ?? describePlainAction)(event, { ...words, claim });
}

/** "claim.assign" → "did “assign” on claim 3". */
function describePlainAction({ action, targetType }: HistoryEvent, { claim }: Words): string {
  const [, verb = action] = action.split(/\.(.*)/s);
  return `did “${verb.replace(/[-_.]/g, " ")}” on ${targetType === "claim" ? claim : `the ${targetType}`}`;
}

function describeEdit(event: HistoryEvent, words: Words): string {
  const fields = Object.keys(event.to ?? {});
  if (fields.length !== 1 || fields[0] !== "verdict")
    return `changed ${changed(event, words)} of ${words.claim}`;
  const before = ratingOf(event.from?.verdict, words);
  const after = ratingOf(event.to?.verdict, words);
  if (after === null) return `took the verdict ${before ?? ""} away from ${words.claim}`;
  if (before === null) return `gave ${words.claim} the verdict ${after}`;
  if (before === after) return `changed the rationale of ${words.claim}`;
  return `changed the verdict of ${words.claim} from ${before} to ${after}`;
}

/** "the title", "the title and the byline"; "nothing" where both sides are the same. */
function changed({ from, to }: HistoryEvent, words: HistoryWords): string {
  const before = fieldTexts(from, words);
  const names = [...fieldTexts(to, words)]
    .filter(([field, { text }]) => before.get(field)?.text !== text)
    .map(([, { label }]) => `the ${label === "DOI" ? label : label.toLowerCase()}`);
  return names.length === 0 ? "nothing" : new Intl.ListFormat("en-GB").format(names);
}

/** "gave the lead to Ada, made it due on …, and made its priority high". */
function plansOf(event: HistoryEvent): string {
  const { from, to } = event;
  const said = [
    to && "lead" in to && describeAssignment(event, "lead", "the lead"),
    to &&
      "dueAt" in to &&
      (to.dueAt === null ? "took the due time away" : `set the due time to ${instant(to, "dueAt")}`),
    to && "priority" in to && `changed the priority from ${from?.priority} to ${to.priority}`,
  ].filter((each) => typeof each === "string");
  return said.length === 0 ? "changed nothing of the plan" : new Intl.ListFormat("en-GB").format(said);
}

/** "took claim 3", "gave claim 3 to Ada", "took claim 3 from Ada". */
function describeAssignment({ actor, from, to }: HistoryEvent, field: string, thing: string): string {
  const before = inside(from, field);
  const after = inside(to, field);
  if (after === null)
    return before?.id === actor?.id ? `gave ${thing} back` : `took ${thing} from ${before?.name}`;
  return after.id === actor?.id ? `took ${thing}` : `gave ${thing} to ${after.name}`;
}

function versions({ from, to }: HistoryEvent): string {
  return `version ${of(from, "version") ?? "?"} became ${of(to, "version") ?? "?"}`;
}

function moment({ to }: HistoryEvent): string {
  return `as it was ${of(inside(to, "restored"), "moment") === "after" ? "after" : "before"} an earlier change`;
}

function instant(side: Record<string, unknown> | null, field = "at"): string {
  const at = of(side, field);
  return typeof at === "string" && !Number.isNaN(Date.parse(at)) ? formatInstant(at) : "a time";
}

function onClaim(event: HistoryEvent, { claim }: Words): string {
  return claimIdOf(event) === null ? "" : ` on ${claim}`;
}

function until({ to }: HistoryEvent): string {
  const end = of(to, "until");
  return typeof end === "string" && !Number.isNaN(Date.parse(end)) ? `, until ${formatInstant(end)}` : "";
}

function claimOf(id: unknown, words: HistoryWords): string {
  const number = typeof id === "string" ? words.claimNumber(id) : null;
  return number === null ? "a claim" : `claim ${number}`;
}

function quote(side: Record<string, unknown> | null, field = "statement"): string {
  const value = of(side, field);
  return typeof value === "string" && value !== "" ? ` “${value}”` : "";
}

function of(side: Record<string, unknown> | null, field: string): unknown {
  return side?.[field];
}

function inside(side: Record<string, unknown> | null, field: string): Record<string, unknown> | null {
  const value = side?.[field];
  return isObject(value) ? value : null;
}
