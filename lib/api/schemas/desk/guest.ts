import { z } from "zod";
import { GUEST_DAYS } from "@/lib/workflows/people/guest-input";
import { id, instant } from "../common";

export const guestSchema = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    state: z.enum(["invited", "open", "expired", "revoked"]),
    until: instant.meta({ description: "When the access, or the invitation, ends." }),
    revokedAt: instant.nullable(),
    lastSignInAt: instant.nullable(),
  })
  .meta({ id: "Guest" });

const days = z.literal(GUEST_DAYS).optional().meta({ description: "For how many days; 7 by default." });

export const inviteGuestSchema = z
  .object({ name: z.string(), email: z.string(), days })
  .meta({ id: "InviteGuest" });

export const invitedGuestSchema = z
  .object({
    id: id.meta({ description: "As in the list of guests." }),
    kind: z.enum(["invited", "renewed"]).meta({
      description: "renewed: a former guest, who signs in with the account that they have.",
    }),
    link: z.url().meta({ description: "For the guest only. It is shown once." }),
    mailed: z.boolean().meta({ description: "Whether the link was also sent to them by mail." }),
    until: instant,
  })
  .meta({ id: "InvitedGuest" });

export const extendGuestSchema = z.object({ days }).meta({ id: "ExtendGuest" });
