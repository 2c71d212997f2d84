import { formatInstant } from "@/lib/format-date";
import { fieldTexts, isObject } from "./field-texts";
import { claimIdOf, type HistoryContext, type HistoryEvent } from "./history-event";

/** What a sentence can use beside its event. */
export type SentenceContext = HistoryContext & {
  /** "claim 3", or "a claim". */
  claim: string;
};

/** Describes an event as a predicate in the past tense: "approved claim 3". */
export type Describe = (event: HistoryEvent, context: SentenceContext) => string;

/** What an event stores of the state before or after it. */
export type EventSide = HistoryEvent["from"];

/** "the title", "the title and the byline"; "nothing" if both sides are equal. */
export function changed({ from, to }: HistoryEvent, context: HistoryContext): string {
  const before = fieldTexts(from, context);
  const names = [...fieldTexts(to, context)]
    .filter(([field, { text }]) => before.get(field)?.text !== text)
    .map(
      ([, { label }]) =>
        `the ${label === "DOI" || label === "URL" ? label : label.charAt(0).toLowerCase() + label.slice(1)}`,
    );
  return names.length === 0 ? "nothing" : new Intl.ListFormat("en-GB").format(names);
}

/** "assigned claim 3 to themselves", "assigned claim 3 to Ada", "unassigned claim 3 from Ada". */
export function describeAssignment(
  { actor, from, to }: HistoryEvent,
  field: string,
  subject: string,
): string {
  const before = objectIn(from, field);
  const after = objectIn(to, field);
  if (after === null)
    return before?.id === actor?.id
      ? `unassigned themselves from ${subject}`
      : `unassigned ${subject} from ${before?.name}`;
  return after.id === actor?.id
    ? `assigned ${subject} to themselves`
    : `assigned ${subject} to ${after.name}`;
}

/** The state that was restored: "before an earlier change". */
export function moment({ to }: HistoryEvent): string {
  return `${fieldOf(objectIn(to, "restored"), "moment") === "after" ? "after" : "before"} an earlier change`;
}

/** A stored instant as the reader of the history writes it; "a time" if there is none. */
export function instant(
  side: EventSide,
  { instant: format = formatInstant }: SentenceContext,
  field = "at",
): string {
  const at = fieldOf(side, field);
  return typeof at === "string" && !Number.isNaN(Date.parse(at)) ? format(at) : "a time";
}

/** ", until 3 December 2026, 10:00", or nothing without an end. */
export function until({ to }: HistoryEvent, { instant: format = formatInstant }: SentenceContext): string {
  const end = fieldOf(to, "until");
  return typeof end === "string" && !Number.isNaN(Date.parse(end)) ? `, until ${format(end)}` : "";
}

/** " on claim 3", or nothing if the event is about no claim. */
export function onClaim(event: HistoryEvent, { claim }: SentenceContext): string {
  return claimIdOf(event) === null ? "" : ` on ${claim}`;
}

/** "claim 3"; "a claim" if its number is unknown. */
export function claimOf(id: unknown, context: HistoryContext): string {
  const number = typeof id === "string" ? context.claimNumber(id) : null;
  return number === null ? "a claim" : `claim ${number}`;
}

/** " “Trade rose.”", or nothing if the field is empty. */
export function quote(side: EventSide, field = "statement"): string {
  const value = fieldOf(side, field);
  return typeof value === "string" && value !== "" ? ` “${value}”` : "";
}

/** "“Trade rose.”"; null if the field is empty. */
export function quoted(side: EventSide, field: string): string | null {
  return quote(side, field).trim() || null;
}

/** A field of a side. */
export function fieldOf(side: EventSide, field: string): unknown {
  return side?.[field];
}

/** An object within a side; null if there is none. */
export function objectIn(side: EventSide, field: string): Record<string, unknown> | null {
  const value = fieldOf(side, field);
  return isObject(value) ? value : null;
}
