import { z } from "zod";
import { type ComparedBlock, compareTexts } from "@/lib/anchoring/compare-texts";
import { formatDate } from "@/lib/format-date";
import { CONFIDENTIAL_SOURCE, stanceLabels } from "@/lib/sources/labels";
import { STANCES } from "@/lib/sources/source";
import { describeAction } from "./describe-action";
import { fieldTexts, isObject } from "./field-texts";
import type { HistoryContext, HistoryEvent } from "./history-event";
import { scaleText, settingText } from "./setting-texts";

/** A changed field. */
export interface Difference {
  /** Its label: "Statement". */
  label: string;
  /** Compared word by word. */
  blocks: ComparedBlock[];
}

/** An event, described for people. */
export interface DescribedEvent {
  /** The actor's name, that of the author who answered, or "The system". */
  who: string;
  /** What they did: "changed the verdict of claim 3 from False to Needs context". After `who` it makes a sentence without a full stop. */
  did: string;
  differences: Difference[];
  /** What can be restored from it. */
  restores: "claim" | "details" | "source" | "setting" | null;
  /** The target was new: the differences are its full content, not a change. */
  fresh: boolean;
}

/** Describes an event in plain English, with its changes compared word by word. */
export function describeEvent(event: HistoryEvent, context: HistoryContext): DescribedEvent {
  return {
    who: event.actor?.name ?? authorOf(event) ?? "The system",
    did: describeAction(event, context),
    differences: differencesOf(event, context),
    restores: restoresOf(event),
    fresh: event.from === null || event.action === "claim.split",
  };
}

/** The author of a manuscript, who has no account. */
function authorOf({ action, to }: HistoryEvent): string | null {
  return action === "claim.author-answer" && typeof to?.author === "string" ? to.author : null;
}

function differencesOf(event: HistoryEvent, context: HistoryContext): Difference[] {
  if (event.action === "article.publish") return correctionsOf(event, context);
  // Other comments are shown in their thread only, so that a deleted one stays deleted.
  if (event.targetType === "comment" && event.action !== "comment.edit") return [];
  if (event.targetType === "setting" || event.targetType === "scale") return settingDifferences(event);
  const split = event.action === "claim.split";
  const before = fieldTexts(split ? null : event.from, context);
  const after = fieldTexts(event.to, context);
  return [...new Map([...before, ...after])].flatMap(([field, { label }]) => {
    const old = before.get(field)?.text ?? "";
    const now = after.get(field)?.text ?? "";
    // A field missing from `to` is unknown, not removed.
    const unknown = event.to !== null && !after.has(field);
    return old === now || unknown ? [] : [{ label, blocks: compared(old, now) }];
  });
}

function settingDifferences({ targetType, targetId, from, to }: HistoryEvent): Difference[] {
  const isScale = targetType === "scale";
  const old = isScale ? scaleText(from) : (settingText(targetId, from)?.text ?? "");
  const now = isScale ? scaleText(to) : (settingText(targetId, to)?.text ?? "");
  const label = isScale ? "Ratings" : settingText(targetId, to)?.label;
  return label === undefined || old === now ? [] : [{ label, blocks: compared(old, now) }];
}

function correctionsOf({ to }: HistoryEvent, context: HistoryContext): Difference[] {
  const corrections = Array.isArray(to?.corrections) ? to.corrections : [];
  return corrections.filter(isObject).map(({ claimId, field, from, to: now }) => {
    const number = typeof claimId === "string" ? context.claimNumber(claimId) : null;
    return {
      label: `Claim ${number ?? ""} ${field}`.replace("  ", " "),
      blocks: compared(correctedText(field, from), correctedText(field, now)),
    };
  });
}

/** A value of a correction as text, each source on its own line. */
function correctedText(field: unknown, value: unknown): string {
  if (typeof value === "string")
    return field === "claimedOn" && /^\d{4}(-\d\d)*$/.test(value) ? formatDate(value) : value;
  if (!Array.isArray(value)) return "";
  return value
    .map((each) => correctedSource.safeParse(each))
    .flatMap(({ data }) =>
      data ? [`${stanceLabels[data.stance]}: ${data.text || CONFIDENTIAL_SOURCE}`] : [],
    )
    .join("\n");
}

const correctedSource = z.object({ stance: z.enum(STANCES), text: z.string() });

/** Compares two texts; an empty text has no paragraphs, not an empty one. */
function compared(old: string, now: string): ComparedBlock[] {
  return compareTexts(old, now).filter((block) => block.kind === "changed" || block.text !== "");
}

function restoresOf({ action, from, to }: HistoryEvent): DescribedEvent["restores"] {
  if (action === "article.edit-details" || action === "article.restore-details") return "details";
  if (action === "source.update" || action === "source.restore") return "source";
  if (action === "setting.change") return "setting";
  const claim = [
    "claim.create",
    "claim.edit",
    "claim.merge",
    "claim.split",
    "claim.restore-content",
    "claim.delete",
  ];
  return claim.includes(action) && (from !== null || to !== null) ? "claim" : null;
}
