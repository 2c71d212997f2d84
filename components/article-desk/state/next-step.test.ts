import { describe, expect, it } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { buildClaim } from "@/lib/testing/builders";
import { nextStep } from "./next-step";

const person = (id: string, role: Actor["role"]): Actor =>
  ({ id, name: id, email: `${id}@example.org`, role, articleId: role === "guest" ? "a" : null }) as Actor;
const editor = person("editor", "editor");
const checker = person("checker", "checker");
const guest = person("guest", "guest");
const author = { id: "author", name: "Author" };

const claim = (state: Claim["state"], by = author, rating = "false") =>
  buildClaim({ state, rating, createdBy: by, lastEditedBy: by });
const draftWithoutVerdict = buildClaim({ state: "draft", verdict: null });

describe("nextStep", () => {
  it.each<[string, Actor, Claim[], boolean, string]>([
    ["an editor approves what others submitted", editor, [claim("in_review")], false, "approve 1"],
    ["approving comes before drafts", editor, [claim("draft"), claim("in_review")], false, "approve 1"],
    ["nobody approves their own claims", editor, [claim("in_review", editor)], false, "publish"],
    ["a checker can't approve", checker, [claim("in_review")], false, "none"],
    ["drafts with a verdict are submitted", checker, [claim("draft"), claim("draft")], false, "submit 2"],
    ["a draft without a verdict isn't", checker, [draftWithoutVerdict], false, "none"],
    ["an excluded draft isn't", checker, [{ ...claim("draft"), excluded: true }], false, "none"],
    ["everything is approved", editor, [claim("approved")], false, "publish"],
    ["readers see it as it is", editor, [claim("published")], true, "none"],
    ["a checker can't publish", checker, [claim("approved")], false, "none"],
    ["an article without claims needs some", editor, [], false, "mark"],
    ["a checker marks claims too", checker, [], false, "mark"],
    ["a guest can't mark claims", guest, [], false, "none"],
    ["a guest has no step", guest, [claim("draft"), claim("in_review")], false, "none"],
  ])("%s", (_, actor, claims, isPublished, expected) => {
    const step = nextStep(actor, claims, isPublished);
    const text =
      step.kind === "approve"
        ? `approve ${step.claims.length}`
        : step.kind === "submit"
          ? `submit ${step.count}`
          : step.kind;
    expect(text).toBe(expected);
  });
});
