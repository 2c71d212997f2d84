import { z } from "zod";

/** How a list is asked for. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional().meta({ description: "`nextCursor` of the page before." }),
  limit: z.coerce.number().int().min(1).max(100).default(25).meta({ description: "How many, 1 to 100." }),
});

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  return z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable().meta({ description: "Null on the last page." }),
      total: z.int().meta({ description: "How many there are on all pages." }),
    })
    .meta({ id });
}
