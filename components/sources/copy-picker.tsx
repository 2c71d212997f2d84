"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import { useDates } from "@/components/dates/dates-context";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import {
  EXCERPT_LIMIT,
  excerptFrom,
  sentenceAt,
  sentenceBeside,
  type TextSpan,
  wholeWords,
} from "@/lib/sources/pick-excerpt";
import { words } from "@/lib/words/words";
import { CopyFind } from "./copy-find";
import styles from "./copy-picker.module.css";
import { type CopyMark, CopyText, selectionIn } from "./copy-text";
import type { SourceLookup } from "./lookup-actions";

interface Props {
  sourceId: string;
  /** The current excerpt in the form. */
  excerpt: string;
  lookup: Pick<SourceLookup, "readCopy" | "checkExcerpt">;
  onPick: (excerpt: string) => void;
  onClose: () => void;
}

/** The saved copy of a source, to pick an excerpt from: with a click, by selecting text, or with the keyboard. */
export function CopyPicker({ sourceId, excerpt, lookup, onPick, onClose }: Props) {
  const dates = useDates();
  const t = useWords("sources");
  const [copy, setCopy] = useState<{ text: string; language: string; takenAt: string } | null>(null);
  const [problem, setProblem] = useState("");
  /** The span of an excerpt in the copy, where it is known. */
  const [located, setLocated] = useState<(TextSpan & { excerpt: string }) | null>(null);
  const opened = useRef(excerpt);
  const { readCopy, checkExcerpt } = lookup;

  useEffect(() => {
    let current = true;
    async function load() {
      const [read, checked] = await Promise.all([
        attempt(() => readCopy({ sourceId })),
        opened.current.trim() ? attempt(() => checkExcerpt({ sourceId, excerpt: opened.current })) : null,
      ]);
      if (!current) return;
      if (!read.ok) return setProblem(read.error.message);
      if (read.value.kind === "not-saved") return setProblem(t("copies.none"));
      if (read.value.text.trim() === "") return setProblem(t("copies.noText"));
      const { text, language, snapshot } = read.value;
      setCopy({ text, language: language ?? "en", takenAt: snapshot.takenAt });
      if (checked?.ok && "start" in checked.value) setLocated({ ...checked.value, excerpt: opened.current });
    }
    load();
    return () => {
      current = false;
    };
  }, [sourceId, readCopy, checkExcerpt, t]);

  return (
    <section
      className={styles.panel}
      aria-label={t("picker.open")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <span>
          {copy
            ? t("picker.title", { date: dates.instant(copy.takenAt) })
            : problem
              ? ""
              : t("picker.opening")}
        </span>
        <Button look="quiet" onClick={onClose}>
          {t("picker.close")}
        </Button>
      </div>
      {problem && <p role="alert">{problem}</p>}
      {copy && (
        <Pages
          text={copy.text}
          language={copy.language}
          excerpt={excerpt}
          excerptSpan={located?.excerpt === excerpt ? located : null}
          onPick={(span) => {
            const picked = excerptFrom(copy.text, span);
            setLocated({ ...span, excerpt: picked });
            onPick(picked);
          }}
          onRestore={onPick}
        />
      )}
    </section>
  );
}

function Pages({
  text,
  language,
  excerpt,
  excerptSpan,
  onPick,
  onRestore,
}: {
  text: string;
  language: string;
  excerpt: string;
  excerptSpan: TextSpan | null;
  onPick: (span: TextSpan) => void;
  onRestore: (excerpt: string) => void;
}) {
  const t = useWords("sources");
  const isTouch = !useKeyboardInUse();
  const pages = useRef<HTMLElement>(null);
  const hintId = useId();
  /** What would become the excerpt: a sentence chosen with the keyboard, a match, or selected text. */
  const [chosen, setChosen] = useState<(TextSpan & { selected?: true }) | null>(null);
  const [found, setFound] = useState<TextSpan | null>(null);
  const [previous, setPrevious] = useState<string | null>(null);
  const [status, setStatus] = useState("");

  const marks: CopyMark[] = [];
  if (excerptSpan) marks.push({ ...excerptSpan, kind: "excerpt" });
  if (chosen && !chosen.selected) marks.push({ ...chosen, kind: "chosen" });
  if (found) marks.push({ ...found, kind: "found" });

  const visible = found ?? (chosen?.selected ? null : chosen) ?? excerptSpan;
  const kind = found ? "found" : chosen ? "chosen" : "excerpt";
  const start = visible?.start;
  useEffect(() => {
    if (start !== undefined)
      pages.current?.querySelector(`mark[data-kind=${kind}]`)?.scrollIntoView({ block: "nearest" });
  }, [start, kind]);

  // On touch screens people select with handles, which ends without a click.
  useEffect(() => {
    const onSelect = () => {
      const span = pages.current && selectionIn(pages.current);
      const selected = span && span.start < span.end ? wholeWords(text, span) : null;
      setChosen((before) => (selected ? { ...selected, selected: true } : before?.selected ? null : before));
    };
    document.addEventListener("selectionchange", onSelect);
    return () => document.removeEventListener("selectionchange", onSelect);
  }, [text]);

  function pick(span: TextSpan | null) {
    if (!span) return;
    const { length } = excerptFrom(text, span);
    if (length > EXCERPT_LIMIT) return setStatus(tooLong(length));
    document.getSelection()?.removeAllRanges();
    setChosen(null);
    setFound(null);
    setPrevious(excerpt.trim() && excerpt !== excerptFrom(text, span) ? excerpt : null);
    setStatus(t("picker.used", { text: excerptFrom(text, span) }));
    onPick(span);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== pages.current) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") pick(chosen);
    else if (step !== 0) {
      const next =
        moveBySentence({ text, language }, chosen, step, event.shiftKey) ??
        excerptSpan ??
        firstSentence({ text, language });
      setFound(null);
      setChosen(next);
      if (next) setStatus(excerptFrom(text, next));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const length = chosen ? excerptFrom(text, chosen).length : 0;
  return (
    <>
      <CopyFind
        text={text}
        onFound={(span) => {
          setFound(span);
          setChosen(span && sentenceAt(text, span.start, language));
        }}
      />
      <p className={styles.hint} id={hintId}>
        {rich(t, isTouch ? "picker.hint.touch" : "picker.hint", { kbd: (key) => <kbd>{key}</kbd> })}
      </p>
      <section
        ref={pages}
        className={styles.pages}
        aria-label={t("copies.text")}
        aria-describedby={hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled and chosen from by the keyboard too
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const span = selectionIn(event.currentTarget);
          if (!span || !(event.target instanceof Element) || !event.target.closest("[data-start]")) return;
          pick(span.start < span.end ? wholeWords(text, span) : sentenceAt(text, span.start, language));
        }}
      >
        <CopyText text={text} marks={marks} />
      </section>
      <div className={styles.foot}>
        <Button disabled={!chosen || length > EXCERPT_LIMIT} onClick={() => pick(chosen)}>
          {t("picker.use")}
        </Button>
        {chosen && <span>{length > EXCERPT_LIMIT ? tooLong(length) : t("picker.length", { length })}</span>}
        {previous !== null && (
          <Button
            look="quiet"
            onClick={() => {
              onRestore(previous);
              setPrevious(null);
              setStatus(t("picker.restored"));
            }}
          >
            {t("picker.restore")}
          </Button>
        )}
      </div>
      <p className={styles.status} role="status">
        {status}
      </p>
    </>
  );
}

function tooLong(length: number): string {
  return words("sources")("picker.tooLong", { length, limit: EXCERPT_LIMIT });
}

interface Copy {
  text: string;
  /** BCP 47. */
  language: string;
}

function firstSentence({ text, language }: Copy): TextSpan | null {
  return sentenceAt(text, 0, language) ?? sentenceBeside(text, { start: 0, end: 0 }, 1, language);
}

/** The next or previous sentence; when extending, the same sentences with one more or one fewer at the end. */
function moveBySentence(
  { text, language }: Copy,
  from: TextSpan | null,
  step: 1 | -1,
  extend: boolean,
): TextSpan | null {
  if (!from) return null;
  if (!extend) return sentenceBeside(text, from, step, language) ?? from;
  const last = sentenceAt(text, from.end - 1, language);
  const edge = last && sentenceBeside(text, last, step, language);
  return edge && edge.end > from.start ? { start: from.start, end: edge.end } : from;
}
