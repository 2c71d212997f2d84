"use client";

import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { Source } from "@/lib/sources/source";
import { SourceCombobox, type SuggestSources } from "./source-combobox";
import styles from "./sources.module.css";

/** Makes a source one with another that is the same, or removes one that nothing uses. */
export function SourceMerge({
  source,
  used,
  search,
  merge,
  remove,
}: {
  source: Pick<Source, "id" | "title">;
  used: boolean;
  search: SuggestSources;
  merge: (input: { keepId: string; dropId: string }) => Promise<Result<null, Failure>>;
  remove: (input: { id: string }) => Promise<Result<null, Failure>>;
}) {
  const [words, setWords] = useState("");
  const [other, setOther] = useState<Source | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);

  async function run(call: () => Promise<Result<null, Failure>>, next: string) {
    setPending(true);
    const result = await attempt(call);
    setPending(false);
    if (result.ok) window.location.assign(next);
    else setFailure(result.error);
  }

  return (
    <section aria-labelledby="merge" className={styles.files}>
      <h2 id="merge">The same as another</h2>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <Field
        label="Another source that is the same"
        hint="Its claims, copies and files come to this one, and it is gone."
      >
        {(control) => (
          <SourceCombobox
            control={control}
            value={other ? other.title : words}
            suggest={async (input) => {
              const found = await search(input);
              return found.ok ? { ok: true, value: found.value.filter(({ id }) => id !== source.id) } : found;
            }}
            onChange={(value) => {
              setOther(null);
              setWords(value);
            }}
            onPick={setOther}
          />
        )}
      </Field>
      <Button
        disabled={!other}
        pending={pending}
        onClick={() =>
          other && run(() => merge({ keepId: source.id, dropId: other.id }), `/desk/sources/${source.id}`)
        }
      >
        Merge it into this one
      </Button>
      {!used && (
        <Button
          look="danger"
          pending={pending}
          onClick={() => run(() => remove({ id: source.id }), "/desk/sources")}
        >
          Remove this source
        </Button>
      )}
    </section>
  );
}
