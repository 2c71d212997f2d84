import { stringify } from "csv-stringify/sync";

/** An event as it leaves the desk: with its hashes, so that whoever has the file can verify it. */
export interface ExportedEvent {
  /** Place in the chain; null for events of before there was one. */
  sequence: string | null;
  id: string;
  /** ISO 8601 instant. */
  at: string;
  actorId: string | null;
  /** Their name as it is now. */
  actor: string | null;
  action: string;
  targetType: string;
  targetId: string;
  articleId: string | null;
  from: object | null;
  to: object | null;
  contentHash: string | null;
  previousHash: string | null;
  hash: string | null;
}

export const HISTORY_FORMATS = ["jsonl", "csv"] as const;
export type HistoryFormat = (typeof HISTORY_FORMATS)[number];

const columns = [
  "sequence",
  "at",
  "actor",
  "action",
  "targetType",
  "targetId",
  "articleId",
  "from",
  "to",
  "id",
  "actorId",
  "contentHash",
  "previousHash",
  "hash",
] as const satisfies (keyof ExportedEvent)[];

/** What stands above the first row of a file; nothing for JSON lines. */
export function exportHead(format: HistoryFormat): string {
  return format === "csv" ? `\uFEFF${stringify([columns])}` : "";
}

/** Events as rows of a file. Cells of CSV that a spreadsheet would run as a formula get an apostrophe before them. */
export function exportRows(format: HistoryFormat, events: readonly ExportedEvent[]): string {
  if (format === "jsonl") return events.map((event) => `${JSON.stringify(event)}\n`).join("");
  return stringify(
    events.map((event) =>
      columns.map((column) => {
        const value = event[column];
        return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : value;
      }),
    ),
    { escape_formulas: true },
  );
}
