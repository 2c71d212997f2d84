import { mapRuns, runsOf } from "./block-runs";
import type { Report, ReportBlock } from "./report";

/** The part of a Report that can't be rendered, even on its own. */
export type RenderFault =
  | { kind: "claim"; number: number }
  /** @property text the first words of the paragraph, heading, list, … */
  | { kind: "passage"; text: string }
  /** @property title null for a confidential source without a description */
  | { kind: "source"; title: string | null };

/** UTF-16 units of a passage that are quoted. */
const QUOTE_LENGTH = 80;

/**
 * Finds the claim, passage or source that keeps a Report from being rendered, by rendering half of it, then half of that, and so on.
 * That is about twice the work of rendering it once.
 * @param fails whether a Report can't be rendered
 * @returns null if no single part is the reason
 */
export async function findRenderFault(
  report: Report,
  fails: (part: Report) => Promise<boolean>,
): Promise<RenderFault | null> {
  const bare: Report = {
    ...report,
    article: { ...report.article, blocks: [] },
    claims: [],
    sources: [],
    corrections: [],
  };
  // What is left is in every part, so that no part would fail for a reason of its own.
  if (await fails(bare)) return null;
  const block = await findFailing(report.article.blocks.map(unmarked), (blocks) =>
    fails({ ...bare, article: { ...bare.article, blocks } }),
  );
  if (block) return { kind: "passage", text: firstWords(block) };
  const source = await findFailing(report.sources, (sources) => fails({ ...bare, sources }));
  if (source) return { kind: "source", title: source.title };
  const claim = await findFailing(report.claims, (claims) =>
    fails({ ...bare, claims, sources: report.sources }),
  );
  return claim && { kind: "claim", number: claim.number };
}

/** One of some parts that fails on its own, by halves; null if there is none. */
async function findFailing<Part>(
  parts: readonly Part[],
  fail: (parts: Part[]) => Promise<boolean>,
): Promise<Part | null> {
  if (parts.length === 0 || !(await fail([...parts]))) return null;
  let rest = [...parts];
  while (rest.length > 1) {
    const [first, second] = [rest.slice(0, rest.length >> 1), rest.slice(rest.length >> 1)];
    if (await fail(first)) rest = first;
    else if (await fail(second)) rest = second;
    else return null;
  }
  return rest[0] ?? null;
}

/** A block without the marks of claims, which are not part of it when it stands alone. */
function unmarked(block: ReportBlock): ReportBlock {
  const [plain = block] = mapRuns([block], (run) => ({ ...run, claims: [], starts: [], ends: [] }));
  return plain;
}

function firstWords(block: ReportBlock): string {
  let text = "";
  for (const run of runsOf([block])) {
    text += run.text;
    if (text.length > QUOTE_LENGTH) return `${text.slice(0, QUOTE_LENGTH).trim()}…`;
  }
  return text.trim();
}
