import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { isAlike } from "@/lib/claims/merge-three-ways";
import { seal } from "@/lib/credentials/seal";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import {
  deleteWebhookRow,
  findWebhook,
  insertWebhook,
  listWebhooks as listRows,
  lockWebhooks,
  replaceWebhookSecret,
  setWebhookState,
  updateWebhook,
} from "@/lib/db/webhooks";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { checkAddress } from "@/lib/fetching/guard-address";
import { required } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { FORMER_SECRET_HOURS, MAX_WEBHOOKS, type Webhook } from "@/lib/webhooks/webhook";
import { WEBHOOK_KINDS } from "@/lib/webhooks/webhook-kind";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** What the secrets of webhooks are sealed for. */
export const WEBHOOK_SECRET = "webhook secret";

const MAX_URL_LENGTH = 2_000;

const addInput = z.object({
  url: required("The address", MAX_URL_LENGTH, "Enter the address that events are sent to."),
  kinds: z
    .array(z.enum(WEBHOOK_KINDS, "Choose what is sent."))
    .min(1, "Choose what is sent.")
    .max(50, "Choose what is sent.")
    .transform((chosen) => WEBHOOK_KINDS.filter((kind) => chosen.includes(kind))),
});

export type AddWebhookInput = z.input<typeof addInput>;

/** All webhooks, the oldest first. */
export async function listWebhooks(actor: Actor): Promise<Result<Webhook[], Failure>> {
  const allowed = asResult(can(actor, "list", "webhook"));
  return allowed.ok ? ok(await listRows()) : allowed;
}

/** Adds a webhook. @returns it with its secret, which is shown once */
export async function addWebhook(
  actor: Actor,
  input: AddWebhookInput,
): Promise<Result<{ webhook: Webhook; secret: string }, Failure>> {
  const allowed = asResult(can(actor, "change", "webhook"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(addInput, input);
  if (!parsed.ok) return parsed;
  const { kinds } = parsed.value;
  const url = checkReceiver(parsed.value.url);
  if (!url.ok) return url;
  const id = randomUUID();
  const secret = makeSecret();
  return inTransaction(async (tx) => {
    await lockWebhooks(tx);
    const { length } = await listRows(tx);
    if (length >= MAX_WEBHOOKS)
      return invalid(`There are ${MAX_WEBHOOKS} webhooks, the most there can be. Delete one first.`);
    const webhook = await insertWebhook(tx, {
      id,
      url: url.value,
      kinds,
      secret: seal(WEBHOOK_SECRET, id, secret),
      createdById: actor.id,
    });
    await log(tx, actor, "create", webhook);
    return ok({ webhook, secret });
  });
}

const NOT_SECURE = "Events are sent to https addresses only. Enter one that starts with https://.";

/** An address that events can be sent to, in its normal form. */
function checkReceiver(address: string): Result<string, Failure> {
  const checked = checkAddress(address, env().fetchAllowHosts);
  if (!checked.ok) return invalid(checked.error.message, { url: [checked.error.message] });
  const { url, allowed: isInside } = checked.value;
  if (url.protocol !== "https:" && !isInside) return invalid(NOT_SECURE, { url: [NOT_SECURE] });
  return ok(url.href);
}

/** 32 random bytes, in the form of Standard Webhooks. */
function makeSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

const idInput = z.object({ webhookId: z.string() });

const changeInput = addInput.extend({
  webhookId: z.string(),
  /** What the person saw. If it is no longer stored, nothing is changed. */
  from: z.object({ url: z.string(), kinds: z.array(z.string()).max(50) }),
});

export type ChangeWebhookInput = z.input<typeof changeInput>;

/** Changes the address of a webhook, and what is sent to it. Its secret stays, and it stays paused or disabled if it is. */
export async function changeWebhook(
  actor: Actor,
  input: ChangeWebhookInput,
): Promise<Result<Webhook, Failure>> {
  return change(actor, changeInput, input, async (tx, before, { url: address, kinds, from }) => {
    const url = checkReceiver(address);
    if (!url.ok) return url;
    const isSame = (other: { url: string; kinds: readonly string[] }) =>
      other.url === before.url && isAlike([...other.kinds].sort(), [...before.kinds].sort());
    if (isSame({ url: url.value, kinds })) return ok(before);
    if (!isSame(from))
      return err({
        kind: "stale",
        message: "Someone changed this webhook in the meantime. Compare it with yours, then save again.",
        current: { url: before.url, kinds: before.kinds },
      });
    const after = await updateWebhook(tx, before.id, {
      url: url.value,
      kinds,
      moved: url.value !== before.url,
    });
    if (!after) return notFound("webhook");
    await log(tx, actor, "change", after, before);
    return ok(after);
  });
}

const stateInput = idInput.extend({ state: z.enum(["active", "paused"]) });

/** Pauses a webhook, or sends again what waits. */
export async function changeWebhookState(
  actor: Actor,
  input: z.input<typeof stateInput>,
): Promise<Result<Webhook, Failure>> {
  return change(actor, stateInput, input, async (tx, before, { state }) => {
    if (before.state === state) return ok(before);
    const after = await setWebhookState(tx, before.id, state);
    if (!after) return notFound("webhook");
    await log(tx, actor, state === "active" ? "resume" : "pause", before);
    return ok(after);
  });
}

/** Replaces the secret of a webhook; the one before signs as well for a day. @returns the secret, which is shown once */
export async function rotateWebhookSecret(
  actor: Actor,
  input: z.input<typeof idInput>,
): Promise<Result<{ secret: string }, Failure>> {
  return change(actor, idInput, input, async (tx, webhook) => {
    const secret = makeSecret();
    const until = new Date(Date.now() + FORMER_SECRET_HOURS * 3_600_000);
    await replaceWebhookSecret(tx, webhook.id, seal(WEBHOOK_SECRET, webhook.id, secret), until);
    await log(tx, actor, "rotate-secret", webhook);
    return ok({ secret });
  });
}

/** Deletes a webhook with its log. Nothing more is sent to it. */
export async function deleteWebhook(
  actor: Actor,
  input: z.input<typeof idInput>,
): Promise<Result<null, Failure>> {
  return change(actor, idInput, input, async (tx, webhook) => {
    await deleteWebhookRow(tx, webhook.id);
    await log(tx, actor, "delete", webhook);
    return ok(null);
  });
}

/** Changes a webhook in a transaction. */
async function change<S extends typeof idInput, T>(
  actor: Actor,
  schema: S,
  input: unknown,
  run: (tx: Tx, webhook: Webhook, input: z.output<S>) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const allowed = asResult(can(actor, "change", "webhook"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(schema, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    await lockWebhooks(tx);
    const webhook = await findWebhook(parsed.value.webhookId, tx);
    return webhook ? run(tx, webhook, parsed.value) : notFound("webhook");
  });
}

/** Only the host is logged, and whether the address was changed: the rest of an address often contains a key. */
async function log(
  tx: Tx,
  actor: Actor,
  action: "create" | "change" | "pause" | "resume" | "rotate-secret" | "delete",
  { id, url, kinds }: Webhook,
  before?: Webhook,
): Promise<void> {
  const { host } = new URL(url);
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: `webhook.${action}`,
    targetType: "webhook",
    targetId: id,
    ...(before && { from: { host: new URL(before.url).host, kinds: before.kinds } }),
    to: { host, kinds, ...(before && { moved: url !== before.url }) },
  });
}
