import { Field } from "@/components/ui/field";
import { CONFIDENTIAL_SOURCE, sourceKindLabels } from "@/lib/sources/labels";
import { SOURCE_KINDS, type Source } from "@/lib/sources/source";

type Kind = Pick<Source, "kind" | "primary" | "confidential"> & { publicDescription?: string };

/** What kind of source it is, whether it is a primary one, and whether it may be named. */
export function SourceKindFields({
  value,
  errors,
  descriptionErrors,
  onChange,
}: {
  value: Kind;
  /** Of the kind. */
  errors: readonly string[] | undefined;
  /** Of the description for readers. */
  descriptionErrors: readonly string[] | undefined;
  onChange: (part: Partial<Kind>) => void;
}) {
  const check = (name: "primary" | "confidential", words: string) => (
    <label>
      <input
        type="checkbox"
        checked={value[name]}
        onChange={(event) => onChange({ [name]: event.target.checked })}
      />{" "}
      {words}
    </label>
  );
  return (
    <>
      <Field label="Kind" errors={errors}>
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
      {check("primary", "Primary source")}
      {check("confidential", "Confidential: described, not named, in public")}
      {value.confidential && (
        <Field
          label="What readers see of it"
          optional
          hint={`Words that name nobody: “An official who was in the room”. Left empty: “${CONFIDENTIAL_SOURCE}”.`}
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
