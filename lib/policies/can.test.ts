import { describe, expect, test } from "vitest";
import { type Actor, type Role, STAFF_ROLES } from "./actor";
import { type AssignmentTarget, type ClaimTarget, can, type SourceTarget } from "./can";

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
    "replace-text": "aec",
    "raise-approvals": "ae",
    "change-scale": "ae",
    "change-purpose": "ae",
    "ask-author": "ae",
    publish: "ae",
    unpublish: "a",
    redact: "ae",
    "export-history": "ae",
    "export-draft": "aec",
    "export-dossier": "aec",
  },
  checklist: { read: "aec", tick: "aec" },
  digest: { read: "aec" },
  figures: { read: "aec", "read-person": "ae" },
  claim: {
    create: "aec",
    edit: "aec",
    delete: "aec",
    undelete: "aec",
    "read-return": "aec",
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
  claimant: { read: "aec", edit: "aec", merge: "ae" },
  source: {
    create: "aec",
    read: "aec",
    edit: "aec",
    "save-copy": "aec",
    attach: "aec",
    merge: "ae",
    delete: "ae",
    disclose: "ae",
  },
  setting: { read: "aec", change: "a" },
  scale: { read: "aec", change: "a" },
  message: { read: "aec", handle: "aec", answer: "ae", erase: "ae" },
  page: { read: "aec", edit: "ae" },
  comment: { read: "aec", comment: "aec", resolve: "aec", reopen: "aec" },
  guest: { list: "ae", invite: "ae", extend: "ae", revoke: "ae" },
  person: {
    list: "a",
    invite: "a",
    "change-role": "a",
    disable: "a",
    "end-sessions": "a",
    "reset-second-factor": "a",
    "renew-password": "a",
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

test.each(["change-role", "disable", "end-sessions", "reset-second-factor", "renew-password"] as const)(
  "an administrator can't %s their own account",
  (action) => {
    expect(can(actor("administrator"), action, "person", { id: "me" })).toMatchObject({ allowed: false });
  },
);

test.each(STAFF_ROLES)("a %s can see their own figures", (role) => {
  expect(can(actor(role), "read-person", "figures", { id: "me" })).toEqual({ allowed: true });
});

describe("a view or an API token belongs to one person", () => {
  test.each([
    ["view", "change"],
    ["token", "create"],
    ["token", "list"],
    ["token", "revoke"],
  ] as const)("%s.%s, even by an administrator: only its owner", (kind, action) => {
    for (const role of STAFF_ROLES) {
      const decide = (target: { ownerId: string } | null) =>
        can(actor(role), action as never, kind as never, target as never);
      expect(decide({ ownerId: "me" })).toEqual({ allowed: true });
      for (const target of [{ ownerId: "other" }, null])
        expect(decide(target)).toMatchObject({
          allowed: false,
          reason: expect.stringContaining("belongs to someone else"),
        });
    }
  });
});

/** Who can make the change: a = administrator, e = editor, c = checker. */
const assignments: [string, "lead" | "claim", AssignmentTarget | null, string][] = [
  ["take an unassigned article", "lead", { fromId: null, toId: "me" }, "aec"],
  ["give an unassigned article to another", "lead", { fromId: null, toId: "other" }, "ae"],
  ["take another's article", "lead", { fromId: "other", toId: "me" }, "ae"],
  ["put back their own article", "lead", { fromId: "me", toId: null }, "ae"],
  ["take an unassigned claim", "claim", { fromId: null, toId: "me" }, "aec"],
  ["give an unassigned claim to another", "claim", { fromId: null, toId: "other" }, "ae"],
  ["take another's claim", "claim", { fromId: "other", toId: "me" }, "ae"],
  ["put back their own claim", "claim", { fromId: "me", toId: null }, "aec"],
  ["put back another's claim", "claim", { fromId: "other", toId: null }, "ae"],
  ["hand their own claim on to another", "claim", { fromId: "me", toId: "other" }, "ae"],
  ["assign claims in general", "claim", null, "ae"],
];

describe.each(assignments)("%s", (_, action, change, letters) => {
  test.each(STAFF_ROLES)("by a %s", (role) => {
    const decision = can(actor(role), action, "assignment", change);
    expect(decision.allowed).toBe(letters.includes(role[0] as string));
    if (!decision.allowed) expect(decision.reason).toMatch(/to yourself\..*Ask an editor\./);
  });
});

describe("of things in general, without a target", () => {
  test.each([
    ["an editor can approve claims", "editor", "approve", "claim", true],
    ["an administrator can change roles", "administrator", "change-role", "person", true],
    ["no one can edit a comment", "administrator", "edit", "comment", false],
  ] as const)("%s", (_, role, action, kind, allowed) => {
    expect(can(actor(role), action as never, kind as never).allowed).toBe(allowed);
  });
});

test("staff read a confidential source, wherever it is cited", () => {
  const source: SourceTarget = { confidential: true, citedIn: [] };
  for (const role of STAFF_ROLES)
    expect(can(actor(role), "read", "source", source)).toEqual({ allowed: true });
});

test("an unknown action throws", () => {
  expect(() => can(actor("administrator"), "burn" as never, "article")).toThrow(RangeError);
});
