import { z } from "zod";
import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import {
  commentInput,
  commentSchema,
  startThreadSchema,
  threadSchema,
  updateThreadSchema,
} from "../schemas/comment";

/** Maximum bytes of a comment. */
const COMMENT_BODY = 128 * 1024;

export const listThreads = operation({
  id: "listThreads",
  method: "GET",
  path: "/articles/{id}/threads",
  summary: "List the comments on an article in threads, oldest first",
  description: "Threads whose comments were all deleted are left out.",
  scope: "read",
  query: pageQuery.extend({
    claim: z.uuid().optional().meta({ description: "Only those on this claim." }),
    resolved: z
      .enum(["true", "false"])
      .optional()
      .meta({ description: "Only those that are resolved, or that are not." }),
  }),
  answer: { status: 200, description: "A page of threads", schema: pageOf("ThreadPage", threadSchema) },
});

export const startThread = operation({
  id: "startThread",
  method: "POST",
  path: "/articles/{id}/threads",
  summary: "Comment on a claim, a passage or an article",
  scope: "write",
  body: { schema: startThreadSchema, limit: COMMENT_BODY },
  answer: { status: 201, description: "The new thread", schema: threadSchema, located: true },
  problems: ["text-changed"],
});

export const getThread = operation({
  id: "getThread",
  method: "GET",
  path: "/threads/{id}",
  summary: "Read a thread with its comments",
  scope: "read",
  answer: { status: 200, description: "The thread", schema: threadSchema },
});

export const updateThread = operation({
  id: "updateThread",
  method: "PATCH",
  path: "/threads/{id}",
  summary: "Resolve a thread, or reopen it",
  description: "A new comment reopens it as well. A thread has no revision, so this takes no If-Match.",
  scope: "write",
  body: { schema: updateThreadSchema, limit: 1024 },
  answer: { status: 200, description: "The thread", schema: threadSchema },
});

export const addComment = operation({
  id: "addComment",
  method: "POST",
  path: "/threads/{id}/comments",
  summary: "Reply in a thread",
  description: "If the thread was resolved, this reopens it.",
  scope: "write",
  body: { schema: commentInput, limit: COMMENT_BODY },
  answer: { status: 201, description: "The comment", schema: commentSchema, tagged: true, located: true },
});

export const getComment = operation({
  id: "getComment",
  method: "GET",
  path: "/comments/{id}",
  summary: "Read a comment",
  scope: "read",
  answer: { status: 200, description: "The comment", schema: commentSchema, tagged: true },
});

export const updateComment = operation({
  id: "updateComment",
  method: "PATCH",
  path: "/comments/{id}",
  summary: "Change one of your comments",
  scope: "write",
  body: { schema: commentInput, limit: COMMENT_BODY },
  edits: true,
  answer: { status: 200, description: "The comment", schema: commentSchema, tagged: true },
});

export const deleteComment = operation({
  id: "deleteComment",
  method: "DELETE",
  path: "/comments/{id}",
  summary: "Delete one of your comments",
  description: "Its thread shows that a comment was deleted.",
  scope: "write",
  edits: true,
  answer: { status: 204, description: "Deleted" },
});
