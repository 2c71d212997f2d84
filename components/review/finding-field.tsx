import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { MAX_FINDING_LENGTH } from "@/lib/reports/finding-of";

/** The answer of the check in one paragraph. While it is empty, it shows the text that readers see instead. */
export function FindingField({
  value,
  onChange,
  counted,
  errors,
}: {
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  /** The text that is made from the counts. */
  counted: string;
  errors?: readonly string[] | undefined;
}) {
  const t = useWords("publication");
  // As it is stored: in one paragraph.
  const { length } = value.trim().replace(/\s+/g, " ");
  return (
    <Field
      label={t("finding")}
      optional
      hint={t("finding.hint", { length, limit: MAX_FINDING_LENGTH })}
      errors={errors}
    >
      {(control) => (
        <textarea
          {...control}
          value={value}
          onChange={onChange}
          rows={4}
          dir={value === "" ? undefined : "auto"}
          placeholder={counted}
        />
      )}
    </Field>
  );
}
