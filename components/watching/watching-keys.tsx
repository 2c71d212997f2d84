"use client";

import { useKeysOf } from "@/components/commands/shortcuts-context";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import { useWords } from "@/components/words/use-words";
import styles from "./watching.module.css";

/** Which keys work on an entry of Watching, as this person has them. */
export function WatchingKeys() {
  const t = useWords("watching");
  const confirm = useKeysOf("watching-confirm", "y") ?? "none";
  const reopen = useKeysOf("watching-reopen", "r") ?? "none";
  const change = useKeysOf("watching-change", "d") ?? "none";
  if (!useKeyboardInUse()) return null;
  return <p className={styles.keys}>{t("keys", { confirm, reopen, change })}</p>;
}
