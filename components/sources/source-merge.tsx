"use client";

import { DuplicateMerge } from "@/components/merging/duplicate-merge";
import { suggestOthers } from "@/components/merging/suggest-others";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { SourceCombobox, type SuggestSources } from "./source-combobox";
import { sourceReads } from "./source-reads";

/** Merges a duplicate into a source, or deletes a source that nothing uses. */
export function SourceMerge({
  sourceId,
  used,
  search = sourceReads.suggestSources,
  merge,
  remove,
}: {
  sourceId: string;
  used: boolean;
  search?: SuggestSources;
  merge: (input: { keepId: string; dropId: string }) => Promise<Result<null, Failure>>;
  remove: (input: { id: string }) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("sources");
  return (
    <DuplicateMerge
      keepId={sourceId}
      draftKey={`source-merge:${sourceId}`}
      page={`/desk/sources/${sourceId}`}
      labels={{ duplicate: t("merge.duplicate"), hint: t("merge.hint"), run: t("merge.run") }}
      field={({ onPick, ...props }) => (
        <SourceCombobox
          {...props}
          suggest={suggestOthers(search, sourceId)}
          onPick={({ id, title }) => onPick({ id, name: title })}
        />
      )}
      merge={merge}
    >
      {(run, pending) =>
        !used && (
          <Button
            look="danger"
            pending={pending}
            onClick={() => run(() => remove({ id: sourceId }), "/desk/sources")}
          >
            {t("merge.delete")}
          </Button>
        )
      }
    </DuplicateMerge>
  );
}
