const MONTH = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/;

/** Whether a text is a month: "2026-11". */
export const isMonth = (text: string): boolean => MONTH.test(text);

/** Whether a text is a year or a month: "2026", "2026-11". */
export const isPeriod = (text: string): boolean => /^[1-9]\d{3}$/.test(text) || isMonth(text);

/** The months next to one that have something, whether or not it has something itself. @param months newest first */
export function neighboursOf(
  month: string,
  months: readonly string[],
): { earlier: string | null; later: string | null } {
  return {
    earlier: months.find((each) => each < month) ?? null,
    later: months.findLast((each) => each > month) ?? null,
  };
}
