import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** For how many days a guest can get access at a time. */
export const DAYS = [1, 3, 7, 30] as const;
export type Days = (typeof DAYS)[number];
export const DEFAULT_DAYS: Days = 7;

/** A past, current or invited guest of an article; see lib/workflows/people/list-guests.ts. */
export interface GuestView {
  id: string;
  kind: "invitation" | "access";
  name: string;
  email: string;
  until: string;
  revokedAt: string | null;
  lastSignInAt: string | null;
  state: "invited" | "open" | "expired" | "revoked";
}

/** The result of inviting a guest. "renewed": they already had an account. */
export interface InvitedGuest {
  kind: "invited" | "renewed";
  /** Null where it was shown before. */
  link: string | null;
  mailed: boolean;
  until: string;
}

/** The server actions of the page. */
export interface GuestActions {
  inviteGuest: (
    input: { articleId: string; email: string; name: string; days: Days },
    key: string,
  ) => Promise<Result<InvitedGuest, Failure>>;
  extendGuest: (input: {
    articleId: string;
    id: string;
    kind: GuestView["kind"];
    days: Days;
  }) => Promise<Result<{ until: string }, Failure>>;
  revokeGuest: (input: {
    articleId: string;
    id: string;
    kind: GuestView["kind"];
  }) => Promise<Result<null, Failure>>;
}
