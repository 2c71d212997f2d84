import { rich } from "@/components/words/rich";
import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import type { ComparedPart } from "@/lib/anchoring/compare-words";
import { words } from "@/lib/words/words";
import styles from "./version-comparison.module.css";
import type { ComparedVersions } from "./version-types";

/** Unchanged paragraphs shown before and after a changed one. */
const CONTEXT = 1;

/** The differences between two versions: in the claims, and in the text word by word. */
export function VersionComparison({
  articleId,
  language,
  compared,
}: {
  articleId: string;
  language: string;
  compared: ComparedVersions;
}) {
  const t = words("versions");
  const { from, to, blocks, claims } = compared;
  const different = claims.filter(({ change }) => change !== "same" && change !== "moved");
  const moved = claims.filter(({ change }) => change === "moved").length;
  const same = claims.filter(({ change }) => change === "same").length;
  return (
    <>
      <section aria-labelledby="claims-title">
        <h2 id="claims-title">{t("compare.claims", { from, to })}</h2>
        <p className={styles.summary}>{t("compare.summary", { same, moved, different: different.length })}</p>
        {different.length > 0 && (
          <ul className={styles.claims}>
            {different.map((claim) => (
              <li key={claim.claimId}>
                <p className={styles.change}>
                  {rich(t, `change.${claim.change}`, {
                    number: claim.number,
                    statement: claim.statement,
                    link: (text) => <a href={`/desk/articles/${articleId}?claim=${claim.claimId}`}>{text}</a>,
                  })}
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
        <h2 id="text-title">{t("compare.text", { from, to })}</h2>
        <div className={styles.text} lang={language}>
          {runsOf(blocks).map((run) =>
            run.folded ? (
              <details key={run.from} className={styles.folded}>
                <summary>{t("compare.folded", { count: run.blocks.length })}</summary>
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

/** Folds unchanged paragraphs, except those next to a change. */
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
