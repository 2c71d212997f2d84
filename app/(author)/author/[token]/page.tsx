import type { Metadata } from "next";
import { redirect } from "next/navigation";
import styles from "@/components/desk/desk-page.module.css";
import type { AnswerRefused } from "@/components/manuscripts/author-answer-form";
import { AuthorQuestionsPage } from "@/components/manuscripts/author-questions-page";
import { findVisitor } from "@/lib/auth/find-visitor";
import { words } from "@/lib/words/words";
import { answerQuestion, getAuthorPage } from "@/lib/workflows/manuscripts/author-page";
import { organisationDates } from "@/lib/workflows/settings/organisation-dates";

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ sent?: string | string[] }>;
}

const t = words("manuscripts");

export const metadata: Metadata = {
  title: t("page.title"),
  robots: { index: false, follow: false },
  // The address must not reach other sites; without any referrer, a browser would not say where a form comes from.
  referrer: "same-origin",
};

/** What an author who was sent a link sees: needs no session, because the token is the authorisation. */
export default async function AuthorPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { sent } = await searchParams;
  const { address } = await findVisitor();
  const page = await getAuthorPage({ token, address });

  async function send(_: AnswerRefused | null, form: FormData): Promise<AnswerRefused> {
    "use server";
    const visitor = await findVisitor();
    const field = (name: string) => String(form.get(name) ?? "");
    const text = field("text");
    const outcomeId = field("outcomeId");
    const answered = await answerQuestion({
      token,
      address: visitor.address,
      outcomeId,
      // Checked with the other input.
      decision: field("decision") as "answer",
      text,
      key: field("key"),
    });
    if (!answered.ok) return { message: answered.error.message, text };
    return redirect(`/author/${encodeURIComponent(token)}?sent=${encodeURIComponent(outcomeId)}`);
  }

  if (!page.ok)
    return (
      <main id="content" className={styles.narrow}>
        <h1>{t("page.gone")}</h1>
        <p>{page.error.kind === "not-found" ? t("page.goneHint") : page.error.message}</p>
      </main>
    );
  return (
    <AuthorQuestionsPage
      {...page.value}
      dates={organisationDates()}
      sentId={typeof sent === "string" ? sent : null}
      keys={page.value.questions.map(() => crypto.randomUUID())}
      send={send}
    />
  );
}
