"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { readDraft, storeCommentDraft } from "@/components/drafts/comment-draft";
import { draftKeyFor } from "@/components/drafts/draft-key";
import { readStoredDraft, storeClaimDraft } from "@/components/drafts/use-claim-draft";
import { Button } from "@/components/ui/button";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import styles from "./connection-banner.module.css";
import { forgetSentDraft } from "./forget-sent-draft";
import { liveConnection } from "./live-connection";
import { type OutboxView, outbox } from "./outbox";
import type { QueuedWrite } from "./queued-write";
import { useConnection } from "./use-connection";

const EMPTY: OutboxView = { state: "idle", writes: [] };

/** Shows when the server cannot be reached, and what is queued in this browser. It also sends the queue, on every page of the desk. */
export function ConnectionBanner({ actorId }: { actorId: string }) {
  const t = useWords("live");
  const connection = useConnection();
  const path = usePathname();
  const { state, writes } = useSyncExternalStore(
    (changed) => outbox.watch(changed),
    () => outbox.current(),
    () => EMPTY,
  );
  useEffect(() => {
    const stops = [outbox.onHandedOver(forgetSentDraft), outbox.onAccepted(forgetSentDraft)];
    outbox.open(actorId);
    // When the server is back, the queue is sent without waiting for the next retry.
    const stopListening = liveConnection.listen(({ kind }) => kind === "sync" && void outbox.sendNow());
    return () => {
      for (const stop of stops) stop();
      stopListening();
    };
  }, [actorId]);

  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const refused = writes.filter((each) => each.refused);
  const pending = writes.length - refused.length;
  const isSignedOut = connection === "signed-out" || state === "signed-out";
  const isLost = connection === "lost" || state === "unreachable";
  return (
    <div className={styles.banner} role="status">
      {connection === "shut-out" ? (
        <p>
          {rich(t, "connection.accessEnded", { link: (text) => <a href="/desk/access-ended">{text}</a> })}
        </p>
      ) : isSignedOut ? (
        <p>
          {t("connection.signedOut")} {pending > 0 && t("connection.pending", { count: pending })}{" "}
          <a href={`/desk/sign-in?next=${encodeURIComponent(path)}`}>{t("connection.signIn")}</a>
        </p>
      ) : isLost ? (
        <p>
          {t("connection.lost")} {pending > 0 && t("connection.pending", { count: pending })}
        </p>
      ) : null}
      {refused.length > 0 && (
        <section aria-label={t("refused.label")}>
          <p>{t("refused.count", { count: refused.length })}</p>
          <ul>
            {refused.map((each) => (
              <li key={each.key}>
                {t("refused.item", { label: each.label, reason: each.refused?.message })}{" "}
                {each.draft || each.comment ? (
                  <Button look="quiet" onClick={() => reopen(each, writes).then(setBlocked)}>
                    {t("refused.open")}
                  </Button>
                ) : (
                  <Button look="quiet" onClick={() => outbox.drop([each.key, ...followers(each, writes)])}>
                    {t("refused.dismiss")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {blocked && <p>{t(blocked)}</p>}
        </section>
      )}
    </div>
  );
}

/** Why a rejected write can't be opened yet, as the key of a message. */
type Blocked = "refused.otherClaim" | "refused.otherComment" | "refused.notStored";

/** The keys of the writes that build on a write, directly or through others. */
function followers({ key }: QueuedWrite, writes: readonly QueuedWrite[]): string[] {
  const found = [key];
  for (const each of writes) if (each.after !== null && found.includes(each.after)) found.push(each.key);
  return found.slice(1);
}

/**
 * Opens the form of a rejected write again: its content becomes a draft, which the article's page shows.
 * @returns what blocks that; null when the article's page is being opened
 */
async function reopen(queued: QueuedWrite, writes: readonly QueuedWrite[]): Promise<Blocked | null> {
  const { draft, comment, articleId } = queued;
  const storageKey = draftKeyFor(queued.actorId, articleId);
  if (comment) return reopenComment(queued, comment);
  if (!draft) return null;
  const subject = draft.claimId ?? "new";
  const later = followers(queued, writes);
  // The newest form contains the edits of those before it. It is based on the revision that the first one was based on.
  const newest = writes.findLast((each) => each.draft && later.includes(each.key))?.draft ?? draft;
  const hasDraft = readStoredDraft(storageKey, subject) !== null;
  if (hasDraft && subject === "new") return "refused.otherClaim";
  // A form that is already open on this claim started from this draft.
  const opened = { ...newest, revision: draft.revision, base: draft.base ?? null };
  // The page is loaded again: what is only in memory would be gone.
  if (!hasDraft && !(await storeClaimDraft(storageKey, subject, opened))) return "refused.notStored";
  await outbox.drop([queued.key, ...later]);
  window.location.assign(`/desk/articles/${articleId}${draft.claimId ? `?claim=${draft.claimId}` : ""}`);
  return null;
}

async function reopenComment(
  { key, actorId, articleId }: QueuedWrite,
  { subject, draft }: NonNullable<QueuedWrite["comment"]>,
): Promise<Blocked | null> {
  const storageKey = draftKeyFor(actorId, articleId);
  const open = readDraft(storageKey, subject);
  if (open && open.text.trim() !== "") return "refused.otherComment";
  if (!(await storeCommentDraft(storageKey, subject, { ...draft, key: crypto.randomUUID() })))
    return "refused.notStored";
  await outbox.drop([key]);
  const [kind, id] = subject.split(":");
  const query = kind === "claim" ? `?claim=${id}` : kind === "edit" ? `?comment=${id}` : "";
  window.location.assign(`/desk/articles/${articleId}${query}`);
  return null;
}
