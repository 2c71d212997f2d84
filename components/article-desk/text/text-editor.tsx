"use client";

import { UndoRedo } from "@tiptap/extensions";
import type { Step } from "@tiptap/pm/transform";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { spansOf } from "@/components/article-desk/marks/spans-of";
import { FormattingToolbar } from "@/components/rich-text/formatting-toolbar";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Claim } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { articleExtensions } from "@/lib/document/extensions";
import { plainJson } from "@/lib/document/plain-json";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import { formatDate } from "@/lib/format-date";
import type { Rating } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";
import { tableKeys } from "./table-keys";
import styles from "./text-editor.module.css";
import { joined, readStoredSteps, replay, type StepJson, storeSteps } from "./text-steps";
import { countTouched, type Touched, trackedClaims } from "./tracked-claims";

/** Milliseconds after the last key press until the edits are kept and the claims counted. */
const QUIET = 300;

interface Props {
  articleId: string;
  language: string;
  version: { id: string; number: number; doc: DocumentNode };
  claims: Claim[];
  ratings: readonly Rating[];
  editText: (input: {
    articleId: string;
    versionId: string;
    steps: StepJson[];
  }) => Promise<Result<{ outcomes: Record<"exact" | "moved" | "changed" | "orphaned", number> }, Failure>>;
}

/** The article's text, to be edited. Saving makes a new version of it; the claims follow what was typed. */
export function TextEditor({ articleId, language, version, claims, ratings, editText }: Props) {
  const map = useMemo(() => canonicalText(articleSchema.nodeFromJSON(version.doc)), [version.doc]);
  const spans = useMemo(() => spansOf(claims, ratings), [claims, ratings]);
  const steps = useRef<Step[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [touched, setTouched] = useState<Touched | null>(null);
  const [state, setState] = useState<"untouched" | "typing" | "kept" | "not kept">("untouched");
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  const editor = useEditor(
    {
      immediatelyRender: false,
      extensions: [...articleExtensions, UndoRedo, tableKeys, trackedClaims(map, spans)],
      content: version.doc,
      editorProps: {
        attributes: {
          class: styles.text ?? "",
          role: "textbox",
          "aria-label": "Article text",
          "aria-multiline": "true",
          lang: language,
          dir: "auto",
        },
      },
      onCreate: ({ editor: current }) => {
        const kept = readStoredSteps(version.id);
        if (!kept) return;
        const transaction = current.state.tr;
        if (!replay(current.schema, transaction, kept.steps)) return;
        current.view.dispatch(transaction.setMeta("addToHistory", false));
        setRestoredAt(kept.at);
      },
      onTransaction: ({ editor: current, transaction }) => {
        if (!transaction.docChanged) return;
        steps.current.push(...transaction.steps);
        setState("typing");
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          steps.current = joined(steps.current);
          setState(storeSteps(version.id, steps.current) ? "kept" : "not kept");
          setTouched(countTouched(current.state, spans.length));
        }, QUIET);
      },
    },
    [map, spans],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  async function save() {
    clearTimeout(timer.current);
    steps.current = joined(steps.current);
    storeSteps(version.id, steps.current);
    setPending(true);
    const result = await attempt(() =>
      editText({
        articleId,
        versionId: version.id,
        steps: plainJson<StepJson[]>(steps.current),
      }),
    );
    if (!result.ok) {
      setPending(false);
      return setFailure(result.error);
    }
    storeSteps(version.id, []);
    const { exact, moved, changed, orphaned } = result.value.outcomes;
    const summary = new URLSearchParams({
      followed: String(exact + moved),
      waiting: String(changed + orphaned),
    });
    window.location.assign(`/desk/articles/${articleId}?${summary}`);
  }

  function discard() {
    clearTimeout(timer.current);
    storeSteps(version.id, []);
    window.location.assign(`/desk/articles/${articleId}`);
  }

  const untouched = state === "untouched" && !restoredAt;
  return (
    <>
      <div className={styles.bar}>
        {editor && <FormattingToolbar editor={editor} label="Format the text" />}
        <div className={styles.actions}>
          <Button
            aria-label="Undo"
            title="Undo (Ctrl/⌘ + Z)"
            onClick={() => editor?.chain().focus().undo().run()}
          >
            ↶
          </Button>
          <Button
            aria-label="Redo"
            title="Redo (Ctrl/⌘ + Shift + Z)"
            onClick={() => editor?.chain().focus().redo().run()}
          >
            ↷
          </Button>
          <Button look="primary" pending={pending} disabled={untouched} onClick={save}>
            {pending ? "Saving …" : `Save as version ${version.number + 1}`}
          </Button>
          <Button look="quiet" onClick={discard}>
            {untouched ? "Back" : "Discard the edits"}
          </Button>
        </div>
        <p className={styles.state} role="status">
          {claims.length > 0 && touched && touchedWords(touched)} {state === "typing" && "Typing …"}
          {state === "kept" && "Your edits are kept in this browser."}
          {state === "not kept" && "This browser does not keep your edits: save before you leave the page."}
        </p>
      </div>
      {restoredAt && (
        <Notice tone="plain">
          Your edits of {formatDate(restoredAt.slice(0, 10))} are back. Save them, or discard them.
        </Notice>
      )}
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <EditorContent editor={editor} />
    </>
  );
}

function touchedWords({ untouched, edited, gone }: Touched): string {
  const claims = (count: number) => `${count} ${count === 1 ? "claim" : "claims"}`;
  if (edited + gone === 0) return "No claim is touched.";
  const parts = [
    edited > 0 && `the words of ${claims(edited)} are edited`,
    gone > 0 && `those of ${claims(gone)} are gone`,
    `${claims(untouched)} ${untouched === 1 ? "is" : "are"} untouched`,
  ].filter(Boolean);
  const words = parts.join(", ");
  return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}
