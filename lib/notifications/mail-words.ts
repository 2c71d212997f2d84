import { words } from "@/lib/words/words";
import type { Notification } from "./notification";
import { sentenceOf } from "./sentence-of";

/** What an email about notifications says. Each link is a paragraph of its own. */
export interface NotificationMail {
  subject: string;
  paragraphs: (string | { heading: string })[];
  /** BCP 47. */
  language: string;
}

/** Link targets of an email: URLs without a trailing slash. */
export interface MailHrefs {
  /** This installation. */
  home: string;
  /** Turns off all email without signing in. */
  off: string;
}

/** The email about a single notification. @param language BCP 47 */
export function describeNotification(
  notification: Notification,
  hrefs: MailHrefs,
  language = "en",
): NotificationMail {
  const t = words("mailTexts", language);
  return {
    subject: notification.article
      ? t("notification.subject", {
          sentence: sentenceOf(notification, language),
          title: notification.article.title,
        })
      : sentenceOf(notification, language),
    paragraphs: [...aboutOne(notification, hrefs, language), ...whyAndOff(hrefs, language)],
    language,
  };
}

/**
 * The daily email.
 * @param notifications the oldest first
 * @param waiting number of claims awaiting the person's review that were submitted since the last daily email
 * @param language BCP 47
 */
export function describeDigest(
  notifications: readonly Notification[],
  waiting: number,
  hrefs: MailHrefs,
  language = "en",
): NotificationMail {
  const t = words("mailTexts", language);
  const kind = waiting === 0 ? "notifications" : notifications.length === 0 ? "waiting" : "both";
  /** By article; "" for what is about none. */
  const articles = new Map<string, Notification[]>();
  for (const each of notifications) {
    const id = each.article?.id ?? "";
    articles.set(id, [...(articles.get(id) ?? []), each]);
  }
  return {
    subject: t(`digest.subject.${kind}`, { notifications: notifications.length, waiting }),
    paragraphs: [
      ...[...articles.values()].flatMap((group) => [
        { heading: group[0]?.article?.title ?? t("digest.from-readers") },
        ...group.flatMap((each) => aboutOne(each, hrefs, language)),
      ]),
      ...(waiting > 0 ? [t("digest.waiting", { waiting }), `${hrefs.home}/desk/review`] : []),
      ...whyAndOff(hrefs, language),
    ],
    language,
  };
}

function aboutOne(notification: Notification, { home }: MailHrefs, language: string): string[] {
  const t = words("mailTexts", language);
  const sentence = sentenceOf(notification, language);
  const quotation = notification.comment ? notification.comment.excerpt : notification.claim?.statement;
  return [
    quotation ? t("notification.quoted", { sentence, quotation }) : t("notification.sentence", { sentence }),
    ...claimLines(notification, language),
    `${home}/desk/notifications/${notification.id}`,
  ];
}

/** Claims that a mail names. */
const MAILED_CLAIMS = 10;

/** What should change in a claim that was returned, or, of several claims, which these are. */
function claimLines({ claims, claimCount }: Notification, language: string): string[] {
  const t = words("mails", language);
  const quoted = (note: string | null) =>
    note === null ? [] : [words("mailTexts", language)("notification.note", { note })];
  const lines =
    claims.length > 1
      ? claims
          .slice(0, MAILED_CLAIMS)
          .flatMap(({ number, statement, note }) => [t("item.claim", { number, statement }), ...quoted(note)])
      : claims.flatMap(({ note }) => quoted(note));
  const more = claimCount - MAILED_CLAIMS;
  return more > 0 ? [...lines, t("item.more", { count: more })] : lines;
}

function whyAndOff({ home, off }: MailHrefs, language: string): string[] {
  const t = words("mailTexts", language);
  return [t("why"), `${home}/desk/notifications`, t("off"), off];
}
