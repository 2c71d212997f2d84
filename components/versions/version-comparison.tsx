import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import type { ComparedPart } from "@/lib/anchoring/compare-words";
import styles from "./version-comparison.module.css";
import type { ComparedClaim, ComparedVersions } from "./version-types";

/** Paragraphs that are shown before and after one that changed. */
const CONTEXT = 1;

const changes: Record<ComparedClaim["change"], string> = {
  same: "Same words, same place",
  moved: "Same words, elsewhere",
  edited: "Other words, seen to",
  waits: "Waits: its words were edited",
  lost: "Waits: its words are gone",
  new: "New since then",
};

/** What is different between two versions: in the text, word by word, and in the claims. */
export function VersionComparison({
  articleId,
  language,
  compared,
}: {
  articleId: string;
  language: string;
  compared: ComparedVersions;
}) {
  const { from, to, blocks, claims } = compared;
  const different = claims.filter(({ change }) => change !== "same" && change !== "moved");
  const moved = claims.filter(({ change }) => change === "moved").length;
  const same = claims.filter(({ change }) => change === "same").length;
  return (
    <>
      <section aria-labelledby="claims-title">
        <h2 id="claims-title">
          Claims, from version {from} to {to}
        </h2>
        <p className={styles.summary}>
          {count(same, "stands", "stand")} where they did, {count(moved, "moved", "moved")} with their words,{" "}
          {count(different.length, "is", "are")} different.
        </p>
        {different.length > 0 && (
          <ul className={styles.claims}>
            {different.map((claim) => (
              <li key={claim.claimId}>
                <p className={styles.change}>
                  {changes[claim.change]}:{" "}
                  <a href={`/desk/articles/${articleId}?claim=${claim.claimId}`}>
                    claim {claim.number}, {claim.statement}
                  </a>
                </p>
                {claim.change !== "new" && (
                  <p className={styles.wordings} lang={language}>
                    <del>{claim.before}</del> {claim.after !== null && <ins>{claim.after}</ins>}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="text-title">
        <h2 id="text-title">
          Text, from version {from} to {to}
        </h2>
        <div className={styles.text} lang={language}>
          {runsOf(blocks).map((run) =>
            run.folded ? (
              <details key={run.from} className={styles.folded}>
                <summary>{run.blocks.length} paragraphs that did not change</summary>
                {run.blocks.map((block, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a comparison never move
                  <Block key={index} block={block} />
                ))}
              </details>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              run.blocks.map((block, index) => <Block key={`${run.from}-${index}`} block={block} />)
            ),
          )}
        </div>
      </section>
    </>
  );
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

function Block({ block }: { block: ComparedBlock }) {
  if (block.kind === "changed")
    return (
      <p>
        {block.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a comparison never move
          <Part key={index} {...part} />
        ))}
      </p>
    );
  return (
    <p>
      <Part {...block} />
    </p>
  );
}

function Part({ kind, text }: ComparedPart) {
  if (kind === "same") return text;
  return kind === "added" ? <ins>{text}</ins> : <del>{text}</del>;
}

interface Run {
  from: number;
  folded: boolean;
  blocks: ComparedBlock[];
}

/** Long stretches that did not change are folded; what stands next to a change is shown. */
function runsOf(blocks: readonly ComparedBlock[]): Run[] {
  const near = blocks.map((_, index) =>
    blocks.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== "same"),
  );
  const runs: Run[] = [];
  blocks.forEach((block, index) => {
    const folded = near[index] === false;
    const last = runs.at(-1);
    if (last && last.folded === folded) last.blocks.push(block);
    else runs.push({ from: index, folded, blocks: [block] });
  });
  return runs;
}
