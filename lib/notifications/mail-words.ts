import type { Notification } from "./notification";
import { sentenceOf } from "./sentence-of";

/** A mail in words, paragraph by paragraph; a link is a paragraph of its own. */
export interface MailWords {
  subject: string;
  paragraphs: string[];
}

/** Where the links of a mail lead: addresses, without a slash at their end. */
export interface MailHrefs {
  /** Of this installation. */
  home: string;
  /** Where mail is turned off without signing in. */
  off: string;
}

/** The mail that tells of one thing, at once. */
export function describeNotification(told: Notification, places: MailHrefs): MailWords {
  return {
    subject: `${sentenceOf(told)}: ${told.article.title}`,
    paragraphs: [...aboutOne(told, places), ...whyAndOff(places)],
  };
}

/**
 * The daily mail.
 * @param told the oldest first
 * @param waiting claims that wait for the reader's review and were submitted since the last daily mail
 */
export function describeDigest(told: readonly Notification[], waiting: number, places: MailHrefs): MailWords {
  const claims = `${waiting} ${waiting === 1 ? "claim" : "claims"}`;
  const things = [
    told.length > 0 && `${told.length} ${told.length === 1 ? "thing" : "things"} to read`,
    waiting > 0 && `${claims} to review`,
  ].filter(Boolean);
  const articles = new Map<string, Notification[]>();
  for (const each of told) articles.set(each.article.id, [...(articles.get(each.article.id) ?? []), each]);
  return {
    subject: `Your day at the desk: ${things.join(", ")}`,
    paragraphs: [
      ...[...articles.values()].flatMap((group) => [
        `* ${group[0]?.article.title} *`,
        ...group.flatMap((each) => aboutOne(each, places)),
      ]),
      ...(waiting > 0
        ? [
            `${claims} that you may sign off ${waiting === 1 ? "was" : "were"} submitted for review.`,
            `${places.home}/desk/review`,
          ]
        : []),
      ...whyAndOff(places),
    ],
  };
}

function aboutOne(told: Notification, { home }: MailHrefs): string[] {
  const words = told.comment ? told.comment.excerpt : told.claim?.statement;
  return [`${sentenceOf(told)}.${words ? ` “${words}”` : ""}`, `${home}/desk/notifications/${told.id}`];
}

function whyAndOff({ home, off }: MailHrefs): string[] {
  return [
    "You get this mail as you work at this desk. Choose what you are told, and how:",
    `${home}/desk/notifications`,
    "Or turn all mail off; you need not sign in for that:",
    off,
  ];
}
