import { z } from "zod";
import { claimantKindLabels, describeClaimant } from "@/lib/claimants/labels";
import { claimKindLabels, claimStateLabels, outcomeLabels } from "@/lib/claims/labels";
import { toTyped } from "@/lib/comments/mentions";
import { formatInstant } from "@/lib/format-date";
import { linkStateLabels, sourceKindLabels, stanceLabels } from "@/lib/sources/labels";
import type { HistoryContext } from "./history-event";

/** Labels of the fields, in the order in which changes are shown. Other fields are not shown. */
const labels: Record<string, string> = {
  title: "Title",
  name: "Name",
  email: "Email address",
  role: "Role",
  disabled: "Disabled",
  statement: "Statement",
  claimant: "Claimant",
  carriedBy: "Carrier",
  aliases: "Other names",
  sameAs: "Pages about them",
  description: "Description",
  claimedOn: "Claimed on",
  kind: "Kind",
  tags: "Tags",
  exact: "Highlighted text",
  verdict: "Verdict",
  rationale: "Rationale",
  outcome: "Outcome",
  wording: "Suggested wording",
  question: "Question to the author",
  answer: "Answer",
  evidence: "Sources",
  assignee: "Assigned to",
  lead: "Lead",
  dueAt: "Due",
  priority: "Priority",
  state: "State",
  excluded: "Excluded",
  authors: "Authors",
  publisher: "Publisher",
  containerTitle: "Journal, newspaper or book",
  volume: "Volume",
  issue: "Issue",
  pages: "Pages",
  editors: "Editors",
  translators: "Translators",
  edition: "Edition",
  detailNumber: "Number",
  publisherPlace: "Place of publication",
  eventTitle: "Event",
  isbn: "ISBN",
  issn: "ISSN",
  byline: "Byline",
  publishedOn: "Published on",
  sourceUrl: "Original URL",
  url: "URL",
  doi: "DOI",
  archiveUrl: "Archived copy",
  language: "Language",
  finding: "Finding",
  primary: "Primary source",
  confidential: "Confidential",
  publicDescription: "Description for readers",
  linkState: "Link",
  linkNote: "Result of the link check",
  bodyHash: "SHA-256",
  hash: "SHA-256",
  note: "Note",
  reason: "Reason",
  failure: "Reason",
  body: "Comment",
};

const kindLabels: Record<string, string> = { ...sourceKindLabels, ...claimantKindLabels, ...claimKindLabels };
const valueLabels: Record<string, Record<string, string>> = {
  kind: kindLabels,
  state: claimStateLabels,
  linkState: linkStateLabels,
  outcome: outcomeLabels,
};

const rationaleDoc = z.object({ text: z.string() });
const verdictShape = z.object({
  ratingKey: z.string(),
  rationaleText: z.string().optional(),
  // Early events store the text inside the document's object.
  rationaleDoc: z.unknown(),
});
const evidenceShape = z.object({
  stance: z.enum(["supports", "refutes", "context"]),
  excerpt: z.string().nullish(),
  note: z.string().nullish(),
  accessedOn: z.string().nullish(),
  archiveUrl: z.string().nullish(),
  source: z.object({ title: z.string().optional(), url: z.string().nullish() }),
});

/** A field of an event as text. */
export interface FieldText {
  label: string;
  text: string;
}

/** The fields of one side of an event as texts to compare. @returns by field name, in the order to show them */
export function fieldTexts(
  side: Record<string, unknown> | null,
  context: HistoryContext,
): Map<string, FieldText> {
  const flat = flatten(side ?? {}, context);
  return new Map(
    Object.keys(labels).flatMap((field) =>
      field in flat
        ? [[field, { label: labels[field] as string, text: textOf(field, flat[field], context) }]]
        : [],
    ),
  );
}

/** Splits a verdict into rating and rationale, and the details of a source; reduces an anchor to its text. */
function flatten(side: Record<string, unknown>, context: HistoryContext): Record<string, unknown> {
  const { verdict, outcome, anchor, details, ...rest } = side;
  return {
    ...rest,
    ...(isObject(details) ? detailsOf(details) : {}),
    ...(isObject(anchor) ? { exact: anchor.exact } : {}),
    ...(outcome === undefined ? {} : outcomeOf(outcome)),
    ...(verdict === undefined
      ? {}
      : { verdict: ratingOf(verdict, context), rationale: rationaleOf(verdict) }),
  };
}

/** The details of a source. Other events have numbers of another meaning. */
function detailsOf({ number, ...details }: Record<string, unknown>): Record<string, unknown> {
  return { ...details, detailNumber: number };
}

/** An outcome in its parts. */
function outcomeOf(outcome: unknown): Record<string, unknown> {
  const { kind, wording, question, note } = isObject(outcome) ? outcome : {};
  return { outcome: kind ?? null, wording: wording ?? null, question: question ?? null, note: note ?? null };
}

/** The rating label of a recorded verdict; null if there is none. */
export function ratingOf(verdict: unknown, context: HistoryContext): string | null {
  const parsed = verdictShape.safeParse(verdict);
  return parsed.success ? context.ratingLabel(parsed.data.ratingKey) : null;
}

function rationaleOf(verdict: unknown): string {
  const parsed = verdictShape.safeParse(verdict);
  if (!parsed.success) return "";
  if (parsed.data.rationaleText !== undefined) return parsed.data.rationaleText;
  const inside = rationaleDoc.safeParse(parsed.data.rationaleDoc);
  return inside.success ? inside.data.text : "";
}

function textOf(field: string, value: unknown, context: HistoryContext): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string")
    return field === "dueAt"
      ? (context.instant ?? formatInstant)(value)
      : field === "body"
        ? toTyped(value, context.people)
        : (valueLabels[field]?.[value] ?? value);
  if (typeof value === "number") return String(value);
  // A person that work is assigned to, or the claimant of a claim.
  if (isObject(value) && typeof value.name === "string")
    return typeof value.role === "string"
      ? describeClaimant({ name: value.name, role: value.role })
      : value.name;
  if (Array.isArray(value))
    return field === "evidence"
      ? value.map(evidenceText).join("\n")
      : value.map((each) => textOf("", each, context)).join(", ");
  return "";
}

/** A source on one line. */
function evidenceText(value: unknown): string {
  const parsed = evidenceShape.safeParse(value);
  if (!parsed.success) return "";
  const { stance, excerpt, note, accessedOn, archiveUrl, source } = parsed.data;
  return [
    `${stanceLabels[stance]}: ${source.title ?? source.url ?? "a source"}.`,
    excerpt && `“${excerpt}”`,
    note && `Note: ${note}`,
    accessedOn && `Accessed on ${accessedOn}.`,
    archiveUrl && `Archived at ${archiveUrl}`,
  ]
    .filter(Boolean)
    .join(" ")
    .replaceAll("\n", " ");
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
