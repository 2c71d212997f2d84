import { describeFlag, describeResolvedFlag, describeReviewDate } from "./flag-sentences";
import type { HistoryEvent } from "./history-event";
import {
  changed,
  type Describe,
  describeAssignment,
  type EventSide,
  fieldOf,
  instant,
  moment,
  quote,
  type SentenceContext,
  until,
} from "./sentence-parts";

/** What can be done to an article: its text, its plan, its publications, its checklist and the links of its author. */
export const articleSentences: Readonly<Record<string, Describe>> = {
  "article.import": () => "imported the article",
  "article.import-claims": ({ to }) => importedClaims(to),
  "article.edit-details": (event, context) => `changed ${changed(event, context)} of the article`,
  "article.restore-details": (event) => `restored the details of the article to ${moment(event)}`,
  "article.assign": plansOf,
  "article.edit-text": (event) => `edited the text: ${versions(event)}`,
  "article.replace-text": (event) => `replaced the text: ${versions(event)}`,
  "article.restore-text": (event) =>
    `restored the text of version ${fieldOf(event.to, "restored") ?? "?"}: ${versions(event)}`,
  "article.publish": (event) =>
    Number(fieldOf(event.to, "publication")) > 1
      ? `published the article again: publication ${fieldOf(event.to, "publication")}`
      : "published the article",
  "article.unpublish": () => "unpublished the article",
  "article.redact": ({ to }) => `redacted ${redacted(to)}`,
  "article.schedule": ({ from, to }, context) =>
    fieldOf(from, "at")
      ? `rescheduled the publication to ${instant(to, context)}`
      : `scheduled the publication for ${instant(to, context)}`,
  "article.unschedule": ({ from }, context) =>
    `cancelled the publication scheduled for ${instant(from, context)}`,
  "article.publish-failed": () => "could not publish the article",
  "article.flag": (event) => describeFlag(event, "the article"),
  "article.resolve-flag": (event) => describeResolvedFlag(event, "the article"),
  "article.set-review-date": (event) => describeReviewDate(event, "the article"),
  "article.raise-approvals": (event) =>
    `required ${fieldOf(event.to, "requiredApprovals") ?? "more"} approvals of each claim`,
  "article.change-scale": () => "changed the rating scale of the article",
  "article.change-purpose": ({ to }) =>
    fieldOf(to, "purpose") === "manuscript"
      ? "turned the article into a manuscript"
      : "turned the manuscript into a public fact-check",
  "author-link.create": (event, context) =>
    `made a link for the author ${fieldOf(event.to, "author") ?? ""}${until(event, context)}`,
  "author-link.revoke": (event) =>
    `withdrew the link for the author ${fieldOf(event.from, "author") ?? ""}`.trimEnd(),
  "tick.check": (event) => `ticked off the ${item(event.to)}`,
  "tick.skip": (event) => `skipped the ${item(event.to)}${because(event.to)}`,
  "tick.undo": (event) => `opened the ${item(event.from)} again`,
};

/** "imported 12 claims from report.json". */
function importedClaims(to: EventSide): string {
  const count = Number(fieldOf(to, "count"));
  const name = fieldOf(to, "name");
  const claims = count === 1 ? "1 claim" : `${count} claims`;
  return name ? `imported ${claims} from ${name}` : `imported ${claims}`;
}

const redactedKinds: Record<string, string> = {
  source: "a source",
  text: "words",
  excerpt: "an excerpt",
  attachment: "a picture, file or saved copy",
  passage: "a passage",
};

/** "a source in publications 1 and 2". What was redacted is not in the event. */
function redacted(to: EventSide): string {
  const publications = fieldOf(to, "publications");
  const numbers = Array.isArray(publications) ? publications.map(String).reverse() : [];
  const kind = redactedKinds[String(fieldOf(to, "kind"))] ?? "something";
  if (numbers.length === 0) return kind;
  return `${kind} in ${numbers.length === 1 ? "publication" : "publications"} ${new Intl.ListFormat("en-GB").format(numbers)}`;
}

/** "assigned the lead to Ada, set the due time to … and changed the priority from normal to high". */
function plansOf(event: HistoryEvent, context: SentenceContext): string {
  const { from, to } = event;
  const parts = [
    to && "lead" in to && describeAssignment(event, "lead", "the lead"),
    to &&
      "dueAt" in to &&
      (to.dueAt === null ? "removed the due time" : `set the due time to ${instant(to, context, "dueAt")}`),
    to && "priority" in to && `changed the priority from ${fieldOf(from, "priority")} to ${to.priority}`,
  ].filter((each) => typeof each === "string");
  return parts.length === 0 ? "changed nothing in the plan" : new Intl.ListFormat("en-GB").format(parts);
}

function versions({ from, to }: HistoryEvent): string {
  return `version ${fieldOf(from, "version") ?? "?"} became ${fieldOf(to, "version") ?? "?"}`;
}

/** An item of the checklist: "figure “$240 billion”". A quotation has its own marks. */
function item(side: EventSide): string {
  const exact = fieldOf(side, "exact");
  if (fieldOf(side, "kind") === "quotation" && typeof exact === "string") return `quotation ${exact}`;
  return `${fieldOf(side, "kind") ?? "item"}${quote(side, "exact")}`;
}

/** ": common knowledge". */
function because(side: EventSide): string {
  const reason = fieldOf(side, "reason");
  return typeof reason === "string" ? `: ${reason}` : "";
}
