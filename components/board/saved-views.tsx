"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { SavedView } from "@/lib/board/saved-view";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./board.module.css";
import type { ViewActions } from "./board-types";

/** The views that one saved or that others share, and keeping what is shown as one. */
export function SavedViews({
  views,
  path,
  query,
  actorId,
  actions,
}: {
  views: readonly SavedView[];
  /** The page on which they are shown. */
  path: string;
  /** What it shows, as `formatBoardQuery` writes it. */
  query: string;
  actorId: string;
  actions: ViewActions;
}) {
  const router = useRouter();
  const [open, setOpen] = useState<"save" | "edit" | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = views.find((view) => view.query === query);
  const own = shown?.owner.id === actorId ? shown : undefined;

  async function ask(call: () => Promise<Result<unknown, Failure>>) {
    setPending(true);
    const result = await attempt(call);
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setOpen(null);
    router.refresh();
  }
  const toggle = (part: "save" | "edit") => {
    setFailure(null);
    setOpen(open === part ? null : part);
  };
  // Everything in the usual order needs no name.
  if (views.length === 0 && query === "") return null;
  return (
    <div className={styles.views}>
      <nav className={styles.viewLinks} aria-label="Saved views">
        {views.length > 0 && <span className={styles.faint}>Views</span>}
        {views.map((view) => (
          <a
            key={view.id}
            href={`${path}${view.query && "?"}${view.query}`}
            aria-current={view === shown ? "page" : undefined}
          >
            {view.name}
            {view.owner.id !== actorId && <span className={styles.faint}> of {view.owner.name}</span>}
          </a>
        ))}
        {!shown && query !== "" && (
          <Button
            look="quiet"
            className={styles.small}
            aria-expanded={open === "save"}
            onClick={() => toggle("save")}
          >
            Save this view
          </Button>
        )}
        {own && (
          <Button
            look="quiet"
            className={styles.small}
            aria-expanded={open === "edit"}
            onClick={() => toggle("edit")}
          >
            Edit this view
          </Button>
        )}
      </nav>
      {open === "save" && (
        <ViewForm
          label="Save the view"
          failure={failure}
          pending={pending}
          onSave={(name, shared) => ask(() => actions.saveView({ name, query, shared }))}
        />
      )}
      {open === "edit" && own && (
        <ViewForm
          key={own.revision}
          label="Save the changes"
          view={own}
          failure={failure}
          pending={pending}
          onSave={(name, shared) =>
            ask(() => actions.changeView({ id: own.id, revision: own.revision, name, shared }))
          }
          onDelete={() => ask(() => actions.deleteView({ id: own.id }))}
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
  /** As it is; absent for a new one. */
  view?: SavedView;
  failure: Failure | null;
  pending: boolean;
  onSave: (name: string, shared: boolean) => void;
  onDelete?: () => void;
}) {
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? false);
  return (
    <form
      className={styles.viewForm}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSave(name, shared);
      }}
    >
      {failure && !messagesFor(failure, "name") && <Notice tone="failure">{failure.message}</Notice>}
      <Field label="Name of the view" errors={messagesFor(failure, "name")}>
        {(control) => (
          <input
            {...control}
            value={name}
            // biome-ignore lint/a11y/noAutofocus: it was asked for just now, by the button above it
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <label className={styles.check}>
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
        Share it with the desk
      </label>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" pending={pending}>
          {label}
        </Button>
        {onDelete && (
          <Button look="danger" pending={pending} onClick={onDelete}>
            Delete the view
          </Button>
        )}
      </div>
    </form>
  );
}
