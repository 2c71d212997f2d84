import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/comments";
import { etagOf } from "@/lib/api/precondition";
import { presentComment } from "@/lib/api/presenters/present-thread";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { notFound } from "@/lib/workflows/refusals";

const add = endpoint(operations.addComment, async ({ actor, params, body }) => {
  const made = await createComment(actor, {
    target: { on: "thread", threadId: params.id ?? "" },
    body: body.body,
    // The caller's key is kept with the call. The workflow's own keys are for outboxes, where a second text replaces the first.
    idempotencyKey: crypto.randomUUID(),
  });
  if (!made.ok) return made;
  const { thread, commentId } = made.value;
  const comment = thread.comments.find(({ id }) => id === commentId);
  if (!comment) return notFound("comment");
  return ok({
    body: presentComment(thread, comment),
    headers: { etag: etagOf(comment), location: `/api/v1/comments/${commentId}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(add);
