import { words } from "@/lib/words/words";

/** The marks between facts, as a language writes them. Sentences of the product are whole messages and have their own. */
export interface SentenceMarks {
  /** Ends a sentence: "." or "。". */
  stop: string;
  /** Between two sentences: a space, or nothing. */
  gap: string;
  /** Between parts: ", ". */
  comma: string;
  /** Between parts that have commas: "; ". */
  semicolon: string;
  /** After a label: ": ". */
  colon: string;
  /** Words of others: "“…”". */
  quoted: (text: string) => string;
  /** With a stop, unless it ends already. */
  sentence: (text: string) => string;
  /** One after the other, without those that are empty. */
  sentences: (parts: readonly string[]) => string;
}

const ENDED = /[.?!…。？！؟]$/u;

/** @param language BCP 47 */
export function sentenceMarks(language: string): SentenceMarks {
  const t = words("marks", language);
  const [stop, gap] = [t("stop"), t("gap")];
  return {
    stop,
    gap,
    comma: t("comma"),
    semicolon: t("semicolon"),
    colon: t("colon"),
    quoted: (text) => t("quotation", { text }),
    sentence: (text) => (ENDED.test(text) ? text : `${text}${stop}`),
    sentences: (parts) => parts.filter((part) => part !== "").join(gap),
  };
}
