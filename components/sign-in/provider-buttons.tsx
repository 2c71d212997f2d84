"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./sign-in.module.css";

interface Props {
  providers: { id: string; name: string }[];
  /** The path to open afterwards. */
  next: string;
}

/** A button for each provider that people can sign in with. */
export function ProviderButtons({ providers, next }: Props) {
  const t = useWords("signIn");
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <div className={styles.providers}>
      {failure && <Notice tone="failure">{failure}</Notice>}
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          onClick={async () => {
            try {
              await signIn(id, { callbackUrl: next });
            } catch (cause) {
              console.error(cause);
              setFailure(t("error.unreachable"));
            }
          }}
        >
          {t("continueWith", { provider: name })}
        </Button>
      ))}
    </div>
  );
}
