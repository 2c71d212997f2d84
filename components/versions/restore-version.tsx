"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import styles from "./version-list.module.css";

/** Says what it means to take an earlier text again, and does it. A form that works without scripts. */
export function RestoreVersion({
  number,
  restore,
}: {
  number: number;
  restore: (before: string | null, form: FormData) => Promise<string | null>;
}) {
  const [failure, act, pending] = useActionState(restore, null);
  return (
    <form action={act} className={styles.restore} aria-label={`Restore version ${number}`}>
      <p>
        The text of version {number} becomes the text again, as a new version. No version is lost. The claims
        follow it, and those whose words are not in it wait for you.
      </p>
      {failure && <Notice tone="failure">{failure}</Notice>}
      <p className={styles.choices}>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? "Restoring …" : `Restore version ${number}`}
        </Button>
        <a href="?">Leave it</a>
      </p>
    </form>
  );
}
