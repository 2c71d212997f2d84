"use client";

import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import type { WordsKey } from "@/lib/words/words";
import { SettingForm } from "./setting-form";
import styles from "./settings.module.css";
import { type SaveSetting, useSetting } from "./use-setting";

type Check = Exclude<keyof ClaimRequirements, "sources">;

const claimChecks: [Check, WordsKey<"settings">][] = [
  ["claimant", "fields.claimant"],
  ["claimedOn", "fields.claimedOn"],
  ["kind", "fields.kind"],
  ["tags", "fields.tags"],
];
const sourceChecks: [Check, WordsKey<"settings">][] = [
  ["primarySource", "fields.primarySource"],
  ["excerpts", "fields.excerpts"],
  ["copies", "fields.copies"],
];

/** What a claim needs before it can be reviewed. */
export function RequirementsSetting({
  value,
  revision,
  save,
}: {
  value: ClaimRequirements;
  revision: number;
  save: SaveSetting;
}) {
  const t = useWords("settings");
  /** The number of sources as typed. */
  const saving = useSetting("claimRequirements", revision, save, {
    requirements: value,
    sources: String(value.sources),
  });
  const { requirements, sources } = saving.content;
  const checks = (each: [Check, WordsKey<"settings">][]) =>
    each.map(([name, label]) => (
      <label key={name} className={styles.check}>
        <input
          type="checkbox"
          checked={requirements[name]}
          onChange={(event) =>
            saving.change({ requirements: { ...requirements, [name]: event.target.checked } })
          }
        />
        <span>{t(label)}</span>
      </label>
    ));
  return (
    <SettingForm
      name="claimRequirements"
      label={t("fields.title")}
      saving={saving}
      onSubmit={() =>
        saving.submit({ ...requirements, sources: sources.trim() === "" ? Number.NaN : Number(sources) })
      }
      onUseTheirs={(theirs) => {
        saving.replace({ requirements: theirs, sources: String(theirs.sources) });
      }}
    >
      <div className={styles.groups}>
        <fieldset className={styles.checks}>
          <legend>{t("fields.claim")}</legend>
          {checks(claimChecks)}
        </fieldset>
        <fieldset className={styles.checks}>
          <legend>{t("fields.sources")}</legend>
          <div className={styles.number}>
            <Field
              label={t("fields.minimumSources")}
              hint={t("fields.minimumSourcesHint")}
              errors={saving.messages("sources")}
            >
              {(control) => (
                <input
                  {...control}
                  inputMode="numeric"
                  autoComplete="off"
                  value={sources}
                  onChange={(event) => saving.change({ sources: event.target.value })}
                />
              )}
            </Field>
          </div>
          {checks(sourceChecks)}
        </fieldset>
      </div>
    </SettingForm>
  );
}
