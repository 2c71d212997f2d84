import { z } from "zod";
import { operation } from "../operation";

export const watchEvents = operation({
  id: "watchEvents",
  method: "GET",
  path: "/events",
  summary: "Receive changes as they happen, as server-sent events",
  description:
    "`change` describes an event by ids: `seq`, `articleId`, `targetType`, `targetId`, `action`, `actorId`. `caught-up` means that nothing was missed up to its `seq`; after `reset` too much was missed and lists must be read again. With `Last-Event-ID` or `since`, missed events are sent first.",
  scope: "read",
  query: z.object({
    article: z
      .string()
      .max(100)
      .optional()
      .meta({ description: "Id of an article, to receive only its changes." }),
    since: z
      .string()
      .regex(/^\d{1,15}$/, "Enter the number of an event.")
      .optional()
      .meta({
        description: "The last event that was received.",
      }),
  }),
  answer: { status: 200, description: "A stream without end", media: ["text/event-stream"] },
  problems: ["not-found"],
});
