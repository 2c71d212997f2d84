"use client";

import { useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { SourceCombobox, type SuggestSources } from "./source-combobox";
import { sourceReads } from "./source-reads";
import styles from "./sources.module.css";

const NOTHING_CHOSEN = { query: "", duplicate: null as Pick<Source, "id" | "title"> | null };

function isChoice({ duplicate }: typeof NOTHING_CHOSEN): boolean {
  return duplicate === null || (typeof duplicate.id === "string" && typeof duplicate.title === "string");
}

/** Merges a duplicate into a source, or deletes a source that nothing uses. */
export function SourceMerge({
  source,
  used,
  search = sourceReads.suggestSources,
  merge,
  remove,
}: {
  source: Pick<Source, "id" | "title">;
  used: boolean;
  search?: SuggestSources;
  merge: (input: { keepId: string; dropId: string }) => Promise<Result<null, Failure>>;
  remove: (input: { id: string }) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("sources");
  const draft = useFormDraft(`source-merge:${source.id}`, NOTHING_CHOSEN, { accepts: isChoice });
  const { query, duplicate } = draft.value;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function run(call: () => Promise<Result<null, Failure>>, next: string) {
    setPending(true);
    const result = await attempt(call);
    setPending(false);
    if (result.ok) {
      draft.forget(NOTHING_CHOSEN);
      window.location.assign(next);
    } else setFailure(result.error);
  }

  return (
    <section aria-labelledby="merge" className={styles.files}>
      <h2 id="merge">{t("merge.title")}</h2>
      <RestoredNotice restored={draft.restored} />
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <Field label={t("merge.duplicate")} hint={t("merge.hint")}>
        {(control) => (
          <SourceCombobox
            control={control}
            value={duplicate ? duplicate.title : query}
            suggest={async (input, options) => {
              const found = await search(input, options);
              return found.ok ? { ok: true, value: found.value.filter(({ id }) => id !== source.id) } : found;
            }}
            onChange={(value) => {
              draft.change({ query: value, duplicate: null });
            }}
            onPick={({ id, title }) => draft.change({ query: "", duplicate: { id, title } })}
          />
        )}
      </Field>
      <Button
        disabled={!duplicate}
        pending={pending}
        onClick={() =>
          duplicate &&
          run(() => merge({ keepId: source.id, dropId: duplicate.id }), `/desk/sources/${source.id}`)
        }
      >
        {t("merge.run")}
      </Button>
      {!used && (
        <Button
          look="danger"
          pending={pending}
          onClick={() => run(() => remove({ id: source.id }), "/desk/sources")}
        >
          {t("merge.delete")}
        </Button>
      )}
    </section>
  );
}
