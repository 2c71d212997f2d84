import { type Actor, isGuest } from "./actor";

/** The article that a decision is about; null means articles in general. */
export interface ArticleTarget {
  articleId: string;
}

/** What a policy knows about a claim. */
export interface ClaimTarget extends ArticleTarget {
  /** Whether it is signed off or disputed: from then on only the newsroom can return it. */
  voted: boolean;
  createdById: string;
  lastEditedById: string;
  /** Who gave the verdict, or the outcome of a claim in a manuscript; null if there is none. */
  verdictById: string | null;
}

/** What a policy knows about a comment. */
export interface CommentTarget extends ArticleTarget {
  /** Its author; null for a new comment, or for a thread. */
  authorId: string | null;
}

/** What a policy knows about a source. */
export interface SourceTarget {
  confidential: boolean;
  /** Ids of the articles whose claims cite it. */
  citedIn: readonly string[];
}

/** Ids of the person who had the work and of the one who will have it; null for no one. */
export interface AssignmentTarget {
  fromId: string | null;
  toId: string | null;
}

/** The actions on each kind of target, and what the policy needs to know about the target. */
interface Targets {
  article: {
    actions:
      | "create"
      | "read"
      | "read-history"
      | "edit-details"
      | "replace-text"
      | "raise-approvals"
      | "change-scale"
      | "change-purpose"
      | "ask-author"
      | "publish"
      | "unpublish"
      | "redact"
      | "export-history"
      | "export-draft"
      | "export-dossier";
    target: ArticleTarget | null;
  };
  claim: {
    actions:
      | "create"
      | "edit"
      | "delete"
      | "undelete"
      | "submit"
      | "withdraw"
      | "return"
      | "approve"
      | "vote"
      | "settle"
      | "reopen"
      | "exclude"
      | "include"
      | "retire"
      | "restore"
      | "read-return";
    target: ClaimTarget | null;
  };
  checklist: { actions: "read" | "tick"; target: ArticleTarget | null };
  claimant: { actions: "read" | "edit" | "merge"; target: null };
  digest: { actions: "read"; target: null };
  /** `target` is the person whose figures they are; null for anyone's. */
  figures: { actions: "read" | "read-person"; target: { id: string } | null };
  source: {
    actions: "create" | "read" | "edit" | "save-copy" | "attach" | "merge" | "delete" | "disclose";
    target: SourceTarget | null;
  };
  assignment: { actions: "lead" | "claim" | "plan"; target: AssignmentTarget | null };
  view: { actions: "read" | "save" | "change"; target: { ownerId: string } | null };
  token: { actions: "create" | "list" | "revoke"; target: { ownerId: string } | null };
  setting: { actions: "read" | "change"; target: null };
  scale: { actions: "read" | "change"; target: null };
  webhook: { actions: "list" | "change"; target: null };
  /** Messages of readers. "answer" includes seeing how the reader can be reached. */
  message: { actions: "read" | "handle" | "answer" | "erase"; target: null };
  /** What readers can read about the newsroom. */
  page: { actions: "read" | "edit"; target: null };
  comment: { actions: "read" | "comment" | "resolve" | "reopen" | "edit" | "delete"; target: CommentTarget };
  guest: { actions: "list" | "invite" | "extend" | "revoke"; target: ArticleTarget };
  person: {
    actions:
      | "list"
      | "invite"
      | "change-role"
      | "disable"
      | "end-sessions"
      | "reset-second-factor"
      | "renew-password"
      | "set-sign-in-policy";
    target: { id: string } | null;
  };
}

type Kind = keyof Targets;
type Action<K extends Kind> = Targets[K]["actions"];

export type Decision = { allowed: true } | { allowed: false; reason: string };
/** Returns the reason for a refusal, or null to allow. */
type Rule<K extends Kind> = (actor: Actor, target: Targets[K]["target"]) => string | null;

/** What staff can do. */
const rules = new Map<string, Rule<Kind>>();
/** What guests can do; everything else is refused. */
const guestRules = new Map<string, Rule<Kind>>();

function allow<K extends Kind>(actions: Action<K> | Action<K>[], kind: K, rule: Rule<K>): void {
  for (const action of [actions].flat()) rules.set(`${kind}.${action}`, rule as Rule<Kind>);
}

function allowGuests<K extends Kind>(actions: Action<K> | Action<K>[], kind: K, rule: Rule<K>): void {
  for (const action of [actions].flat()) guestRules.set(`${kind}.${action}`, rule as Rule<Kind>);
}

/** Allows what every rule allows. */
function all<K extends Kind>(...each: Rule<K>[]): Rule<K> {
  return (actor, target) => {
    for (const rule of each) {
      const reason = rule(actor, target);
      if (reason !== null) return reason;
    }
    return null;
  };
}

const anyone = () => null;

/** @param minimum administrators can do everything that editors can @param activities each action as it reads in "Only editors can …" */
function allowOnly<K extends Kind>(
  minimum: "editor" | "administrator",
  kind: K,
  activities: Partial<Record<Action<K>, string>>,
  rule: Rule<K> = anyone,
): void {
  for (const [action, activity] of Object.entries(activities) as [Action<K>, string][])
    allow(action, kind, all(only(minimum, activity), rule));
}

function only(minimum: "editor" | "administrator", activity: string) {
  return ({ role }: Actor) =>
    role === "administrator" || role === minimum
      ? null
      : `Only ${minimum}s can ${activity}. Ask an ${minimum}.`;
}

/** A second pair of eyes: the authors of a claim can't sign it off. */
function notItsAuthor(actor: Actor, claim: ClaimTarget | null): string | null {
  if (actor.id === claim?.createdById) return "You marked this claim. Someone else has to sign it off.";
  if (actor.id === claim?.verdictById) return "You gave this verdict. Someone else has to sign it off.";
  if (actor.id === claim?.lastEditedById)
    return "You edited this claim last. Someone else has to sign it off.";
  return null;
}

function itsAuthor(actor: Actor, comment: CommentTarget | null): string | null {
  return actor.id === comment?.authorId
    ? null
    : "Only its author can edit or delete a comment. Write a reply instead.";
}

function notOneself(actor: Actor, person: { id: string } | null): string | null {
  return actor.id === person?.id ? "You can't do this to your own account. Ask another administrator." : null;
}

function ownsIt(actor: Actor, token: { ownerId: string } | null): string | null {
  return actor.id === token?.ownerId
    ? null
    : "This token belongs to someone else. You can only manage your own tokens.";
}

const NOT_FOR_GUESTS =
  "Guest reviewers can read, comment on and review the article they are invited to. Ask the person who invited you.";

const refuseGuests = () => NOT_FOR_GUESTS;

/** A guest sees one article, and must not learn that others exist. */
function inTheirArticle(actor: Actor, target: ArticleTarget | null): string | null {
  return actor.articleId !== undefined && target?.articleId === actor.articleId ? null : NOT_FOR_GUESTS;
}

/** The identity of a confidential source must not leave the newsroom. */
function citedOpenly(actor: Actor, source: SourceTarget | null): string | null {
  const isOpen = source !== null && !source.confidential;
  return isOpen && source.citedIn.some((id) => id === actor.articleId) ? null : NOT_FOR_GUESTS;
}

function beforeItsVote(_: Actor, claim: ClaimTarget | null): string | null {
  return claim?.voted
    ? "This claim is already signed off or disputed. Write a comment about what should change: the newsroom can reopen it."
    : null;
}

/** Checkers assign work only to themselves, and only if no one has it. */
function assignsToSelf(actor: Actor, assignment: AssignmentTarget | null): string | null {
  if (actor.role === "editor" || actor.role === "administrator") return null;
  if (assignment?.fromId === null && assignment.toId === actor.id) return null;
  return "You can assign unassigned work to yourself. Only editors can assign work to others. Ask an editor.";
}

function assignsOrUnassignsSelf(actor: Actor, assignment: AssignmentTarget | null): string | null {
  if (assignment?.fromId === actor.id && assignment.toId === null) return null;
  return assignsToSelf(actor, assignment);
}

allow(
  ["create", "read", "read-history", "edit-details", "replace-text", "export-draft", "export-dossier"],
  "article",
  anyone,
);
allowOnly("editor", "article", {
  "raise-approvals": "require more approvals",
  "change-scale": "change the rating scale of an article",
  "change-purpose": "change what an article is checked for",
  "ask-author": "send queries to the author",
  publish: "publish articles",
  // A person who can publish a name must be able to remove it again immediately.
  redact: "redact publications",
  "export-history": "export the history",
});
allowOnly("administrator", "article", { unpublish: "unpublish articles" });

allow(
  ["create", "edit", "delete", "undelete", "submit", "withdraw", "reopen", "read-return"],
  "claim",
  anyone,
);
allowOnly(
  "editor",
  "claim",
  { approve: "approve claims", vote: "vote on claims", settle: "decide disputed claims" },
  notItsAuthor,
);
allowOnly("editor", "claim", {
  return: "return claims",
  exclude: "exclude claims",
  include: "include claims again",
  retire: "retire claims",
  restore: "restore claims",
});

allow(["read", "tick"], "checklist", anyone);

allow(["read", "save"], "view", anyone);
allow("change", "view", (actor, view) =>
  actor.id === view?.ownerId ? null : "This view belongs to someone else. Save your own view instead.",
);

allow("lead", "assignment", assignsToSelf);
allow("claim", "assignment", assignsOrUnassignsSelf);
allowOnly("editor", "assignment", { plan: "plan articles" });

allow("read", "digest", anyone);

allow("read", "figures", anyone);
// Figures are for planning, not for ranking: nobody compares themselves with others.
allow("read-person", "figures", (actor, person) =>
  actor.id === person?.id ? null : only("editor", "see the figures of other people")(actor),
);

allow(["read", "edit"], "claimant", anyone);
allowOnly("editor", "claimant", { merge: "merge claimants" });

allow(["create", "read", "edit", "save-copy", "attach"], "source", anyone);
allowOnly("editor", "source", {
  merge: "merge sources",
  delete: "delete sources",
  disclose: "disclose confidential sources",
});

allow(["create", "list", "revoke"], "token", ownsIt);

allow("read", "setting", anyone);
allowOnly("administrator", "setting", { change: "change the settings" });
allow("read", "scale", anyone);
allowOnly("administrator", "scale", { change: "change rating scales" });

allowOnly("administrator", "webhook", { list: "see webhooks", change: "change webhooks" });
allow(["read", "handle"], "message", anyone);
allowOnly("editor", "message", {
  answer: "answer readers",
  erase: "delete the data of a reader",
});

allow("read", "page", anyone);
allowOnly("editor", "page", { edit: "edit the pages about the newsroom" });

allow(["read", "comment", "resolve", "reopen"], "comment", anyone);
allow(["edit", "delete"], "comment", itsAuthor);

allowOnly("editor", "guest", {
  list: "see guest reviewers",
  invite: "invite guest reviewers",
  extend: "extend guest access",
  revoke: "end guest access",
});

allowOnly("administrator", "person", {
  list: "see the list of people",
  invite: "invite people",
  "set-sign-in-policy": "change the sign-in policy",
});
allowOnly(
  "administrator",
  "person",
  {
    "change-role": "change roles",
    disable: "disable accounts",
    "end-sessions": "end another person's sessions",
    "reset-second-factor": "reset another person's second factor",
    "renew-password": "create a one-time password for another person",
  },
  notOneself,
);

allowGuests(["read", "export-draft"], "article", inTheirArticle);
allowGuests("read", "source", citedOpenly);
allowGuests(
  "approve",
  "claim",
  () => "Guest reviewers can't approve claims. Vote with your own rating, or return the claim with a note.",
);
allowGuests("read-return", "claim", inTheirArticle);
allowGuests("vote", "claim", all(inTheirArticle, notItsAuthor));
allowGuests("return", "claim", all(inTheirArticle, beforeItsVote));
allowGuests(["read", "comment"], "comment", inTheirArticle);
allowGuests(["edit", "delete"], "comment", all(inTheirArticle, itsAuthor));

/** Every action that has a policy, such as "article.read". */
export function listActions(): string[] {
  return [...rules.keys()];
}

/**
 * Whether an actor can do something; if not, the reason as a message for the actor.
 * @param target what the action is on; null for the kind in general
 * @throws RangeError for an action without a policy
 */
export function can<K extends Kind>(
  actor: Actor,
  action: Action<K>,
  kind: K,
  target: Targets[K]["target"] = null,
): Decision {
  const rule = rules.get(`${kind}.${action}`);
  if (!rule) throw new RangeError(`there is no policy for ${kind}.${action}`);
  const actorRule = isGuest(actor) ? (guestRules.get(`${kind}.${action}`) ?? refuseGuests) : rule;
  const reason = actorRule(actor, target);
  return reason === null ? { allowed: true } : { allowed: false, reason };
}
