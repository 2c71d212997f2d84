import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { lockMessage, updateMessage } from "@/lib/db/messages";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { findUser } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { optional } from "@/lib/input-fields";
import { MESSAGE_STATES, type MessageState, type ReaderMessage } from "@/lib/messages/message";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

const t = words("inbox");

const NOTE_LIMIT = 5000;

const stateInput = z.object({ id: z.string(), state: z.enum(MESSAGE_STATES).exclude(["new"]) });

/** Opens, closes or sorts out a message, or marks it as answered elsewhere. */
export async function setMessageState(
  actor: Actor,
  input: z.input<typeof stateInput>,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(stateInput, input);
  if (!parsed.ok) return parsed;
  const { id, state } = parsed.value;
  const allowed = asResult(can(actor, "handle", "message"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) return notFound("message");
    if (message.state !== state) await moveTo(tx, actor, message, state);
    return ok(null);
  });
}

/** Changes the state of a message, with its event. */
export async function moveTo(
  tx: Tx,
  actor: Actor,
  message: Pick<ReaderMessage, "id" | "state">,
  state: MessageState,
): Promise<void> {
  await updateMessage(tx, message.id, { state });
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: "message.set-state",
    targetType: "message",
    targetId: message.id,
    from: { state: message.state },
    to: { state },
  });
}

const handlingInput = z.object({
  id: z.string(),
  /** The revision that the page shows. */
  revision: z.int(),
  /** Null for nobody. */
  assigneeId: z.string().nullable(),
  note: optional(t("note"), NOTE_LIMIT),
});

export type HandleMessageInput = z.input<typeof handlingInput>;

/** What of a message someone else changed in the meantime. */
export interface CurrentHandling {
  revision: number;
  note: string;
  assigneeId: string;
}

/** Says who deals with a message, and notes something for the newsroom. A new message is open from then on. */
export async function handleMessage(actor: Actor, input: HandleMessageInput): Promise<Result<null, Failure>> {
  const parsed = parseInput(handlingInput, input);
  if (!parsed.ok) return parsed;
  const { id, revision, assigneeId, note } = parsed.value;
  const allowed = asResult(can(actor, "handle", "message"));
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) return notFound("message");
    const isSame = message.note === note && (message.assignee?.id ?? null) === assigneeId;
    if (isSame) return ok(null);
    if (message.erasedAt !== null && note !== null) return invalid(t("error.gone"));
    if (message.revision !== revision) {
      const current: CurrentHandling = {
        revision: message.revision,
        note: message.note ?? "",
        assigneeId: message.assignee?.id ?? "",
      };
      return err({ kind: "stale", message: t("stale"), current });
    }
    const assignee = assigneeId === null ? null : await findUser(assigneeId, tx);
    if (assigneeId !== null && (!assignee || assignee.role === "guest"))
      return invalid(t("error.assignee"), { assigneeId: [t("error.assignee")] });
    const state = message.state === "new" ? "open" : message.state;
    await updateMessage(tx, id, { assigneeId, note, state });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "message.handle",
      targetType: "message",
      targetId: id,
      from: { state: message.state, assignee: message.assignee?.name ?? null },
      to: { state, assignee: assignee?.name ?? null, hasNewNote: message.note !== note },
    });
    return ok(null);
  });
}
