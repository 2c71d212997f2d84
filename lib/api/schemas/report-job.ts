import { z } from "zod";
import { id, instant } from "./common";

export const reportJobSchema = z
  .object({
    id,
    kind: z.enum(["digest", "evidence-pack", "dossier"]),
    state: z.enum(["preparing", "ready", "failed"]),
    progress: z
      .object({ step: z.enum(["read", "render"]), position: z.int(), total: z.int() })
      .nullable()
      .meta({ description: "What is being done, and how much of it. Null before it begins." }),
    failure: z
      .string()
      .nullable()
      .meta({ description: "Why there is no file, for people; null unless it failed." }),
    file: z
      .object({ name: z.string(), type: z.string(), size: z.int(), url: z.url() })
      .nullable()
      .meta({ description: "Null until it is ready. `size` is in bytes." }),
    requestedAt: instant,
  })
  .meta({ id: "ReportJob" });
