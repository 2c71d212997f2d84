"use client";

import { useId, useState } from "react";
import { need, useClaimRules } from "@/components/claims/claim-rules";
import type { EvidenceDraft } from "@/components/drafts/claim-draft";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Source } from "@/lib/sources/source";
import { AttachFile } from "./attach-file";
import styles from "./evidence-fields.module.css";

/** The fields of a source that most claims leave empty. They are shown when asked for, and when one has a value or an error. */
export function RowRest({
  row,
  errorsOf,
  onChange,
  onAttached,
}: {
  row: EvidenceDraft;
  errorsOf: (path: string) => string[] | undefined;
  onChange: (part: Partial<EvidenceDraft>) => void;
  /** A file was attached to a source that was new. */
  onAttached: (source: Source) => void;
}) {
  const t = useWords("claims");
  const formWords = useWords("claimForm");
  const sourceWords = useWords("sources");
  const { claimRequirements: required } = useClaimRules();
  const id = useId();
  const requiresCopy = required.copies && !row.confidential;
  const [isAsked, setAsked] = useState(
    requiresCopy || [row.note, row.accessedOn, row.archiveUrl].some((value) => value !== ""),
  );
  const isOpen = isAsked || ["note", "accessedOn", "archiveUrl"].some((path) => errorsOf(path));
  const field = (name: "note" | "accessedOn" | "archiveUrl") => ({
    value: row[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <>
      <button
        type="button"
        className={styles.disclosure}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setAsked(!isOpen)}
      >
        <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span> {formWords("source.more")}
      </button>
      <div id={id} className={styles.rest} hidden={!isOpen}>
        <Field
          label={t("evidence.note")}
          optional
          errors={errorsOf("note")}
          hint={t(row.confidential ? "evidence.noteHintConfidential" : "evidence.noteHint")}
        >
          {(control) => <textarea {...control} {...field("note")} rows={2} />}
        </Field>
        <div className={styles.pair}>
          <Field label={t("evidence.accessed")} optional errors={errorsOf("accessedOn")}>
            {(control) => <input {...control} {...field("accessedOn")} type="date" />}
          </Field>
          <Field
            label={sourceWords("field.archiveUrl")}
            {...need(requiresCopy)}
            errors={errorsOf("archiveUrl")}
          >
            {(control) => (
              <input {...control} {...field("archiveUrl")} inputMode="url" placeholder="https://" />
            )}
          </Field>
        </div>
        <AttachFile row={row} onAdded={onAttached} />
      </div>
    </>
  );
}
