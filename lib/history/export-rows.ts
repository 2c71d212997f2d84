import { stringify } from "csv-stringify/sync";

/** An exported event, with its hashes, so that the file can be verified. */
export interface ExportedEvent {
  /** Position in the chain; null for events from before the chain started. */
  sequence: string | null;
  id: string;
  /** ISO 8601 instant. */
  at: string;
  actorId: string | null;
  /** Their current name. */
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

/** The header of a file; empty for JSON lines. */
export function exportHead(format: HistoryFormat): string {
  return format === "csv" ? `\uFEFF${stringify([columns])}` : "";
}

/** Events as rows of a file. CSV cells that a spreadsheet would run as a formula get a leading apostrophe. */
export function exportRows(format: HistoryFormat, events: readonly ExportedEvent[]): string {
  if (format === "jsonl") return events.map((event) => `${JSON.stringify(event)}\n`).join("");
  return stringify(
    events.map((event) => columns.map((column) => event[column])),
    { escape_formulas: true },
  );
}
