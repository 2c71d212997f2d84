"use client";

import { type Editor, Extension } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { EditorContent, useEditor } from "@tiptap/react";
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from "react";
import {
  claimMarks,
  drawClaims,
  type Light,
  lightUp,
  type MarkedSpan,
} from "@/components/article-desk/marks/claim-marks";
import { drawOver, readSelection } from "@/components/article-desk/marks/draw-over";
import { HighlightHandles } from "@/components/article-desk/marks/highlight-handles";
import { MarginLanes } from "@/components/article-desk/marks/margin-lanes";
import { SelectionBubble } from "@/components/article-desk/marks/selection-bubble";
import { usePassedMarks } from "@/components/article-desk/marks/use-passed-marks";
import type { ArticleEditorHandle } from "@/components/article-desk/state/editor-handle";
import type { CommentedPassage } from "@/components/comments/use-article-comments";
import { useWords } from "@/components/words/use-words";
import type { TextRange } from "@/lib/anchoring/reanchor";
import { snapToWords } from "@/lib/anchoring/snap-to-words";
import type { CanonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { articleExtensions } from "@/lib/document/extensions";
import styles from "./article-editor.module.css";
import { readOnlyText } from "./read-only-text";

interface Props {
  ref: Ref<ArticleEditorHandle>;
  doc: DocumentNode;
  /** The canonical text of `doc`, mapped to its positions. */
  map: CanonicalText;
  language: string;
  spans: readonly MarkedSpan[];
  /** The claim that is selected. */
  selectedId: string | null;
  /** The passage of the open form for a new claim or comment. */
  pending: TextRange | null;
  /** The search matches. */
  found: readonly Light[];
  /** The claim whose highlight is being adjusted by selecting. */
  adjusted: { number: number } | null;
  /** The claim whose ends can be dragged. */
  draggable: MarkedSpan | null;
  /** Fades everything but the selected claim. */
  focused: boolean;
  /** Called with the selection as the new range of the adjusted claim. */
  onAdjust: (range: TextRange | null) => void;
  /** Called with the new range when an end was dragged. */
  onDrag: (range: TextRange) => void;
  /** Called when text is selected or the selection is cleared. */
  onSelectionChange: (hasSelection: boolean) => void;
  /** Passages with comments. */
  commented: readonly CommentedPassage[];
  /** Called with the selection to comment on, or null if nothing is selected. */
  onComment: (range: (TextRange & { exact: string }) | null) => void;
  /** Called with the comment thread at a click or the cursor, if no claim is there. */
  onThread: (threadId: string) => void;
  /** Called with the selection, or null if nothing is selected. Null for people who can't mark claims. */
  onMark: ((range: (TextRange & { exact: string }) | null) => void) | null;
  /** Called with the claims at a click or the cursor, innermost first, and the point on the screen. */
  onPick: (ids: string[], at: { x: number; y: number }) => void;
}

/** The article's text with its claims drawn over it. It can be selected but not edited. */
export function ArticleEditor({
  ref,
  doc,
  map,
  language,
  spans,
  selectedId,
  pending,
  found,
  adjusted,
  draggable,
  focused,
  commented,
  onComment,
  onThread,
  onAdjust,
  onDrag,
  onSelectionChange,
  onMark,
  onPick,
}: Props) {
  const t = useWords("articles");
  const latest = useRef({ spans, commented, onSelectionChange, onMark, onPick, onThread });
  latest.current = { spans, commented, onSelectionChange, onMark, onPick, onThread };
  const [selection, setSelection] = useState<{ from: number; to: number } | null>(null);
  const { passed, pass } = usePassedMarks(spans);

  const editor = useEditor(
    {
      immediatelyRender: false,
      extensions: [...articleExtensions, readOnlyText, claimMarks(map), shortcuts(mark, pickAtCaret)],
      content: doc,
      editorProps: {
        attributes: {
          class: styles.text ?? "",
          role: "textbox",
          "aria-label": t("text.label"),
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
        const { from, to, empty, head } = current.state.selection;
        setSelection(empty ? null : { from, to });
        latest.current.onSelectionChange(!empty);
        pass(map.toOffset(head));
      },
    },
    [map],
  );

  const selectedRange = useCallback(
    (current: Editor, exactly: boolean) => {
      readSelection();
      const { from, to } = current.state.selection;
      const range = trimmedRange(map.text, map.toOffset(from), map.toOffset(to));
      if (!range || exactly) return range;
      const snapped = snapToWords(map.text, range);
      return { ...snapped, exact: map.text.slice(snapped.start, snapped.end) };
    },
    [map],
  );

  function mark(current: Editor, exactly: boolean) {
    latest.current.onMark?.(selectedRange(current, exactly));
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
    else {
      const passage = latest.current.commented.find(({ start, end }) => start <= offset && offset <= end);
      if (passage) latest.current.onThread(passage.threadId);
    }
  }

  function pickAtCaret(current: Editor) {
    const pos = current.state.selection.head;
    const { left, bottom } = current.view.coordsAtPos(pos);
    pick(pos, { x: left, y: bottom });
  }

  useImperativeHandle(
    ref,
    () => ({
      reveal: (offset) => editor && revealAt(editor, map.toPos(offset, "start")),
      select: ({ start, end }) => {
        if (!editor) return;
        const range = { from: map.toPos(start, "start"), to: map.toPos(end, "end") };
        editor.chain().setTextSelection(range).focus(null, { scrollIntoView: false }).run();
        revealAt(editor, range.from);
      },
      swapEnds: () => {
        if (!editor) return;
        readSelection();
        const { anchor, head } = editor.state.selection;
        editor.view.dispatch(
          editor.state.tr.setSelection(TextSelection.create(editor.state.doc, head, anchor)),
        );
      },
      caret: () => {
        readSelection();
        return editor ? map.toOffset(editor.state.selection.head) : 0;
      },
      selection: (exactly) => (editor ? selectedRange(editor, exactly) : null),
      focus: () => editor?.commands.focus(null, { scrollIntoView: false }),
    }),
    [editor, map, selectedRange],
  );

  useEffect(() => {
    if (editor) drawOver(editor, (state) => drawClaims(state, spans));
  }, [editor, spans]);

  const active = spans.find((span) => span.id === selectedId);
  const activeStart = active?.start;
  const activeEnd = active?.end;
  useEffect(() => {
    if (!editor) return;
    const lights: Light[] = [];
    if (activeStart !== undefined && activeEnd !== undefined)
      lights.push({ start: activeStart, end: activeEnd, look: "active" });
    if (pending) lights.push({ ...pending, look: "pending" });
    drawOver(editor, (state) => lightUp(state, "desk", lights));
  }, [editor, activeStart, activeEnd, pending]);

  useEffect(() => {
    const lights = commented.map(({ start, end, label }) => ({
      start,
      end,
      look: "comment" as const,
      label,
    }));
    if (editor) drawOver(editor, (state) => lightUp(state, "comments", lights));
  }, [editor, commented]);

  useEffect(() => {
    if (editor) drawOver(editor, (state) => lightUp(state, "find", found));
  }, [editor, found]);

  return (
    <div className={styles.editor} data-focused={focused && active ? "" : undefined}>
      <EditorContent editor={editor} />
      <p className="visually-hidden" role="status">
        {passed}
      </p>
      {editor && (
        <MarginLanes editor={editor} map={map} spans={spans} selectedId={selectedId} onPick={onPick} />
      )}
      {editor && draggable && (
        <HighlightHandles key={draggable.id} editor={editor} map={map} span={draggable} onChange={onDrag} />
      )}
      {editor && selection && (
        <SelectionBubble
          editor={editor}
          range={selection}
          onMark={onMark && ((exactly) => mark(editor, exactly))}
          onComment={(exactly) => onComment(selectedRange(editor, exactly))}
          adjusted={adjusted}
          onAdjust={(exactly) => onAdjust(selectedRange(editor, exactly))}
        />
      )}
    </div>
  );
}

/** Scrolls a document position to the middle of the window. */
function revealAt(editor: Editor, pos: number): void {
  const { top } = editor.view.coordsAtPos(pos);
  window.scrollTo({ top: window.scrollY + top - window.innerHeight / 2 });
}

function trimmedRange(text: string, from: number, to: number): (TextRange & { exact: string }) | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
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
    // This text is read-only, so keys that would type can be shortcuts.
    addKeyboardShortcuts: () => ({
      "Mod-Shift-m": handled((editor) => mark(editor, false)),
      "Alt-m": handled((editor) => mark(editor, true)),
      Enter: handled(pick),
    }),
  });
}
