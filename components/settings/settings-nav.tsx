import { words } from "@/lib/words/words";
import styles from "./settings.module.css";

const pages = [
  ["/desk/settings", "nav.reviewAndTags"],
  ["/desk/settings/scales", "nav.scales"],
  ["/desk/settings/pages", "nav.pages"],
  ["/desk/settings/webhooks", "nav.webhooks"],
  ["/desk/settings/history", "nav.history"],
] as const;

/** Links to the settings pages. @param here the current page, or its parent */
export function SettingsNav({ here }: { here: (typeof pages)[number][0] }) {
  const t = words("settings");
  return (
    <nav className={styles.nav} aria-label={t("title")}>
      {pages.map(([href, label]) => (
        <a key={href} href={href} aria-current={href === here ? "page" : undefined}>
          {t(label)}
        </a>
      ))}
    </nav>
  );
}
