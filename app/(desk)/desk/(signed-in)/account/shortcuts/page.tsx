import type { Metadata } from "next";
import { ShortcutSettings } from "@/components/account/shortcut-settings";
import styles from "@/components/desk/desk-page.module.css";
import { GuideLink } from "@/components/guide/guide-link";
import { requireActor } from "@/lib/auth/require-actor";
import { ROLES } from "@/lib/policies/actor";
import { defaultScale } from "@/lib/ratings/default-scale";
import { words } from "@/lib/words/words";

const t = words("shortcuts");

export const metadata: Metadata = { title: t("title") };

export default async function ShortcutsPage() {
  const actor = await requireActor("/desk/account/shortcuts", ROLES);
  return (
    <main id="content" className={styles.narrow}>
      <p>
        <a href="/desk/account">{words("account")("title")}</a>
      </p>
      <h1>{t("title")}</h1>
      <p>
        {t("about")} <GuideLink chapter="keys" />
      </p>
      <ShortcutSettings actor={actor} ratings={defaultScale.ratings} />
    </main>
  );
}
