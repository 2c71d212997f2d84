"use client";

import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { useWords } from "@/components/words/use-words";
import { stanceLabels } from "@/lib/sources/labels";
import { STANCES, type Stance } from "@/lib/sources/source";
import styles from "./stance-field.module.css";

/** How a source relates to its claim. A new source has no stance until the editor chooses one, with its first letter or the arrow keys. */
export function StanceField({
  value,
  errors,
  takesFocus,
  onChange,
}: {
  value: Stance | "";
  errors: readonly string[] | undefined;
  /** Whether the row was just added: its stance then gets the focus. */
  takesFocus: boolean;
  onChange: (stance: Stance | "") => void;
}) {
  const t = useWords("claims");
  const group = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  useEffect(() => {
    if (!takesFocus) return;
    const radio = group.current?.querySelector<HTMLElement>("input:checked, input");
    radio?.focus({ preventScroll: true });
    group.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, [takesFocus]);

  function chooseByLetter(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stance = STANCES.find((each) =>
      stanceLabels[each].toLowerCase().startsWith(event.key.toLowerCase()),
    );
    if (!stance) return;
    event.preventDefault();
    onChange(stance);
    group.current?.querySelector<HTMLElement>(`input[value="${stance}"]`)?.focus();
  }

  return (
    <fieldset
      ref={group}
      aria-describedby={errors ? `${id}-error` : undefined}
      className={styles.field}
      data-invalid={errors ? "" : undefined}
      onKeyDown={chooseByLetter}
    >
      <legend>{t("evidence.stance")}</legend>
      <div className={styles.stances}>
        {STANCES.map((stance) => (
          <label key={stance} className={styles.stance} data-chosen={value === stance ? "" : undefined}>
            <input
              type="radio"
              name={id}
              value={stance}
              checked={value === stance}
              onChange={() => onChange(stance)}
            />
            {stanceLabels[stance]}
          </label>
        ))}
      </div>
      {errors && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {errors.join(" ")}
        </p>
      )}
    </fieldset>
  );
}
