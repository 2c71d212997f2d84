import type { Metadata } from "next";
import styles from "@/components/desk/desk-page.module.css";
import { FiguresFilter } from "@/components/figures/figures-filter";
import { ProcessFiguresView } from "@/components/figures/process-figures-view";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/require-actor";
import { formatDate } from "@/lib/format-date";
import { words } from "@/lib/words/words";
import { getProcessFigures } from "@/lib/workflows/figures/get-process-figures";

interface Props {
  searchParams: Promise<Record<"from" | "to" | "person", string | string[] | undefined>>;
}

const t = words("process");

export const metadata: Metadata = { title: t("title") };

/** How the work of the desk went in a period, or that of one person. */
export default async function FiguresPage({ searchParams }: Props) {
  const actor = await requireActor("/desk/figures");
  const query = await searchParams;
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
  const wanted = { from: one(query.from), to: one(query.to), person: one(query.person) };
  const found = await getProcessFigures(actor, wanted, new Date());
  if (!found.ok)
    return (
      <main id="content" className={styles.page}>
        <div className={styles.head}>
          <h1>{t("title")}</h1>
        </div>
        <Notice tone="failure">{found.error.message}</Notice>
        <FiguresFilter
          from={wanted.from ?? ""}
          to={wanted.to ?? ""}
          person=""
          people={[{ id: actor.id, name: actor.name }]}
        />
      </main>
    );
  const { from, to, person, figures, people } = found.value;
  const address = new URLSearchParams({ from, to, ...(person && { person: person.id }) });
  return (
    <main id="content" className={styles.page}>
      <div className={styles.head}>
        <h1>{person ? t("title.person", { name: person.name }) : t("title")}</h1>
        <a href={`/desk/figures/file?${address}`} download>
          {t("csv")}
        </a>
      </div>
      <p>{t("lead")}</p>
      <p className={styles.meta}>{t("privacy")}</p>
      <FiguresFilter from={from} to={to} person={person?.id ?? ""} people={people} />
      <p>{t("period", { from: formatDate(from), to: formatDate(to) })}</p>
      <ProcessFiguresView figures={figures} />
    </main>
  );
}
