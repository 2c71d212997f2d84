import type { TextRange } from "@/lib/anchoring/reanchor";

/**
 * Cuts a canonical text into its sentences, by the rules of Unicode (UAX 29) as the runtime knows them for the language. A sentence
 * never crosses a break between blocks; white space at its ends is left out.
 * @param language BCP 47; one that is not known counts as English
 * @returns in order of the text, offsets in UTF-16 units
 */
export function sentencesOf(text: string, language: string): TextRange[] {
  const segmenter = segmenterFor(language);
  const sentences: TextRange[] = [];
  let offset = 0;
  for (const block of text.split("\n")) {
    let open: TextRange | null = null;
    for (const { segment, index } of segmenter.segment(block)) {
      const start = offset + index + (segment.length - segment.trimStart().length);
      const end = offset + index + segment.trimEnd().length;
      if (start >= end) continue;
      // "Dr. Smith" and "No. 5": the rules of Unicode end a sentence behind an abbreviation.
      if (open) open.end = end;
      else open = { start, end };
      if (ABBREVIATED.test(text.slice(open.start, end))) continue;
      sentences.push(open);
      open = null;
    }
    if (open) sentences.push(open);
    offset += block.length + 1;
  }
  return sentences;
}

const ABBREVIATED =
  /(?:^|[\s([“"])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|No|vs|approx|U\.S|U\.K|U\.N|e\.g|i\.e|[A-Z])\.$/;

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}
