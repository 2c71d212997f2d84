import { z } from "zod";
import { withoutOverrides } from "@/lib/input-fields";
import { STAFF_ROLES } from "@/lib/policies/actor";

export const emailInput = z
  .string("Enter an email address.")
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email("This is not an email address. Enter one like name@example.org."));

export const passwordInput = z
  .string("Choose a password.")
  .min(12, "The password has fewer than 12 characters. A few unrelated words make a good one.")
  .max(200, "The password has more than 200 characters. Shorten it.");

export const nameInput = z
  .string("Enter the person's name.")
  .transform((value) =>
    withoutOverrides(value)
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim(),
  )
  .refine((value) => /[\p{L}\p{N}]/u.test(value), "Enter the person's name.")
  .refine((value) => value.length <= 100, "The name has more than 100 characters. Shorten it.");

export const personInput = z.object({
  email: emailInput,
  name: nameInput,
  role: z.enum(STAFF_ROLES, "Choose a role: administrator, editor or checker."),
});

export type PersonInput = z.input<typeof personInput>;
