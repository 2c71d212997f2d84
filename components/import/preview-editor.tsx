"use client";

import { Placeholder, UndoRedo } from "@tiptap/extensions";
import type { Transaction } from "@tiptap/pm/state";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { tableKeys } from "@/components/article-desk/text/table-keys";
import { asReadHtml } from "@/components/rich-text/as-read-html";
import { FormattingToolbar } from "@/components/rich-text/formatting-toolbar";
import { Toolbar } from "@/components/rich-text/toolbar";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { articleExtensions } from "@/lib/document/extensions";
import { plainJson } from "@/lib/document/plain-json";
import { type ImportDifferences, NO_DIFFERENCES } from "@/lib/fidelity/import-difference";
import { type Cut, cutBlocks } from "./cut-blocks";
import styles from "./import.module.css";
import { ImportDifferenceList } from "./import-differences";
import { resolveDifference, showDifference } from "./resolve-difference";

/** Milliseconds after the last change until it is reported. */
const DEBOUNCE_MS = 300;

/** The text of an article before it is imported: it can be edited like any text, and paragraphs can be removed. */
export function PreviewEditor({
  label,
  doc,
  language,
  errors,
  differences = NO_DIFFERENCES,
  takenLine = null,
  isReading,
  onChange,
  onPaste,
}: {
  /** Its name. */
  label: string;
  /** The initial text. Change the key of the component to start with another one. */
  doc: DocumentNode;
  language: string;
  errors: readonly string[] | undefined;
  /** How the initial text differs from the file that it was read from. */
  differences?: ImportDifferences;
  /** The line that the text began with before it became the title. */
  takenLine?: string | null;
  /** Whether what was pasted is being read, and will arrive as another text. */
  isReading: boolean;
  onChange: (doc: DocumentNode) => void;
  /** Called when text is pasted into an empty editor. */
  onPaste: (input: { pasted: string; format?: "html" }) => void;
}) {
  const t = useWords("import");
  const common = useWords("common");
  const id = useId();
  const latest = useRef({ onChange, onPaste });
  latest.current = { onChange, onPaste };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [text, setText] = useState("");
  const [hovered, setHovered] = useState<{ index: number; top: number } | null>(null);
  const frame = useRef<HTMLDivElement>(null);

  const editor = useEditor({
    immediatelyRender: false,
    extensions: [
      ...articleExtensions,
      UndoRedo,
      tableKeys,
      Placeholder.configure({ placeholder: t("text.placeholder") }),
    ],
    content: doc,
    editorProps: {
      attributes: {
        class: styles.text ?? "",
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": `${id}-label`,
        "aria-describedby": `${id}-hint${errors ? ` ${id}-error` : ""}`,
        lang: language,
        dir: "auto",
      },
      transformPastedHTML: (html) => asReadHtml(html, language),
      handlePaste: (view, event) => {
        // A paste into existing text is an ordinary edit. A paste into an empty editor is an article: the server reads it first.
        if (view.state.doc.textContent.trim() !== "") return false;
        const html = event.clipboardData?.getData("text/html");
        const pasted = html || event.clipboardData?.getData("text/plain");
        if (!pasted) return false;
        latest.current.onPaste({ pasted, ...(html && { format: "html" }) });
        return true;
      },
    },
    onCreate: ({ editor: current }) => setText(canonicalText(current.state.doc).text),
    onUpdate: ({ editor: current }) => {
      setHovered(null);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => report(current), DEBOUNCE_MS);
    },
    // Reports the last change before the editor unmounts.
    onBlur: ({ editor: current }) => report(current),
  });
  // What was typed just before the page is left must be stored as well.
  // biome-ignore lint/correctness/useExhaustiveDependencies: report reads only what never changes and the latest functions
  useEffect(() => {
    const flush = () => {
      // At once, with what follows from it: the page does not get to render again.
      if (editor && timer.current !== undefined) flushSync(() => report(editor));
    };
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      clearTimeout(timer.current);
    };
  }, [editor]);

  function report(current: Editor) {
    clearTimeout(timer.current);
    timer.current = undefined;
    setText(canonicalText(current.state.doc).text);
    latest.current.onChange(plainJson<DocumentNode>(current.state.doc));
  }

  /** Changes the text from the list of differences, which shows the result immediately: the same button pressed twice does it once. */
  function dispatch(current: Editor, change: Transaction | null): boolean {
    if (!change) return false;
    current.view.dispatch(change);
    report(current);
    return true;
  }

  function removeBlocks(cut: Cut) {
    if (editor) cutBlocks(editor, cut);
  }

  return (
    <div className={styles.preview}>
      {editor && (
        <ImportDifferenceList
          differences={differences}
          text={text}
          onResolve={(difference) => dispatch(editor, resolveDifference(editor.state, difference))}
          onShow={(difference) => {
            editor.view.focus();
            dispatch(editor, showDifference(editor.state, difference));
          }}
          onUndo={() => {
            editor.commands.undo();
            report(editor);
          }}
        />
      )}
      <span id={`${id}-label`} className={styles.label}>
        {label}
      </span>
      <div className={styles.tools}>
        {editor && <FormattingToolbar editor={editor} label={t("text.format")} />}
        <Toolbar className={styles.cuts} label={t("text.cuts")}>
          <Button look="quiet" onClick={() => removeBlocks("here")}>
            {t("text.cutHere")}
          </Button>
          <Button look="quiet" onClick={() => removeBlocks("before")}>
            {t("text.cutAbove")}
          </Button>
          <Button look="quiet" onClick={() => removeBlocks("after")}>
            {t("text.cutBelow")}
          </Button>
          {editor && takenLine !== null && !beginsWith(text, takenLine) && (
            <Button
              look="quiet"
              onClick={() => {
                editor.commands.insertContentAt(0, paragraphOf(takenLine));
                report(editor);
                editor.commands.focus("start");
              }}
            >
              {t("text.putBack")}
            </Button>
          )}
          <Button look="quiet" onClick={() => editor?.chain().focus().undo().run()}>
            {common("undo")}
          </Button>
        </Toolbar>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the buttons above do the same */}
      <div
        ref={frame}
        className={styles.frame}
        data-reading={isReading || undefined}
        onMouseMove={(event) =>
          editor && frame.current && setHovered(blockAt(editor, event.clientY, frame.current))
        }
        onMouseLeave={() => setHovered(null)}
      >
        <EditorContent editor={editor} />
        <p className={styles.reading} role="status">
          {isReading && t("text.reading")}
        </p>
        {hovered && (
          <button
            type="button"
            className={styles.cut}
            style={{ top: hovered.top }}
            tabIndex={-1}
            aria-label={t("text.cutHere")}
            title={t("text.cutHere")}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => removeBlocks({ index: hovered.index })}
          >
            ✕
          </button>
        )}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t("text.hint", { count: countWords(text) })}
      </p>
      {errors && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}

function beginsWith(text: string, line: string): boolean {
  return text.slice(0, text.indexOf("\n") >>> 0) === line;
}

function paragraphOf(line: string): DocumentNode {
  return { type: "paragraph", content: [{ type: "text", text: line }] };
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** The top-level block at a vertical position in the window. */
function blockAt(editor: Editor, y: number, frame: HTMLElement): { index: number; top: number } | null {
  if (editor.isEmpty) return null;
  const { children } = editor.view.dom;
  for (let index = 0; index < children.length; index++) {
    const box = (children[index] as Element).getBoundingClientRect();
    if (y <= box.bottom) return { index, top: box.top - frame.getBoundingClientRect().top };
  }
  return null;
}
