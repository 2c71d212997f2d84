import { createHash } from "node:crypto";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertMessage, listEditorIds, listSameTexts } from "@/lib/db/messages";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { readStamp } from "@/lib/messages/form-stamp";
import {
  type ContactError,
  type ContactField,
  type ContactInput,
  type ContactValues,
  comparableText,
  parseContact,
} from "@/lib/messages/message-input";
import { findClaim } from "@/lib/reports/find-claim";
import { ok, type Result } from "@/lib/result";
import { stripUnstorableInput } from "@/lib/strip-unstorable";
import { notify } from "@/lib/workflows/notifications/notify";
import { limitAttempts } from "@/lib/workflows/sign-in/limit-attempts";

/** Messages of one network, and of all, in a quarter of an hour. */
const MAX_MESSAGES = { network: 10, all: 300 } as const;
/** Days in which the same text counts once. */
const SAME_TEXT_DAYS = 30;
const DAY_MS = 86_400_000;

/** A form of /contact that was sent. All of it is from outside. */
export interface SentForm {
  values: ContactValues;
  /** Slug of the article and number of the claim that it is about. */
  about: { slug: string; claim: number | null } | null;
  stamp: string;
  /** A field that people can't see. */
  trap: string;
  /** The network that it came from, if known. */
  address: string;
}

/** What became of a form that was sent. Nobody learns whether it was sorted out as spam. */
export type Reception =
  | { kind: "received" }
  | { kind: "invalid"; errors: Partial<Record<ContactField, ContactError>> }
  | { kind: "early" | "expired" }
  | { kind: "limited" /** Seconds. */; retryAfter: number };

/** Stores a message of a reader, and notifies the editors. Sending the same form again changes nothing. */
export async function receiveMessage(form: SentForm, now = new Date()): Promise<Result<Reception, Failure>> {
  const parsed = parseContact(stripUnstorableInput(form.values) as ContactValues);
  if (!parsed.ok) return ok({ kind: "invalid", errors: parsed.errors });
  const stamp = readStamp(form.stamp, { now: now.getTime(), secret: formSecret() });
  if (stamp.kind !== "valid") return ok(stamp);
  const allowed = await limitAttempts(
    { key: `message:address:${form.address}`, max: MAX_MESSAGES.network },
    { key: "message:all", max: MAX_MESSAGES.all },
  );
  if (!allowed.ok) {
    const { error } = allowed;
    return error.kind === "rate-limited" ? ok({ kind: "limited", retryAfter: error.retryAfter }) : allowed;
  }
  return storeMessage({ ...form, message: parsed.value, key: stamp.key }, now);
}

/**
 * Stores a message, and notifies the editors, unless it is stored already.
 * @param sent.key of its form
 */
export async function storeMessage(
  sent: { message: ContactInput; key: string } & Pick<SentForm, "about" | "trap">,
  now = new Date(),
): Promise<Result<Reception, Failure>> {
  const about = await findSubject(sent.about);
  const { message } = sent;
  const textHash = hashOf(comparableText(message.text) || message.text);
  return inTransaction<Reception>(async (tx) => {
    const same = await listSameTexts(tx, textHash, new Date(now.getTime() - SAME_TEXT_DAYS * DAY_MS));
    const isSame = ({ kind, articleId, claimId }: (typeof same)[number]) =>
      kind === message.kind && articleId === about.articleId && claimId === about.claimId;
    if (same.some(isSame)) return ok({ kind: "received" });
    const spamSign = sent.trap !== "" ? "hidden-field" : same.length > 0 ? "repeated" : null;
    const id = await insertMessage(tx, {
      ...message,
      ...about,
      formKey: hashOf(`${sent.key} ${textHash}`),
      textHash,
      spamSign,
    });
    if (id === null) return ok({ kind: "received" });
    // What a reader wrote is not in the log, from which nothing can be deleted.
    await appendAuditEvent(tx, {
      actorId: null,
      action: "message.receive",
      targetType: "message",
      targetId: id,
      to: { kind: message.kind, state: spamSign === null ? "new" : "spam" },
    });
    if (spamSign === null)
      await notify(
        tx,
        { kind: "message", actorId: null, editorIds: await listEditorIds(tx) },
        {
          // One notification a day about the messages of an article.
          eventKey: `messages:${about.articleId ?? "none"}:${now.toISOString().slice(0, 10)}`,
          articleId: about.articleId,
          claimId: null,
          commentId: null,
        },
      );
    return ok({ kind: "received" });
  });
}

/** The secret by which forms are signed. */
export function formSecret(): string {
  const secret = env().nextAuthSecret;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: forms cannot be signed");
  return secret;
}

/** The published article and claim that a message is about. What is not published, or not there, is left out. */
async function findSubject(
  about: SentForm["about"],
): Promise<{ articleId: string | null; claimId: string | null }> {
  const publication = about && (await findCurrentPublication(about.slug));
  if (!publication) return { articleId: null, claimId: null };
  const claim = about.claim === null ? null : findClaim(publication.report, about.claim);
  return { articleId: publication.articleId, claimId: claim?.id ?? null };
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
