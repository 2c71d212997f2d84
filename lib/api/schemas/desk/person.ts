import { z } from "zod";
import { ROLES, STAFF_ROLES } from "@/lib/policies/actor";
import { id, instant } from "../common";

const account = {
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  disabled: z.boolean(),
  createdAt: instant,
  lastSignInAt: instant.nullable(),
};

export const accountSchema = z.object(account).meta({ id: "Account" });

export const listedAccountSchema = z
  .object({ ...account, hasSecondFactor: z.boolean() })
  .meta({ id: "ListedAccount" });

export const updateAccountSchema = z
  .union([
    z.strictObject({ role: z.enum(STAFF_ROLES) }),
    z.strictObject({
      disabled: z.boolean().meta({ description: "true ends their sessions at once." }),
    }),
  ])
  .meta({ id: "UpdateAccount", description: "A role, or whether the account is disabled: one at a time." });

const invitation = {
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  article: z
    .object({ id, title: z.string() })
    .nullable()
    .meta({ description: "Of a guest reviewer: the article that they will see." }),
  state: z.enum(["open", "accepted", "revoked", "expired"]),
  createdAt: instant,
  expiresAt: instant,
};

export const invitationSchema = z.object(invitation).meta({ id: "Invitation" });

export const invitedSchema = z
  .object({
    ...invitation,
    link: z.url().meta({ description: "For the invited person only. It is shown once." }),
    mailed: z.boolean().meta({ description: "Whether the link was also sent to them by mail." }),
  })
  .meta({ id: "Invited" });

export const invitePersonSchema = z
  .object({ name: z.string(), email: z.string(), role: z.enum(STAFF_ROLES) })
  .meta({ id: "InvitePerson" });
