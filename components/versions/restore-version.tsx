"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./version-list.module.css";

/** Explains what restoring an earlier version does, and restores it. A form that works without scripts. */
export function RestoreVersion({
  number,
  restore,
}: {
  number: number;
  restore: (before: string | null, form: FormData) => Promise<string | null>;
}) {
  const t = useWords("versions");
  const common = useWords("common");
  const [failure, action, pending] = useActionState(restore, null);
  return (
    <form action={action} className={styles.restore} aria-label={t("restore.submit", { number })}>
      <p>{t("restore.effect", { number })}</p>
      {failure && <Notice tone="failure">{failure}</Notice>}
      <p className={styles.choices}>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? t("restore.pending") : t("restore.submit", { number })}
        </Button>
        <a href="?">{common("cancel")}</a>
      </p>
    </form>
  );
}
