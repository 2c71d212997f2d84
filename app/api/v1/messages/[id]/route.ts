import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/messages";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentMessage } from "@/lib/api/presenters/present-message";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { answerMessage, markAnswered } from "@/lib/workflows/messages/answer-message";
import { handleMessage, setMessageState } from "@/lib/workflows/messages/change-message";
import { readMessage } from "@/lib/workflows/messages/list-messages";

const get = endpoint(operations.getMessage, async ({ actor, params }) => {
  const message = await readMessage(actor, { id: params.id ?? "" });
  if (!message.ok) return message;
  return ok({ body: presentMessage(message.value), headers: { etag: etagOf(message.value) } });
});

const update = endpoint(operations.updateMessage, async ({ actor, params, body, precondition }) => {
  const id = params.id ?? "";
  const before = await readMessage(actor, { id });
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value, presentMessage(before.value));
  if (!met.ok) return met;
  const { revision, assignee, note } = before.value;
  const changed =
    "answer" in body
      ? await answerMessage(actor, { id, text: body.answer, revision })
      : "state" in body
        ? body.state === "answered"
          ? await markAnswered(actor, { id })
          : await setMessageState(actor, { id, state: body.state })
        : await handleMessage(actor, {
            id,
            revision,
            assigneeId: body.assignee === undefined ? (assignee?.id ?? null) : body.assignee,
            note: body.note === undefined ? note : body.note,
          });
  if (!changed.ok) return changed;
  const after = await readMessage(actor, { id });
  if (!after.ok) return after;
  return ok({ body: presentMessage(after.value), headers: { etag: etagOf(after.value) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update);
