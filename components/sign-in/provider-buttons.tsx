"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import styles from "./sign-in.module.css";

interface Props {
  providers: { id: string; name: string }[];
  /** A path of this site to go on to. */
  next: string;
}

/** A button for each provider through which people come in. */
export function ProviderButtons({ providers, next }: Props) {
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
              setFailure("The server cannot be reached. Try again in a moment.");
            }
          }}
        >
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
