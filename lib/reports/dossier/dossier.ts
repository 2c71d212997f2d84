import type { Claim } from "@/lib/claims/claim";
import type { Report, ReportBlock } from "../report";

/**
 * Everything that reviewers of an article need in one file: its text, and for each claim the history of its verdict, votes, comments, and the state of
 * its sources. Never public.
 */
export interface Dossier {
  article: Pick<
    Report["article"],
    "title" | "byline" | "publisher" | "publishedOn" | "sourceUrl" | "versionNumber"
  >;
  /** The text, with a mark after the words of each claim that can be located. */
  blocks: ReportBlock[];
  /** ISO 8601 instant. */
  madeAt: string;
  madeBy: string;
  /** In reading order, without retired ones. */
  claims: DossierClaim[];
  /** On passages of the text, and on the article. */
  threads: DossierThread[];
}

export interface DossierClaim {
  number: number;
  statement: string;
  quote: string;
  state: Claim["state"];
  excluded: { reason: string | null } | null;
  /** Whether its position in the text needs checking. */
  needsChecking: boolean;
  markedBy: string;
  /** Newest first. */
  verdicts: Opinion[];
  /** On the current content, oldest first; null while they are hidden from the person who made the dossier. */
  votes: Opinion[] | null;
  evidence: DossierEvidence[];
  threads: DossierThread[];
}

/** A rating that a person gave, with the reasons. */
export interface Opinion {
  rating: string;
  by: string;
  /** ISO 8601 instant. */
  at: string;
  /** "" for none; paragraphs are separated by line breaks. */
  reasons: string;
}

export interface DossierEvidence {
  /** The same for each use of a source. */
  sourceId: string;
  stance: string;
  /** Of a confidential source, its description. */
  title: string;
  /** http or https; null without one, and for confidential sources. */
  url: string | null;
  excerpt: string | null;
  note: string | null;
  /** When the last copy was saved, ISO 8601 instant; null for none, "unneeded" where there is no page to copy. */
  copy: string | "unneeded" | null;
  gone: boolean;
}

export interface DossierThread {
  /** The passage that it is about; null for the claim, or the article. */
  passage: string | null;
  resolved: { by: string; at: string } | null;
  /** Oldest first; the text is null if it was deleted. */
  comments: { by: string; at: string; text: string | null }[];
}
