import { type Actor, isGuest, type Role, type StaffRole } from "./actor";

/** What a policy may look at when it is asked about one article; without one, it is asked about the desk's articles as a whole. */
export interface ArticleTarget {
  articleId: string;
}

/** What a policy may look at when it is asked about a claim. */
export interface ClaimTarget extends ArticleTarget {
  /** Whether it is signed off, or its votes differ: what becomes of it then is for the newsroom to say. */
  voted: boolean;
  createdById: string;
  lastEditedById: string;
  /** Who gave the verdict; null while there is none. */
  verdictById: string | null;
}

/** What a policy may look at when it is asked about a comment. */
export interface CommentTarget extends ArticleTarget {
  /** Who wrote it; null where it is not written yet, or where a whole thread is meant. */
  authorId: string | null;
}

/** What a policy may look at when it is asked about a source. */
export interface SourceTarget {
  confidential: boolean;
  /** The articles whose claims rest on it. */
  citedIn: readonly string[];
}

/** Who had something to do, and who is to have it; null for nobody. */
export interface AssignmentTarget {
  fromId: string | null;
  toId: string | null;
}

/** Actions on each kind of thing, with what the policy needs to know of it. */
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
      | "publish"
      | "unpublish"
      | "export-history";
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
      | "restore";
    target: ClaimTarget | null;
  };
  source: {
    actions: "create" | "read" | "edit" | "keep" | "attach" | "merge" | "delete" | "disclose";
    target: SourceTarget | null;
  };
  assignment: { actions: "lead" | "claim" | "plan"; target: AssignmentTarget | null };
  view: { actions: "read" | "save" | "change"; target: { ownerId: string } | null };
  token: { actions: "create" | "list" | "revoke"; target: { ownerId: string } | null };
  setting: { actions: "read" | "change"; target: null };
  scale: { actions: "read" | "change"; target: null };
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
      | "set-sign-in-policy";
    target: { id: string } | null;
  };
}

type Kind = keyof Targets;
type Action<K extends Kind> = Targets[K]["actions"];

export type Decision = { allowed: true } | { allowed: false; reason: string };
/** A reason against, or null when there is none. */
type Rule<K extends Kind> = (actor: Actor, target: Targets[K]["target"]) => string | null;

/** What people of the newsroom may do. */
const rules = new Map<string, Rule<Kind>>();
/** What guests may do; whatever is not in it, they may not. */
const guestRules = new Map<string, Rule<Kind>>();

function allow<K extends Kind>(actions: Action<K> | Action<K>[], kind: K, rule: Rule<K>): void {
  for (const action of [actions].flat()) rules.set(`${kind}.${action}`, rule as Rule<Kind>);
}

function allowGuests<K extends Kind>(actions: Action<K> | Action<K>[], kind: K, rule: Rule<K>): void {
  for (const action of [actions].flat()) guestRules.set(`${kind}.${action}`, rule as Rule<Kind>);
}

/** Passes when every rule passes. */
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

function only(...roles: StaffRole[]) {
  return (actor: Actor) => {
    if ((roles as Role[]).includes(actor.role)) return null;
    return roles.includes("editor")
      ? "Only editors and administrators may do this. Ask one of them."
      : "Only administrators may do this. Ask one of them.";
  };
}

/** The second pair of eyes: whoever wrote any of it cannot sign it off. */
function notItsAuthor(actor: Actor, claim: ClaimTarget | null): string | null {
  if (actor.id === claim?.createdById) return "You marked this claim. Somebody else has to sign it off.";
  if (actor.id === claim?.verdictById) return "You gave this verdict. Somebody else has to sign it off.";
  if (actor.id === claim?.lastEditedById)
    return "You edited this claim last. Somebody else has to sign it off.";
  return null;
}

/** Nobody puts words into somebody else's mouth. */
function itsAuthor(actor: Actor, comment: CommentTarget | null): string | null {
  return actor.id === comment?.authorId ? null : "Only who wrote a comment may change it. Write a reply.";
}

function notOneself(actor: Actor, person: { id: string } | null): string | null {
  return actor.id === person?.id
    ? "You cannot do this to your own account. Ask another administrator."
    : null;
}

function ownsIt(actor: Actor, token: { ownerId: string } | null): string | null {
  return actor.id === token?.ownerId ? null : "This token is somebody else's. Each looks after their own.";
}

const NOT_FOR_GUESTS =
  "Guest reviewers read, comment on and review the article that they are invited to. Ask whoever invited you.";

const refuseGuests = () => NOT_FOR_GUESTS;

/** A guest sees one article, and of the others not even that there are any. */
function inTheirArticle(actor: Actor, target: ArticleTarget | null): string | null {
  return actor.articleId !== undefined && target?.articleId === actor.articleId ? null : NOT_FOR_GUESTS;
}

/** Who a confidential source is was promised not to leave the newsroom. */
function citedOpenly(actor: Actor, source: SourceTarget | null): string | null {
  const cited = actor.articleId !== undefined && source?.citedIn.includes(actor.articleId);
  return cited && !source?.confidential ? null : NOT_FOR_GUESTS;
}

function beforeItsVote(_: Actor, claim: ClaimTarget | null): string | null {
  return claim?.voted
    ? "This claim is signed off, or voted on. Say in a comment what should change; the desk can reopen it."
    : null;
}

/** A checker gives nobody else work, and takes it from nobody. */
function takesItself(actor: Actor, given: AssignmentTarget | null): string | null {
  if (only("editor", "administrator")(actor) === null) return null;
  if (actor.role === "checker" && given?.fromId === null && given.toId === actor.id) return null;
  return "You may take what nobody has; editors and administrators give work to others. Ask one of them.";
}

function takesOrGivesBack(actor: Actor, given: AssignmentTarget | null): string | null {
  if (actor.role === "checker" && given?.fromId === actor.id && given.toId === null) return null;
  return takesItself(actor, given);
}

allow(["create", "read", "read-history", "edit-details", "replace-text"], "article", anyone);
allow(
  ["raise-approvals", "change-scale", "publish", "export-history"],
  "article",
  only("editor", "administrator"),
);
allow("unpublish", "article", only("administrator"));

allow(["create", "edit", "delete", "undelete", "submit", "withdraw", "reopen"], "claim", anyone);
allow(["approve", "vote", "settle"], "claim", all(only("editor", "administrator"), notItsAuthor));
allow("return", "claim", only("editor", "administrator"));
allow(["exclude", "include", "retire", "restore"], "claim", only("editor", "administrator"));

allow(["read", "save"], "view", anyone);
allow("change", "view", (actor, view) =>
  actor.id === view?.ownerId ? null : "This view is somebody else's. Save one of your own.",
);

allow("lead", "assignment", takesItself);
allow("claim", "assignment", takesOrGivesBack);
allow("plan", "assignment", only("editor", "administrator"));

allow(["create", "read", "edit", "keep", "attach"], "source", anyone);
allow(["merge", "delete", "disclose"], "source", only("editor", "administrator"));

allow(["create", "list", "revoke"], "token", ownsIt);

allow("read", "setting", anyone);
allow("change", "setting", only("administrator"));
allow("read", "scale", anyone);
allow("change", "scale", only("administrator"));

allow(["read", "comment", "resolve", "reopen"], "comment", anyone);
allow(["edit", "delete"], "comment", itsAuthor);

allow(["list", "invite", "extend", "revoke"], "guest", only("editor", "administrator"));

allow(["list", "invite", "set-sign-in-policy"], "person", only("administrator"));
allow(
  ["change-role", "disable", "end-sessions", "reset-second-factor"],
  "person",
  all(only("administrator"), notOneself),
);

allowGuests("read", "article", inTheirArticle);
allowGuests("read", "source", citedOpenly);
allowGuests(
  "approve",
  "claim",
  () => "Somebody of the desk signs claims off. Give your own rating, or return the claim with a note.",
);
allowGuests("vote", "claim", all(inTheirArticle, notItsAuthor));
allowGuests("return", "claim", all(inTheirArticle, beforeItsVote));
allowGuests(["read", "comment"], "comment", inTheirArticle);
allowGuests(["edit", "delete"], "comment", all(inTheirArticle, itsAuthor));

/** Every action that a policy speaks of: "article.read". */
export function listActions(): string[] {
  return [...rules.keys()];
}

/**
 * Whether an actor may do something, and if not, why, in words for the actor.
 * @throws RangeError for an action that no policy speaks of
 */
export function can<K extends Kind>(
  actor: Actor,
  action: Action<K>,
  kind: K,
  target: Targets[K]["target"] = null,
): Decision {
  const rule = rules.get(`${kind}.${action}`);
  if (!rule) throw new RangeError(`no policy speaks of ${kind}.${action}`);
  const ofActor = isGuest(actor) ? (guestRules.get(`${kind}.${action}`) ?? refuseGuests) : rule;
  const reason = ofActor(actor, target);
  return reason === null ? { allowed: true } : { allowed: false, reason };
}
