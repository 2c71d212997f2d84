import {
  type ChainedEvent,
  digestEarlierEvents,
  findChainHead,
  findUnlinkedEvent,
  listChain,
} from "@/lib/db/audit-chain";
import { contentHashOf, linkHashOf } from "@/lib/history/event-digest";
import { err, ok, type Result } from "@/lib/result";

/** Events read at a time. */
const BATCH_SIZE = 1000;

export interface VerifiedChain {
  /** Events in the chain. */
  count: number;
  /** Events from before the chain started, which it covers by one digest. */
  earlier: number;
  hash: string;
}

/** What is wrong with the log; the message names the first affected event. */
export interface BrokenChain {
  /** Position in the chain; null when no single event is affected. */
  sequence: number | null;
  message: string;
}

/**
 * Verifies that the audit log is as it was written: nothing changed, removed or inserted.
 * @param known hash of a head that was stored earlier: it must appear in the chain
 * @param progress called with the number of events checked so far
 */
export async function verifyAudit({
  known = null,
  progress = () => {},
}: {
  known?: string | null;
  progress?: (seen: number, of: number) => void;
} = {}): Promise<Result<VerifiedChain, BrokenChain>> {
  const start = await findChainHead();
  if (!start) return broken(null, "The head of the log is missing.");
  const { earlier } = start;
  if ((await digestEarlierEvents(earlier.lastId)) !== earlier.hash)
    return broken(null, "An event from before the chain started was changed, removed or added.");
  let at = { sequence: 0n, hash: earlier.hash };
  let knownSeen = known === null || known === earlier.hash;
  for (;;) {
    const batch = await listChain(at.sequence, BATCH_SIZE);
    for (const event of batch) {
      const fault = faultOf(event, at);
      if (fault) return broken(Number(event.sequence), fault);
      at = { sequence: event.sequence, hash: event.hash ?? "" };
      knownSeen ||= at.hash === known;
    }
    if (batch.length > 0) progress(Number(at.sequence), Number(start.sequence));
    if (batch.length === BATCH_SIZE) continue;
    // More events may have been added while the log was read.
    const head = await findChainHead();
    if (!head) return broken(null, "The head of the log is missing.");
    if (head.sequence < at.sequence || (head.sequence === at.sequence && head.hash !== at.hash))
      return broken(
        Number(at.sequence),
        `The head of the log does not match event ${at.sequence}, the newest.`,
      );
    if (head.sequence === at.sequence) break;
    if ((await listChain(at.sequence, 1)).length === 0)
      return broken(
        Number(at.sequence) + 1,
        `The log ends with event ${at.sequence}, but its head is event ${head.sequence}: the newest events were removed.`,
      );
  }
  const unlinked = await findUnlinkedEvent(earlier.lastId);
  if (unlinked !== null) return broken(null, `Event number ${unlinked} is not in the chain.`);
  if (!knownSeen)
    return broken(
      null,
      "The head you entered does not appear in the log: events were removed, or the log was rewritten.",
    );
  return ok({ count: Number(at.sequence), earlier: earlier.count, hash: at.hash });
}

/** What is wrong with an event that follows another; null if nothing. */
function faultOf(event: ChainedEvent, before: { sequence: bigint; hash: string }): string | null {
  const { sequence, contentHash, previousHash, id } = event;
  const name = `Event ${sequence} (${event.action}, ${event.at})`;
  if (sequence !== before.sequence + 1n)
    return `Event ${before.sequence + 1n} is missing: ${before.sequence} is followed by ${sequence}.`;
  if (contentHash !== contentHashOf(event))
    return `${name} was changed: its content does not match its hash.`;
  if (previousHash !== before.hash) return `${name} does not follow the event before it.`;
  if (event.hash !== linkHashOf({ contentHash, id, previousHash, sequence }))
    return `${name} has a hash that does not match its content and position.`;
  return null;
}

function broken(sequence: number | null, message: string): { ok: false; error: BrokenChain } {
  return err({ sequence, message });
}
