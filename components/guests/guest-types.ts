import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";

/** For how many days a guest may be let in at once, with the words for it. */
export const STAYS = [
  { days: 1, label: "1 day" },
  { days: 3, label: "3 days" },
  { days: 7, label: "7 days" },
  { days: 30, label: "30 days" },
] as const;
export type Days = (typeof STAYS)[number]["days"];
export const USUAL_STAY: Days = 7;

/** Somebody who is, was or is to be a guest of an article; see lib/workflows/list-guests.ts. */
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

/** What came of inviting somebody. */
export interface GuestMade {
  kind: "invited" | "let-in";
  link: string;
  mailed: boolean;
  until: string;
}

/** What the page asks the server for. */
export interface GuestActions {
  inviteGuest: (input: {
    articleId: string;
    email: string;
    name: string;
    days: Days;
  }) => Promise<Result<GuestMade, Failure>>;
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
