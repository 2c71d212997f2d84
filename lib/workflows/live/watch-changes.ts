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
  /** Nothing was missed up to this event. */
  | { kind: "caught-up"; seq: number }
  /** Too much was missed; the client must reload. */
  | { kind: "reset"; seq: number }
  /** The actor's account changed, so their access must be checked again. */
  | { kind: "ask-again" };

/** Whether an actor can receive the changes of an article, or of all articles. */
export async function canSubscribe(actor: Actor, articleId: string | null): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "read", "article", articleId === null ? null : { articleId }));
  if (!allowed.ok) return allowed;
  return articleId === null || (await findArticle(articleId)) ? ok(null) : notFound("article");
}

/**
 * Sends an actor the changes of an article, or of all articles, by any instance; missed ones first.
 * @param since the last event that they received; null starts now
 * @returns a function that stops it
 */
export async function watchChanges(
  actor: Actor,
  { articleId, since }: { articleId: string | null; since: number | null },
  broadcast: (message: ChangeMessage) => void,
): Promise<() => void> {
  let newest = since ?? 0;
  /** Messages received while missed events are read, which are sent after them. */
  let waiting: LiveMessage[] | null = [];

  const receive = (message: LiveMessage) => {
    // What is missed is read after the gap.
    if (message.kind === "lost") return;
    if (waiting && message.kind !== "gap") waiting.push(message);
    else if (message.kind === "gap") void catchUp();
    else if (message.kind === "presence") {
      if (articleId === null || message.articleId === articleId) broadcast(message);
    } else {
      const { event } = message;
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
      // The client reloads after a reset, so it misses nothing.
      console.warn("missed changes could not be read:", cause);
      broadcast({ kind: "reset", seq: newest });
    }
    const queued = waiting;
    waiting = null;
    for (const each of queued ?? []) receive(each);
  };

  const stop = await listenToChanges(receive);
  if (since === null) {
    newest = await findNewestSeq();
    broadcast({ kind: "caught-up", seq: newest });
    const queued = waiting;
    waiting = null;
    for (const each of queued) receive(each);
  } else await catchUp();
  return stop;
}
