import { z } from "zod";
import { operation } from "../operation";

export const watchEvents = operation({
  id: "watchEvents",
  method: "GET",
  path: "/events",
  summary: "Hear of changes as they happen, as server-sent events",
  description:
    "`change` says by ids what happened: `seq`, `articleId`, `targetType`, `targetId`, `action`, `actorId`. `caught-up` comes when nothing was missed until its `seq`; after `reset` so much was missed that lists are to be read anew. `Last-Event-ID`, or `since`, brings first what was missed.",
  scope: "read",
  query: z.object({
    article: z.string().max(100).optional().meta({ description: "Id of the one article to hear of." }),
    since: z
      .string()
      .regex(/^\d{1,15}$/, "Give the number of an event.")
      .optional()
      .meta({
        description: "The last event that was heard of.",
      }),
  }),
  answer: { status: 200, description: "A stream without end", media: ["text/event-stream"] },
});
