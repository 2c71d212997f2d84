"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/lib/format-date";
import {
  EXCERPT_LIMIT,
  excerptFrom,
  sentenceAt,
  sentenceBeside,
  type TextSpan,
  wholeWords,
} from "@/lib/sources/pick-excerpt";
import { CopyFind } from "./copy-find";
import styles from "./copy-picker.module.css";
import { type CopyMark, CopyText, selectionIn } from "./copy-text";
import type { SourceLookup } from "./lookup-actions";

interface Props {
  sourceId: string;
  /** As it is in the form. */
  excerpt: string;
  lookup: Pick<SourceLookup, "readCopy" | "checkExcerpt">;
  onTake: (excerpt: string) => void;
  onClose: () => void;
}

/** The copy that is kept of a source, to pick an excerpt from: by a click, by selecting words, or by the keyboard. */
export function CopyPicker({ sourceId, excerpt, lookup, onTake, onClose }: Props) {
  const [copy, setCopy] = useState<{ text: string; takenAt: string } | null>(null);
  const [problem, setProblem] = useState("");
  /** Where the excerpt stands, as far as that is known. */
  const [place, setPlace] = useState<(TextSpan & { of: string }) | null>(null);
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
      if (read.value.kind === "not-kept") return setProblem("No copy of this source is kept yet.");
      if (read.value.text.trim() === "") return setProblem("The copy holds no text that can be read.");
      setCopy({ text: read.value.text, takenAt: read.value.snapshot.takenAt });
      if (checked?.ok && "start" in checked.value) setPlace({ ...checked.value, of: opened.current });
    }
    load();
    return () => {
      current = false;
    };
  }, [sourceId, readCopy, checkExcerpt]);

  return (
    <section
      className={styles.panel}
      aria-label="Pick from the copy"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <span>
          {copy ? `The copy of ${formatInstant(copy.takenAt)}` : problem ? "" : "Opening the copy …"}
        </span>
        <Button look="quiet" onClick={onClose}>
          Close the copy
        </Button>
      </div>
      {problem && <p role="alert">{problem}</p>}
      {copy && (
        <Pages
          text={copy.text}
          excerpt={excerpt}
          place={place?.of === excerpt ? place : null}
          onTake={(span) => {
            const words = excerptFrom(copy.text, span);
            setPlace({ ...span, of: words });
            onTake(words);
          }}
          onPutBack={onTake}
        />
      )}
    </section>
  );
}

function Pages({
  text,
  excerpt,
  place,
  onTake,
  onPutBack,
}: {
  text: string;
  excerpt: string;
  place: TextSpan | null;
  onTake: (span: TextSpan) => void;
  onPutBack: (excerpt: string) => void;
}) {
  const pages = useRef<HTMLElement>(null);
  const hint = useId();
  /** What would be taken: by the keyboard, by what was found, or by words that are selected. */
  const [chosen, setChosen] = useState<(TextSpan & { selected?: true }) | null>(null);
  const [found, setFound] = useState<TextSpan | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const [said, setSaid] = useState("");

  const marks: CopyMark[] = [];
  if (place) marks.push({ ...place, kind: "excerpt" });
  if (chosen && !chosen.selected) marks.push({ ...chosen, kind: "chosen" });
  if (found) marks.push({ ...found, kind: "found" });

  const inSight = found ?? (chosen?.selected ? null : chosen) ?? place;
  const kind = found ? "found" : chosen ? "chosen" : "excerpt";
  const at = inSight?.start;
  useEffect(() => {
    if (at !== undefined)
      pages.current?.querySelector(`mark[data-kind=${kind}]`)?.scrollIntoView({ block: "nearest" });
  }, [at, kind]);

  // Fingers select by handles, and click nothing in the end.
  useEffect(() => {
    const onSelect = () => {
      const span = pages.current && selectionIn(pages.current);
      const whole = span && span.start < span.end ? wholeWords(text, span) : null;
      setChosen((now) => (whole ? { ...whole, selected: true } : now?.selected ? null : now));
    };
    document.addEventListener("selectionchange", onSelect);
    return () => document.removeEventListener("selectionchange", onSelect);
  }, [text]);

  function take(span: TextSpan | null) {
    if (!span) return;
    const { length } = excerptFrom(text, span);
    if (length > EXCERPT_LIMIT) return setSaid(tooLong(length));
    document.getSelection()?.removeAllRanges();
    setChosen(null);
    setFound(null);
    setBefore(excerpt.trim() && excerpt !== excerptFrom(text, span) ? excerpt : null);
    setSaid(`Taken: “${excerptFrom(text, span)}”`);
    onTake(span);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== pages.current) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter") take(chosen);
    else if (step !== 0) {
      const next = moved(text, chosen, step, event.shiftKey) ?? place ?? firstSentence(text);
      setFound(null);
      setChosen(next);
      if (next) setSaid(excerptFrom(text, next));
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
          setChosen(span && sentenceAt(text, span.start));
        }}
      />
      <p className={styles.hint} id={hint}>
        Click a sentence, or select words, to take them as the excerpt. By the keyboard: <kbd>↑</kbd>{" "}
        <kbd>↓</kbd> choose a sentence, <kbd>Shift</kbd> takes more of them, <kbd>Enter</kbd> takes them.
      </p>
      <section
        ref={pages}
        className={styles.pages}
        aria-label="Text of the copy"
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled and chosen from by the keyboard too
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const span = selectionIn(event.currentTarget);
          if (!span || !(event.target instanceof Element) || !event.target.closest("[data-start]")) return;
          take(span.start < span.end ? wholeWords(text, span) : sentenceAt(text, span.start));
        }}
      >
        <CopyText text={text} marks={marks} />
      </section>
      <div className={styles.foot}>
        <Button disabled={!chosen || length > EXCERPT_LIMIT} onClick={() => take(chosen)}>
          Take these words
        </Button>
        {chosen && (
          <span>
            {length > EXCERPT_LIMIT ? tooLong(length) : `${length.toLocaleString("en")} characters`}
          </span>
        )}
        {before !== null && (
          <Button
            look="quiet"
            onClick={() => {
              onPutBack(before);
              setBefore(null);
              setSaid("The excerpt is as it was.");
            }}
          >
            Put the former excerpt back
          </Button>
        )}
      </div>
      <p className={styles.said} role="status">
        {said}
      </p>
    </>
  );
}

function tooLong(length: number): string {
  return `These words have ${length.toLocaleString("en")} characters; ${EXCERPT_LIMIT.toLocaleString("en")} fit. Take fewer.`;
}

function firstSentence(text: string): TextSpan | null {
  return sentenceAt(text, 0) ?? sentenceBeside(text, { start: 0, end: 0 }, 1);
}

/** The next sentence, or the same ones with one more or one less at the end. */
function moved(text: string, from: TextSpan | null, step: 1 | -1, extend: boolean): TextSpan | null {
  if (!from) return null;
  if (!extend) return sentenceBeside(text, from, step) ?? from;
  const last = sentenceAt(text, from.end - 1);
  const edge = last && sentenceBeside(text, last, step);
  return edge && edge.end > from.start ? { start: from.start, end: edge.end } : from;
}
