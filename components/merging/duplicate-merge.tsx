"use client";

import { type ReactNode, useState } from "react";
import record from "@/components/desk/record-page.module.css";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field, type FieldControl } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** A record as the field for the duplicate names it. */
export interface Named {
  id: string;
  name: string;
}

/** The field for the duplicate: a text until a record is picked. */
export interface DuplicateField {
  control: FieldControl;
  value: string;
  onChange: (query: string) => void;
  onPick: (duplicate: Named) => void;
}

/** Runs a change of the records, then opens a page; a failure is shown. */
export type RunMerge = (change: () => Promise<Result<null, Failure>>, nextPage?: string) => Promise<void>;

const NOTHING_CHOSEN = { query: "", duplicate: null as Named | null };

function isChoice({ duplicate }: typeof NOTHING_CHOSEN): boolean {
  return duplicate === null || (typeof duplicate.id === "string" && typeof duplicate.name === "string");
}

/** Merges a duplicate into a record of a library: a source, a claimant. */
export function DuplicateMerge({
  keepId,
  draftKey,
  page,
  labels,
  field,
  merge,
  children,
}: {
  /** The record that is kept. */
  keepId: string;
  /** Under which key what was typed is stored. */
  draftKey: string;
  /** The page of the record, opened after a merge. */
  page: string;
  labels: { duplicate: string; hint: string; run: string };
  field: (props: DuplicateField) => ReactNode;
  merge: (input: { keepId: string; dropId: string }) => Promise<Result<null, Failure>>;
  /** What else can be done here. */
  children?: (run: RunMerge, pending: boolean) => ReactNode;
}) {
  const common = useWords("common");
  const draft = useFormDraft(draftKey, NOTHING_CHOSEN, { accepts: isChoice });
  const { query, duplicate } = draft.value;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  const run: RunMerge = async (change, nextPage = page) => {
    setPending(true);
    const result = await attempt(change);
    setPending(false);
    if (!result.ok) return setFailure(result.error);
    draft.forget(NOTHING_CHOSEN);
    window.location.assign(nextPage);
  };

  return (
    <section aria-labelledby="merge" className={record.section}>
      <h2 id="merge">{common("mergeDuplicates")}</h2>
      <RestoredNotice restored={draft.restored} />
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <Field label={labels.duplicate} hint={labels.hint}>
        {(control) =>
          field({
            control,
            value: duplicate ? duplicate.name : query,
            onChange: (value) => draft.change({ query: value, duplicate: null }),
            onPick: ({ id, name }) => draft.change({ query: "", duplicate: { id, name } }),
          })
        }
      </Field>
      <Button
        disabled={!duplicate}
        pending={pending}
        onClick={() => duplicate && run(() => merge({ keepId, dropId: duplicate.id }))}
      >
        {labels.run}
      </Button>
      {children?.(run, pending)}
    </section>
  );
}
