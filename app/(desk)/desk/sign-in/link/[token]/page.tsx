import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { LinkGone } from "@/components/sign-in/link-gone";
import { OpenLinkForm } from "@/components/sign-in/open-link-form";
import { words } from "@/lib/words/words";
import { findMailLink } from "@/lib/workflows/people/mail-links";

const t = words("signIn");

export const metadata: Metadata = { title: t("signIn"), referrer: "no-referrer" };

/** The page of an emailed link. Opening it does not use the link up; the button does. */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findMailLink(token, "sign_in", new Date());
  if (!link) return <LinkGone again="/desk/sign-in" />;
  return (
    <main id="content" className={styles.narrow}>
      <h1>
        <span aria-hidden="true">†</span> {t("signIn")}
      </h1>
      <p>{t("signingInAs", { email: link.email })}</p>
      <OpenLinkForm token={token} />
    </main>
  );
}
