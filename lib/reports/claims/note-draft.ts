import { articlePath } from "@/lib/article-path";
import { sentencesOf } from "@/lib/document/sentences";
import { shortDescription } from "@/lib/short-description";
import { words } from "@/lib/words/words";
import type { Report, ReportClaim } from "../report";
import { sourceHref } from "../source-words";
import { textLanguage } from "../text-language";
import { findRating } from "./find-rating";
import { headlineOf } from "./headline-of";
import { keySource } from "./key-source";

/** Characters of a Community Note of X. */
export const MAX_NOTE_LENGTH = 280;

/** A text for a note under a post that repeats a claim. */
export interface NoteDraft {
  text: string;
  /** BCP 47 and direction of the text, as far as its letters tell. */
  lang?: string;
  dir: "ltr" | "rtl";
  /** As `noteLength` counts. */
  length: number;
  /** Whether the URL is that of a source; otherwise it is that of the claim's page. */
  hasSource: boolean;
}

/** Rationales are cut before sentences are looked for: no note has more. */
const MAX_READ = 1000;

/** Scripts that put no space between sentences. */
const WITHOUT_SPACE = /[。！？]$/u;

/**
 * A draft of a note: the verdict, what was claimed, as many whole sentences of the reason as fit, and the URL of the source that the verdict
 * rests on. It says nothing that the verdict does not say, and leaves no sentence half: what fits only in part is not in it. Confidential and
 * redacted sources have no URL; the claim's page stands for them.
 */
export function noteDraft(report: Report, claim: ReportClaim, publicUrl: string): NoteDraft {
  const key = keySource(report, claim);
  const source = key && sourceHref(key.source, key.evidence.archiveUrl);
  const url = source ?? `${publicUrl}${articlePath(report.article.slug)}/claims/${claim.number}`;
  const language = textLanguage(claim.statement, report.article.language).lang ?? "en";
  const room = MAX_NOTE_LENGTH - noteLength(` ${url}`);
  let note = verdictOf(report, claim, language, room);
  const reason = claim.rationaleText.slice(0, MAX_READ);
  for (const { start, end } of sentencesOf(reason, language)) {
    // The last one may be cut.
    if (end === MAX_READ) break;
    const more = `${note}${WITHOUT_SPACE.test(note) ? "" : " "}${reason.slice(start, end)}`;
    if (noteLength(more) > room) break;
    note = more;
  }
  const text = `${note} ${url}`;
  return {
    text,
    ...textLanguage(note, report.article.language),
    length: noteLength(text),
    hasSource: source !== null,
  };
}

/** "False: “Taxes rose.”" A claim that is too long ends after a word, with "…". */
function verdictOf(report: Report, claim: ReportClaim, language: string, room: number): string {
  const t = words("sharing", language);
  const isStatement = headlineOf(report, claim) === claim.statement;
  const said = (isStatement ? claim.statement : claim.quote).replace(/\s+/g, " ").trim();
  const { label } = findRating(report, claim);
  const rating = shortDescription(label, room / 2);
  const around = noteLength(t("note", { rating, claim: "" }));
  return t("note", { rating, claim: shortDescription(said, room - around) });
}

/** Characters of a note as X counts them: a URL is one, however long. Others are UTF-16 units, so that an emoji is two. */
export function noteLength(text: string): number {
  return text.replace(/https?:\/\/\S+/g, "x").length;
}
