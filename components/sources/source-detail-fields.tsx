"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { shownDetails } from "@/lib/sources/shown-details";
import type { SourceKind } from "@/lib/sources/source";
import type { DetailField } from "@/lib/sources/source-details";
import { isNameList } from "./source-draft";
import styles from "./sources.module.css";

/** Fields for what a full citation needs: those that a kind of source usually has, and those that have a value. */
export function SourceDetailFields({
  kind,
  value,
  messages,
  onChange,
}: {
  kind: SourceKind;
  value: Record<DetailField, string>;
  messages: (field: DetailField) => readonly string[] | undefined;
  onChange: (part: Partial<Record<DetailField, string>>) => void;
}) {
  const t = useWords("sources");
  /** A field that is emptied stays while the form is open. */
  const [filled] = useState(() => new Set<DetailField>());
  const shown = shownDetails(kind, (field) => {
    if (value[field] !== "") filled.add(field);
    return filled.has(field);
  });
  if (shown.length === 0) return null;
  return (
    <fieldset className={styles.details}>
      <legend>{t("details.citation")}</legend>
      {shown.map((field) => {
        const own = {
          value: value[field],
          onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
        };
        return (
          <Field
            key={field}
            label={t(`field.${field}`)}
            optional
            {...(isNameList(field) && { hint: t("fieldHint.authors") })}
            errors={messages(field)}
          >
            {(control) =>
              isNameList(field) ? (
                <textarea {...control} {...own} rows={2} />
              ) : (
                <input {...control} {...own} placeholder={PLACEHOLDERS[field]} />
              )
            }
          </Field>
        );
      })}
    </fieldset>
  );
}

const PLACEHOLDERS: Partial<Record<DetailField, string>> = {
  pages: "12–34",
  isbn: "978-0-306-40615-7",
  issn: "2049-3630",
};
