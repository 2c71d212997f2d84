"use client";

import { useWords } from "@/components/words/use-words";
import styles from "./watching.module.css";
import { useWatching } from "./watching-context";

/** On a closed card: why its claim should be looked at again. */
export function ClaimFlags({ claimId }: { claimId: string }) {
  const t = useWords("watching");
  const kinds = useWatching()?.flagged[claimId] ?? [];
  return [...new Set(kinds)].map((kind) => (
    <span key={kind} className={styles.chip}>
      {t(`kind.${kind}`)}
    </span>
  ));
}
