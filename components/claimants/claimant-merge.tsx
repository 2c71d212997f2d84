"use client";

import record from "@/components/desk/record-page.module.css";
import { DuplicateMerge, type Named } from "@/components/merging/duplicate-merge";
import { suggestOthers } from "@/components/merging/suggest-others";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { ClaimantCombobox, claimantReads, type SuggestClaimants } from "./claimant-combobox";

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
  return (
    <DuplicateMerge
      keepId={claimant.id}
      draftKey={`claimant-merge:${claimant.id}`}
      page={`/desk/claimants/${claimant.id}`}
      labels={{ duplicate: t("merge.duplicate"), hint: t("merge.hint"), run: t("merge.run") }}
      field={(props) => <ClaimantCombobox {...props} suggest={suggestOthers(search, claimant.id)} />}
      merge={merge}
    >
      {(run, pending) =>
        merged.length > 0 && (
          <>
            <h3>{t("merge.merged")}</h3>
            <ul className={record.list}>
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
        )
      }
    </DuplicateMerge>
  );
}
