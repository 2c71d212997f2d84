import { currentClaim } from "@/components/claims/current-claim";
import type { SentWrite } from "@/components/live/send-queued";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import type { DeskWrite, WriteResult } from "@/lib/live/desk-write";
import type { Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import type { ClaimList } from "./claim-list";
import { type LabelledWrite, operationWrite, undeleteWrite } from "./claim-writes";
import type { ShowMessage, WriteOutcome } from "./message";
import { Store } from "./store";
import type { Operation } from "./undo-history";

/** Sends a write, or queues it in the browser while the server is unreachable. @param label for the list of unsent changes */
export type SendWrite = (write: DeskWrite, label: string) => Promise<Result<SentWrite, Failure>>;

export type ClaimWriter = ReturnType<typeof createClaimWriter>;

/** Sends changes of claims to the server and applies the answers to the list. */
export function createClaimWriter({
  versionId,
  language,
  list,
  send,
  showMessage,
}: {
  versionId: string;
  /** Of the messages, BCP 47. */
  language: string;
  list: ClaimList;
  send: SendWrite;
  showMessage: ShowMessage;
}) {
  const t = words("articles", language);
  /** The claim that the server is working on. */
  const pendingId = new Store<string | null>(null);

  /** Calls the server while the claim is shown as pending. A failure is shown, and the claim updated if the failure carries a newer state. */
  async function callServer<T>(id: string, call: () => Promise<Result<T, Failure>>): Promise<T | null> {
    pendingId.set(id);
    const result = await attempt(call);
    pendingId.set(null);
    if (result.ok) return result.value;
    const current = currentClaim(result.error);
    if (current) list.put(current);
    showMessage({ tone: "failure", text: result.error.message });
    return null;
  }

  /** Applies the result of a write. */
  function applyResult(result: WriteResult): void {
    if (result.kind === "claim") list.put(result.claim);
    if (result.kind === "deleted") list.drop(result.claimId);
  }

  async function write(claimId: string, { write, label }: LabelledWrite): Promise<WriteOutcome> {
    const sent = await callServer(claimId, () => send(write, label));
    if (!sent) return "failed";
    if (!sent.written) return "queued";
    applyResult(sent.written);
    return "done";
  }

  /** Performs one operation of an action, or of its undo or redo. */
  async function perform(operation: Operation): Promise<WriteOutcome> {
    const { claimId } = operation;
    if (operation.kind === "undelete") return write(claimId, undeleteWrite(claimId));
    const claim = list.find(claimId);
    if (claim) return write(claimId, operationWrite(operation, claim, versionId));
    showMessage({ tone: "failure", text: t("undo.claimMissing") });
    return "failed";
  }

  return { pendingId, callServer, applyResult, write, perform };
}
