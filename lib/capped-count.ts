/** Lists count no further than this, because counting everything takes longer than showing a page. */
export const COUNT_LIMIT = 1_000;

/** How many rows to read for a count: one more than the limit, to see whether there are more. */
export const COUNT_READS = COUNT_LIMIT + 1;

/**
 * Whether a list continues after a page, when its total counts no further than the limit.
 * @param page from 1
 * @param shown items on the page
 */
export function hasNextPage(page: number, pageLength: number, shown: number, total: number): boolean {
  return total > COUNT_LIMIT ? shown === pageLength : page * pageLength < total;
}
