"use client";

import { useState } from "react";
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
  const [text, setText] = useState(value.list.join("\n"));
  const [free, setFree] = useState(value.free);
  const saving = useSetting("tags", revision, save);
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
        setText(theirs.list.join("\n"));
        setFree(theirs.free);
      }}
    >
      <div className={styles.tags}>
        <Field label={t("tags.list", { count: tags.length })} hint={t("tags.listHint")} errors={errors}>
          {(control) => (
            <textarea
              {...control}
              rows={Math.min(Math.max(tags.length + 1, 4), 14)}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button
            disabled={tags.length < 2}
            onClick={() => setText([...tags].sort((a, b) => a.localeCompare(b, "en")).join("\n"))}
          >
            {t("tags.sort")}
          </Button>
        </div>
      </div>
      <label className={styles.check}>
        <input type="checkbox" checked={free} onChange={(event) => setFree(event.target.checked)} />
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
