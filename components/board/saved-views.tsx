"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { SubmissionNotice } from "@/components/drafts/submission-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { useSubmission } from "@/components/drafts/use-submission";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { SavedView } from "@/lib/board/saved-view";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./board.module.css";
import type { ViewActions } from "./board-types";

/** A person's own views and the shared ones, with forms to save and edit them. */
export function SavedViews({
  views,
  path,
  query,
  actorId,
  actions,
}: {
  views: readonly SavedView[];
  /** Address of the page. */
  path: string;
  /** The page's query, from `formatBoardQuery`. */
  query: string;
  actorId: string;
  actions: ViewActions;
}) {
  const t = useWords("board");
  const router = useRouter();
  const submission = useSubmission("view:new", actions.saveView);
  const submissions = useWords("submissions");
  const [open, setOpen] = useState<"save" | "edit" | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = views.find((view) => view.query === query);
  const own = shown?.owner.id === actorId ? shown : undefined;

  async function run(call: () => Promise<Result<unknown, Failure>>) {
    setPending(true);
    const result = await attempt(call);
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return false;
    setOpen(null);
    router.refresh();
    return true;
  }
  const toggle = (part: "save" | "edit") => {
    setFailure(null);
    setOpen(open === part ? null : part);
  };
  // The unfiltered list needs no saved view.
  if (views.length === 0 && query === "") return null;
  return (
    <div className={styles.views}>
      <SubmissionNotice submission={submission}>
        {(earlier) => (
          <>
            {submissions("view")}{" "}
            {earlier && <a href={`${path}${earlier.query && "?"}${earlier.query}`}>{earlier.name}</a>}
          </>
        )}
      </SubmissionNotice>
      <nav className={styles.viewLinks} aria-label={t("view.title")}>
        {views.length > 0 && <span className={styles.faint}>{t("view.heading")}</span>}
        {views.map((view) => (
          <a
            key={view.id}
            href={`${path}${view.query && "?"}${view.query}`}
            aria-current={view === shown ? "page" : undefined}
          >
            {view.owner.id === actorId
              ? view.name
              : rich(t, "view.byOwner", {
                  name: view.name,
                  by: view.owner.name,
                  owner: (text) => <span className={styles.faint}>{text}</span>,
                })}
          </a>
        ))}
        {!shown && query !== "" && (
          <Button
            look="quiet"
            className={styles.small}
            aria-expanded={open === "save"}
            onClick={() => toggle("save")}
          >
            {t("view.saveThis")}
          </Button>
        )}
        {own && (
          <Button
            look="quiet"
            className={styles.small}
            aria-expanded={open === "edit"}
            onClick={() => toggle("edit")}
          >
            {t("view.editThis")}
          </Button>
        )}
      </nav>
      {open === "save" && (
        <ViewForm
          label={t("view.save")}
          failure={failure}
          pending={pending}
          onSave={(name, shared) => run(() => submission.submit({ name, query, shared }))}
        />
      )}
      {open === "edit" && own && (
        <ViewForm
          key={own.revision}
          label={t("view.saveChanges")}
          view={own}
          failure={failure}
          pending={pending}
          onSave={(name, shared) =>
            run(() => actions.changeView({ id: own.id, revision: own.revision, name, shared }))
          }
          onDelete={() => run(() => actions.deleteView({ id: own.id }))}
        />
      )}
    </div>
  );
}

function ViewForm({
  label,
  view,
  failure,
  pending,
  onSave,
  onDelete,
}: {
  label: string;
  /** The view to edit; absent for a new one. */
  view?: SavedView;
  failure: Failure | null;
  pending: boolean;
  /** @returns whether it was saved */
  onSave: (name: string, shared: boolean) => Promise<boolean>;
  onDelete?: () => void;
}) {
  const t = useWords("board");
  const draft = useFormDraft(`view:${view ? `${view.id}:${view.revision}` : "new"}`, {
    name: view?.name ?? "",
    shared: view?.shared ?? false,
  });
  const { name, shared } = draft.value;
  return (
    <form
      className={styles.viewForm}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSave(name, shared).then((isSaved) => isSaved && draft.forget());
      }}
    >
      <RestoredNotice restored={draft.restored} />
      {failure && !messagesFor(failure, "name") && <Notice tone="failure">{failure.message}</Notice>}
      <Field label={t("view.name")} errors={messagesFor(failure, "name")}>
        {(control) => (
          <input
            {...control}
            {...draft.field("name")}
            // biome-ignore lint/a11y/noAutofocus: the person has just opened this form with the button above it
            autoFocus
          />
        )}
      </Field>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={shared}
          onChange={(event) => draft.change({ shared: event.target.checked })}
        />
        {t("view.share")}
      </label>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" pending={pending}>
          {label}
        </Button>
        {onDelete && (
          <Button look="danger" pending={pending} onClick={onDelete}>
            {t("view.delete")}
          </Button>
        )}
      </div>
    </form>
  );
}
