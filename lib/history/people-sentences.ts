import { type Describe, fieldOf, until } from "./sentence-parts";

/** What can be done to accounts, guests and invitations. */
export const peopleSentences: Readonly<Record<string, Describe>> = {
  "user.create": (event) => `created the account of ${fieldOf(event.to, "name") ?? "a person"}`,
  "user.change-role": (event) =>
    `changed a person's role from ${fieldOf(event.from, "role")} to ${fieldOf(event.to, "role")}`,
  "user.disable": (event) =>
    fieldOf(event.to, "disabled") === true ? "disabled a person's account" : "enabled a person's account",
  "user.change-password": () => "changed their password",
  "user.reset-password": () => "reset their password with an emailed link",
  "user.renew-password": () => "created a one-time password for a person",
  "user.ask-for-reset": () => "requested a password reset link",
  "user.ask-for-link": () => "requested a sign-in link",
  "user.sign-in": () => "signed in",
  "user.sign-in-failed": () => "rejected a sign-in with a wrong password",
  "user.sign-out": () => "signed out",
  "user.sign-out-everywhere": () => "signed out everywhere",
  "user.revoke-session": () => "ended one of their sessions",
  "user.revoke-other-sessions": () => "ended their other sessions",
  "user.end-sessions": () => "ended a person's sessions",
  "user.link-provider": () => "connected an external account",
  "user.unlink-provider": () => "disconnected an external account",
  "user.set-second-factor": () => "set up a second factor",
  "user.pass-second-factor": () => "passed the second factor",
  "user.second-factor-failed": () => "rejected a wrong second-factor code",
  "user.remove-second-factor": () => "removed a second factor",
  "user.renew-recovery-codes": () => "created new recovery codes",
  "user.set-notifications": () => "changed their notification settings",
  "user.set-shortcuts": () => "changed their keyboard shortcuts",
  "user.set-dates": () => "changed how the desk shows dates to them",
  "user.turn-mail-off": () => "turned off email",
  "guest.invite": (event, context) =>
    `invited ${fieldOf(event.to, "guest") ?? "someone"} to review the article as a guest${until(event, context)}`,
  "guest.let-in": (event, context) =>
    `renewed the access of the guest reviewer ${fieldOf(event.to, "guest") ?? ""}${until(event, context)}`,
  "guest.join": (event, context) => `joined as a guest reviewer${until(event, context)}`,
  "guest.extend": (event, context) =>
    `extended the access of the guest reviewer ${fieldOf(event.to, "guest") ?? ""}${until(event, context)}`,
  "guest.revoke": (event) =>
    `ended the access of the guest reviewer ${fieldOf(event.from, "guest") ?? ""}`.trimEnd(),
  "invitation.create": (event) => `invited ${fieldOf(event.to, "name") ?? "a person"}`,
  "invitation.accept": () => "accepted an invitation",
  "invitation.revoke": () => "withdrew an invitation",
};
