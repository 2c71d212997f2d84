import type { Notification } from "./notification";
import { sentenceOf } from "./sentence-of";

/** The text of an email, by paragraph; each link is a paragraph of its own. */
export interface MailWords {
  subject: string;
  paragraphs: string[];
}

/** Link targets of an email: URLs without a trailing slash. */
export interface MailHrefs {
  /** This installation. */
  home: string;
  /** Turns off all email without signing in. */
  off: string;
}

/** The email about a single notification. */
export function describeNotification(notification: Notification, hrefs: MailHrefs): MailWords {
  return {
    subject: `${sentenceOf(notification)}: ${notification.article.title}`,
    paragraphs: [...aboutOne(notification, hrefs), ...whyAndOff(hrefs)],
  };
}

/**
 * The daily email.
 * @param notifications the oldest first
 * @param waiting number of claims awaiting the person's review that were submitted since the last daily email
 */
export function describeDigest(
  notifications: readonly Notification[],
  waiting: number,
  hrefs: MailHrefs,
): MailWords {
  const claims = `${waiting} ${waiting === 1 ? "claim" : "claims"}`;
  const counts = [
    notifications.length > 0 &&
      `${notifications.length} ${notifications.length === 1 ? "notification" : "notifications"}`,
    waiting > 0 && `${claims} to review`,
  ].filter(Boolean);
  const articles = new Map<string, Notification[]>();
  for (const each of notifications)
    articles.set(each.article.id, [...(articles.get(each.article.id) ?? []), each]);
  return {
    subject: `Your day at the desk: ${counts.join(", ")}`,
    paragraphs: [
      ...[...articles.values()].flatMap((group) => [
        `* ${group[0]?.article.title} *`,
        ...group.flatMap((each) => aboutOne(each, hrefs)),
      ]),
      ...(waiting > 0
        ? [
            waiting === 1
              ? "1 new claim is awaiting your review."
              : `${waiting} new claims are awaiting your review.`,
            `${hrefs.home}/desk/review`,
          ]
        : []),
      ...whyAndOff(hrefs),
    ],
  };
}

function aboutOne(notification: Notification, { home }: MailHrefs): string[] {
  const quotation = notification.comment ? notification.comment.excerpt : notification.claim?.statement;
  return [
    `${sentenceOf(notification)}.${quotation ? ` “${quotation}”` : ""}`,
    `${home}/desk/notifications/${notification.id}`,
  ];
}

function whyAndOff({ home, off }: MailHrefs): string[] {
  return [
    "You get this email because you work in this newsroom. Change your notification settings:",
    `${home}/desk/notifications`,
    "Or turn off all email, without signing in:",
    off,
  ];
}
