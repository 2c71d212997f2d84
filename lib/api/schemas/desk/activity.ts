import { z } from "zod";
import { id, instant, person } from "../common";

export const activitySchema = z
  .object({
    id: z.string().meta({ description: "The number of the event; later ones are higher." }),
    at: instant,
    actor: person.nullable().meta({ description: "Null for the system." }),
    did: z.string().meta({ description: "What they did, in English." }),
    article: z.object({ id, title: z.string() }).nullable(),
    url: z.url().nullable().meta({ description: "What it is about, on the desk." }),
  })
  .meta({ id: "Activity" });
