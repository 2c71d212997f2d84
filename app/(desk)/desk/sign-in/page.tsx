import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import { SignInForm } from "@/components/desk/sign-in-form";
import { findActor } from "@/lib/auth/find-actor";
import { sameSitePath } from "../same-site-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = sameSitePath((await searchParams).next);
  if (await findActor()) redirect(next);
  return (
    <main id="content" className={styles.narrow}>
      <h1>
        <span aria-hidden="true">†</span> Sign in
      </h1>
      <SignInForm next={next} />
      <p className={styles.meta}>
        No account yet? An administrator of your desk can invite you. <a href="/">Reader pages</a>
      </p>
    </main>
  );
}
