import { type ReactNode, useId } from "react";
import { words } from "@/lib/words/words";
import styles from "./field.module.css";

export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  className: string;
}

interface Props {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, and how to fix it. */
  errors?: readonly string[] | undefined;
  optional?: boolean;
  /** A note after the label. */
  aside?: string;
  /** Renders the control with the attributes that link it to its label and messages. */
  children: (control: FieldControl) => ReactNode;
}

/** A labelled control with a hint and error messages. */
export function Field({
  label,
  hint,
  errors,
  optional,
  aside = optional ? words("common")("optional") : undefined,
  children,
}: Props) {
  const id = useId();
  const hasErrors = (errors?.length ?? 0) > 0;
  const describedBy = [hint && `${id}-hint`, hasErrors && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {aside && <span className={styles.optional}> {aside}</span>}
      </label>
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": hasErrors || undefined,
        className: styles.control ?? "",
      })}
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {hasErrors && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {errors?.join(" ")}
        </p>
      )}
    </div>
  );
}
