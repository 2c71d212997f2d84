import type { ComparedBlock } from "@/lib/anchoring/compare-texts";
import type { ComparedPart } from "@/lib/anchoring/compare-words";
import type { Difference } from "@/lib/history/describe-event";
import styles from "./differences.module.css";

/** What a change altered, field by field and word by word. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null;
  return (
    <dl className={styles.differences}>
      {differences.map(({ label, blocks }) => (
        <div key={label}>
          <dt>{label}</dt>
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a comparison never move
            <dd key={index} dir="auto">
              <Block block={block} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Block({ block }: { block: ComparedBlock }) {
  if (block.kind !== "changed") return <Part {...block} />;
  return block.parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a comparison never move
    <Part key={index} {...part} />
  ));
}

function Part({ kind, text }: ComparedPart) {
  if (kind === "same") return text;
  return kind === "added" ? <ins>{text}</ins> : <del>{text}</del>;
}
