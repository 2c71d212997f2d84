"use client";

import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { CodeForm } from "./code-form";
import { SignOutButton } from "./sign-out-button";

interface Props {
  /** A path of this site to go on to. */
  next: string;
  pass: (input: { code: string }) => Promise<Result<null, Failure>>;
}

/** The second step of signing in. */
export function SecondFactorStep({ next, pass }: Props) {
  return (
    <CodeForm
      label="Code"
      hint="The six digits that your app shows now, or one of your recovery codes."
      verb="Go on"
      give={(code) => pass({ code })}
      onDone={() => window.location.assign(next)}
    >
      <SignOutButton />
    </CodeForm>
  );
}
