import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { listAuditEvents } from "@/lib/db/audit-events";
import { disconnect } from "@/lib/db/client";
import { everyChange, scene } from "@/lib/testing/every-change";
import { withTestDatabase } from "@/lib/testing/test-database";
import { verifyAudit } from "@/lib/workflows/history/verify-audit";

withTestDatabase();
afterAll(() => disconnect());

/** The actions that were logged while something was done, the oldest first. */
async function logged(run: () => Promise<unknown>): Promise<string[]> {
  const { total } = await listAuditEvents({}, 1);
  await run();
  const after = await listAuditEvents({}, 100);
  return after.events
    .slice(0, after.total - total)
    .map(({ action }) => action)
    .reverse();
}

describe("every change is logged", () => {
  test.each(everyChange)("%s: %j", async (_, actions, run) => {
    const set = await scene();
    expect(await logged(() => run(set))).toEqual(actions);
  });

  test("and the log is intact", async () => {
    expect(await verifyAudit()).toMatchObject({ ok: true });
  });

  /** These change no article, claim, source, person or setting; or another test covers them. */
  const exempt: Record<string, string> = {
    "claim-drafts": "what is typed and not saved yet",
    "take-snapshot": "snapshots.integration.test.ts",
    "save-to-archive": "snapshots.integration.test.ts",
    "note-publication-failure": "publication-life.integration.test.ts",
    "request-report": "only makes a file; it changes nothing",
    "run-publication-job": "publication-jobs.integration.test.ts",
    "move-claim": "a part of confirming, splitting and merging",
    "join-by-invitation": "a part of accepting an invitation",
    "admit-external": "sign-in.integration.test.ts",
    "api-tokens": "the tests of the API",
    "manage-webhooks": "webhooks.integration.test.ts",
    "accept-wordings": "accept-wordings.integration.test.ts",
    "author-links": "author-page.integration.test.ts",
    "author-page": "author-page.integration.test.ts",
    "change-purpose": "outcomes.integration.test.ts",
    "cast-vote": "review-votes.integration.test.ts",
    "change-article-scale": "the tests of scales",
    "edit-comment": "comments.integration.test.ts",
    "delete-comment": "comments.integration.test.ts",
    "resolve-thread": "comments.integration.test.ts",
    "extend-guest": "part of the test of invite-guest",
    "revoke-guest": "part of the test of invite-guest",
    "create-comment": "comments.integration.test.ts",
    "create-source": "the tests of the API",
    "desk-settings": "the tests of settings",
    "receive-message": "messages.integration.test.ts",
    "change-message": "messages.integration.test.ts",
    "answer-message": "messages.integration.test.ts",
    "use-message": "messages.integration.test.ts",
    "edit-page": "messages.integration.test.ts",
    "import-claims": "import-claims.integration.test.ts",
    "import-comments": "import-comments.integration.test.ts",
    "insert-new-claim": "a part of creating and importing claims",
    "import-sources": "import-sources.integration.test.ts",
    "mail-links": "sign-in.integration.test.ts",
    "mail-notification": "only sends mail",
    unsubscribe: "notifications.integration.test.ts",
    "record-sign-in-event": "a part of signing in",
    notifications: "notifications.integration.test.ts",
    "personal-settings": "personal-settings.integration.test.ts",
    "with-locked-article": "a part of every change of an article as a whole",
    "add-logo": "only stores the picture; using it is a change of the settings",
    "redact-article": "redactions.integration.test.ts",
    "raise-approvals": "review-votes.integration.test.ts",
    "renew-password": "renew-password.integration.test.ts",
    "reset-second-factor": "second-factor.integration.test.ts",
    "change-scales": "the tests of scales",
    "list-scales": "the tests of scales",
    "set-up-second-factor": "second-factor.integration.test.ts",
    "claim-family": "claim-family.integration.test.ts",
    "resolve-flag": "review-dates.integration.test.ts",
    "set-review-date": "review-dates.integration.test.ts",
    "flag-due-reviews": "review-dates.integration.test.ts",
    "remind-of-idle-work": "idle-work.integration.test.ts",
    "raise-flags": "a part of everything that flags claims",
    "close-flags": "a part of everything that resolves flags",
    "with-code": "second-factor.integration.test.ts",
    "send-digests": "only sends mail",
    sessions: "sign-in.integration.test.ts",
    "settle-dispute": "review-votes.integration.test.ts",
    "sign-in-policy": "sign-in.integration.test.ts",
    "start-session": "a part of signing in",
    "apply-transition": "a part of every step of a review",
  };
  test("by every workflow that writes", () => {
    const folder = import.meta.dirname;
    const writing = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
      .filter((name) => /inTransaction\(|appendAuditEvent\(/.test(readFileSync(`${folder}/${name}`, "utf8")))
      .map((name) => basename(name, ".ts"));
    const run = new Set(everyChange.map(([file]) => file));
    expect(writing.length).toBeGreaterThan(40);
    expect(writing.filter((name) => !run.has(name) && !(name in exempt))).toEqual([]);
  });
});
