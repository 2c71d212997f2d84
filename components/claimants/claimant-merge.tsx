"use client";

import { useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Claimant } from "@/lib/claimants/claimant";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { ClaimantCombobox, claimantReads, type SuggestClaimants } from "./claimant-combobox";
import styles from "./claimants.module.css";

type Named = Pick<Claimant, "id" | "name">;

const NOTHING_CHOSEN = { query: "", duplicate: null as Named | null };

function isChoice({ duplicate }: typeof NOTHING_CHOSEN): boolean {
  return duplicate === null || (typeof duplicate.id === "string" && typeof duplicate.name === "string");
}

/** Merges a duplicate into a claimant, and undoes such merges. */
export function ClaimantMerge({
  claimant,
  merged,
  search = claimantReads.suggestClaimants,
  merge,
  unmerge,
}: {
  claimant: Named;
  /** The claimants that were merged into it. */
  merged: readonly Named[];
  search?: SuggestClaimants;
  merge: (input: { keepId: string; dropId: string }) => Promise<Result<null, Failure>>;
  unmerge: (input: { id: string }) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("claimants");
  const draft = useFormDraft(`claimant-merge:${claimant.id}`, NOTHING_CHOSEN, { accepts: isChoice });
  const { query, duplicate } = draft.value;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function run(call: () => Promise<Result<null, Failure>>) {
    setPending(true);
    const result = await attempt(call);
    setPending(false);
    if (!result.ok) return setFailure(result.error);
    draft.forget(NOTHING_CHOSEN);
    window.location.assign(`/desk/claimants/${claimant.id}`);
  }

  return (
    <section aria-labelledby="merge" className={styles.section}>
      <h2 id="merge">{t("merge.title")}</h2>
      <RestoredNotice restored={draft.restored} />
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <Field label={t("merge.duplicate")} hint={t("merge.hint")}>
        {(control) => (
          <ClaimantCombobox
            control={control}
            value={duplicate ? duplicate.name : query}
            suggest={async (input, options) => {
              const found = await search(input, options);
              return found.ok
                ? { ok: true, value: found.value.filter(({ id }) => id !== claimant.id) }
                : found;
            }}
            onChange={(value) => draft.change({ query: value, duplicate: null })}
            onPick={({ id, name }) => draft.change({ query: "", duplicate: { id, name } })}
          />
        )}
      </Field>
      <Button
        disabled={!duplicate}
        pending={pending}
        onClick={() => duplicate && run(() => merge({ keepId: claimant.id, dropId: duplicate.id }))}
      >
        {t("merge.run")}
      </Button>
      {merged.length > 0 && (
        <>
          <h3>{t("merge.merged")}</h3>
          <ul className={styles.list}>
            {merged.map(({ id, name }) => (
              <li key={id}>
                {name}{" "}
                <Button
                  look="quiet"
                  pending={pending}
                  aria-label={t("merge.undoFor", { name })}
                  onClick={() => run(() => unmerge({ id }))}
                >
                  {t("merge.undo")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
