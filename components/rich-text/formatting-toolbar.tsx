"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { type ReactNode, useState } from "react";
import { useWords } from "@/components/words/use-words";
import { isAllowedHref } from "@/lib/document/extensions";
import styles from "./formatting-toolbar.module.css";
import { Toolbar } from "./toolbar";

/** Formatting buttons for an editor's selection. Headings and quotations are offered if the editor's schema has them. */
export function FormattingToolbar({ editor, label }: { editor: Editor; label: string }) {
  const t = useWords("articles");
  const [linking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive("bold"),
      italic: current.isActive("italic"),
      list: current.isActive("bulletList"),
      numbers: current.isActive("orderedList"),
      link: current.isActive("link"),
      heading: current.isActive("heading"),
      quote: current.isActive("blockquote"),
    }),
  });
  const { heading, blockquote } = editor.schema.nodes;
  const button = (name: string, sign: ReactNode, pressed: boolean, run: () => void) => (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={name}
      title={name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <>
      <Toolbar className={styles.toolbar} label={label}>
        {button(t("format.bold"), "B", active.bold, () => editor.chain().focus().toggleBold().run())}
        {button(t("format.italic"), "I", active.italic, () => editor.chain().focus().toggleItalic().run())}
        {heading &&
          button(t("format.heading"), "H", active.heading, () =>
            editor.chain().focus().toggleHeading({ level: 2 }).run(),
          )}
        {blockquote &&
          button(t("format.quotation"), "“”", active.quote, () =>
            editor.chain().focus().toggleBlockquote().run(),
          )}
        {button(t("format.list"), <ListSign numbered={false} />, active.list, () =>
          editor.chain().focus().toggleBulletList().run(),
        )}
        {button(t("format.numberedList"), <ListSign numbered />, active.numbers, () =>
          editor.chain().focus().toggleOrderedList().run(),
        )}
        {button(t("format.link"), t("format.link"), active.link, () => {
          if (active.link) editor.chain().focus().unsetLink().run();
          else setLinking(true);
        })}
      </Toolbar>
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
  const t = useWords("articles");
  const [href, setHref] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  function apply() {
    if (!isAllowedHref(href.trim())) {
      setFailure(t("format.invalidLink"));
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
        aria-label={t("format.linkAddress")}
        aria-invalid={failure ? true : undefined}
        placeholder="https://"
        value={href}
        // biome-ignore lint/a11y/noAutofocus: the row opens when the Link button is pressed
        autoFocus
        onChange={(event) => setHref(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            apply();
          } else if (event.key === "Escape") {
            event.stopPropagation();
            editor.view.focus();
            onDone();
          }
        }}
      />
      <button type="button" className="action-plain" onClick={apply}>
        {t("format.addLink")}
      </button>
      {failure && (
        <p className={styles.error} role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
