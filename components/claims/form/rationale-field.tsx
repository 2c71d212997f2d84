"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { useId, useRef, useState } from "react";
import { asReadHtml } from "@/components/rich-text/as-read-html";
import { FormattingToolbar } from "@/components/rich-text/formatting-toolbar";
import { useWords } from "@/components/words/use-words";
import { LIMITS } from "@/lib/claims/claim-input";
import type { DocumentNode } from "@/lib/document/document";
import { rationaleExtensions } from "@/lib/document/extensions";
import { plainJson } from "@/lib/document/plain-json";
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
  const t = useWords("claims");
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
      // The editor would claim Escape for itself, with nothing to do for it: it closes the form.
      handleDOMEvents: { keydown: (_, { key }) => key === "Escape" },
      transformPastedHTML: (html) => asReadHtml(html),
    },
    onCreate: ({ editor: current }) => setLength(current.state.doc.textContent.length),
    onUpdate: ({ editor: current }) => {
      setLength(current.state.doc.textContent.length);
      latest.current(plainJson<DocumentNode>(current.state.doc));
    },
  });
  const tooLong = length > LIMITS.rationale;
  return (
    <div className={styles.field} data-rationale="" data-invalid={tooLong || errors ? "" : undefined}>
      <span id={`${id}-label`} className={styles.label}>
        {t("rationale")}
      </span>
      {editor && <FormattingToolbar editor={editor} label={t("rationaleToolbar")} />}
      <EditorContent editor={editor} />
      <p
        id={`${id}-hint`}
        className={tooLong ? styles.error : styles.hint}
        role={tooLong ? "alert" : undefined}
      >
        {t(tooLong ? "rationaleTooLong" : "rationaleHint", { length, limit: LIMITS.rationale })}
      </p>
      {errors && !tooLong && (
        <p className={styles.error} role="alert">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}
