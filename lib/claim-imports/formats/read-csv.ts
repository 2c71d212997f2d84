import { CLAIM_KINDS } from "@/lib/claims/claim";
import type { EvidenceInput } from "@/lib/claims/claim-input";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source";
import { dayOf, looseDayOf, oneOf, shortened, textOf, webAddressOf } from "../loose-json";
import { rationaleOf } from "../rationale-doc";
import { BLANK_CLAIM, type ReadClaim } from "../read-claim";
import { parseCsv } from "./parse-csv";

/** The columns, and the other names that each is known by. Case, spaces and punctuation don't count. */
const COLUMNS = {
  row: [],
  claim: ["number", "id", "claimid", "claimnumber"],
  quote: ["quotation", "passage", "exact", "text", "quotedtext", "highlight"],
  prefix: ["before"],
  suffix: ["after"],
  start: [],
  end: [],
  statement: ["claimreviewed", "claimtext", "whatisclaimed"],
  claimant: ["speaker", "saidby", "author", "person"],
  claimantRole: ["role"],
  carriedBy: ["carrier", "publishedby"],
  claimedOn: ["claimedat", "claimdate", "saidon", "date"],
  kind: ["type"],
  tags: ["tag", "topics", "topic", "keywords"],
  ratingKey: [],
  rating: ["verdict", "ruling", "label", "conclusion"],
  rationale: ["reasons", "reason", "explanation", "analysis", "assessment"],
  note: ["notes", "comment", "comments", "remark"],
  source: [],
  sourceUrl: ["url", "sourceaddress", "sourcelink", "link"],
  sourceTitle: [],
  publisher: ["sourcepublisher"],
  publishedOn: ["sourcedate", "publishedat"],
  sourceKind: [],
  primary: [],
  confidential: [],
  authors: ["sourceauthors"],
  stance: ["sourcestance"],
  excerpt: ["sourceexcerpt", "sourcequote"],
  accessedOn: ["accessed", "accessedat"],
  archiveUrl: ["archive", "archivelink"],
} as const satisfies Record<string, readonly string[]>;

type Column = keyof typeof COLUMNS;
/** A row by its columns; `more` are the numbered ones of further sources: "source_url_2". */
interface Row {
  cells: Partial<Record<Column, string>>;
  more: Partial<Record<Column, string>>[];
}

const fold = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
const BY_NAME = new Map<string, Column>(
  Object.entries(COLUMNS).flatMap(([column, names]) =>
    [column, ...names].map((name) => [fold(name), column as Column] as const),
  ),
);

/** Whether a text is a table of claims: its first line names a column with the passage or the statement. */
export function isClaimTable(text: string): boolean {
  const [head = []] = parseCsv(text.slice(0, 20_000));
  const columns = head.map((name) => BY_NAME.get(fold(name)));
  return head.length > 0 && columns.some((column) => column === "quote" || column === "statement");
}

/**
 * The claims of a table (CSV): one row per claim, with the columns of docs/importing-claims.md; or our own CSV report, whose rows of kind
 * "evidence" and "source" complete the claims before them.
 */
export function readCsv(text: string): ReadClaim[] {
  const [head = [], ...lines] = parseCsv(text);
  const columns = head.map(columnOf);
  const rows = lines.map((cells) => rowOf(columns, cells));
  const isReport = columns.some((column) => column?.name === "row");
  const ofKind = (kind: string) => rows.filter(({ cells }) => cells.row === kind).map(({ cells }) => cells);
  const sources = new Map(ofKind("source").map((cells) => [cells.source, cells]));
  const evidence = ofKind("evidence");
  return rows
    .filter(({ cells }) => !isReport || (cells.row ?? "claim") === "claim")
    .map((row) => ({
      ...claimOf(row.cells),
      evidence: isReport
        ? evidence
            .filter(({ claim }) => claim === row.cells.claim)
            .flatMap((use) => evidenceOf({ ...sources.get(use.source), ...use }))
        : [row.cells, ...row.more].flatMap(evidenceOf),
    }));
}

function columnOf(name: string): { name: Column; index: number } | null {
  const [, base = "", digits] = /^(.*?)(\d*)$/.exec(fold(name)) ?? [];
  const column = BY_NAME.get(base);
  return column ? { name: column, index: Math.min(50, Math.max(1, Number(digits || 1))) } : null;
}

function rowOf(columns: readonly ReturnType<typeof columnOf>[], cells: readonly string[]): Row {
  const row: Row = { cells: {}, more: [] };
  columns.forEach((column, at) => {
    const value = cells[at];
    if (!column || value === undefined || value.trim() === "") return;
    if (column.index === 1) row.cells[column.name] ??= value;
    else {
      while (row.more.length < column.index - 1) row.more.push({});
      (row.more[column.index - 2] as Row["cells"])[column.name] ??= value;
    }
  });
  return row;
}

function claimOf(cells: Row["cells"]): ReadClaim {
  const [start, end] = [Number(cells.start), Number(cells.end)];
  const hasPosition = Number.isInteger(start) && Number.isInteger(end) && cells.end !== undefined;
  const rating = textOf(cells.rating) ?? textOf(cells.ratingKey);
  const name = textOf(cells.claimant);
  return {
    ...BLANK_CLAIM,
    id: textOf(cells.claim),
    place: {
      quote:
        cells.quote === undefined
          ? null
          : { exact: cells.quote, prefix: cells.prefix ?? "", suffix: cells.suffix ?? "" },
      position: hasPosition ? { start, end, unit: "utf-16" } : null,
    },
    statement: textOf(cells.statement) ?? "",
    claimant: name === null ? null : { name, kind: null, role: textOf(cells.claimantRole), sameAs: [] },
    carriedBy: textOf(cells.carriedBy),
    claimedOn: dayOf(cells.claimedOn),
    kind: oneOf(cells.kind?.trim().toLowerCase(), CLAIM_KINDS, "other"),
    tags: namesIn(cells.tags),
    rating: rating === null ? null : { key: textOf(cells.ratingKey), label: rating },
    rationale: rationaleOf(cells.rationale ?? null),
    note: textOf(cells.note),
  };
}

function evidenceOf(cells: Row["cells"]): EvidenceInput[] {
  const url = webAddressOf(cells.sourceUrl);
  const title = textOf(cells.sourceTitle);
  if (url === null && title === null) return [];
  const confidential = isYes(cells.confidential);
  return [
    {
      stance: oneOf(cells.stance?.trim().toLowerCase(), STANCES, "context"),
      excerpt: textOf(cells.excerpt),
      // A table of one row per claim has one note, which is the claim's.
      note: cells.row === "evidence" ? textOf(cells.note) : null,
      accessedOn: dayOf(cells.accessedOn),
      archiveUrl: webAddressOf(cells.archiveUrl),
      source: {
        url: confidential ? null : url,
        title: shortened(title ?? url ?? "", 500),
        publisher: textOf(cells.publisher),
        publishedOn: looseDayOf(cells.publishedOn),
        kind: oneOf(cells.sourceKind, SOURCE_KINDS, "web_page"),
        primary: isYes(cells.primary),
        authors: namesIn(cells.authors),
        confidential,
        publicDescription: confidential ? title : null,
      },
    },
  ];
}

const isYes = (cell: string | undefined) => /^(yes|true|1)$/i.test(cell?.trim() ?? "");
const namesIn = (cell: string | undefined) =>
  (cell ?? "")
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);
