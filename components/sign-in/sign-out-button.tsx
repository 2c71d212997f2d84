"use client";

import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";

/** For pages without the header, where a session is missing a step of signing in. */
export function SignOutButton() {
  const t = useWords("signIn");
  return (
    <Button look="quiet" onClick={() => signOut({ callbackUrl: "/desk/sign-in" })}>
      {t("signOut")}
    </Button>
  );
}
