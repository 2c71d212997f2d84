"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { findDifference } from "@/lib/fidelity/find-difference";
import type { ImportDifference, ImportDifferences } from "@/lib/fidelity/import-difference";
import styles from "./import-differences.module.css";

/** Characters of context on each side. */
const CONTEXT = 40;

/** Longest words in the name of a button and in what is announced. */
const MAX_NAMED = 60;

/**
 * What the file says otherwise than the text: each passage and figure in its context, with an action that puts it right. One that the text
 * now has is ticked off; editing the text by hand does that as well, and undo takes it back. The focus moves to the next one, so that the
 * list can be worked off with one key.
 */
export function ImportDifferenceList({
  differences,
  text,
  onResolve,
  onShow,
  onUndo,
}: {
  differences: ImportDifferences;
  /** Canonical text as it is now. */
  text: string;
  /** @returns whether the text was changed */
  onResolve: (difference: ImportDifference) => boolean;
  onShow: (difference: ImportDifference) => void;
  onUndo: () => void;
}) {
  const t = useWords("import");
  const summary = useRef<HTMLParagraphElement>(null);
  const list = useRef<HTMLOListElement>(null);
  /** What was done last, for screen readers. */
  const [done, setDone] = useState<{ kind: ImportDifference["kind"]; words: string } | null>(null);
  const { listed, passages, figures, isCompared } = differences;
  if (!isCompared) return <Notice>{t("differences.notCompared")}</Notice>;
  if (listed.length === 0) return null;
  const states = listed.map((difference) => findDifference(text, difference).kind);
  const openCount = states.filter((kind) => kind !== "resolved").length;
  const more = passages + figures - listed.length;

  function resolve(index: number, difference: ImportDifference) {
    if (!onResolve(difference)) return;
    setDone({ kind: difference.kind, words: nameOf(difference) });
    const isOther = (_: unknown, other: number) => other !== index && states[other] === "open";
    const following = states.findIndex((state, other) => other > index && isOther(state, other));
    const next = following >= 0 ? following : states.findIndex(isOther);
    // The button that was pressed goes away with its difference.
    const button = list.current?.children[next]?.querySelector("button");
    (button ?? summary.current)?.focus();
  }

  function undoByKey(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    setDone(null);
    onUndo();
  }

  return (
    <section className={styles.differences} aria-label={t("differences.label")} onKeyDown={undoByKey}>
      <p ref={summary} className={styles.summary} tabIndex={-1}>
        <strong>{t("differences.summary", { passages, figures })}</strong>{" "}
        <span role="status">
          {done && <span className="visually-hidden">{t(`differences.done.${done.kind}`, done)} </span>}
          {t("differences.open", { count: openCount })}
        </span>
      </p>
      <ol ref={list} className={styles.list}>
        {listed.map((difference, index) => {
          const { kind, original, imported, before, after } = difference;
          const state = states[index] ?? "lost";
          const words = nameOf(difference);
          return (
            <li key={`${kind} ${difference.start} ${original}`} className={styles.item} data-state={state}>
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
                    <Button look="quiet" onClick={() => resolve(index, difference)}>
                      {rich(t, `differences.resolve.${kind}`, { words, hidden: visuallyHidden })}
                    </Button>
                    <Button look="quiet" onClick={() => onShow(difference)}>
                      {rich(t, "differences.show", { words, hidden: visuallyHidden })}
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

/** The words that a difference is about, on one line. */
function nameOf({ kind, original, imported }: ImportDifference): string {
  const words = (kind === "added" ? imported : original).replaceAll(/\s+/gu, " ").trim();
  return words.length > MAX_NAMED ? `${words.slice(0, MAX_NAMED).toWellFormed()}…` : words;
}

function spacedOriginal({ kind, original, before, after }: ImportDifference): string {
  if (kind !== "missing") return original;
  return `${before && !/\s$/u.test(before) ? " " : ""}${original}${after && !/^\s/u.test(after) ? " " : ""}`;
}
