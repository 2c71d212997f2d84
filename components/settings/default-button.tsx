"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./settings.module.css";

export type ChooseDefault = (input: { scaleId: string; insteadOf: string }) => Promise<Result<null, Failure>>;

/** Shows that a scale is the default for new articles, or a button that makes it the default. */
export function DefaultButton({
  scale,
  insteadOf,
  choose,
}: {
  scale: { id: string; name: string; isDefault: boolean };
  /** Id of the current default scale. */
  insteadOf: string;
  /** Absent for people who cannot change the default. */
  choose?: ChooseDefault;
}) {
  const t = useWords("settings");
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  async function run() {
    if (!choose) return;
    setPending(true);
    const result = await attempt(() => choose({ scaleId: scale.id, insteadOf }));
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
    router.refresh();
  }
  return (
    <div className={styles.actions}>
      {choose && !scale.isDefault && (
        <Button pending={pending} onClick={run}>
          {rich(t, "scale.makeDefault", { name: scale.name, hidden: visuallyHidden })}
        </Button>
      )}
      {/* Always rendered: screen readers announce text that appears in an existing status element. */}
      <span role="status">{scale.isDefault && t("scale.isDefault")}</span>
      {failure && (
        <p className={styles.error} role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
