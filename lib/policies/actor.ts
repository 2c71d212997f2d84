export const ROLES = ["administrator", "editor", "checker"] as const;
export type Role = (typeof ROLES)[number];

/** The signed-in person on whose behalf something is done. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  role: Role;
}
