import type { Metadata } from "next";
import { AcceptInvitationForm } from "@/components/desk/accept-invitation-form";
import styles from "@/components/desk/desk-page.module.css";
import { acceptInvitation, findInvitation } from "@/lib/workflows/invitations";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

/** Where an invitation's link leads. The token is the authorisation. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  async function accept(password: string) {
    "use server";
    return acceptInvitation({ token, password });
  }
  if (invitation?.state !== "open")
    return (
      <main id="content" className={styles.narrow}>
        <h1>This invitation cannot be used</h1>
        <p>
          It was used, withdrawn, or has expired. Ask an administrator for a new one, or{" "}
          <a href="/desk/sign-in">sign in</a> if you have an account.
        </p>
      </main>
    );
  return (
    <main id="content" className={styles.narrow}>
      <h1>Welcome, {invitation.name}</h1>
      <p>
        You are invited to the fact-checking desk as{" "}
        {invitation.role === "checker" ? "a checker" : `an ${invitation.role}`}, with the address{" "}
        {invitation.email}.
      </p>
      <AcceptInvitationForm email={invitation.email} accept={accept} />
    </main>
  );
}
