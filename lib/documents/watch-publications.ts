import { LRUCache } from "lru-cache";
import { type CommittedEvent, onCommittedEvent } from "@/lib/db/committed-events";
import { findNewestSeq, type LiveMessage, listenToChanges } from "@/lib/db/live-events";
import { onShutdown } from "@/lib/shutdown";
import type { DocumentCache } from "./document-cache";

/** How often the log is asked for changes while Postgres can't be listened to. */
const POLL_MS = 500;
/** How long after an answer of the log what is stored is still sent. */
const TRUST_MS = 900;

/** Actions after which an article has new documents. */
const PUBLISHING: ReadonlySet<string> = new Set(["article.publish", "article.redact"]);

/** Actions after which other claims are on the page of a claimant. */
const MERGING: ReadonlySet<string> = new Set(["claimant.merge", "claimant.unmerge"]);

export interface PublicationWatch {
  /** Whether every change up to about now is known. Otherwise stored documents must not be sent. */
  isUpToDate(): boolean;
}

/**
 * Drops the documents that a change by any instance makes out of date: changes by this one before anybody gets their answer, others by
 * LISTEN, and while that is not possible by asking the log twice a second.
 * @param onPublishedElsewhere called with the article whose readers another instance has given something new
 */
export function watchPublications(
  cache: DocumentCache,
  onPublishedElsewhere: (articleId: string) => void,
): PublicationWatch {
  let isListening = false;
  /** When the log was last asked, and the newest event it had. */
  let asked: { at: number; seq: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  /** Counts the polls: only the last one schedules the next. */
  let polls = 0;

  const poll = async () => {
    const own = ++polls;
    clearTimeout(timer);
    const at = performance.now();
    try {
      const seq = await findNewestSeq();
      if (asked?.seq !== seq) cache.dropAll();
      asked = { at, seq };
    } catch {
      // The database does not answer: its monitor says so. Nothing that is stored is sent until it does.
      asked = null;
    }
    if (isListening || isStopped || own !== polls) return;
    timer = setTimeout(poll, POLL_MS);
    timer.unref();
  };
  /** Own events that Postgres has not sent back yet: what was made after them is up to date. */
  const own = new LRUCache<number, true>({ max: 1_000 });
  const receive = (message: LiveMessage) => {
    switch (message.kind) {
      case "change":
        if (own.delete(message.event.seq)) return;
        applyChange(cache, message.event);
        if (message.event.articleId !== null && PUBLISHING.has(message.event.action))
          onPublishedElsewhere(message.event.articleId);
        return;
      case "lost":
        isListening = false;
        return void poll();
      case "gap":
        cache.dropAll();
        isListening = true;
        asked = null;
        return clearTimeout(timer);
      case "presence":
        return;
    }
  };
  const start = async () => {
    try {
      await listenToChanges(receive);
      if (isStopped) return;
      // What was stored meanwhile may have missed a change.
      cache.dropAll();
      isListening = true;
    } catch (cause) {
      console.warn("publications cannot be listened to; the log is asked instead:", cause);
      await poll();
      setTimeout(start, 10 * POLL_MS).unref();
    }
  };
  void start();
  const stopOwn = onCommittedEvent((event) => {
    own.set(event.seq, true);
    applyChange(cache, event);
  });
  onShutdown("streams", () => {
    isStopped = true;
    stopOwn();
    clearTimeout(timer);
  });
  return { isUpToDate: () => isListening || (asked !== null && performance.now() - asked.at < TRUST_MS) };
}

/** Only ids come with an event, and most say nothing to readers: drafts, comments, votes. */
function applyChange(cache: DocumentCache, { action, articleId, targetType }: CommittedEvent): void {
  if (action.startsWith("article.") && articleId !== null) cache.dropArticle(articleId);
  else if (targetType === "setting" || targetType === "scale" || MERGING.has(action)) cache.dropAll();
}
