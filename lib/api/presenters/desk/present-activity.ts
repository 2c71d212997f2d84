import type { z } from "zod";
import { env } from "@/lib/env";
import type { Activity } from "@/lib/history/activity";
import type { activitySchema } from "../../schemas/desk/activity";

export function presentActivity(activity: Activity): z.output<typeof activitySchema> {
  const { id, at, actor, did, article, href } = activity;
  return {
    id,
    at,
    actor: actor && { id: actor.id, name: actor.name },
    did,
    article: article && { id: article.id, title: article.title },
    url: href && `${env().publicUrl}${href}`,
  };
}
