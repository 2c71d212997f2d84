"use server";

import { findVisitor } from "@/lib/auth/find-visitor";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { requestMailLink, resetPassword } from "@/lib/workflows/people/mail-links";

export async function requestLinkAction(input: {
  email: string;
  purpose: "sign_in" | "reset";
}): Promise<Result<null, Failure>> {
  const { address } = await findVisitor();
  return requestMailLink({ email: input.email, purpose: input.purpose, address });
}

/** Needs no session: the token is the authorisation. */
export async function resetPasswordAction(input: {
  token: string;
  password: string;
}): Promise<Result<{ email: string }, Failure>> {
  const { address } = await findVisitor();
  return resetPassword({ token: input.token, password: input.password, address }, new Date());
}
