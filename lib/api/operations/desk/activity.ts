import { z } from "zod";
import { ACTIVITY_KIND_NAMES } from "@/lib/history/activity";
import { operation } from "../../operation";
import { feedOf } from "../../page";
import { activitySchema } from "../../schemas/desk/activity";
import { historyQuery } from "../../schemas/history";

export const listActivity = operation({
  id: "listActivity",
  method: "GET",
  path: "/activity",
  summary: "List what was done on the desk, newest first",
  description: "Only administrators see what was done to people.",
  scope: "read",
  query: historyQuery.extend({
    person: z.uuid().optional().meta({ description: "Only what this person did." }),
    article: z.uuid().optional().meta({ description: "Only what concerns this article." }),
    kind: z.enum(ACTIVITY_KIND_NAMES).optional(),
  }),
  answer: {
    status: 200,
    description: "A page of activities",
    schema: feedOf("ActivityPage", activitySchema),
  },
  problems: ["forbidden", "not-found"],
});
