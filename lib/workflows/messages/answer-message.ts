import "@/lib/words/languages";
import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  eraseMessage as eraseStored,
  insertMessageAnswer,
  lockMessage,
  updateMessage,
} from "@/lib/db/messages";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { required } from "@/lib/input-fields";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import { mailContent } from "@/lib/mail/mail-content";
import { sendMail } from "@/lib/mail/send-mail";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { spokenLanguage, words } from "@/lib/words/words";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

const t = words("inbox");

/** In UTF-16 units. */
const ANSWER_LIMIT = 10_000;

const answerInput = z.object({
  id: z.string(),
  text: required(t("error.answerLong"), ANSWER_LIMIT, t("answer.empty")),
  /** The revision that was read, so that two people don't answer. Missing: any. */
  revision: z.int().optional(),
});

/** Answers a reader by mail, with what they wrote below it. A second call sends a second mail. */
export async function answerMessage(
  actor: Actor,
  input: z.input<typeof answerInput>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "answer", "message"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(answerInput, input);
  if (!parsed.ok) return parsed;
  const { id, text, revision = null } = parsed.value;
  if (!isMailEnabled()) return invalid(t("answer.noMail"));
  const { organisation } = await readDeskSettings();
  return inTransaction(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) return notFound("message");
    if (revision !== null && message.revision !== revision)
      return err({ kind: "stale", message: t("stale"), current: { revision: message.revision } });
    if (message.erasedAt !== null) return invalid(t("error.gone"));
    if (message.email === null) return invalid(t("answer.noAddress"));
    const { name } = organisation;
    const language = spokenLanguage(organisation.languages[0] ?? "en");
    const m = words("mailTexts", language);
    await sendMail(
      {
        to: message.email,
        ...mailContent({
          subject: name === null ? m("answer.subject-plain") : m("answer.subject", { name }),
          paragraphs: [
            ...paragraphsOf(text),
            m("answer.your-message"),
            ...paragraphsOf(message.text ?? "").map((paragraph) => `> ${paragraph}`),
          ],
          language,
        }),
      },
      tx,
    );
    await insertMessageAnswer(tx, { messageId: id, givenById: actor.id, text, isMailed: true });
    await updateMessage(tx, id, { state: "answered" });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "message.answer",
      targetType: "message",
      targetId: id,
      from: { state: message.state },
      to: { state: "answered", isMailed: true },
    });
    return ok(null);
  });
}

const paragraphsOf = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== "");

const idInput = z.object({ id: z.string() });

/** Notes that a reader was answered in another way. If the message is marked as answered already, nothing changes. */
export async function markAnswered(
  actor: Actor,
  input: z.input<typeof idInput>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "answer", "message"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(idInput, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return inTransaction(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) return notFound("message");
    if (message.state === "answered") return ok(null);
    await insertMessageAnswer(tx, { messageId: id, givenById: actor.id, text: null, isMailed: false });
    await updateMessage(tx, id, { state: "answered" });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "message.answer",
      targetType: "message",
      targetId: id,
      from: { state: message.state },
      to: { state: "answered", isMailed: false },
    });
    return ok(null);
  });
}

/**
 * Deletes what a reader sent and everything about them, for good. That a message came, and who deleted its data, stays on record. A message
 * that nobody has dealt with is closed.
 */
export async function eraseMessage(
  actor: Actor,
  input: z.input<typeof idInput>,
): Promise<Result<null, Failure>> {
  const allowed = asResult(can(actor, "erase", "message"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(idInput, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return inTransaction(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) return notFound("message");
    if (message.erasedAt !== null) return ok(null);
    await eraseStored(tx, id, new Date());
    const state = message.state === "new" || message.state === "open" ? "closed" : message.state;
    if (state !== message.state) await updateMessage(tx, id, { state });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "message.erase",
      targetType: "message",
      targetId: id,
      from: { state: message.state },
      to: { state },
    });
    return ok(null);
  });
}
