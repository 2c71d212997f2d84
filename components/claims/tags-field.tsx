import { useId } from "react";
import { Field } from "@/components/ui/field";
import { need, useClaimRules } from "./claim-rules";

/** The tags of a claim, parted by commas; those of the desk's list are offered for the one that is being typed. */
export function TagsField({
  value,
  errors,
  onChange,
}: {
  value: string;
  errors: readonly string[] | undefined;
  onChange: (value: string) => void;
}) {
  const listId = useId();
  const { claimRequirements, tags } = useClaimRules();
  const before = value.slice(0, value.lastIndexOf(",") + 1);
  const given = before.split(",").map((tag) => tag.trim());
  const offered = tags.list.filter((tag) => !given.includes(tag));
  return (
    <Field
      label="Tags"
      {...need(claimRequirements.tags)}
      hint={tags.free ? "Parted by commas." : "From the desk's list, parted by commas."}
      errors={errors}
    >
      {(control) => (
        <>
          <input
            {...control}
            list={offered.length > 0 ? listId : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {offered.length > 0 && (
            <datalist id={listId}>
              {offered.map((tag) => (
                // A browser puts in the whole of what is chosen: what stands before it has to be in it.
                <option key={tag} value={before ? `${before.trim()} ${tag}` : tag}>
                  {tag}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
