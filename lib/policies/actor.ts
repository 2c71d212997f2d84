/** The roles of the newsroom. */
export const STAFF_ROLES = ["administrator", "editor", "checker"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const ROLES = [...STAFF_ROLES, "guest"] as const;
export type Role = (typeof ROLES)[number];

export const roleLabels: Record<Role, string> = {
  administrator: "Administrator",
  editor: "Editor",
  checker: "Checker",
  guest: "Guest reviewer",
};

/** The signed-in person who acts. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Guests only: the one article they can see. Without it, a guest can do nothing. */
  articleId?: string;
  /** How dates are shown to them (BCP 47, IANA), on pages of the desk. */
  dates?: { language: string; timeZone: string };
}

/** Whether a person is from outside the newsroom. */
export function isGuest({ role }: { role: Role }): boolean {
  return role === "guest";
}
