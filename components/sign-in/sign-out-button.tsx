"use client";

import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button";

/** For pages without the bar: leads out of a session that cannot go on. */
export function SignOutButton() {
  return (
    <Button look="quiet" onClick={() => signOut({ callbackUrl: "/desk/sign-in" })}>
      Sign out
    </Button>
  );
}
