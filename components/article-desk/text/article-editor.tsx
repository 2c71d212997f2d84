"use client";

import { type Editor, Extension } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { EditorContent, useEditor } from "@tiptap/react";
import { memo, type Ref, useCallback, useEffect, useImperativeHandle, useRef } from "react";
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
import type { CommentedPassage } from "@/components/comments/use-article-comments";
import { useWords } from "@/components/words/use-words";
import { snapToWords } from "@/lib/anchoring/snap-to-words";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { CanonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { articleExtensions } from "@/lib/document/extensions";
import styles from "./article-editor.module.css";
import type { ArticleEditorHandle } from "./editor-handle";
import { readOnlyText } from "./read-only-text";
import { scrollAbove } from "./scroll-above";
import { useSelectedText } from "./use-selected-text";

export interface ArticleText {
  doc: DocumentNode;
  /** The canonical text of `doc`, mapped to its positions. */
  map: CanonicalText;
  language: string;
}

/** What is drawn over the text. */
export interface TextMarks {
  spans: readonly MarkedSpan[];
  /** The claim that is selected. */
  selectedId: string | null;
  /** Fades everything but the selected claim. */
  focused: boolean;
  /** The passage of the open form for a new claim or comment. */
  pending: TextRange | null;
  /** The search matches. */
  found: readonly Light[];
  /** The names, figures and quotations to tick off. */
  items: readonly Light[];
  /** Passages with comments. */
  commented: readonly CommentedPassage[];
  /** The claim whose highlight is being adjusted by selecting. */
  adjusted: { number: number } | null;
  /** The claim whose ends can be dragged. */
  draggable: MarkedSpan | null;
}

type Selected = TextRange & { exact: string };

/** What the text calls when it is clicked, selected or dragged in. */
export interface TextHandlers {
  /** Text was selected, or the selection cleared. */
  selectionChange: (hasSelection: boolean) => void;
  /** Mark the selection as a claim; null if nothing is selected. The handler is null for people who can't mark claims. */
  mark: ((range: Selected | null) => void) | null;
  /** Comment on the selection; null if nothing is selected. */
  comment: (range: Selected | null) => void;
  /** Make the selection the new range of the adjusted claim. */
  adjust: (range: TextRange | null) => void;
  /** An end of the draggable claim was dropped: its new range. */
  drag: (range: TextRange) => void;
  /** The claims at a click or the cursor, innermost first, and the point on the screen. */
  pick: (ids: string[], at: { x: number; y: number }) => void;
  /** The comment thread at a click or the cursor, if no claim is there. */
  openThread: (threadId: string) => void;
  /** A click or tap at an offset. @returns whether that was all that it was for */
  tap: (offset: number, isTouch: boolean) => boolean;
}

/** The article's text with its claims drawn over it. It can be selected but not edited. */
export const ArticleEditor = memo(function ArticleEditor({
  ref,
  text: { doc, map, language },
  marks: { spans, selectedId, focused, pending, found, items, commented, adjusted, draggable },
  on,
}: {
  ref: Ref<ArticleEditorHandle>;
  text: ArticleText;
  marks: TextMarks;
  on: TextHandlers;
}) {
  const t = useWords("articles");
  const latest = useRef({ spans, commented, on });
  latest.current = { spans, commented, on };
  const pointerType = useRef("");
  const selected = useSelectedText(pending !== null);
  const { select } = selected;
  const { passed, pass } = usePassedMarks(spans);

  const editor = useEditor(
    {
      immediatelyRender: false,
      extensions: [...articleExtensions, readOnlyText, claimMarks(map), openByKey(pickAtCaret)],
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
        handleDOMEvents: {
          // The click that follows a tap does not say what made it.
          pointerdown: (_, event) => {
            pointerType.current = event.pointerType;
            return false;
          },
        },
        handleClick: (view, pos, event) => {
          // A tap ends before the browser reports the cursor. Once the picker has the focus, it would be lost.
          readSelection();
          if (!view.state.selection.empty) return false;
          if (latest.current.on.tap(map.toOffset(pos), pointerType.current === "touch")) return true;
          pick(pos, { x: event.clientX, y: event.clientY });
          return false;
        },
      },
      onSelectionUpdate: ({ editor: current }) => {
        const { from, to, empty, head } = current.state.selection;
        select(empty ? null : { from, to });
        latest.current.on.selectionChange(!empty);
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
    latest.current.on.mark?.(selectedRange(current, exactly));
  }

  function pick(pos: number, at: { x: number; y: number }) {
    const offset = map.toOffset(pos);
    const under = latest.current.spans
      .filter((span) => span.start <= offset && offset <= span.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    if (under.length > 0)
      latest.current.on.pick(
        under.map((span) => span.id),
        at,
      );
    else {
      const passage = latest.current.commented.find(({ start, end }) => start <= offset && offset <= end);
      if (passage) latest.current.on.openThread(passage.threadId);
    }
  }

  function pickAtCaret(current: Editor) {
    const pos = current.state.selection.head;
    const { left, bottom } = current.view.coordsAtPos(pos);
    pick(pos, { x: left, y: bottom });
  }

  // The focus moves at once. The editor's own command does it in the next frame, and would take it from a form that opens meanwhile.
  useImperativeHandle(
    ref,
    () => ({
      reveal: (offset) => editor && revealAt(editor, map.toPos(offset)),
      revealIfHidden: (offset) => {
        if (!editor) return;
        const { top } = editor.view.coordsAtPos(map.toPos(offset));
        // The lower part can be under a sheet.
        if (top < 0.15 * window.innerHeight || top > 0.55 * window.innerHeight)
          revealAt(editor, map.toPos(offset));
      },
      showAbove: (range, edge) => editor && scrollAbove(editor, map, range, edge),
      select: ({ start, end }) => {
        if (!editor) return;
        const range = { from: map.toPos(start), to: map.toPos(end) };
        editor.commands.setTextSelection(range);
        editor.view.focus();
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
      moveCaret: (offset) => {
        editor?.commands.setTextSelection(map.toPos(offset));
        editor?.view.focus();
      },
      selection: (exactly) => (editor ? selectedRange(editor, exactly) : null),
      focus: () => editor?.view.focus(),
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
    if (editor) drawOver(editor, (state) => lightUp(state, "checklist", items));
  }, [editor, items]);

  useEffect(() => {
    if (editor) drawOver(editor, (state) => lightUp(state, "find", found));
  }, [editor, found]);

  return (
    <div className={styles.editor} data-focused={focused && active ? "" : undefined} {...selected.on}>
      <EditorContent editor={editor} />
      <p className="visually-hidden" role="status">
        {passed}
      </p>
      {editor && (
        <MarginLanes editor={editor} map={map} spans={spans} selectedId={selectedId} onPick={on.pick} />
      )}
      {editor && draggable && (
        <HighlightHandles key={draggable.id} editor={editor} map={map} span={draggable} onChange={on.drag} />
      )}
      {editor && selected.selection && (
        <SelectionBubble
          editor={editor}
          range={selected.selection}
          onMark={on.mark && ((exactly) => mark(editor, exactly))}
          onComment={(exactly) => on.comment(selectedRange(editor, exactly))}
          adjusted={adjusted}
          onAdjust={(exactly) => on.adjust(selectedRange(editor, exactly))}
        />
      )}
    </div>
  );
});

/** Scrolls a document position to the middle of the window. */
function revealAt(editor: Editor, pos: number): void {
  const { top } = editor.view.coordsAtPos(pos);
  window.scrollTo({ top: window.scrollY + top - window.innerHeight / 2 });
}

function trimmedRange(text: string, from: number, to: number): Selected | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return start < end ? { start, end, exact: text.slice(start, end) } : null;
}

/** Enter opens the claim at the cursor. The other keys of the text are commands. */
function openByKey(pick: (editor: Editor) => void): Extension {
  const open = ({ editor }: { editor: Editor }) => {
    pick(editor);
    return true;
  };
  return Extension.create({ name: "openByKey", addKeyboardShortcuts: () => ({ Enter: open }) });
}
