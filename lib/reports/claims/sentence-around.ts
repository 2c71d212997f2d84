import { sentencesOf } from "@/lib/document/sentences";
import { claimSpans, type TextBlock, textBlocksOf } from "@/lib/reports/block-text";
import type { Report, ReportBlock, ReportClaim } from "@/lib/reports/report";

/** A claim's words with the rest of their sentence; of several sentences, from the begin of the first to the end of the last. */
export interface SentenceAround {
  before: string;
  /** The words of the claim, as the text has them; paragraphs are separated by "\n". */
  words: string;
  after: string;
}

/** UTF-16 units on either side; what has no sentences (a table, a list of names) is cut to it. */
const MAX_AROUND = 600;

/**
 * The sentence around a claim in the text of its article, by the offsets of its marks.
 * @returns null if no mark of the claim is in the text
 */
export function sentenceAround(
  { article }: { article: Pick<Report["article"], "blocks" | "language"> },
  { number }: Pick<ReportClaim, "number">,
): SentenceAround | null {
  const { spans, textBlocks } = layoutOf(article.blocks);
  const span = spans.get(number);
  if (!span) return null;
  const covered = textBlocks.filter(({ start, end }) => start < span.end && end > span.start);
  const first = covered[0]?.start ?? span.start;
  const text = covered.map(({ runs }) => runs.map((run) => run.text).join("")).join("\n");
  const [start, end] = [span.start - first, span.end - first];
  const sentences = sentencesOf(text, article.language).filter(
    (sentence) => sentence.start < end && sentence.end > start,
  );
  const from = Math.min(sentences[0]?.start ?? start, start);
  const to = Math.max(sentences.at(-1)?.end ?? end, end);
  return {
    before: lastPart(text.slice(from, start)),
    words: text.slice(start, end),
    after: firstPart(text.slice(end, to)),
  };
}

interface Layout {
  spans: ReturnType<typeof claimSpans>;
  textBlocks: TextBlock[];
}

/** Of the texts that were asked for: the pages of thousands of claims can be made one after the other. Reports never change. */
const layouts = new WeakMap<readonly ReportBlock[], Layout>();

function layoutOf(blocks: readonly ReportBlock[]): Layout {
  const layout = layouts.get(blocks) ?? { spans: claimSpans(blocks), textBlocks: textBlocksOf(blocks) };
  layouts.set(blocks, layout);
  return layout;
}

/** The end of a long text, from the begin of a word. */
function lastPart(text: string): string {
  if (text.length <= MAX_AROUND) return text;
  const cut = text.slice(-MAX_AROUND).replace(/^[\udc00-\udfff]/, "");
  const space = cut.search(/\s\S/);
  return `… ${cut.slice(space + 1)}`;
}

/** The begin of a long text, to the end of a word. */
function firstPart(text: string): string {
  if (text.length <= MAX_AROUND) return text;
  const cut = text.slice(0, MAX_AROUND).replace(/[\ud800-\udbff]$/, "");
  const space = cut.search(/\s\S*$/);
  return `${space === -1 ? cut : cut.slice(0, space)} …`;
}
