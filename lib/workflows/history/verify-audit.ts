import {
  type ChainedEvent,
  digestEarlierEvents,
  findChainHead,
  findUnlinkedEvent,
  listChain,
} from "@/lib/db/audit-chain";
import { contentHashOf, linkHashOf } from "@/lib/history/event-digest";
import { err, ok, type Result } from "@/lib/result";

/** How many events are read at a time. */
const AT_A_TIME = 1000;

export interface WholeChain {
  /** Events in the chain. */
  count: number;
  /** Events of before there was a chain, which it covers as a whole. */
  earlier: number;
  hash: string;
}

/** What is wrong with the log, in words that name the first event where it shows. */
export interface BrokenChain {
  /** Place in the chain; null where no event is to blame. */
  sequence: number | null;
  message: string;
}

/**
 * Goes through the audit log and sees whether it is as it was written: nothing changed, nothing taken away, nothing put between.
 * @param known hash of a head that was written down earlier: it must stand in the chain
 * @param progress is told how many events were seen
 */
export async function verifyAudit({
  known = null,
  progress = () => {},
}: {
  known?: string | null;
  progress?: (seen: number, of: number) => void;
} = {}): Promise<Result<WholeChain, BrokenChain>> {
  const start = await findChainHead();
  if (!start) return broken(null, "The head of the log is gone.");
  const { earlier } = start;
  if ((await digestEarlierEvents(earlier.lastId)) !== earlier.hash)
    return broken(null, "An event of before the chain was changed, taken away or added.");
  let at = { sequence: 0n, hash: earlier.hash };
  let knownSeen = known === null || known === earlier.hash;
  for (;;) {
    const batch = await listChain(at.sequence, AT_A_TIME);
    for (const event of batch) {
      const fault = faultOf(event, at);
      if (fault) return broken(Number(event.sequence), fault);
      at = { sequence: event.sequence, hash: event.hash ?? "" };
      knownSeen ||= at.hash === known;
    }
    if (batch.length > 0) progress(Number(at.sequence), Number(start.sequence));
    if (batch.length === AT_A_TIME) continue;
    // More may have come in while the log was read.
    const head = await findChainHead();
    if (!head) return broken(null, "The head of the log is gone.");
    if (head.sequence < at.sequence || (head.sequence === at.sequence && head.hash !== at.hash))
      return broken(
        Number(at.sequence),
        `The head of the log does not fit event ${at.sequence}, the newest.`,
      );
    if (head.sequence === at.sequence) break;
    if ((await listChain(at.sequence, 1)).length === 0)
      return broken(
        Number(at.sequence) + 1,
        `The log ends with event ${at.sequence}, and its head is event ${head.sequence}: the newest events were taken away.`,
      );
  }
  const unlinked = await findUnlinkedEvent(earlier.lastId);
  if (unlinked !== null) return broken(null, `The event of number ${unlinked} has no place in the chain.`);
  if (!knownSeen)
    return broken(
      null,
      "The head that was written down does not stand in the log: events were taken away, or the log was written anew.",
    );
  return ok({ count: Number(at.sequence), earlier: earlier.count, hash: at.hash });
}

/** What is wrong with an event that follows another; null for nothing. */
function faultOf(event: ChainedEvent, before: { sequence: bigint; hash: string }): string | null {
  const { sequence, contentHash, previousHash, id } = event;
  const name = `Event ${sequence} (${event.action}, ${event.at})`;
  if (sequence !== before.sequence + 1n)
    return `Event ${before.sequence + 1n} is missing: ${before.sequence} is followed by ${sequence}.`;
  if (contentHash !== contentHashOf(event)) return `${name} was changed: it does not say what was hashed.`;
  if (previousHash !== before.hash) return `${name} does not follow the event before it.`;
  if (event.hash !== linkHashOf({ contentHash, id, previousHash, sequence }))
    return `${name} has another hash than its content and its place give.`;
  return null;
}

function broken(sequence: number | null, message: string): { ok: false; error: BrokenChain } {
  return err({ sequence, message });
}
