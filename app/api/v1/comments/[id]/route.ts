import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/comments";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentComment } from "@/lib/api/presenters/present-thread";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { deleteComment } from "@/lib/workflows/comments/delete-comment";
import { editComment } from "@/lib/workflows/comments/edit-comment";
import { getComment } from "@/lib/workflows/comments/read-threads";
import { notFound } from "@/lib/workflows/refusals";

const get = endpoint(operations.getComment, async ({ actor, params }) => {
  const found = await getComment(actor, { commentId: params.id ?? "" });
  if (!found.ok) return found;
  const { thread, comment } = found.value;
  return ok({ body: presentComment(thread, comment), headers: { etag: etagOf(comment) } });
});

const update = endpoint(operations.updateComment, async ({ actor, params, body, precondition }) => {
  const commentId = params.id ?? "";
  const before = await getComment(actor, { commentId });
  if (!before.ok) return before;
  const { thread, comment } = before.value;
  const met = checkPrecondition(precondition, comment, presentComment(thread, comment));
  if (!met.ok) return met;
  const edited = await editComment(actor, { commentId, revision: comment.revision, body: body.body });
  if (!edited.ok) return edited;
  const after = edited.value.comments.find(({ id }) => id === commentId);
  if (!after) return notFound("comment");
  return ok({ body: presentComment(thread, after), headers: { etag: etagOf(after) } });
});

const remove = endpoint(operations.deleteComment, async ({ actor, params, precondition }) => {
  const commentId = params.id ?? "";
  const before = await getComment(actor, { commentId });
  if (!before.ok) return before;
  const { thread, comment } = before.value;
  const met = checkPrecondition(precondition, comment, presentComment(thread, comment));
  if (!met.ok) return met;
  const deleted = await deleteComment(actor, { commentId, revision: comment.revision });
  return deleted.ok ? ok({ body: undefined }) : deleted;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update, remove);
