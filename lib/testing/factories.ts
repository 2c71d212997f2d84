import type { Claim } from "@/lib/claims/claim";
import type { CreateClaimInput } from "@/lib/claims/claim-input";
import { hashPassword } from "@/lib/credentials/password";
import { findArticle } from "@/lib/db/articles";
import { findClaim } from "@/lib/db/claims";
import { grantAccess } from "@/lib/db/guest-accesses";
import { inTransaction } from "@/lib/db/transaction";
import { insertUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor, Role } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { type CreateArticleInput, createArticle } from "@/lib/workflows/articles/create-article";
import { createClaim } from "@/lib/workflows/claims/create-claim";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { rationale } from "./builders";

/** The value of an outcome that a test needs to succeed. */
export function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.kind}: ${result.error.message}`);
}

/** The password of every person made here. */
export const PASSWORD = "correct horse battery";

let passwordHash: Promise<string> | undefined;

/** A registered person with an address of their own. The password is hashed once in a process: hashing is slow on purpose. */
export async function makePerson(overrides: { role?: Role; name?: string } = {}): Promise<Actor> {
  const email = `p-${crypto.randomUUID()}@example.org`;
  // Long enough that no two people of a test have the same name: the desk then shows their addresses as well.
  const name = overrides.name ?? `Person ${email.slice(2, 10)}`;
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const user = must(
    await inTransaction(async (tx) =>
      ok(
        await insertUser(tx, {
          email,
          name,
          role: overrides.role ?? "editor",
          passwordHash: hash,
          mustChangePassword: false,
        }),
      ),
    ),
  );
  return { id: user.id, name: user.name, email: user.email, role: user.role };
}

/** A guest reviewer of an article, invited by a person of the desk. */
export async function makeGuest(
  article: { id: string },
  invitedBy: Actor,
  { name, until = new Date(Date.now() + 86_400_000) }: { name?: string; until?: Date } = {},
): Promise<Actor> {
  const guest = await makePerson({ role: "guest", ...(name ? { name } : {}) });
  await inTransaction(async (tx) => {
    await grantAccess(tx, {
      userId: guest.id,
      articleId: article.id,
      invitedById: invitedBy.id,
      expiresAt: until,
    });
    return ok(null);
  });
  return { ...guest, articleId: article.id };
}

export const TEXT =
  "Trade rose fast. In 2023 trade between the two countries rose to $240 billion, a record.\nThen it fell.";

/** An article, with a new author where none is named. */
export async function makeArticle(overrides: Partial<CreateArticleInput> & { author?: Actor } = {}) {
  const { author = await makePerson(), ...input } = overrides;
  const made = must(
    await createArticle(author, {
      title: `Trade ${crypto.randomUUID().slice(0, 8)}`,
      content: { format: "text", value: TEXT },
      ...input,
    }),
  );
  return { ...made, author };
}

/** A claim on "$240 billion", rated and with a source, in the state asked for. Makes its article and people where none are named. */
export async function makeClaim(
  overrides: Partial<CreateClaimInput> & {
    article?: { id: string; version: { id: string } };
    author?: Actor;
    state?: "draft" | "in_review" | "approved";
    approver?: Actor;
    /** Whether copies of the pages that it cites are saved: by default not, because most of them do not exist. */
    keepCopies?: boolean;
  } = {},
): Promise<Claim> {
  const {
    author = await makePerson(),
    state = "draft",
    approver,
    keepCopies = false,
    article = await makeArticle({ author }),
    ...input
  } = overrides;
  let claim = must(
    await createClaim(
      author,
      {
        articleId: article.id,
        versionId: article.version.id,
        idempotencyKey: crypto.randomUUID(),
        anchor: { exact: "$240 billion" },
        statement: "Trade came to $240 billion.",
        kind: "number",
        verdict: { ratingKey: "true", rationaleDoc: rationale("Customs say so.") },
        evidence: [
          { stance: "supports", source: { title: "Customs release", url: "https://example.org/customs" } },
        ],
        ...input,
      },
      { keepCopies },
    ),
  );
  if (state === "draft") return claim;
  claim = must(
    await transitionClaim(author, { claimId: claim.id, revision: claim.revision, action: "submit" }),
  );
  if (state === "in_review") return claim;
  return must(
    await transitionClaim(approver ?? (await makePerson()), {
      claimId: claim.id,
      revision: claim.revision,
      action: "approve",
    }),
  );
}

/** A claim as it stands now. */
export async function reloadClaim(claim: { id: string }): Promise<Claim> {
  const found = await findClaim(claim.id);
  if (!found) throw new Error("the claim is gone");
  return found;
}

/** An article's revision as it stands now. */
export async function revisionOf(articleId: string): Promise<number> {
  const found = await findArticle(articleId);
  if (!found) throw new Error("the article is gone");
  return found.revision;
}

/** A manuscript with the text of the other articles here. */
export function makeManuscript(overrides: Parameters<typeof makeArticle>[0] = {}) {
  return makeArticle({ purpose: "manuscript", ...overrides });
}
