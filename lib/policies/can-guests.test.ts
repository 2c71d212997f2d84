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

/** What a guest may do in the article that they are invited to; of everything else they may do nothing. */
const allowed = [
  "article.read",
  "claim.return",
  "claim.vote",
  "comment.read",
  "comment.comment",
  "comment.edit",
  "comment.delete",
  "source.read",
];

/** What an action is asked about: something of an article, of the guest's own making where that matters. */
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
    ["of everything at once", guest("one"), null],
    ["when their access has ended", guest(), targetIn(kind, "one")],
    ["when their access has ended, of nothing in particular", guest(), null],
  ])("%s: never", (_, actor, target) => {
    const decision = ask(actor, name, target);
    expect(decision).toMatchObject({ allowed: false });
    if (!decision.allowed) expect(decision.reason).toMatch(/Ask whoever invited you|Somebody of the desk/);
  });
});

describe("what a guest may do has its bounds", () => {
  const claim = targetIn("claim", "one") as object;
  test.each([
    ["return a claim that is voted on", "claim.return", { ...claim, voted: true }, /signed off/],
    ["vote on what one marked oneself", "claim.vote", { ...claim, createdById: "me" }, /Somebody else/],
    ["vote on one's own verdict", "claim.vote", { ...claim, verdictById: "me" }, /Somebody else/],
    ["approve", "claim.approve", claim, /of the desk/],
    ["change another's comment", "comment.edit", { articleId: "one", authorId: "other" }, /Only who wrote/],
    ["delete another's comment", "comment.delete", { articleId: "one", authorId: "other" }, /Only who wrote/],
    ["see who a confidential source is", "source.read", { confidential: true, citedIn: ["one"] }, /invited/],
    ["read a source that no claim rests on", "source.read", { confidential: false, citedIn: [] }, /invited/],
  ])("not %s", (_, name, target, reason) => {
    const decision = ask(guest("one"), name, target);
    expect(decision.allowed ? "" : decision.reason).toMatch(reason);
  });
});
