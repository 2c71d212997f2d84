"use client";

import { Placeholder, UndoRedo } from "@tiptap/extensions";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useId, useRef, useState } from "react";
import { tableKeys } from "@/components/article-desk/text/table-keys";
import { FormattingToolbar } from "@/components/rich-text/formatting-toolbar";
import { Button } from "@/components/ui/button";
import type { DocumentNode } from "@/lib/document/document";
import { articleExtensions } from "@/lib/document/extensions";
import { plainJson } from "@/lib/document/plain-json";
import { type Cut, cutBlocks } from "./cut-blocks";
import styles from "./import.module.css";

/** Milliseconds after the last change until it is told. */
const QUIET = 300;

/** The text of an article before it is taken in: corrected like any text, and cut by whole paragraphs. */
export function PreviewEditor({
  doc,
  language,
  errors,
  onChange,
  onPaste,
}: {
  /** What the editor begins with; give it another key to begin anew. */
  doc: DocumentNode;
  language: string;
  errors: readonly string[] | undefined;
  /** The words are counted by white space. */
  onChange: (doc: DocumentNode) => void;
  /** Something was pasted into an empty editor. */
  onPaste: (given: { pasted: string; format?: "html" }) => void;
}) {
  const id = useId();
  const latest = useRef({ onChange, onPaste });
  latest.current = { onChange, onPaste };
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [words, setWords] = useState(0);
  const [hovered, setHovered] = useState<{ index: number; top: number } | null>(null);
  const frame = useRef<HTMLDivElement>(null);

  const editor = useEditor({
    immediatelyRender: false,
    extensions: [
      ...articleExtensions,
      UndoRedo,
      tableKeys,
      Placeholder.configure({ placeholder: "Paste or type the article here." }),
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
      handlePaste: (view, event) => {
        // Into a text that is there already it goes like into any; a whole article is read by the server first.
        if (view.state.doc.textContent.trim() !== "") return false;
        const html = event.clipboardData?.getData("text/html");
        const pasted = html || event.clipboardData?.getData("text/plain");
        if (!pasted) return false;
        latest.current.onPaste({ pasted, ...(html && { format: "html" }) });
        return true;
      },
    },
    onCreate: ({ editor: current }) => setWords(countWords(current)),
    onUpdate: ({ editor: current }) => {
      setHovered(null);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setWords(countWords(current));
        latest.current.onChange(plainJson<DocumentNode>(current.state.doc));
      }, QUIET);
    },
    // What was typed last is told before the editor goes.
    onBlur: ({ editor: current }) => {
      clearTimeout(timer.current);
      latest.current.onChange(plainJson<DocumentNode>(current.state.doc));
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  function cut(what: Cut) {
    if (editor) cutBlocks(editor, what);
  }

  return (
    <div className={styles.preview}>
      <span id={`${id}-label`} className={styles.label}>
        Text of the article
      </span>
      <div className={styles.tools}>
        {editor && <FormattingToolbar editor={editor} label="Format the text" />}
        <div className={styles.cuts} role="toolbar" aria-label="Cut what does not belong to the article">
          <Button look="quiet" onClick={() => cut("here")}>
            Cut this paragraph
          </Button>
          <Button look="quiet" onClick={() => cut("before")}>
            Cut all above
          </Button>
          <Button look="quiet" onClick={() => cut("after")}>
            Cut all below
          </Button>
          <Button look="quiet" onClick={() => editor?.chain().focus().undo().run()}>
            Undo
          </Button>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse's short way; the buttons above do the same */}
      <div
        ref={frame}
        className={styles.frame}
        onMouseMove={(event) =>
          editor && frame.current && setHovered(blockAt(editor, event.clientY, frame.current))
        }
        onMouseLeave={() => setHovered(null)}
      >
        <EditorContent editor={editor} />
        {hovered && (
          <button
            type="button"
            className={styles.cut}
            style={{ top: hovered.top }}
            tabIndex={-1}
            aria-label="Cut this paragraph"
            title="Cut this paragraph"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => cut({ index: hovered.index })}
          >
            ✕
          </button>
        )}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {words.toLocaleString("en")} {words === 1 ? "word" : "words"}. Headings, lists, quotations, tables,
        pictures, links and emphasis are kept; scripts, styles and everything else are left out.
      </p>
      {errors && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}

function countWords({ state: { doc } }: Editor): number {
  return doc.textBetween(0, doc.content.size, " ", " ").match(/\S+/g)?.length ?? 0;
}

/** The block at the top of the document that stands at a height of the window. */
function blockAt(editor: Editor, y: number, frame: HTMLElement): { index: number; top: number } | null {
  if (editor.isEmpty) return null;
  const { children } = editor.view.dom;
  for (let index = 0; index < children.length; index++) {
    const box = (children[index] as Element).getBoundingClientRect();
    if (y <= box.bottom) return { index, top: box.top - frame.getBoundingClientRect().top };
  }
  return null;
}
