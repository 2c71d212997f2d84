"use client";

import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { type ReactNode, useId, useRef, useState } from "react";
import { LIMITS } from "@/lib/claims/claim-input";
import type { DocumentNode } from "@/lib/document/document";
import { isAllowedHref, rationaleExtensions } from "@/lib/document/extensions";
import styles from "./rationale-field.module.css";

/** The reasons for a verdict: paragraphs, lists, links and emphasis. */
export function RationaleField({
  value,
  errors,
  onChange,
}: {
  value: DocumentNode;
  errors: readonly string[] | undefined;
  onChange: (doc: DocumentNode) => void;
}) {
  const id = useId();
  const latest = useRef(onChange);
  latest.current = onChange;
  const [length, setLength] = useState(0);
  const editor = useEditor({
    immediatelyRender: false,
    extensions: rationaleExtensions,
    content: value,
    editorProps: {
      attributes: {
        class: styles.text ?? "",
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": `${id}-label`,
        "aria-describedby": `${id}-hint`,
      },
    },
    onCreate: ({ editor: current }) => setLength(current.state.doc.textContent.length),
    onUpdate: ({ editor: current }) => {
      setLength(current.state.doc.textContent.length);
      latest.current(current.getJSON() as DocumentNode);
    },
  });
  const tooLong = length > LIMITS.rationale;
  return (
    <div className={styles.field} data-invalid={tooLong || errors ? "" : undefined}>
      <span id={`${id}-label`} className={styles.label}>
        Rationale
      </span>
      {editor && <Toolbar editor={editor} />}
      <EditorContent editor={editor} />
      <p
        id={`${id}-hint`}
        className={tooLong ? styles.error : styles.hint}
        role={tooLong ? "alert" : undefined}
      >
        {tooLong
          ? `The rationale has ${length.toLocaleString("en")} characters; ${LIMITS.rationale.toLocaleString("en")} fit. Shorten it, or move detail into the notes of its sources.`
          : `Why this verdict? ${length.toLocaleString("en")} of ${LIMITS.rationale.toLocaleString("en")} characters.`}
      </p>
      {errors && !tooLong && (
        <p className={styles.error} role="alert">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}

function Toolbar({ editor }: { editor: Editor }) {
  const [linking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive("bold"),
      italic: current.isActive("italic"),
      list: current.isActive("bulletList"),
      numbers: current.isActive("orderedList"),
      link: current.isActive("link"),
    }),
  });
  const button = (label: string, sign: ReactNode, pressed: boolean, run: () => void) => (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <>
      <div className={styles.toolbar} role="toolbar" aria-label="Format the rationale">
        {button("Bold", "B", active.bold, () => editor.chain().focus().toggleBold().run())}
        {button("Italic", "I", active.italic, () => editor.chain().focus().toggleItalic().run())}
        {button("List", <ListSign numbered={false} />, active.list, () =>
          editor.chain().focus().toggleBulletList().run(),
        )}
        {button("Numbered list", <ListSign numbered />, active.numbers, () =>
          editor.chain().focus().toggleOrderedList().run(),
        )}
        {button("Link", "Link", active.link, () => {
          if (active.link) editor.chain().focus().unsetLink().run();
          else setLinking(true);
        })}
      </div>
      {linking && <LinkRow editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

function ListSign({ numbered }: { numbered: boolean }) {
  return (
    <svg
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      stroke="currentColor"
      strokeWidth="1.5"
      fill="none"
    >
      <path d="M6 4h8M6 8h8M6 12h8" />
      {numbered ? (
        <path d="M2 2.5h1v3M1.5 9.5h2l-2 3h2" strokeWidth="1" />
      ) : (
        <path d="M2 4h1.5M2 8h1.5M2 12h1.5" />
      )}
    </svg>
  );
}

function LinkRow({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const [href, setHref] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  function apply() {
    if (!isAllowedHref(href.trim())) {
      setFailure("Give a whole address, beginning with https://.");
      return;
    }
    const target = href.trim();
    const chain = editor.chain().focus();
    if (editor.state.selection.empty)
      chain
        .insertContent({ type: "text", text: target, marks: [{ type: "link", attrs: { href: target } }] })
        .run();
    else chain.setLink({ href: target }).run();
    onDone();
  }
  return (
    <div className={styles.linkRow}>
      <input
        className="input"
        aria-label="Address of the link"
        aria-invalid={failure ? true : undefined}
        placeholder="https://"
        value={href}
        // biome-ignore lint/a11y/noAutofocus: it was asked for just now, by the button beside it
        autoFocus
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            apply();
          } else if (event.key === "Escape") {
            event.stopPropagation();
            onDone();
          }
        }}
      />
      <button type="button" className="action-plain" onClick={apply}>
        Add link
      </button>
      {failure && (
        <p className={styles.error} role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
