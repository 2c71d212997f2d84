import { words } from "@/lib/words/words";
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
    subject: [sentenceOf(notification), notification.article?.title].filter(Boolean).join(": "),
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
  /** By article; "" for what is about none. */
  const articles = new Map<string, Notification[]>();
  for (const each of notifications) {
    const id = each.article?.id ?? "";
    articles.set(id, [...(articles.get(id) ?? []), each]);
  }
  return {
    subject: `Your day at the desk: ${counts.join(", ")}`,
    paragraphs: [
      ...[...articles.values()].flatMap((group) => [
        `* ${group[0]?.article?.title ?? "From readers"} *`,
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
    ...claimLines(notification),
    `${home}/desk/notifications/${notification.id}`,
  ];
}

/** Claims that a mail names. */
const MAILED_CLAIMS = 10;

/** What should change in a claim that was returned, or, of several claims, which these are. */
function claimLines({ claims, claimCount }: Notification): string[] {
  const t = words("notifications");
  const lines =
    claims.length > 1
      ? claims
          .slice(0, MAILED_CLAIMS)
          .flatMap(({ number, statement, note }) => [
            t("item.claim", { number, statement }),
            ...(note === null ? [] : [`“${note}”`]),
          ])
      : claims.flatMap(({ note }) => (note === null ? [] : [`“${note}”`]));
  const more = claimCount - MAILED_CLAIMS;
  return more > 0 ? [...lines, t("item.more", { count: more })] : lines;
}

function whyAndOff({ home, off }: MailHrefs): string[] {
  return [
    "You get this email because you work in this newsroom. Change your notification settings:",
    `${home}/desk/notifications`,
    "Or turn off all email, without signing in:",
    off,
  ];
}
