import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { CONFIDENTIAL_SOURCE, sourceKindLabels } from "@/lib/sources/labels";
import { SOURCE_KINDS, type Source } from "@/lib/sources/source";

type Kind = Pick<Source, "kind" | "primary" | "confidential"> & { publicDescription?: string };

/** The kind of a source, whether it is primary, and whether it can be named in public. */
export function SourceKindFields({
  value,
  errors,
  descriptionErrors,
  onChange,
}: {
  value: Kind;
  /** Messages for the kind. */
  errors: readonly string[] | undefined;
  /** Messages for the public description. */
  descriptionErrors: readonly string[] | undefined;
  onChange: (part: Partial<Kind>) => void;
}) {
  const t = useWords("sources");
  const checkbox = (name: "primary" | "confidential", label: string) => (
    <label>
      <input
        type="checkbox"
        checked={value[name]}
        onChange={(event) => onChange({ [name]: event.target.checked })}
      />{" "}
      {label}
    </label>
  );
  return (
    <>
      <Field label={t("field.kind")} errors={errors}>
        {(control) => (
          <select
            {...control}
            value={value.kind}
            onChange={(event) => {
              const kind = SOURCE_KINDS.find((each) => each === event.target.value);
              if (kind) onChange({ kind });
            }}
          >
            {SOURCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {sourceKindLabels[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {checkbox("primary", t("field.primary"))}
      {checkbox("confidential", t("fieldHint.confidential"))}
      {value.confidential && (
        <Field
          label={t("field.publicDescription")}
          optional
          hint={t("fieldHint.publicDescription", { fallback: CONFIDENTIAL_SOURCE })}
          errors={descriptionErrors}
        >
          {(control) => (
            <input
              {...control}
              value={value.publicDescription ?? ""}
              onChange={(event) => onChange({ publicDescription: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
