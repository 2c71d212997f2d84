import { findArticle } from "@/lib/db/articles";
import { findNewestSeq, type LiveMessage, listEventsSince, listenToChanges } from "@/lib/db/live-events";
import type { Failure } from "@/lib/failure";
import { type LiveEvent, toldEvent } from "@/lib/live/live-event";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

export type ChangeMessage =
  | { kind: "change"; event: LiveEvent }
  | { kind: "presence"; articleId: string }
  /** Nothing was missed until this event. */
  | { kind: "caught-up"; seq: number }
  /** So much was missed that one begins anew. */
  | { kind: "reset"; seq: number }
  /** Something happened to the actor: whether they may still listen is to be asked again. */
  | { kind: "ask-again" };

/** Whether an actor may hear what happens to an article, or to all of them. */
export async function canSubscribe(actor: Actor, articleId: string | null): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "read", "article", articleId === null ? null : { articleId }));
  if (!allowed.ok) return allowed;
  return articleId === null || (await findArticle(articleId)) ? ok(null) : notFound("article");
}

/**
 * Tells an actor, from now on, what happens to an article, or to all of them, whichever instance wrote it; first what was missed.
 * @param since the last event that they heard of; null begins now
 * @returns ends it
 */
export async function watchChanges(
  actor: Actor,
  { articleId, since }: { articleId: string | null; since: number | null },
  broadcast: (told: ChangeMessage) => void,
): Promise<() => void> {
  let newest = since ?? 0;
  /** What is heard while the missed is being read waits, so that it comes after it. */
  let waiting: LiveMessage[] | null = [];

  const receive = (heard: LiveMessage) => {
    if (waiting && heard.kind !== "gap") waiting.push(heard);
    else if (heard.kind === "gap") void catchUp();
    else if (heard.kind === "presence") {
      if (articleId === null || heard.articleId === articleId) broadcast(heard);
    } else {
      const { event } = heard;
      newest = Math.max(newest, event.seq);
      if (event.targetType === "user" && event.targetId === actor.id) broadcast({ kind: "ask-again" });
      if (event.articleId !== null && (articleId === null || event.articleId === articleId))
        broadcast({ kind: "change", event: toldEvent(event) });
    }
  };

  const catchUp = async () => {
    waiting ??= [];
    try {
      const missed = await listEventsSince(newest, articleId);
      if (!missed) {
        newest = await findNewestSeq();
        broadcast({ kind: "reset", seq: newest });
      }
      for (const event of missed ?? []) {
        newest = Math.max(newest, event.seq);
        broadcast({ kind: "change", event: toldEvent(event) });
      }
      broadcast({ kind: "caught-up", seq: newest });
    } catch (cause) {
      // The reader of the stream begins anew then, and misses nothing by it.
      console.warn("what was missed could not be read:", cause);
      broadcast({ kind: "reset", seq: newest });
    }
    const heard = waiting;
    waiting = null;
    for (const each of heard ?? []) receive(each);
  };

  const stop = await listenToChanges(receive);
  if (since === null) {
    newest = await findNewestSeq();
    broadcast({ kind: "caught-up", seq: newest });
    const heard = waiting;
    waiting = null;
    for (const each of heard) receive(each);
  } else await catchUp();
  return stop;
}
