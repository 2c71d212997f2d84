"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./settings.module.css";

export type ChooseDefault = (input: { scaleId: string; insteadOf: string }) => Promise<Result<null, Failure>>;

/** Says that a scale is the default for new articles, or makes it that. */
export function DefaultButton({
  scale,
  insteadOf,
  choose,
}: {
  scale: { id: string; name: string; isDefault: boolean };
  /** The scale that is the default now. */
  insteadOf: string;
  /** Absent for those who may not choose. */
  choose?: ChooseDefault;
}) {
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
          Make it the default<span className="visually-hidden">: {scale.name}</span>
        </Button>
      )}
      {/* The button gives way to what it brought about: the words are read out when they appear. */}
      <span role="status">{scale.isDefault && "Default for new articles"}</span>
      {failure && (
        <p className={styles.error} role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
