"use client";

import { useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { stanceLabels } from "@/lib/sources/labels";
import { STANCES, type Stance } from "@/lib/sources/source";

/** How a source relates to its claim. A new source has no stance until the editor chooses one. */
export function StanceField({
  value,
  errors,
  takesFocus,
  onChange,
}: {
  value: Stance | "";
  errors: readonly string[] | undefined;
  /** Whether the row was just added: its first field then gets the focus. */
  takesFocus: boolean;
  onChange: (stance: Stance | "") => void;
}) {
  const t = useWords("claims");
  const sourceWords = useWords("sources");
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (takesFocus) select.current?.focus();
  }, [takesFocus]);
  return (
    <Field label={t("evidence.stance")} errors={errors}>
      {(control) => (
        <select
          {...control}
          ref={select}
          required
          value={value}
          onChange={(event) => onChange(STANCES.find((each) => each === event.target.value) ?? "")}
        >
          {value === "" && <option value="">{sourceWords("stance.choose")}</option>}
          {STANCES.map((stance) => (
            <option key={stance} value={stance}>
              {stanceLabels[stance]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
