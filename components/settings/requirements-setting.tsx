"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import { SettingForm } from "./setting-form";
import styles from "./settings.module.css";
import { type SaveSetting, useSetting } from "./use-setting";

type Check = Exclude<keyof ClaimRequirements, "sources">;

const ofTheClaim: [Check, string][] = [
  ["claimant", "The claimant"],
  ["claimedOn", "The day on which it was claimed"],
  ["kind", "A kind other than “Other”"],
  ["tags", "At least one tag"],
];
const ofItsSources: [Check, string][] = [
  ["primarySource", "At least one primary source"],
  ["excerpts", "An excerpt of every source"],
  ["copies", "A copy of every source, kept here or in an archive; not of confidential ones"],
];

/** What a claim needs before another person reviews it. */
export function RequirementsSetting({
  value,
  revision,
  save,
}: {
  value: ClaimRequirements;
  revision: number;
  save: SaveSetting;
}) {
  const [asked, setAsked] = useState(value);
  /** As it is typed. */
  const [sources, setSources] = useState(String(value.sources));
  const saving = useSetting("claimRequirements", revision, save);
  const checks = (each: [Check, string][]) =>
    each.map(([name, label]) => (
      <label key={name} className={styles.check}>
        <input
          type="checkbox"
          checked={asked[name]}
          onChange={(event) => setAsked({ ...asked, [name]: event.target.checked })}
        />
        <span>{label}</span>
      </label>
    ));
  return (
    <SettingForm
      name="claimRequirements"
      label="Required fields"
      saving={saving}
      onSubmit={() =>
        saving.submit({ ...asked, sources: sources.trim() === "" ? Number.NaN : Number(sources) })
      }
      onTake={(theirs) => {
        setAsked(theirs);
        setSources(String(theirs.sources));
      }}
    >
      <div className={styles.groups}>
        <fieldset className={styles.checks}>
          <legend>Of the claim</legend>
          {checks(ofTheClaim)}
        </fieldset>
        <fieldset className={styles.checks}>
          <legend>Of its sources</legend>
          <div className={styles.number}>
            <Field
              label="How many at least"
              hint="From 0 to 10. None is asked for where the verdict stands outside the numbers."
              errors={saving.messages("sources")}
            >
              {(control) => (
                <input
                  {...control}
                  inputMode="numeric"
                  autoComplete="off"
                  value={sources}
                  onChange={(event) => setSources(event.target.value)}
                />
              )}
            </Field>
          </div>
          {checks(ofItsSources)}
        </fieldset>
      </div>
    </SettingForm>
  );
}
