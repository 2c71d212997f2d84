"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { findDifference } from "@/lib/fidelity/find-difference";
import type { ImportDifference, ImportDifferences } from "@/lib/fidelity/import-difference";
import styles from "./import-differences.module.css";

/** Characters of context on each side. */
const CONTEXT = 40;

/**
 * What the file says otherwise than the text: each passage and figure in its context, with an action that puts it right. One that the text
 * now has is ticked off; editing the text by hand does that as well, and undo takes it back.
 */
export function ImportDifferenceList({
  differences,
  text,
  onResolve,
  onShow,
}: {
  differences: ImportDifferences;
  /** Canonical text as it is now. */
  text: string;
  onResolve: (difference: ImportDifference) => void;
  onShow: (difference: ImportDifference) => void;
}) {
  const t = useWords("import");
  const { listed, passages, figures, isCompared } = differences;
  if (!isCompared) return <Notice>{t("differences.notCompared")}</Notice>;
  if (listed.length === 0) return null;
  const states = listed.map((difference) => findDifference(text, difference));
  const openCount = states.filter(({ kind }) => kind !== "resolved").length;
  const more = passages + figures - listed.length;
  return (
    <section className={styles.differences} aria-label={t("differences.label")}>
      <p className={styles.summary}>
        <strong>{t("differences.summary", { passages, figures })}</strong>{" "}
        <span role="status">{t("differences.open", { count: openCount })}</span>
      </p>
      <ol className={styles.list}>
        {listed.map((difference, index) => {
          const { kind, original, imported, before, after } = difference;
          const state = states[index]?.kind ?? "lost";
          const key = `${kind} ${difference.start} ${original}`;
          return (
            <li key={key} className={styles.item} data-state={state}>
              <p className={styles.quote} dir="auto">
                {before && `…${before.slice(-CONTEXT)}`}
                {kind !== "missing" && <del className={styles.imported}>{imported}</del>}
                {kind === "changed" && " "}
                {kind !== "added" && <ins className={styles.original}>{spacedOriginal(difference)}</ins>}
                {after && `${after.slice(0, CONTEXT)}…`}
              </p>
              <div className={styles.actions}>
                <span className={styles.kind}>{t(`differences.${state === "open" ? kind : state}`)}</span>
                {state === "open" && (
                  <>
                    <Button look="quiet" onClick={() => onResolve(difference)}>
                      {t(`differences.resolve.${kind}`)}
                    </Button>
                    <Button look="quiet" onClick={() => onShow(difference)}>
                      {t("differences.show")}
                    </Button>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {more > 0 && <p className={styles.more}>{t("differences.more", { count: more })}</p>}
    </section>
  );
}

function spacedOriginal({ kind, original, before, after }: ImportDifference): string {
  if (kind !== "missing") return original;
  return `${before && !/\s$/u.test(before) ? " " : ""}${original}${after && !/^\s/u.test(after) ? " " : ""}`;
}
