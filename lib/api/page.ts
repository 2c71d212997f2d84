import { z } from "zod";

/** The query of a list. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional().meta({ description: "`nextCursor` of the previous page." }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(25)
    .meta({ description: "Number of items, 1 to 100." }),
});

/** A page of a list. @param more fields that the page has besides */
export function pageOf<Item extends z.ZodType, More extends z.ZodRawShape = Record<never, never>>(
  id: string,
  item: Item,
  more?: More,
) {
  return z
    .object({
      ...(more as More),
      items: z.array(item),
      nextCursor: z.string().nullable().meta({ description: "Null on the last page." }),
      total: z.int().meta({
        description:
          "Number of items on all pages. Lists of articles and sources count to 1,001, which means more than 1,000.",
      }),
    })
    .meta({ id });
}
