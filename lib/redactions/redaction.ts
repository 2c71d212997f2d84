export const REDACTION_KINDS = ["source", "text", "excerpt", "attachment", "passage"] as const;
export type RedactionKind = (typeof REDACTION_KINDS)[number];

/** What has to go from the publications of an article. It holds the secret: it never leaves the desk. */
export type RedactionTarget =
  | {
      kind: "source";
      /** Its ids in Reports that carry ids: several if others were merged into it. */
      sourceIds: readonly string[];
      /** Where an editor confirmed it, by the numbers of publication and source: earlier Reports carry no ids. */
      at: readonly { publication: number; source: number }[];
      /** Its addresses, also wherever they are linked. */
      addresses: readonly string[];
      /** Its title, the names of its authors and so on, wherever they appear. */
      words: readonly string[];
      /** What was quoted from it. */
      excerpts: readonly string[];
    }
  /** A name or other words, wherever they appear. */
  | { kind: "text"; text: string; matchCase: boolean }
  /** A quotation from a source. */
  | { kind: "excerpt"; text: string }
  /** A picture, a file or a saved copy, by its address. */
  | { kind: "attachment"; address: string }
  /** A passage of the article's text; line breaks separate paragraphs. */
  | { kind: "passage"; text: string };

/** A redaction as `applyRedactions` needs it. */
export interface AppliedRedaction {
  /** 1, 2, 3 … within the article, in the order they were made. */
  number: number;
  target: RedactionTarget;
  /** Readers see it. */
  reason: string;
  /** ISO 8601 instant. */
  at: string;
}

/** A redaction as the desk shows it. */
export interface Redaction extends AppliedRedaction {
  id: string;
  articleId: string;
  /** For the desk only. */
  privateNote: string | null;
  by: { id: string; name: string };
}
