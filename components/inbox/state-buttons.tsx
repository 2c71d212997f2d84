"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { MessageState } from "@/lib/messages/message";
import type { Result } from "@/lib/result";
import styles from "./inbox.module.css";

/** The states that a message can get from each, and the words of the buttons. */
const STEPS: Record<MessageState, readonly (readonly [Exclude<MessageState, "new">, StepWords])[]> = {
  new: [
    ["open", "setOpen"],
    ["closed", "setClosed"],
    ["spam", "setSpam"],
  ],
  open: [
    ["closed", "setClosed"],
    ["spam", "setSpam"],
  ],
  answered: [
    ["open", "reopen"],
    ["closed", "setClosed"],
  ],
  closed: [["open", "reopen"]],
  spam: [["open", "setNotSpam"]],
};
type StepWords = "setOpen" | "setClosed" | "setSpam" | "setNotSpam" | "reopen";

/** Changes the state of a message. */
export function StateButtons({
  id,
  state,
  setState,
}: {
  id: string;
  state: MessageState;
  setState: (input: { id: string; state: Exclude<MessageState, "new"> }) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("inbox");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function change(to: Exclude<MessageState, "new">) {
    setPending(true);
    const result = await attempt(() => setState({ id, state: to }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) router.refresh();
  }

  return (
    <>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      <fieldset className={`${styles.buttons} ${styles.plain}`} aria-label={t("state.change")}>
        {STEPS[state].map(([to, label]) => (
          <Button key={to} pending={pending} onClick={() => change(to)}>
            {t(label)}
          </Button>
        ))}
      </fieldset>
    </>
  );
}
