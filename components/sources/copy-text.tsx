"use client";

import { memo, useMemo } from "react";
import type { TextSpan } from "@/lib/sources/pick-excerpt";
import styles from "./copy-picker.module.css";

/** A highlighted span. Where two overlap, the later in the list shows. */
export interface CopyMark extends TextSpan {
  kind: "excerpt" | "found" | "chosen";
}

/** Lines per chunk. A chunk is laid out only while it is visible. */
const LINES_PER_CHUNK = 40;
const NO_MARKS: readonly CopyMark[] = [];

/** The text of a saved copy. It can be a megabyte long, so only what is visible is laid out, and only chunks with changed marks render again. */
export function CopyText({ text, marks }: { text: string; marks: readonly CopyMark[] }) {
  const chunks = useMemo(() => chunksOf(text), [text]);
  return chunks.map((lines) => {
    const start = lines[0]?.start ?? 0;
    const end = lines.at(-1)?.end ?? 0;
    const inside = marks.filter((mark) => mark.start < end && mark.end > start);
    return <Chunk key={start} text={text} lines={lines} marks={inside.length > 0 ? inside : NO_MARKS} />;
  });
}

const Chunk = memo(function Chunk({
  text,
  lines,
  marks,
}: {
  text: string;
  lines: readonly TextSpan[];
  marks: readonly CopyMark[];
}) {
  return (
    <div className={styles.chunk}>
      {lines.map(({ start, end }) => (
        <p key={start} data-start={start}>
          {runsOf(marks, { start, end }).map((run) =>
            run.kind ? (
              <mark key={run.start} data-kind={run.kind}>
                {text.slice(run.start, run.end)}
              </mark>
            ) : (
              text.slice(run.start, run.end)
            ),
          )}
        </p>
      ))}
    </div>
  );
});

/** The lines of a text that are not blank, in chunks. */
function chunksOf(text: string): TextSpan[][] {
  const chunks: TextSpan[][] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (line.trim() !== "") {
      if ((chunks.at(-1)?.length ?? LINES_PER_CHUNK) === LINES_PER_CHUNK) chunks.push([]);
      chunks.at(-1)?.push({ start, end });
    }
    start = end + 1;
  }
  return chunks;
}

/** A line, split where marks begin and end. */
function runsOf(marks: readonly CopyMark[], line: TextSpan): (TextSpan & { kind?: CopyMark["kind"] })[] {
  const here = marks.filter((mark) => mark.start < line.end && mark.end > line.start);
  if (here.length === 0) return [line];
  const cuts = [line.start, line.end, ...here.flatMap(({ start, end }) => [start, end])]
    .map((cut) => Math.min(Math.max(cut, line.start), line.end))
    .sort((a, b) => a - b)
    .filter((cut, index, all) => cut !== all[index - 1]);
  return cuts.slice(0, -1).map((start, index) => {
    const kind = here.findLast((mark) => mark.start <= start && mark.end > start)?.kind;
    return { start, end: cuts[index + 1] ?? line.end, ...(kind && { kind }) };
  });
}

/** The selected span of the text inside an element; after a click alone, an empty span at the click. */
export function selectionIn(root: HTMLElement): TextSpan | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!root.contains(startContainer) || !root.contains(endContainer)) return null;
  const start = offsetOf(startContainer, startOffset);
  const end = offsetOf(endContainer, endOffset);
  return start === null || end === null ? null : { start, end };
}

function offsetOf(node: Node, offset: number): number | null {
  const line = (node instanceof Element ? node : node.parentElement)?.closest("[data-start]");
  if (!(line instanceof HTMLElement)) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + before.toString().length;
}
