"use client";

import { type Editor, Extension } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { snapToWords } from "@/lib/anchoring/snap-to-words";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { articleExtensions } from "@/lib/document/extensions";
import { articleSchema } from "@/lib/document/schema";
import styles from "./article-editor.module.css";
import { claimMarks, drawClaims, lightUp, type MarkedSpan } from "./claim-marks";
import { readOnlyText } from "./read-only-text";
import { SelectionBubble } from "./selection-bubble";

/** A stretch of the text, in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

interface Props {
  doc: DocumentNode;
  language: string;
  spans: readonly MarkedSpan[];
  /** The claim that is selected. */
  selectedId: string | null;
  /** The passage that a new claim's form is about. */
  pending: TextRange | null;
  /** The claim whose bounds are being set: its passage is selected when this changes, to be adjusted from there. */
  bounds: { number: number; range: TextRange } | null;
  /** Called with the selection as the new bounds of that claim. */
  onBounds: (range: TextRange | null) => void;
  /** Called with the trimmed selection whenever it changes; null while nothing is selected. */
  onSelect: (range: TextRange | null) => void;
  /** Called with the trimmed selection, or null when nothing is selected. */
  onMark: (range: (TextRange & { exact: string }) | null) => void;
  /** Called with what lies under a click or the caret, innermost first, and where on the screen. */
  onPick: (ids: string[], at: { x: number; y: number }) => void;
}

/** The article's text with its claims drawn over it. One selects in it; nothing changes it. */
export function ArticleEditor({
  doc,
  language,
  spans,
  selectedId,
  pending,
  bounds,
  onBounds,
  onSelect,
  onMark,
  onPick,
}: Props) {
  const map = useMemo(() => canonicalText(articleSchema.nodeFromJSON(doc)), [doc]);
  const latest = useRef({ spans, onSelect, onMark, onPick });
  latest.current = { spans, onSelect, onMark, onPick };
  const [selection, setSelection] = useState<{ from: number; to: number } | null>(null);

  const editor = useEditor(
    {
      immediatelyRender: false,
      extensions: [...articleExtensions, readOnlyText, claimMarks(map), shortcuts(mark, pickAtCaret)],
      content: doc,
      editorProps: {
        attributes: {
          class: styles.text ?? "",
          role: "textbox",
          "aria-label": "Article text",
          "aria-multiline": "true",
          "aria-readonly": "true",
          inputmode: "none",
          spellcheck: "false",
          lang: language,
          dir: "auto",
        },
        handleClick: (view, pos, event) => {
          if (!view.state.selection.empty) return false;
          pick(pos, { x: event.clientX, y: event.clientY });
          return false;
        },
      },
      onSelectionUpdate: ({ editor: current }) => {
        const { from, to, empty } = current.state.selection;
        setSelection(empty ? null : { from, to });
        latest.current.onSelect(trimmed(map.text, map.toOffset(from), map.toOffset(to)));
      },
    },
    [map],
  );

  /** The selection as a span: without the space at its ends, and of whole words unless the Alt key says otherwise. */
  function selected(current: Editor, exactly: boolean) {
    const { from, to } = current.state.selection;
    const range = trimmed(map.text, map.toOffset(from), map.toOffset(to));
    if (!range || exactly) return range;
    const whole = snapToWords(map.text, range);
    return { ...whole, exact: map.text.slice(whole.start, whole.end) };
  }

  function mark(current: Editor, exactly: boolean) {
    latest.current.onMark(selected(current, exactly));
  }

  function pick(pos: number, at: { x: number; y: number }) {
    const offset = map.toOffset(pos);
    const under = latest.current.spans
      .filter((span) => span.start <= offset && offset <= span.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    if (under.length > 0)
      latest.current.onPick(
        under.map((span) => span.id),
        at,
      );
  }

  function pickAtCaret(current: Editor) {
    const pos = current.state.selection.head;
    const { left, bottom } = current.view.coordsAtPos(pos);
    pick(pos, { x: left, y: bottom });
  }

  useEffect(() => {
    if (editor) editor.view.dispatch(drawClaims(editor.state, spans));
  }, [editor, spans]);

  useEffect(() => {
    if (!editor) return;
    const selected = latest.current.spans.find((span) => span.id === selectedId);
    const lit = [
      ...(selected ? [{ start: selected.start, end: selected.end, pending: false }] : []),
      ...(pending ? [{ ...pending, pending: true }] : []),
    ];
    editor.view.dispatch(lightUp(editor.state, lit));
  }, [editor, selectedId, pending]);

  useEffect(() => {
    if (!editor || !bounds) return;
    editor
      .chain()
      .setTextSelection({
        from: map.toPos(bounds.range.start, "start"),
        to: map.toPos(bounds.range.end, "end"),
      })
      .focus()
      .run();
  }, [editor, bounds, map]);

  return (
    <div className={styles.editor}>
      <EditorContent editor={editor} />
      {editor && selection && (
        <SelectionBubble
          editor={editor}
          range={selection}
          onMark={(exactly) => mark(editor, exactly)}
          bounds={bounds}
          onBounds={(exactly) => onBounds(selected(editor, exactly))}
        />
      )}
    </div>
  );
}

/** A selection without the white space at its ends; null when nothing is left. */
function trimmed(text: string, from: number, to: number): (TextRange & { exact: string }) | null {
  const selected = text.slice(from, to);
  const start = from + (selected.length - selected.trimStart().length);
  const end = to - (selected.length - selected.trimEnd().length);
  return start < end ? { start, end, exact: text.slice(start, end) } : null;
}

function shortcuts(
  mark: (editor: Editor, exactly: boolean) => void,
  pick: (editor: Editor) => void,
): Extension {
  const handled =
    (run: (editor: Editor) => void) =>
    ({ editor }: { editor: Editor }) => {
      run(editor);
      return true;
    };
  return Extension.create({
    name: "deskShortcuts",
    // Typing does nothing in this text, so single letters are free.
    addKeyboardShortcuts: () => ({
      m: handled((editor) => mark(editor, false)),
      "Mod-Shift-m": handled((editor) => mark(editor, false)),
      "Alt-m": handled((editor) => mark(editor, true)),
      Enter: handled(pick),
    }),
  });
}
