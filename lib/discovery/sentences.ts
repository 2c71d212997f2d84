import type { TextRange } from "@/lib/anchoring/text-range";

/**
 * Splits a canonical text into sentences with Intl.Segmenter (Unicode UAX 29). A sentence never crosses a break between blocks and
 * excludes surrounding white space.
 * @param language a BCP 47 tag; an invalid one counts as English
 * @returns in text order, offsets in UTF-16 units
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
      // Unicode's rules end a sentence after the abbreviations in "Dr. Smith" and "No. 5".
      if (open) open.end = end;
      else open = { start, end };
      if (ENDS_IN_ABBREVIATION.test(text.slice(open.start, end))) continue;
      sentences.push(open);
      open = null;
    }
    if (open) sentences.push(open);
    offset += block.length + 1;
  }
  return sentences;
}

const ENDS_IN_ABBREVIATION =
  /(?:^|[\s([“"])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|No|vs|approx|U\.S|U\.K|U\.N|e\.g|i\.e|[A-Z])\.$/;

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}
