import { z } from "zod";
import { id, person } from "../common";

const query = z.string().meta({
  description:
    "Filters and order, as the query string of the list of articles on the desk; unknown ones are left out.",
  examples: ["stage=review&sort=due"],
});
const shared = z.boolean().meta({ description: "Whether everyone in the newsroom sees it." });

export const viewSchema = z
  .object({ id, name: z.string(), query, shared, owner: person, revision: z.int() })
  .meta({ id: "SavedView" });

export const saveViewSchema = z
  .object({ name: z.string(), query, shared: shared.optional() })
  .meta({ id: "SaveView" });

export const changeViewSchema = z
  .object({ name: z.string().optional(), shared: shared.optional() })
  .meta({ id: "ChangeView", description: "Missing fields stay unchanged." });
