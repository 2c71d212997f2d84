/** The place of a claim in lists: newest publication first, then in reading order. */
export interface ListPoint {
  /** ISO 8601 instant. */
  publishedAt: string;
  articleId: string;
  /** Minus the position of the claim; 0 for articles. */
  rank: number;
}

/** Of the year 9999: later years are written in a form that Postgres does not read. */
const LAST_TIME = Date.UTC(9999, 11, 31);

const CURSOR = /^(\d{1,15})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~(0|-[1-9]\d{0,6})$/;

/** A point as `after` in an address. */
export function writeCursor({ publishedAt, articleId, rank }: ListPoint): string {
  return `${Date.parse(publishedAt)}~${articleId}~${rank}`;
}

/** @returns null for what is no cursor: the list then begins with its first page */
export function readCursor(cursor: string | null): ListPoint | null {
  const [, at, articleId, rank] = CURSOR.exec(cursor ?? "") ?? [];
  if (articleId === undefined || Number(at) > LAST_TIME) return null;
  return { publishedAt: new Date(Number(at)).toISOString(), articleId, rank: Number(rank) };
}
