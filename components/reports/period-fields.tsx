import type { ComponentProps } from "react";
import { messagesFor } from "@/components/ui/attempt";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import styles from "./reports.module.css";

type InputProps = Pick<ComponentProps<"input">, "name" | "value" | "onChange">;

/** The first and the last day of a period. */
export function PeriodFields({
  from,
  to,
  failure,
}: {
  from: InputProps;
  to: InputProps;
  failure: Failure | null;
}) {
  const t = useWords("reports");
  return (
    <div className={styles.row}>
      <Field label={t("period.field.from")} errors={messagesFor(failure, "from")}>
        {(control) => <input {...control} {...from} type="date" required />}
      </Field>
      <Field label={t("period.field.to")} errors={messagesFor(failure, "to")}>
        {(control) => <input {...control} {...to} type="date" required />}
      </Field>
    </div>
  );
}
