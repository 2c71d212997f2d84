import pg from "pg";

/** A query as it was sent to Postgres. */
export interface SentQuery {
  text: string;
  values: unknown[];
}

/** Records the queries that this process sends through `pg` while something runs. */
export async function recordQueries(run: () => Promise<unknown>): Promise<SentQuery[]> {
  const sent: SentQuery[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...input: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...input: unknown[]) {
    const [first, second] = input as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof first === "string" ? first : first?.text;
    const values =
      typeof first === "object" && first.values ? first.values : Array.isArray(second) ? second : [];
    if (text && /^\s*(SELECT|WITH)\b/i.test(text)) sent.push({ text, values });
    return query.apply(this, input);
  };
  try {
    await run();
  } finally {
    prototype.query = query;
  }
  return sent;
}
