"use client";

import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { CodeForm } from "./code-form";
import { SignOutButton } from "./sign-out-button";

interface Props {
  /** The path to open afterwards. */
  next: string;
  pass: (input: { code: string }) => Promise<Result<null, Failure>>;
}

/** The second step of signing in. */
export function SecondFactorStep({ next, pass }: Props) {
  const t = useWords("signIn");
  return (
    <CodeForm
      label={t("code")}
      hint={t("secondFactor.codeHint")}
      submit={t("continue")}
      send={(code) => pass({ code })}
      onDone={() => window.location.assign(next)}
    >
      <SignOutButton />
    </CodeForm>
  );
}
