import { z } from "zod";

/** Days of access that a guest can get at a time. */
export const GUEST_DAYS = [1, 3, 7, 30] as const;

export const DAY_MS = 24 * 60 * 60 * 1000;

export const guestDays = z.literal(GUEST_DAYS, "Choose for how long: 1, 3, 7 or 30 days.").default(7);

export const guestKey = { articleId: z.string(), id: z.string(), kind: z.enum(["invitation", "access"]) };
