"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { keepDraft as keepCommentDraft, readDraft } from "@/components/drafts/comment-draft";
import { draftKeyFor } from "@/components/drafts/draft-key";
import { keepDraft, readStoredDraft } from "@/components/drafts/use-claim-draft";
import { Button } from "@/components/ui/button";
import styles from "./connection-banner.module.css";
import { liveConnection } from "./live-connection";
import { type OutboxView, outbox, type QueuedWrite } from "./outbox";
import { useConnection } from "./use-connection";

const NOTHING: OutboxView = { state: "idle", writes: [] };

/** Says when the server cannot be reached, and what waits in this browser for it. It also sends that, on whichever page of the desk one is. */
export function ConnectionBanner({ actorId }: { actorId: string }) {
  const connection = useConnection();
  const path = usePathname();
  const { state, writes } = useSyncExternalStore(
    (changed) => outbox.watch(changed),
    () => outbox.current(),
    () => NOTHING,
  );
  useEffect(() => {
    outbox.open(actorId);
    // Whenever the server is there again, what waits is sent at once.
    return liveConnection.listen(({ kind }) => kind === "sync" && void outbox.tryNow());
  }, [actorId]);

  const [refusal, setRefusal] = useState<string | null>(null);
  const refused = writes.filter((each) => each.refused);
  const waiting = writes.length - refused.length;
  const isSignedOut = connection === "signed-out" || state === "signed-out";
  const isLost = connection === "lost" || state === "unreachable";
  return (
    <div className={styles.banner} role="status">
      {connection === "shut-out" ? (
        <p>
          Your access has ended: nothing that you do here is taken any more.{" "}
          <a href="/desk/access-ended">What you can do</a>
        </p>
      ) : isSignedOut ? (
        <p>
          You are signed out. What you type is kept in this browser and sent when you have signed in again.
          {waitingWords(waiting)} <a href={`/desk/sign-in?next=${encodeURIComponent(path)}`}>Sign in</a>
        </p>
      ) : isLost ? (
        <p>
          No connection: what you type is kept in this browser and sent when it is back.
          {waitingWords(waiting)}
        </p>
      ) : null}
      {refused.length > 0 && (
        <section aria-label="Not taken by the server">
          <p>
            {refused.length === 1
              ? "Something that you wrote while there was no connection waits for you:"
              : `${refused.length} things that you wrote while there was no connection wait for you:`}
          </p>
          <ul>
            {refused.map((each) => (
              <li key={each.key}>
                {each.label}. {each.refused?.message}{" "}
                {each.draft || each.comment ? (
                  <Button look="quiet" onClick={() => reopen(each, writes).then(setRefusal)}>
                    Open it
                  </Button>
                ) : (
                  <Button look="quiet" onClick={() => outbox.drop([each.key, ...followers(each, writes)])}>
                    Dismiss
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {refusal && <p>{refusal}</p>}
        </section>
      )}
    </div>
  );
}

function waitingWords(count: number): string {
  return count === 0 ? "" : ` ${count === 1 ? "1 change waits" : `${count} changes wait`} to be sent.`;
}

function followers({ key }: QueuedWrite, writes: readonly QueuedWrite[]): string[] {
  const found = [key];
  for (const each of writes) if (each.after !== null && found.includes(each.after)) found.push(each.key);
  return found.slice(1);
}

/**
 * The form goes on where it was left: its words are a draft again, which its article's page opens.
 * @returns why not, in words; null when it is on its way
 */
async function reopen(kept: QueuedWrite, writes: readonly QueuedWrite[]): Promise<string | null> {
  const { draft, comment, articleId } = kept;
  const place = draftKeyFor(kept.actorId, articleId);
  if (comment) return reopenComment(kept, comment);
  if (!draft) return null;
  const subject = draft.claimId ?? "new";
  const later = followers(kept, writes);
  // The last form of them began with the words of those before it, and is made on what the first was made on.
  const newest = writes.findLast((each) => each.draft && later.includes(each.key))?.draft ?? draft;
  const isThere = readStoredDraft(place, subject) !== null;
  if (isThere && subject === "new")
    return "A form for a new claim is open in that article. Save or discard it first: nothing is lost.";
  // A form that is open on this claim began with these words already.
  if (!isThere) keepDraft(place, subject, { ...newest, revision: draft.revision, base: draft.base ?? null });
  await outbox.drop([kept.key, ...later]);
  window.location.assign(`/desk/articles/${articleId}${draft.claimId ? `?claim=${draft.claimId}` : ""}`);
  return null;
}

async function reopenComment(
  { key, actorId, articleId }: QueuedWrite,
  { subject, draft }: NonNullable<QueuedWrite["comment"]>,
): Promise<string | null> {
  const place = draftKeyFor(actorId, articleId);
  const open = readDraft(place, subject);
  if (open && open.text.trim() !== "")
    return "Another comment is being written there. Send or clear it first: nothing is lost.";
  keepCommentDraft(place, subject, { ...draft, key: crypto.randomUUID() });
  await outbox.drop([key]);
  const [on, id] = subject.split(":");
  const query = on === "claim" ? `?claim=${id}` : on === "edit" ? `?comment=${id}` : "";
  window.location.assign(`/desk/articles/${articleId}${query}`);
  return null;
}
