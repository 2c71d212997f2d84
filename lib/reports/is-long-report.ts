import { runsOf } from "./block-runs";
import type { Report } from "./report";

/** Up to these, all outputs of a Report take a few seconds at most. A PDF of 2,000 claims takes about ten. */
const SHORT = { claims: 200, characters: 100_000 } as const;

/** Whether rendering a Report takes longer than a person, or a program, should wait for an answer. */
export function isLongReport({ article, claims }: Pick<Report, "article" | "claims">): boolean {
  if (claims.length > SHORT.claims) return true;
  let characters = 0;
  for (const { text } of runsOf([...article.blocks, ...claims.flatMap(({ rationale }) => rationale)])) {
    characters += text.length;
    if (characters > SHORT.characters) return true;
  }
  return false;
}
