import { describe, expect, test } from "vitest";
import { type Actor, type Role, STAFF_ROLES } from "./actor";
import { type ClaimTarget, can } from "./can";

const actor = (role: Role, id = "me"): Actor => ({ id, name: "Me", email: "me@example.org", role });
const others: ClaimTarget = {
  articleId: "one",
  voted: false,
  createdById: "other",
  lastEditedById: "other",
  verdictById: "other",
};

/** What each role can do with another person's work: a = administrator, e = editor, c = checker. */
const table = {
  article: {
    create: "aec",
    read: "aec",
    "read-history": "aec",
    "edit-details": "aec",
    "raise-approvals": "ae",
    "change-scale": "ae",
    publish: "ae",
    unpublish: "a",
    "export-history": "ae",
  },
  claim: {
    create: "aec",
    edit: "aec",
    delete: "aec",
    undelete: "aec",
    submit: "aec",
    withdraw: "aec",
    reopen: "aec",
    approve: "ae",
    vote: "ae",
    settle: "ae",
    return: "ae",
    exclude: "ae",
    include: "ae",
    retire: "ae",
    restore: "ae",
  },
  assignment: { lead: "ae", claim: "ae", plan: "ae" },
  view: { read: "aec", save: "aec" },
  source: { read: "aec" },
  setting: { read: "aec", change: "a" },
  scale: { read: "aec", change: "a" },
  comment: { read: "aec", comment: "aec", resolve: "aec", reopen: "aec" },
  guest: { list: "ae", invite: "ae", extend: "ae", revoke: "ae" },
  person: {
    list: "a",
    invite: "a",
    "change-role": "a",
    disable: "a",
    "end-sessions": "a",
    "reset-second-factor": "a",
    "set-sign-in-policy": "a",
  },
} as const;

describe("role × action", () => {
  for (const [kind, actions] of Object.entries(table))
    for (const [action, letters] of Object.entries(actions))
      test.each(STAFF_ROLES)(`${kind}.${action} by a %s`, (role) => {
        const target =
          kind === "claim"
            ? others
            : kind === "person"
              ? { id: "other" }
              : kind === "comment"
                ? { articleId: "one", authorId: "other" }
                : null;
        const decision = can(actor(role), action as never, kind as never, target as never);
        expect(decision.allowed).toBe(letters.includes(role[0] as string));
        if (!decision.allowed) expect(decision.reason).toMatch(/Ask an (editor|administrator)\./);
      });
});

describe("people can't sign off their own work", () => {
  for (const role of ["editor", "administrator"] as const)
    test.each([
      ["marked it", { ...others, createdById: "me" }],
      ["gave the verdict", { ...others, verdictById: "me" }],
      ["edited it last", { ...others, lastEditedById: "me" }],
    ])(`${role} who %s`, (_, claim) => {
      for (const action of ["approve", "vote", "settle"] as const)
        expect(can(actor(role), action, "claim", claim)).toMatchObject({ allowed: false });
      expect(can(actor(role), "return", "claim", claim)).toEqual({ allowed: true });
    });
});

describe.each(["edit", "delete"] as const)("%s a comment", (action) => {
  test.each(STAFF_ROLES)("by a %s: only their own", (role) => {
    const comment = { articleId: "one", authorId: "me" };
    expect(can(actor(role), action, "comment", comment)).toEqual({ allowed: true });
    expect(can(actor(role), action, "comment", { ...comment, authorId: "other" })).toMatchObject({
      allowed: false,
    });
  });
});

test.each(["change-role", "disable", "end-sessions", "reset-second-factor"] as const)(
  "an administrator can't %s their own account",
  (action) => {
    expect(can(actor("administrator"), action, "person", { id: "me" })).toMatchObject({ allowed: false });
  },
);

test("an unknown action throws", () => {
  expect(() => can(actor("administrator"), "burn" as never, "article")).toThrow(RangeError);
});
