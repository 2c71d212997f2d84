"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { ManagedTags } from "@/lib/settings/desk-settings";
import { SettingForm } from "./setting-form";
import styles from "./settings.module.css";
import { type SaveSetting, useSetting } from "./use-setting";

const tagsIn = (text: string) =>
  text
    .split("\n")
    .map((tag) => tag.trim())
    .filter(Boolean);

/** The desk's list of tags. A text field with one tag per line, so that tags can be pasted, moved and removed in bulk. */
export function TagsSetting({
  value,
  revision,
  save,
}: {
  value: ManagedTags;
  revision: number;
  save: SaveSetting;
}) {
  const t = useWords("settings");
  const saving = useSetting("tags", revision, save, { text: value.list.join("\n"), free: value.free });
  const { text, free } = saving.content;
  const tags = tagsIn(text);
  const errors = [
    ...new Set(
      ["list", ...tags.map((_, index) => `list.${index}`)].flatMap((path) => saving.messages(path) ?? []),
    ),
  ];
  return (
    <SettingForm
      name="tags"
      label={t("tags.title")}
      saving={saving}
      onSubmit={() => saving.submit({ list: tags, free })}
      onUseTheirs={(theirs) => {
        saving.replace({ text: theirs.list.join("\n"), free: theirs.free });
      }}
    >
      <div className={styles.tags}>
        <Field label={t("tags.list", { count: tags.length })} hint={t("tags.listHint")} errors={errors}>
          {(control) => (
            <textarea
              {...control}
              rows={Math.min(Math.max(tags.length + 1, 4), 14)}
              value={text}
              onChange={(event) => saving.change({ text: event.target.value })}
            />
          )}
        </Field>
        <div>
          <Button
            disabled={tags.length < 2}
            onClick={() =>
              saving.change({ text: [...tags].sort((a, b) => a.localeCompare(b, "en")).join("\n") })
            }
          >
            {t("tags.sort")}
          </Button>
        </div>
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={free}
          onChange={(event) => saving.change({ free: event.target.checked })}
        />
        <span>{t("tags.allowOthers")}</span>
      </label>
      {saving.messages("") && (
        <p className={styles.error} role="alert">
          {saving.messages("")?.join(" ")}
        </p>
      )}
    </SettingForm>
  );
}
