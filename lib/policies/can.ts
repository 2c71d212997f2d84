import type { Actor, Role } from "./actor";

/** What a policy may look at when it is asked about a claim. */
export interface ClaimTarget {
  createdById: string;
  lastEditedById: string;
  /** Who gave the verdict; null while there is none. */
  verdictById: string | null;
}

/** What a policy may look at when it is asked about a comment. */
export interface CommentTarget {
  articleId: string;
  /** Who wrote it; null where it is not written yet, or where a whole thread is meant. */
  authorId: string | null;
}

/** Actions on each kind of thing, with what the policy needs to know of it. */
interface Targets {
  article: {
    actions:
      | "create"
      | "read"
      | "edit-details"
      | "replace-text"
      | "raise-approvals"
      | "change-scale"
      | "publish"
      | "unpublish"
      | "export-history";
    target: null;
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
      | "leave_out"
      | "take_in"
      | "retire"
      | "restore";
    target: ClaimTarget | null;
  };
  source: {
    actions: "create" | "read" | "edit" | "keep" | "attach" | "merge" | "delete" | "disclose";
    target: null;
  };
  token: { actions: "create" | "list" | "revoke"; target: { ownerId: string } | null };
  setting: { actions: "read" | "change"; target: null };
  scale: { actions: "read" | "change"; target: null };
  comment: { actions: "read" | "comment" | "resolve" | "reopen" | "edit" | "delete"; target: CommentTarget };
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

const rules = new Map<string, Rule<Kind>>();

function allow<K extends Kind>(actions: Action<K> | Action<K>[], kind: K, rule: Rule<K>): void {
  for (const action of [actions].flat()) rules.set(`${kind}.${action}`, rule as Rule<Kind>);
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

function only(...roles: Role[]) {
  return (actor: Actor) => {
    if (roles.includes(actor.role)) return null;
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

allow(["create", "read", "edit-details", "replace-text"], "article", anyone);
allow(
  ["raise-approvals", "change-scale", "publish", "export-history"],
  "article",
  only("editor", "administrator"),
);
allow("unpublish", "article", only("administrator"));

allow(["create", "edit", "delete", "undelete", "submit", "withdraw", "reopen"], "claim", anyone);
allow(["approve", "vote", "settle"], "claim", all(only("editor", "administrator"), notItsAuthor));
allow("return", "claim", only("editor", "administrator"));
allow(["leave_out", "take_in", "retire", "restore"], "claim", only("editor", "administrator"));

allow(["create", "read", "edit", "keep", "attach"], "source", anyone);
allow(["merge", "delete", "disclose"], "source", only("editor", "administrator"));

allow(["create", "list", "revoke"], "token", ownsIt);

allow("read", "setting", anyone);
allow("change", "setting", only("administrator"));
allow("read", "scale", anyone);
allow("change", "scale", only("administrator"));

allow(["read", "comment", "resolve", "reopen"], "comment", anyone);
allow(["edit", "delete"], "comment", itsAuthor);

allow(["list", "invite", "set-sign-in-policy"], "person", only("administrator"));
allow(
  ["change-role", "disable", "end-sessions", "reset-second-factor"],
  "person",
  all(only("administrator"), notOneself),
);

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
  const reason = rule(actor, target);
  return reason === null ? { allowed: true } : { allowed: false, reason };
}
