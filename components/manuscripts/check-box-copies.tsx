"use client";

import styles from "@/components/desk/desk-page.module.css";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { CheckBox } from "@/lib/manuscripts/check-box";

/** The "how we checked" box as HTML and as Markdown, each with a button that copies it. */
export function CheckBoxCopies({ box }: { box: CheckBox }) {
  const t = useWords("manuscripts");
  return (["html", "markdown"] as const).map((form) => {
    const format = t(`box.${form}`);
    return (
      <div key={form} className={styles.section}>
        <Field label={format}>
          {(control) => (
            <textarea
              {...control}
              readOnly
              rows={6}
              value={box[form]}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
        <div className={styles.actions}>
          <CopyButton text={box[form]} label={t("box.copy", { format })} />
        </div>
      </div>
    );
  });
}
