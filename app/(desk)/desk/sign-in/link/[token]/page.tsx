import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { LinkGone } from "@/components/sign-in/link-gone";
import { OpenLinkForm } from "@/components/sign-in/open-link-form";
import { findMailLink } from "@/lib/workflows/people/mail-links";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

/** Where the link in a mail leads. Opening it uses nothing up; the button does. */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findMailLink(token, "sign_in", new Date());
  if (!link) return <LinkGone again="/desk/sign-in" />;
  return (
    <main id="content" className={styles.narrow}>
      <h1>
        <span aria-hidden="true">†</span> Sign in
      </h1>
      <p>You sign in as {link.email}.</p>
      <OpenLinkForm token={token} />
    </main>
  );
}
