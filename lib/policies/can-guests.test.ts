import { describe, expect, test } from "vitest";
import type { Actor } from "./actor";
import { can, listActions } from "./can";

const guest = (articleId?: string): Actor => ({
  id: "me",
  name: "Me",
  email: "me@example.org",
  role: "guest",
  ...(articleId ? { articleId } : {}),
});

/** Everything a guest can do, in the article they are invited to. */
const allowed = [
  "article.read",
  "article.export-draft",
  "claim.read-return",
  "claim.return",
  "claim.vote",
  "comment.read",
  "comment.comment",
  "comment.edit",
  "comment.delete",
  "source.read",
];

/** A target in an article, written by the guest where that matters. */
function targetIn(kind: string, articleId: string): unknown {
  switch (kind) {
    case "article":
    case "guest":
      return { articleId };
    case "claim":
      return {
        articleId,
        voted: false,
        createdById: "other",
        lastEditedById: "other",
        verdictById: "other",
      };
    case "comment":
      return { articleId, authorId: "me" };
    case "source":
      return { confidential: false, citedIn: [articleId] };
    case "token":
      return { ownerId: "me" };
    case "person":
      return { id: "other" };
    default:
      return null;
  }
}

const ask = (actor: Actor, name: string, target: unknown) => {
  const [kind = "", action = ""] = name.split(".");
  return can(actor, action as never, kind as never, target as never);
};

describe.each(listActions())("%s by a guest", (name) => {
  const kind = name.split(".")[0] ?? "";
  test("in their article", () => {
    expect(ask(guest("one"), name, targetIn(kind, "one")).allowed).toBe(allowed.includes(name));
  });
  test.each([
    ["in another article", guest("one"), targetIn(kind, "two")],
    ["without a target", guest("one"), null],
    ["when their access has ended", guest(), targetIn(kind, "one")],
    ["when their access has ended, without a target", guest(), null],
  ])("%s: never", (_, actor, target) => {
    const decision = ask(actor, name, target);
    expect(decision).toMatchObject({ allowed: false });
    if (!decision.allowed)
      expect(decision.reason).toMatch(/Ask the person who invited you|can't approve claims/);
  });
});

describe("limits of what a guest can do", () => {
  const claim = targetIn("claim", "one") as object;
  test.each([
    ["return a claim after the vote", "claim.return", { ...claim, voted: true }, /signed off/],
    ["vote on a claim they marked", "claim.vote", { ...claim, createdById: "me" }, /Someone else/],
    ["vote on their own verdict", "claim.vote", { ...claim, verdictById: "me" }, /Someone else/],
    ["approve", "claim.approve", claim, /can't approve/],
    ["change another's comment", "comment.edit", { articleId: "one", authorId: "other" }, /Only its author/],
    [
      "delete another's comment",
      "comment.delete",
      { articleId: "one", authorId: "other" },
      /Only its author/,
    ],
    ["read a confidential source", "source.read", { confidential: true, citedIn: ["one"] }, /invited/],
    ["read a source that no claim cites", "source.read", { confidential: false, citedIn: [] }, /invited/],
  ])("not %s", (_, name, target, reason) => {
    const decision = ask(guest("one"), name, target);
    expect(decision.allowed ? "" : decision.reason).toMatch(reason);
  });
});
