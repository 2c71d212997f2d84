import styles from "./settings.module.css";

const pages = [
  ["/desk/settings", "Review and tags"],
  ["/desk/settings/scales", "Rating scales"],
  ["/desk/settings/history", "History"],
] as const;

/** The pages of the settings. @param here the page that one is on, or the one above it */
export function SettingsNav({ here }: { here: (typeof pages)[number][0] }) {
  return (
    <nav className={styles.nav} aria-label="Settings">
      {pages.map(([href, label]) => (
        <a key={href} href={href} aria-current={href === here ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
