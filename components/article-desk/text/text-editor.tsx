"use client";

import { UndoRedo } from "@tiptap/extensions";
import { EditorState } from "@tiptap/pm/state";
import type { Step } from "@tiptap/pm/transform";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { spansOf } from "@/components/article-desk/marks/spans-of";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import { useDates } from "@/components/dates/dates-context";
import { useDiscards } from "@/components/drafts/discards-context";
import { useDraftOwner } from "@/components/drafts/draft-owner-context";
import { asReadHtml } from "@/components/rich-text/as-read-html";
import { FormattingToolbar } from "@/components/rich-text/formatting-toolbar";
import { browserStorage } from "@/components/storage/browser-storage";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { articleExtensions } from "@/lib/document/extensions";
import { plainJson } from "@/lib/document/plain-json";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import type { Rating } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";
import { tableKeys } from "./table-keys";
import styles from "./text-editor.module.css";
import { mergeSteps, readStoredSteps, replay, type StepJson, storeSteps } from "./text-steps";
import { type ClaimChanges, countChanges, trackedClaims } from "./tracked-claims";

/** Delay after the last key press before edits are stored and claims counted. */
const DEBOUNCE_MS = 300;

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

/** Edits the article's text. Saving creates a new version, and claims move with the edits. */
export function TextEditor({ articleId, language, version, claims, ratings, editText }: Props) {
  const dates = useDates();
  const t = useWords("articles");
  const hasKeyboard = useKeyboardInUse();
  const common = useWords("common");
  const map = useMemo(() => canonicalText(articleSchema.nodeFromJSON(version.doc)), [version.doc]);
  const spans = useMemo(() => spansOf(claims, ratings), [claims, ratings]);
  const steps = useRef<Step[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [changes, setChanges] = useState<ClaimChanges | null>(null);
  const [state, setState] = useState<"untouched" | "typing" | "stored" | "unstorable">("untouched");
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const discards = useDiscards();
  const owner = { ownerId: useDraftOwner() ?? "", versionId: version.id };

  /** @returns whether there is nothing more to wait for */
  function restore(current: Editor): boolean {
    if (steps.current.length > 0 || current.isDestroyed) return true;
    const stored = readStoredSteps(owner);
    if (!stored) return false;
    const transaction = current.state.tr;
    if (!replay(current.schema, transaction, stored.steps)) return true;
    current.view.dispatch(transaction.setMeta("addToHistory", false));
    setRestoredAt(stored.at);
    return true;
  }

  const editor = useEditor(
    {
      immediatelyRender: false,
      extensions: [...articleExtensions, UndoRedo, tableKeys, trackedClaims(map, spans)],
      content: version.doc,
      editorProps: {
        attributes: {
          class: styles.text ?? "",
          role: "textbox",
          "aria-label": t("text.label"),
          "aria-multiline": "true",
          lang: language,
          dir: "auto",
        },
        transformPastedHTML: (html) => asReadHtml(html, language),
      },
      onCreate: ({ editor: current }) => {
        // Long lists of edits are found a moment later.
        if (!restore(current)) browserStorage.ready().then(() => restore(current));
      },
      onTransaction: ({ editor: current, transaction }) => {
        if (!transaction.docChanged) return;
        steps.current.push(...transaction.steps);
        setState("typing");
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          timer.current = undefined;
          steps.current = mergeSteps(steps.current);
          storeSteps(owner, steps.current).then((isStored) => setState(isStored ? "stored" : "unstorable"));
          setChanges(countChanges(current.state, spans.length));
        }, DEBOUNCE_MS);
      },
    },
    [map, spans],
  );
  const latest = useRef(storeNow);
  latest.current = storeNow;
  useEffect(() => {
    // What was typed last is stored before the page goes, even if no pause followed it.
    const store = () => latest.current();
    window.addEventListener("pagehide", store);
    return () => {
      window.removeEventListener("pagehide", store);
      store();
    };
  }, []);

  /** Stores what waits for a pause in typing. */
  function storeNow() {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    steps.current = mergeSteps(steps.current);
    void storeSteps(owner, steps.current);
  }

  async function save() {
    storeNow();
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
    void storeSteps(owner, []);
    const { exact, moved, changed, orphaned } = result.value.outcomes;
    const summary = new URLSearchParams({
      followed: String(exact + moved),
      waiting: String(changed + orphaned),
    });
    window.location.assign(`/desk/articles/${articleId}?${summary}`);
  }

  /** Shows the stored version again. What was edited can be brought back. */
  function discard() {
    if (!editor) return;
    const gone = { steps: plainJson<StepJson[]>(steps.current), at: restoredAt };
    reset(editor);
    discards.add(t("text.discarded"), () => {
      if (editor.isDestroyed) return false;
      // What was edited instead can be brought back in turn.
      if (steps.current.length > 0) discard();
      const transaction = editor.state.tr;
      if (!replay(editor.schema, transaction, gone.steps)) return false;
      editor.view.dispatch(transaction.setMeta("addToHistory", false));
      setRestoredAt(gone.at);
      editor.commands.focus();
      return true;
    });
  }

  /** Starts from the stored version again, with nothing to undo. */
  function reset(current: Editor) {
    clearTimeout(timer.current);
    timer.current = undefined;
    steps.current = [];
    void storeSteps(owner, []);
    const doc = current.schema.nodeFromJSON(version.doc);
    current.view.updateState(EditorState.create({ doc, plugins: current.state.plugins }));
    // So that the buttons above the text follow.
    current.view.dispatch(current.state.tr);
    setState("untouched");
    setRestoredAt(null);
    setChanges(null);
    setFailure(null);
  }

  const untouched = state === "untouched" && !restoredAt;
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.row}>
          {editor && <FormattingToolbar editor={editor} label={t("text.formatting")} />}
          <div className={styles.actions}>
            <Button
              aria-label={common("undo")}
              title={hasKeyboard ? t("text.undoHint") : undefined}
              onClick={() => editor?.chain().focus().undo().run()}
            >
              ↶
            </Button>
            <Button
              aria-label={common("redo")}
              title={hasKeyboard ? t("text.redoHint") : undefined}
              onClick={() => editor?.chain().focus().redo().run()}
            >
              ↷
            </Button>
            <Button look="primary" pending={pending} disabled={untouched} onClick={save}>
              {pending ? common("saving") : t("text.save", { number: version.number + 1 })}
            </Button>
            <a className={styles.back} href={`/desk/articles/${articleId}`}>
              {common("back")}
            </a>
            {!untouched && (
              <Button look="quiet" disabled={pending} onClick={discard}>
                {t("text.discard")}
              </Button>
            )}
          </div>
        </div>
        <p className={styles.state} role="status">
          {claims.length > 0 && changes && t("text.claimChanges", { ...changes })}{" "}
          {state === "typing" && t("text.typing")}
          {state === "stored" && t("text.stored")}
          {state === "unstorable" && t("text.unstorable")}
        </p>
      </div>
      {restoredAt && <Notice tone="plain">{t("text.restored", { date: dates.day(restoredAt) })}</Notice>}
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <EditorContent editor={editor} />
    </>
  );
}
