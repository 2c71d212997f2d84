"use client";

import { useWords } from "@/components/words/use-words";
import { SettingForm } from "./setting-form";
import styles from "./settings.module.css";
import { type SaveSetting, useSetting } from "./use-setting";

const CHOICES = [1, 2, 3, 4, 5];

/** How many people have to approve each claim of a new article. */
export function ApprovalsSetting({
  value,
  revision,
  save,
}: {
  value: number;
  revision: number;
  save: SaveSetting;
}) {
  const t = useWords("settings");
  const saving = useSetting("requiredApprovals", revision, save, { number: value });
  const { number } = saving.content;
  const errors = saving.messages("");
  return (
    <SettingForm
      name="requiredApprovals"
      label={t("approvals.title")}
      saving={saving}
      onSubmit={() => saving.submit(number)}
      onUseTheirs={(theirs) => saving.replace({ number: theirs })}
    >
      <fieldset className={styles.choices}>
        <legend>{t("approvals.legend")}</legend>
        {CHOICES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="requiredApprovals"
              value={choice}
              checked={number === choice}
              onChange={() => saving.change({ number: choice })}
            />
            {choice}
          </label>
        ))}
      </fieldset>
      {errors && (
        <p className={styles.error} role="alert">
          {errors.join(" ")}
        </p>
      )}
    </SettingForm>
  );
}
