import { useId } from "react";
import { need, useClaimRules } from "@/components/claims/claim-rules";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";

/** The tags of a claim, separated by commas. The desk’s tags are suggested for the one being typed. */
export function TagsField({
  value,
  errors,
  onChange,
}: {
  value: string;
  errors: readonly string[] | undefined;
  onChange: (value: string) => void;
}) {
  const t = useWords("claims");
  const listId = useId();
  const { claimRequirements, tags } = useClaimRules();
  const before = value.slice(0, value.lastIndexOf(",") + 1);
  const entered = before.split(",").map((tag) => tag.trim());
  const offered = tags.list.filter((tag) => !entered.includes(tag));
  return (
    <Field
      label={t("tags")}
      {...need(claimRequirements.tags)}
      hint={t(tags.free ? "tagsHint" : "tagsFromListHint")}
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
                // A browser replaces the entire value with the option: the tags already entered must be part of it.
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
