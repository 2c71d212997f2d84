import { z } from "zod";
import { MESSAGE_KINDS, MESSAGE_STATES } from "@/lib/messages/message";
import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import { listedMessageSchema, messageSchema, updateMessageSchema } from "../schemas/message";

export const listMessages = operation({
  id: "listMessages",
  method: "GET",
  path: "/messages",
  summary: "List the messages of readers, newest first",
  description: "Without `state`, spam is left out.",
  scope: "messages",
  query: pageQuery.extend({
    state: z.enum(MESSAGE_STATES).optional(),
    kind: z.enum(MESSAGE_KINDS).optional(),
    assignee: z
      .enum(["me", "nobody"])
      .optional()
      .meta({ description: "Only those of the token's owner, or of no one." }),
    article: z.uuid().optional().meta({ description: "Only messages about this article." }),
  }),
  answer: {
    status: 200,
    description: "A page of messages",
    schema: pageOf("MessagePage", listedMessageSchema),
  },
});

export const getMessage = operation({
  id: "getMessage",
  method: "GET",
  path: "/messages/{id}",
  summary: "Read a message of a reader with its answers",
  scope: "messages",
  answer: { status: 200, description: "The message", schema: messageSchema, tagged: true },
});

export const updateMessage = operation({
  id: "updateMessage",
  method: "PATCH",
  path: "/messages/{id}",
  summary: "Change the state of a message, answer it, or say who deals with it",
  description:
    "An answer is sent by mail at once, and only by people who can answer readers. With the ETag in If-Match, two people never answer the same message.",
  scope: "messages",
  body: { schema: updateMessageSchema, limit: 256 * 1024 },
  edits: true,
  answer: { status: 200, description: "The message", schema: messageSchema, tagged: true },
});
