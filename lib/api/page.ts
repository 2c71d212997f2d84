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

/**
 * A page of a list that was read whole.
 * @param query.cursor the id of the last item of the page before; one that is not in the list starts at its beginning
 */
export function pageIn<T extends { id: string }>(
  all: readonly T[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { items: T[]; nextCursor: string | null; total: number } {
  const from = all.findIndex(({ id }) => id === cursor) + 1;
  const items = all.slice(from, from + limit);
  const hasMore = from + limit < all.length;
  return { items, nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null, total: all.length };
}

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

/** A page of a list that only grows at its beginning, without a total: counting it would read all of it. */
export function feedOf<Item extends z.ZodType>(id: string, item: Item) {
  return z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable().meta({ description: "Null on the last page." }),
    })
    .meta({ id });
}
